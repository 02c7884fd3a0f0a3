"""Growth of every sub-field in a small panel of its own, all on one scale, a row (or block) an industry."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import amounts, timeline
from scicity.charts.canvas import Ink, Margins, body_height, canvas, height_for, lettered, line, room, say_empty, write
from scicity.charts.look import Look
from scicity.charts.months import Months, hidden_ticks, write_months
from scicity.charts.multiples_layout import HEADING, NARROW, WIDE, Panel, Sheetful, arranged, plot_of
from scicity.charts.rows import Row, absent, by_item, name, periods_of, plain_name, read, span_of
from scicity.charts.scales import rate_range, roomy
from scicity.charts.text import broken, escaped, halved, width
from scicity.charts.theme import hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.measures import taxonomy
from scicity.wording import say

BETWEEN = 0.022  # of the width


@lettered
def small_multiples(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Growth on the same period a year before, one panel a sub-field in the taxonomy's order, one scale for all.

    frame: `industry/series` of sub-fields, with item, period, span, yoy_pct (per cent), status, provenance.
    Returns one line trace a sub-field with rates and a large dot at its last rate, hollow when it is a fall; a missing
    rate is a gap. A sub-field without any rate is a shaded panel that says why. Zero is a line in every panel.
    """
    rows = [row for row in read(frame, "yoy_pct") if row.level == "subfield"]
    layout = arranged({code: series for (_, code), series in by_item(rows).items()}, look)
    margins = _margins(layout, look)
    in_blocks = 24 + 84 * max(layout.rows, 1)
    height = height_for(look, in_blocks if look.compact else 20 + 150 * max(layout.rows, 1), in_blocks)
    figure = canvas(frame, look, height, margins)
    if not rows:
        return say_empty(figure, look)
    places = timeline.slots(periods_of(rows), span_of(rows))
    span = plot_of(look)
    reach = _reach(rows, body_height(figure) / layout.rows * (span[1] - span[0]), look)
    space = room(look, margins)
    for at, panel in enumerate(layout.panels, 1):
        _axes(figure, at, panel, layout, places, reach, look, space)
        _panel(figure, at, panel, places, reach, look, space)
    _headings(figure, layout, look)
    return figure


def _margins(layout: Sheetful, look: Look) -> Margins:
    sizes = sheet(look)
    if look.compact:
        return Margins(14, 2, 4, sizes.small * 1.7)
    names = [width(_heading(industry, look), sizes.name) * 1.05 for industry, _, _ in layout.headings]
    return Margins(max(names, default=60) + 14, 2, 4, sizes.small * 1.7)


def _heading(industry: str, look: Look) -> str:
    """An industry's name, in two lines beside its row."""
    words = taxonomy.item(industry).name(look.language)
    return escaped(words) if look.compact else halved(words, 5.2)


def _reach(rows: Sequence[Row], pixels: float, look: Look) -> tuple[float, float]:
    """The range all panels share; the highest last rate keeps clear of the panel's name."""
    low, high = rate_range(row.yoy for row in rows)
    return roomy(low, high, 5, sheet(look).label * 0.65, pixels)


def _axis_name(letter: str, at: int) -> str:
    return letter if at == 1 else f"{letter}{at}"


def _axes(
    figure: go.Figure,
    at: int,
    panel: Panel,
    layout: Sheetful,
    places: Sequence[Slot],
    reach: tuple[float, float],
    look: Look,
    space: float,
) -> None:
    across = NARROW if look.compact else WIDE
    wide = (1 - BETWEEN * (across - 1)) / across
    left = panel.column * (wide + BETWEEN)
    bottom = 1 - (panel.top + 1) / layout.rows
    plot = [bottom + part / layout.rows for part in plot_of(look)]
    low, high = timeline.extent(places)
    label = (width("+88.8", sheet(look).label) + 14) / (space * wide)
    months = _months(places, panel.last_in_column, look)
    x_axis = {
        "domain": [left, left + wide],
        "range": [low, high + (high - low) * label / (1 - label)],
        "anchor": _axis_name("y", at),
        **hidden_ticks(months),
    }
    y_axis = {"domain": plot, "range": list(reach), "anchor": _axis_name("x", at), "visible": False}
    figure.update_layout({f"xaxis{'' if at == 1 else at}": x_axis, f"yaxis{'' if at == 1 else at}": y_axis})
    write_months(figure, months, Ink(sheet(look).small, tokens(look).ink3), _axis_name("x", at), plot[0])


def _months(places: Sequence[Slot], named: bool, look: Look) -> Months:
    """First and last month under the lowest panel of a column, none under the others."""
    ends = [places[0], places[-1]][: len(places)] if named else []
    shown = [(one.centre, periods.label(one.period, one.span, look.language, with_year=False)) for one in ends]
    return Months([(place.centre, timeline.title(place, look)) for place in places], shown)


