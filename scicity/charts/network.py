"""An institute as "1+N": the centre, its laboratories, its named partners, and a ring for those nobody named."""

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.canvas import Ink, Margins, canvas, height_for, line, put_strip, say_empty, write
from scicity.charts.lettering import lettered
from scicity.charts.look import Look
from scicity.charts.text import escaped
from scicity.charts.theme import sheet, tokens
from scicity.wording import say

OWN, JOINT, PARTNERS = "graphene_own_labs", "graphene_joint_labs", "graphene_partners"
PATENTS, INVENTIONS = "graphene_patents", "graphene_invention_patents"
INNER, OUTER = 0.5, 0.95
OPEN_DOTS = 24  # the ring's empty places: a pattern, not a count


@lettered
def institute(frame: pd.DataFrame, look: Look) -> go.Figure:
    """The centre with its own and jointly built laboratories, and the partners that are named, on a ring.

    frame: `published/institute`: figure_id ('' for a named partner), name_zh, name_en, value, printed_zh, printed_en.
    Returns a trace each of laboratories, partners and the ring's empty places; only named partners are linked. The ring
    carries how many are named over the bound that was printed, and stands for no count.
    """
    edges = Margins(8, 8, 14 + sheet(look).small * 3.4, 16)
    figure = canvas(frame, look, height_for(look, 460, 460), edges)
    facts = {row["figure_id"]: row for row in frame.to_dict("records") if row["figure_id"]}
    if not facts:
        return say_empty(figure, look)
    partners = [escaped(row[f"name_{look.language}"]) for row in frame.to_dict("records") if not row["figure_id"]]
    _axes(figure, edges, look)
    _ring(figure, look)
    _laboratories(figure, facts, look)
    _partners(figure, partners, look)
    _centre(figure, look)
    _patents(figure, facts, look)
    printed = facts[PARTNERS][f"printed_{look.language}"]
    words = say("institute_registered", look.language, n=len(partners), printed=escaped(printed))
    ink = Ink(sheet(look).strong, tokens(look).ink, bold=True)
    write(figure, words, ink, x=0, y=-OUTER - 0.1, yanchor="top", name="registered", bgcolor=tokens(look).bg)
    return figure


def _axes(figure: go.Figure, edges: Margins, look: Look) -> None:
    """The network above with equal scales, so that the ring is round at any width; the patents in a bar below."""
    figure.update_layout(
        hovermode="closest",
        xaxis={"range": [-1.5, 1.5], "visible": False, "anchor": "y"},
        yaxis={"range": [-1.25, 1.2], "visible": False, "showgrid": False, "domain": [0.22, 1],
               "scaleanchor": "x", "scaleratio": 1, "constrain": "domain"},
        xaxis2={"visible": False, "anchor": "y2", "domain": [0.0, 1.0]},
        yaxis2={"range": [-0.5, 0.5], "visible": False, "showgrid": False, "domain": [0, 0.09], "anchor": "x2"},
    )  # fmt: skip


def _ring(figure: go.Figure, look: Look) -> None:
    colours = tokens(look)
    angles = [2 * math.pi * at / OPEN_DOTS for at in range(OPEN_DOTS)]
    figure.add_scatter(
        name=say("institute_open", look.language),
        x=[OUTER * math.cos(angle) for angle in angles],
        y=[OUTER * math.sin(angle) for angle in angles],
        mode="markers",
        marker={"size": 7, "opacity": 1, "color": colours.bg, "line": {"color": colours.ctx, "width": 1.2}},
        hovertemplate=f"{say('institute_open', look.language)}<extra></extra>",
    )


def _laboratories(figure: go.Figure, facts: dict, look: Look) -> None:
    """Own laboratories filled, jointly built ones hollow: they are told apart in grey print too."""
    own, joint = int(facts[OWN]["value"]), int(facts[JOINT]["value"])
    colours, total = tokens(look), own + joint
    # turned by half a step, so that no laboratory stands on the way to the first partner
    spots = [_spot(at, total, INNER, 90 - 180 / total) for at in range(total)]
    for x, y in spots:
        line(figure, colours.axis, 1.2, x0=0, y0=0, x1=x, y1=y, layer="below")
    for key, chosen, fill in (("own", spots[:own], colours.fillink), ("joint", spots[own:], colours.bg)):
        name = say(f"institute_{key}_labs", look.language, n=len(chosen))
        figure.add_scatter(
            name=name, x=[x for x, _ in chosen], y=[y for _, y in chosen], mode="markers",
            marker={"size": 16, "opacity": 1, "color": fill, "line": {"color": colours.fillink, "width": 2}},
            hovertemplate=f"{name}<extra></extra>",
        )  # fmt: skip
    legend = [(own, "own", "●"), (joint, "joint", "○")]
    lines = [f"{mark} {say(f'institute_{key}_labs', look.language, n=count)}" for count, key, mark in legend]
    put_strip(figure, lines if look.narrow else ["　".join(lines)], look, 8)


def _partners(figure: go.Figure, names: Sequence[str], look: Look) -> None:
    colours = tokens(look)
    spots = [_spot(at, max(len(names), 8), OUTER, 90) for at in range(len(names))]
    for x, y in spots:
        line(figure, colours.axis, 1.6, x0=0, y0=0, x1=x, y1=y, layer="below")
    figure.add_scatter(
        name=say("institute_partners", look.language),
        x=[x for x, _ in spots],
        y=[y for _, y in spots],
        mode="markers",
        marker={"size": 14, "opacity": 1, "symbol": "square", "color": colours.fillink},
        customdata=list(names),
        hovertemplate="%{customdata}<extra></extra>",
    )
    for (x, y), name in zip(spots, names, strict=True):
        write(figure, name, Ink(sheet(look).label, colours.ink, bold=True), x=x, y=y, yshift=12, yanchor="bottom",
              bgcolor=colours.bg, name="partner")  # fmt: skip


def _patents(figure: go.Figure, facts: dict, look: Look) -> None:
    """Inventions as a part of all applications; the rest is worked out and says so."""
    whole, part = facts[PATENTS]["value"], facts[INVENTIONS]["value"]
    colours, sizes = tokens(look), sheet(look)
    bars = (
        ("institute_inventions", part, 0.0, colours.fillink, "left"),
        ("institute_other_patents", whole - part, part, colours.ctx, "right"),
    )
    for key, value, base, fill, side in bars:
        words = say(key, look.language, n=f"{value:.0f}")
        figure.add_bar(
            name=words, orientation="h", x=[value], y=[0], base=[base], width=1, xaxis="x2", yaxis="y2",
            marker={"color": fill, "line": {"color": colours.bg, "width": 1.2}},
            hovertemplate=f"{words}<extra></extra>",
        )  # fmt: skip
        # above the bar at its two ends: the smaller part has no room for its words
        write(figure, words, Ink(sizes.label, colours.ink), xref="x2", yref="y2", x=0 if side == "left" else whole,
              y=0.5, yanchor="bottom", yshift=3, xanchor=side, name="patents")  # fmt: skip
    figure.update_layout(xaxis2={"range": [0, float(whole)]})


def _centre(figure: go.Figure, look: Look) -> None:
    ink = Ink(sheet(look).strong, tokens(look).bg, bold=True)
    write(figure, say("institute_centre", look.language), ink, x=0, y=0, bgcolor=tokens(look).fillink, borderpad=6,
          align="center", name="centre")  # fmt: skip


def _spot(at: int, total: int, radius: float, start: float) -> tuple[float, float]:
    angle = math.radians(start - 360 * at / total)
    return radius * math.cos(angle), radius * math.sin(angle)
