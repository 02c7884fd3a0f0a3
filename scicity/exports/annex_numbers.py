"""What a workbook of annexed tables holds, read back from its bytes by another library than wrote it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from scicity.exports import printed
from scicity.exports.columns import TableColumn, published, shown
from scicity.exports.document import Document, FigureBlock, Paragraph, TableBlock, labels
from scicity.exports.plots import Plot
from scicity.exports.printed import Printed, Rows, Series
from scicity.wording import say

Cells = Sequence[Sequence[Any]]


def compared(document: Document, data: bytes) -> tuple[int, tuple[str, ...]]:
    """How many numbers of the workbook were compared with the document, and a sentence for each that differs."""
    wanted = printed.expected(document, lambda block: ("chart", "table"))
    return printed.compared(document, Printed((), wanted.tables, wanted.charts), numbers(document, data))


def numbers(document: Document, data: bytes) -> Printed:
    """The tables as they would be printed from the workbook's cells, and the numbers its charts are bound to.

    A number with more digits than its column prints is given in full, so that it differs.
    """
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    tables: dict[str, Rows] = {}
    charts: dict[str, tuple[tuple[Series, ...], ...]] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph) or labels(document)[block.key] not in book.sheet_names:
            continue
        cells = book.get_sheet_by_name(labels(document)[block.key]).to_python(skip_empty_area=False)
        tables[block.key] = _table(cells, block)
        if isinstance(block, FigureBlock):
            charts[block.key] = tuple(_chart(cells, plot, block, at) for at, plot in enumerate(block.plots, 1))
    return Printed((), tables, {key: found for key, found in charts.items() if found})


def _table(cells: Cells, block: FigureBlock | TableBlock) -> Rows:
    headings = tuple(column.heading for column in block.columns)
    head = next((at for at, row in enumerate(cells) if tuple(row[: len(headings)]) == headings), None)
    if head is None:
        return ()
    lines = cells[head + 1 : head + 1 + len(block.frame)]
    return (
        headings,
        *(tuple(_text(row[at], column, block) for at, column in enumerate(block.columns)) for row in lines),
    )


def _text(cell: object, column: TableColumn, block: FigureBlock | TableBlock) -> str:
    if isinstance(cell, float | int) and column.is_number:
        as_printed = float(published(cell, column.kind)) == float(cell)
        return shown(cell, "", column.kind, block.about.language) if as_printed else repr(cell)
    return str(cell)


def _chart(cells: Cells, plot: Plot, block: FigureBlock, number: int) -> tuple[Series, ...]:
    """The series of the block of cells below the plot's name."""
    name = plot.name or say("paper_chart_data", block.about.language, n=number)
    top = next((at for at, row in enumerate(cells) if row[0] == name), None)
    if top is None:
        return ()
    lines = cells[top + 2 : top + 2 + len(plot.categories)]
    return tuple(
        (str(cells[top + 1][place]), tuple(_value(row[place]) for row in lines))
        for place in range(1, len(plot.series) + 1)
    )


def _value(cell: object) -> float | None:
    return float(cell) if isinstance(cell, float | int) else None
