"""One stock divided in several ways, one group of rows a way; what nobody has reported is hatched and says so."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import Ink, Margins, canvas, hatched, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.scales import roomy
from scicity.charts.text import escaped, width
from scicity.charts.theme import shade, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import number

BAR = 0.56
UNSTATED = "unstated"
NARROW_CARD = 420  # pixels: a page may set the figure into a narrow column


@dataclass(frozen=True)
class Part:
    """One row: an item of a group, or (item '') the group's heading."""

    group: str
    item: str
    name: str
    count: float


@lettered
def parts(frame: pd.DataFrame, look: Look) -> go.Figure:
    """How a stock divides by each of several classifications, which are wholes of their own and never added.

    frame: `<subject>/parts`: classification, item ('unstated' for what is not reported), name_zh, name_en,
        value_count, provenance; ordered as to be read.
    Returns one bar trace a row, in that order. A group of nothing but 'unstated' says 缺报 instead of a count, on a
    hatch as long as the longest bar.
    """
    rows = _rows(frame, look)
    names = [width(row.name, sheet(look).name) for row in rows if row.item]
    margins = Margins(max(names, default=40) + 16, 8, 6, 8)
    step = sheet(look).name * 2.1
    figure = canvas(frame, look, height_for(look, step * len(rows) + 14, step * len(rows) + 14), margins)
    if not rows:
        return say_empty(figure, look)
    for at, row in enumerate(rows):
        y = len(rows) - at
        length = _longest(rows) if _silent(row.group, rows) else row.count
        _row(figure, row, y, length, _count(row, rows, look), look) if row.item else _heading(figure, row, y, look)
    words = max(width(_count(row, rows, look), sheet(look).strong) for row in rows) + 14
    space = min(room(look, margins), NARROW_CARD - margins.left) if look.layout == "screen" else room(look, margins)
    figure.update_xaxes(range=list(roomy(0, _longest(rows), 0, words, space)), visible=False)
    figure.update_yaxes(range=[0.4, len(rows) + 0.6], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")
    return figure


def _rows(frame: pd.DataFrame, look: Look) -> list[Part]:
    found: list[Part] = []
    for group, rows in frame.groupby("classification", sort=False):
        found.append(Part(str(group), "", say(f"part_{group}", look.language), 0.0))
        for row in rows.to_dict("records"):
            name = escaped(str(row[f"name_{look.language}"]))
            found.append(Part(str(group), str(row["item"]), name, float(row["value_count"])))
    return found


def _longest(rows: list[Part]) -> float:
    """The scale is made by what is reported; a bar of what is not has no length to read."""
    return max((row.count for row in rows if row.item and not _silent(row.group, rows)), default=0.0) or 1.0


def _silent(group: str, rows: list[Part]) -> bool:
    """Whether nothing at all is reported of this division."""
    return all(row.item == UNSTATED for row in rows if row.group == group and row.item)


def _count(row: Part, rows: list[Part], look: Look) -> str:
    silent = row.item == UNSTATED and _silent(row.group, rows)
    return say("stock_not_reported", look.language) if silent else number(row.count, 0, look.language)


def _heading(figure: go.Figure, row: Part, y: int, look: Look) -> None:
    left = figure.layout.margin.l
    ink = Ink(sheet(look).label, tokens(look).ink2)
    write(figure, row.name, ink, xref="paper", x=0, xshift=-left, xanchor="left", y=y, yshift=-2, name="group")


def _row(figure: go.Figure, row: Part, y: int, length: float, text: str, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    silent = not text[:1].isdigit()
    marker = {"color": shade(colours.fillink, 1, look), "line": {"width": 0}}
    if row.item == UNSTATED:
        marker = hatched(look)
    figure.add_bar(
        name=row.name, orientation="h", y=[y], x=[length], width=BAR, marker=marker,
        customdata=[f"{row.name} {text}"], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    ink = Ink(sizes.label if silent else sizes.strong, colours.ink3 if silent else colours.ink, bold=not silent)
    write(figure, text, ink, x=length, xshift=8, xanchor="left", y=y, name="count")
    ink = Ink(sizes.name, colours.ink)
    write(figure, row.name, ink, xref="paper", x=0, xshift=-12, xanchor="right", align="right", y=y)
    line(figure, colours.zero, 1.5, x0=0, x1=0, y0=y - 0.5, y1=y + 0.5)
