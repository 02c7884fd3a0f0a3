"""Projects by tier of contract amount: one square a project up to a hundred, bars beyond; tiers exclude each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import counted
from scicity.charts.canvas import Ink, Margins, canvas, height_for, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.scales import roomy
from scicity.charts.text import width
from scicity.charts.theme import shade, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import number

MOST_SQUARES = 100
TALL = 5  # squares in a column
ACROSS = 12  # squares in a row, on a narrow look


@dataclass(frozen=True)
class Tier:
    """One tier: words, count, how many of them are new in the period's last month (None: not known)."""

    item: str
    count: int
    new: int | None
    total: int
    period: str
    span: str
    derived: bool

    def share(self, look: Look) -> str:
        return number(100 * self.count / self.total if self.total else None, 1, look.language)


@lettered
def project_tiers(frame: pd.DataFrame, look: Look) -> go.Figure:
    """A block of squares a tier, from the largest amounts to the rest; a dot marks what came in the last month.

    frame: `projects/parts` of tiers or `projects/published_tiers`: item, period, span, projects_count, new_count,
        total_count, status ('derived' for what we worked out), provenance.
    Returns one trace a tier, its squares, and the dots of the new ones; squares stay square at any width. More than 100
    projects are drawn as one bar trace.
    """
    rows = counted.records(frame, "item", "period", "span", "projects_count", "new_count", "total_count", "status")
    tiers = [_tier(row) for row in rows if counted.plain(row["projects_count"])]
    if not tiers:
        return say_empty(canvas(frame, look, 120, Margins(4, 4, 4, 4)), look)
    if tiers[0].total > MOST_SQUARES:
        return _bars(frame, tiers, look)
    return _squares(frame, tiers, look)


def _tier(row: dict) -> Tier:
    new = counted.plain(row["new_count"])
    return Tier(
        row["item"], round(row["projects_count"]), None if new is None else round(new), round(row["total_count"]),
        row["period"], row["span"], row["status"] == "derived",
    )  # fmt: skip


def _squares(frame: pd.DataFrame, tiers: Sequence[Tier], look: Look) -> go.Figure:
    """Axes in pixels of one scale, so that a square is one; blocks beside each other, or one under another."""
    sizes = sheet(look)
    side = {"ppt": 46.0, "wall": 62.0, "a4": 25.0}.get(look.layout, 18.0 if look.layout == "screen" else 21.0)
    step, head = side * 1.2, sizes.name * 1.6 + sizes.small * 1.7 + sizes.strong * 3.4
    blocks = _below(tiers, step, head, look) if look.narrow else _beside(tiers, step, head, look)
    wide = max(left + across for left, _, across in blocks)
    tall = max(
        top + head + _rows(tier, look) * step + _foot(tier, look)
        for tier, (_, top, _) in zip(tiers, blocks, strict=True)
    )
    figure = canvas(frame, look, height_for(look, tall + 8, tall + 8), Margins(2, 2, 4, 4))
    for at, (tier, (left, top, _)) in enumerate(zip(tiers, blocks, strict=True)):
        _head(figure, tier, left, top, look)
        _block(figure, tier, at, left, top + head, (side, step), look)
        _came(figure, tier, left, top + head + _rows(tier, look) * step, look)
    figure.update_layout(hovermode="closest")
    figure.update_xaxes(range=[0, wide], visible=False, scaleanchor="y", constrain="domain", constraintoward="left")
    figure.update_yaxes(range=[tall, 0], visible=False, showgrid=False, constrain="domain", constraintoward="top")
    return figure


def _beside(tiers: Sequence[Tier], step: float, head: float, look: Look) -> list[tuple[float, float, float]]:
    """Left edge, top and width of each block, side by side; never narrower than its words."""
    blocks, left = [], 0.0
    for tier in tiers:
        across = max(ceil(tier.count / TALL) * step, _words_width(tier, look))
        blocks.append((left, 0.0, across))
        left += across + step
    return blocks


def _below(tiers: Sequence[Tier], step: float, head: float, look: Look) -> list[tuple[float, float, float]]:
    blocks, top = [], 0.0
    for tier in tiers:
        blocks.append((0.0, top, max(ACROSS * step, _words_width(tier, look))))
        top += head + _rows(tier, look) * step + _foot(tier, look) + step
    return blocks


def _rows(tier: Tier, look: Look) -> int:
    return ceil(tier.count / ACROSS) if look.narrow else TALL


def _foot(tier: Tier, look: Look) -> float:
    return sheet(look).small * 1.8 if _news(tier, look) else 0.0


def _words_width(tier: Tier, look: Look) -> float:
    sizes = sheet(look)
    told = width(say(f"projects_range_{tier.item}", look.language), sizes.small)
    value = width(str(tier.count), sizes.strong * 2) + width(_beside_value(tier, look), sizes.label)
    return max(told, value + 16, width(_news(tier, look), sizes.small), width(_name(tier, look), sizes.name)) * 1.06 + 6


def _name(tier: Tier, look: Look) -> str:
    name = counted.part_name(tier.item, look)
    return say("projects_derived", look.language, what=name) if tier.derived else name


def _beside_value(tier: Tier, look: Look) -> str:
    return say("projects_share_of", look.language, share=tier.share(look))


def _news(tier: Tier, look: Look) -> str:
    """9月新增1个（1—8月2个）; nothing for a single month or where the month before is not known."""
    if tier.new is None or tier.span != "ytd" or periods.number_of(tier.period) == 2:
        return ""
    month = periods.label(tier.period, "month", look.language, with_year=False)
    before = periods.label(periods.previous(tier.period), "ytd", look.language, with_year=False)
    return say("projects_news", look.language, month=month, new=tier.new, before=before, earlier=tier.count - tier.new)


