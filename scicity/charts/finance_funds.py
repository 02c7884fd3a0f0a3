"""Funds as bullets: the target size as a track, what is paid in and invested inside it. A bound has an open end."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import Ink, Margins, canvas, filled, hatched, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import escaped, width
from scicity.charts.theme import Hue, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import is_missing, number

TRACK, PAID, INVESTED = 0.30, 0.18, 0.08  # thickness of the bars, in rows
TICK = 0.19  # how far the mark of a target reaches from the middle of its row
DECIMALS = {"100m_yuan": (1, 0), "10k_yuan": (10_000, 0)}


@dataclass(frozen=True)
class Fund:
    """One fund's sizes in 100 million yuan; None is not reported."""

    name: str
    planned: float
    qualifier: str
    paid_in: float | None
    invested: float | None

    @property
    def is_open(self) -> bool:
        return self.qualifier == "over"


@lettered
def finance_funds(frame: pd.DataFrame, look: Look) -> go.Figure:
    """One bullet a fund, in the frame's order, all on one scale from zero.

    frame: `finance/funds` with item, name_zh, name_en, planned_100m_yuan, qualifier, paid_in_100m_yuan,
        invested_100m_yuan, provenance. Returns a track a fund, then what is known inside it; a target that is a bound
        goes on hatched to the right with an arrow. What is not reported has no bar and is said in words.
    """
    funds = _read(frame, look)
    figure = canvas(frame, look, height_for(look, 66 + 92 * len(funds), 70 + 104 * len(funds)), Margins(4, 8, 8, 8))
    if not funds:
        return say_empty(figure, look)
    space = room(look, Margins(4, 8, 8, 8))
    ends = [width(_planned(fund, look), sheet(look).strong) * 1.08 + 44 for fund in funds]
    # each word begins where its own bar ends; the longest pair sets the scale
    peak = max(fund.planned / max(0.2, 1 - end / space) for fund, end in zip(funds, ends, strict=True))
    figure.update_layout(hovermode="closest")
    figure.update_xaxes(range=[0, peak], visible=False)
    figure.update_yaxes(range=[0.45, len(funds) + 0.62], visible=False, showgrid=False)
    for at, fund in enumerate(funds):
        _bullet(figure, fund, len(funds) - at, peak * 26 / space, look)
    line(figure, tokens(look).zero, 1.5, x0=0, x1=0, y0=0.5, y1=len(funds) + 0.4)
    return figure


def _read(frame: pd.DataFrame, look: Look) -> list[Fund]:
    return [
        Fund(
            escaped(str(row[f"name_{look.language}"])),
            float(row["planned_100m_yuan"]),
            str(row["qualifier"]),
            *(
                None if is_missing(row[name]) else float(row[name])
                for name in ("paid_in_100m_yuan", "invested_100m_yuan")
            ),
        )
        for row in frame.to_dict("records")
    ]


def _amount(value: float | None, look: Look) -> str:
    """An amount in the reader's unit, with as many decimals as it has; 缺报 where it is not reported."""
    if value is None:
        return say("finance_not_reported", look.language)
    factor, decimals = DECIMALS[look.unit]
    shown = value * factor
    text = number(shown, decimals if float(shown).is_integer() else 2, look.language)
    return say(f"chart_with_{look.unit}", look.language, value=text)


def _planned(fund: Fund, look: Look) -> str:
    return say(f"finance_size_{fund.qualifier}", look.language, amount=_amount(fund.planned, look))


def _bullet(figure: go.Figure, fund: Fund, y: int, beyond: float, look: Look) -> None:
    colours, sizes = tokens(look), sheet(look)
    told = _told(fund, look)
    track = {"color": colours.grid, "line": {"color": colours.axis, "width": 1}}
    _bar(figure, y, fund.planned, TRACK, track, told)
    if fund.is_open:
        _bar(figure, y, beyond, TRACK, hatched(look), told, base=fund.planned)
    for value, thick in ((fund.paid_in, PAID), (fund.invested, INVESTED)):
        if value is not None:
            paid = (
                Hue(colours.ctx, colours.ink, colours.bg)
                if thick == PAID
                else Hue(colours.fillink, colours.ink, colours.bg)
            )
            _bar(figure, y, value, thick, filled(paid, look), told)
    if not fund.is_open:
        line(figure, colours.ink, 3, x0=fund.planned, x1=fund.planned, y0=y - TICK, y1=y + TICK)
    end = fund.planned + (beyond if fund.is_open else 0)
    word = ("\N{RIGHTWARDS ARROW} " if fund.is_open else "") + _planned(fund, look)
    write(figure, word, Ink(sizes.strong, colours.ink, bold=True), x=end, xshift=8, xanchor="left", y=y, name="planned")
    # beyond the tick's ends, however high a row is on this sheet
    beside = {"x": 0, "xanchor": "left", "xshift": 2}
    name = {"y": y + TICK, "yshift": 2, "yanchor": "bottom", "name": "name", **beside}
    write(figure, fund.name, Ink(sizes.label, colours.ink), **name)
    known = say("finance_known", look.language, paid=_amount(fund.paid_in, look), invested=_amount(fund.invested, look))
    write(figure, known, Ink(sizes.small, colours.ink3), y=y - TICK, yshift=-2, yanchor="top", name="known", **beside)


def _bar(figure: go.Figure, y: int, value: float, thick: float, marker: dict, told: str, base: float = 0) -> None:
    figure.add_bar(
        orientation="h", y=[y], x=[value], base=[base], width=thick, marker=marker, customdata=[told],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip


def _told(fund: Fund, look: Look) -> str:
    known = say("finance_known", look.language, paid=_amount(fund.paid_in, look), invested=_amount(fund.invested, look))
    return say("finance_hover_fund", look.language, name=fund.name, planned=_planned(fund, look), known=known)
