"""The shelf of releases: list, find the current one, move the pointer."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scicity import durable, places

MANIFEST, POINTER = "manifest.json", "current"


@dataclass(frozen=True)
class Manifest:
    """What a release says of itself.

    published_on: the day readers see. files: name -> sha256, bytes, fingerprint of what it was made from.
    months: first and last closing month. changes: how many cells are new, revised, withdrawn against `previous`.
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

    @property
    def folder(self) -> Path:
        return places.releases() / self.id

    def text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def released() -> list[Manifest]:
    """All whole releases, oldest first. A folder without a manifest is not a release and is passed over."""
    root = places.releases()
    return [_read(path) for path in sorted(root.glob("*/" + MANIFEST))] if root.exists() else []


def manifest(release: str) -> Manifest:
    """The manifest of that release; LookupError names the releases there are."""
    path = places.releases() / release / MANIFEST
    if not release or path.parent.parent != places.releases() or not path.is_file():
        known = ", ".join(one.id for one in released()) or "none yet"
        raise LookupError(f"There is no release '{release}'. Known: {known}.")
    return _read(path)


def current() -> str:
    """The id the pointer names; '' before the first release. A page asks this at every run: one small read."""
    try:
        return (places.releases() / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def point_at(release: str) -> None:
    durable.replace_text(places.releases() / POINTER, release + "\n")


def roll_back(release: str) -> Manifest:
    """Makes an older (or newer) release the current one. Its files are checked first: a damaged one is refused."""
    wanted = manifest(release)
    for name, about in wanted.files.items():
        if durable.sha256(wanted.folder / name) != about["sha256"]:
            raise ValueError(
                f"File {name} of release {release} is damaged: its checksum differs. Choose another release."
            )
    point_at(release)
    return wanted


def _read(path: Path) -> Manifest:
    about = json.loads(path.read_text(encoding="utf-8"))
    return Manifest(**{**about, "submissions": tuple(about["submissions"]), "months": tuple(about["months"])})
