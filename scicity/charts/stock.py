"""A stock at month ends: columns from zero, its national part at the foot, what is not known hatched, a row of shares.

Points in time stand side by side and are never added; a column's parts are, and only within it.
"""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts.canvas import (
    Ink,
    Label,
    Margins,
    body_height,
    canvas,
    end_labels,
    hatched,
    height_for,
    label_room,
    line,
    say_empty,
    write,
)
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import escaped
from scicity.charts.theme import Hue, shade, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import MISSING, is_missing, number

BAR = 0.62
MOST_NARROW = 6
SEGMENTS = ("national", "other", "unstated")  # from the foot up


@dataclass(frozen=True)
class Column:
    """One month end. counts by segment; share in per cent, None where the split is not published."""

    period: str
    total: float
    counts: dict[str, float]
    share: float | None


@lettered
def stock(frame: pd.DataFrame, look: Look) -> go.Figure:
    """How many stand at each month end, national ones apart, with their share in a row below.

    frame: `<subject>/stock`: period ('YYYY-MM'), total_count, national_count, other_count, unstated_count,
        national_share_pct (missing where levels are not all known), provenance; rows of span 'event' (with event_zh,
        event_en and the period as print dates it, '' for undated) are marked above the columns.
    Returns one bar trace a segment that occurs. A narrow sheet shows the last six. No rows give an empty figure.
    """
    events = frame[frame["span"] == "event"]
    columns = _columns(frame[frame["span"] != "event"])[-MOST_NARROW if look.narrow else 0 :]
    figure = canvas(frame, look, height_for(look, 340, 320), _margins(columns, look))
    if not columns:
        return say_empty(figure, look)
    top = max(column.total for column in columns) * (1.3 if len(events) else 1.14)
    foot = [0.0] * len(columns)
    for segment in _used(columns):
        foot = _stack(figure, segment, columns, foot, top, look)
    _totals(figure, columns, look)
    _ends(figure, columns, top, look)
    _below(figure, columns, look)
    _events(figure, events, columns, top, look)
    _frame(figure, columns, top, look)
    return figure


def _columns(frame: pd.DataFrame) -> list[Column]:
    return [
        Column(
            period=row["period"],
            total=float(row["total_count"]),
            counts={name: float(row[f"{name}_count"]) for name in SEGMENTS},
            share=None if is_missing(row["national_share_pct"]) else float(row["national_share_pct"]),
        )
        for row in frame.to_dict("records")
        if not is_missing(row["total_count"])
    ]


def _used(columns: list[Column]) -> list[str]:
    return [name for name in SEGMENTS if any(column.counts[name] for column in columns)]


def _name(segment: str, columns: list[Column], look: Look) -> str:
    """The rest is 其他市级 where all levels are known, else the other stated levels."""
    split = any(column.counts["unstated"] for column in columns)
    return say(f"stock_segment_{segment}{'_stated' if segment == 'other' and split else ''}", look.language)


def _hue(segment: str, look: Look) -> Hue:
    colours = tokens(look)
    if segment == "national":
        return Hue(colours.fillink, colours.ink, colours.bg)
    return Hue(shade(colours.fillink, 3, look), colours.ink2, colours.ink)


