"""The innovation chain: which measures stand in which of its four columns, and where each is read for one sub-field.

Read from data/chain.toml. A column's coverage is the part of its measures that are published for the sub-field.
"""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from scicity import places
from scicity.wording import Language

COLUMNS = ("science", "technology", "results", "economy")
SOURCES = ("cells", "growth", "named", "none")
UNSURE_BELOW = 60.0  # per cent: a column that is covered less is hatched
MOST_LAG = 36  # months


@dataclass(frozen=True)
class Link:
    """One measure of the chain. cell: where it is read; whole: a cited figure of the whole science city, or ''."""

    code: str
    column: str
    name_zh: str
    name_en: str
    unit_zh: str
    unit_en: str
    source: str
    cell: tuple[str, ...]
    whole: str

    def name(self, language: Language = "zh") -> str:
        return self.name_zh if language == "zh" else self.name_en

    @property
    def subject(self) -> str:
        """Whose release file holds it; '' where it is not read from cells."""
        return self.cell[0] if self.source in ("cells", "growth") else ""


@cache
def links() -> tuple[Link, ...]:
    """All measures, column by column. An entry with an unknown column or source raises ValueError naming it."""
    written = tomllib.loads(places.CHAIN.read_text(encoding="utf-8"))
    found = [Link(code=code, **{**entry, "cell": tuple(entry["cell"])}) for code, entry in written.items()]
    for link in found:
        if link.column not in COLUMNS or link.source not in SOURCES:
            raise ValueError(f"chain.toml, [{link.code}]: expected a column of {COLUMNS} and a source of {SOURCES}.")
    return tuple(sorted(found, key=lambda link: COLUMNS.index(link.column)))


def subjects() -> tuple[str, ...]:
    """The subjects whose files the chain reads, each once."""
    return tuple(dict.fromkeys(link.subject for link in links() if link.subject))


def wholes() -> tuple[str, ...]:
    """The cited figures of the whole science city that stand beside."""
    return tuple(link.whole for link in links() if link.whole)


def coverage_pct(published: Collection[bool]) -> float:
    """The part of a column's measures that is published, in per cent; of no measures 0."""
    return 100 * sum(published) / len(published) if published else 0.0