def _panel(
    figure: go.Figure,
    at: int,
    panel: Panel,
    places: Sequence[Slot],
    reach: tuple[float, float],
    look: Look,
    space: float,
) -> None:
    sizes, colours = sheet(look), tokens(look)
    refs = {"xref": _axis_name("x", at), "yref": _axis_name("y", at)}
    left, right = timeline.extent(places)
    words = plain_name(next(iter(panel.rows.values())), look)
    title = broken(words, space / (NARROW if look.compact else WIDE), sizes.label)
    ink = Ink(sizes.label, colours.ink, bold=True)
    write(figure, title, ink, x=left, y=reach[1], yshift=1, xanchor="left", yanchor="bottom", align="left", **refs)
    rates = [row.yoy if (row := panel.rows.get(place.period)) else None for place in places]
    if not any(rate is not None for rate in rates):
        _shaded(figure, panel, (left, right), reach, look, refs)
        return
    line(figure, colours.axis, 1, x0=left, x1=right, y0=0, y1=0, **refs)
    _line(figure, at, panel, rates, places, look)
    _end(figure, panel, rates, places, look, refs)


def _line(
    figure: go.Figure, at: int, panel: Panel, rates: Sequence[float | None], places: Sequence[Slot], look: Look
) -> None:
    colours, paper = hue(panel.code, look), tokens(look).bg
    last = max(index for index, rate in enumerate(rates) if rate is not None)
    alone = [index for index in range(len(rates)) if _alone(rates, index)]
    figure.add_scatter(
        name=name(next(iter(panel.rows.values())), look),
        xaxis=_axis_name("x", at),
        yaxis=_axis_name("y", at),
        x=[place.centre for place in places],
        y=list(rates),
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": colours.fill, "width": 2.6 if not look.compact else 2.2},
        marker={
            "opacity": 1,
            # a rate between two gaps would be invisible without its dot
            "size": [9 if index == last else 5 if index in alone else 0 for index in range(len(rates))],
            "color": [paper if amounts.falls(rate) else colours.fill for rate in rates],
            "line": {
                "color": colours.fill,
                "width": [2 if index in (last, *alone) else 0 for index in range(len(rates))],
            },
        },
        customdata=[_told(panel.rows.get(place.period), look) for place in places],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _alone(rates: Sequence[float | None], at: int) -> bool:
    before = rates[at - 1] if at else None
    after = rates[at + 1] if at + 1 < len(rates) else None
    return rates[at] is not None and before is None and after is None


def _told(row: Row | None, look: Look) -> str:
    if row is None:
        return ""
    return say("chart_hover_rate", look.language, name=name(row, look), growth=amounts.change(row.yoy, look, "%"))


def _end(
    figure: go.Figure,
    panel: Panel,
    rates: Sequence[float | None],
    places: Sequence[Slot],
    look: Look,
    refs: dict[str, str],
) -> None:
    """The last rate beside its dot; where the newest period has none, the reason instead."""
    sizes = sheet(look)
    last = max(index for index, rate in enumerate(rates) if rate is not None)
    ink = Ink(sizes.label, hue(panel.code, look).text, bold=True)
    words = amounts.change(rates[last], look)
    if last < len(places) - 1:
        words, ink = absent(panel.rows.get(places[-1].period), look), Ink(sizes.small, tokens(look).ink3)
    write(figure, words, ink, x=places[-1].centre, y=rates[last], xshift=9, xanchor="left", name="end", **refs)


def _shaded(
    figure: go.Figure,
    panel: Panel,
    across: tuple[float, float],
    reach: tuple[float, float],
    look: Look,
    refs: dict[str, str],
) -> None:
    colours = tokens(look)
    figure.add_shape(
        type="rect",
        x0=across[0],
        x1=across[1],
        y0=reach[0],
        y1=reach[1],
        fillcolor=colours.surface,
        line={"width": 0},
        layer="below",
        **refs,
    )
    newest = panel.rows[max(panel.rows)]
    ink = Ink(sheet(look).small, colours.ink3)
    write(figure, absent(newest, look), ink, x=sum(across) / 2, y=sum(reach) / 2, name="absent", **refs)


def _headings(figure: go.Figure, layout: Sheetful, look: Look) -> None:
    colours, sizes = tokens(look), sheet(look)
    left = figure.layout.margin.l
    for industry, top, down in layout.headings:
        ink = Ink(sizes.name, hue(industry, look).text, bold=True)
        if look.compact:
            y = 1 - (top + HEADING * 0.5) / layout.rows
            place: dict[str, Any] = {"xanchor": "left"}
        else:
            middle = 1 - sum(plot_of(look)) / 2
            y = 1 - (top + middle + (down - 1) / 2) / layout.rows
            place = {"xanchor": "right", "xshift": -14}
        write(figure, _heading(industry, look), ink, xref="paper", yref="paper", x=0, y=y, align="right", **place)
        if top > 0:
            rule: dict[str, Any] = {
                "xref": "paper",
                "yref": "paper",
                "y0": 1 - top / layout.rows,
                "y1": 1 - top / layout.rows,
            }
            line(figure, colours.grid, 1, x0=0, x1=1, **rule)
            if not look.compact:
                line(figure, colours.grid, 1, xsizemode="pixel", xanchor=0, x0=-left, x1=0, **rule)
