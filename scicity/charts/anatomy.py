"""What stands around a plot, and the only two ways to finish a figure.

`whole` makes a file's figure: house mark, headline, subline, footer, chip. `on_page` leaves the words to the page.
Both put the demonstration mark on as soon as the caption or any row of the frame says 'demo'; there is no third way
and no switch, so that no demonstration number leaves the house without its mark.
"""

from dataclasses import dataclass, replace

import plotly.graph_objects as go

from scicity.charts.canvas import Ink, copied, put_down, write
from scicity.charts.look import Caption, Look
from scicity.charts.text import broken, escaped, width, wrapped
from scicity.charts.theme import sheet, tokens
from scicity.wording import Language, say

MARK = (44, 7)
LINE = 1.3  # plotly's line height in em
ALT_LENGTH = 120
FIXED = ("ppt", "ppt_body", "wall")


def whole(figure: go.Figure, caption: Caption, look: Look, headline: bool = True) -> go.Figure:
    """A finished figure for a file, at the layout's width; slides keep their height, the others grow when they must.

    figure: from a figure function with the same look. Returns a new figure; `figure` stays as it is.
    Headline and notes wrap to the width, never inside a number. headline: False where a caption stands below the
    picture; the mark of demonstration stays. A figure of an on-page look raises ValueError.
    """
    if look.on_page:
        raise ValueError(f"layout '{look.layout}' is for a page: finish it with on_page, or choose a file's layout")
    put_down(figure)
    done = go.Figure(figure)
    frame = _frame(done, caption if headline else replace(caption, headline=""), look)
    _size(done, frame, look)
    if headline and not look.bare:
        _house_mark(done, look)
    _head(done, frame, look)
    _foot(done, frame, look)
    return finish(done, caption, look)


def on_page(figure: go.Figure, caption: Caption, look: Look) -> go.Figure:
    """A finished figure for a page, which prints headline, subline and notes itself. Returns a new figure."""
    put_down(figure)
    return finish(copied(figure), caption, look)


def is_demo(figure: go.Figure, caption: Caption) -> bool:
    """Whether the mark is due: a caption cannot talk a demonstration frame into being official."""
    return "demo" in (caption.provenance, (figure.layout.meta or {}).get("provenance"))


def alt(caption: Caption, kind: str, language: Language = "zh") -> str:
    """The figure in at most 120 characters for those who cannot see it: kind, finding, what and where.

    kind: the figure function's name. The finding stays; the subline is cut first.
    """
    word = say(f"chart_kind_{kind}", language)
    if caption.provenance == "demo":
        word = say("chart_alt_demo", language, kind=word)
    headline, subline = caption.headline.rstrip("。."), caption.subline.rstrip("。.")
    text = say("chart_alt", language, kind=word, headline=headline, subline=subline)
    return text if len(text) <= ALT_LENGTH else text[: ALT_LENGTH - 1] + "…"


@dataclass(frozen=True)
class _Frame:
    """The words around the plot, already broken, and the pixels they take."""

    headline: str
    subline: str
    notes: tuple[str, ...]
    chip: str
    title_top: float
    sub_top: float
    head: float
    tail: float


def _lines(text: str) -> int:
    return text.count("<br>") + 1


def _frame(figure: go.Figure, caption: Caption, look: Look) -> _Frame:
    sizes, space = sheet(look), sheet(look).width - 2 * sheet(look).pad
    chip = _chip(figure, caption, look)
    # on a narrow sheet the chip stands over the headline, elsewhere beside it
    beside = width(chip, sizes.small) + 40 if chip and not look.narrow else 0
    title_top = 24 + sizes.small * 2.2 if chip and look.narrow else 12 + sizes.pad * 0.5
    headline = "" if look.bare else broken(caption.headline, (space - beside) * 0.98, sizes.title * 1.03)
    # the subline has the chip beside it where no headline stands above
    subline = broken(caption.subline, (space - (0 if headline else beside)) * 0.98, sizes.sub)
    sub_top = title_top + sizes.title * LINE * _lines(headline) + sizes.sub * 0.7 if headline else title_top
    head = sub_top + sizes.sub * LINE * _lines(subline) + sizes.sub * 0.9
    notes = tuple(escaped(line) for note in caption.notes[:3] for line in wrapped(note, space * 0.98, sizes.foot))
    tail = sizes.foot * 0.9 + len(notes) * sizes.foot * 1.55 + sizes.pad * 0.5
    return _Frame(headline, subline, notes, chip, title_top, sub_top, head, tail)


