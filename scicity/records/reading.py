"""Gives the records to those who build from them: laid before the marts, or as the latest version of each row."""

import tomllib
from collections.abc import Collection, Sequence

import duckdb
import pandas as pd

from scicity import durable, places
from scicity.records import shelf
from scicity.records.shelf import Submission


def load(connection: duckdb.DuckDBPyConnection, chosen: Sequence[Submission], forms: Collection[str]) -> None:
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
            {"files": [str(one.folder / shelf.ROWS) for one in chosen if one.form == form]},
        )


def latest(form: str) -> pd.DataFrame:
    """The version of each record row that counts now, by the form's key: the form's columns, sheet, row, submission,
    provenance and status, in the order of the key.

    Withdrawn submissions are left out; a later submission stands above an earlier one, an official row above one of
    the demonstration model. No rows and no columns where nobody has reported the form. ValueError for a damaged file.
    """
    chosen = [one for one in shelf.counted() if one.form == form]
    if not chosen:
        return pd.DataFrame()
    verify(chosen)
    key = key_of(form)
    with duckdb.connect() as connection:
        load(connection, chosen, [form])
        return connection.execute(
            f"select * from {form}_submitted qualify row_number() over (partition by {', '.join(key)} "
            f"order by provenance = 'official' desc, submission desc) = 1 order by {', '.join(key)}"
        ).df()


def key_of(form: str) -> list[str]:
    """The columns that tell a row of the form from another; of two rows that share them one counts."""
    return tomllib.loads((places.FORMS / f"{form}.toml").read_text(encoding="utf-8"))["key"]


def verify(chosen: Sequence[Submission]) -> None:
    """ValueError names the first of these submissions whose rows are not those that were accepted."""
    for one in chosen:
        path = one.folder / shelf.ROWS
        # a submission of the first version bears no checksum of its rows
        if not path.is_file() or (one.rows_sha256 and durable.sha256(path) != one.rows_sha256):
            raise ValueError(
                f"{shelf.ROWS} of submission {one.number} ({one.file}) is damaged or missing, so nothing was built. "
                f"Restore the folder records/{one.folder.relative_to(places.records()).as_posix()} from a backup, or "
                f"withdraw submission {one.number} and import its file again."
            )
