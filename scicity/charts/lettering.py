"""Words and lines on a figure: they wait until the figure is drawn and go onto it together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    if waiting.notes or waiting.shapes:
        there = figure.layout.to_plotly_json()
        with unchecked(figure):
            figure.layout["annotations"] = [*there.get("annotations", ()), *waiting.notes]
            figure.layout["shapes"] = [*there.get("shapes", ()), *waiting.shapes]
    waiting.notes.clear()
    waiting.shapes.clear()


def copied(figure: go.Figure) -> go.Figure:
    """A figure like it, not checked a second time."""
    new = go.Figure(figure, _validate=False)
    new._validate = new.layout._validate = True
    return new


@contextmanager
def unchecked(figure: go.Figure) -> Iterator[None]:
    """What is put into the layout meanwhile is taken as it is.

    Otherwise plotly checks and copies every word anew with each assignment, a third of a figure's cost. The tests draw
    every figure and have plotly check it whole.
    """
    figure.layout._validate = False
    try:
        yield
    finally:
        figure.layout._validate = True


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
