"""Levels over time: columns for one item, lines for several."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import amounts, levels, lines, series, timeline
from scicity.charts.canvas import (
    Ink,
    canvas,
    filled,
    hatched,
    height_for,
    label_room,
    lettered,
    put_strip,
    room,
    say_empty,
)
from scicity.charts.canvas import write as put
from scicity.charts.look import Look
from scicity.charts.rows import Row, absent, by_item, name, periods_of, read, span_of
from scicity.charts.text import width
from scicity.charts.theme import hue, sheet, tokens
from scicity.charts.timeline import GAP, Slot
from scicity.wording import say

MOST_PERIODS = 8  # in a narrow look


@lettered
def trend(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Levels of the chosen items over time, from zero: one item in columns, several in lines (four in colour).

    frame: `industry/series` of the items, with item, period, span, value_100m_yuan, yoy_pct, status, provenance.
    1—2月 of a month series stands at its monthly average (a column two months wide). A missing value is a gap: in
    columns a hatched slot with its reason, in lines a hole. Returns one trace an item (and one for the slots).
    """
    rows = read(frame, "value_100m_yuan")
    chosen = periods_of(rows)[-MOST_PERIODS if look.narrow else None :]
    places = timeline.slots(chosen, span_of(rows))
    items = by_item(rows)
    if len(items) == 1:
        (rows_of_one,) = items.values()
        return _columns(frame, rows_of_one, places, look)
    return _lines(frame, items, places, look)


def _columns(frame: pd.DataFrame, rows: Mapping[str, Row], places: list[Slot], look: Look) -> go.Figure:
    heights = levels.heights(rows, places)
    margins = levels.margins(heights, look, right=6)
    figure = canvas(frame, look, height_for(look, 340, 260), margins)
    first = next(iter(rows.values()))
    colours = hue(first.item, look, first.classification)
    line = sheet(look).label * 1.4
    top = levels.axes(figure, heights, places, look, margins, above=line * (2 if _two_lines(heights, places) else 1))
    figure.add_bar(
        name=name(first, look),
        x=[place.centre for place in places],
        y=heights,
        base=[0] * len(places),
        width=[place.months - GAP for place in places],
        marker=filled(colours, look),
        customdata=[levels.told(rows.get(place.period), look) for place in places],
        hovertemplate="%{customdata}<extra></extra>",
    )
    _empty_slots(figure, rows, places, top, look)
    _numbers(figure, rows, heights, places, look, room(look, margins))
    return figure


def _two_lines(heights: list[float | None], places: list[Slot]) -> bool:
    """Whether the highest column is a 1—2月, whose label takes two lines."""
    peak = max((height for height in heights if height is not None), default=0.0)
    return any(place.two_months and height == peak for place, height in zip(places, heights, strict=True))


def _empty_slots(figure: go.Figure, rows: Mapping[str, Row], places: list[Slot], top: float, look: Look) -> None:
    empty = [place for place in places if (row := rows.get(place.period)) and row.value is None]
    if not empty:
        return
    figure.add_bar(
        name=absent(rows[empty[-1].period], look),
        x=[place.centre for place in empty],
        y=[top * 0.98] * len(empty),
        base=[0] * len(empty),
        width=[place.months - GAP for place in empty],
        marker=hatched(look),
        hoverinfo="skip",
    )
    for place in empty:
        levels.slot_word(figure, absent(rows[place.period], look), place, top / 2, look)


def _numbers(
    figure: go.Figure,
    rows: Mapping[str, Row],
    heights: list[float | None],
    places: list[Slot],
    look: Look,
    space: float,
) -> None:
    """The value over every column, or over first, highest and last where columns are too narrow."""
    sizes = sheet(look)
    standing = [at for at, height in enumerate(heights) if height is not None]
    texts = {at: amounts.amount(rows[places[at].period].value, look) for at in standing}
    scale = timeline.pixels_a_month(places, space) if places else 0.0
    fits = all(width(texts[at], sizes.small) + 4 <= places[at].months * scale for at in standing)
    if not levels.two_months_fit(look, scale):
        standing = [at for at in standing if not places[at].two_months]
    peak = max(standing, key=lambda at: heights[at] or 0.0, default=None)
    few = [at for at in standing if at in (standing[0], peak) and places[standing[-1]].centre - places[at].centre > 2]
    for at in standing if fits and not look.narrow else [*few, *standing[-1:]]:
        last = at == standing[-1]
        ink = Ink(sizes.label, tokens(look).ink, bold=True) if last else Ink(sizes.small, tokens(look).ink2)
        put(figure, texts[at], ink, x=places[at].centre, y=heights[at], yshift=2, yanchor="bottom", name="total")
        if places[at].two_months:
            small = Ink(sizes.small, tokens(look).ink3)
            words = say("chart_two_months", look.language)
            shift = 2 + ink.size * 1.35
            put(figure, words, small, x=places[at].centre, y=heights[at], yshift=shift, yanchor="bottom")


def _lines(frame: pd.DataFrame, items: series.Items, places: list[Slot], look: Look) -> go.Figure:
    shown, rest = series.parted(items)
    colours = series.hues(shown, look)
    drawn = [levels.line(items[key], places, own, look) for key, own in zip(shown, colours, strict=True)]
    drawn += [levels.line(items[key], places, series.grey(look), look, quiet=True) for key in rest]
    found = [
        series.ends(items[key], line, colours[at], places, look, _last_amount(items[key], line, places, look))
        for at, (key, line) in enumerate(zip(shown, drawn, strict=False))
    ]
    words = series.strip_lines(found, look) if look.narrow else []
    right = 10 if look.narrow else label_room([one.text for one in found], sheet(look).label)
    heights = [value for line in drawn for value in line.values]
    margins = levels.margins(heights, look, right, lines=len(words))
    figure = canvas(frame, look, height_for(look, 380, 300 + 18 * len(words)), margins)
    if not places:
        return say_empty(figure, look)
    put_strip(figure, words, look, margins.left)
    top = levels.axes(figure, heights, places, look, margins, above=14)
    series.draw(figure, drawn, places, look, hollow=False)
    if not look.narrow:
        series.labels(figure, found, look, (0, top))
    series.others(figure, len(rest), look)
    return figure


def _last_amount(rows: Mapping[str, Row], line: lines.Line, places: list[Slot], look: Look) -> str:
    return amounts.amount(rows[places[line.last].period].value, look) if line.last is not None else ""
