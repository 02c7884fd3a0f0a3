"""Releases: immutable folders of DuckDB files with a manifest, and a pointer that names the current one.

Publishing builds a new folder and moves the pointer; a reader keeps what it has open; rolling back moves the pointer.
"""

from scicity.releases.build import difference, publish
from scicity.releases.store import Manifest, current, manifest, released, roll_back

__all__ = ["Manifest", "current", "difference", "manifest", "publish", "released", "roll_back"]
