"""The look of every figure: colours by industry code, sizes by layout, and the plotly template made of both.

All colours and sizes stand in `tokens.toml`; no other module of the room writes a colour.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from scicity.charts.look import Look, Mode
from scicity.measures import taxonomy

# the first name is the family the web page ships; the others are what an office computer or an export machine has
FAMILIES = (
    "Noto Sans SC Variable",
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
)
FONT = ",".join(f'"{family}"' for family in FAMILIES) + ",sans-serif"
TRANSPARENT = "rgba(0,0,0,0)"
# how far the shades of one industry are mixed with the background; a fifth shade could not be told apart
SHADES = (0.0, 0.25, 0.45, 0.60)


@dataclass(frozen=True)
class Hue:
    """One industry's colours: of areas, of words beside them, and of words upon them."""

    fill: str
    text: str
    on: str


@dataclass(frozen=True)
class Mark:
    """The colours of one state of progress: of its word, and behind it."""

    text: str
    bg: str


@dataclass(frozen=True)
class Tokens:
    """All colours of one mode."""

    bg: str
    surface: str
    ink: str
    ink2: str
    ink3: str
    grid: str
    axis: str
    zero: str
    track: str
    ctx: str
    fillink: str
    demo: str
    demo_bg: str
    watermark: str
    hues: Mapping[str, Hue]
    states: Mapping[str, Mark]


@dataclass(frozen=True)
class Sheet:
    """Sizes of one layout, in layout pixels."""

    width: float
    height: float
    pad: float
    head: float
    tail: float
    title: float
    sub: float
    label: float
    strong: float
    small: float
    foot: float

    @property
    def name(self) -> float:
        """The size of a row's name where names are the axis."""
        return (self.label + self.strong) / 2


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "tokens.toml").read_text(encoding="utf-8"))


@cache
def palette(mode: Mode) -> Tokens:
    """The colours of a mode, hues by industry code (NIT, AM, GH, HS) and OTH for anything else."""
    written = _written()[mode]
    hues = {code: Hue(**colours) for code, colours in written["hues"].items()}
    states = {name: Mark(**colours) for name, colours in written["states"].items()}
    return Tokens(**{**written, "hues": hues, "states": states})


def tokens(look: Look) -> Tokens:
    """The colours of a look. The wall is dark whatever the reader chose: it hangs in a dim hall."""
    return palette("dark" if look.layout == "wall" else look.mode)


@cache
def _sheets() -> dict[str, Sheet]:
    return {name: Sheet(**sizes) for name, sizes in _written()["sheets"].items()}


def sheet(look: Look) -> Sheet:
    return _sheets()[look.layout]


def hue(item: str, look: Look, classification: str = "leading") -> Hue:
    """An item's colours: its industry's, ink for totals, grey for what is no item of the classification."""
    colours = tokens(look)
    try:
        industry = taxonomy.industry_of(item) if classification == "leading" else ""
    except KeyError:
        return colours.hues[taxonomy.OTHER]
    return colours.hues[industry] if industry else Hue(colours.fillink, colours.ink, colours.bg)


def shade(colour: str, step: int, look: Look) -> str:
    """`colour` mixed with the background, step 0 (pure) to 3; more steps stay at the palest."""
    part = SHADES[min(step, len(SHADES) - 1)]
    paper = tokens(look).bg
    mixed = [round(_channel(colour, at) * (1 - part) + _channel(paper, at) * part) for at in (1, 3, 5)]
    return "#" + "".join(f"{value:02X}" for value in mixed)


def _channel(colour: str, at: int) -> int:
    return int(colour[at : at + 2], 16)


@cache
def template(look: Look) -> go.layout.Template:
    """The plotly template of a look: fonts, colours, axes and hover, nothing of plotly's own."""
    colours, sizes = tokens(look), sheet(look)
    axis = {
        "showgrid": False,
        "showline": False,
        "zeroline": False,
        "ticks": "",
        "fixedrange": True,
        "automargin": False,
        "tickfont": {"size": sizes.label, "color": colours.ink2},
    }
    layout = {
        "font": {"family": FONT, "size": sizes.label, "color": colours.ink},
        "paper_bgcolor": colours.bg,
        "plot_bgcolor": colours.bg,
        "colorway": [colours.hues[code].fill for code in (*taxonomy.industries(), taxonomy.OTHER)],
        "xaxis": axis,
        "yaxis": {**axis, "gridcolor": colours.grid, "gridwidth": 1},
        "showlegend": False,
        "barmode": "overlay",
        "barcornerradius": 0,
        "hovermode": "x unified",
        "hoverlabel": {
            "bgcolor": colours.bg,
            "bordercolor": colours.axis,
            "align": "left",
            "namelength": -1,
            "font": {"family": FONT, "size": max(13, sizes.label), "color": colours.ink},
        },
        "annotationdefaults": {"showarrow": False, "align": "left", "font": {"family": FONT}},
        "modebar": {"bgcolor": TRANSPARENT, "color": colours.ink3, "activecolor": colours.ink},
    }
    return go.layout.Template(layout=layout)
