"""Words and lines on a figure: they wait until the figure is drawn and go onto it together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

import plotly.graph_objects as go

from scicity.charts.text import bold as in_bold
from scicity.charts.theme import FONT

Draw = TypeVar("Draw", bound=Callable[..., go.Figure])


@dataclass(frozen=True)
class Waiting:
    """Words and shapes that go onto the figure together: one by one, plotly would check all earlier ones each time."""

    notes: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)


def _waiting(figure: go.Figure) -> Waiting:
    if not hasattr(figure, "_waiting"):
        figure._waiting = Waiting()
    return figure._waiting


def lettered(draw: Draw) -> Draw:
    """Puts what a figure function wrote onto its figure, once, when it is done."""

    @wraps(draw)
    def whole(*given: Any, **named: Any) -> go.Figure:  # noqa: ANN401
        figure = draw(*given, **named)
        put_down(figure)
        return figure

    return whole  # type: ignore[return-value]


def put_down(figure: go.Figure) -> None:
    """Moves the waiting words and shapes onto the figure."""
    waiting = _waiting(figure)
    if waiting.notes:
        figure.layout.annotations = [*figure.layout.annotations, *waiting.notes]
    if waiting.shapes:
        figure.layout.shapes = [*figure.layout.shapes, *waiting.shapes]
    waiting.notes.clear()
    waiting.shapes.clear()


@dataclass(frozen=True)
class Ink:
    """How words look: size in pixels, colour, weight."""

    size: float
    colour: str
    bold: bool = False


def write(figure: go.Figure, text: str, ink: Ink, **place: Any) -> None:  # noqa: ANN401  (plotly's own annotation keys)
    """Words on the figure, centred on their place. `text` must be escaped already where it comes from a frame."""
    # left to itself plotly hangs words on the nearest side of the sheet
    place = {"xanchor": "center", "yanchor": "middle", **place}
    note = {
        "text": in_bold(text) if ink.bold else text,
        "font": {"family": FONT, "size": ink.size, "color": ink.colour},
        "showarrow": False,
        **place,
    }
    _waiting(figure).notes.append(note)


def line(figure: go.Figure, colour: str, weight: float, **place: Any) -> None:  # noqa: ANN401
    dash = place.pop("dash", "solid")
    _waiting(figure).shapes.append({"type": "line", "line": {"color": colour, "width": weight, "dash": dash}, **place})
