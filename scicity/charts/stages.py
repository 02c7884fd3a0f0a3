"""Honours and programmes by how far they have come: a row each, its stages as dots, its date in words."""

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts.canvas import Ink, Margins, canvas, height_for, line, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import broken
from scicity.charts.theme import sheet, tokens
from scicity.wording import say

STAGES = ("applied", "approved", "building", "accepted")


@lettered
def stages(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Which stage each honour has reached: 申报, 获批, 建设, 验收, and when, as far as print says.

    frame: `platforms/named` of the list 'honours': name_zh, name_en, stage (one of STAGES, '' not said), dated
        ('YYYY', 'YYYY-MM' or ''; without one the source only says 目前), provenance.
    Returns one trace of dots a row: filled at the stage print names, hollow elsewhere. Nothing is assumed of the stages
    before it, which print does not date.
    """
    rows = frame.to_dict("records")
    names = [_name(row, look) for row in rows]
    # the names stand over their dots, the longest of them says how far apart rows are
    step = sheet(look).name * (3.2 + 1.35 * max((name.count("<br>") + 1 for name in names), default=1))
    figure = canvas(frame, look, height_for(look, step * len(rows) + 30, step * len(rows) + 30), Margins(8, 8, 24, 6))
    if not rows:
        return say_empty(figure, look)
    for at, row in enumerate(rows):
        _row(figure, row, len(rows) - at, look)
    for at, stage in enumerate(STAGES):
        ink = Ink(sheet(look).small, tokens(look).ink2)
        write(
            figure, say(f"stage_{stage}", look.language), ink, x=at, y=len(rows) + 0.5, yanchor="bottom", name="stage"
        )
    figure.update_xaxes(range=[-0.5, len(STAGES) - 0.5], visible=False)
    figure.update_yaxes(range=[0.45, len(rows) + 0.5], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")
    return figure


def _row(figure: go.Figure, row: dict, y: int, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    line(figure, colours.grid, 1, xref="paper", x0=0, x1=1, y0=y - 0.5, y1=y - 0.5)
    line(figure, colours.axis, 1.5, x0=0, x1=len(STAGES) - 1, y0=y - 0.3, y1=y - 0.3)
    reached = [stage == row["stage"] for stage in STAGES]
    figure.add_scatter(
        name=str(row[f"name_{look.language}"]), mode="markers", x=list(range(len(STAGES))), y=[y - 0.3] * len(STAGES),
        marker={"size": [13 if one else 9 for one in reached], "opacity": 1,
                "color": [colours.ink if one else colours.bg for one in reached],
                "line": {"color": colours.axis, "width": 1.5}},
        hoverinfo="skip",
    )  # fmt: skip
    top = {"xref": "paper", "y": y - 0.3, "yshift": 10, "yanchor": "bottom"}
    write(figure, _name(row, look), Ink(sizes.name, colours.ink, bold=True), x=0, xanchor="left", name="name", **top)
    ink = Ink(sizes.small, colours.ink3)
    write(figure, _dated(row, look), ink, x=1, xanchor="right", align="right", name="date", **top)


def _name(row: dict, look: Look) -> str:
    """The name in as many lines as leave the date its room."""
    sizes = sheet(look)
    return broken(str(row[f"name_{look.language}"]), (sizes.width - 2 * sizes.pad - 20) * 0.6, sizes.name)


def _dated(row: dict, look: Look) -> str:
    if not row["dated"]:
        return say("stage_undated", look.language)
    return periods.range_label(str(row["dated"])[:7], str(row["dated"])[:7], look.language)
