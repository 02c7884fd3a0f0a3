"""Items side by side by their growth: who grows fastest, who falls, and the sentence 分产业看.

Suppressed and missing items take no part; equal rates as printed stand together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from scicity import periods
from scicity.narrative.amounts import listed, name
from scicity.narrative.phrases import growth, moved
from scicity.narrative.rows import GROWTH, known
from scicity.wording import Language, say
from scicity.wording.numbers import rounded

MOST_GROUPED = 6


@dataclass(frozen=True)
class Pace:
    """Items that share one rate as printed, in the order of the taxonomy."""

    rate: Decimal
    codes: tuple[str, ...]

    def names(self, language: Language, inside: bool = False) -> str:
        texts = [name(code, "leading", language, inside or place > 0) for place, code in enumerate(self.codes)]
        return listed(texts, language)


def paces(frame: pd.DataFrame, period: str, column: str = GROWTH) -> list[Pace]:
    """The leading industries' items of that period by `column` (growth in per cent), highest first."""
    found: dict[Decimal, list[str]] = {}
    rows = known(frame[frame["period"] == period], column)
    for code, rate in zip(rows["item"], rows[column], strict=True):
        found.setdefault(rounded(rate), []).append(str(code))
    return [Pace(rate, tuple(found[rate])) for rate in sorted(found, reverse=True)]


def by_growth(frame: pd.DataFrame, period: str, language: Language = "zh") -> str:
    """分产业看，…: growing items first, then level ones, then falls from the smallest; equal rates merged.

    frame: one row an item (of one level, without the total) and period. Six at most, the rest counted; '' for none.
    """
    clauses = growth_clauses(frame, period, language)
    return say("tell_group", language, clauses=say("tell_clause", language).join(clauses)) if clauses else ""


def growth_clauses(
    frame: pd.DataFrame, period: str, language: Language, marked: Callable[[Pace, str], str] = lambda pace, text: text
) -> list[str]:
    """The clauses of `by_growth`, one a rate; a rate that would go beyond six items is counted in 其余n个领域 instead.

    marked: what becomes of the words of each rate, for a text whose numbers are to be found again.
    """
    left, clauses, rest = MOST_GROUPED, [], 0
    for pace in paces(frame, period):
        if len(pace.codes) > left:
            left, rest = 0, rest + len(pace.codes)
            continue
        left -= len(pace.codes)
        key = "tell_group_both" if len(pace.codes) > 1 else "tell_group_one"
        rate = marked(pace, growth(float(pace.rate), language, lead=False))
        clauses.append(say(key, language, names=pace.names(language, inside=True), growth=rate))
    return clauses + [say("tell_group_rest", language, n=rest)] * bool(rest)


def extremes(found: Sequence[Pace], language: Language) -> str:
    """Who grows most and who least, with their rates: 体外诊断增长33.5%居首，轻量化材料下降4.1%居末."""
    if not found:
        return ""
    top, bottom = found[0], found[-1]
    if top is bottom:
        key = "tell_alike" if len(top.codes) > 1 else "tell_alone"
        rate = moved(float(top.rate), language)
        return say(key, language, names=top.names(language), growth=rate)
    texts = {
        "top": top.names(language),
        "top_growth": growth(float(top.rate), language, lead=False),
        "bottom": bottom.names(language, inside=True),
        "bottom_growth": growth(float(bottom.rate), language, lead=False),
    }
    return say("tell_extremes", language, **texts)


def leaders_and_fallers(frame: pd.DataFrame, period: str, language: Language) -> str:
    """体外诊断增速居首，轻量化材料、数字文创仍在下降 (仍在: they fell in the period before too)."""
    found = paces(frame, period)
    if not found or found[0].rate <= 0:
        return _without_growth(found, language)
    if len(found) == len(found[0].codes) == 1:
        return extremes(found, language)
    tied = len(found[0].codes) > 1
    top = say("tell_top_tied" if tied else "tell_top", language, names=found[0].names(language))
    fallers = [pace for pace in reversed(found) if pace.rate < 0]
    if not fallers:
        return top
    still = _fell_before(frame, period) >= {code for pace in fallers for code in pace.codes}
    return say("tell_top_still" if still else "tell_top_fall", language, top=top, names=_together(fallers, language))


def _without_growth(found: Sequence[Pace], language: Language) -> str:
    if len(found) < 2:
        return extremes(found, language)
    if found[0].rate == 0:
        texts = {"flat": found[0].names(language), "names": _together(found[:0:-1], language)}
        return say("tell_flat_fall", language, **texts)
    n = sum(len(pace.codes) for pace in found)
    return say("tell_all_fall", language, n=n, names=found[0].names(language, inside=True))


def _together(found: Sequence[Pace], language: Language) -> str:
    codes = tuple(code for pace in found for code in pace.codes)
    return Pace(Decimal(0), codes).names(language, inside=True)


def _fell_before(frame: pd.DataFrame, period: str) -> set[str]:
    before = paces(frame, periods.previous(period))
    return {code for pace in before if pace.rate < 0 for code in pace.codes}
