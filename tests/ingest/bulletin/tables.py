"""Bulletin tables written for the tests, and what was read of them."""

from pathlib import Path

import pytest

from scicity.ingest.bulletin import COLUMNS, Bulletin, read_bulletin
from scicity.ingest.findings import Finding

FILES = Path(__file__).parent / "files"


def read(path: Path, **answers: str) -> Bulletin:
    """The file read; whatever was found must have its words in both languages."""
    result = read_bulletin(path, **answers)
    assert all(one.text("zh") and one.text("en") for one in result.findings)
    return result


def rows(result: Bulletin) -> list[tuple[str, ...]]:
    """The six columns of every row; the file must have been accepted."""
    if not result.accepted:
        pytest.fail("; ".join(one.text("en") for one in result.findings))
    return [tuple(row) for row in result.rows[list(COLUMNS)].itertuples(index=False)]


def values(result: Bulletin) -> list[str]:
    """The values alone."""
    return [row[4] for row in rows(result)]


def blocks(result: Bulletin) -> list[Finding]:
    return [one for one in result.findings if one.severity == "block"]


def warnings(result: Bulletin) -> list[str]:
    return [one.kind.removeprefix("bulletin_") for one in result.findings if one.severity == "warn"]


def block(result: Bulletin) -> tuple[str, int, str]:
    """The kind, row and column of the one finding that blocks."""
    assert len(blocks(result)) == 1, [one.text("en") for one in blocks(result)]
    (one,) = blocks(result)
    return one.kind.removeprefix("bulletin_"), one.row, one.column
