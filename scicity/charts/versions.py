"""The versions of a classification on a line of time: one bar a version, a break between each two."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import Ink, Margins, canvas, height_for, line, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import escaped
from scicity.charts.theme import sheet, tokens
from scicity.wording import say

BAR = 0.42
OPEN_YEARS = 1.5  # how far the newest version is drawn; its end is not known
NEEDED = ("version", "from_month", "label")


@lettered
def versions(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Versions from top to bottom in order of time, each from its first month to the next version's.

    frame: one row a version: version, from_month ('YYYY-MM'), label (what it lists), is_in_use.
    Returns one bar trace a version; the last is open to the right. Dashed lines mark the breaks: no figure crosses one.
    """
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    count = len(frame)
    margins = Margins(8, 12, sheet(look).small * 1.8, sheet(look).label * 2.2)
    figure = canvas(frame, look, height_for(look, 40 + 46 * count, 40 + 48 * count), margins)
    if not count:
        return say_empty(figure, look)
    starts = [_year(month) for month in frame["from_month"]]
    ends = [*starts[1:], starts[-1] + OPEN_YEARS]
    figure.update_layout(hovermode="closest")
    _axes(figure, starts, ends, count, look)
    for at, row in enumerate(frame.to_dict("records")):
        _bar(figure, row, (starts[at], ends[at]), count - at, look, is_open=at == count - 1)
    for start in starts[1:]:
        line(figure, tokens(look).zero, 1.2, dash="dash", xref="x", yref="paper", x0=start, x1=start, y0=0, y1=1,
             name="break")  # fmt: skip
        ink = Ink(sheet(look).small, tokens(look).ink2)
        # the two breaks of 2023 are two months apart: only the first of close ones carries the word
        if all(abs(start - other) > 0.8 for other in starts if other < start):
            write(figure, say("versions_break", look.language), ink, x=start, yref="paper", y=1, yanchor="bottom")
    return figure


def _year(month: str) -> float:
    return int(month[:4]) + (int(month[5:]) - 1) / 12


def _axes(figure: go.Figure, starts: Sequence[float], ends: Sequence[float], count: int, look: Look) -> None:
    years = range(int(starts[0]), int(ends[-1]) + 1, 2 if look.narrow else 1)
    figure.update_xaxes(
        range=[starts[0] - 0.2, ends[-1] + 0.1],
        tickmode="array",
        tickvals=[float(year) for year in years],
        ticktext=[str(year) for year in years],
        tickfont={"size": sheet(look).small, "color": tokens(look).ink2},
    )
    figure.update_yaxes(range=[0.4, count + 0.75], visible=False, showgrid=False)
    line(figure, tokens(look).axis, 1, xref="paper", yref="paper", x0=0, x1=1, y0=0, y1=0)


def _bar(figure: go.Figure, row: dict, reach: tuple[float, float], y: int, look: Look, is_open: bool) -> None:
    colours, label = tokens(look), escaped(str(row["label"]))
    used = bool(row.get("is_in_use"))
    marker = {"color": colours.fillink if used else colours.ctx, "line": {"width": 0}}
    if is_open:
        pattern = {"shape": "/", "fgcolor": colours.ctx, "bgcolor": colours.bg, "size": 8, "solidity": 0.35}
        marker = {"color": colours.bg, "line": {"color": colours.ctx, "width": 1}, "pattern": pattern}
    figure.add_bar(
        name=str(row["version"]), orientation="h", y=[y - 0.22], x=[reach[1] - reach[0]], base=[reach[0]], width=BAR,
        marker=marker, customdata=[label], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    ink = Ink(sheet(look).label, colours.ink, bold=used)
    # a bar that begins far right has its words on its left, where there is room
    late = reach[0] > figure.layout.xaxis.range[0] + 0.6 * (figure.layout.xaxis.range[1] - figure.layout.xaxis.range[0])
    place = {"x": reach[1], "xanchor": "right"} if late else {"x": reach[0], "xanchor": "left"}
    # on paper of their own: the breaks of other versions run behind the words, never through them
    write(figure, label, ink, y=y + 0.2, name="version", bgcolor=colours.bg, borderpad=0, **place)
