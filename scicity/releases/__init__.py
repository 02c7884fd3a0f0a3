"""Releases: immutable folders of DuckDB files with a manifest, and a pointer that names the current one.

Publishing builds a new folder and moves the pointer; a reader keeps what it has open; rolling back moves the pointer.
What is damaged is told from what is whole by checksums, and the last whole release is shown in its place.
"""

from scicity.releases.changes import difference
from scicity.releases.pointer import Standing, current, standing
from scicity.releases.publishing import preview, publish, roll_back, sign_off
from scicity.releases.store import (
    Damaged,
    Manifest,
    damage,
    manifest,
    on_shelf,
    pruned,
    released,
    signed_by,
    unreadable,
    waits,
)

__all__ = [
    "Damaged",
    "Manifest",
    "Standing",
    "current",
    "damage",
    "difference",
    "manifest",
    "on_shelf",
    "preview",
    "pruned",
    "publish",
    "released",
    "roll_back",
    "sign_off",
    "signed_by",
    "standing",
    "unreadable",
    "waits",
]
