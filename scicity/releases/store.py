"""The shelf of releases: what each says of itself, which are whole, and which readers may see."""

import logging
import os
import threading
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scicity import durable, places

MANIFEST, SIGNATURES, PRUNED = "manifest.json", "signatures", "pruned"

log = logging.getLogger("scicity")
_lock = threading.Lock()
_manifests: dict[tuple[Path, Any], "Manifest"] = {}
_checksums: dict[Any, str] = {}


class Damaged(ValueError):
    """A file of a release is not what was published, or is missing."""


@dataclass(frozen=True)
class Manifest:
    """What a release says of itself.

    published_on: the day readers see. files: name -> sha256, bytes, fingerprint of what it was made from.
    months: first and last closing month. changes: how many cells are new, revised, withdrawn against `previous`.
    visible_from: ISO time before which no reader sees it, '' for at once. second_person: whether somebody else than
    its author must sign it off before a reader sees it.
    """

    id: str
    published_on: str
    author: str
    note: str
    previous: str
    submissions: tuple[int, ...]
    months: tuple[str, str]
    files: dict[str, dict[str, Any]]
    changes: dict[str, int]
    made_at: str = ""
    visible_from: str = ""
    second_person: bool = False

    @property
    def folder(self) -> Path:
        return places.releases() / self.id

    @property
    def order(self) -> tuple[str, int]:
        return order(self.id)

    def text(self) -> str:
        return durable.sealed(asdict(self))


def order(release: str) -> tuple[str, int]:
    """Day and number of an id: the hundredth release of a day comes after the eleventh."""
    day, _, number = release.partition("-")
    return day, int(number) if number.isdigit() else 0


def on_shelf() -> list[Manifest]:
    """Every release whose manifest can be read, oldest first, whether whole or waiting or not."""
    found = [readable(path) for path in places.releases().glob(f"[0-9]*-*/{MANIFEST}")]
    return sorted((one for one in found if one), key=lambda one: one.order)


def released() -> list[Manifest]:
    """The releases a reader may open, oldest first: whole, and not waiting for their hour or a second person."""
    return [one for one in on_shelf() if not waits(one) and not damage(one)]


def unreadable() -> list[str]:
    """Ids of folders on the shelf whose manifest is missing or damaged."""
    folders = [path for path in places.releases().glob("[0-9]*-*") if path.is_dir()]
    return sorted(path.name for path in folders if readable(path / MANIFEST) is None)


def manifest(release: str) -> Manifest:
    """The manifest of that release. LookupError names the releases there are; Damaged where it is not whole.

    The bytes of its files are read once in the life of a process and again when a file has changed.
    """
    path = places.releases() / release / MANIFEST
    if not release or path.parent.parent != places.releases() or not path.parent.is_dir():
        known = ", ".join(one.id for one in on_shelf()) or "none yet"
        raise LookupError(f"There is no release '{release}'. Known: {known}.")
    about = readable(path)
    wrong = damage(about) if about else (MANIFEST,)
    if about is None or wrong:
        raise Damaged(
            f"File {wrong[0]} of release {release} is damaged: its checksum differs or it is missing. "
            "Choose another release, or restore the file from a backup."
        )
    return about


def damage(about: Manifest) -> tuple[str, ...]:
    """Names of the files of the release that are missing or not what was published; () when it is whole."""
    folder = str(about.folder)
    return tuple(name for name, file in about.files.items() if _checksum(f"{folder}/{name}") != file["sha256"])


def waits(about: Manifest) -> bool:
    """Whether its hour has not come or its second signature is missing."""
    return not is_past(about.visible_from) or (about.second_person and not signed_by(about.id))


def is_past(moment: str) -> bool:
    """Whether the ISO time has come; '' always has."""
    return not moment or datetime.fromisoformat(moment) <= datetime.now(UTC)


def signed_by(release: str) -> str:
    """Who signed the release off as the second person; '' where nobody did or need."""
    try:
        return (places.releases() / SIGNATURES / release).read_text(encoding="utf-8").partition("\n")[0]
    except FileNotFoundError:
        return ""


def pruned() -> list[Manifest]:
    """The manifests of releases that were removed because newer ones took their place, oldest first."""
    found = [readable(path) for path in (places.releases() / PRUNED).glob("*.json")]
    return sorted((one for one in found if one), key=lambda one: one.order)


def readable(path: Path) -> Manifest | None:
    """The manifest in that file, None where there is none or its text is damaged. Kept until the file changes."""
    try:
        key = path, _state(path)
        if key not in _manifests:
            about = durable.unsealed(path.read_text(encoding="utf-8"))
            lists = {"submissions": tuple(about["submissions"]), "months": tuple(about["months"])}
            _manifests[key] = Manifest(**{**about, **lists})
        return _manifests[key]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as fault:
        log.error("%s of release %s cannot be read: %s", path.name, path.parent.name, fault)
        return None


def _checksum(path: str) -> str:
    """Of the bytes as they were when the process first saw this state of the file; '' where there is none."""
    try:
        key = _state(path)
        if key not in _checksums:
            with _lock:  # many readers at once need the bytes once
                if key not in _checksums:
                    _checksums[key] = durable.sha256(Path(path))
        return _checksums[key]
    except OSError:
        return ""


def _state(path: Path | str) -> tuple[int, ...]:
    """What tells one state of a file from another without reading it. A file shared by releases is one file."""
    found = os.stat(path)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
