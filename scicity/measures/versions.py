"""The lists of leading industries the zone has used since 2016, and how the list of 2020 maps to that of 2023.

A figure belongs to the list of its time: nothing is added or joined across versions. Read from data/taxonomy/.
"""

import csv
from dataclasses import dataclass
from functools import cache

from scicity import places
from scicity.measures import taxonomy
from scicity.wording import Language

IN_USE = "V1"  # what CL2020 writes down
KINDS = ("same", "renamed", "widened")


@dataclass(frozen=True)
class Version:
    """One list as it was printed. from_month: 'YYYY-MM' it was first seen in; counts are 0 where it names none."""

    version: str
    from_month: str
    seen_on: str
    source_zh: str
    source_en: str
    industries_zh: str
    industries_en: str
    industries_count: int
    subfields_count: int
    note_zh: str
    note_en: str

    def text(self, field: str, language: Language = "zh") -> str:
        """One of source, industries, note in that language."""
        return str(getattr(self, f"{field}_{language}"))


@dataclass(frozen=True)
class Mapped:
    """How one industry of V1 stands in V2. kind: one of KINDS."""

    item: str
    old_zh: str
    old_en: str
    new_zh: str
    new_en: str
    kind: str
    note_zh: str
    note_en: str

    def text(self, field: str, language: Language = "zh") -> str:
        """One of old, new, note in that language."""
        return str(getattr(self, f"{field}_{language}"))


@cache
def versions() -> tuple[Version, ...]:
    """All versions in order of time. A version that does not follow the one before raises ValueError naming it."""
    counts = ("industries_count", "subfields_count")
    found = tuple(Version(**{**row, **{name: int(row[name]) for name in counts}}) for row in _rows("versions.csv"))  # type: ignore[arg-type]
    for before, now in zip(found, found[1:], strict=False):
        if now.from_month <= before.from_month:
            raise ValueError(f"Version {now.version} of versions.csv begins before {before.version}: order the rows.")
    return found


@cache
def mapping() -> tuple[Mapped, ...]:
    """V1 to V2, one row an industry of V1. An unknown code or kind raises ValueError naming the row."""
    found = tuple(Mapped(**row) for row in _rows("mapping_v1_v2.csv"))
    for row in found:
        if row.kind not in KINDS or row.item not in taxonomy.industries():
            raise ValueError(f"'{row.item}, {row.kind}' of mapping_v1_v2.csv: expected an industry and one of {KINDS}.")
    return found


def _rows(file: str) -> list[dict[str, str]]:
    with (places.TAXONOMY / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))
