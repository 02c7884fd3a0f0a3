"""Targets of the year as bullets: what is done against the whole year, time as a dashed line, a state in words."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts.canvas import Ink, Margins, canvas, hatched, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import broken, escaped, width
from scicity.charts.theme import sheet, tokens
from scicity.measures import goals
from scicity.wording import say
from scicity.wording.numbers import is_missing, number, signed

NEEDED = ("indicator", "scope", "kind", "unit", "target_value", "actual_value", "progress_pct", "time_pct", "gap_pp",
          "state", "status", "provenance")  # fmt: skip
CAP, REACH = 110, 112  # per cent: a bar is drawn no longer, its number stays true; how far the axis goes
TRACK, TRACK_IN_LIST = 0.56, 0.26
NAME, BELOW, LOWER = 0.36, 0.09, 0.22  # in a list: name and small line over the middle of a row, the bar under it
ICONS = {"ahead": "◆", "on_track": "●", "at_risk": "▲", "behind": "■"}


@dataclass(frozen=True)
class Bullet:
    """One target. Rates in per cent, gap in percentage points; None is missing, `why` says why."""

    name: str
    below: str
    is_growth: bool
    done: float | None
    history: float | None
    gap: float | None
    state: str
    why: str
    hover: str


@lettered
def progress(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One row a target: a bar of what is done (drawn to 110 %, printed true), the target as a tick, time dashed.

    frame: rows of the figure `target_progress`: indicator, scope, kind (level or growth), unit, period, target_value,
        actual_value (in the unit; of a growth target in per cent), progress_pct, time_pct, history_pct (last year's
        progress at the same time), gap_pp, state (ahead, on_track, at_risk, behind), status, provenance.
    Returns one bar trace a level target, from top to bottom. A growth target has no bar, only its gap; a target
    without an achievement has a hatched track and the word for it. No rows give a figure that says so.
    """
    bullets = [_bullet(record, look) for record in frame.to_dict("records")] if _has(frame) else []
    count = len(bullets)
    row = sheet(look).name * (4.0 if look.language == "zh" else 4.9) * max(count, 2)  # English names take two lines
    figure = canvas(frame, look, height_for(look, 64 + row, 40 + 78 * max(count, 2)), _margins(bullets, look))
    if not bullets:
        return say_empty(figure, look)
    elapsed = float(frame["time_pct"].iloc[0])
    _axes(figure, count)
    for at, bullet in enumerate(bullets):
        y = count - at
        _track(figure, bullet, y, elapsed, look)
        _names(figure, bullet, y, look)
        _figures(figure, bullet, y, look)
    _elapsed(figure, elapsed, count, str(frame["period"].iloc[0]), look)
    return figure


