"""How far the projects of each year of signing have come: bars of one scale, a panel a year; never a funnel.

Each bar says its numerator and its denominator, the projects signed in that year. Projects without any date after
signing are a row of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import counted
from scicity.charts.canvas import Ink, Margins, canvas, hatched, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.scales import roomy
from scicity.charts.text import width
from scicity.charts.theme import shade, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import number

STAGES = ("registered", "started", "in_production", "at_capacity", "undated")
BAR, BAR_IN_LIST = 0.5, 0.34
BETWEEN = 0.035  # of the width, between two panels


@dataclass(frozen=True)
class Bar:
    """One stage of one cohort."""

    cohort: str
    stage: str
    reached: int
    signed: int

    @property
    def share(self) -> float:
        return 100 * self.reached / self.signed if self.signed else 0.0

    def label(self, look: Look) -> str:
        """88.4%（38/43）: the rate with what it is of."""
        share = number(self.share, 1, look.language)
        return say("projects_rate_of", look.language, share=share, part=self.reached, whole=self.signed)


@lettered
def project_cohorts(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One panel a year of signing, one row a stage: its share of the projects signed in that year.

    frame: `projects/cohorts`: cohort, period, signed_count, and <stage>_count for registered, started, in_production,
        at_capacity, undated; provenance. Returns one bar trace a cohort and stage, 'undated' hatched.
    """
    rows = counted.records(frame, "cohort", "signed_count", *(f"{stage}_count" for stage in STAGES))
    bars = [[_bar(row, stage) for stage in STAGES] for row in rows]
    margins = _margins(look)
    lines = len(STAGES) * (len(bars) if look.narrow else 1)
    tall = 60 + 38 * lines if not look.narrow else (30 + 40 * len(STAGES)) * max(len(bars), 1)
    figure = canvas(frame, look, height_for(look, tall, tall), margins)
    if not bars:
        return say_empty(figure, look)
    figure.update_layout(hovermode="closest")
    (_stacked if look.narrow else _side_by_side)(figure, bars, look)
    return figure


def _bar(row: dict, stage: str) -> Bar:
    return Bar(str(row["cohort"]), stage, round(row[f"{stage}_count"]), round(row["signed_count"]))


def _stage(stage: str, look: Look) -> str:
    return say(f"projects_stage_{stage}", look.language)


def _margins(look: Look) -> Margins:
    sizes = sheet(look)
    if look.narrow:
        return Margins(2, 2, 4, 4)
    names = max(width(_stage(stage, look), sizes.name) for stage in STAGES) * 1.05
    return Margins(names + 14, 4, sizes.name * 1.9, 4)


def _head(cohort: Sequence[Bar], look: Look) -> str:
    signed = counted.count(cohort[0].signed, look)
    return say("projects_cohort_head", look.language, year=cohort[0].cohort, signed=signed)


def _side_by_side(figure: go.Figure, cohorts: Sequence[Sequence[Bar]], look: Look) -> None:
    wide = (1 - BETWEEN * (len(cohorts) - 1)) / len(cohorts)
    rows, margin = len(STAGES), figure.layout.margin
    space = wide * room(look, Margins(margin.l, margin.r, 0, 0))
    words = max(width(bar.label(look), sheet(look).label) for cohort in cohorts for bar in cohort) * 1.05 + 12
    reach = list(roomy(0, max(1.0, *(bar.share for cohort in cohorts for bar in cohort)), 0, words, space))
    figure.update_yaxes(range=[0.45, rows + 0.55], visible=False, showgrid=False)
    for at, stage in enumerate(STAGES):
        ink = Ink(sheet(look).name, tokens(look).ink, bold=True)
        write(
            figure, _stage(stage, look), ink, xref="paper", x=0, xshift=-12, xanchor="right", y=rows - at, name="stage"
        )
    for at, cohort in enumerate(cohorts):
        axis, left = f"x{at + 1}" if at else "x", at * (wide + BETWEEN)
        figure.update_layout(
            {axis.replace("x", "xaxis"): {"domain": [left, left + wide], "range": reach, "visible": False}}
        )
        ink = Ink(sheet(look).label, tokens(look).ink, bold=True)
        place = {"xref": "paper", "x": left, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom"}
        write(figure, _head(cohort, look), ink, yshift=4, name="cohort", **place)
        for row, bar in enumerate(cohort):
            _draw(figure, bar, rows - row, BAR, axis, look)
        line(figure, tokens(look).zero, 1.5, xref=axis, x0=0, x1=0, y0=0.5, y1=rows + 0.5)


def _stacked(figure: go.Figure, cohorts: Sequence[Sequence[Bar]], look: Look) -> None:
    """Years one under another; a stage's name stands over its bar."""
    rows = (len(STAGES) + 1) * len(cohorts)
    figure.update_xaxes(range=[0, 190], visible=False)
    figure.update_yaxes(range=[0.4, rows + 0.5], visible=False, showgrid=False)
    y = rows
    for cohort in cohorts:
        ink = Ink(sheet(look).name, tokens(look).ink, bold=True)
        write(figure, _head(cohort, look), ink, xref="paper", x=0, xanchor="left", y=y - 0.2, name="cohort")
        for bar in cohort:
            y -= 1
            write(figure, _stage(bar.stage, look), Ink(sheet(look).small, tokens(look).ink2), xref="paper", x=0,
                  xanchor="left", y=y + 0.28, name="stage")  # fmt: skip
            _draw(figure, bar, y - 0.12, BAR_IN_LIST, "x", look)
        y -= 1


def _draw(figure: go.Figure, bar: Bar, y: float, thick: float, axis: str, look: Look) -> None:
    colours = tokens(look)
    fill = shade(colours.fillink, min(STAGES.index(bar.stage), 2), look)
    undated = {**hatched(look), "line": {"color": colours.axis, "width": 1.5}}
    marker = undated if bar.stage == "undated" else {"color": fill, "opacity": 1}
    told = say(
        "projects_hover_stage", look.language, year=bar.cohort, stage=_stage(bar.stage, look), rate=bar.label(look)
    )
    figure.add_bar(name=f"{bar.cohort}/{bar.stage}", orientation="h", x=[bar.share], y=[y], width=thick, xaxis=axis,
                   marker=marker, customdata=[told], hovertemplate="%{customdata}<extra></extra>")  # fmt: skip
    ink = Ink(sheet(look).label, colours.ink)
    write(figure, bar.label(look), ink, xref=axis, x=bar.share, xshift=6, xanchor="left", y=y, name="rate")
