"""Lines of several items on one pair of axes: their colours, their end labels, and what happens beyond four."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from scicity.charts import lines
from scicity.charts.canvas import Ink, Label, body_height, end_labels, strip, write
from scicity.charts.look import Look
from scicity.charts.rows import Row, absent, name
from scicity.charts.theme import Hue, hue, shade, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.measures import taxonomy
from scicity.wording import say

MOST = 4  # hues in one figure (totals are ink); further items are grey lines, and the figure says how many

Items = Mapping[tuple[str, str], Mapping[str, Row]]


@dataclass(frozen=True)
class Ends:
    """The label at a line's end: name, last number or why there is none, colour and height (None: no value at all)."""

    name: str
    number: str
    hue: Hue
    height: float | None

    @property
    def text(self) -> str:
        return f"<b>{self.name}</b> {self.number}".strip()


def hues(items: Sequence[tuple[str, str]], look: Look) -> list[Hue]:
    """Colours in the items' order: its industry's hue, paler for each further item of the same industry."""
    seen: dict[str, int] = {}
    found = []
    for classification, code in items:
        base = hue(code, look, classification)
        step = seen.get(base.fill, 0)
        seen[base.fill] = step + 1
        found.append(Hue(shade(base.fill, step, look), base.text, base.on))
    return found


def parted(items: Items) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Items in colour and items in grey: totals, which all else is held against, then the first four as chosen."""
    totals = [key for key in items if key[1] in (taxonomy.TOTAL, taxonomy.INDUSTRIAL_TOTAL)]
    others = [key for key in items if key not in totals]
    return totals + others[:MOST], others[MOST:]


def grey(look: Look) -> Hue:
    """The colours of what stays in the background."""
    colours = tokens(look)
    return Hue(colours.ctx, colours.ink3, colours.bg)


def draw(
    figure: go.Figure,
    drawn: Sequence[lines.Line],
    places: Sequence[Slot],
    look: Look,
    hollow: bool = True,
) -> None:
    """The grey lines first, then the four in colour over them."""
    for line in sorted(drawn, key=lambda one: not one.quiet):
        lines.draw(figure, line, places, look, hollow=hollow)


def ends(
    rows: Mapping[str, Row], line: lines.Line, colours: Hue, places: Sequence[Slot], look: Look, number: str
) -> Ends:
    """The end label of a line. Where the newest period has no value, the reason stands in the number's place."""
    height = line.values[line.last] if line.last is not None else None
    if line.last != len(places) - 1:
        number = absent(rows.get(places[-1].period), look)
    return Ends(line.name, number, colours, height)


def labels(figure: go.Figure, found: Sequence[Ends], look: Look, reach: tuple[float, float]) -> None:
    """End labels right of the lines, apart from each other; a line without any value is named at the foot."""
    size = sheet(look).label
    placed = [
        Label(one.height if one.height is not None else reach[0], one.text, Ink(size, one.hue.text)) for one in found
    ]
    end_labels(figure, placed, "y", reach, body_height(figure))


def strip_lines(found: Sequence[Ends], look: Look) -> list[str]:
    """The same labels above the plot, where there is no room beside it."""
    return strip([(one.text, one.hue) for one in found], look, sheet(look).width - 2 * sheet(look).pad)


def others(figure: go.Figure, count: int, look: Look) -> None:
    """How many more items the grey lines are, at the right over the plot."""
    if count > 0:
        ink = Ink(sheet(look).small, tokens(look).ink3)
        words = say("chart_others_grey", look.language, count=count)
        place = {"xanchor": "right", "yanchor": "bottom", "align": "right"}
        write(figure, words, ink, xref="paper", yref="paper", x=1, y=1, yshift=8, **place)


def title(rows: Mapping[str, Row], look: Look) -> str:
    return name(next(iter(rows.values())), look)
