"""Files that are whole or absent, also after a crash or a power cut; a damaged one is told from a whole one.

Every step writes beside its goal, forces the bytes to the disk, renames, and forces the folder: a reader sees the
old state or the new one. Renaming onto a folder that exists fails, so a number can be taken by one process only.
Who changes something holds a lock that ends with its process, so nothing is left locked after a crash.
"""

import errno
import hashlib
import json
import os
import shutil
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

STAGING = ".building-"
A_DAY = 24 * 3600
PATIENCE = 120.0  # seconds; longer than a release of ten million records takes to build on a slow disk
SEAL = "seal"
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class NotWritten(OSError):
    """The disk refused. Whatever was being written is absent and the old state stands."""


class Busy(OSError):
    """Somebody else is changing the same thing and did not finish while we waited."""


def sha256(path: Path) -> str:
    """The file's SHA-256 as hex, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def sealed(about: dict[str, Any]) -> str:
    """`about` as JSON text that bears a checksum of itself."""
    return json.dumps({**about, SEAL: _seal(about)}, ensure_ascii=False, indent=1)


def unsealed(text: str) -> dict[str, Any]:
    """What was sealed; ValueError where the text is not JSON or not what was sealed. Old texts have no seal."""
    about = json.loads(text)
    if not isinstance(about, dict) or about.pop(SEAL, None) not in (None, _seal(about)):
        raise ValueError("its checksum differs")
    return about


def _seal(about: dict[str, Any]) -> str:
    text = json.dumps({key: value for key, value in about.items() if key != SEAL}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def force(path: Path) -> None:
    """Waits until the file or folder is on the disk. Windows cannot force a folder; there the rename must do."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_text(path: Path, text: str) -> None:
    """Puts `text` into the file at once: readers get the old text or the new one."""
    beside = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    try:
        beside.write_text(text, encoding="utf-8")
        force(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    force(path.parent)


@contextmanager
def staged(parent: Path) -> Iterator[Path]:
    """A new folder below `parent` to build in; removed if it is not moved to its place by `settle`."""
    parent.mkdir(parents=True, exist_ok=True)
    _sweep(parent)
    folder = parent / f"{STAGING}{uuid.uuid4().hex}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(parent: Path) -> None:
    """Removes what killed builders left behind; a day is longer than any build takes."""
    for left in parent.glob(f"{STAGING}*"):
        if time.time() - left.stat().st_mtime > A_DAY:
            shutil.rmtree(left, ignore_errors=True)


def settle(staging: Path, place: Path) -> bool:
    """Moves the finished folder to `place`; False if somebody else took that place first."""
    for path in sorted(staging.rglob("*"), reverse=True):  # what a folder holds comes before the folder
        force(path)
    force(staging)
    try:
        os.rename(staging, place)
    except OSError:
        if place.exists():
            return False
        raise
    force(place.parent)
    return True


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds the lock file alone among processes and threads; Busy after `patience` seconds of waiting.

    The lock ends with the process that holds it, however it ends. It cannot be taken twice by the same thread.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        until = time.monotonic() + patience
        while not _taken(handle):
            if time.monotonic() > until:
                raise Busy(f"Somebody else has been importing or publishing for {patience:.0f} s: try again later.")
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def refused(said: str) -> OSError:
    """What a library that writes files of its own says of the disk, as the system's error."""
    full = next((code for code in NO_ROOM if os.strerror(code) in said), None)
    return OSError(full or errno.EIO, os.strerror(full or errno.EIO))


@contextmanager
def or_nothing() -> Iterator[None]:
    """What the disk refuses inside becomes NotWritten, in plain words; what was written is undone by `staged`."""
    try:
        yield
    except (NotWritten, Busy, FileNotFoundError):
        raise
    except OSError as fault:
        why = "The disk is full" if fault.errno in NO_ROOM else f"The disk refused ({fault.strerror or fault})"
        raise NotWritten(f"{why}: nothing was changed. Make room or mend the disk, then do it again.") from fault
