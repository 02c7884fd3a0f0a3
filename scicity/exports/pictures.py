"""Pictures of figures: PNG in print resolution and SVG, each with its own account inside.

A picture is checked before it leaves: it decodes and has the size it was asked for. Demonstration data without a mark
in the figure get one drawn across.
"""

import io
import re
from functools import cache
from html import escape
from typing import Any

import plotly.graph_objects as go
from PIL import Image
from PIL.PngImagePlugin import PngInfo, putchunk

from scicity.exports.about import About
from scicity.exports.browser import NoPictures
from scicity.exports.painter import Painter
from scicity.wording import LANGUAGES, say

__all__ = ["NoPictures", "painter", "png", "svg"]

WIDTH, HEIGHT = 700, 500  # plotly's size of a figure that names none
SOFTWARE = "scicity 0.1.0"
END_OF_HEADER = 33  # signature (8 bytes) and the IHDR chunk (25)
MARK_COLOUR = "rgba(138, 94, 0, 0.4)"
# words that mark a figure as demonstration data: our notice, or the chip of a figure the charts room finished
MARKS = ("file_demo_notice", "chart_chip_demo")


@cache
def painter() -> Painter:
    """The process's one painter."""
    return Painter()


def png(figure: go.Figure, scale: float = 2.0, about: About | None = None) -> bytes:
    """The figure as PNG, `scale` pixels a layout pixel, with `about` as text inside.

    Raises NoPictures where no browser or no Chinese font is (see `sentence` for readers).
    """
    drawn = _marked(figure, about)
    width, height = _size(drawn)
    picture = painter().paint(drawn, {"format": "png", "width": width, "height": height, "scale": scale})
    _checked(picture, round(width * scale), round(height * scale))
    return picture[:END_OF_HEADER] + _texts(about) + picture[END_OF_HEADER:]


def svg(figure: go.Figure, about: About | None = None) -> bytes:
    """The figure as SVG, text kept as text, with `about` as title, description and metadata. Raises as `png`."""
    drawn = _marked(figure, about)
    width, height = _size(drawn)
    picture = painter().paint(drawn, {"format": "svg", "width": width, "height": height}).decode()
    if about is None:
        return picture.encode()
    opened = re.search(r"<svg\b[^>]*>", picture)
    if opened is None:
        raise ValueError("the browser gave no SVG: expected a root element <svg>")
    return (picture[: opened.end()] + _account(about) + picture[opened.end() :]).encode()


def _size(figure: dict[str, Any]) -> tuple[int, int]:
    layout = figure["layout"]
    template = layout.get("template", {}).get("layout", {})
    width = layout.get("width") or template.get("width") or WIDTH
    height = layout.get("height") or template.get("height") or HEIGHT
    return round(width), round(height)


def _marked(figure: go.Figure, about: About | None) -> dict[str, Any]:
    """The figure as a dict; demonstration data whose figure does not say so get the notice across the middle."""
    drawn: dict[str, Any] = figure.to_dict()
    said = " ".join(str(note.get("text", "")) for note in drawn["layout"].get("annotations") or ())
    if about is None or not about.is_demo or any(say(mark, spoken) in said for mark in MARKS for spoken in LANGUAGES):
        return drawn
    notice = {
        "text": say("file_demo_notice", about.language),
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "showarrow": False,
        "textangle": -20,
        "font": {"size": 34, "color": MARK_COLOUR},
    }
    layout = {**drawn["layout"], "annotations": [*(drawn["layout"].get("annotations") or ()), notice]}
    return {**drawn, "layout": layout}


def _checked(picture: bytes, width: int, height: int) -> None:
    with Image.open(io.BytesIO(picture)) as image:
        image.load()
        # a canvas has whole pixels, cut off where ours are rounded
        if max(abs(image.width - width), abs(image.height - height)) > 1:
            raise ValueError(
                f"picture of {image.width}×{image.height} pixels, expected {width}×{height}: draw it again"
            )


def _texts(about: About | None) -> bytes:
    """The account as text chunks, made by Pillow but put in beside the pixels, which are not coded anew."""
    told = PngInfo()
    told.add_text("Software", SOFTWARE)
    for keyword, text in _named(about):
        told.add_itxt(keyword, text, lang=about.language if about else "")
    put = io.BytesIO()
    for chunk in told.chunks:
        putchunk(put, *chunk[:2])
    return put.getvalue()


def _named(about: About | None) -> list[tuple[str, str]]:
    """Keyword and text of every field; keywords are the English labels, so that programs find them."""
    if about is None:
        return []
    keywords = ("title", "unit", "period", "scope", "filters", "definition", "source", "as_of", "release", "link")
    named = [(say(f"file_{name}", "en"), getattr(about, name)) for name in keywords]
    named.append(("Provenance", about.provenance))
    if about.is_demo:
        named.append(("Comment", say("file_demo_notice", about.language)))
    return [(keyword, text) for keyword, text in named if text]


def _account(about: About) -> str:
    notice = [say("file_demo_notice", about.language)] if about.is_demo else []
    told = notice + [say("file_line", about.language, label=label, text=text) for label, text in about.lines()]
    fields = "".join(f'<field name="{keyword}">{escape(text)}</field>' for keyword, text in _named(about))
    return (
        f"<title>{escape(about.title)}</title><desc>{escape(chr(10).join(told))}</desc>"
        f'<metadata><about xmlns="urn:scicity:about" software="{SOFTWARE}">{fields}</about></metadata>'
    )