def _head(figure: go.Figure, tier: Tier, left: float, top: float, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    where = {"x": left, "xanchor": "left", "yanchor": "top", "align": "left"}
    write(figure, _name(tier, look), Ink(sizes.name, colours.ink, bold=True), y=top, name="tier", **where)
    words = say(f"projects_range_{tier.item}", look.language)
    write(figure, words, Ink(sizes.small, colours.ink3), y=top + sizes.name * 1.5, **where)
    value, at = str(tier.count), top + sizes.name * 1.5 + sizes.small * 1.6
    write(figure, value, Ink(sizes.strong * 2, colours.ink, bold=True), y=at, name="count", **where)
    beside = {**where, "x": left + width(value, sizes.strong * 2) * 1.08 + (14 if look.on_page else 8)}
    write(figure, _beside_value(tier, look), Ink(sizes.label, colours.ink2), y=at + sizes.strong * 0.95, **beside)


def _block(
    figure: go.Figure, tier: Tier, place: int, left: float, top: float, sizes: tuple[float, float], look: Look
) -> None:
    """The squares, filled column by column (row by row on a narrow look), the newest last and dotted."""
    side, step = sizes
    spots = [divmod(at, ACROSS)[::-1] if look.narrow else divmod(at, TALL) for at in range(tier.count)]
    new = tier.new if _news(tier, look) else 0
    colours, fill = tokens(look), shade(tokens(look).fillink, place if place < 2 else 3, look)
    corners = [(left + column * step, top + row * step) for column, row in spots]
    told = f"{_name(tier, look)} {counted.count(tier.count, look)}"
    # one outline for all squares of a tier: it scales with the axes, as markers would not
    figure.add_scatter(
        name=tier.item, mode="lines", fill="toself", fillcolor=fill, cliponaxis=False, meta=tier.count,
        x=[x for left, _ in corners for x in (left, left + side, left + side, left, left, None)],
        y=[y for _, top in corners for y in (top, top, top + side, top + side, top, None)],
        line={"color": colours.axis if place > 1 else fill, "width": 1}, hoveron="fills", hoverinfo="text", text=told,
    )  # fmt: skip
    dot = colours.bg if place < 2 else colours.ink
    dotted = corners[tier.count - (new or 0) :]
    if dotted:
        figure.add_scatter(
            name="new", x=[x + side / 2 for x, _ in dotted], y=[y + side / 2 for _, y in dotted], mode="markers",
            hoverinfo="skip", cliponaxis=False,
            marker={"symbol": "circle", "size": side * 0.34, "opacity": 1, "color": dot},
        )  # fmt: skip


def _came(figure: go.Figure, tier: Tier, left: float, top: float, look: Look) -> None:
    if _news(tier, look):
        ink = Ink(sheet(look).small, tokens(look).ink2)
        write(
            figure, _news(tier, look), ink, x=left, y=top + 4, xanchor="left", yanchor="top", align="left", name="news"
        )


def _bars(frame: pd.DataFrame, tiers: Sequence[Tier], look: Look) -> go.Figure:
    """Beyond a hundred squares nobody counts: bars of one scale."""
    sizes, colours = sheet(look), tokens(look)
    names = max(width(_name(tier, look), sizes.name) for tier in tiers) * 1.05 + 14
    figure = canvas(frame, look, height_for(look, 40 + 58 * len(tiers), 40 + 58 * len(tiers)), Margins(names, 4, 4, 4))
    most = max(tier.count for tier in tiers)
    places = list(range(len(tiers), 0, -1))
    fills = [shade(colours.fillink, at if at < 2 else 3, look) for at in range(len(tiers))]
    figure.add_bar(
        name="tiers", orientation="h", y=places, x=[tier.count for tier in tiers], width=0.5,
        marker={"color": fills, "opacity": 1, "line": {"color": colours.axis, "width": 1}},
        customdata=[f"{_name(tier, look)} {counted.count(tier.count, look)}" for tier in tiers],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    for tier, y in zip(tiers, places, strict=True):
        ink = Ink(sizes.name, colours.ink, bold=True)
        write(figure, _name(tier, look), ink, xref="paper", x=0, xshift=-10, xanchor="right", y=y, name="tier")
        write(
            figure,
            _bar_words(tier, look),
            Ink(sizes.label, colours.ink),
            x=tier.count,
            xshift=8,
            xanchor="left",
            y=y,
            name="count",
        )
        ink, where = Ink(sizes.small, colours.ink3), {"xref": "paper", "x": 0, "xanchor": "left", "y": y - 0.42}
        write(figure, _news(tier, look) or say(f"projects_range_{tier.item}", look.language), ink, **where)
    room_for = 1.35 if look.layout == "screen" else 1.08  # half a page is narrower than the sheet counts on
    words = max(width(_bar_words(tier, look), sizes.label) for tier in tiers) * room_for + 14
    reach = roomy(0, most, 0, words, room(look, Margins(names, 4, 4, 4)))
    figure.update_xaxes(range=list(reach), visible=False)
    figure.update_yaxes(range=[0.3, len(tiers) + 0.5], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")
    return figure


def _bar_words(tier: Tier, look: Look) -> str:
    """74个　占61.2%."""
    return f"{counted.count(tier.count, look)}\N{IDEOGRAPHIC SPACE}{_beside_value(tier, look)}"
