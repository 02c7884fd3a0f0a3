"""A document as slides: cover, summary, one figure a slide, what a person writes, tables; and one figure alone."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from scicity.charts.text import width
from scicity.charts.theme import palette
from scicity.exports.about import About, clean
from scicity.exports.document import Document, FigureBlock, Paragraph, TableBlock, numbered
from scicity.exports.office_properties import describe_package
from scicity.exports.slides.bodies import points_height, put_charts, put_picture, put_points
from scicity.exports.slides.furniture import account, furnish, note
from scicity.exports.slides.stage import (
    FOOT_HIGH,
    MARGIN,
    TEXT_LINE,
    TITLE_PT,
    Box,
    Stage,
    new_slide,
    opened,
    paragraphs,
    words,
    write_title,
)
from scicity.exports.slides.tables import grid, pages, put_table, rows_of
from scicity.wording import say

MOST_POINTS = 3
# inches of a slide that a table leaves to title, footer and the line of what is left out
TABLE_ROOM = 2.1
TEXT_PTS = (24, 20, 16)  # the largest at which a slide of words has room
MOST_PAGES = 4  # of one table; the rest is in the workbook, and the last slide says so
# a title of more than one line at full size is set smaller
ONE_LINE = 11.2 * 72


def deck(document: Document, template: bytes | None = None) -> bytes:
    """The document as a presentation (.pptx).

    template: a unit's own .pptx, whose master and layouts are used; its slides are left out. Paragraphs other than
    summary and placeholders stay in the document. Tables stand behind the figures, but a basket keeps its reader's
    order. A template that cannot be read raises ValueError.
    """
    plain, stage = numbered(document), opened(template)
    about = _about(document)
    _cover(stage, plain, about)
    _texts(stage, plain, about, "lead", say("slide_summary", about.language))
    shown = [block for block in plain.blocks if not isinstance(block, Paragraph)]
    ordered = document.kind == "basket"
    for block in shown if ordered else [one for one in shown if isinstance(one, FigureBlock)]:
        _shown(stage, block, document.link)
    _texts(stage, plain, about, "placeholder", say("slide_open", about.language))
    tables = [one for one in shown if isinstance(one, TableBlock) and not ordered]
    for table in sorted(tables, key=lambda one: one.annex):
        _shown(stage, table, document.link)
    return _written(stage, document.title, about)


def figure_slide(block: FigureBlock, template: bytes | None = None) -> bytes:
    """One figure as a presentation of one slide (and its table where the figure is a picture)."""
    stage = opened(template)
    put_figure(stage, block)
    return _written(stage, block.headline or block.title, block.about.seen_in(block.frame))


def put_figure(stage: Stage, block: FigureBlock, link: str = "") -> None:
    """The figure's slide: native charts, else its picture and then its table."""
    about = block.about.seen_in(block.frame)
    points = tuple(clean(text) for text in (*block.points, block.comment) if text)[:MOST_POINTS]
    if block.plots or block.png:
        slide, box = _page(stage, block.headline or block.title, about, block.link or link)
        below = points_height(points, box.w)
        upper = Box(box.x, box.y, box.w, box.h - below)
        if block.plots:
            put_charts(slide, block, upper)
        else:
            put_picture(slide, block.png, upper, block.alt)
        put_points(slide, points, Box(box.x, box.y + box.h - below, box.w, below))
        note(slide, [block.headline, *points, *block.notes, *account(about)])
    if not block.plots:
        _pages(stage, block, about, block.link or link)


def _page(stage: Stage, title: str, about: About, link: str) -> tuple[Any, Box]:
    """A slide with its title and furniture, and the room between them."""
    slide = new_slide(stage)
    text = clean(title)
    size = TITLE_PT if width(text, TITLE_PT) <= ONE_LINE else 24 if width(text, 24) <= ONE_LINE else 20
    top = write_title(stage, slide, text, size)
    furnish(stage, slide, about, link)
    return slide, Box(MARGIN, top, stage.width - 2 * MARGIN, stage.height - top - FOOT_HIGH)