def _has(frame: pd.DataFrame) -> bool:
    missing = [column for column in NEEDED if column not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    return len(frame) > 0


def _bullet(record: dict[Any, Any], look: Look) -> Bullet:
    numbers = {
        name: None if is_missing(record.get(column)) else float(record[column])
        for name, column in (("done", "progress_pct"), ("history", "history_pct"), ("gap", "gap_pp"))
    }
    key = "chart_progress_pending" if record["status"] == "pending" else "chart_progress_unreported"
    state = "" if is_missing(record["state"]) else str(record["state"])
    why = "" if record["status"] not in ("pending", "unreported") else say(key, look.language)
    name = goals.name(record["indicator"], record["scope"], look.language)
    below = _below(record, look)
    rate = {"done": number(numbers["done"], 1, look.language), "gap": signed(numbers["gap"], 1, look.language)}
    hover = say("chart_hover_progress", look.language, name=escaped(name), below=below, **rate)
    return Bullet(name, below, record["kind"] == "growth", **numbers, state=state, why=why, hover=hover)


def _below(record: dict[Any, Any], look: Look) -> str:
    """The small line: 1877.6 / 2790亿元, or of growth 同比+1.4% / 目标+3%."""
    actual, target = record["actual_value"], float(record["target_value"])
    if record["kind"] == "growth" and is_missing(actual):
        return say("chart_growth_target", look.language, target=signed(target, 1, look.language))
    if record["kind"] == "growth":
        rates = {"actual": signed(actual, 1, look.language), "target": signed(target, 1, look.language)}
        return say("chart_growth_of", look.language, **rates)
    decimals = goals.goals()[record["indicator"]].decimals
    return goals.done(actual, target, record["unit"], decimals, look.language)


def _edges(look: Look) -> tuple[float, float, float]:
    """Pixels right of the axes where the columns of figures end: done, gap; and where the state begins."""
    size = sheet(look).name
    done = max(width("100.0%", sheet(look).strong) * 1.12, width(say("chart_progress_done", look.language), size)) + 10
    gap = max(width("+88.8", size), width(say("chart_progress_gap", look.language), size)) + 14
    return done, done + gap, done + gap + 16


def _margins(bullets: list[Bullet], look: Look) -> Margins:
    sizes = sheet(look)
    if look.narrow:
        return Margins(4, 4, sizes.small * 2.4, 8)
    words = [sizes.label * 5] + [max(width(one.name, sizes.name), width(one.below, sizes.small)) for one in bullets]
    left = min(max(words) * 1.04 + 16, sizes.width * 0.34)
    state = max(width(f"■ {say(f'chart_state_{name}', look.language)}", sizes.label) for name in ICONS)
    return Margins(left, _edges(look)[2] + state * 1.1 + 14, sizes.name * 3 + 12, 8)


def _axes(figure: go.Figure, count: int) -> None:
    figure.update_xaxes(range=[0, REACH], visible=False)
    figure.update_yaxes(range=[0.4, count + 0.6], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")


def _at(y: float, look: Look) -> float:
    return y - LOWER if look.narrow else y


def _track(figure: go.Figure, bullet: Bullet, y: int, elapsed: float, look: Look) -> None:
    """The whole year as a pale track, what is done as a bar, the target and last year's progress as ticks."""
    if bullet.is_growth:
        return
    colours, at = tokens(look), _at(y, look)
    half = (TRACK if not look.narrow else TRACK_IN_LIST) / 2
    paper = {"fillcolor": colours.track, "line": {"width": 0}, "layer": "below"}
    if bullet.done is not None:
        figure.add_shape(type="rect", x0=0, x1=100, y0=at - half, y1=at + half, **paper)
    if look.narrow:
        line(figure, colours.ink2, 2, dash="dot", x0=elapsed, x1=elapsed, y0=at - half * 1.6, y1=at + half * 1.6)
    unknown = bullet.done is None
    marker = hatched(look) if unknown else {"color": colours.fillink, "line": {"width": 0}}
    figure.add_bar(
        name=bullet.name, orientation="h", y=[at], x=[100 if unknown else min(bullet.done or 0.0, CAP)],
        width=2 * half if unknown else half * 1.2, marker=marker, customdata=[bullet.hover],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    if unknown:
        ink = Ink(sheet(look).label, colours.ink2)
        write(figure, bullet.why, ink, x=50, y=at, bgcolor=colours.bg, borderpad=2, name="absent")
    elif (bullet.done or 0.0) > elapsed:
        # the dashed line runs under the bars: over a bar it is repeated in the paper's colour
        line(figure, colours.bg, 2, dash="dash", x0=elapsed, x1=elapsed, y0=at - half * 0.6, y1=at + half * 0.6)
    if bullet.history is not None:
        line(figure, colours.axis, 2, x0=bullet.history, x1=bullet.history, y0=at - half * 1.15, y1=at + half * 1.15)
    line(figure, colours.ink, 3, x0=100, x1=100, y0=at - half * 1.25, y1=at + half * 1.25)


def _names(figure: go.Figure, bullet: Bullet, y: int, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    strong, small = Ink(sizes.name, colours.ink, bold=True), Ink(sizes.small, colours.ink3)
    if look.narrow:
        place = {"xref": "paper", "x": 0, "xanchor": "left"}
        write(figure, escaped(bullet.name), strong, y=y + NAME, **place)
        write(figure, bullet.below, small, y=y + BELOW, **place)
        return
    place = {"xref": "paper", "x": 0, "xshift": -12, "xanchor": "right", "align": "right", "y": y}
    space = figure.layout.margin.l - 16
    name = broken(bullet.name, space, sizes.name * 1.03)
    lines = name.count("<br>") + 1
    write(figure, name, strong, yshift=sizes.small * 0.72, **place)
    write(figure, bullet.below, small, yshift=-sizes.name * 0.66 * lines, **place)


def _figures(figure: go.Figure, bullet: Bullet, y: int, look: Look) -> None:
    """Done, gap to time, state: to the right in columns, in a list beside the name."""
    sizes, colours = sheet(look), tokens(look)
    rate = f"{number(bullet.done, 1, look.language)}%" if bullet.done is not None else number(None)
    done = "" if bullet.is_growth else rate
    points = signed(bullet.gap, 1, look.language)
    if look.narrow:
        _beside(figure, bullet, done, points, y, look)
        return
    edges = _edges(look)
    place = {"xref": "paper", "x": 1, "y": y}
    write(figure, done, Ink(sizes.strong, colours.ink, bold=True), xshift=edges[0], xanchor="right", **place)
    write(figure, points, Ink(sizes.name, colours.ink), xshift=edges[1], xanchor="right", **place)
    if (state := _state(bullet, look)) is not None:
        word, ink, paper = state
        write(figure, word, Ink(sizes.label, ink, bold=True), xshift=edges[2], xanchor="left", name="state",
              bgcolor=paper, borderpad=5, **place)  # fmt: skip


def _beside(figure: go.Figure, bullet: Bullet, done: str, points: str, y: int, look: Look) -> None:
    """In a list: done, gap and state at the right, under the name, which may be long."""
    said = bullet.why or (say("chart_progress_list", look.language, done=done, gap=points) if done else points)
    state = _state(bullet, look)
    text = f"{said}\N{IDEOGRAPHIC SPACE}{state[0]}" if state else said
    ink = Ink(sheet(look).label, state[1] if state else tokens(look).ink2, bold=True)
    write(figure, text, ink, xref="paper", x=1, xanchor="right", align="right", y=y + BELOW, name="state")


def _state(bullet: Bullet, look: Look) -> tuple[str, str, str] | None:
    """Icon and word with their colours. A growth target is only above or below, without a colour."""
    colours = tokens(look)
    if bullet.is_growth and bullet.gap is not None:
        side = "above" if bullet.gap > 0 else "below" if bullet.gap < 0 else "at"
        return say(f"chart_growth_{side}", look.language), colours.ink2, colours.bg
    if bullet.is_growth and not look.narrow:
        return bullet.why, colours.ink2, colours.bg
    if bullet.state not in ICONS:
        return None
    mark = colours.states[bullet.state]
    return f"{ICONS[bullet.state]} {say(f'chart_state_{bullet.state}', look.language)}", mark.text, mark.bg


def _elapsed(figure: go.Figure, elapsed: float, count: int, period: str, look: Look) -> None:
    """The dashed line of time (in a list it stands beside each bar), its number on top, and heads over the columns."""
    sizes, colours = sheet(look), tokens(look)
    if not look.narrow:
        line(figure, colours.ink2, 2, dash="dash", layer="below", x0=elapsed, x1=elapsed, y0=0.45, y1=count + 0.56)
    _marked(figure, elapsed, count, period, look)
    if look.narrow:
        return
    done, gap, state = _edges(look)
    points = say("chart_points", look.language)
    heads = (("done", "%", done, "right"), ("gap", points, gap, "right"), ("state", "", state, "left"))
    for name, unit, shift, anchor in heads:
        where = {"xref": "paper", "x": 1, "y": count + 0.6, "xshift": shift, "xanchor": anchor, "yanchor": "bottom"}
        write(figure, unit, Ink(sizes.small, colours.ink3), **where)
        words, lift = say(f"chart_progress_{name}", look.language), sizes.small * 1.35 if unit else 0
        write(figure, words, Ink(sizes.label, colours.ink2), yshift=lift, **where)


def _marked(figure: go.Figure, elapsed: float, count: int, period: str, look: Look) -> None:
    """The words over the line of time and over the target; they never touch, the target's give way."""
    sizes, colours = sheet(look), tokens(look)
    texts = {"pct": number(elapsed, 1, look.language), "n": periods.number_of(period)}
    words, target = say("chart_time_progress", look.language, **texts), say("chart_year_target", look.language)
    space = room(look, Margins(figure.layout.margin.l, figure.layout.margin.r, 0, 0))
    apart = (100 - elapsed) / REACH * space - width(target, sizes.label) / 2
    place: dict[str, Any] = {"y": count + 0.6, "yanchor": "bottom"}
    side: dict[str, Any] = {"xanchor": "center"}
    # on a page the bars may be shorter than the sheet says: the words grow to the left there
    if look.on_page or width(words, sizes.label) / 2 + 8 > apart:
        words, side = say("chart_time_short", look.language, **texts), {"xanchor": "right", "xshift": 8}
    write(figure, words, Ink(sizes.label, colours.ink2), x=elapsed, **side, **place)
    if apart > (32 if look.on_page else 16):
        write(figure, target, Ink(sizes.label, colours.ink), x=100, xanchor="center", **place)
