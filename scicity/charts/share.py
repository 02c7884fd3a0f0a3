"""The mix now and a year before: two bars of 100 per cent, joined by ribbons; the change in percentage points."""

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import amounts
from scicity.charts.canvas import Ink, Margins, canvas, hatched, height_for, lettered, room, say_empty, write
from scicity.charts.look import Look
from scicity.charts.rows import Row, read
from scicity.charts.share_parts import Part, both, change, changes, parts_of, periods_beside, printed
from scicity.charts.text import width
from scicity.charts.theme import sheet, tokens
from scicity.wording import say

BAR = 0.30
BEFORE, NOW = 1.0, 0.0  # heights of the two bars


@lettered
def share(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Each industry's share of the total, a year before above, now below, in the order of the taxonomy.

    frame: `industry/snapshot`: industries and the total row, with item, period, span, share_pct, share_last_year_pct
        (per cent of the total at current prices), value_100m_yuan, status, provenance.
    Returns one bar trace an industry (two bars each), a hatched remainder where a share is missing, and the ribbons.
    The change is the difference of the printed shares in percentage points. Where parts are too narrow
    for their words, the changes are listed below the bars.
    """
    rows = read(frame, "share_pct", "share_last_year_pct")
    parts, total = parts_of(rows, look), next((row for row in rows if row.level == "total"), None)
    listed = look.narrow or not _ribbons_fit(parts, room(look, _margins(rows, look, listed=False)), look)
    margins = _margins(rows, look, listed)
    as_list = 128 + 34 * max(len(parts), 1)
    figure = canvas(frame, look, height_for(look, as_list if listed else 300, as_list), margins)
    if not parts:
        return say_empty(figure, look)
    for part in parts:
        _bars(figure, part, look, listed)
    _remainder(figure, parts, look, listed)
    figure.update_xaxes(range=[0, 100], visible=False)
    figure.update_layout(hovermode="closest")
    (_as_list if listed else _with_ribbons)(figure, parts, total or rows[0], look)
    return figure


def _ribbons_fit(parts: list[Part], space: float, look: Look) -> bool:
    """Whether the names find room over the upper bar, and every change within its ribbon."""
    names = sum(width(part.name, sheet(look).name) + 8 for part in parts)
    return names <= space and all(_ribbon_words(part, space, look) for part in parts if both(part))


def _margins(rows: list[Row], look: Look, listed: bool) -> Margins:
    sizes = sheet(look)
    if listed:
        return Margins(2, 2, sizes.small * 1.9, 4)
    side = max((width(text, sizes.label) for row in rows[:1] for text in periods_beside(row, look)), default=60)
    value = max((width(amounts.with_unit(row.value, look), sizes.small) for row in rows), default=0)
    return Margins(max(side, value) + 20, 4, sizes.label * 2.2, 8)


def _heights(listed: bool) -> tuple[float, float, float]:
    """Heights of the earlier and the later bar, and their thickness: apart for ribbons, close above a list."""
    return (1.0, 0.55, 0.24) if listed else (BEFORE, NOW, BAR)


def _bars(figure: go.Figure, part: Part, look: Look, listed: bool) -> None:
    upper, lower, thick = _heights(listed)
    told = _told(part, look)
    figure.add_bar(
        name=part.name,
        orientation="h",
        y=[upper, lower],
        x=[part.before, part.now],
        base=[part.before_from, part.now_from],
        width=thick,
        marker={"color": part.hue.fill, "line": {"color": tokens(look).bg, "width": 2}},
        customdata=[told, told],
        hovertemplate="%{customdata}<extra></extra>",
    )
    for value, start, y in ((part.before, part.before_from, upper), (part.now, part.now_from, lower)):
        _percent(figure, part, value, part.middle(value, start), y, look)


def _percent(figure: go.Figure, part: Part, value: float | None, x: float, y: float, look: Look) -> None:
    """The share inside its bar, where the bar is long enough to hold it."""
    text, margin = printed(value), figure.layout.margin
    space = (value or 0.0) / 100 * room(look, Margins(margin.l, margin.r, 0, 0))
    for size in (sheet(look).strong, sheet(look).label, sheet(look).small):
        if value is not None and width(text, size) + 2 <= space:
            write(figure, text, Ink(size, part.hue.on, bold=True), x=x, y=y, name="share")
            return


def _told(part: Part, look: Look) -> str:
    before, now = printed(part.before), printed(part.now)
    return say("chart_hover_share", look.language, name=part.name, before=before, share=now, change=change(part, look))


def _remainder(figure: go.Figure, parts: list[Part], look: Look, listed: bool) -> None:
    """What the known shares leave open, where one of them is missing."""
    upper, lower, thick = _heights(listed)
    last = parts[-1]
    ends = [last.before_from + (last.before or 0.0), last.now_from + (last.now or 0.0)]
    missing = [any(part.before is None for part in parts), any(part.now is None for part in parts)]
    if not any(missing):
        return
    words = say("chart_split_unknown", look.language)
    figure.add_bar(
        name=words,
        orientation="h",
        y=[upper, lower],
        x=[100 - end if gone else None for end, gone in zip(ends, missing, strict=True)],
        base=ends,
        width=thick,
        marker={**hatched(look), "line": {"color": tokens(look).axis, "width": 1.5}},
        hovertemplate=f"{words}<extra></extra>",
    )


def _with_ribbons(figure: go.Figure, parts: list[Part], total: Row, look: Look) -> None:
    figure.update_yaxes(range=[NOW - BAR / 2 - 0.02, BEFORE + BAR / 2 + 0.02], visible=False, showgrid=False)
    for part in parts:
        if both(part):
            _ribbon(figure, part, look)
    for part, x in zip(parts, _name_places(figure, parts, look), strict=True):
        ink = Ink(sheet(look).name, part.hue.text, bold=True)
        write(figure, part.name, ink, x=x, y=BEFORE + BAR / 2, yshift=3, xanchor="left", yanchor="bottom", name="name")
    earlier, later = periods_beside(total, look)
    _side(figure, BEFORE, earlier, "", look)
    _side(figure, NOW, later, amounts.with_unit(total.value, look) if total.level == "total" else "", look)


def _ribbon(figure: go.Figure, part: Part, look: Look) -> None:
    high, low = BEFORE - BAR / 2, NOW + BAR / 2
    a, b = part.before_from, part.before_from + (part.before or 0.0)
    c, d = part.now_from, part.now_from + (part.now or 0.0)
    figure.add_scatter(
        name=part.name,
        x=[a, b, d, c, a],
        y=[high, high, low, low, high],
        fill="toself",
        mode="lines",
        line={"width": 0},
        fillcolor=part.hue.fill,
        opacity=0.13,
        hoverinfo="skip",
    )
    middle = (part.middle(part.before, a) + part.middle(part.now, c)) / 2
    margin = figure.layout.margin
    text = _ribbon_words(part, room(look, Margins(margin.l, margin.r, 0, 0)), look)
    write(figure, text, Ink(sheet(look).name, part.hue.text, bold=True), x=middle, y=0.5, name="change")


def _ribbon_words(part: Part, space: float, look: Look) -> str:
    """The change as its ribbon can hold it: with unit, without, for no change the sign of it; '' where none fits."""
    inner = min(part.before or 0.0, part.now or 0.0) / 100 * space
    return next((text for text in changes(part, look) if width(text, sheet(look).name) <= inner), "")


def _name_places(figure: go.Figure, parts: list[Part], look: Look) -> list[float]:
    """Left edges of the names over the upper bar, in per cent: each over its part, moved only to keep apart."""
    margin, size = figure.layout.margin, sheet(look).name
    scale = 100 / room(look, Margins(margin.l, margin.r, 0, 0))
    widths = [(width(part.name, size) + 8) * scale for part in parts]
    places, floor = [], 0.0
    for part, wide in zip(parts, widths, strict=True):
        places.append(max(part.before_from, floor))
        floor = places[-1] + wide
    ceiling = 100.0
    for at in reversed(range(len(parts))):
        places[at] = min(places[at], ceiling - widths[at] + (8 * scale if at == len(parts) - 1 else 0))
        ceiling = places[at]
    return places


def _side(figure: go.Figure, y: float, period: str, value: str, look: Look) -> None:
    """The period beside its bar, and under it the total."""
    sizes, colours = sheet(look), tokens(look)
    where = {"xref": "paper", "x": 0, "xshift": -10, "xanchor": "right", "align": "right", "y": y}
    lift = sizes.label * 0.7 if value else 0
    write(figure, period, Ink(sizes.label, colours.ink, bold=True), yshift=lift, **where)
    if value:
        write(figure, value, Ink(sizes.small, colours.ink2), yshift=-lift, **where)


def _as_list(figure: go.Figure, parts: list[Part], total: Row, look: Look) -> None:
    """Two bars, each under its period, and below them a row an industry: before, now, change."""
    sizes, colours = sheet(look), tokens(look)
    upper, lower, thick = _heights(listed=True)
    step = 0.2
    bottom = lower - thick / 2 - 0.1 - step * len(parts)
    figure.update_yaxes(range=[bottom, upper + thick / 2 + 0.01], visible=False, showgrid=False)
    for y, period in zip((upper, lower), periods_beside(total, look), strict=True):
        ink = Ink(sizes.small, colours.ink2, bold=True)
        write(figure, period, ink, xref="paper", x=0, xanchor="left", y=y + thick / 2, yshift=1, yanchor="bottom")
    for at, part in enumerate(parts):
        y = lower - thick / 2 - 0.1 - step * (at + 0.5)
        ink = Ink(sizes.label, part.hue.text, bold=True)
        mark = f'<span style="color:{part.hue.fill}">■</span> {part.name}'
        write(figure, mark, ink, xref="paper", x=0, xanchor="left", y=y, name="name")
        words = _list_words(part, look, room(look, Margins(4, 0, 0, 0)) - width(mark, sizes.label))
        ink = Ink(sizes.small, colours.ink)
        write(figure, words, ink, xref="paper", x=1, xanchor="right", align="right", y=y, name="change")


def _list_words(part: Part, look: Look, space: float) -> str:
    """Before, now and the change, the change as short as it must be beside its name."""
    shares = f"{printed(part.before)} → {printed(part.now)}\N{IDEOGRAPHIC SPACE}"
    words = [shares + text for text in changes(part, look)]
    return next((text for text in words if width(text, sheet(look).small) <= space), words[-1])
