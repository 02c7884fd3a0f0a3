"""What may have a target: its name, its unit, and the cell of which subject says how far it is.

Read from data/goals.toml; the codes are those of the form annual_targets.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scicity import places
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing, number

WHOLE = "KXC"  # the scope that goes without saying


@dataclass(frozen=True)
class Goal:
    """Where a target's achievement stands: a subject's cell, year to date, and how many decimals it is printed with."""

    subject: str
    classification: str
    item: str
    indicator: str
    decimals: int


@cache
def goals() -> Mapping[str, Goal]:
    """The cells behind the indicators that may have targets, by code."""
    written = tomllib.loads(places.GOALS.read_text(encoding="utf-8"))
    return {code: Goal(**entry) for code, entry in written.items()}


def name(indicator: str, scope: str, language: Language = "zh") -> str:
    """The indicator's name, with its scope where that is not the whole science city."""
    words = say(f"goal_{indicator}", language)
    return (
        words
        if scope == WHOLE
        else say("goal_of_scope", language, name=words, scope=say(f"goal_scope_{scope}", language))
    )


def quantity(value: float | None, unit: str, decimals: int, language: Language = "zh") -> str:
    """A value with its unit: 1877.6亿元, 52家; the unit is told by the form's code. Missing gives '--'."""
    return say(f"goal_with_{unit}", language, value=plain(_scaled(value, unit, language), decimals, language))


def plain(value: float | None, decimals: int, language: Language = "zh") -> str:
    """A value without its unit; a whole number is printed as one, a target of 2790 is not 2790.0."""
    whole = not is_missing(value) and float(value).is_integer()  # type: ignore[arg-type]
    return number(value, 0 if whole else max(decimals, 1), language)


def done(actual: float | None, target: float | None, unit: str, decimals: int, language: Language = "zh") -> str:
    """1877.6 / 2790亿元: what is done, and the target."""
    shown = number(_scaled(actual, unit, language), decimals, language)
    return say("goal_done", language, actual=shown, target=quantity(target, unit, decimals, language))


def _scaled(value: float | None, unit: str, language: Language) -> float | None:
    """English counts in billions where Chinese counts in 亿."""
    billions = language == "en" and unit == "100m_yuan" and not is_missing(value)
    return float(value) / 10 if billions else value  # type: ignore[arg-type]
