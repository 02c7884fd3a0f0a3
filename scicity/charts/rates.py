"""The panel of growth under a figure: one line of the total, its zero, and labels at the points that matter."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from scicity.charts import amounts, lines, timeline
from scicity.charts.canvas import Ink, write, zero_line
from scicity.charts.look import Look
from scicity.charts.rows import Row, name
from scicity.charts.scales import rate_axis, rate_range, roomy
from scicity.charts.text import width
from scicity.charts.theme import sheet, tokens
from scicity.charts.timeline import Slot
from scicity.wording import say


def panel(
    figure: go.Figure,
    places: Sequence[Slot],
    rows: Mapping[str, Row],
    look: Look,
    pixels: float,
    room: float,
) -> None:
    """The line of `rows` (by period) on the axis y2, `pixels` high and `room` wide. Without any rate: a word."""
    colours = tokens(look)
    values = [row.yoy if (row := rows.get(place.period)) else None for place in places]
    reach = rate_range(values)
    need = sheet(look).label * 1.4 + 6
    shown = roomy(*reach, need + 4 if reach[0] < 0 else 8, need, pixels)
    figure.update_layout(yaxis2={**figure.layout.yaxis2.to_plotly_json(), **rate_axis(reach, look, shown, pixels)})
    zero_line(figure, look, "y2")
    if not any(value is not None for value in values):
        words = say("chart_no_growth", look.language)
        ink = Ink(sheet(look).small, colours.ink3)
        write(figure, words, ink, xref="paper", x=0.5, yref="y2", y=0, bgcolor=colours.bg)
        return
    told = tuple(_told(rows.get(place.period), look) for place in places)
    title = name(next(iter(rows.values())), look)
    lines.draw(figure, lines.Line(title, colours.ink, colours.ink, tuple(values), told), places, look, "y2")
    scale = timeline.pixels_a_month(places, room)
    for at in chosen(values, [place.centre * scale for place in places], look):
        _label(figure, places, values, at, look)


def _told(row: Row | None, look: Look) -> str:
    if row is None:
        return ""
    return amounts.hover(name(row, look), row.value, row.yoy, look)


def chosen(values: Sequence[float | None], pixels: Sequence[float], look: Look) -> list[int]:
    """Indexes of the points to label: last, lowest, first, highest, first of a year's turn; none touching another."""
    known = [at for at, value in enumerate(values) if value is not None]
    rated = {at: value for at, value in enumerate(values) if value is not None}
    turns = [
        at
        for before, at in zip(known, known[1:], strict=False)
        if amounts.falls(rated[before]) != amounts.falls(rated[at])
    ]
    wanted = [known[-1], min(known, key=lambda at: rated[at]), known[0]]
    if not look.narrow:
        wanted += [max(known, key=lambda at: rated[at]), *turns]
    size = sheet(look).label
    kept: list[int] = []
    for at in wanted:
        mine = width(amounts.change(values[at], look, "%"), size)
        if at not in kept and all(abs(pixels[at] - pixels[other]) >= mine + 8 for other in kept):
            kept.append(at)
    return sorted(kept)


def _label(figure: go.Figure, places: Sequence[Slot], values: Sequence[float | None], at: int, look: Look) -> None:
    """Above a rise, under a fall: away from the zero line."""
    sizes, value = sheet(look), values[at]
    known = [other for other in values if other is not None]
    heavy = at == _last(values) or value == min(known)
    above = not amounts.falls(value)
    ink = Ink(sizes.label if heavy else sizes.small, tokens(look).ink, bold=heavy)
    place: dict[str, Any] = {"yshift": 7, "yanchor": "bottom"} if above else {"yshift": -7, "yanchor": "top"}
    words = amounts.change(value, look, "%")
    if at == 0:
        # the first point stands at the axis: its label grows to the right, off the axis numbers
        place |= {"xanchor": "left", "xshift": -9}
    write(figure, words, ink, x=places[at].centre, yref="y2", y=value, name="rate", **place)


def _last(values: Sequence[float | None]) -> int:
    return max(at for at, value in enumerate(values) if value is not None)
