"""From an opening stock to a closing one: what came, what went, and that the sum is right, as a waterfall in rows."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import Ink, Margins, canvas, filled, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.scales import roomy
from scicity.charts.text import width
from scicity.charts.theme import Hue, shade, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import MINUS, MISSING, is_missing, number

BAR = 0.5
STEPS = ("opening", "added", "removed", "closing")


@dataclass(frozen=True)
class Step:
    """One row: a bar of `length` from `start`, and the words at its end. A missing count has no bar."""

    step: str
    start: float
    length: float
    text: str


@lettered
def net_change(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Opening + added − removed = closing, one row a step.

    frame: `<subject>/change`: step (opening, added, removed, closing), value_count (missing has no bar), provenance.
    Returns one bar trace a step, from top to bottom. What went is outlined and hatched. No rows give an empty figure.
    """
    steps = _steps(frame, look)
    margins = Margins(max((width(_name(one, look), sheet(look).name) for one in steps), default=40) + 16, 8, 8, 10)
    figure = canvas(frame, look, height_for(look, 200, 200), margins)
    if not steps:
        return say_empty(figure, look)
    for at, step in enumerate(steps):
        _bar(figure, step, len(steps) - at, look)
    _frame(figure, steps, margins, look)
    return figure


def _steps(frame: pd.DataFrame, look: Look) -> list[Step]:
    given = zip(frame["step"], frame["value_count"], strict=True)
    counts = {step: None if is_missing(value) else float(value) for step, value in given}
    opening, added, removed = (counts.get(step) or 0.0 for step in STEPS[:3])
    starts = {"opening": 0.0, "added": opening, "removed": opening + added - removed, "closing": 0.0}
    signs = {"added": "+", "removed": MINUS}
    found = []
    for step in STEPS:
        if step in counts:
            value = counts[step]
            # what did not happen has no sign
            told = (
                MISSING if value is None else (signs.get(step, "") if value else "") + number(value, 0, look.language)
            )
            found.append(Step(step, starts[step], value or 0.0, told))
    return found


def _name(step: Step, look: Look) -> str:
    return say(f"stock_step_{step.step}", look.language)


def _bar(figure: go.Figure, step: Step, y: int, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    total = step.step in ("opening", "closing")
    pale = Hue(shade(colours.fillink, 1, look), colours.ink, colours.bg)
    hue = Hue(colours.fillink, colours.ink, colours.bg) if total else pale
    figure.add_bar(
        name=_name(step, look), orientation="h", y=[y], x=[step.length or None], base=[step.start], width=BAR,
        marker=filled(hue, look, negative=step.step == "removed"),
        customdata=[f"{_name(step, look)} {step.text}"], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    where = {"y": y, "yanchor": "middle"}
    end = step.start + step.length
    ink = Ink(sizes.strong, colours.ink, bold=True)
    write(figure, step.text, ink, x=end, xshift=8, xanchor="left", name="step", **where)
    ink = Ink(sizes.name, colours.ink, bold=step.step == "closing")
    write(figure, _name(step, look), ink, xref="paper", x=0, xshift=-12, xanchor="right", align="right", **where)


def _frame(figure: go.Figure, steps: list[Step], margins: Margins, look: Look) -> None:
    longest = max(step.start + step.length for step in steps)
    words = max(width(step.text, sheet(look).strong) for step in steps) + 14
    figure.update_xaxes(range=list(roomy(0, longest or 1.0, 0, words, room(look, margins))), visible=False)
    figure.update_yaxes(range=[0.4, len(steps) + 0.6], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")
    line(figure, tokens(look).zero, 1.5, x0=0, x1=0, y0=0.5, y1=len(steps) + 0.5)
    for at, (step, _) in enumerate(zip(steps, steps[1:], strict=False)):
        y, end = len(steps) - at, step.start if step.step == "removed" else step.start + step.length
        line(figure, tokens(look).axis, 1, dash="dot", x0=end, x1=end, y0=y - BAR / 2, y1=y - 1 + BAR / 2)
