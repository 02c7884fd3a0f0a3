"""A document as a PDF on A4: the same words, captions and tables as in Word, set without Word.

Text can be searched and read out, types are subset, no figure is cut by the end of a page, a table that goes on
repeats its head under 续表. Where the types of the standard are missing, open ones stand in (`substitutions`).
"""

from io import BytesIO
from typing import Any

import segno

from scicity.exports import a4
from scicity.exports.about import About
from scicity.exports.document import Document, FigureBlock, Paragraph, TableBlock, labels, numbered
from scicity.exports.paper_fonts import NoFonts, substitutions
from scicity.exports.paper_svg import typeset
from scicity.exports.paper_text import compared
from scicity.wording import say

__all__ = ["NoFonts", "compared", "figure_pdf", "pdf_bytes", "substitutions"]


def pdf_bytes(document: Document) -> bytes:
    """The document as PDF. A figure without SVG is printed as its table.

    Raises NoFonts where there is no Chinese type, ValueError where an SVG is broken.
    """
    plain, names = numbered(document), labels(document)
    demo = a4.is_demo(document.about, document.blocks)
    content = {
        **_told(document.about, document.title, demo),
        "head": _head(plain),
        "collected": a4.collected_on(document) if document.kind == "basket" else "",
        "words": _words(plain),
        "blocks": [one for block in a4.in_order(plain) for one in _block(block, names)],
        "link": document.link,
        "code": _code(document.link),
    }
    return typeset("paper.typ", content, made=a4.fixed_on(document.about))


def figure_pdf(svg: bytes, about: About, title: str = "", alt: str = "", notes: tuple[str, ...] = ()) -> bytes:
    """One figure on A4 with its title, notes and account below. Raises as `pdf_bytes`."""
    heading = title or about.title
    lines = [say("file_line", about.language, label=label, text=text) for label, text in about.lines()]
    mark = say("paper_demo_mark", about.language) if about.is_demo else ""
    figure = {
        "kind": "figure", "svg": svg.decode(), "alt": alt or heading, "high": a4.FIGURE_MM[1] * 2,
        "caption": a4.with_unit(heading + mark, about), "below": [*notes, *lines],
    }  # fmt: skip
    words = {"demo": say("paper_demo_box", about.language)}
    blocks = [*([{"kind": "demo"}] if about.is_demo else []), figure]
    content = {
        **_told(about, heading, about.is_demo),
        "head": None,
        "collected": "",
        "words": words,
        "blocks": blocks,
        "link": "",
    }
    return typeset("paper.typ", content, made=a4.fixed_on(about))


def _told(about: About, title: str, demo: bool) -> dict[str, Any]:
    """What the file says of itself, also unseen: title, period, scope, source, release, types that stand in."""
    day, language = a4.fixed_on(about), about.language
    notice = [say("file_demo_notice", language)] if demo else []
    lines = [say("file_line", language, label=label, text=text) for label, text in about.lines()]
    return {
        "language": language, "demo": demo, "title": title, "author": say("paper_author", language),
        "description": "\n".join([*notice, *lines, *substitutions(language)]),
        "keywords": [text for text in (about.period, about.scope, about.release, *notice) if text],
        "day": [day.year, day.month, day.day],
    }  # fmt: skip


def _head(document: Document) -> dict[str, Any]:
    masthead, language = document.masthead, document.about.language
    lines = a4.head(masthead, language)
    blanks = {name: {"text": text, "filled": bool(getattr(masthead, name))} for name, text in lines.items()}
    return {**blanks, "size": a4.name_pt(lines["name"]), "title": a4.balanced(document.title)}


def _words(document: Document) -> dict[str, Any]:
    language = document.about.language
    head = a4.head(document.masthead, language)
    imprint = [say(f"paper_imprint_{name}", language) for name in ("report", "send", "issue")]
    return {
        "draft": say("paper_draft", language, text=head["draft"]), "demo": say("paper_demo_box", language),
        "secrecy": say("paper_blank_secrecy", language), "signer": say("paper_blank_signer", language),
        "review": say("paper_review", language), "continued": say("paper_continued", language),
        "link": say("paper_link", language), "imprint": imprint,
        "day": say("paper_imprint_day", language, day=head["day"]), "copies": say("paper_imprint_copies", language),
    }  # fmt: skip


def _block(block: Paragraph | FigureBlock | TableBlock, names: dict[str, str]) -> list[dict[str, Any]]:
    if isinstance(block, Paragraph):
        runs = [{"text": one.text, "bold": one.bold, "changed": one.changed} for one in block.runs]
        return [{"kind": "paragraph", "style": block.style, "runs": runs}]
    told = _comment(block.comment)
    if isinstance(block, FigureBlock) and block.svg:
        return [*told, _figure(block, names[block.key])]
    return [*told, _table(block, names[block.key])]


def _comment(text: str) -> list[dict[str, Any]]:
    runs = [{"text": text, "bold": False, "changed": False}]
    return [{"kind": "paragraph", "style": "body", "runs": runs}] if text else []


def _figure(block: FigureBlock, label: str) -> dict[str, Any]:
    about = block.about.seen_in(block.frame)
    caption = a4.with_unit(a4.caption(label, block.title, about), about)
    return {
        "kind": "figure", "svg": block.svg.decode(), "alt": block.alt, "high": a4.FIGURE_MM[1], "caption": caption,
        # the picture has its notes in it
        "below": [a4.source(about)] if a4.source(about) else [],
    }  # fmt: skip


def _table(block: FigureBlock | TableBlock, label: str) -> dict[str, Any]:
    about, grid = block.about.seen_in(block.frame), a4.grid(block)
    below = [*a4.notes(block), a4.source(about)]
    return {
        "kind": "table", "anchor": f"table-{block.key}", "caption": a4.caption(label, block.title, about),
        "unit": say("paper_unit", about.language, unit=about.unit) if about.unit else "",
        "headings": grid.headings, "numeric": grid.numeric, "widths": grid.widths_mm, "pt": grid.pt,
        "rows": [{"cells": cells, "level": level} for cells, level in zip(grid.rows, grid.levels, strict=True)],
        "below": [text for text in below if text], "turned": grid.turned, "whole": grid.whole,
    }  # fmt: skip


def _code(link: str) -> str:
    """The address as a QR code, drawn in vectors."""
    if not link:
        return ""
    held = BytesIO()
    segno.make(link, error="m", micro=False).save(held, kind="svg", xmldecl=False, border=2)
    return held.getvalue().decode()
