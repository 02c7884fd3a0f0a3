"""Builds a release from everything accepted so far and makes it the current one, all or nothing."""

import hashlib
import os
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd

from scicity import contracts, durable, places, published, records
from scicity.marts import SUBJECTS, Subject
from scicity.releases import store
from scicity.releases.store import Manifest

INDUSTRY, PUBLISHED, CHANGES = "industry.duckdb", "published.duckdb", "changes.duckdb"
# 1.5 is the way back if 2.0 disappoints: a file in this format is read by both
STORAGE = "(storage_version 'v1.5.0')"
WORKSHOP_MEMORY = "2GB"
CHANGED = {"old_value": "float64", "new_value": "float64"}


def publish(note: str, *, author: str = "", published_on: str = "") -> Manifest:
    """Builds, checks and publishes a release; the old one stays whole until the pointer has moved.

    published_on: ISO date, today when empty. Raises ValueError when nothing has been accepted.
    """
    day = published_on or date.today().isoformat()
    chosen = records.submissions()
    if not chosen:
        raise ValueError("No report has been accepted yet: import one before publishing.")
    previous = store.manifest(store.current()) if store.current() else None
    made_from = _fingerprints(chosen, previous)
    with durable.staged(places.releases()) as staging:
        for name, write in _writers(chosen, previous).items():
            if previous and previous.files.get(name, {}).get("fingerprint") == made_from[name]:
                _link(previous.folder / name, staging / name)
            else:
                write(staging / name)
        about = _settle(staging, _about(staging, note, author, day, chosen, previous, made_from))
    store.point_at(about.id)
    return about


def _writers(chosen: list[records.Submission], previous: Manifest | None) -> dict[str, Callable[[Path], None]]:
    """What writes each file of a release; changes come last, because they compare what was written."""
    writers: dict[str, Callable[[Path], None]] = {
        subject.file: partial(_write_subject, subject=subject, chosen=chosen, previous=previous) for subject in SUBJECTS
    }
    return writers | {PUBLISHED: published.write, CHANGES: partial(_write_changes, previous=previous)}


def _fingerprints(chosen: list[records.Submission], previous: Manifest | None) -> dict[str, str]:
    """What each file of a release depends on; where it equals the previous release's, the file is shared."""
    found = {subject.file: _fingerprint(subject, chosen) for subject in SUBJECTS}
    before = " ".join(str(previous.files.get(name, {}).get("fingerprint")) for name in found) if previous else "nothing"
    return found | {PUBLISHED: published.fingerprint(), CHANGES: f"{before} to {' '.join(found.values())}"}


def _fingerprint(subject: Subject, chosen: list[records.Submission]) -> str:
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


def _link(source: Path, target: Path) -> None:
    """Shares the bytes where the file system can, copies them where it cannot."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _hidden_in(previous: Manifest | None, subject: Subject) -> set[tuple[str, str]]:
    """The (classification, item)s the previous release suppresses: another choice now would reveal their old months."""
    if previous is None or subject.file not in previous.files:
        return set()
    with duckdb.connect() as connection:
        connection.execute(f"attach '{_quoted(previous.folder / subject.file)}' as earlier (read_only)")
        asked = "select distinct classification, item from earlier.cells where status = 'suppressed'"
        return {(row[0], row[1]) for row in connection.execute(asked).fetchall()}


def _write_subject(path: Path, subject: Subject, chosen: list[records.Submission], previous: Manifest | None) -> None:
    """The marts work in a database file of their own: what does not fit into memory waits on the disk."""
    workshop = path.with_suffix(".work")
    with duckdb.connect(workshop, config={"memory_limit": WORKSHOP_MEMORY}) as connection:
        records.load(connection, chosen, subject.forms)
        tables = subject.tables(connection, _hidden_in(previous, subject))
        connection.execute(f"attach '{_quoted(path)}' as release {STORAGE}")
        for table, frame in tables.items():
            _keep(connection, table, frame)
        connection.execute(
            "create table release.sources as select cast(submission as varchar) as source_id, form, file, provenance, "
            "received_on from submissions order by submission"
        )
        connection.execute("detach release")
    workshop.unlink()


def difference(earlier: Path, later: Path) -> pd.DataFrame:
    """The cells that differ between two release folders: subject, and the columns of marts/releases/changes."""
    asked = contracts.contract("marts/releases/changes")
    frames = [pd.DataFrame({name: pd.Series(dtype=CHANGED.get(name, "str")) for name in ("subject", *asked.columns)})]
    for subject in SUBJECTS:
        if (earlier / subject.file).exists() and (later / subject.file).exists():
            with duckdb.connect() as connection:
                connection.execute(f"attach '{_quoted(earlier / subject.file)}' as earlier (read_only)")
                connection.execute(f"attach '{_quoted(later / subject.file)}' as later (read_only)")
                frame = connection.execute(asked.statement).df()
            frame.insert(0, "subject", subject.name)
            frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def _write_changes(path: Path, previous: Manifest | None) -> None:
    """The cells that differ from the previous release; none for the first one."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{_quoted(path)}' as release {STORAGE}")
        _keep(connection, "cells", difference(previous.folder if previous else path.parent, path.parent))
        connection.execute("detach release")


def _keep(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Numbers are stored as DOUBLE whatever pandas made of a column that is all missing."""
    numeric = ("value", "comparable_base", "old_value", "new_value")
    columns = ", ".join(f"cast({name} as double) as {name}" if name in numeric else name for name in frame)
    connection.register("frame_to_keep", frame)
    connection.execute(f"create table release.{table} as select {columns} from frame_to_keep")
    connection.unregister("frame_to_keep")


def _about(staging: Path, note: str, author: str, day: str, chosen: list[records.Submission],
           previous: Manifest | None, made_from: dict[str, str]) -> Manifest:  # fmt: skip
    files = {}
    for name, fingerprint in made_from.items():
        path = staging / name
        files[name] = {"sha256": durable.sha256(path), "bytes": path.stat().st_size, "fingerprint": fingerprint}
    with duckdb.connect() as connection:
        for name in (INDUSTRY, CHANGES):
            connection.execute(f"attach '{_quoted(staging / name)}' as {Path(name).stem} (read_only)")
        months = connection.execute("select min(period_end), max(period_end) from industry.cells").fetchone()
        counted = connection.execute("select kind, count(*) from changes.cells group by kind order by kind").fetchall()
    return Manifest(
        id="",
        published_on=day,
        author=author,
        note=note,
        previous=previous.id if previous else "",
        submissions=tuple(one.number for one in chosen),
        months=months or ("", ""),
        files=files,
        changes=dict(counted),
    )


def _settle(staging: Path, about: Manifest) -> Manifest:
    """Gives the release the first free number of its day; two publishers at once get two numbers."""
    number = 1
    while True:
        named = Manifest(**{**about.__dict__, "id": f"{about.published_on.replace('-', '')}-{number:02d}"})
        (staging / store.MANIFEST).write_text(named.text(), encoding="utf-8")
        if durable.settle(staging, named.folder):
            return named
        number += 1


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
