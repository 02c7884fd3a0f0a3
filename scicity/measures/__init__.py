"""Every indicator: its name, definition, unit, decimals, and what may be done with it.

Read from `data/indicators.toml`; one quantity has one entry, and every text about it comes from there.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scicity import places
from scicity.wording import Language

Kind = Literal["flow", "stock", "ratio"]


@dataclass(frozen=True)
class Indicator:
    """One indicator. cell: the (classification, item, indicator) of a release that carries it or its base."""

    code: str
    name_zh: str
    name_en: str
    definition_zh: str
    definition_en: str
    unit: str
    decimals: int
    kind: Kind
    price_zh: str
    price_en: str
    source_zh: str
    source_en: str
    lag_zh: str
    lag_en: str
    cell: tuple[str, str, str]

    def text(self, field: str, language: Language = "zh") -> str:
        """One of name, definition, price, source, lag in that language."""
        return str(getattr(self, f"{field}_{language}"))


@cache
def indicators() -> dict[str, Indicator]:
    """All indicators by code, in the order of the file. A wrong entry raises TypeError naming what it lacks."""
    written = tomllib.loads(places.INDICATORS.read_text(encoding="utf-8"))
    return {code: Indicator(code=code, **{**entry, "cell": tuple(entry["cell"])}) for code, entry in written.items()}
