"""Bulletin tables (指标, 绝对额, 同比 …) handed back as rows: candidates for published figures, never records."""

from collections.abc import Iterable
from pathlib import Path

from scicity.ingest.bulletin import COLUMNS, Bulletin, is_bulletin, read_bulletin

__all__ = ["COLUMNS", "Bulletin", "bulletin", "bulletin_csv", "bulletins"]


def bulletins(files: Iterable[Path]) -> list[Path]:
    """Those of the files that follow no report form and are bulletin tables."""
    return [path for path in files if is_bulletin(path)]


def bulletin(path: Path, *, period: str = "", unit: str = "", indicator: str = "") -> Bulletin:
    """The file's tables; period, unit, indicator answer what the file leaves open. ValueError for a wrong answer."""
    return read_bulletin(path, period=period, unit=unit, indicator=indicator)


def bulletin_csv(read: Bulletin) -> bytes:
    """The rows as a table for a spreadsheet."""
    return read.rows[list(COLUMNS)].to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
