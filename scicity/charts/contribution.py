"""Who drives growth: a waterfall in percentage points, with the figures it comes from beside it."""

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import amounts
from scicity.charts.canvas import (
    Ink,
    Margins,
    canvas,
    filled,
    hatched,
    height_for,
    lettered,
    line,
    room,
    say_empty,
    write,
)
from scicity.charts.contribution_steps import Step, steps_of
from scicity.charts.look import Look
from scicity.charts.rows import read
from scicity.charts.scales import roomy
from scicity.charts.text import width
from scicity.charts.theme import sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import signed

BAR = 0.56
BAR_IN_LIST = 0.34


@lettered
def contribution(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Each industry's contribution to the total's growth, largest first, ending at the total's growth rate.

    frame: `industry/snapshot`: industries and the total row ('ALL' or 'IND'), with item, period, contribution_pp,
        increment_100m_yuan, yoy_pct, growth_share_pct (missing when the total hardly changed), status, provenance.
    Returns one bar trace a row from top to bottom, the total last. Falls are outlined and hatched. What parts and total
    leave open is a row of its own from 0.1 percentage points on. A missing contribution has no bar but its reason.
    """
    rows = read(frame, "contribution_pp", "increment_100m_yuan", "yoy_pct", "growth_share_pct")
    steps = steps_of(rows, look)
    figure = canvas(frame, look, _height(steps, look), _margins(steps, look))
    if not steps:
        return say_empty(figure, look)
    for at, step in enumerate(steps):
        _bar(figure, step, len(steps) - at, look)
        _words(figure, step, len(steps) - at, look)
    if not look.narrow:
        _joints(figure, steps, look)
    _frame(figure, steps, look)
    if not look.narrow:
        _table_head(figure, len(steps), look)
    return figure


def _height(steps: list[Step], look: Look) -> float:
    rows = max(len(steps), 3)
    return height_for(look, 100 + 52 * rows, 24 + 58 * rows)


def _figures(look: Look) -> tuple[int, ...]:
    """Which of increment, growth and share of growth stand beside the bars: English names leave less room for them."""
    return (1, 2) if look.layout == "half" and look.language == "en" else (0, 1, 2)


def _columns(look: Look) -> list[float]:
    """Right edges of the columns of figures, in pixels right of the axes."""
    size = sheet(look).name
    step = max(
        size * (3.9 if look.on_page else 5.2),
        width(say("chart_increment", look.language), size) + 12,
        _widest(look, size),
    )
    return [step * (at + 1) for at in range(len(_figures(look)))]


def _widest(look: Look, size: float) -> float:
    return width("+1,234,567" if look.unit == "10k_yuan" else "+1234.5", size) * 0.9 + 8


def _margins(steps: list[Step], look: Look) -> Margins:
    sizes = sheet(look)
    if look.narrow:
        return Margins(4, 4, 8, 8)
    names = [width(_name(step, look), sizes.name) * 1.03 for step in steps]
    return Margins(max(names, default=60) + 16, _columns(look)[-1] + 4, sizes.name * 3 + 12, 10)


def _name(step: Step, look: Look) -> str:
    """Long (English) names take two lines beside their bar."""
    return step.name if look.narrow or look.language == "zh" else _two_lines(step.name, sheet(look).name)


def _two_lines(text: str, size: float) -> str:
    half = text.find(" ", len(text) // 3)
    return text if half < 0 or width(text, size) < 9 * size else f"{text[:half]}<br>{text[half + 1 :]}"


def _bar(figure: go.Figure, step: Step, y: int, look: Look) -> None:
    negative = amounts.falls(step.move)
    marker = filled(step.hue, look, negative=negative)
    if step.unknown:
        marker = {**hatched(look), "line": {"color": tokens(look).axis, "width": 1.5}}
    told = say(
        "chart_hover_contribution",
        look.language,
        name=step.name,
        contribution=_points(step, look),
        increment=step.cells[0],
        growth=_rate(step.cells[1]),
        share=_rate(step.cells[2]),
    )
    figure.add_bar(
        name=step.name,
        orientation="h",
        y=[_bar_at(y, look)],
        x=[step.move],
        base=[step.start],
        width=BAR_IN_LIST if look.narrow else BAR,
        marker=marker,
        customdata=[told],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _points(step: Step, look: Look) -> str:
    """Percentage points with their unit; a part not told has its reason, which takes none."""
    return step.why if step.move is None else say("chart_points_changed", look.language, change=signed(step.move))


def _bar_at(y: float, look: Look) -> float:
    """In a list the bar stands under its row's words."""
    return y - 0.2 if look.narrow else y


def _words(figure: go.Figure, step: Step, y: int, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    end = max(step.start, step.end)
    ink = Ink(sizes.strong, step.hue.text, bold=True)
    if step.move is None:
        ink = Ink(sizes.label, colours.ink3)
    write(figure, step.label, ink, x=end, xshift=8, xanchor="left", y=_bar_at(y, look), name="move")
    ink = Ink(sizes.name, step.hue.text, bold=True)
    if look.narrow:
        write(figure, step.name, ink, xref="paper", x=0, xanchor="left", y=y + 0.18)
        words = say("chart_list_row", look.language, growth=_rate(step.cells[1]), share=_rate(step.cells[2]))
        if not step.unknown:
            small = Ink(sizes.small, colours.ink2)
            write(figure, words, small, xref="paper", x=1, xanchor="right", align="right", y=y + 0.18)
        return
    write(figure, _name(step, look), ink, xref="paper", x=0, xshift=-12, xanchor="right", align="right", y=y)
    for at, edge in zip(_figures(look), _columns(look), strict=True):
        ink = Ink(sizes.name, colours.ink, bold=step.total)
        write(figure, step.cells[at], ink, xref="paper", x=1, xshift=edge, xanchor="right", align="right", y=y)


def _rate(text: str) -> str:
    """A table's figure with its per cent sign where there is a figure."""
    return f"{text}%" if text[-1].isdigit() else text


def _joints(figure: go.Figure, steps: list[Step], look: Look) -> None:
    """Dotted lines that lead from a bar's end to the next bar's start."""
    for at, (step, _) in enumerate(zip(steps, steps[1:], strict=False)):
        y = len(steps) - at
        line(figure, tokens(look).axis, 1, dash="dot", x0=step.end, x1=step.end, y0=y - BAR / 2, y1=y - 1 + BAR / 2)


def _frame(figure: go.Figure, steps: list[Step], look: Look) -> None:
    rows, colours = len(steps), tokens(look)
    ends = [0.0, *(step.start for step in steps), *(step.end for step in steps)]
    margin = figure.layout.margin
    space = room(look, Margins(margin.l, margin.r, 0, 0))
    words = max(width(step.label, sheet(look).strong) for step in steps) + 14
    reach = roomy(min(ends), max(ends), 4, words, space)
    figure.update_xaxes(range=list(reach), visible=False)
    figure.update_yaxes(range=[0.45, rows + 0.55], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")
    for y0, y1 in _zero_marks(rows, look):
        line(figure, colours.zero, 1.5, x0=0, x1=0, y0=y0, y1=y1)
    rules = [(0.5, colours.axis, 1.5)] + ([(1.5, colours.grid, 1)] if steps[-1].total else [])
    for y, colour, weight in rules if look.narrow else [(rows + 0.5, colours.axis, 1.5), *rules]:
        _rule(figure, y, colour, weight)


def _zero_marks(rows: int, look: Look) -> list[tuple[float, float]]:
    """Zero from top to bottom; in a list only beside each bar, because names stand where the line would run."""
    if not look.narrow:
        return [(0.5, rows + 0.5)]
    reach = BAR_IN_LIST * 0.65
    return [(_bar_at(y, look) - reach, _bar_at(y, look) + reach) for y in range(1, rows + 1)]


def _rule(figure: go.Figure, y: float, colour: str, weight: float) -> None:
    """A rule across names, bars and figures: one line on the axes, and one in pixels on each side of them."""
    margin = figure.layout.margin
    line(figure, colour, weight, xref="paper", x0=0, x1=1, y0=y, y1=y)
    for anchor, start, stop in ((0, -margin.l, 0), (1, 0, margin.r)):
        where = {"xref": "paper", "xsizemode": "pixel", "xanchor": anchor}
        line(figure, colour, weight, x0=start, x1=stop, y0=y, y1=y, **where)


def _table_head(figure: go.Figure, rows: int, look: Look) -> None:
    """Column heads in two sizes: words of one annotation with mixed sizes would overlap."""
    unit = "%"
    heads = [("chart_increment", amounts.unit(look)), ("chart_yoy", unit), ("chart_growth_share", unit)]
    for at, edge in zip(_figures(look), _columns(look), strict=True):
        key, below = heads[at]
        _head(figure, say(key, look.language), below, rows, look, x=1, xshift=edge, xanchor="right")
    words = say("chart_contribution", look.language)
    _head(figure, words, say("chart_points", look.language), rows, look, x=0, xshift=0, xanchor="left")


def _head(figure: go.Figure, words: str, below: str, rows: int, look: Look, **place: object) -> None:
    sizes, colours = sheet(look), tokens(look)
    where = {"xref": "paper", "y": rows + 0.5, "yanchor": "bottom", **place}
    write(figure, below, Ink(sizes.small, colours.ink3), yshift=4, **where)
    write(figure, words, Ink(sizes.label, colours.ink2), yshift=4 + sizes.small * 1.35, **where)
