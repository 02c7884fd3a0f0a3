"""A table as slides: real cells, three rules, never a picture; what does not fit goes on to the next slide."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Inches

from scicity.charts.text import width
from scicity.charts.theme import palette
from scicity.exports.about import clean
from scicity.exports.columns import TableColumn, shown, statuses
from scicity.exports.document import FigureBlock, TableBlock
from scicity.exports.slides.stage import Box, lettered
from scicity.wording import Language

ROW, MOST_ROWS = 0.34, 15
LARGEST, SMALLEST = 14, 9
RULES = {"top": 19050, "head": 9525, "bottom": 19050}  # EMU: the three lines of a table
Rows = list[list[str]]


def rows_of(frame: pd.DataFrame, columns: Sequence[TableColumn], language: Language) -> Rows:
    """The cells as words, the head first, as on the page."""
    records, codes = frame.to_dict("records"), statuses(frame)
    head = [clean(column.heading) for column in columns]
    return [head] + [
        [clean(shown(record[column.name], code, column.kind, language)) for column in columns]
        for record, code in zip(records, codes, strict=True)
    ]


def pages(rows: Rows, most: int = MOST_ROWS) -> list[Rows]:
    """The rows as slides, each with the head."""
    head, body = rows[0], rows[1:]
    most = -(-len(body) // max(1, -(-len(body) // most))) or most
    return [[head, *body[at : at + most]] for at in range(0, max(len(body), 1), most)]


def put_table(slide: Any, rows: Rows, block: FigureBlock | TableBlock, box: Box) -> None:  # noqa: ANN401
    """One page of a table. Columns are as wide as their longest text needs; too many share the width by need."""
    columns = block.columns
    wanted = [max(width(row[at], 1) for row in rows) + 2.2 for at in range(len(columns))]
    size = max(SMALLEST, min(LARGEST, box.w * 72 / sum(min(one, 24) for one in wanted)))
    shares = [min(one, 24) for one in wanted]
    lines = max(1, max(-(-one // share) for one, share in zip(wanted, shares, strict=True)))
    high = min(ROW, box.h / len(rows)) if lines == 1 else min(ROW * 1.6, box.h / len(rows))
    frame = slide.shapes.add_table(len(rows), len(columns), *Box(box.x, box.y, box.w, high * len(rows)).emu())
    frame.name = f"table#{block.key}"
    frame._element.xpath(".//p:cNvPr")[0].set("descr", clean(block.title))
    table = frame.table
    _plain(table)
    for at, share in enumerate(shares):
        table.columns[at].width = Inches(box.w * share / sum(shares))
    for row, texts in enumerate(rows):
        table.rows[row].height = Inches(high)
        for at, text in enumerate(texts):
            _cell(table.cell(row, at), text, size, head=row == 0, right=columns[at].is_number)
            _rules(table.cell(row, at), row, len(rows))


def _plain(table: Any) -> None:  # noqa: ANN401
    """Without the stripes of the library's own style."""
    properties = table._tbl.tblPr
    for name in ("firstRow", "bandRow"):
        properties.set(name, "1" if name == "firstRow" else "0")
    style = properties.find(qn("a:tableStyleId"))
    if style is not None:
        style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid


def _cell(cell: Any, text: str, size: float, head: bool, right: bool) -> None:  # noqa: ANN401
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.margin_left = cell.margin_right = Inches(0.1)
    cell.vertical_anchor = 3
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = 3 if right else 1
    run = paragraph.add_run()
    run.text = text
    lettered(run, size, palette("light").ink, bold=head)


def _rules(cell: Any, row: int, count: int) -> None:  # noqa: ANN401
    properties = cell._tc.get_or_add_tcPr()
    top = RULES["top"] if row == 0 else 0
    bottom = RULES["head"] if row == 0 else RULES["bottom"] if row == count - 1 else 0
    lines = [("lnL", 0), ("lnR", 0), ("lnT", top), ("lnB", bottom)]
    for place, (name, weight) in enumerate(lines):
        line = etree.Element(qn(f"a:{name}"), w=str(weight))
        if weight:
            fill = etree.SubElement(etree.SubElement(line, qn("a:solidFill")), qn("a:srgbClr"))
            fill.set("val", palette("light").ink[1:])
        else:
            etree.SubElement(line, qn("a:noFill"))
        properties.insert(place, line)
