"""What was agreed and what has arrived of it: two bars a year of signing on one scale, the rate beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import amounts, counted
from scicity.charts.canvas import Ink, Margins, canvas, height_for, line, room, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.rows import STATUSES
from scicity.charts.scales import roomy
from scicity.charts.text import width
from scicity.charts.theme import sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import MISSING, number


@dataclass(frozen=True)
class Pair:
    """A year of signing (or ALL): contract and funds in 100 million yuan, None where not told; `why` says why."""

    cohort: str
    contract: float | None
    funds: float | None
    rate: float | None
    why: str

    def name(self, look: Look) -> str:
        return say("projects_all_years" if self.cohort == "ALL" else "projects_cohort", look.language, year=self.cohort)


@lettered
def project_funds(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Two bars a year of signing: contract amount in ink, funds in place below it; the rate in words at the right.

    frame: `projects/funds`: cohort, contract_100m_yuan, funds_100m_yuan, in_place_pct, status, provenance.
    Returns the traces 'contract' and 'funds'. A missing amount has no bar but its reason.
    """
    rows = counted.records(frame, "cohort", "contract_100m_yuan", "funds_100m_yuan", "in_place_pct", "status")
    pairs = [_pair(row, look) for row in rows]
    figure = canvas(frame, look, height_for(look, 50 + 66 * len(pairs), 40 + 92 * len(pairs)), _margins(pairs, look))
    if not pairs:
        return say_empty(figure, look)
    figure.update_layout(hovermode="closest")
    _bars(figure, pairs, look)
    for at, pair in enumerate(pairs):
        _words(figure, pair, len(pairs) - at, look)
    _axes(figure, pairs, look)
    return figure


def _pair(row: dict, look: Look) -> Pair:
    why = say(f"chart_{row['status']}", look.language) if row["status"] in STATUSES else MISSING
    names = ("contract_100m_yuan", "funds_100m_yuan", "in_place_pct")
    contract, funds, rate = (counted.plain(row[name]) for name in names)
    return Pair(str(row["cohort"]), contract, funds, rate, why)


def _rate(pair: Pair, look: Look) -> str:
    if pair.rate is None:
        return pair.why
    return say("projects_in_place", look.language, rate=number(pair.rate, 1, look.language))


def _margins(pairs: Sequence[Pair], look: Look) -> Margins:
    sizes = sheet(look)
    if look.narrow:
        return Margins(2, 2, 4, 4)
    names = max((width(pair.name(look), sizes.name) for pair in pairs), default=60) * 1.05
    rates = max((width(_rate(pair, look), sizes.strong) for pair in pairs), default=60) * 1.08
    return Margins(names + 14, rates + 14, 4, 4)


def _offsets(look: Look) -> tuple[float, float, float]:
    """Where the two bars of a row stand around its centre, and how thick they are."""
    return (0.02, -0.26, 0.22) if look.narrow else (0.16, -0.16, 0.28)


def _bars(figure: go.Figure, pairs: Sequence[Pair], look: Look) -> None:
    upper, lower, thick = _offsets(look)
    colours, places = tokens(look), [len(pairs) - at for at in range(len(pairs))]
    for name, shift, fill in (("contract", upper, colours.fillink), ("funds", lower, colours.axis)):
        values = [pair.contract if name == "contract" else pair.funds for pair in pairs]
        word = say(f"projects_{name}", look.language)
        told = [
            f"{pair.name(look)} {word} {amounts.with_unit(value, look)}"
            for pair, value in zip(pairs, values, strict=True)
        ]
        figure.add_bar(name=name, orientation="h", x=values, y=[at + shift for at in places], width=thick,
                       marker={"color": fill, "opacity": 1}, customdata=told,
                       hovertemplate="%{customdata}<extra></extra>")  # fmt: skip


def _words(figure: go.Figure, pair: Pair, y: int, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    upper, lower, _ = _offsets(look)
    for value, shift, word in ((pair.contract, upper, "contract"), (pair.funds, lower, "funds")):
        write(
            figure,
            _told(pair, word, look),
            Ink(sizes.small, colours.ink2),
            x=value or 0,
            xshift=6,
            xanchor="left",
            y=y + shift,
            name=word,
        )
    name, rate = Ink(sizes.name, colours.ink, bold=True), Ink(sizes.strong, colours.ink, bold=True)
    if look.narrow:
        write(figure, pair.name(look), name, xref="paper", x=0, xanchor="left", y=y + 0.33, name="cohort")
        write(figure, _rate(pair, look), rate, xref="paper", x=1, xanchor="right", y=y + 0.33, name="rate")
        return
    write(figure, pair.name(look), name, xref="paper", x=0, xshift=-12, xanchor="right", y=y, name="cohort")
    write(figure, _rate(pair, look), rate, xref="paper", x=1, xshift=12, xanchor="left", y=y, name="rate")


def _told(pair: Pair, word: str, look: Look) -> str:
    """合同 290.8, or why there is no amount."""
    value = pair.contract if word == "contract" else pair.funds
    return f"{say(f'projects_{word}', look.language)} {pair.why if value is None else amounts.amount(value, look)}"


def _axes(figure: go.Figure, pairs: Sequence[Pair], look: Look) -> None:
    most, margin = max((pair.contract or 0.0 for pair in pairs), default=0.0), figure.layout.margin
    words = max(width(_told(pair, "contract", look), sheet(look).small) for pair in pairs) * 1.05 + 12
    reach = roomy(0, most, 0, words, room(look, Margins(margin.l, margin.r, 0, 0)))
    figure.update_xaxes(range=list(reach), visible=False)
    figure.update_yaxes(range=[0.45, len(pairs) + 0.55], visible=False, showgrid=False)
    line(figure, tokens(look).zero, 1.5, x0=0, x1=0, y0=0.5, y1=len(pairs) + (0.2 if look.narrow else 0.5))
    if pairs[-1].cohort == "ALL" and len(pairs) > 1:
        line(figure, tokens(look).axis, 1, xref="paper", x0=0, x1=1, y0=1.5, y1=1.5)
