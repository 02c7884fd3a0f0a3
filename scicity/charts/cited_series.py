"""Cited figures of one indicator: years joined within one territory, half years apart, breaks drawn, gaps left open."""

import re
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import levels
from scicity.charts.canvas import (
    Ink,
    Margins,
    body_height,
    canvas,
    filled,
    head_note,
    height_for,
    line,
    put_strip,
    say_empty,
    strip,
    write,
    zero_line,
)
from scicity.charts.cited_points import ELSEWHERE, Point, breaks, label, read, runs, tick, told
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.scales import rate_axis, rate_range, roomy
from scicity.charts.theme import Hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.wording import say

BAR = 0.56
SYMBOLS = {"cq": "square", "cn": "diamond"}


@lettered
def cited_series(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One indicator as it was printed, with Chongqing and the country beside it where they printed the same months.

    frame: `published/cited_series`: territory, span (year, half, ytd), period_start, period_end, value (in the series'
        unit; missing where no number was printed), status, break_zh, unit, unit_en and form ('line' or 'bars').
    Returns one line trace a run of years of one territory, one of points for half years, or one bar trace a point.
    A year without a number is an empty place with its reason; a break is a dashed line and is never crossed.
    """
    found = read(frame, look.language)
    own = [point for point in found if point.territory not in ELSEWHERE]
    bars = bool(len(frame)) and frame["form"].iloc[0] == "bars"
    words = _legend(found, bars, look)
    margins = _margins(len(words), look)
    figure = canvas(frame, look, height_for(look, 300 + 16 * len(words), 270 + 18 * len(words)), margins)
    if not own:
        return say_empty(figure, look)
    put_strip(figure, words, look, margins.left)
    figure.update_layout(hovermode="closest")
    _axes(figure, found, own, look, bars)
    for point in own:
        if point.value is None:
            _empty(figure, point, look)
    _breaks(figure, own, look)
    if bars:
        _bars(figure, own, look)
    else:
        _lines(figure, found, look)
    unit = str(frame["unit" if look.language == "zh" else "unit_en"].iloc[0])
    head_note(figure, say("cited_axis", look.language, unit=unit), look, margins.left)
    return figure


def colour(territory: str, look: Look) -> str:
    """Colour means industry, so territories differ in grey, mark and line only."""
    colours = tokens(look)
    return {"cq": colours.ink3, "cn": colours.ctx, "OLD": colours.ink2}.get(territory, colours.fillink)


def _legend(found: Sequence[Point], bars: bool, look: Look) -> list[str]:
    """A territory and who printed it there; the zone's own publishers differ by point and stand in the table."""
    entries: dict[str, str] = {}
    for point in found:
        name = say(f"short_{point.territory}", look.language)
        if point.territory in ELSEWHERE and point.publisher:
            name = say("cited_by", look.language, name=name, publisher=point.publisher)
        entries.setdefault(point.territory, name)
    text = tokens(look).ink2
    worded = [(name, Hue(colour(code, look), text, text)) for code, name in entries.items()]
    lines = strip(worded, look, sheet(look).width - 2 * sheet(look).pad)
    # the mark of each entry as it is drawn: filled or hollow, round or square
    marks = iter([_mark(code, bars) for code in entries])
    return [re.sub("■", lambda _: next(marks), text) for text in lines]


def _mark(territory: str, bars: bool) -> str:
    if bars:
        return "■" if territory == "ZGY" else "□"
    return {"OLD": "○", "cq": "■", "cn": "◆"}.get(territory, "●")


def _margins(lines: int, look: Look) -> Margins:
    sizes = sheet(look)
    return Margins(sizes.label * 3, 14, 14 + sizes.small * (1.6 * lines + 1.8), sizes.label * 3.2)


def _axes(figure: go.Figure, found: Sequence[Point], own: Sequence[Point], look: Look, bars: bool) -> None:
    pixels, size = body_height(figure), sheet(look).small if look.on_page else sheet(look).label
    reach = rate_range([point.value for point in found])
    above = sheet(look).strong * 1.9
    shown = roomy(*reach, 0 if bars else sheet(look).label * 1.6, above, pixels)
    figure.update_layout(yaxis=rate_axis(reach, look, shown, pixels))
    figure.update_xaxes(
        range=[own[0].x - 0.6, own[-1].x + 0.6],
        tickmode="array",
        tickvals=[point.x for point in own],
        ticktext=[tick(point, look) for point in own],
        tickfont={"size": size, "color": tokens(look).ink2},
        tickangle=0,
    )
    zero_line(figure, look)
    for before, now in zip(own, own[1:], strict=False):
        if before.span != now.span:
            line(figure, tokens(look).axis, 1, xref="x", yref="paper", x0=(before.x + now.x) / 2,
                 x1=(before.x + now.x) / 2, y0=-0.08, y1=1)  # fmt: skip


def _empty(figure: go.Figure, point: Point, look: Look) -> None:
    """A year without a number: shaded, with the reason; never a zero and never bridged."""
    colours = tokens(look)
    figure.add_shape(
        type="rect", xref="x", yref="paper", x0=point.x - 0.36, x1=point.x + 0.36, y0=0, y1=1, layer="below",
        fillcolor=colours.surface, line={"width": 0}, name="gap",
    )  # fmt: skip
    word = say(f"cited_{point.status}", look.language)
    slot = Slot("2000-02", "month", point.x, 1)
    low, high = figure.layout.yaxis.range
    levels.slot_word(figure, word, slot, (low + high) / 2, look)


def _breaks(figure: go.Figure, own: Sequence[Point], look: Look) -> None:
    """A dashed tick through the plot where territory or definition changes; the reason stands in the notes."""
    for x in breaks(own):
        line(figure, tokens(look).zero, 1.5, dash="dash", xref="x", yref="paper", x0=x, x1=x, y0=0, y1=1, name="break")
        ink = Ink(sheet(look).small, tokens(look).ink2)
        write(figure, say("cited_break", look.language), ink, x=x, yref="paper", y=1, yshift=3, yanchor="bottom",
              bgcolor=tokens(look).bg, name="break")  # fmt: skip


def _lines(figure: go.Figure, found: Sequence[Point], look: Look) -> None:
    for territory in (*ELSEWHERE[::-1], ""):
        chosen = [one for one in found if (one.territory == territory if territory else one.territory not in ELSEWHERE)]
        for run in runs(chosen):
            _run(figure, run, look)
        if not territory:
            for point in chosen:
                _label(figure, point, look)


def _run(figure: go.Figure, run: Sequence[Point], look: Look) -> None:
    first, ink = run[0], colour(run[0].territory, look)
    away = first.territory in ELSEWHERE
    hollow = first.territory == "OLD" or first.span == "half"
    marker = {
        "size": 8 if away else 9,
        "opacity": 1,
        "symbol": SYMBOLS.get(first.territory, "circle"),
        "color": tokens(look).bg if hollow else ink,
        "line": {"color": ink, "width": 2},
    }
    figure.add_scatter(
        name=say(f"territory_{first.territory}", look.language),
        x=[point.x for point in run],
        y=[point.value for point in run],
        mode="lines+markers",
        connectgaps=False,
        cliponaxis=False,
        line={"color": ink, "width": 1.6 if away else 2.6, "dash": "dot" if first.territory == "cn" else "solid"},
        marker=marker,
        customdata=[told(point, look) for point in run],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _label(figure: go.Figure, point: Point, look: Look) -> None:
    if point.value is None:
        return
    ink = Ink(sheet(look).strong, tokens(look).ink, bold=True)
    write(figure, label(point, look, 1), ink, x=point.x, y=point.value, yshift=9, yanchor="bottom", name="value")


def _bars(figure: go.Figure, own: Sequence[Point], look: Look) -> None:
    """One bar a period; another territory than the core area is outlined, so that grey print tells it apart."""
    for point in own:
        ink = colour(point.territory, look)
        hue = Hue(ink, tokens(look).ink, tokens(look).bg)
        marker = filled(hue, look)
        if point.territory != "ZGY":
            marker = {"color": tokens(look).bg, "line": {"color": ink, "width": 2}}
        figure.add_bar(
            name=say(f"territory_{point.territory}", look.language),
            x=[point.x], y=[point.value], width=BAR, marker=marker,
            customdata=[told(point, look)], hovertemplate="%{customdata}<extra></extra>",
        )  # fmt: skip
        if point.value is not None:
            ink_words = Ink(sheet(look).strong, tokens(look).ink, bold=True)
            write(
                figure,
                label(point, look, 0 if point.value.is_integer() else 1),
                ink_words,
                x=point.x,
                y=point.value,
                yshift=5,
                yanchor="bottom",
                name="value",
            )
