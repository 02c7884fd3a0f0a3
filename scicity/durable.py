"""Files that are whole or absent, also after a crash or a power cut.

Every step writes beside its goal, forces the bytes to the disk, renames, and forces the folder: a reader sees the
old state or the new one. Renaming onto a folder that exists fails, so a number can be taken by one process only.
"""

import hashlib
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STAGING = ".building-"
A_DAY = 24 * 3600


def sha256(path: Path) -> str:
    """The file's SHA-256 as hex, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


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
    beside.write_text(text, encoding="utf-8")
    force(beside)
    os.replace(beside, path)
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
    for path in staging.iterdir():
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
