"""Takes checked files into the records: all files of an act or none, each file once."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from scicity import audit, durable, places
from scicity.records import shelf
from scicity.records.shelf import Submission


@dataclass(frozen=True)
class Arrival:
    """A checked file that asks to be accepted.

    rows: what ingest understood, in the form's columns and types, with sheet and row. warnings: findings that do not
    stop the file, as plain mappings; reasons: why they were let pass, by the finding's key. name: what its sender calls
    the file, where that is not its name here.
    """

    rows: pd.DataFrame
    file: Path
    form: str
    provenance: str = "official"
    status: str = "preliminary"
    warnings: tuple[dict[str, Any], ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    name: str = ""

    @property
    def called(self) -> str:
        return self.name or self.file.name


def accept(rows: pd.DataFrame, file: Path, form: str, *, provenance: str, status: str, note: str = "",
           author: str = "") -> tuple[Submission, bool]:  # fmt: skip
    """Keeps the checked rows of one file as a submission: `accept_all` with a single arrival."""
    return accept_all([Arrival(rows, file, form, provenance, status)], author=author, note=note)[0]


def accept_all(arrivals: Sequence[Arrival], *, author: str = "", note: str = "") -> list[tuple[Submission, bool]]:
    """Keeps all of these files or none. Returns each with its submission, and whether that is new.

    A file whose bytes were accepted before for the same form changes nothing: the earlier submission comes back with
    False, unless it has been withdrawn. The new ones become visible in one instant, also to a reader that comes while
    we are killed. durable.NotWritten where the disk refuses, durable.Busy where another import does not end.
    """
    digests = [durable.sha256(one.file) for one in arrivals]
    with durable.or_nothing(), durable.locked(places.home() / shelf.LOCK):
        known = {_identity(one): one for one in shelf.counted()}
        asked = [(digest, one.form, one.provenance) for digest, one in zip(digests, arrivals, strict=True)]
        fresh = {key: one for key, one in zip(asked, arrivals, strict=True) if key not in known}
        kept = {_identity(one): one for one in _keep(fresh, author, note)} if fresh else {}
        first = [key not in asked[:place] for place, key in enumerate(asked)]
        return [((kept | known)[key], key in kept and new) for key, new in zip(asked, first, strict=True)]


@contextmanager
def trial(arrivals: Sequence[Arrival]) -> Iterator[list[Submission]]:
    """The submissions that would count if these files were accepted; what is written for it is removed afterwards."""
    counted = shelf.counted()
    known = {_identity(one) for one in counted}
    with durable.staged(places.records()) as staging:
        with durable.or_nothing():
            asked = {(durable.sha256(one.file), one.form, one.provenance): one for one in arrivals}
            fresh = {key: one for key, one in asked.items() if key not in known}
            tried = _written(staging, fresh, shelf.next_number(), "", "")
        yield [*counted, *(replace(one, place=staging / f"{one.number:06d}") for one in tried)]


Identity = tuple[str, str, str]


def _identity(one: Submission) -> Identity:
    return one.sha256, one.form, one.provenance


def _keep(fresh: Mapping[Identity, Arrival], author: str, note: str) -> list[Submission]:
    """Writes the files beside and moves them to their place by one rename, under the first number that is free."""
    while True:
        number = shelf.next_number()
        with durable.staged(places.records()) as staging:
            written = _written(staging, fresh, number, author, note)
            listed = [{"submission": one.number, "file": one.file, "sha256": one.sha256, "form": one.form,
                       "rows": one.rows, "warnings": one.warnings} for one in written]  # fmt: skip
            # a single file lies in its folder, several in the folder of the first
            whole = staging if len(written) > 1 else staging / f"{number:06d}"
            with suppress(FileExistsError), audit.recorded("import", who=author, note=note, files=listed):
                if durable.settle(whole, shelf.folder_of(number)):
                    return written
                # only where the file system keeps no locks
                raise FileExistsError(f"Submission {number} was taken meanwhile.")


def _written(staging: Path, fresh: Mapping[Identity, Arrival], number: int, author: str, note: str) -> list[Submission]:
    received = datetime.now(UTC).isoformat(timespec="seconds")
    kept: list[Submission] = []
    for (digest, form, provenance), one in fresh.items():
        place = staging / f"{number + len(kept):06d}"
        place.mkdir()
        _write_rows(one.rows, place / shelf.ROWS)
        shutil.copyfile(one.file, place / f"file{Path(one.called).suffix.lower()}")
        if one.warnings:
            (place / shelf.FINDINGS).write_text(shelf.kept_findings(one.warnings, dict(one.reasons)), encoding="utf-8")
        months = tuple(sorted(one.rows["month"].unique().tolist())) if "month" in one.rows else ()
        submission = Submission(
            number + len(kept), form, one.called, digest, provenance, one.status, author, note, received,
            len(one.rows), months, batch=number if len(fresh) > 1 else 0,
            rows_sha256=durable.sha256(place / shelf.ROWS), warnings=len(one.warnings),
        )  # fmt: skip
        (place / shelf.ABOUT).write_text(submission.text(), encoding="utf-8")
        kept.append(submission)
    return kept


def _write_rows(rows: pd.DataFrame, path: Path) -> None:
    """The rows as ingest typed them: amounts are exact decimals, so sums do not depend on the order of rows."""
    with duckdb.connect() as connection:
        connection.register("checked", rows)
        quoted = str(path).replace("'", "''")
        try:
            connection.execute(f"copy (select * from checked order by sheet, row) to '{quoted}' (format parquet)")
        except duckdb.IOException as fault:
            raise durable.refused(str(fault)) from fault
