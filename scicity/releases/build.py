"""Writes the files of a release from the submissions that count; what has not changed is taken from earlier releases.

A file is shared by hard link with the release before last, never with the one before: whatever happens to a file, the
release before has bytes of its own to fall back on.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from scicity import contracts, durable, places, published, records
from scicity.marts import SUBJECTS, Subject
from scicity.releases import changes, store
from scicity.releases.store import Manifest

INDUSTRY, PUBLISHED, CHANGES = "industry.duckdb", "published.duckdb", "changes.duckdb"
# 1.5 is the way back if 2.0 disappoints: a file in this format is read by both
STORAGE = "(storage_version 'v1.5.0')"
WORKSHOP_MEMORY = "2GB"


@dataclass(frozen=True)
class Order:
    """What a release is to be built from. reasons: of changed cells, see `changes.causes`."""

    chosen: Sequence[records.Submission]
    previous: Manifest | None
    causes: Sequence[changes.Cause]
    note: str


def build(order: Order, staging: Path) -> dict[str, dict[str, Any]]:
    """Writes all files of the release into the folder; name -> sha256, bytes, fingerprint.

    ValueError where a submission is damaged or a hidden value could be worked out; OSError where the disk refuses.
    """
    records.verify(order.chosen)
    made_from = _fingerprints(order)
    try:
        for name, write in _writers(order).items():
            if not _taken_over(name, made_from[name], order.previous, staging / name):
                write(staging / name)
    except duckdb.Error as fault:
        # a transaction that could not write its log is no IOException
        if isinstance(fault, duckdb.IOException) or "Could not write" in str(fault):
            raise durable.refused(str(fault)) from fault
        raise
    return {
        name: {"sha256": durable.sha256(path), "bytes": path.stat().st_size, "fingerprint": fingerprint}
        for name, fingerprint in made_from.items()
        for path in [staging / name]
    }


def _writers(order: Order) -> dict[str, Callable[[Path], None]]:
    """What writes each file of a release; changes come last, because they compare what was written."""
    writers: dict[str, Callable[[Path], None]] = {
        subject.file: partial(_write_subject, subject=subject, order=order) for subject in SUBJECTS
    }
    return writers | {PUBLISHED: published.write, CHANGES: partial(_write_changes, order=order)}


def _fingerprints(order: Order) -> dict[str, str]:
    """What each file of a release depends on; where it equals the previous release's, the file is taken over."""
    found = {subject.file: _fingerprint(subject, order.chosen) for subject in SUBJECTS}
    files = order.previous.files if order.previous else {}
    before = " ".join(str(files.get(name, {}).get("fingerprint")) for name in found) if order.previous else "nothing"
    return found | {PUBLISHED: published.fingerprint(), CHANGES: f"{before} to {' '.join(found.values())}"}


def _fingerprint(subject: Subject, chosen: Sequence[records.Submission]) -> str:
    """Its submissions, its marts, the classification and the settings, and the code that makes cells of them."""
    digest = hashlib.sha256()
    for submission in chosen:
        if submission.form in subject.forms:
            digest.update(f"{submission.number} {submission.sha256} {submission.status}\n".encode())
    code = [path for room in ("marts", "disclosure") for path in sorted((places.LIBRARY / room).glob("*.py"))]
    tables = [path for folder in (places.TAXONOMY, places.CALENDAR) for path in sorted(folder.glob("*.csv"))]
    for path in [*contracts.mart_files(subject.name), *tables, places.SETTINGS, *code]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _taken_over(name: str, fingerprint: str, previous: Manifest | None, target: Path) -> bool:
    """Whether the file could be had from an earlier release: shared with the one before last, or copied."""
    if previous is None or previous.files.get(name, {}).get("fingerprint") != fingerprint:
        return False
    older = store.readable(places.releases() / previous.previous / store.MANIFEST) if previous.previous else None
    same = previous.files[name]
    if older and older.files.get(name, {}).get("sha256") == same["sha256"] and name not in store.damage(older):
        _link(older.folder / name, target)
    else:
        shutil.copyfile(previous.folder / name, target)
    if durable.sha256(target) != same["sha256"]:
        raise store.Damaged(f"File {name} of release {previous.id} is damaged: its checksum differs.")
    return True


def _link(source: Path, target: Path) -> None:
    """Shares the bytes where the file system can, copies them where it cannot."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _hidden_before(previous: Manifest | None, subject: Subject) -> set[tuple[str, str]]:
    """The (classification, item)s that earlier releases suppress: another choice now would reveal their old months.

    Each release keeps hidden what the one before it hid, so the last of every line is asked, rolled back or not.
    """
    shelf = store.on_shelf()
    followed = {one.previous for one in shelf} - {previous.id if previous else ""}
    hidden: set[tuple[str, str]] = set()
    for one in shelf:
        if one.id not in followed and subject.file in one.files and subject.file not in store.damage(one):
            hidden |= _hidden_in(one.folder / subject.file)
    return hidden


def _hidden_in(path: Path) -> set[tuple[str, str]]:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{quoted(path)}' as earlier (read_only)")
        asked = "select distinct classification, item from earlier.cells where status = 'suppressed'"
        return {(row[0], row[1]) for row in connection.execute(asked).fetchall()}


def _write_subject(path: Path, subject: Subject, order: Order) -> None:
    """The marts work in a database file of their own: what does not fit into memory waits on the disk."""
    workshop = path.with_suffix(".work")
    with duckdb.connect(workshop, config={"memory_limit": WORKSHOP_MEMORY}) as connection:
        records.load(connection, order.chosen, subject.forms)
        tables = subject.tables(connection, _hidden_before(order.previous, subject))
        connection.execute(f"attach '{quoted(path)}' as release {STORAGE}")
        for table, frame in tables.items():
            _keep(connection, table, frame)
        connection.execute(
            "create table release.sources as select cast(submission as varchar) as source_id, form, file, provenance, "
            "received_on from submissions order by submission"
        )
        connection.execute("detach release")
    workshop.unlink()


def _write_changes(path: Path, order: Order) -> None:
    """The cells that differ from the previous release, each with its reason; none for the first one."""
    earlier = order.previous.folder if order.previous else path.parent
    found = changes.explained(changes.difference(earlier, path.parent), order.causes, order.note)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{quoted(path)}' as release {STORAGE}")
        _keep(connection, "cells", found)
        connection.execute("detach release")


def _keep(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Numbers are stored as DOUBLE whatever pandas made of a column that is all missing."""
    numeric = ("value", "comparable_base", "old_value", "new_value")
    columns = ", ".join(f"cast({name} as double) as {name}" if name in numeric else name for name in frame)
    connection.register("frame_to_keep", frame)
    connection.execute(f"create table release.{table} as select {columns} from frame_to_keep")
    connection.unregister("frame_to_keep")


def quoted(path: Path) -> str:
    return str(path).replace("'", "''")