def _cover(stage: Stage, document: Document, about: About) -> None:
    head, language = document.masthead, about.language
    slide = new_slide(stage)
    write_title(stage, slide, clean(document.title), 36)
    if not stage.own:
        slide.shapes.title.top, slide.shapes.title.height = Box(0, 2.2, 1, 1.3).emu()[1], Box(0, 0, 1, 1.3).emu()[3]
    lines = [head.draft, about.period, about.scope, head.office or say("slide_office", language), head.day]
    if document.kind == "basket":  # no office issues a collection, and none calls it a draft
        lines = [about.period, about.scope, head.day]
    box = Box(MARGIN, 3.7, stage.width - 2 * MARGIN, 2.2)
    words(slide, box, "\n".join(clean(line) for line in lines if line), 20, colour=palette("light").ink2)
    furnish(stage, slide, about, document.link)
    note(slide, account(about))


def _texts(stage: Stage, document: Document, about: About, style: str, title: str) -> None:
    """The paragraphs of one style on a slide of their own, if there are any."""
    found = [one for one in document.paragraphs if one.style == style]
    if not found:
        return
    headings = {_heading(document, one) for one in found} if style == "placeholder" else {title}
    slide, box = _page(stage, headings.pop() if len(headings) == 1 else title, about, document.link)
    size = next((size for size in TEXT_PTS if _text_high(found, size, box.w) <= box.h * 0.8), TEXT_PTS[-1])
    # little text stands a little above the middle, not under the title with nothing below it
    spare = max(0.0, box.h - _text_high(found, size, box.w))
    low = Box(box.x, box.y + min(spare * 0.35, 1.4), box.w, box.h - min(spare * 0.35, 1.4))
    paragraphs(slide, low, found, size)
    note(slide, account(about))


def _text_high(told: Sequence[Paragraph], size: float, wide: float) -> float:
    """Inches the paragraphs take at this size of type."""
    lines = sum(ceil(width(one.text, size) * 1.05 / (wide * 72)) for one in told)
    return (lines * TEXT_LINE + len(told) * 0.6) * size / 72


def _heading(document: Document, paragraph: Paragraph) -> str:
    """The heading a paragraph stands under."""
    before = document.paragraphs[: document.paragraphs.index(paragraph)]
    return next(
        (one.text for one in reversed(before) if one.style == "level1"), say("slide_open", document.about.language)
    )


def _shown(stage: Stage, block: FigureBlock | TableBlock, link: str) -> None:
    if isinstance(block, FigureBlock):
        put_figure(stage, block, link)
    else:
        _pages(stage, block, block.about.seen_in(block.frame), block.link or link)


def _pages(stage: Stage, block: TableBlock | FigureBlock, about: About, link: str) -> None:
    rows = rows_of(block.frame, block.columns, about.language)
    if len(rows) < 2:
        return
    room = stage.height - TABLE_ROOM
    laid = grid(rows, stage.width - 2 * MARGIN, room)
    sheets = pages(rows, laid, room)
    if len(sheets) > MOST_PAGES:
        sheets = pages(rows, laid, room, evenly=False)
    for at, page in enumerate(sheets[:MOST_PAGES]):
        title = block.title if at == 0 else say("slide_continued", about.language, title=block.title)
        slide, box = _page(stage, title, about, link)
        put_table(slide, rows, page, laid, block, box)
        if at == MOST_PAGES - 1:
            _left_over(slide, box, sum(map(len, sheets[MOST_PAGES:])), about)
        note(slide, [*_more(block), *account(about)])


def _left_over(slide: Any, box: Box, left: int, about: About) -> None:  # noqa: ANN401
    """Says how many rows no slide shows, where there are any."""
    if left:
        text = say("slide_left_over", about.language, n=left)
        words(slide, Box(box.x, box.y + box.h - 0.32, box.w, 0.3), text, 12, colour=palette("light").ink2)


def _more(block: TableBlock | FigureBlock) -> Iterable[str]:
    headline = [block.headline] if isinstance(block, FigureBlock) else []
    return [*headline, *block.notes, block.comment]


def _about(document: Document) -> About:
    """The document's account; demonstration as soon as one of its blocks is."""
    about = document.about
    for block in document.blocks:
        if not isinstance(block, Paragraph) and block.about.seen_in(block.frame).is_demo:
            return replace(about, provenance="demo")
    return about


def _written(stage: Stage, title: str, about: About) -> bytes:
    describe_package(stage.made, title, about)
    out = io.BytesIO()
    stage.made.save(out)
    return out.getvalue()
