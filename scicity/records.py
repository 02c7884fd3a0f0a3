"""Accepted reports, append-only: a submission is a folder that appears whole or not at all.

`records/<number>/` holds rows.parquet (the rows as understood, each with its sheet and row), submission.json (who,
when, which file) and the file itself. Later submissions make new versions of a row; nothing is ever overwritten.
Restricted: no page reads this room.
"""

import json
import shutil
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd

from scicity import durable, places

ROWS, ABOUT = "rows.parquet", "submission.json"


@dataclass(frozen=True)
class Submission:
    """One accepted file. provenance: official or demo; status: preliminary or final."""

    number: int
    form: str
    file: str
    sha256: str
    provenance: str
    status: str
    author: str
    note: str
    received_at: str
    rows: int
    months: tuple[str, ...]

    @property
    def folder(self) -> Path:
        return _folder(self.number)


def submissions() -> list[Submission]:
    """All accepted submissions, oldest first."""
    root = places.records()
    found = sorted(path for path in root.glob("*/" + ABOUT) if path.parent.name.isdigit()) if root.exists() else []
    return [_read(path) for path in found]


def accept(rows: pd.DataFrame, file: Path, form: str, *, provenance: str, status: str, note: str = "",
           author: str = "") -> tuple[Submission, bool]:  # fmt: skip
    """Keeps the checked rows of `file` as a submission. Returns it, and whether it is new.

    rows: what ingest understood, in the form's columns and types, with sheet and row. A file whose bytes were accepted
    before changes nothing: the earlier submission comes back with False.
    """
    digest = durable.sha256(file)
    for earlier in submissions():
        if (earlier.sha256, earlier.form, earlier.provenance) == (digest, form, provenance):
            return earlier, False
    months = tuple(sorted(rows["month"].unique().tolist())) if "month" in rows else ()
    received = datetime.now(UTC).isoformat(timespec="seconds")
    with durable.staged(places.records()) as staging:
        _write_rows(rows, staging / ROWS)
        shutil.copyfile(file, staging / f"file{file.suffix.lower()}")
        number = submissions()[-1].number + 1 if submissions() else 1
        while True:
            kept = Submission(
                number, form, file.name, digest, provenance, status, author, note, received, len(rows), months
            )
            (staging / ABOUT).write_text(json.dumps(asdict(kept), ensure_ascii=False, indent=1), encoding="utf-8")
            if durable.settle(staging, _folder(number)):
                return kept, True
            number += 1


def load(connection: duckdb.DuckDBPyConnection, chosen: list[Submission], forms: Collection[str]) -> None:
    """Lays the submissions of these forms before the marts: tables `submissions` and `<form>_submitted`.

    Each row bears its submission, provenance and status. A form nobody has reported gives no table.
    """
    about = pd.DataFrame(
        [(one.number, one.form, one.file, one.provenance, one.status, one.received_at[:10])
         for one in chosen if one.form in forms],
        columns=["submission", "form", "file", "provenance", "status", "received_on"],
    )  # fmt: skip
    connection.register("about_submissions", about)
    connection.execute("create or replace table submissions as select * from about_submissions")
    connection.unregister("about_submissions")
    for form in sorted(set(about["form"])):
        connection.execute(
            # a submission's folder bears its number
            f"create or replace table {form}_submitted as "
            "select rows.* exclude (filename), submissions.submission, submissions.provenance, submissions.status "
            "from read_parquet($files, filename = true, union_by_name = true) as rows "
            "join submissions on submissions.submission = cast(parse_path(rows.filename)[-2] as integer)",
            {"files": [str(one.folder / ROWS) for one in chosen if one.form == form]},
        )


def _folder(number: int) -> Path:
    return places.records() / f"{number:06d}"


def _read(path: Path) -> Submission:
    about = json.loads(path.read_text(encoding="utf-8"))
    return Submission(**{**about, "months": tuple(about["months"])})


def _write_rows(rows: pd.DataFrame, path: Path) -> None:
    """The rows as ingest typed them: amounts are exact decimals, so sums do not depend on the order of rows."""
    with duckdb.connect() as connection:
        connection.register("checked", rows)
        quoted = str(path).replace("'", "''")
        connection.execute(f"copy (select * from checked order by sheet, row) to '{quoted}' (format parquet)")
