"""Signed projects over time: how many above, for how much below; two panels, because they are two measures."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import amounts, counted, timeline
from scicity.charts.canvas import (
    Ink,
    Margins,
    canvas,
    head_note,
    height_for,
    line,
    put_strip,
    room,
    say_empty,
    strip,
    write,
)  # fmt: skip
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.theme import sheet, tokens
from scicity.charts.timeline import GAP, Slot
from scicity.measures import taxonomy
from scicity.wording import say
from scicity.wording.numbers import number

UPPER, LOWER = (0.56, 1.0), (0.0, 0.36)  # where the panels stand, in parts of the height


@lettered
def project_signings(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Columns a period: projects above (stacked by industry where industries are chosen), contract amount below.

    frame: `projects/series`: item, period, span, projects_count, contract_100m_yuan (missing for single fields: then
        the lower panel says so), provenance. The last year's columns are ink, earlier ones grey.
    Of 1—2月 the column is two months wide and as high as one month's average, as everywhere in the house.
    """
    rows = counted.records(frame, "item", "period", "span", "projects_count", "contract_100m_yuan")
    items = list(dict.fromkeys(row["item"] for row in rows))
    legend = _legend(items, look)
    small = sheet(look).small
    margins = Margins(
        12 if look.narrow else 4, 20 if look.narrow else 4, small * (2.2 + 1.6 * len(legend)), sheet(look).label * 3
    )
    figure = canvas(frame, look, height_for(look, 400, 380), margins)
    if not rows:
        return say_empty(figure, look)
    places = timeline.slots(sorted({row["period"] for row in rows}), rows[0]["span"])
    put_strip(figure, legend, look, margins.left)
    _panel(figure, rows, places, items, look, "projects_count")
    _panel(figure, rows, places, items, look, "contract_100m_yuan")
    _axes(figure, places, look, room(look, margins))
    unit = say("projects_axis_count", look.language)
    head_note(figure, unit, look, margins.left)
    unit = say("projects_axis_amount", look.language, unit=amounts.unit(look))
    head_note(figure, unit, look, margins.left, y=LOWER[1])
    return figure


def _legend(items: Sequence[str], look: Look) -> list[str]:
    if items in ([], [taxonomy.TOTAL]):
        return []
    entries = [(counted.part_name(item, look), counted.part_hue(item, look)) for item in items]
    return strip(entries, look, sheet(look).width - 2 * sheet(look).pad)


def _panel(figure: go.Figure, rows: list[dict], places: Sequence[Slot], items: Sequence[str], look: Look,
           column: str) -> None:  # fmt: skip
    held = {(row["item"], row["period"]): counted.plain(row[column]) for row in rows}
    axis = "y" if column == "projects_count" else "y2"
    known = [value for value in held.values() if value is not None]
    if not known:
        words = say("projects_no_amount", look.language)
        ink = Ink(sheet(look).label, tokens(look).ink3)
        write(figure, words, ink, xref="paper", x=0, xanchor="left", yref="paper", y=sum(LOWER) / 2)
        figure.update_layout({f"yaxis{axis[1:]}": {"range": [0, 1]}})
        return
    stacked = [0.0] * len(places)
    for item in items:
        values = [held.get((item, place.period)) for place in places]
        heights = [place.height(value) for place, value in zip(places, values, strict=True)]
        _columns(figure, item, places, heights, list(stacked), values, look, axis)
        stacked = [base + (height or 0) for base, height in zip(stacked, heights, strict=True)]
    top = max(stacked) * 1.22 or 1.0
    figure.update_layout({f"yaxis{axis[1:]}": {"range": [0, top]}})
    _last(figure, places, stacked, held, items, look, axis)


def _columns(figure: go.Figure, item: str, places: Sequence[Slot], heights: Sequence[float | None],
             bases: Sequence[float], values: Sequence[float | None], look: Look, axis: str) -> None:  # fmt: skip
    colours = tokens(look)
    last = periods.year_of(places[-1].period)
    ink = counted.part_hue(item, look).fill
    whole = item == taxonomy.TOTAL
    fills = [ink if not whole or periods.year_of(place.period) == last else colours.ctx for place in places]
    written = counted.count if axis == "y" else amounts.with_unit
    name = counted.part_name(item, look)
    told = [[f"{name}{say('projects_colon', look.language)}{written(value, look)}", timeline.title(place, look)]
            for value, place in zip(values, places, strict=True)]  # fmt: skip
    figure.add_bar(
        name=name,
        x=[place.centre for place in places],
        y=list(heights),
        base=list(bases),
        yaxis=axis,
        width=[place.months - GAP for place in places],
        marker={"color": fills, "opacity": 1, "line": {"color": colours.bg, "width": 0 if whole else 1.2}},
        customdata=told,
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _last(figure: go.Figure, places: Sequence[Slot], tops: Sequence[float], held: dict, items: Sequence[str],
          look: Look, axis: str) -> None:  # fmt: skip
    """The value over the last column, and over the same period a year before."""
    marked = {places[-1].period, periods.year_before(places[-1].period)}
    for place, top in zip(places, tops, strict=True):
        values = [held.get((item, place.period)) for item in items]
        if place.period in marked and None not in values:
            value = sum(one for one in values if one is not None)
            text = amounts.amount(value, look) if axis == "y2" else number(value, 0, look.language)
            ink = Ink(sheet(look).strong, tokens(look).ink, bold=place is places[-1])
            write(figure, text, ink, x=place.centre, y=top, yref=axis, yanchor="bottom", yshift=2, name="value")


def _axes(figure: go.Figure, places: Sequence[Slot], look: Look, space: float) -> None:
    size = sheet(look).small if look.on_page else sheet(look).label
    values, texts = timeline.ticks(places, look, size, space)
    shared: dict[str, Any] = {"showgrid": False, "visible": False}
    figure.update_layout(yaxis={**shared, "domain": list(UPPER)}, yaxis2={**shared, "domain": list(LOWER)})
    figure.update_xaxes(range=list(timeline.extent(places)), tickmode="array", tickvals=values, ticktext=texts,
                        tickfont={"size": size, "color": tokens(look).ink2}, anchor="y2",
                        unifiedhovertitle={"text": "%{customdata[1]}"})  # fmt: skip
    for axis in ("y", "y2"):
        line(figure, tokens(look).zero, 1.2, xref="paper", yref=axis, x0=0, x1=1, y0=0, y1=0)
