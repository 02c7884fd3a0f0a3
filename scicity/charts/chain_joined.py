"""The chain's first columns over output's growth, moved by a number of months: side by side, not cause and effect."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import lines, timeline
from scicity.charts.canvas import Ink, Margins, canvas, head_note, height_for, room, say_empty, write, zero_line
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.months import month_axis
from scicity.charts.scales import axis, rate_axis, rate_range, roomy, round_ticks
from scicity.charts.theme import Hue, hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.wording import say
from scicity.wording.numbers import is_missing, number

NEEDED = ("item", "classification", "indicator", "month", "shown_month", "value", "yoy_pct")
GROWTH = "leading"
GAP = 0.14  # of the height, between two panels
MOST_PERIODS = 16  # in a narrow look


@lettered
def chain_joined(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One panel a measure of the first columns, growth of output below, all over the months they are shown at.

    frame: `chain/joined` of one sub-field: item, classification, indicator, month, shown_month (month moved by the
        lag), value, yoy_pct (per cent), provenance.
    Returns one line trace a panel; where nobody publishes a measure of the first columns, the upper panel says so.
    Missing months are gaps.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    growth = frame[frame["classification"] == GROWTH]
    ahead = [rows for _, rows in frame[frame["classification"] != GROWTH].groupby("indicator", sort=False)]
    sizes = sheet(look)
    margins = Margins(sizes.label * 3.2, 16, sizes.small * 2.4, sizes.label * 3)
    panels = max(len(ahead), 1) + 1
    figure = canvas(frame, look, height_for(look, 110 + 130 * panels, 90 + 130 * panels), margins)
    months = [month for month in frame["shown_month"] if periods.is_month(month)]
    if not months:
        return say_empty(figure, look)
    chosen = periods.between(min(months), max(months))[-MOST_PERIODS if look.narrow else None :]
    places = timeline.slots(chosen, "month")
    colours = hue(str(frame["item"].iloc[0]), look)
    domains = _domains(panels)
    for at, rows in enumerate(ahead):
        _stock(figure, rows, places, look, f"y{at + 2}", domains[at], margins)
    if not ahead:
        _nothing(figure, look, domains[0], margins)
    _growth(figure, growth, places, look, colours, domains[-1], margins)
    month_axis(figure, places, look, room(look, margins))
    # the ticks are thinned to what fits already; plotly would turn them all the same
    figure.update_xaxes(tickangle=0)
    return figure


def _domains(panels: int) -> list[tuple[float, float]]:
    """Heights of the panels from top to bottom, as parts of the plot."""
    high = (1 - GAP * (panels - 1)) / panels
    # rounded: the last panel must not end a hair below the plot
    return [(round(1 - at * (high + GAP) - high, 9), round(1 - at * (high + GAP), 9)) for at in range(panels)]


def _pixels(figure: go.Figure, domain: tuple[float, float]) -> float:
    margin = figure.layout.margin
    return (figure.layout.height - margin.t - margin.b) * (domain[1] - domain[0])


def _stock(
    figure: go.Figure, rows: pd.DataFrame, places: Sequence[Slot], look: Look, name: str,
    domain: tuple[float, float], margins: Margins,
) -> None:  # fmt: skip
    """A stock as a line from zero; of two months that are shown at the same place the later one stands."""
    known = rows.drop_duplicates("shown_month", keep="last").set_index("shown_month")
    # a January that does not exist, moved, leaves a place without a row: that is no missing value
    held = [place for place in places if place.period in known.index]
    values = tuple(_value(known, place, "value") for place in held)
    top = max((value for value in values if value is not None), default=0.0) * 1.25 or 1.0
    marks = [mark for mark in round_ticks(0, top, most=2) if float(mark).is_integer()]
    key = f"yaxis{name[1:]}"
    figure.update_layout({key: {"domain": list(domain), "anchor": "x", "fixedrange": True, "showgrid": True,
                                **axis(marks, [number(mark, 0) for mark in marks], look, (0, top))}})  # fmt: skip
    title = say(f"chain_series_{rows['classification'].iloc[0]}_{rows['indicator'].iloc[0]}", look.language)
    ink = tokens(look).fillink
    told = tuple(_told(title, known, place, look) for place in held)
    lines.draw(figure, lines.Line(title, ink, ink, values, told), held, look, name, hollow=False)
    zero_line(figure, look, name)
    head_note(figure, title, look, margins.left, y=domain[1], yshift=6)


def _nothing(figure: go.Figure, look: Look, domain: tuple[float, float], margins: Margins) -> None:
    colours = tokens(look)
    figure.add_shape(
        type="rect", xref="paper", yref="paper", x0=0, x1=1, y0=domain[0], y1=domain[1], layer="below",
        fillcolor=colours.surface, line={"width": 0}, name="nothing",
    )  # fmt: skip
    ink = Ink(sheet(look).label, colours.ink2)
    write(figure, say("cited_nothing", look.language), ink, xref="paper", yref="paper", x=0.5, y=sum(domain) / 2)
    head_note(figure, say("chain_series_ahead", look.language), look, margins.left, y=domain[1], yshift=6)


def _growth(
    figure: go.Figure, rows: pd.DataFrame, places: Sequence[Slot], look: Look, colours: Hue,
    domain: tuple[float, float], margins: Margins,
) -> None:  # fmt: skip
    known = rows.set_index("shown_month")
    values = tuple(_value(known, place, "yoy_pct") for place in places)
    reach, pixels = rate_range(values), _pixels(figure, domain)
    shown = roomy(*reach, 10, 10, pixels)
    figure.update_layout(yaxis={"domain": list(domain), **rate_axis(reach, look, shown, pixels)})
    title = say("chain_series_growth", look.language)
    told = tuple(_told(title, known, place, look, "yoy_pct", 1) for place in places)
    lines.draw(figure, lines.Line(title, colours.fill, colours.text, values, told), places, look)
    zero_line(figure, look)
    head_note(figure, title, look, margins.left, y=domain[1], yshift=6)


def _value(known: pd.DataFrame, place: Slot, column: str) -> float | None:
    if place.period not in known.index or is_missing(known.at[place.period, column]):
        return None
    return float(known.at[place.period, column])


def _told(title: str, known: pd.DataFrame, place: Slot, look: Look, column: str = "value", decimals: int = 0) -> str:
    """The hover line names the month the number is of, which the lag moves away from where it is shown."""
    value = _value(known, place, column)
    if value is None:
        return ""
    month = periods.label(str(known.at[place.period, "month"]), "month", look.language)
    return say("chain_hover", look.language, name=title, period=month, value=number(value, decimals, look.language))
