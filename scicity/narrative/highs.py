"""Highs and lows with their window, and the rounding words 近, 约, 超 and 余.

Both say less than the number and are easily said too much of, so both are refused where they are not strictly true.
"""

from collections.abc import Sequence
from decimal import Decimal

from scicity import periods
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing, rounded

FEWEST = 3  # a high of two is only a rise
NEAR, AROUND, OVER = Decimal("0.02"), Decimal("0.02"), Decimal("0.05")


def record(months: Sequence[str], values: Sequence[float | None], language: Language = "zh", breaks: int = 0) -> str:
    """为年内最高, 为2019年以来最低: the newest value against all the others, with the window printed.

    months, values: oldest first; values as printed to one decimal. breaks: how many breaks of the series lie inside.
    '' below three values, with a month left out, a value missing or a break inside the window, or when it is no record.
    """
    shown = [rounded(float(value)) for value in values if value is not None and not is_missing(value)]
    if len(shown) < max(FEWEST, len(months)) or breaks or list(months) != periods.between(months[0], months[-1]):
        return ""
    last, others = shown[-1], shown[:-1]
    side = "high" if last > max(others) else "low" if last < min(others) else ""
    if not side:
        return ""
    first, year = periods.year_of(months[0]), periods.year_of(months[-1])
    if first == year:
        return say(f"tell_record_{side}_year", language)
    return say(f"tell_record_{side}_since", language, since=_since(months[0], language))


def roughly(value: float, mark: float, word: str, language: Language = "zh", decimals: int = 0) -> str:
    """`mark` with a rounding word where the word is true of `value`, else the number itself with its decimals.

    word: near 近 (at most 2 % below), around 约 (within 2 %), over 超 (at most 5 % above), odd 余 (as over).
    """
    exact, round_number = Decimal(repr(float(value))), Decimal(repr(float(mark)))
    gap = (exact - round_number) / abs(round_number)
    holds = {"near": -NEAR <= gap < 0, "around": abs(gap) <= AROUND, "over": 0 < gap <= OVER, "odd": 0 < gap <= OVER}
    if not holds[word]:
        return f"{rounded(value, decimals):f}"
    return say(f"tell_rough_{word}", language, n=f"{round_number.normalize():f}")


def _since(month: str, language: Language) -> str:
    """A window that starts with a year is named by the year alone."""
    if periods.number_of(month) == 2:
        return say("tell_record_year", language, year=periods.year_of(month))
    return periods.label(month, "month", language)
