"""The leading industries and their sub-fields, and the classifications that stand beside them.

Read from `data/taxonomy/cl2020.csv`. Classifications overlap (an enterprise may be in several), so their items are
never added to one another; within 'leading', sub-fields add up to industries and industries to the total.
"""

import csv
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scicity import places
from scicity.wording import Language

Level = Literal["total", "industry", "subfield"]

VERSION = "CL2020"
TOTAL = "ALL"
INDUSTRIAL_TOTAL = "IND"  # the three industries measured by output, without services
OTHER = "OTH"  # above-scale industry outside the leading industries; a code in reports, never an item on screen
CLASSIFICATIONS = ("leading", "above_scale", "high_tech", "strategic")


@dataclass(frozen=True)
class Item:
    """One row of a classification. `measure` says what its value is: output, revenue, or scale (both together)."""

    classification: str
    code: str
    level: Level
    parent: str
    rank: int
    measure: str
    name_zh: str
    name_en: str

    def name(self, language: Language = "zh") -> str:
        return self.name_zh if language == "zh" else self.name_en


@cache
def items() -> dict[tuple[str, str], Item]:
    """Every item by (classification, code), in the order of the file."""
    with (places.TAXONOMY / "cl2020.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Item(
                classification=row["classification"],
                code=row["item"],
                level=row["level"],  # type: ignore[arg-type]
                parent=row["parent"],
                rank=int(row["rank"]),
                measure=row["measure"],
                name_zh=row["name_zh"],
                name_en=row["name_en"],
            )
            for row in csv.DictReader(file)
        ]
    return {(row.classification, row.code): row for row in rows}


def item(code: str, classification: str = "leading") -> Item:
    """The item of that code. An unknown one raises KeyError naming the classification."""
    try:
        return items()[classification, code]
    except KeyError:
        raise KeyError(f"'{classification}' of {VERSION} has no item '{code}'") from None


def industries() -> list[str]:
    """The four leading industries' codes, in stacking order (NIT, AM, GH, HS)."""
    return _ordered(lambda one: one.level == "industry")


def subfields(industry: str | None = None) -> list[str]:
    """The sub-fields' codes, of one industry or of all four, in order."""
    return _ordered(lambda one: one.level == "subfield" and industry in (None, one.parent))


def industry_of(code: str) -> str:
    """The leading industry a sub-field or industry belongs to; '' for totals."""
    found = item(code)
    return {"subfield": found.parent, "industry": found.code}.get(found.level, "")


def _ordered(wanted) -> list[str]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    chosen = [one for one in items().values() if one.classification == "leading" and wanted(one)]
    return [one.code for one in sorted(chosen, key=lambda one: one.rank)]
