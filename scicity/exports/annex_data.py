"""All numbers of a document in one list, a row a number with everything that is to be known about it."""

import xlsxwriter

from scicity.exports.annex_sheet import BOLD, THIN, Sheet
from scicity.exports.columns import EXCEL_FORMATS, TableColumn, mark, published, shown, statuses, words
from scicity.exports.document import Document, FigureBlock, TableBlock
from scicity.wording import say

HEADINGS = (
    "number", "title", "item", "indicator", "value", "printed", "unit", "status", "period", "scope", "definition",
    "source", "as_of", "release", "provenance", "key",
)  # fmt: skip
WIDTHS = (8, 28, 26, 18, 12, 12, 14, 10, 18, 14, 36, 26, 12, 16, 16, 20)


def write_data(
    book: xlsxwriter.Workbook,
    document: Document,
    blocks: list[FigureBlock | TableBlock],
    names: dict[str, str],
    demo: bool,
) -> None:
    """The sheet 数据: no merged cells, ready for a filter. A missing number has an empty value and its mark beside."""
    language = document.about.language
    sheet = Sheet.opened(book, say("paper_data", language), document.about, demo)
    for place, (key, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.page.write_string(sheet.row, place, say(f"paper_column_{key}", language), sheet.style(BOLD | THIN))
        sheet.page.set_column(place, place, width)
    head = sheet.row
    sheet.printed()
    sheet.page.repeat_rows(head)
    sheet.page.freeze_panes(head + 1, 4)
    for block in blocks:
        items, codes, origins = _items(block), statuses(block.frame), _origins(block)
        for column in (column for column in block.columns if column.is_number):
            for each in zip(block.frame[column.name], codes, items, origins, strict=True):
                sheet.row += 1
                _write_row(sheet, block, column, names[block.key], each)
    sheet.page.autofilter(head, 0, max(sheet.row, head + 1), len(HEADINGS) - 1)


def _write_row(
    sheet: Sheet, block: FigureBlock | TableBlock, column: TableColumn, label: str, each: tuple[object, str, str, str]
) -> None:
    about, language = block.about, block.about.language
    value, status, item, origin = each
    texts = [label, block.title, item, column.heading, "", shown(value, status, column.kind, language)]
    texts += [about.unit, words(status, "status", language), about.period, about.scope, about.definition]
    texts += [about.source, about.as_of, about.release, say(f"file_provenance_{origin}", language), block.key]
    for place, text in enumerate(texts):
        if text:
            sheet.page.write_string(sheet.row, place, text, sheet.style(quote_prefix=True))
    if mark(value, status, column.kind, language) is None:
        style = sheet.style(num_format=EXCEL_FORMATS[column.kind], align="right")
        sheet.page.write_number(sheet.row, HEADINGS.index("value"), float(published(value, column.kind)), style)


def _items(block: FigureBlock | TableBlock) -> list[str]:
    """What each row is about: its texts in the columns' order, without its status."""
    texts = [block.frame[column.name] for column in block.columns if column.kind == "text"]
    told = ([words(text, "text", block.about.language) for text in row] for row in zip(*texts, strict=True))
    found = ["\N{MIDDLE DOT}".join(filter(None, row)) for row in told]
    return found or [""] * len(block.frame)


def _origins(block: FigureBlock | TableBlock) -> list[str]:
    """The provenance of each row, where the table knows it, else that of the whole."""
    whole = block.about.seen_in(block.frame).provenance
    if "provenance" not in block.frame.columns:
        return [whole] * len(block.frame)
    return [code if code in ("official", "press", "demo") else whole for code in block.frame["provenance"]]
