"""Growth of Chongqing and the country by month, with who printed it; months without a source are gaps."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import lines, timeline
from scicity.charts.canvas import (
    Margins,
    body_height,
    canvas,
    head_note,
    height_for,
    put_strip,
    room,
    say_empty,
    strip,
    zero_line,
)
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.months import month_axis
from scicity.charts.scales import rate_axis, rate_range, roomy
from scicity.charts.text import escaped
from scicity.charts.theme import Hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.wording import say
from scicity.wording.numbers import is_missing, number

MOST_PERIODS = 22  # in a narrow look: two years


@lettered
def monthly_comparators(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Growth year to date on the year before, one line a series.

    frame: `published/comparators`: series_id (cq_… or cn_…), month, value_pct (per cent), publisher, published_on.
    Returns one line trace a series; a month nobody can be cited for is a gap and is not bridged; 1—2月 is one place.
    """
    found = {name: rows.set_index("month") for name, rows in frame.groupby("series_id", sort=False)}
    months = frame["month"].dropna().tolist()
    chosen = periods.between(min(months), max(months)) if months else []
    places = timeline.slots(chosen[-MOST_PERIODS if look.narrow else None :], "ytd")
    legend = [(_name(name, rows, look), _hue(name, look)) for name, rows in found.items()]
    words = strip(legend, look, sheet(look).width - 2 * sheet(look).pad)
    sizes = sheet(look)
    margins = Margins(sizes.label * 3, 14, 14 + sizes.small * (1.6 * len(words) + 1.8), sizes.label * 3)
    figure = canvas(frame, look, height_for(look, 330, 300), margins)
    if not places:
        return say_empty(figure, look)
    put_strip(figure, words, look, margins.left)
    _axes(figure, frame, places, look, margins)
    for name, rows in found.items():
        lines.draw(figure, _line(name, rows, places, look), places, look)
    head_note(figure, say("comparators_axis", look.language), look, margins.left)
    return figure


def _hue(series: str, look: Look) -> Hue:
    """Colour means industry; a city and a country are told apart by the depth of the grey."""
    colours = tokens(look)
    return Hue(colours.fillink if series.startswith("cq") else colours.axis, colours.ink2, colours.bg)


def _name(series: str, rows: pd.DataFrame, look: Look) -> str:
    # the series' own office; a month another office printed is told in the hover box and in the table
    publisher = rows["publisher"].mode().iloc[0]
    name = say(f"territory_{series[:2]}", look.language)
    return escaped(say("cited_by", look.language, name=name, publisher=publisher))


def _axes(figure: go.Figure, frame: pd.DataFrame, places: Sequence[Slot], look: Look, margins: Margins) -> None:
    pixels, shown_months = body_height(figure), {place.period for place in places}
    reach = rate_range(frame.loc[frame["month"].isin(shown_months), "value_pct"])
    figure.update_layout(yaxis=rate_axis(reach, look, roomy(*reach, 12, 16, pixels), pixels))
    month_axis(figure, places, look, room(look, margins))
    figure.update_xaxes(tickangle=0)
    zero_line(figure, look)


def _line(series: str, rows: pd.DataFrame, places: Sequence[Slot], look: Look) -> lines.Line:
    known: Mapping[str, float] = rows["value_pct"].to_dict()
    values = tuple(None if is_missing(known.get(place.period)) else known[place.period] for place in places)
    name, hue = say(f"territory_{series[:2]}", look.language), _hue(series, look)
    told = tuple(_told(name, rows, place, look) for place in places)
    return lines.Line(name, hue.fill, hue.text, values, told)


def _told(name: str, rows: pd.DataFrame, place: Slot, look: Look) -> str:
    if place.period not in rows.index:
        return ""
    row = rows.loc[place.period]
    printed = f"{number(row['value_pct'], 1, look.language)}%"
    period = periods.label(place.period, "ytd", look.language)
    return say(
        "cited_hover", look.language, name=name, period=period, printed=printed, publisher=escaped(row["publisher"])
    )
