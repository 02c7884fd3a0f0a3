"""Growth rates over time, one line an item, with zero drawn."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import amounts, lines, series, timeline
from scicity.charts.canvas import (
    Margins,
    body_height,
    canvas,
    head_note,
    height_for,
    label_room,
    lettered,
    put_strip,
    room,
    say_empty,
    zero_line,
)
from scicity.charts.look import Look
from scicity.charts.months import month_axis
from scicity.charts.rows import Row, by_item, name, periods_of, read, span_of
from scicity.charts.scales import rate_axis, rate_range, roomy
from scicity.charts.theme import Hue, sheet
from scicity.charts.timeline import Slot
from scicity.wording import say

MOST_PERIODS = 8  # in a narrow look


@lettered
def growth(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Growth on the same period a year before, one line an item; four in colour, further ones grey and counted.

    frame: `industry/series` of the chosen items, with item, period, span, yoy_pct (per cent), status, provenance.
    Returns one line trace an item, totals first, grey ones beneath. A missing rate is a gap; a fall has a hollow point.
    The last rate stands at the line's end, or the reason why it is missing.
    """
    rows = read(frame, "yoy_pct")
    chosen = periods_of(rows)[-MOST_PERIODS if look.narrow else None :]
    places = timeline.slots(chosen, span_of(rows))
    items = by_item(rows)
    shown, rest = series.parted(items)
    colours = series.hues(shown, look)
    drawn = [_line(items[key], places, own, look) for key, own in zip(shown, colours, strict=True)]
    drawn += [_line(items[key], places, series.grey(look), look, quiet=True) for key in rest]
    found = [
        series.ends(items[key], line, colours[at], places, look, amounts.change(_last(line), look, "%"))
        for at, (key, line) in enumerate(zip(shown, drawn, strict=False))
    ]
    words = series.strip_lines(found, look) if look.narrow else []
    sizes = sheet(look)
    right = 10 if look.narrow else label_room([one.text for one in found], sizes.label)
    margins = Margins(sizes.label * 3, right, 12 + sizes.small * (1.6 * len(words) + 1.6), sizes.label * 3 + 6)
    figure = canvas(frame, look, height_for(look, 380, 300 + 18 * len(words)), margins)
    if not places:
        return say_empty(figure, look)
    put_strip(figure, words, look, margins.left)
    reach = _axes(figure, drawn, places, look, margins)
    series.draw(figure, drawn, places, look)
    if not look.narrow:
        series.labels(figure, found, look, reach)
    series.others(figure, len(rest), look)
    return figure


def _last(line: lines.Line) -> float | None:
    return line.values[line.last] if line.last is not None else None


def _line(rows: Mapping[str, Row], places: list[Slot], colours: Hue, look: Look, quiet: bool = False) -> lines.Line:
    found = [rows.get(place.period) for place in places]
    told = tuple(
        say("chart_hover_rate", look.language, name=name(row, look), growth=amounts.change(row.yoy, look, "%"))
        if row
        else ""
        for row in found
    )
    values = tuple(row.yoy if row else None for row in found)
    return lines.Line(series.title(rows, look), colours.fill, colours.text, values, told, quiet=quiet)


def _axes(
    figure: go.Figure, drawn: list[lines.Line], places: list[Slot], look: Look, margins: Margins
) -> tuple[float, float]:
    pixels = body_height(figure)
    reach = rate_range(value for line in drawn for value in line.values)
    shown = roomy(*reach, 12, 12, pixels)
    figure.update_layout(yaxis=rate_axis(reach, look, shown, pixels))
    month_axis(figure, places, look, room(look, margins))
    zero_line(figure, look)
    head_note(figure, say(f"chart_axis_yoy_{places[0].span}", look.language), look, margins.left)
    return shown
