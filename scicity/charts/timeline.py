"""Months on an axis: positions as numbers, so that 1—2月 can be two months wide; ticks that never collide."""

from collections.abc import Sequence
from dataclasses import dataclass

from scicity import periods
from scicity.charts.look import Look
from scicity.charts.text import bold, width
from scicity.periods import Span
from scicity.wording import say

GAP = 0.26  # of a month, between two columns
YEAR_GAP = 0.7  # between two years of year-to-date columns, which start anew


@dataclass(frozen=True)
class Slot:
    """One observation's place: centre and width in months, counted from the first January."""

    period: str
    span: Span
    centre: float
    months: int

    @property
    def left(self) -> float:
        return self.centre - self.months / 2

    @property
    def right(self) -> float:
        return self.centre + self.months / 2

    @property
    def two_months(self) -> bool:
        return self.months == 2

    def height(self, value: float | None) -> float | None:
        """A month's level: of 1—2月 the monthly average, so that areas and heights stay honest."""
        return None if value is None else value / self.months


def slots(chosen: Sequence[str], span: Span) -> list[Slot]:
    """A place for each observation. Year-to-date columns are one wide each, with a gap before each new year."""
    if not chosen:
        return []
    first = periods.year_of(chosen[0])
    return [_slot(period, span, periods.year_of(period) - first) for period in chosen]


def _slot(period: str, span: Span, year: int) -> Slot:
    number = periods.number_of(period)
    if span == "ytd":
        return Slot(period, span, year * (11 + YEAR_GAP) + number - 1.5, 1)
    months = periods.months_in(period)
    return Slot(period, span, year * 12 + number - months / 2, months)


def extent(places: Sequence[Slot], margin: float = 0.15) -> tuple[float, float]:
    """The axis range: all places and a little air."""
    return (places[0].left - margin, places[-1].right + margin) if places else (0.0, 1.0)


def pixels_a_month(places: Sequence[Slot], room: float) -> float:
    low, high = extent(places)
    return room / (high - low)


def ticks(places: Sequence[Slot], look: Look, size: float, room: float) -> tuple[list[float], list[str]]:
    """Tick positions and texts: month below each place, the year in bold under its first; thinned to what fits.

    The last place and every 1—2月 go first; the others follow from left to right where there is room.
    """
    scale = pixels_a_month(places, room)
    named = [periods.tick(place.period, look.language) for place in places]
    order = sorted(range(len(places)), key=lambda at: (at != len(places) - 1, not _opens_a_year(places[at]), at))
    kept: list[int] = []
    for at in order:
        apart = [abs(places[at].centre - places[other].centre) * scale for other in kept]
        needed = [(width(named[at], size) + width(named[other], size)) / 2 + 4 for other in kept]
        if all(real >= need for real, need in zip(apart, needed, strict=True)):
            kept.append(at)
    kept.sort()
    return [places[at].centre for at in kept], [named[at] + _year(places, at, kept, look, scale) for at in kept]


def _opens_a_year(place: Slot) -> bool:
    return periods.number_of(place.period) == 2


def _year(places: Sequence[Slot], at: int, kept: Sequence[int], look: Look, scale: float) -> str:
    """The year under a tick that opens it, unless the next year's own would touch it."""
    year = periods.year_of(places[at].period)
    earlier = [other for other in kept if other < at]
    if earlier and periods.year_of(places[earlier[-1]].period) == year:
        return ""
    following = [place for place in places if periods.year_of(place.period) == year + 1]
    if following and not earlier and (following[0].centre - places[at].centre) * scale < 5 * 13:
        return ""
    return "<br>" + bold(say("chart_year", look.language, year=year))


def title(place: Slot, look: Look, with_year: bool = True) -> str:
    """The period in full, for the head of a hover box; of 1—2月 it says that both months are in it."""
    label = periods.label(place.period, place.span, look.language, with_year)
    return say("chart_hover_two_months", look.language, period=label) if place.two_months else label
