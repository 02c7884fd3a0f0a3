"""Requests matched in each month in columns, their amount as a line in a panel of its own below."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import lines, timeline
from scicity.charts.canvas import (
    Ink,
    Margins,
    body_height,
    canvas,
    filled,
    head_note,
    height_for,
    room,
    say_empty,
    write,
    zero_line,
)
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.months import month_axis
from scicity.charts.scales import axis, round_ticks
from scicity.charts.text import width
from scicity.charts.theme import Hue, sheet, tokens
from scicity.charts.timeline import GAP, Slot
from scicity.wording import say
from scicity.wording.numbers import is_missing, number

UPPER, LOWER = (0.47, 1.0), (0.0, 0.33)
MOST_PERIODS = 8  # in a narrow look
UNITS = {"100m_yuan": (1, 2), "10k_yuan": (10_000, 0)}  # how many of it an 亿元 has, and its decimals


@dataclass(frozen=True)
class Month:
    """What came new in one month; None where the month before is not there to subtract."""

    count: float | None
    amount: float | None


@lettered
def finance_matches(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Columns of new requests matched, and below them the line of their amount.

    frame: `finance/platform` with period, new_count, new_100m_yuan (of 1—2月 both months together), provenance.
    Returns a bar and a line trace; 1—2月 is two months wide at its monthly average, its label is the whole. A missing
    month is a gap. No rows give a figure that says so.
    """
    months = _read(frame)
    chosen = periods.between(min(months), max(months))[-MOST_PERIODS if look.narrow else None :] if months else []
    places = timeline.slots(chosen, "month")
    left = width(_money(0.88, look), sheet(look).label) + 18
    edges = Margins(left, 10, 12 + sheet(look).small * 1.6, sheet(look).label * 3)
    figure = canvas(frame, look, height_for(look, 400, 380), edges)
    if not places:
        return say_empty(figure, look)
    counts = [place.height(_of(months, place).count) for place in places]
    amounts = [place.height(_of(months, place).amount) for place in places]
    _axes(figure, counts, amounts, look, edges)
    month_axis(figure, places, look, room(look, edges), anchor="y2")
    _columns(figure, counts, months, places, look, room(look, edges))
    _line(figure, amounts, months, places, look)
    return figure


def _read(frame: pd.DataFrame) -> dict[str, Month]:
    """New counts and amounts by period, from the first month that has any."""
    found = {
        str(row["period"]): Month(
            *(None if is_missing(row[name]) else float(row[name]) for name in ("new_count", "new_100m_yuan"))
        )
        for row in frame.to_dict("records")
    }
    return {period: month for period, month in found.items() if month.count is not None}


def _of(months: dict[str, Month], place: Slot) -> Month:
    return months.get(place.period, Month(None, None))


def _money(value: float | None, look: Look) -> str:
    factor, decimals = UNITS[look.unit]
    return number(None if value is None else value * factor, decimals, look.language)


def _axes(figure: go.Figure, counts: Sequence[float | None], amounts: Sequence[float | None], look: Look,
          edges: Margins) -> None:  # fmt: skip
    """Both panels begin at zero and have room for a label over their highest value."""
    peaks = [max((one for one in values if one is not None), default=1.0) or 1.0 for values in (counts, amounts)]
    share, label = body_height(figure), sheet(look).label
    tops = [
        peak / (1 - label * lines_above / (share * (high - low)))
        for peak, lines_above, (low, high) in zip(peaks, (3.0, 2.0), (UPPER, LOWER), strict=True)
    ]
    marks = [
        [one for one in round_ticks(0, top, most=most) if one < top * 0.97]
        for top, most in zip(tops, (3, 3), strict=True)
    ]
    upper = axis(marks[0], [number(one, 0, look.language) for one in marks[0]], look, (0, tops[0]))
    lower = axis(marks[1], [_money(one, look) if one else "0" for one in marks[1]], look, (0, tops[1]))
    figure.update_layout(
        yaxis={**upper, "domain": UPPER}, yaxis2={**lower, "domain": LOWER, "anchor": "x"}, hoversubplots="axis"
    )
    zero_line(figure, look)
    zero_line(figure, look, axis="y2")
    unit = say(f"chart_unit_{look.unit}", look.language)
    head_note(figure, say("finance_axis_count", look.language), look, edges.left)
    head_note(figure, say("finance_axis_amount", look.language, unit=unit), look, edges.left, y=LOWER[1])


def _columns(figure: go.Figure, counts: Sequence[float | None], months: dict[str, Month], places: Sequence[Slot],
             look: Look, space: float) -> None:  # fmt: skip
    colours, sizes = tokens(look), sheet(look)
    told = [
        say("finance_hover_count", look.language, n=number(_of(months, one).count, 0, look.language)) for one in places
    ]
    figure.add_bar(
        name=say("finance_axis_count", look.language),
        x=[place.centre for place in places],
        y=list(counts),
        width=[place.months - GAP for place in places],
        marker=filled(Hue(colours.fillink, colours.ink, colours.bg), look),
        customdata=[[text, timeline.title(place, look)] for text, place in zip(told, places, strict=True)],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )
    scale = timeline.pixels_a_month(places, space)
    fits = width("88", sizes.small) + 4 <= scale
    known = [at for at, count in enumerate(counts) if count is not None]
    for at in known if fits else known[-1:]:
        last, whole = at == known[-1], _of(months, places[at]).count
        ink = Ink(sizes.label, colours.ink, bold=True) if last else Ink(sizes.small, colours.ink2)
        where = {"x": places[at].centre, "y": counts[at], "yanchor": "bottom"}
        write(figure, number(whole, 0, look.language), ink, yshift=2, name="total", **where)
        if places[at].two_months:
            small = Ink(sizes.small, colours.ink3)
            write(figure, say("chart_two_months", look.language), small, yshift=2 + ink.size * 1.35, **where)


def _line(figure: go.Figure, amounts: Sequence[float | None], months: dict[str, Month], places: Sequence[Slot],
          look: Look) -> None:  # fmt: skip
    colours, sizes = tokens(look), sheet(look)
    key = f"finance_hover_amount_{look.unit}"
    told = tuple(say(key, look.language, value=_money(_of(months, one).amount, look)) for one in places)
    name = say("finance_amount", look.language)
    drawn = lines.Line(name, colours.ink, colours.ink, tuple(amounts), told)
    lines.draw(figure, drawn, places, look, axis="y2", hollow=False)
    if drawn.last is not None:
        place, ink = places[drawn.last], Ink(sizes.label, colours.ink, bold=True)
        # where the line comes down to its end, the words stand under it
        falls = drawn.last > 0 and (amounts[drawn.last - 1] or 0) > (amounts[drawn.last] or 0)
        side = {"yanchor": "top", "yshift": -5} if falls else {"yanchor": "bottom", "yshift": 6}
        where = {"x": place.centre, "y": amounts[drawn.last], "yref": "y2", "xanchor": "right", **side}
        write(figure, _money(_of(months, place).amount, look), ink, xshift=8, name="end", **where)
