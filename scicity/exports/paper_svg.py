"""One compiler for all PDFs and pictures of this process: what it has set before it sets again in milliseconds."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import typst

from scicity.exports import paper_fonts

FOLDER = Path(__file__).parent
PRINT_PPI = 300
_LOCK = Lock()  # a compiler sets one document at a time


@cache
def _compiler(template: str, fonts: typst.Fonts) -> typst.Compiler:
    return typst.Compiler(FOLDER / template, root=FOLDER, font_paths=fonts)


def typeset(
    template: str, content: Mapping[str, Any], kind: Literal["pdf", "png"] = "pdf", made: datetime | None = None
) -> bytes:
    """The template of this room filled with `content`, which is data to it and never code.

    Raises NoFonts where there is no Chinese type, ValueError where a picture in it is broken.
    """
    found = paper_fonts.fonts()
    held = {"content": json.dumps({**content, "fonts": paper_fonts.chosen(found)}, ensure_ascii=False)}
    try:
        with _LOCK:
            pages = _compiler(template, found).compile(format=kind, ppi=PRINT_PPI, sys_inputs=held, timestamp=made)
    except typst.TypstError as refused:
        raise ValueError(f"The page could not be set ({refused.message}): look at the figure's SVG") from refused
    return pages[0] if isinstance(pages, list) else bytes(pages or b"")


def as_png(svg: bytes, wide_mm: float) -> bytes:
    """An SVG as PNG of `wide_mm` at 300 dots an inch, for programs that show no SVG."""
    return typeset("picture.typ", {"svg": svg.decode(), "wide": wide_mm}, kind="png")