def _chip(figure: go.Figure, caption: Caption, look: Look) -> str:
    kind = "demo" if is_demo(figure, caption) else caption.provenance
    return say(f"chart_chip_{kind}", look.language) if kind in ("demo", "press") else ""


def _size(figure: go.Figure, frame: _Frame, look: Look) -> None:
    """Margins and size of the sheet: the plot keeps its own height, except on a slide, which has only one size."""
    sizes, own = sheet(look), figure.layout.margin
    grown = frame.head + figure.layout.height + frame.tail
    height = sizes.height if look.layout in FIXED else max(sizes.height, round(grown))
    if look.layout == "wechat":
        height = round(grown)
    margin = {"l": own.l + sizes.pad, "r": own.r + sizes.pad, "t": own.t + frame.head, "b": own.b + frame.tail}
    figure.update_layout(width=sizes.width, height=height, margin=margin)


def _house_mark(figure: go.Figure, look: Look) -> None:
    across, down = MARK
    left, top = figure.layout.margin.l - sheet(look).pad, figure.layout.margin.t
    figure.add_shape(
        type="rect",
        name="house mark",
        xref="paper",
        yref="paper",
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=0,
        yanchor=1,
        x0=-left,
        x1=across - left,
        y0=top,
        y1=top - down,
        fillcolor=tokens(look).ink,
        line={"width": 0},
    )


def _at_top(figure: go.Figure, text: str, ink: Ink, look: Look, top: float) -> None:
    """Words flush with the sheet's left pad, `top` pixels under its edge."""
    shift = figure.layout.margin.l - sheet(look).pad
    where = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "top"}
    write(figure, text, ink, xshift=-shift, yshift=figure.layout.margin.t - top, align="left", **where)


def _head(figure: go.Figure, frame: _Frame, look: Look) -> None:
    sizes, colours = sheet(look), tokens(look)
    if frame.headline:
        _at_top(figure, frame.headline, Ink(sizes.title, colours.ink, bold=True), look, frame.title_top)
    _at_top(figure, frame.subline, Ink(sizes.sub, colours.ink2), look, frame.sub_top)
    if frame.chip:
        _put_chip(figure, frame.chip, look)


def _put_chip(figure: go.Figure, text: str, look: Look) -> None:
    sizes, colours, margin = sheet(look), tokens(look), figure.layout.margin
    demo = text == say("chart_chip_demo", look.language)
    write(
        figure,
        text,
        Ink(sizes.small, colours.demo if demo else colours.ink2, bold=demo),
        name="chip",
        xref="paper",
        yref="paper",
        x=1,
        y=1,
        xshift=margin.r - sizes.pad,
        yshift=margin.t - 12 - sizes.pad * 0.3,
        xanchor="right",
        yanchor="top",
        bgcolor=colours.demo_bg if demo else colours.surface,
        bordercolor=colours.demo if demo else colours.axis,
        borderwidth=1,
        borderpad=5,
    )


def _foot(figure: go.Figure, frame: _Frame, look: Look) -> None:
    sizes, margin = sheet(look), figure.layout.margin
    where = {"xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "bottom"}
    for at, note in enumerate(reversed(frame.notes)):
        shift = -margin.b + sizes.pad * 0.5 + at * sizes.foot * 1.55
        ink = Ink(sizes.foot, tokens(look).ink3)
        write(figure, note, ink, xshift=sizes.pad - margin.l, yshift=shift, **where)


def finish(figure: go.Figure, caption: Caption, look: Look) -> go.Figure:
    """The figure itself with the mark where it is due, and the note that it has passed here.

    For whoever has just drawn the figure and keeps no plain one; `on_page` leaves the plain one as it was.
    """
    demo = is_demo(figure, caption)
    if demo:
        _watermark(figure, look)
    put_down(figure)
    figure.update_layout(meta={"provenance": "demo" if demo else caption.provenance, "finished": True})
    return figure


def _watermark(figure: go.Figure, look: Look) -> None:
    across = figure.layout.width or sheet(look).width
    text = say("chart_watermark", look.language)
    size = round(min(0.19 * figure.layout.height, 0.6 * across / width(text, 1)))
    ink = Ink(size, tokens(look).watermark, bold=True)
    write(figure, text, ink, name="watermark", xref="paper", yref="paper", x=0.5, y=0.5, textangle=-18)
