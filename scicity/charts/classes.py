"""Overlapping classifications side by side, each in a panel of its own: never stacked, never added."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import amounts, levels, timeline
from scicity.charts.canvas import Ink, Margins, body_height, canvas, head_note, height_for, room, say_empty, write
from scicity.charts.canvas import line as rule
from scicity.charts.look import Look
from scicity.charts.rows import Row, absent, by_item, periods_of, plain_name, read, span_of
from scicity.charts.scales import axis, round_ticks
from scicity.charts.text import broken
from scicity.charts.theme import sheet, tokens
from scicity.charts.timeline import GAP, Slot
from scicity.measures import taxonomy
from scicity.wording import say

BETWEEN = 0.04  # of the width, between two panels
MOST_PERIODS = 11


def classes(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Levels of each classification's total, one panel a classification on one scale, with the newest value and growth.

    frame: `industry/classes` (one period) or series of totals, with classification, item, period, span,
        value_100m_yuan, yoy_pct, status, provenance; items other than totals are left out.
    Returns one bar trace a classification. A missing value has no bar, and its reason stands in the panel's head. The
    figure says that the classes overlap; it never draws them on top of each other.
    """
    rows = [row for row in read(frame, "classification", "value_100m_yuan") if row.item == taxonomy.TOTAL]
    items = by_item(rows)
    chosen = [key for one in taxonomy.CLASSIFICATIONS for key in items if key[0] == one]
    margins = _margins(look)
    figure = canvas(frame, look, height_for(look, 320, 320), margins)
    if not chosen:
        return say_empty(figure, look)
    places = timeline.slots(periods_of(rows)[-MOST_PERIODS:], span_of(rows))
    top = _scale(figure, rows, places, look)
    wide = (1 - BETWEEN * (len(chosen) - 1)) / len(chosen)
    for at, key in enumerate(chosen):
        left = at * (wide + BETWEEN)
        _panel(figure, at, items[key], places, (left, left + wide), look)
        _head(figure, items[key], places, (left, wide), look, room(look, margins), top)
    head_note(figure, _note(places, look), look, margins.left, yshift=margins.top - sheet(look).small * 1.7)
    return figure


def _note(places: Sequence[Slot], look: Look) -> str:
    """Unit and the warning, in one line above all panels."""
    unit = say(f"chart_axis_scale_{places[0].span}", look.language, unit=amounts.unit(look))
    return f"{unit}\N{IDEOGRAPHIC SPACE}{say('chart_overlap', look.language)}"


def _margins(look: Look) -> Margins:
    sizes = sheet(look)
    lines = (4.6 if look.narrow else 3.2) if look.language == "zh" else (6.6 if look.narrow else 4.4)
    return Margins(2, 2, sizes.small * 2 + sizes.label * 1.35 * lines, sizes.label * 2)


def _scale(figure: go.Figure, rows: Sequence[Row], places: Sequence[Slot], look: Look) -> float:
    held = {place.period: place for place in places}
    known = [held[row.period].height(row.value) for row in rows if row.period in held]
    peak = max((value for value in known if value is not None), default=0.0) or 1.0
    top = peak * 1.04
    marks = [mark for mark in round_ticks(0, top, most=3) if mark > 0]
    figure.update_layout(yaxis={**axis(marks, [""] * len(marks), look, (0, top)), "anchor": "x"})
    return top


def _panel(
    figure: go.Figure,
    at: int,
    rows: dict[str, Row],
    places: Sequence[Slot],
    domain: tuple[float, float],
    look: Look,
) -> None:
    reference = "x" if at == 0 else f"x{at + 1}"
    colours = tokens(look)
    heights = levels.heights(rows, places)
    last = len(places) - 1
    fills = [colours.fillink if index == last else colours.axis for index in range(len(places))]
    figure.add_bar(
        name=levels.line(rows, places, _ink_hue(look), look).name,
        xaxis=reference,
        x=[place.centre for place in places],
        y=heights,
        base=[0] * len(places),
        width=[(place.months - GAP) * (1 if len(places) > 2 else 0.7) for place in places],
        marker={"color": fills, "opacity": 1},
        customdata=[[levels.told(rows.get(place.period), look), timeline.title(place, look)] for place in places],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )
    key = "xaxis" if at == 0 else f"xaxis{at + 1}"
    ends = [places[0], places[last]] if last > 1 else [places[last]]
    figure.update_layout(
        {
            key: {
                "domain": list(domain),
                "range": list(timeline.extent(places, 0.25)),
                "anchor": "y",
                "tickmode": "array",
                "tickvals": [place.centre for place in ends],
                "ticktext": [
                    periods.label(place.period, place.span, look.language, with_year=last == 0 and not look.narrow)
                    for place in ends
                ],
                "tickfont": {"size": sheet(look).small, "color": colours.ink2},
                "unifiedhovertitle": {"text": "%{customdata[1]}"},
            }
        }
    )
    rule(figure, colours.zero, 1.2, xref="paper", x0=domain[0], x1=domain[1], y0=0, y1=0)
