"""How far a target is reached: completion against time, the gap in points, a state, what the rest of the year needs.

Everything is worked out from rates rounded to one decimal, as they are printed, so that a reader can redo it.
"""

import tomllib
from decimal import Decimal
from functools import cache
from typing import Literal

from scicity import periods, places
from scicity.wording.numbers import is_missing, rounded

State = Literal["ahead", "on_track", "at_risk", "behind"]
STATES: tuple[State, ...] = ("ahead", "on_track", "at_risk", "behind")
MONTHS = 12


@cache
def thresholds() -> tuple[Decimal, Decimal, Decimal]:
    """From which gap on a target is ahead, on track, at risk, in percentage points. Source: data/settings.toml."""
    written = tomllib.loads(places.SETTINGS.read_text(encoding="utf-8"))["progress"]
    ahead, on_track, at_risk = (rounded(written[f"{name}_from"]) for name in STATES[:3])
    if not ahead > on_track > at_risk:
        raise ValueError(
            "settings.toml, [progress]: ahead_from, on_track_from and at_risk_from must fall in this order"
        )
    return ahead, on_track, at_risk


def elapsed(month: str) -> Decimal:
    """Time-proportional progress at the end of a month: 66.7 for August, 75.0 for September."""
    return rounded(100 * periods.number_of(month) / MONTHS)


def completion(actual: float | None, target: float | None) -> Decimal | None:
    """Achieved so far over the whole year's target, in per cent, one decimal; None without either or without target."""
    if is_missing(actual) or is_missing(target) or not target:
        return None
    return rounded(100 * float(actual) / float(target))  # type: ignore[arg-type]


def gap(progress: Decimal | None, reference: Decimal | None) -> Decimal | None:
    """Percentage points of progress above (below: negative) a reference, from both as printed."""
    return None if progress is None or reference is None else progress - reference


def state(points: Decimal | None) -> State | None:
    """The state of a gap: 5.0 and more ahead, 0.0 on track, -5.0 at risk, less behind (by the settings)."""
    if points is None:
        return None
    return next((name for name, lowest in zip(STATES, thresholds(), strict=False) if points >= lowest), "behind")


def required(actual: float | None, target: float | None, month: str) -> float | None:
    """What each remaining month needs on average; 0 once the target is reached, None in December or without numbers."""
    left = MONTHS - periods.number_of(month)
    if is_missing(actual) or is_missing(target) or not left:
        return None
    return max(0.0, float(target) - float(actual)) / left  # type: ignore[arg-type]
