"""Counts of enterprise upgrading: one panel a kind, each with its own unit and scale, because kinds are never compared.

Two figures: month by month, and by sub-field.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import timeline
from scicity.charts.canvas import Ink, Margins, body_height, canvas, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import broken, escaped, width
from scicity.charts.theme import Hue, hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.measures import taxonomy
from scicity.wording import say
from scicity.wording.numbers import number

NEEDED = (
    "classification",
    "indicator",
    "name_zh",
    "name_en",
    "period",
    "span",
    "entries_count",
    "status",
    "provenance",
)
ACROSS = 2
BETWEEN, BESIDE = 0.06, 0.03  # of the width, between two and between four panels
BAR = 0.72
ROW_BAR = 0.6


@dataclass(frozen=True)
class Panel:
    """One kind: its title with unit, its rows, and its place (left, right, bottom, top as parts of the axes)."""

    at: int
    title: str
    records: list[dict[Any, Any]]
    place: tuple[float, float, float, float]

    def axis(self, letter: str) -> str:
        return letter if self.at == 1 else f"{letter}{self.at}"

    @property
    def refs(self) -> dict[str, str]:
        return {"xref": self.axis("x"), "yref": self.axis("y")}


@lettered
def upgrading_months(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Entries of each kind, month by month or added up within the year, a panel a kind with a scale of its own.

    frame: rows of `upgrading/months`. A column a month, of 1—2月 two months wide at its monthly average (its label is
        the whole); zero is printed. Returns one bar trace a panel.
    """
    kinds = _kinds(frame)
    down = -(-len(kinds) // ACROSS)
    across = room(look, Margins(2, 2, 0, 0)) * (1 - BETWEEN) / ACROSS
    margins = Margins(2, 2, _title_room(kinds, look, across), sheet(look).label * 3)
    figure = canvas(frame, look, height_for(look, 70 + 170 * max(down, 1), 60 + 170 * max(down, 1)), margins)
    if not kinds:
        return say_empty(figure, look)
    space = room(look, margins) * (1 - BETWEEN) / ACROSS
    apart = (margins.top + margins.bottom) / body_height(figure)
    for panel in _placed(kinds, ACROSS, (BETWEEN, apart), look):
        _columns(figure, panel, look, space)
    return figure


@lettered
def upgrading_fields(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Entries of each kind by sub-field: a row a sub-field, a panel a kind with a scale of its own; colour is industry.

    frame: rows of `upgrading/breakdown` for sub-fields (also item, parent). Sub-fields without any entry stay: a zero
        is told. Returns one bar trace a panel.
    """
    kinds = _kinds(frame, "item")
    rows = len(kinds[0][1]) if kinds else 0
    across = len(kinds) if not look.narrow else 2
    down = -(-len(kinds) // across) if kinds else 1
    names = _name_room(kinds, look)
    space = room(look, Margins(names, 4, 0, 0)) * (1 - BESIDE * (across - 1)) / max(across, 1)
    margins = Margins(names, 4, _title_room(kinds, look, space), 6)
    # a row is as high as its label asks, on paper too
    row = sheet(look).label * 1.9
    height = height_for(look, 70 + row * max(rows, 2), 40 + (24 * max(rows, 2) + 60) * down)
    figure = canvas(frame, look, height, margins)
    if not kinds:
        return say_empty(figure, look)
    apart = (margins.top + 12) / body_height(figure)
    for panel in _placed(kinds, across, (BESIDE, apart), look):
        _bars(figure, panel, look, space)
    return figure


def _kinds(frame: pd.DataFrame, *more: str) -> list[tuple[tuple[str, str], list[dict[Any, Any]]]]:
    missing = [column for column in (*NEEDED, *more) if column not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    groups: dict[tuple[str, str], list[dict[Any, Any]]] = {}
    for record in frame.to_dict("records"):
        groups.setdefault((record["classification"], record["indicator"]), []).append(record)
    return list(groups.items())


def _placed(
    kinds: list[tuple[tuple[str, str], list[dict[Any, Any]]]], across: int, between: tuple[float, float], look: Look
) -> Iterator[Panel]:
    """Panels from the left and from the top; the space between rows holds titles and months."""
    down = -(-len(kinds) // across)
    wide, high = (1 - between[0] * (across - 1)) / across, (1 - between[1] * (down - 1)) / down
    for at, ((_, indicator), records) in enumerate(kinds):
        left, top = (at % across) * (wide + between[0]), 1 - (at // across) * (high + between[1])
        yield Panel(
            at + 1,
            _heading(indicator, records, look),
            records,
            (left, min(left + wide, 1.0), max(top - high, 0.0), top),
        )


def _columns(figure: go.Figure, panel: Panel, look: Look, space: float) -> None:
    colours, sizes = tokens(look), sheet(look)
    places = timeline.slots([record["period"] for record in panel.records], panel.records[0]["span"])
    heights = [place.height(record["entries_count"]) or 0 for place, record in zip(places, panel.records, strict=True)]
    values, texts = timeline.ticks(places, look, sizes.small, space)
    _axes(figure, panel, {
        "range": list(timeline.extent(places)), "tickmode": "array", "tickvals": values, "ticktext": texts,
        "tickfont": {"size": sizes.small, "color": colours.ink2},
    }, {"range": [0, max(max(heights), 1) * 1.25], "visible": False})  # fmt: skip
    figure.add_bar(
        name=panel.title, xaxis=panel.axis("x"), yaxis=panel.axis("y"), x=[place.centre for place in places], y=heights,
        width=[place.months - (1 - BAR) for place in places], marker={"color": colours.fillink, "line": {"width": 0}},
        customdata=[[_told(record, look), timeline.title(place, look)]
                    for record, place in zip(panel.records, places, strict=True)],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )  # fmt: skip
    line(figure, colours.zero, 1.2, x0=timeline.extent(places)[0], x1=timeline.extent(places)[1], y0=0, y1=0,
         **panel.refs)  # fmt: skip
    for place, record, height in zip(places, panel.records, heights, strict=True):
        _label(figure, place, record, height, panel, look)
    _title(figure, panel, look)


def _label(figure: go.Figure, place: Slot, record: dict[Any, Any], height: float, panel: Panel, look: Look) -> None:
    last = record is panel.records[-1]
    ink = Ink(sheet(look).strong if last else sheet(look).small, tokens(look).ink, bold=last)
    text = number(record["entries_count"], 0, look.language)
    write(figure, text, ink, x=place.centre, y=height, yanchor="bottom", yshift=1, name="count", **panel.refs)


def _bars(figure: go.Figure, panel: Panel, look: Look, space: float) -> None:
    sizes, count = sheet(look), len(panel.records)
    heights = list(range(count, 0, -1))
    values = [float(record["entries_count"]) for record in panel.records]
    word = (width("88", sizes.label) + 14) / space
    _axes(figure, panel, {"range": [0, max(max(values), 1) / (1 - word)], "visible": False},
          {"range": [0.4, count + 0.6], "visible": False})  # fmt: skip
    colours = [_hue(str(record["item"]), look) for record in panel.records]
    figure.add_bar(
        name=panel.title, orientation="h", xaxis=panel.axis("x"), yaxis=panel.axis("y"), x=values, y=heights,
        width=ROW_BAR, marker={"color": [one.fill for one in colours], "line": {"width": 0}},
        customdata=[_told(record, look) for record in panel.records], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    line(figure, tokens(look).zero, 1.2, x0=0, x1=0, y0=0.5, y1=count + 0.5, **panel.refs)
    for y, value in zip(heights, values, strict=True):
        text = number(value, 0, look.language)
        write(figure, text, Ink(sizes.label, tokens(look).ink), x=value, xshift=5, xanchor="left", y=y, name="count",
              **panel.refs)  # fmt: skip
    if panel.place[0] == 0:
        _row_names(figure, panel, heights, colours, look)
    _title(figure, panel, look)
    figure.update_layout(hovermode="closest")


def _row_names(figure: go.Figure, panel: Panel, heights: list[int], colours: list[Hue], look: Look) -> None:
    for y, record, colour in zip(heights, panel.records, colours, strict=True):
        name = escaped(str(record[f"item_name_{look.language}"]))
        place = {"xref": "paper", "yref": panel.axis("y"), "x": 0, "xshift": -8, "xanchor": "right", "y": y}
        write(figure, name, Ink(sheet(look).label, colour.text, bold=True), name="name", **place)


def _axes(figure: go.Figure, panel: Panel, across: dict[str, Any], upright: dict[str, Any]) -> None:
    left, right, bottom, top = panel.place
    number_of = "" if panel.at == 1 else str(panel.at)
    figure.update_layout({
        f"xaxis{number_of}": {
            **across, "domain": [left, right], "anchor": panel.axis("y"),
            "unifiedhovertitle": {"text": "%{customdata[1]}"},
        },
        f"yaxis{number_of}": {**upright, "domain": [bottom, top], "anchor": panel.axis("x"), "showgrid": False},
    })  # fmt: skip


def _title(figure: go.Figure, panel: Panel, look: Look) -> None:
    sizes = sheet(look)
    margin = figure.layout.margin
    space = (panel.place[1] - panel.place[0]) * room(look, Margins(margin.l, margin.r, 0, 0))
    text = broken(panel.title, space * 0.98, sizes.label * 1.05)
    place = {"xref": "paper", "yref": "paper", "x": panel.place[0], "y": panel.place[3], "xanchor": "left"}
    write(
        figure, text, Ink(sizes.label, tokens(look).ink, bold=True), yanchor="bottom", yshift=6, name="title", **place
    )


def _told(record: dict[Any, Any], look: Look) -> str:
    name = record.get(f"item_name_{look.language}") or record[f"name_{look.language}"]
    count = say(
        f"upgrading_with_{record['indicator']}", look.language, n=number(record["entries_count"], 0, look.language)
    )
    return say("chart_hover_count", look.language, name=escaped(str(name)), count=count)


def _title_room(kinds: list[tuple[tuple[str, str], list[dict[Any, Any]]]], look: Look, space: float) -> float:
    """How much a panel's title needs above it, in the lines it takes."""
    size = sheet(look).label
    lines = [
        broken(_heading(key[1], records, look), space * 0.98, size * 1.05).count("<br>") + 1 for key, records in kinds
    ]
    return max(lines, default=1) * size * 1.35 + 10


def _heading(indicator: str, records: list[dict[Any, Any]], look: Look) -> str:
    name = str(records[0][f"name_{look.language}"])
    return say(
        "chart_upgrading_title", look.language, name=name, unit=say(f"upgrading_unit_{indicator}", look.language)
    )


def _name_room(kinds: list[tuple[tuple[str, str], list[dict[Any, Any]]]], look: Look) -> float:
    names = [str(record[f"item_name_{look.language}"]) for _, records in kinds[:1] for record in records]
    return max((width(name, sheet(look).label) for name in names), default=60) * 1.05 + 14


def _hue(item: str, look: Look) -> Hue:
    return tokens(look).hues[taxonomy.OTHER] if item == taxonomy.OTHER else hue(item, look)
