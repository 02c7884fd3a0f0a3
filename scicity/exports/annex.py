"""The annexed tables as a workbook: contents, a sheet for each table and figure, definitions, and all data in one list.

The same numbers as in the Word file, to the last decimal, as numbers. A figure's sheet holds its table and its native
charts, bound to cells of the sheet. Demonstration data are marked on every sheet.
"""

import io

import xlsxwriter

from scicity.exports import a4
from scicity.exports.annex_charts import write_charts
from scicity.exports.annex_data import write_data
from scicity.exports.annex_numbers import compared, numbers
from scicity.exports.annex_sheet import BOLD, LATER, NOTE, RIGHT, THICK, THIN, TITLE, Sheet, column_width
from scicity.exports.columns import EXCEL_FORMATS, TableColumn, mark, published, statuses, words
from scicity.exports.document import Document, FigureBlock, Paragraph, TableBlock, labels
from scicity.wording import say

__all__ = ["compared", "numbers", "xlsx_bytes"]

QUIET = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
ROWS_A_PAGE = 35
PUBLISHED = ("yoy_pct", "growth_pct")  # rates that are published and not computed from the levels beside them


def xlsx_bytes(document: Document) -> bytes:
    """The workbook. The same document gives the same bytes; a missing column raises KeyError."""
    out = io.BytesIO()
    names = labels(document)
    blocks = [block for block in a4.in_order(document) if not isinstance(block, Paragraph)]
    demo = a4.is_demo(document.about, document.blocks)
    with xlsxwriter.Workbook(out, {"in_memory": True, **QUIET}) as book:
        _describe(book, document, demo)
        contents = Sheet.opened(book, say("paper_contents", document.about.language), document.about, demo)
        for block in blocks:
            _write_block(book, block, names[block.key])
        _write_contents(contents, document, blocks, names)
        _write_definitions(book, document, blocks, names, demo)
        write_data(book, document, blocks, names, demo)
        contents.page.activate()
    return out.getvalue()


def _describe(book: xlsxwriter.Workbook, document: Document, demo: bool) -> None:
    about = document.about
    notice = [say("file_demo_notice", about.language)] if demo else []
    told = [say("file_line", about.language, label=label, text=text) for label, text in about.lines()]
    book.set_properties(
        {
            "title": document.title, "subject": about.period, "keywords": about.scope,
            "author": say("paper_author", about.language), "comments": "\n".join([*notice, *told]),
            "created": a4.fixed_on(about).replace(tzinfo=None),
        }
    )  # fmt: skip


def _write_block(book: xlsxwriter.Workbook, block: FigureBlock | TableBlock, label: str) -> None:
    about = block.about.seen_in(block.frame)
    sheet = Sheet.opened(book, label, about, about.is_demo)
    sheet.printed()
    last = max(len(block.columns) - 1, 1)
    sheet.page.merge_range(sheet.row, 0, sheet.row, last, a4.caption(label, block.title, about), sheet.style(TITLE))
    sheet.row += 1
    sheet.page.write_string(
        sheet.row, 0, "  ".join(text for text in (about.period, about.scope) if text), sheet.style()
    )
    if about.unit:
        unit = say("paper_unit", about.language, unit=about.unit)
        sheet.page.write_string(sheet.row, last, unit, sheet.style(RIGHT))
    sheet.row += 1
    _write_table(sheet, block)
    for text in (*a4.notes(block), a4.source(about)):
        sheet.line(text, NOTE)
    if isinstance(block, FigureBlock) and block.plots:
        write_charts(sheet, block)


