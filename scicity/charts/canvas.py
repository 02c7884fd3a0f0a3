"""The sheet a figure is drawn on: its room in pixels, its provenance, and the words and marks put on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.lettering import Ink, copied, lettered, line, put_down, unchecked, write
from scicity.charts.look import Look
from scicity.charts.text import width
from scicity.charts.theme import Hue, sheet, template, tokens
from scicity.wording import say

# what a figure function needs stands here in one place
__all__ = [
    "Ink", "Label", "Margins", "body_height", "canvas", "copied", "end_labels", "filled", "hatched", "head_note",
    "height_for", "label_room", "lettered", "line", "put_down", "put_strip", "room", "say_empty", "spread", "strip",
    "unchecked", "write", "zero_line",
]  # fmt: skip


@dataclass(frozen=True)
class Margins:
    """Room around the axes for the figure's own words, in pixels; headline and footer come on top of it."""

    left: float
    right: float
    top: float
    bottom: float


def canvas(frame: pd.DataFrame, look: Look, height: float, margins: Margins) -> go.Figure:
    """An empty figure of the look. It remembers whether any row of the frame is from the demonstration model."""
    figure = go.Figure()
    with unchecked(figure):
        figure.layout["template"] = template(look)
    figure.update_layout(
        height=height,
        margin={"l": margins.left, "r": margins.right, "t": margins.top, "b": margins.bottom, "autoexpand": False},
        meta={"provenance": provenance(frame), "finished": False},
    )
    return figure


def provenance(frame: pd.DataFrame) -> str:
    """'demo' as soon as one row is: a mixed figure is marked as a whole."""
    found = set(frame["provenance"].dropna()) if "provenance" in frame.columns else set()
    return "demo" if "demo" in found else ",".join(sorted(map(str, found)))


def height_for(look: Look, screen: float, phone: float) -> float:
    """The height of the plot with its own margins. Slides have a fixed one; on paper rows may ask for more."""
    sizes = sheet(look)
    body = sizes.height - sizes.head - sizes.tail
    if look.layout in ("ppt", "ppt_body", "wall"):
        return body
    wanted = {
        "half": screen,
        "screen": screen,
        "wide": screen,
        "phone": phone,
        "a4": max(body, 0.82 * screen),
        "wechat": phone * 1.05,
        "a4_half": max(body, 0.85 * phone),
    }
    return wanted[look.layout]


def room(look: Look, margins: Margins) -> float:
    """The axes' width in pixels: exact in a file, on a page what may be counted on."""
    sizes = sheet(look)
    return sizes.width - 2 * sizes.pad - margins.left - margins.right


def body_height(figure: go.Figure) -> float:
    """The axes' height in pixels."""
    return figure.layout.height - figure.layout.margin.t - figure.layout.margin.b


def head_note(figure: go.Figure, text: str, look: Look, left: float, **place: Any) -> None:  # noqa: ANN401
    """The small line above a panel that says what is measured in which unit, flush with the sheet's left edge."""
    ink = Ink(sheet(look).small, tokens(look).ink3)
    where = {"x": 0, "y": 1, "yshift": 8, **place}
    write(figure, text, ink, xref="paper", yref="paper", xshift=-left, xanchor="left", yanchor="bottom", **where)


def zero_line(figure: go.Figure, look: Look, axis: str = "y", x: str = "paper") -> None:
    """The horizontal zero across a panel, a shape: plotly's own zero line lies under the bars."""
    line(figure, tokens(look).zero, 1.2, xref=x, yref=axis, x0=0, x1=1, y0=0, y1=0)


def filled(hue: Hue, look: Look, negative: bool = False, outline: float = 2) -> dict[str, Any]:
    """A bar's marker: filled, or outlined and hatched when it goes down; both are told apart in grey print."""
    paper = tokens(look).bg
    if not negative:
        return {"color": hue.fill, "line": {"color": paper, "width": 0}}
    return {
        "color": paper,
        "line": {"color": hue.fill, "width": outline},
        "pattern": {"shape": "/", "fgcolor": hue.fill, "bgcolor": paper, "size": 9, "solidity": 0.32},
    }


def hatched(look: Look) -> dict[str, Any]:
    """The marker of what is not known yet or not told: grey hatch without an edge, so that it has no height to read."""
    colours = tokens(look)
    pattern = {"shape": "/", "fgcolor": colours.ctx, "bgcolor": colours.bg, "size": 8, "solidity": 0.28}
    return {"color": colours.bg, "line": {"width": 0}, "pattern": pattern}


def spread(heights: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights moved apart to at least `gap`, upwards in their order; at the top edge they give way downwards."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    placed = [0.0] * len(heights)
    floor = low
    for at in order:
        placed[at] = max(heights[at], floor)
        floor = placed[at] + gap
    ceiling = high
    for at in reversed(order):
        placed[at] = min(placed[at], ceiling)
        ceiling = placed[at] - gap
    return placed


@dataclass(frozen=True)
class Label:
    """Words at the end of a line or a column, at a height of the axis."""

    height: float
    text: str
    ink: Ink


def end_labels(
    figure: go.Figure, labels: Sequence[Label], axis: str, reach: tuple[float, float], pixels: float, away: float = 8
) -> None:
    """Labels `away` pixels right of the axes, kept apart. reach: the axis range; pixels: the height it is drawn on."""
    if not labels:
        return
    scale = (reach[1] - reach[0]) / pixels
    gap = max(label.ink.size for label in labels) * 1.45 * scale
    places = spread([label.height for label in labels], gap, reach[0], reach[1])
    for label, y in zip(labels, places, strict=True):
        write(figure, label.text, label.ink, xref="paper", x=1, xshift=away, xanchor="left", yref=axis, y=y, name="end")


def label_room(texts: Iterable[str], size: float) -> float:
    """The right margin that holds these texts."""
    return max((width(text, size) for text in texts), default=0) + 14


def strip(entries: Sequence[tuple[str, Hue]], look: Look, space: float) -> list[str]:
    """A legend as coloured words, in as few lines as fit: entries of (text, colours), first entry first."""
    blank = "\N{IDEOGRAPHIC SPACE}"
    worded = [
        f'<span style="color:{hue.fill}">■</span> <span style="color:{hue.text}">{text}</span>' for text, hue in entries
    ]
    # as even as they go: two lines of two rather than three and one
    for lines in range(1, len(worded) + 1):
        each = -(-len(worded) // lines)
        joined = [blank.join(worded[at : at + each]) for at in range(0, len(worded), each)]
        if all(width(one, sheet(look).small) <= space for one in joined):
            return joined
    return worded


def put_strip(figure: go.Figure, lines: Sequence[str], look: Look, left: float) -> None:
    """The legend's lines at the top of the sheet, above everything of the plot."""
    step = sheet(look).small * 1.6
    for at, text in enumerate(lines):
        shift = figure.layout.margin.t - 2 - at * step
        ink = Ink(sheet(look).small, tokens(look).ink)
        write(
            figure,
            text,
            ink,
            xref="paper",
            yref="paper",
            x=0,
            xshift=-left,
            y=1,
            yshift=shift,
            xanchor="left",
            yanchor="top",
        )


def say_empty(figure: go.Figure, look: Look) -> go.Figure:
    """A figure without rows: no axes, and a word that says so."""
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    write(
        figure,
        say("chart_no_rows", look.language),
        Ink(sheet(look).label, tokens(look).ink3),
        xref="paper",
        yref="paper",
        x=0.5,
        y=0.5,
    )
    return figure
