"""Growth rates in order: horizontal bars, falls to the left, what is not told at the end without a bar."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import amounts
from scicity.charts.canvas import Ink, Margins, canvas, filled, height_for, lettered, line, room, say_empty, write
from scicity.charts.look import Look
from scicity.charts.rows import Row, absent, name, read
from scicity.charts.scales import rate_range, roomy
from scicity.charts.text import width
from scicity.charts.theme import hue, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import rounded

BAR = 0.62


@dataclass(frozen=True)
class Ranked:
    """A row and its place; equal printed rates share a place. Place 0: not told."""

    row: Row
    place: int
    tied: bool


@lettered
def ranking(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Items by growth on the same period a year before, highest first; equal printed rates keep the taxonomy's order.

    frame: `industry/snapshot` of sub-fields or other chosen items, with item, period, yoy_pct, status, provenance; a
        total row among them becomes a dashed line, not a bar.
    Returns one bar trace an item in that order, falls outlined and hatched; a missing rate has no bar but its reason.
    """
    rows = read(frame, "yoy_pct")
    ranked = placed([row for row in rows if row.level != "total"])
    total = next((row for row in rows if row.level == "total" and row.yoy is not None), None)
    margins = _margins(ranked, total, look)
    count = max(len(ranked), 2)
    figure = canvas(frame, look, height_for(look, 40 + 27 * count, 40 + 30 * count), margins)
    if not ranked:
        return say_empty(figure, look)
    figure.update_layout(hovermode="closest")
    reach = _axes(figure, ranked, total, look, room(look, margins))
    for at, one in enumerate(ranked):
        _bar(figure, one, len(ranked) - at, look)
    line(figure, tokens(look).zero, 1.5, x0=0, x1=0, y0=0.5, y1=len(ranked) + 0.5)
    if total is not None:
        _total(figure, total, len(ranked), look, reach)
    return figure


def placed(rows: list[Row]) -> list[Ranked]:
    """Rows by printed rate, highest first; places as in sport: 1, 2, 2, 4."""
    known = sorted((row for row in rows if row.yoy is not None), key=lambda row: (-rounded(row.yoy or 0.0), row.rank))
    rates = [rounded(row.yoy or 0.0) for row in known]
    ranked = [Ranked(row, rates.index(rate) + 1, rates.count(rate) > 1) for row, rate in zip(known, rates, strict=True)]
    return ranked + [Ranked(row, 0, False) for row in sorted(rows, key=lambda row: row.rank) if row.yoy is None]


def _margins(ranked: list[Ranked], total: Row | None, look: Look) -> Margins:
    sizes = sheet(look)
    names = [width(name(one.row, look), sizes.label) * 1.05 for one in ranked]
    return Margins(max(names, default=60) + 14, 4, (sizes.small * 1.7 if total else 4) + 2, 4)


def _axes(figure: go.Figure, ranked: list[Ranked], total: Row | None, look: Look, space: float) -> tuple[float, float]:
    """Room at both ends for the words at the bars' ends."""
    rates = [one.row.yoy for one in ranked]
    low, high = rate_range([*rates, total.yoy if total else None])
    ends = [width(amounts.change(rate, look), sheet(look).strong) + 14 for rate in rates if rate is not None]
    word = max(ends, default=60.0)
    reach = roomy(low, high, word if low < 0 else 4, word, space)
    figure.update_xaxes(range=list(reach), visible=False)
    figure.update_yaxes(range=[0.4, len(ranked) + 0.6], visible=False, showgrid=False)
    return reach


def _bar(figure: go.Figure, one: Ranked, y: int, look: Look) -> None:
    rate, sizes = one.row.yoy, sheet(look)
    colours = hue(one.row.item, look, one.row.classification)
    words = name(one.row, look)
    negative = amounts.falls(rate)
    figure.add_bar(
        name=words,
        orientation="h",
        y=[y],
        x=[rate],
        base=[0],
        width=BAR,
        marker=filled(colours, look, negative, outline=1.5),
        customdata=[_told(one, words, look)],
        hovertemplate="%{customdata}<extra></extra>",
    )
    ink = Ink(sizes.label, colours.text, bold=True)
    write(figure, words, ink, xref="paper", x=0, xshift=-8, xanchor="right", align="right", y=y, name="name")
    if rate is None:
        ink = Ink(sizes.label, tokens(look).ink3)
    text = amounts.change(rate, look) if rate is not None else absent(one.row, look)
    side = {"xanchor": "right", "xshift": -6} if negative else {"xanchor": "left", "xshift": 6}
    # the paper under the words keeps the total's line out of them
    write(figure, text, ink, x=rate or 0, y=y, name="rate", bgcolor=tokens(look).bg, **side)


def _told(one: Ranked, words: str, look: Look) -> str:
    if one.row.yoy is None:
        return say("chart_hover_absent", look.language, name=words, why=absent(one.row, look))
    key = "chart_hover_rank_tied" if one.tied else "chart_hover_rank"
    return say(key, look.language, name=words, growth=amounts.change(one.row.yoy, look, "%"), place=one.place)


def _total(figure: go.Figure, total: Row, rows: int, look: Look, reach: tuple[float, float]) -> None:
    colours, sizes = tokens(look), sheet(look)
    mark = {"x0": total.yoy, "x1": total.yoy, "y0": 0.5, "y1": rows + 0.55}
    line(figure, colours.ink2, 1.5, dash="dash", **mark)
    words = say("chart_total_mark", look.language, growth=amounts.change(total.yoy, look))
    middle = (reach[0] + reach[1]) / 2
    # the words grow towards the middle, so that they stay on the sheet
    anchor = "left" if (total.yoy or 0.0) < middle else "right"
    ink = Ink(sizes.small, colours.ink2)
    write(figure, words, ink, x=total.yoy, y=rows + 0.6, yanchor="bottom", xanchor=anchor, name="total")