def _stack(
    figure: go.Figure, segment: str, columns: list[Column], foot: list[float], top: float, look: Look
) -> list[float]:
    """One segment of every column, and the heights it ends at."""
    colours, hue = tokens(look), _hue(segment, look)
    heights = [column.counts[segment] for column in columns]
    marker = {"color": hue.fill, "line": {"color": colours.bg, "width": 1.2}}
    if segment == "unstated":
        marker = {**hatched(look), "line": {"color": colours.axis, "width": 1.5}}
    name = _name(segment, columns, look)
    figure.add_bar(
        name=name, x=list(range(len(columns))), y=heights, base=foot, width=BAR, marker=marker,
        customdata=[f"{name} {number(height, 0, look.language)}" for height in heights],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    tall = sheet(look).label * 1.05 * top / body_height(figure)
    for at, height in enumerate(heights):
        if height >= tall:
            patch = {"bgcolor": colours.bg} if segment == "unstated" else {}
            ink = Ink(sheet(look).label, hue.on)
            write(figure, number(height, 0, look.language), ink, x=at, y=foot[at] + height / 2, name="part", **patch)
    return [below + height for below, height in zip(foot, heights, strict=True)]


def _totals(figure: go.Figure, columns: list[Column], look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    for at, column in enumerate(columns):
        last = at == len(columns) - 1
        ink = Ink(sizes.strong if last else sizes.label, colours.ink if last else colours.ink2, bold=True)
        text = number(column.total, 0, look.language)
        write(figure, text, ink, x=at, y=column.total, yanchor="bottom", name="total")


def _end_texts(columns: list[Column], look: Look) -> list[tuple[float, str, Ink]]:
    last, foot, found = columns[-1], 0.0, []
    for segment in _used(columns):
        count = last.counts[segment]
        ink = Ink(sheet(look).small, _hue(segment, look).text, bold=segment == "national")
        found.append((foot + count / 2, _name(segment, columns, look), ink))
        foot += count
    return found


def _ends(figure: go.Figure, columns: list[Column], top: float, look: Look) -> None:
    labels = [Label(height, text, ink) for height, text, ink in _end_texts(columns, look)]
    end_labels(figure, labels, "y", (0, top), body_height(figure))


def _below(figure: go.Figure, columns: list[Column], look: Look) -> None:
    """The month ends, and under them the row of shares with its name on a line of its own."""
    sizes, colours = sheet(look), tokens(look)
    for at, column in enumerate(columns):
        bold = at == len(columns) - 1
        where = {"x": at, "yref": "paper", "y": 0, "yanchor": "top", "align": "center"}
        write(figure, _when(columns, at, look), Ink(sizes.small, colours.ink2, bold), yshift=-4, **where)
        told = say("stock_no_share", look.language) if column.share is None else f"{number(column.share, 1)}%"
        write(figure, told, Ink(sizes.small, colours.ink, bold), yshift=-_row(look) - sizes.small * 1.6, **where)
    ink = Ink(sizes.small, colours.ink3)
    where = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 0, "yanchor": "top"}
    write(figure, say("stock_share", look.language), ink, yshift=-_row(look), **where)


def _row(look: Look) -> float:
    """How far under the axis the row of shares begins: below two lines of month ends."""
    return sheet(look).small * 3.1


def _when(columns: list[Column], at: int, look: Look) -> str:
    """12月末, 9月末; the first column of a year says which year, on a second line."""
    period = columns[at].period
    year, month = periods.year_of(period), periods.number_of(period)
    text = say("stock_month_end", look.language, month=month, name=periods.ENGLISH[month])
    first = at == 0 or periods.year_of(columns[at - 1].period) != year
    return f"{text}<br>{say('stock_year', look.language, year=year)}" if first else text


def _events(figure: go.Figure, events: pd.DataFrame, columns: list[Column], top: float, look: Look) -> None:
    """Honours that print dates by the year alone: a line over the year's columns, and how many they are."""
    sizes, colours = sheet(look), tokens(look)
    for period in sorted(set(events["period"]) - {""}):
        held = [at for at, column in enumerate(columns) if column.period.startswith(period)]
        if not held:
            continue
        names = [escaped(str(one)) for one in events.loc[events["period"] == period, f"event_{look.language}"]]
        height = top * 0.9
        line(figure, colours.ink, 1.5, x0=held[0] - BAR / 2, x1=held[-1] + BAR / 2, y0=height, y1=height)
        text = say("stock_events", look.language, n=len(names), period=period)
        where = {"x": (held[0] + held[-1]) / 2, "y": height, "yanchor": "bottom", "name": "event"}
        write(figure, text, Ink(sizes.small, colours.ink), hovertext="<br>".join(names), **where)


def _frame(figure: go.Figure, columns: list[Column], top: float, look: Look) -> None:
    figure.update_xaxes(range=[-0.6, len(columns) - 0.4], visible=False)
    figure.update_yaxes(range=[0, top], visible=False, showgrid=False)
    line(figure, tokens(look).zero, 1.2, xref="paper", x0=0, x1=1, y0=0, y1=0)


def _margins(columns: list[Column], look: Look) -> Margins:
    texts = [text for _, text, _ in _end_texts(columns, look)] if columns else [MISSING]
    return Margins(4, label_room(texts, sheet(look).small), 10, _row(look) + sheet(look).small * 3.4)
