"""An industry's part of the whole, now and a year before, and how its change is told."""

from dataclasses import dataclass
from itertools import accumulate

from scicity import periods
from scicity.charts import amounts
from scicity.charts.look import Look
from scicity.charts.rows import Row, absent, name
from scicity.charts.theme import Hue, hue
from scicity.wording import say
from scicity.wording.numbers import difference_pp, number


@dataclass(frozen=True)
class Part:
    """An industry's part of both bars, in per cent: share and where it starts, a year before and now."""

    name: str
    hue: Hue
    before: float | None
    now: float | None
    before_from: float
    now_from: float
    why: str

    def middle(self, part: float | None, start: float) -> float:
        return start + (part or 0.0) / 2


def parts_of(rows: list[Row], look: Look) -> list[Part]:
    chosen = sorted((row for row in rows if row.level != "total"), key=lambda row: row.rank)
    before = [0.0, *accumulate(row.share_before or 0.0 for row in chosen)]
    now = [0.0, *accumulate(row.share or 0.0 for row in chosen)]
    return [
        Part(name(row, look), hue(row.item, look), row.share_before, row.share, before[at], now[at], absent(row, look))
        for at, row in enumerate(chosen)
    ]


def both(part: Part) -> bool:
    return part.before is not None and part.now is not None


def periods_beside(row: Row, look: Look) -> tuple[str, str]:
    """The two bars' periods."""
    before = periods.year_before(row.period)
    return periods.label(before, row.span, look.language), periods.label(row.period, row.span, look.language)


def printed(value: float | None) -> str:
    return number(value) + ("%" if value is not None else "")


def change(part: Part, look: Look, unit: bool = True) -> str:
    """Percentage points between the shares as printed; a missing one says why."""
    gap = difference_pp(part.now, part.before)
    if gap is None:
        return part.why
    words = amounts.change(float(gap), look)
    return say("chart_points_changed", look.language, change=words) if unit and gap != 0 else words


def changes(part: Part, look: Look) -> list[str]:
    """The change told at length, then shorter: without unit, and where nothing changed as a mere sign."""
    words = [change(part, look), change(part, look, unit=False)]
    return [*words, "＝"] if difference_pp(part.now, part.before) == 0 else words
