"""The axis of months as readers see it: short words under the places, the period in full at the head of a hover box.

Plotly heads a unified hover box with the tick text at its place and knows no other source for it. So the ticks hold the
full periods and stay hidden, and the words under the axis are written like all other words of a figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from scicity.charts import timeline
from scicity.charts.canvas import Ink, write
from scicity.charts.look import Look
from scicity.charts.theme import sheet, tokens
from scicity.charts.timeline import Slot


@dataclass(frozen=True)
class Months:
    """An axis: places with their full titles, and the (place, words) that are written under it."""

    titles: Sequence[tuple[float, str]]
    shown: Sequence[tuple[float, str]]


def hidden_ticks(months: Months) -> dict[str, Any]:
    """The axis settings that give hover boxes their heads."""
    return {
        "tickmode": "array",
        "tickvals": [place for place, _ in months.titles],
        "ticktext": [title for _, title in months.titles],
        "showticklabels": False,
    }


def write_months(figure: go.Figure, months: Months, ink: Ink, axis: str = "x", bottom: float = 0) -> None:
    """The words under an axis whose lower end is at `bottom` of the sheet's own height."""
    where = {"xref": axis, "yref": "paper", "y": bottom, "yanchor": "top", "yshift": -1, "align": "center"}
    for place, words in months.shown:
        write(figure, words, ink, x=place, name="month", **where)


def month_axis(
    figure: go.Figure, places: Sequence[Slot], look: Look, room: float, anchor: str = "y", with_year: bool = True
) -> None:
    """The x axis of a figure over months, `room` pixels wide; without years for places that are of no year."""
    size = sheet(look).small if look.on_page else sheet(look).label
    values, texts = timeline.ticks(places, look, size, room)
    shown = texts if with_year else [text.split("<br>")[0] for text in texts]
    titles = [(place.centre, timeline.title(place, look, with_year)) for place in places]
    months = Months(titles, list(zip(values, shown, strict=True)))
    figure.update_xaxes(range=list(timeline.extent(places)), anchor=anchor, **hidden_ticks(months))
    write_months(figure, months, Ink(size, tokens(look).ink2))
