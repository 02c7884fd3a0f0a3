"""Lines over months: gaps where a value is missing, hollow points where a rate is negative, the last point large."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from scicity.charts import amounts
from scicity.charts.look import Look
from scicity.charts.theme import tokens
from scicity.charts.timeline import Slot

DOT, LAST_DOT = 7, 10


@dataclass(frozen=True)
class Line:
    """One line: its name (escaped), colours, a value a place (None is a gap), and a hover text a place."""

    name: str
    colour: str
    text_colour: str
    values: tuple[float | None, ...]
    told: tuple[str, ...]
    weight: float = 2.6
    quiet: bool = False  # a line of the background: thin, without dots

    @property
    def last(self) -> int | None:
        """The index of the last known value."""
        return next((at for at in range(len(self.values) - 1, -1, -1) if self.values[at] is not None), None)


def draw(
    figure: go.Figure, line: Line, places: Sequence[Slot], look: Look, axis: str = "y", hollow: bool = True
) -> None:
    """The line with its dots. hollow: negative points are drawn hollow (rates), not for levels."""
    figure.add_scatter(
        name=line.name,
        x=[place.centre for place in places],
        y=list(line.values),
        yaxis=axis,
        mode="lines" if line.quiet else "lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": line.colour, "width": 1.6 if line.quiet else line.weight},
        marker=_dots(line, look, hollow),
        customdata=list(line.told),
        hovertemplate="%{customdata}<extra></extra>",
    )


def _dots(line: Line, look: Look, hollow: bool) -> dict[str, Any]:
    paper = tokens(look).bg
    dense = len(line.values) > 24 or look.layout == "phone"
    small = DOT - 2 if dense else DOT
    return {
        # arrays of colours or sizes would otherwise be drawn at 70 %
        "opacity": 1,
        "size": [LAST_DOT if at == line.last else small for at in range(len(line.values))],
        "color": [paper if hollow and amounts.falls(value) else line.colour for value in line.values],
        "line": {"color": line.colour, "width": 2},
    }
