"""Axis ranges and gridlines: at most four lines, round numbers, room in pixels for the labels above and below."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from scicity.charts.look import Look
from scicity.charts.theme import sheet, tokens
from scicity.wording.numbers import number

STEPS = (1, 2, 2.5, 5, 10)


def round_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round numbers from `low` to `high`, at most `most` besides zero; zero is among them when the range holds it."""
    span = high - low
    if span <= 0:
        return [low]
    rough = 10 ** math.floor(math.log10(span / most))
    step = next(rough * one for one in STEPS if span / (rough * one) <= most)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(at * step, 10) for at in range(first, last + 1)]


def roomy(low: float, high: float, below: float, above: float, pixels: float) -> tuple[float, float]:
    """The range in which `low` stands `below` pixels over the bottom and `high` `above` pixels under the top."""
    span = (high - low) or 1.0
    inner = max(pixels - below - above, pixels * 0.2)
    return low - span * below / inner, high + span * above / inner


def rate_range(values: Iterable[float | None]) -> tuple[float, float]:
    """From lowest to highest rate; zero belongs to it always, so that a fall is seen as one."""
    known = [value for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    # rates are printed to a tenth: a range below one point would only blow up rounding
    return low, max(high, low + 1) if known else high


def rate_axis(reach: tuple[float, float], look: Look, shown: tuple[float, float], pixels: float) -> dict[str, Any]:
    """An axis of rates: gridlines within the data, as many as have room; minus signs as figures print them."""
    inner = pixels * (reach[1] - reach[0]) / (shown[1] - shown[0])
    most = max(1, min(3, int(inner / (sheet(look).label * 1.5))))
    marks = round_ticks(*reach, most=most) if reach[0] != reach[1] else [0.0]
    decimals = 0 if all(float(mark).is_integer() for mark in marks) else 1
    return axis(marks, [number(mark, decimals) for mark in marks], look, shown)


def axis(marks: Sequence[float], texts: Sequence[str], look: Look, shown: tuple[float, float]) -> dict[str, Any]:
    """An axis with exactly these ticks, as plotly takes it."""
    return {
        "range": list(shown),
        "tickmode": "array",
        "tickvals": list(marks),
        "ticktext": list(texts),
        "showgrid": True,
        "tickfont": {"size": sheet(look).small if look.on_page else sheet(look).label, "color": tokens(look).ink2},
    }
