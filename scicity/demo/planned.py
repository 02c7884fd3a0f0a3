"""A report file of the demonstration, and how a ledger is written in its form."""

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scicity import places


@dataclass(frozen=True)
class PlannedReport:
    """A report file and the form it follows."""

    form: str
    path: Path


@cache
def headers(form: str) -> dict[str, str]:
    """The Chinese header of each column of the form, by the column's name, in the form's order."""
    told = tomllib.loads((places.FORMS / f"{form}.toml").read_text(encoding="utf-8"))
    return {column["name"]: column["header_zh"] for column in told["columns"]}


def write_ledger(form: str, path: Path, rows: Sequence[Mapping[str, str]]) -> PlannedReport:
    """Writes rows (by column name, as the form spells values) as CSV to `path`; an existing file is replaced.

    Columns that no row names are left out; a name the form does not have raises KeyError.
    """
    told = headers(form)
    unknown = {name for row in rows for name in row} - set(told)
    if unknown:
        raise KeyError(f"form '{form}' has no column {', '.join(sorted(unknown))}")
    used = [name for name in told if any(name in row for row in rows)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([told[name] for name in used])
    writer.writerows([row.get(name, "") for name in used] for row in rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return PlannedReport(form, path)
