"""Places and points of cited series: years, half years in a block of their own, a gap where the territory changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scicity.charts.look import Look
from scicity.charts.text import escaped
from scicity.periods import range_label
from scicity.wording import say
from scicity.wording.numbers import is_missing, number

ELSEWHERE = ("cq", "cn")  # comparators; all other territories are the zone's own
NEEDED = ("territory", "span", "period_start", "period_end", "value", "status", "break_zh", "break_en")
BLOCK_GAP = 0.7  # of a place, between the whole years and the half years
BREAK_GAP = 0.6  # of a place, where the territory changes


@dataclass(frozen=True)
class Point:
    """One printed figure at its place. value: in the series' unit, None where no number was printed."""

    territory: str
    span: str
    start: str
    end: str
    x: float
    value: float | None
    printed: str
    status: str
    broken: bool
    bounded: bool
    publisher: str

    @property
    def key(self) -> tuple[str, str]:
        return self.span, self.end


def read(frame: pd.DataFrame, language: str) -> list[Point]:
    """The frame's rows as points in its order, each at its place. A missing column raises KeyError naming it."""
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    rows = frame.to_dict("records")
    own = [row for row in rows if row["territory"] not in ELSEWHERE]
    places = _places(own)
    return [
        _point(row, places[row["span"], row["period_end"]], language)
        for row in rows
        if (row["span"], row["period_end"]) in places
    ]


def _places(own: Sequence[dict[Any, Any]]) -> dict[tuple[str, str], float]:
    """Where each period of the zone stands, counted from 0; comparators take the zone's place of the same period."""
    found: dict[tuple[str, str], float] = {}
    at, before = -1.0, ""
    for row in own:
        at += 1.0
        if before and row["span"] != before:
            at += BLOCK_GAP
        elif before and row["break_zh"]:
            at += BREAK_GAP
        found[row["span"], row["period_end"]] = at
        before = row["span"]
    return found


def _point(row: dict[Any, Any], x: float, language: str) -> Point:
    return Point(
        territory=row["territory"],
        span=row["span"],
        start=row["period_start"],
        end=row["period_end"],
        x=x,
        value=None if is_missing(row["value"]) else float(row["value"]),
        printed=escaped(str(row.get(f"printed_{language}", ""))),
        status=row["status"],
        broken=bool(row["break_zh"]),
        bounded=row.get("qualifier", "exact") not in ("exact", ""),
        publisher=escaped(str(row.get("publisher", ""))),
    )


def runs(points: Sequence[Point]) -> list[list[Point]]:
    """Points that may be joined: whole years of one territory without a break between them."""
    found: list[list[Point]] = []
    for point in points:
        last = found[-1][-1] if found else None
        joined = last and not point.broken and (last.territory, last.span) == (point.territory, point.span)
        if joined and point.span == "year":
            found[-1].append(point)
        else:
            found.append([point])
    return found


def breaks(points: Sequence[Point]) -> list[float]:
    """Where the lines of breaks stand: between a broken point and the one before it."""
    pairs = zip(points, points[1:], strict=False)
    return [(before.x + now.x) / 2 for before, now in pairs if now.broken and now.span == before.span]


def tick(point: Point, look: Look) -> str:
    """The period under a place; of half years and years to date the months stand on a second line."""
    if point.span == "year":
        return point.end if look.narrow else say("cited_tick_year", look.language, year=point.end)
    if point.span == "half":
        if look.narrow:
            return say("cited_tick_half_narrow", look.language, year=point.end[:4])
        return say("cited_tick_half", look.language, year=point.end[:4])
    months = range_label(point.start, point.end, look.language)
    year = point.end[:4]
    return say(
        "cited_tick_ytd", look.language, year=year, months=months.replace(f"{year}年", "").replace(f" {year}", "")
    )


def label(point: Point, look: Look, decimals: int) -> str:
    """The number at a point; a bound keeps its words (超80%), an exact figure needs only its digits."""
    return point.printed if point.bounded else number(point.value, decimals, look.language)


def told(point: Point, look: Look) -> str:
    """The hover line: territory, period, the figure as printed, who printed it."""
    printed = point.printed or say("chart_not_published", look.language)
    period = range_label(point.start, point.end, look.language)
    name = say(f"territory_{point.territory}", look.language)
    return say("cited_hover", look.language, name=name, period=period, printed=printed, publisher=point.publisher)
