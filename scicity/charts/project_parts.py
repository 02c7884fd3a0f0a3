"""Of what the signed projects are: bars of counts, fields in their industry's colour, everything else in ink."""

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import counted
from scicity.charts.canvas import Ink, Margins, canvas, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.scales import roomy
from scicity.charts.text import width
from scicity.charts.theme import sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import number

BAR = 0.62


@lettered
def project_parts(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One bar a part, in the frame's order, with count and share of all projects.

    frame: `projects/parts` of one kind: item, projects_count, share_pct, provenance. A count of 0 stays as 0.
    Returns one bar trace a part.
    """
    rows = counted.records(frame, "item", "projects_count", "share_pct")
    sizes = sheet(look)
    names = [width(counted.part_name(row["item"], look), sizes.label) * 1.05 for row in rows]
    margins = Margins(max(names, default=60) + 14, 4, 4, 4)
    count = max(len(rows), 2)
    figure = canvas(frame, look, height_for(look, 30 + 28 * count, 30 + 30 * count), margins)
    if not rows:
        return say_empty(figure, look)
    # half a page is narrower than the sheet counts on
    words = (
        max(width(_words(row, look), sizes.label) for row in rows) * (1.35 if look.layout == "screen" else 1.05) + 14
    )
    reach = roomy(0, max(float(row["projects_count"]) for row in rows), 0, words, room(look, margins))
    for at, row in enumerate(rows):
        _bar(figure, row, len(rows) - at, look)
    figure.update_xaxes(range=list(reach), visible=False)
    figure.update_yaxes(range=[0.4, len(rows) + 0.6], visible=False, showgrid=False)
    figure.update_layout(hovermode="closest")
    line(figure, tokens(look).zero, 1.5, x0=0, x1=0, y0=0.5, y1=len(rows) + 0.5)
    return figure


def _bar(figure: go.Figure, row: dict, y: int, look: Look) -> None:
    sizes, colours = sheet(look), counted.part_hue(row["item"], look)
    name = counted.part_name(row["item"], look)
    words = _words(row, look)
    figure.add_bar(name=row["item"], orientation="h", x=[row["projects_count"]], y=[y], width=BAR,
                   marker={"color": colours.fill, "opacity": 1}, customdata=[f"{name} {words}"],
                   hovertemplate="%{customdata}<extra></extra>")  # fmt: skip
    write(figure, name, Ink(sizes.label, colours.text, bold=True), xref="paper", x=0, xshift=-10, xanchor="right", y=y,
          name="part")  # fmt: skip
    write(figure, words, Ink(sizes.label, tokens(look).ink), x=row["projects_count"], xshift=8, xanchor="left", y=y,
          name="count")  # fmt: skip


def _words(row: dict, look: Look) -> str:
    """29个　占41.4%."""
    share = number(counted.plain(row["share_pct"]), 1, look.language)
    value = counted.count(row["projects_count"], look)
    return f"{value}\N{IDEOGRAPHIC SPACE}{say('projects_share_of', look.language, share=share)}"
