"""A share that is published as a bound, beside what the ledger gives: the bound stays open, it has no end to read."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity import periods
from scicity.charts import counted
from scicity.charts.canvas import Ink, Margins, canvas, hatched, height_for, line, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import escaped, width
from scicity.charts.theme import sheet, tokens
from scicity.periods import Span
from scicity.wording import say
from scicity.wording.numbers import number


@dataclass(frozen=True)
class Told:
    """One row: its name, what it says, the share, whether it is a bound, and its chip."""

    name: str
    said: str
    share: float
    is_bound: bool
    chip: str


@lettered
def project_share(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Rows on an axis from 0 to 100 per cent: filled as far as is certain, hatched and open above a bound.

    frame: `projects/sci_tech`: origin (press|ledger), period, span, share_pct, sci_tech_count, total_count, qualifier,
        printed_zh, printed_en, provenance. A row without a share is left out.
    Returns a trace 'certain' and, where there are bounds, a trace 'open'.
    """
    rows = counted.records(frame, "origin", "period", "span", "share_pct", "qualifier", f"printed_{look.language}")
    told = [_told(row, look) for row in rows if counted.plain(row["share_pct"]) is not None]
    figure = canvas(frame, look, height_for(look, 46 + 46 * len(told), 34 + 66 * len(told)), _margins(told, look))
    if not told:
        return say_empty(figure, look)
    figure.update_layout(hovermode="closest")
    _bars(figure, told, look)
    _words(figure, told, look)
    return figure


def _told(row: dict, look: Look) -> Told:
    span: Span = "ytd" if row["span"] == "ytd" else "month"
    bound = row["qualifier"] in ("over", "at_least")
    if row["origin"] == "press":
        said = escaped(str(row[f"printed_{look.language}"]))
    else:
        share = number(row["share_pct"], 1, look.language)
        whole = {"part": round(row["sci_tech_count"]), "whole": round(row["total_count"])}
        said = say("projects_rate_of", look.language, share=share, **whole)
    chip = say(f"projects_origin_{row['origin']}_{row['provenance']}", look.language)
    return Told(periods.label(row["period"], span, look.language), said, float(row["share_pct"]), bound, chip)


def _margins(told: list[Told], look: Look) -> Margins:
    sizes = sheet(look)
    if look.narrow:
        return Margins(12, 16, 4, sizes.small * 2)
    names = max((max(width(one.name, sizes.name), width(one.chip, sizes.small)) for one in told), default=60) * 1.05
    said = max((width(one.said, sizes.strong) for one in told), default=60) * 1.08
    return Margins(names + 14, said + 14, 4, sizes.small * 2)


def _heights(count: int, look: Look) -> list[float]:
    return [count - at - (0.22 if look.narrow else 0) for at in range(count)]


def _bars(figure: go.Figure, told: list[Told], look: Look) -> None:
    colours, places, thick = tokens(look), _heights(len(told), look), 0.3 if look.narrow else 0.46
    hover = [f"{one.name} {one.said}" for one in told]
    figure.add_bar(name="certain", orientation="h", x=[one.share for one in told], y=places, width=thick,
                   marker={"color": colours.fillink, "opacity": 1}, customdata=hover,
                   hovertemplate="%{customdata}<extra></extra>")  # fmt: skip
    bounds = [(one.share, place, text) for one, place, text in zip(told, places, hover, strict=True) if one.is_bound]
    if bounds:
        figure.add_bar(name="open", orientation="h", base=[share for share, _, _ in bounds], width=thick,
                       x=[100 - share for share, _, _ in bounds], y=[place for _, place, _ in bounds],
                       marker=hatched(look), customdata=[text for _, _, text in bounds],
                       hovertemplate="%{customdata}<extra></extra>")  # fmt: skip
    for share, place, _ in bounds:
        line(figure, colours.ink, 3, x0=share, x1=share, y0=place - thick * 0.6, y1=place + thick * 0.6)


def _words(figure: go.Figure, told: list[Told], look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    for at, one in enumerate(told):
        y = len(told) - at
        name, said = Ink(sizes.name, colours.ink, bold=True), Ink(sizes.strong, colours.ink, bold=True)
        small = Ink(sizes.small, colours.ink3)
        if look.narrow:
            write(
                figure,
                f"{one.name}\N{IDEOGRAPHIC SPACE}{one.chip}",
                small,
                xref="paper",
                x=0,
                xanchor="left",
                y=y + 0.22,
            )
            write(figure, one.said, said, xref="paper", x=1, xanchor="right", y=y + 0.22, name="said")
            continue
        place = {"xref": "paper", "x": 0, "xshift": -12, "xanchor": "right", "align": "right", "y": y}
        write(figure, one.name, name, yshift=sizes.name * 0.62, **place)
        write(figure, one.chip, small, yshift=-sizes.name * 0.68, **place)
        write(figure, one.said, said, xref="paper", x=1, xshift=12, xanchor="left", y=y, name="said")
    figure.update_xaxes(range=[0, 100], tickmode="array", tickvals=[0, 20, 40, 60, 80, 100],
                        ticktext=["0", "20", "40", "60", "80", "100%"], tickfont={"size": sizes.small})  # fmt: skip
    figure.update_yaxes(range=[0.5, len(told) + 0.5], visible=False, showgrid=False)
    line(figure, colours.zero, 1.5, x0=0, x1=0, y0=0.5, y1=len(told) + 0.5)
