"""Overlapping classifications side by side, each in a panel of its own: never stacked, never added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import amounts, levels, timeline
from scicity.charts.canvas import (
    Ink,
    Margins,
    body_height,
    canvas,
    head_note,
    height_for,
    lettered,
    line,
    room,
    say_empty,
    write,
)
from scicity.charts.look import Look
from scicity.charts.months import Months, hidden_ticks, write_months
from scicity.charts.rows import Row, absent, by_item, name, periods_of, plain_name, read, span_of
from scicity.charts.text import broken, width
from scicity.charts.theme import sheet, tokens
from scicity.charts.timeline import GAP, Slot
from scicity.measures import taxonomy
from scicity.periods import Span
from scicity.wording import say

BETWEEN = 0.05  # of the width, between two panels
MOST_PERIODS = 11


@dataclass(frozen=True)
class Cell:
    """A panel's place: left and right, bottom and top of its axes (parts of the sheet's own area), and its row."""

    left: float
    right: float
    bottom: float
    top: float
    row: int

    @property
    def axis(self) -> str:
        return "y" if self.row == 0 else f"y{self.row + 1}"


@dataclass(frozen=True)
class Column:
    """One column of a panel: place, width and height in months, colour, words under it and in its hover box."""

    centre: float
    width: float
    height: float | None
    colour: str
    tick: str
    told: str
    title: str


@lettered
def classes(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Levels of each classification's total, one panel a classification on one scale, with the newest value and growth.

    frame: `industry/classes` (one period) or a series of totals, with classification, item, period, span,
        value_100m_yuan, base_100m_yuan, yoy_pct, status, provenance; items other than totals are left out.
    Returns one bar trace a classification. Of a single period the comparable base stands beside the value. A missing
    value has no bar, its reason stands in the panel's head. The figure says that the classes overlap.
    """
    rows = [row for row in read(frame, "classification", "value_100m_yuan") if row.item == taxonomy.TOTAL]
    items = by_item(rows)
    chosen = [key for one in taxonomy.CLASSIFICATIONS for key in items if key[0] == one]
    note = _note(span_of(rows), look)
    margins = Margins(2, 2, sheet(look).small * (1.5 * len(note) + 0.4), sheet(look).small * 2)
    figure = canvas(frame, look, height_for(look, 320, 420), margins)
    if not chosen:
        return say_empty(figure, look)
    places = timeline.slots(periods_of(rows)[-MOST_PERIODS:], span_of(rows))
    panels = [_columns(items[key], places, look) for key in chosen]
    cells = _cells(len(chosen), look, body_height(figure))
    _scale(figure, [column.height for columns in panels for column in columns], cells, look)
    for at, (key, columns, cell) in enumerate(zip(chosen, panels, cells, strict=True)):
        any_row = next(iter(items[key].values()))
        _panel(figure, at, name(any_row, look), columns, cell, look)
        pixels = (cell.right - cell.left) * room(look, margins)
        _head(figure, items[key].get(places[-1].period) or any_row, cell, pixels, look)
    for at, words in enumerate(reversed(note)):
        head_note(figure, words, look, margins.left, yshift=4 + at * sheet(look).small * 1.5)
    return figure


def _note(span: Span, look: Look) -> list[str]:
    """Unit and the warning above all panels, in one line where it fits."""
    unit = say(f"chart_axis_scale_{span}", look.language, unit=amounts.unit(look))
    words = [unit, say("chart_overlap", look.language)]
    joined = "\N{IDEOGRAPHIC SPACE}".join(words)
    return [joined] if width(joined, sheet(look).small) <= sheet(look).width - 2 * sheet(look).pad else words


