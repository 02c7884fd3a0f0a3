"""The steps of a contribution waterfall: parts by size, what is left over, the total."""

from dataclasses import dataclass
from itertools import accumulate

from scicity.charts import amounts
from scicity.charts.look import Look
from scicity.charts.rows import Row, absent, name
from scicity.charts.theme import Hue, hue, tokens
from scicity.wording import say
from scicity.wording.numbers import number, rounded, signed

RESIDUAL_FROM = 0.1  # percentage points; less is what rounding alone can make


@dataclass(frozen=True)
class Step:
    """One row: its words, colours and bar from `start` by `move` percentage points (None: no bar, `why` says why)."""

    name: str
    hue: Hue
    start: float
    move: float | None
    cells: tuple[str, str, str]
    why: str = ""
    total: bool = False
    unknown: bool = False

    @property
    def end(self) -> float:
        return self.start + (self.move or 0.0)

    @property
    def label(self) -> str:
        """What stands at the bar's end: percentage points, of the total its growth rate."""
        if self.move is None:
            return self.why
        return signed(self.move) + ("%" if self.total and rounded(self.move) != 0 else "")


def steps_of(rows: list[Row], look: Look) -> list[Step]:
    parts = [row for row in rows if row.level != "total"]
    total = next((row for row in rows if row.level == "total"), None)
    parts.sort(key=lambda row: (row.contribution is None, -(row.contribution or 0.0), row.rank))
    moves = [row.contribution for row in parts]
    starts = [0.0, *accumulate(move or 0.0 for move in moves)]
    steps = [step_of(row, start, move, look) for row, start, move in zip(parts, starts, moves, strict=False)]
    if total is not None:
        steps += rest_of(total, starts[-1], any(move is None for move in moves), look)
        steps.append(step_of(total, 0.0, total.yoy, look, is_total=True))
    return steps


def step_of(row: Row, start: float, move: float | None, look: Look, is_total: bool = False) -> Step:
    share = number(row.growth_share, 1, look.language) if row.growth_share is not None else number(None)
    cells = (amounts.signed_amount(row.increment, look), amounts.change(row.yoy, look), share)
    colours = hue(row.item, look, row.classification)
    return Step(name(row, look), colours, start, move, cells, absent(row, look), total=is_total)


def rest_of(total: Row, reached: float, untold: bool, look: Look) -> list[Step]:
    """The row between parts and total. With a missing part it is that part too, and is named so."""
    if total.yoy is None or abs(total.yoy - reached) < RESIDUAL_FROM:
        return []
    words = say("chart_undisclosed_part" if untold else "chart_residual", look.language)
    colours = tokens(look)
    grey = Hue(colours.axis, colours.ink2, colours.bg)
    dash = number(None)
    return [Step(words, grey, reached, total.yoy - reached, (dash, dash, dash), unknown=True)]
