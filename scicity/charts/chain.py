"""The innovation chain in four columns from science to economy; a column that is hardly covered is hatched."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import Ink, Margins, canvas, height_for, line, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import escaped
from scicity.charts.theme import sheet, tokens
from scicity.measures.chain import UNSURE_BELOW
from scicity.wording import say
from scicity.wording.numbers import number

NEEDED = ("column", "name_zh", "name_en", "said_zh", "said_en", "whole_zh", "whole_en", "value", "coverage_pct")
GAP = 0.12  # of a column, between two columns
HEAD = 1.4  # rows that name and coverage of a column take
LINE = 1.35  # of the size of its words, from one line to the next


@dataclass(frozen=True)
class Column:
    """One column: its name, how much of it is published, and its measures as (name, value, whole, is_known)."""

    name: str
    coverage: str
    unsure: bool
    entries: tuple[tuple[str, str, str, bool], ...]


@lettered
def chain(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Four columns side by side, on a narrow sheet one above the other; arrows lead from each to the next.

    frame: `narrative.chain.laid`: column, name_*, said_* (value as printed or why there is none), whole_* (of the whole
        science city, '' for none), value, coverage_pct (per cent of the column's measures), published, of, provenance.
    Returns one bar trace a column, its ground; hatched where the coverage is below 60 per cent. A missing column of the
    frame raises KeyError.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    found = [_column(rows, look) for _, rows in frame.groupby("column", sort=False)]
    return _list(frame, found, look) if look.narrow else _beside(frame, found, look)


def _column(rows: pd.DataFrame, look: Look) -> Column:
    first, language = rows.iloc[0], look.language
    pct = number(first["coverage_pct"], 1, language)
    entries = tuple(
        (escaped(row[f"name_{language}"]), escaped(row[f"said_{language}"]), escaped(row[f"whole_{language}"]),
         bool(pd.notna(row["value"])))
        for row in rows.to_dict("records")
    )  # fmt: skip
    return Column(
        name=say(f"chain_{first['column']}", language),
        coverage=say("chain_coverage", language, pct=pct, n=first["published"], total=first["of"]),
        unsure=first["coverage_pct"] < UNSURE_BELOW,
        entries=entries,
    )


def _beside(frame: pd.DataFrame, found: Sequence[Column], look: Look) -> go.Figure:
    rows = max(len(column.entries) for column in found) + HEAD
    figure = canvas(frame, look, height_for(look, _row(look) * rows, 0), Margins(2, 2, 4, 4))
    _axes(figure, len(found), rows)
    for at, column in enumerate(found):
        _ground(figure, at, column, (0, rows), look)
        left = at - 0.5 + GAP / 2 + 0.05
        _head(figure, column, left, rows, look)
        for place, entry in enumerate(column.entries):
            _entry(figure, entry, (left, rows - HEAD - place), column.unsure, look)
        if at:
            # the arrow stands in the gap, at the height of the names
            ink = Ink(sheet(look).strong, tokens(look).ink2, bold=True)
            write(figure, "→", ink, x=at - 0.5, y=rows, yshift=-10 - sheet(look).strong * 0.7, name="arrow")
    return figure


def _list(frame: pd.DataFrame, found: Sequence[Column], look: Look) -> go.Figure:
    rows = sum(len(column.entries) + HEAD + 0.35 for column in found)
    height = _row(look) * rows
    figure = canvas(frame, look, height_for(look, height, height), Margins(2, 2, 4, 4))
    figure.update_layout(height=max(figure.layout.height, height))
    _axes(figure, 1, rows)
    top = rows
    for at, column in enumerate(found):
        depth = len(column.entries) + HEAD
        _ground(figure, 0, column, (top - depth, top), look)
        if at:
            ink = Ink(sheet(look).strong, tokens(look).ink2, bold=True)
            write(figure, "↓", ink, x=0, y=top + 0.18, name="arrow")
        _head(figure, column, -0.40, top, look)
        for place, entry in enumerate(column.entries):
            _entry(figure, entry, (-0.40, top - HEAD - place), column.unsure, look)
        top -= depth + 0.35
    return figure


def _axes(figure: go.Figure, count: int, rows: float) -> None:
    figure.update_xaxes(range=[-0.5, count - 0.5], visible=False)
    figure.update_yaxes(range=[0, rows], visible=False, showgrid=False)
    figure.update_layout(hovermode=False, barmode="overlay")


def _ground(figure: go.Figure, at: int, column: Column, reach: tuple[float, float], look: Look) -> None:
    """The column's ground: plain where enough is published, hatched where it is not."""
    colours = tokens(look)
    marker: dict = {"color": colours.surface, "line": {"color": colours.axis, "width": 1}}
    if column.unsure:
        marker["pattern"] = {"shape": "/", "fgcolor": colours.grid, "bgcolor": colours.bg, "size": 10, "solidity": 0.3}
        marker["line"] = {"color": colours.axis, "width": 1}
    figure.add_bar(
        name=column.name, x=[at], y=[reach[1] - reach[0]], base=[reach[0]], width=1 - GAP, marker=marker,
        hoverinfo="skip",
    )  # fmt: skip


def _row(look: Look) -> float:
    """Pixels of one measure: its name, its value, what the whole city has, and air."""
    sizes = sheet(look)
    return LINE * (2 * sizes.small + sizes.label) + 10


def _head(figure: go.Figure, column: Column, left: float, top: float, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    place = {"x": left, "xanchor": "left", "y": top, "yanchor": "top", "bgcolor": _ground_colour(column.unsure, look)}
    name = sizes.strong * 1.15
    write(figure, column.name, Ink(name, colours.ink, bold=True), yshift=-10, **place)
    write(figure, column.coverage, Ink(sizes.small, colours.ink2), yshift=-12 - name * LINE, name="coverage", **place)
    rule = top - HEAD + 0.12
    line(figure, colours.axis, 1, x0=left, x1=left + (0.8 if look.narrow else 0.78), y0=rule, y1=rule)


def _entry(
    figure: go.Figure, entry: tuple[str, str, str, bool], corner: tuple[float, float], unsure: bool, look: Look
) -> None:
    """One measure from its upper left corner down, line by line in pixels, so that no layout lets lines touch."""
    name, said, whole, known = entry
    sizes, colours = sheet(look), tokens(look)
    place = {"x": corner[0], "xanchor": "left", "y": corner[1], "yanchor": "top", "align": "left",
             "bgcolor": _ground_colour(unsure, look)}  # fmt: skip
    ink = Ink(sizes.label, colours.ink if known else colours.ink3, bold=known)
    second = sizes.small * LINE
    write(figure, name, Ink(sizes.small, colours.ink2), name="name", **place)
    write(figure, said, ink, yshift=-second, name="value", **place)
    if whole:
        text = say("chain_whole", look.language, printed=whole)
        third = second + sizes.label * LINE
        write(figure, text, Ink(sizes.small, colours.ink3), yshift=-third, name="whole", **place)


def _ground_colour(unsure: bool, look: Look) -> str | None:
    """Words on a hatched ground stand on plain paper; on a plain ground they need nothing."""
    return tokens(look).bg if unsure else None
