"""The same months of several years on one axis, one line a year: this year in colour, earlier ones in grey."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import amounts, levels, lines, series, timeline
from scicity.charts.canvas import Ink, canvas, height_for, label_room, lettered, put_strip, say_empty, write
from scicity.charts.look import Look
from scicity.charts.rows import Row, by_item, read, span_of
from scicity.charts.theme import Hue, hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.wording import say

DASHES = ("solid", "dash", "dot")


@lettered
def same_month(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One item's levels by month, the eleven observations of a year on the axis and a line a year.

    frame: `industry/series` of one item, with item, period, span, value_100m_yuan, yoy_pct, status, provenance; of
        several items the first is drawn. 1—2月 stands at its monthly average; a missing value is a gap.
    Returns one line trace a year, the earliest first; the current year is the item's colour, the last one named.
    """
    items = by_item(read(frame, "value_100m_yuan"))
    rows = dict(next(iter(items.values()))) if items else {}
    years = sorted({periods.year_of(period) for period in rows})
    months = periods.between(periods.written(2001, 2), periods.written(2001, 12))
    places = timeline.slots(months, span_of(rows.values())) if rows else []
    drawn = [_line(rows, year, years, places, look) for year in years]
    found = _ends(drawn, rows, years, places, look)
    words = series.strip_lines(found, look) if look.narrow else []
    values = [value for line in drawn for value in line.values]
    right = 10.0 if look.narrow else label_room([one.text for one in found], sheet(look).label)
    margins = levels.margins(values, look, right, lines=len(words))
    figure = canvas(frame, look, height_for(look, 360, 280 + 18 * len(words)), margins)
    if not rows:
        return say_empty(figure, look)
    put_strip(figure, words, look, margins.left)
    # the places are of no year: the axis and the heads of hover boxes name months only
    above = 14 + sheet(look).label * 1.4
    top = levels.axes(figure, values, places, look, margins, above, with_year=False)
    for at, line in enumerate(drawn):
        lines.draw(figure, line, places, look, hollow=False)
        figure.data[-1].line.dash = DASHES[min(len(drawn) - 1 - at, len(DASHES) - 1) if at < len(drawn) - 1 else 0]
    if not look.narrow:
        _labels(figure, drawn, found, places, look, top)
    return figure


def _line(rows: Mapping[str, Row], year: int, years: list[int], places: list[Slot], look: Look) -> lines.Line:
    """A year's values at the months' places; hover boxes name the year, since the places do not."""
    row = next(iter(rows.values()))
    of_year = [rows.get(periods.written(year, periods.number_of(place.period))) for place in places]
    values = tuple(place.height(found.value) if found else None for place, found in zip(places, of_year, strict=True))
    title = say("chart_year", look.language, year=year)
    told = tuple(amounts.hover(title, found.value, found.yoy, look) if found else "" for found in of_year)
    colours, current = _colours(row, year, years, look), year == years[-1]
    return lines.Line(title, colours.fill, colours.text, values, told, weight=2.8 if current else 2, quiet=not current)


def _colours(row: Row, year: int, years: list[int], look: Look) -> Hue:
    """This year in the item's colour, last year in the darker grey, earlier ones in the lighter."""
    colours = tokens(look)
    if year == years[-1]:
        return hue(row.item, look, row.classification)
    return Hue(colours.axis if year == years[-1] - 1 else colours.ctx, colours.ink3, colours.bg)


def _ends(
    drawn: list[lines.Line], rows: Mapping[str, Row], years: list[int], places: list[Slot], look: Look
) -> list[series.Ends]:
    """A year's name and its last value; the current year ends in mid-axis, its label still stands at the right."""
    found = []
    for line, year in zip(drawn, years, strict=True):
        last = line.last
        row = rows.get(periods.written(year, periods.number_of(places[last].period))) if last is not None else None
        number = ""
        if row is not None and last is not None:
            month = periods.label(row.period, row.span, look.language, with_year=False)
            number = f"{month} {amounts.amount(row.value, look)}"
        height = line.values[last] if last is not None else None
        colours = _colours(next(iter(rows.values())), year, years, look)
        found.append(series.Ends(line.name, number, colours, height))
    return found


def _labels(
    figure: go.Figure,
    drawn: list[lines.Line],
    found: list[series.Ends],
    places: list[Slot],
    look: Look,
    top: float,
) -> None:
    """Years that reach December are named at the right; a year under way is named over its last point."""
    ended = [one for one, line in zip(found, drawn, strict=True) if line.last == len(places) - 1]
    series.labels(figure, ended, look, (0, top))
    for one, line in zip(found, drawn, strict=True):
        if line.last is not None and one not in ended:
            ink = Ink(sheet(look).label, one.hue.text)
            where = {"x": places[line.last].centre, "y": one.height, "yanchor": "bottom", "yshift": 9}
            write(figure, one.text, ink, name="end", **where)