def _write_table(sheet: Sheet, block: FigureBlock | TableBlock) -> None:
    """Head, rows between thick rules, the head frozen, and repeated in print where pages of it follow."""
    frame, grid, codes = block.frame, a4.grid(block), statuses(block.frame)
    sheet.page.freeze_panes(sheet.row + 1, 1)
    if len(frame) > ROWS_A_PAGE or not isinstance(block, FigureBlock):
        sheet.page.repeat_rows(sheet.row)
    for place, column in enumerate(block.columns):
        align = RIGHT if column.is_number else LATER if place else {}
        sheet.page.write_string(
            sheet.row, place, column.heading, sheet.style(BOLD | THICK | THIN | align, text_wrap=True)
        )
        for at, (value, status) in enumerate(zip(frame[column.name], codes, strict=True)):
            traits = _traits(grid.levels[at], place, last=at == len(frame) - 1) | align
            _write_cell(sheet, (sheet.row + 1 + at, place), (value, status, column), traits)
        if column.name in PUBLISHED:
            sheet.page.write_comment(sheet.row, place, say("paper_published_rate", block.about.language))
        sheet.page.set_column(place, place, column_width([column.heading[:8], *(row[place] for row in grid.rows)]))
    sheet.row += len(frame) + 2


def _traits(level: str, place: int, last: bool) -> dict[str, object]:
    indented: dict[str, object] = {"indent": 2} if place == 0 and level == "subfield" else {}
    return (BOLD if level == "total" else {}) | ({"bottom": 2} if last else {}) | indented


def _write_cell(
    sheet: Sheet, where: tuple[int, int], what: tuple[object, str, TableColumn], traits: dict[str, object]
) -> None:
    language = sheet.about.language
    value, status, column = what
    instead = mark(value, status, column.kind, language)
    if column.is_number and instead is None:
        style = sheet.style(traits, num_format=EXCEL_FORMATS[column.kind])
        sheet.page.write_number(*where, float(published(value, column.kind)), style)
        return
    text = words(value, column.kind, language) if instead is None else instead
    # quote_prefix: still text after someone has edited the cell
    sheet.page.write_string(*where, text, sheet.style(traits, quote_prefix=True))


def _write_contents(
    sheet: Sheet, document: Document, blocks: list[FigureBlock | TableBlock], names: dict[str, str]
) -> None:
    language = document.about.language
    sheet.printed()
    sheet.line(document.title, TITLE | {"align": "left"})
    for label, text in document.about.lines():
        if text != document.title:
            sheet.line(say("file_line", language, label=label, text=text))
    sheet.row += 1
    for place, key in enumerate(("number", "title", "period", "unit", "provenance")):
        sheet.page.write_string(
            sheet.row, place, say(f"paper_column_{key}", language), sheet.style(BOLD | THICK | THIN)
        )
    for at, block in enumerate(blocks, 1):
        about, name = block.about.seen_in(block.frame), names[block.key]
        last = {"bottom": 2} if at == len(blocks) else {}
        sheet.page.write_url(
            sheet.row + at, 0, f"internal:'{name}'!A1", sheet.style(last, font_color="#0A4587", underline=1), name
        )
        kind = say(f"file_provenance_{about.provenance}", language)
        for place, text in enumerate((block.title, about.period, about.unit, kind), 1):
            sheet.page.write_string(sheet.row + at, place, text, sheet.style(last, quote_prefix=True))
    for place, width in enumerate((12, 52, 20, 16, 26)):
        sheet.page.set_column(place, place, width)


def _write_definitions(
    book: xlsxwriter.Workbook,
    document: Document,
    blocks: list[FigureBlock | TableBlock],
    names: dict[str, str],
    demo: bool,
) -> None:
    """What each table measures, its notes, and the notes below the text."""
    language = document.about.language
    sheet = Sheet.opened(book, say("paper_definitions", language), document.about, demo)
    sheet.printed()
    told = [("", one.text) for one in document.paragraphs if one.style == "note"]
    for block in blocks:
        told += [(names[block.key], block.about.definition)] if block.about.definition else []
        told += [(names[block.key], text) for text in a4.notes(block)]
    for label, text in told:
        if label:
            sheet.page.write_string(sheet.row, 0, label, sheet.style(BOLD, valign="top"))
        sheet.page.write_string(sheet.row, 1, text, sheet.style(text_wrap=True, valign="top", quote_prefix=True))
        sheet.row += 1
    sheet.page.set_column(0, 0, 12)
    sheet.page.set_column(1, 1, 100)