def _cells(count: int, look: Look, pixels: float) -> list[Cell]:
    """Panels in one row, in two rows of two where it is narrow; each row leaves room for its heads and its ticks."""
    across = 2 if look.narrow else count
    down = -(-count // across)
    wide = (1 - BETWEEN * (across - 1)) / across
    head, feet = _head_height(look) / pixels, sheet(look).small * 2.4 / pixels
    cells = []
    for at in range(count):
        row, left = at // across, (at % across) * (wide + BETWEEN)
        bottom = 1 - (row + 1) / down + (feet if row < down - 1 else 0)
        cells.append(Cell(left, left + wide, bottom, 1 - row / down - head, row))
    return cells


def _head_height(look: Look) -> float:
    """Name (English ones take more lines), value, growth."""
    sizes = sheet(look)
    lines = 1 if look.language == "zh" else 3 if look.layout == "half" else 2
    return sizes.label * 1.35 * lines + sizes.strong * 1.4 + sizes.small * 1.4 + 10


def _columns(rows: Mapping[str, Row], places: Sequence[Slot], look: Look) -> list[Column]:
    colours = tokens(look)
    if len(places) == 1:
        return _pair(rows, places[0], look)
    heights = levels.heights(rows, places)
    last = len(places) - 1
    return [
        Column(
            centre=place.centre,
            width=place.months - GAP,
            height=height,
            colour=colours.fillink if at == last else colours.axis,
            tick=_tick(place, look) if at == last or at == 0 else "",
            told=levels.told(rows.get(place.period), look),
            title=timeline.title(place, look),
        )
        for at, (place, height) in enumerate(zip(places, heights, strict=True))
    ]


def _pair(rows: Mapping[str, Row], place: Slot, look: Look) -> list[Column]:
    """The comparable base of a year before, and the value: two columns of equal width, both of the same months."""
    row, colours = rows.get(place.period), tokens(look)
    base = row.base if row else None
    words = say("chart_base_short" if look.compact else "chart_base", look.language)
    told = say("chart_hover_base", look.language, value=amounts.with_unit(base, look))
    now = levels.told(row, look)
    now_tick = say("chart_now_short", look.language) if look.compact else _tick(place, look)
    value = place.height(row.value) if row else None
    return [
        Column(0.0, 0.7, place.height(base), colours.axis, words, told, words),
        Column(1.0, 0.7, value, colours.fillink, now_tick, now, timeline.title(place, look)),
    ]


def _tick(place: Slot, look: Look) -> str:
    return periods.label(place.period, place.span, look.language, with_year=False)


def _scale(figure: go.Figure, heights: Sequence[float | None], cells: Sequence[Cell], look: Look) -> None:
    """One zero-based scale for all panels; values stand in the heads, so the axis carries no numbers."""
    top = (max((height for height in heights if height is not None), default=0.0) or 1.0) * 1.02
    for cell in cells:
        # explicit ticks: a second axis would otherwise take its ticks from the first
        axis = {"domain": [cell.bottom, cell.top], "range": [0, top], "tickmode": "array", "tickvals": []}
        figure.update_layout({"yaxis" if cell.row == 0 else f"yaxis{cell.row + 1}": axis})


def _panel(figure: go.Figure, at: int, title: str, columns: Sequence[Column], cell: Cell, look: Look) -> None:
    figure.add_bar(
        name=title,
        xaxis="x" if at == 0 else f"x{at + 1}",
        yaxis=cell.axis,
        x=[column.centre for column in columns],
        y=[column.height for column in columns],
        base=[0] * len(columns),
        width=[column.width for column in columns],
        marker={"color": [column.colour for column in columns], "opacity": 1},
        customdata=[column.told for column in columns],
        hovertemplate="%{customdata}<extra></extra>",
    )
    months = Months(
        [(column.centre, column.title) for column in columns],
        [(column.centre, column.tick) for column in columns if column.tick],
    )
    reach = [columns[0].centre - columns[0].width / 2 - 0.2, columns[-1].centre + columns[-1].width / 2 + 0.2]
    axis = {"domain": [cell.left, cell.right], "range": reach, "anchor": cell.axis, **hidden_ticks(months)}
    figure.update_layout({f"xaxis{'' if at == 0 else at + 1}": axis})
    ink = Ink(sheet(look).small, tokens(look).ink2)
    write_months(figure, months, ink, "x" if at == 0 else f"x{at + 1}", cell.bottom)
    line(figure, tokens(look).zero, 1.2, xref="paper", x0=cell.left, x1=cell.right, yref=cell.axis, y0=0, y1=0)


def _head(figure: go.Figure, row: Row, cell: Cell, pixels: float, look: Look) -> None:
    """Name, newest value and growth over a panel, from its left edge."""
    sizes, colours = sheet(look), tokens(look)
    where = {"xref": "paper", "yref": "paper", "x": cell.left, "y": cell.top, "xanchor": "left", "yanchor": "bottom"}
    growth = say("chart_growth_word", look.language, growth=amounts.change(row.yoy, look, "%"))
    words = amounts.amount(row.value, look) if row.value is not None else absent(row, look)
    lift = 4.0
    if row.yoy is not None:
        write(figure, growth, Ink(sizes.small, colours.ink2), yshift=lift, name="growth", **where)
    lift += sizes.small * 1.4
    write(figure, words, Ink(sizes.strong, colours.ink, bold=True), yshift=lift, name="value", **where)
    title = broken(plain_name(row, look), pixels, sizes.label)
    lift += sizes.strong * 1.4
    write(figure, title, Ink(sizes.label, colours.ink, bold=True), yshift=lift, align="left", name="name", **where)
