"""Counts of two classifications against each other, sub-fields down and kinds across, with totals of both."""

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import Ink, Margins, canvas, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import escaped, width
from scicity.charts.theme import hue, shade, sheet, tokens
from scicity.measures import taxonomy
from scicity.wording import say
from scicity.wording.numbers import number

KINDS = ("enterprise", "university", "institute")
COLUMNS = (*KINDS, "total")
NARROW_CARD = 420  # pixels: a page may set the figure into a narrow column


@lettered
def cross_table(frame: pd.DataFrame, look: Look) -> go.Figure:
    """The matrix of platforms: a row a sub-field and one for all, a column a kind and one for platforms.

    frame: `platforms/matrix`: item, name_zh, name_en, enterprise_count, university_count, institute_count,
        total_count (a platform of two kinds is in two columns and once here), provenance; the row 'ALL' last.
    Returns a heat map of the cells of kinds, the deeper the more; every number is printed. Zero stands as 0.
    """
    rows = frame.to_dict("records")
    step = sheet(look).name * 1.75
    left = max((width(_name(row, look), sheet(look).name) for row in rows), default=40) + 14
    margins = Margins(left, 4, sheet(look).small * 2.8, 6)
    height = step * max(len(rows), 3) + margins.top + margins.bottom
    figure = canvas(frame, look, height_for(look, height, height), margins)
    if not rows:
        return say_empty(figure, look)
    _tint(figure, [row for row in rows if row["item"] != taxonomy.TOTAL], len(rows), look)
    for at, row in enumerate(rows):
        _row(figure, row, len(rows) - at, look)
    space = min(room(look, margins), NARROW_CARD - left) if look.layout == "screen" else room(look, margins)
    _heads(figure, len(rows), look, space)
    figure.update_xaxes(range=[-0.5, len(COLUMNS) - 0.5], visible=False)
    figure.update_yaxes(range=[0.5, len(rows) + 0.5], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")
    return figure


def _name(row: dict, look: Look) -> str:
    key = row["item"] == taxonomy.TOTAL
    return say("matrix_all", look.language) if key else escaped(str(row[f"name_{look.language}"]))


def _tint(figure: go.Figure, rows: list[dict], height: int, look: Look) -> None:
    """Pale ink, so that every number stays readable on it; colour would mean an industry."""
    colours = tokens(look)
    pale = [[0.0, colours.bg], [1.0, shade(shade(colours.fillink, 3, look), 2, look)]]
    figure.add_heatmap(
        x=list(range(len(KINDS))),
        y=[height - at for at in range(len(rows))],
        z=[[row[f"{kind}_count"] for kind in KINDS] for row in rows],
        zmin=0, colorscale=pale, showscale=False, xgap=2, ygap=2,
        customdata=[[_told(row, kind, look) for kind in KINDS] for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _told(row: dict, kind: str, look: Look) -> str:
    count = number(row[f"{kind}_count"], 0, look.language)
    return f"{_name(row, look)} {say(f'matrix_{kind}', look.language)} {count}"


def _row(figure: go.Figure, row: dict, y: int, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    whole = row["item"] == taxonomy.TOTAL
    colour = colours.ink if whole else hue(str(row["item"]), look).text
    where = {"xref": "paper", "x": 0, "xshift": -10, "xanchor": "right", "align": "right", "y": y}
    write(figure, _name(row, look), Ink(sizes.name, colour, bold=whole), name="row", **where)
    for at, column in enumerate(COLUMNS):
        ink = Ink(sizes.name, colours.ink, bold=whole or column == "total")
        write(figure, number(row[f"{column}_count"], 0, look.language), ink, x=at, y=y, name="count")
    if whole:
        line(figure, colours.axis, 1, xref="paper", x0=0, x1=1, y0=y + 0.5, y1=y + 0.5)


def _heads(figure: go.Figure, rows: int, look: Look, space: float) -> None:
    """The columns' names; the short ones where the full ones would touch each other."""
    sizes, colours = sheet(look), tokens(look)
    full = [say(f"matrix_{column}", look.language) for column in COLUMNS]
    fits = max(width(text, sizes.small) for text in full) + 8 <= space / len(COLUMNS)
    texts = full if fits else [say(f"matrix_{column}_short", look.language) for column in COLUMNS]
    for at, text in enumerate(texts):
        ink = Ink(sizes.small, colours.ink2)
        write(figure, text, ink, x=at, y=rows + 0.5, yanchor="bottom", align="center", name="head")
