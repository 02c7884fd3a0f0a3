"""How long loans took: one column a number of working days, median and nine tenths marked; and medians by sub-field."""

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import (
    Ink,
    Margins,
    canvas,
    filled,
    hatched,
    head_note,
    height_for,
    line,
    room,
    say_empty,
    write,
    zero_line,
)
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.scales import axis, round_ticks
from scicity.charts.text import escaped, width
from scicity.charts.theme import Hue, hue, sheet, tokens
from scicity.wording import say
from scicity.wording.numbers import is_missing, number

BAR, ROW = 0.72, 0.6


@lettered
def finance_days(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Loans by working days from application to pay-out.

    frame: `finance/credit_days` with days, loans, timed, days_median, days_p90, provenance. Returns one bar trace; the
    median and the days within which nine of ten loans were paid stand as lines. No rows: a figure that says so.
    """
    rows = frame.to_dict("records")
    sizes = sheet(look)
    edges = Margins(width("88", sizes.label) + 16, 10, 14 + sizes.small * 4.4, sizes.label * 3.2)
    figure = canvas(frame, look, height_for(look, 330, 310), edges)
    if not rows:
        return say_empty(figure, look)
    top = max(int(row["loans"]) for row in rows) * 1.12
    last = max(int(row["days"]) for row in rows)
    marks = [one for one in round_ticks(0, top, most=4) if float(one).is_integer()]
    figure.update_layout(yaxis=axis(marks, [number(one, 0, look.language) for one in marks], look, (0, top)))
    steps = range(1, last + 1) if last <= 14 and not look.narrow else range(5, last + 1, 5)
    ticks = {"tickmode": "array", "tickvals": list(steps), "ticktext": [str(one) for one in steps]}
    figure.update_xaxes(range=[0.4, last + 0.7], **ticks, unifiedhovertitle={"text": "%{customdata[1]}"})
    _columns(figure, rows, look)
    zero_line(figure, look)
    head_note(figure, say("finance_axis_loans", look.language), look, edges.left, yshift=8 + sizes.small * 2.8)
    ink = Ink(sizes.small, tokens(look).ink3)
    write(figure, say("finance_axis_days", look.language), ink, xref="paper", yref="paper",
          x=1, y=0, yshift=-sizes.label * 1.7, xanchor="right", yanchor="top")  # fmt: skip
    _marks(figure, rows[0], top, look)
    return figure


def _columns(figure: go.Figure, rows: list[dict], look: Look) -> None:
    colours = tokens(look)
    told = [say("finance_hover_loans", look.language, n=int(row["loans"])) for row in rows]
    heads = [say("finance_days", look.language, n=int(row["days"])) for row in rows]
    figure.add_bar(
        name=say("finance_axis_loans", look.language),
        x=[int(row["days"]) for row in rows],
        y=[int(row["loans"]) for row in rows],
        width=BAR,
        marker=filled(Hue(colours.fillink, colours.ink, colours.bg), look),
        customdata=[list(pair) for pair in zip(told, heads, strict=True)],
        hovertemplate="%{customdata[0]}<extra></extra>",
    )


def _marks(figure: go.Figure, row: dict, top: float, look: Look) -> None:
    """Median and nine tenths: two lines over the columns, their words above, the later one higher."""
    colours, sizes = tokens(look), sheet(look)
    for at, (name, dash) in enumerate((("days_median", "solid"), ("days_p90", "dash"))):
        if is_missing(row[name]):
            continue
        days = float(row[name])
        line(figure, colours.ink2, 2, dash=dash, x0=days, x1=days, y0=0, y1=top)
        words = say(f"finance_mark_{name}", look.language, n=_days(days, look))
        ink = Ink(sizes.label, colours.ink, bold=True)
        write(figure, words, ink, x=days, y=top, yshift=2 + (1 - at) * sizes.label * 1.5, xanchor="left", xshift=-3,
              yanchor="bottom", name=name)  # fmt: skip


def _days(value: float, look: Look) -> str:
    """Whole days without decimals, a median between two days with one."""
    return number(value, 0 if float(value).is_integer() else 1, look.language)


@lettered
def finance_fields(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Median working days by sub-field, in the classification's order, each with its number of loans.

    frame: `finance/credit` with item, name_zh, name_en, level, timed, days_median, status, provenance; the row of all
        loans becomes a dashed line. Returns one bar trace a sub-field; a withheld one is hatched, without a height.
    """
    rows = [row for row in frame.to_dict("records") if row["level"] == "subfield"]
    whole = next((row for row in frame.to_dict("records") if row["level"] == "total"), None)
    sizes = sheet(look)
    names = [escaped(str(row[f"name_{look.language}"])) for row in rows]
    left = max((width(name, sizes.label) for name in names), default=60) * 1.05 + 14
    edges = Margins(left, 4, sizes.small * 1.9, 4)
    figure = canvas(frame, look, height_for(look, 50 + 26 * max(len(rows), 2), 50 + 28 * max(len(rows), 2)), edges)
    if not rows:
        return say_empty(figure, look)
    longest = max((float(row["days_median"]) for row in rows if not is_missing(row["days_median"])), default=1.0)
    word = width(say("finance_field_end", look.language, days="88.8", n=888), sizes.label) + 14
    reach = longest / max(0.3, 1 - word / room(look, edges))
    figure.update_layout(hovermode="closest")
    figure.update_xaxes(range=[0, reach], visible=False)
    figure.update_yaxes(range=[0.4, len(rows) + 0.6], visible=False, showgrid=False)
    for at, (row, name) in enumerate(zip(rows, names, strict=True)):
        _field(figure, row, name, len(rows) - at, longest, look)
    line(figure, tokens(look).zero, 1.5, x0=0, x1=0, y0=0.5, y1=len(rows) + 0.5)
    if whole is not None and not is_missing(whole["days_median"]):
        _whole(figure, float(whole["days_median"]), len(rows), look)
    return figure


def _field(figure: go.Figure, row: dict, name: str, y: int, longest: float, look: Look) -> None:
    colours, sizes = hue(str(row["item"]), look), sheet(look)
    missing = is_missing(row["days_median"])
    days = longest * 0.4 if missing else float(row["days_median"])
    if missing:
        text = absent_as(str(row["status"]), look)
    else:
        text = say("finance_field_end", look.language, days=_days(days, look), n=int(row["timed"]))
    figure.add_bar(
        name=name, orientation="h", y=[y], x=[days], width=ROW,
        marker=hatched(look) if missing else filled(colours, look),
        customdata=[f"{name}  {text}"], hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    label = Ink(sizes.label, colours.text, bold=True)
    write(figure, name, label, xref="paper", x=0, xshift=-8, xanchor="right", align="right", y=y, name="name")
    ink = Ink(sizes.label, tokens(look).ink3 if missing else tokens(look).ink)
    write(figure, text, ink, x=days, xshift=6, xanchor="left", y=y, name="end", bgcolor=tokens(look).bg)


def _whole(figure: go.Figure, median: float, rows: int, look: Look) -> None:
    colours, sizes = tokens(look), sheet(look)
    line(figure, colours.ink2, 1.5, dash="dash", x0=median, x1=median, y0=0.5, y1=rows + 0.55)
    words = say("finance_mark_all", look.language, n=_days(median, look))
    write(
        figure,
        words,
        Ink(sizes.small, colours.ink2),
        x=median,
        y=rows + 0.6,
        yanchor="bottom",
        xanchor="center",
        name="total",
    )


def absent_as(status: str, look: Look) -> str:
    """The reason in words that stands where a number would: never why a cell is withheld."""
    if status == "suppressed":
        return say("chart_suppressed", look.language)
    return say("chart_pending" if status == "pending" else "chart_not_published", look.language)
