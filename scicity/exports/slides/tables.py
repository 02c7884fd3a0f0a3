"""A table as slides: real cells, three rules, never a picture; what does not fit goes on to the next slide."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
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

ROW = 0.28
LARGEST, READABLE, SMALLEST = 14, 12, 9  # below READABLE only where texts are too long for their columns
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


@dataclass(frozen=True)
class Grid:
    """How a table is laid out: size of its text in points, widths of its columns and heights of its rows in inches."""

    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def grid(rows: Rows, wide: float, high: float) -> Grid:
    """The largest readable type at which the table is one slide, on one line a text if that can be.

    high: inches a slide has for a table. A longer table has as many rows a slide as readable type allows.
    """
    laid = [_laid(rows, size, wide) for size in range(LARGEST, SMALLEST - 1, -1)]
    flat = [one for one in laid if one is not None] or [_wrapped(rows, READABLE, wide)]
    readable = [one for one in flat if one.size >= READABLE] or flat[:1]
    return next((one for one in readable if sum(one.heights) <= high), readable[-1])


def _laid(rows: Rows, size: float, wide: float) -> Grid | None:
    """The table in this type with one line a text; None where that is too wide."""
    needs = [max(_need(row[at], size) for row in rows) for at in range(len(rows[0]))]
    widths = tuple(need * wide / sum(needs) for need in needs)
    return Grid(size, widths, (_row(size, 1),) * len(rows)) if sum(needs) <= wide else None


def _wrapped(rows: Rows, size: float, wide: float) -> Grid:
    """The longest texts take several lines."""
    widths = _shared([max(_need(row[at], size) for row in rows) for at in range(len(rows[0]))], wide)
    lines = [max(ceil(_need(text, size) / width) for text, width in zip(row, widths, strict=True)) for row in rows]
    return Grid(size, tuple(widths), tuple(_row(size, count) for count in lines))


def _row(size: float, lines: int) -> float:
    return max(ROW, lines * size * 1.3 / 72 + 0.06)


def _need(text: str, size: float) -> float:
    """Inches a text takes on one line, with the cell's margins; some for a wider typeface than ours."""
    return width(text, size) * 1.12 / 72 + 0.22


def _shared(needs: list[float], wide: float) -> list[float]:
    """Short columns keep what they need, the long ones share the rest evenly."""
    cap, left, count = wide / len(needs), wide, len(needs)
    for need in sorted(needs):
        if need > left / count:
            break
        left, count = left - need, count - 1
        cap = left / max(count, 1)
    return [min(need, cap) for need in needs]


def pages(rows: Rows, laid: Grid, high: float, evenly: bool = True) -> list[list[int]]:
    """Which rows go on which slide, by their places; every slide has the head. evenly: the last is as full."""
    body, room = sum(laid.heights[1:]), high - laid.heights[0]
    target = body / max(1, ceil(body / room)) if evenly else room
    found: list[list[int]] = [[]]
    used = 0.0
    for at in range(1, len(rows)):
        if found[-1] and used + laid.heights[at] > min(room, target + ROW):
            found.append([])
            used = 0.0
        found[-1].append(at)
        used += laid.heights[at]
    return found


def put_table(slide: Any, rows: Rows, page: list[int], laid: Grid, block: FigureBlock | TableBlock, box: Box) -> None:  # noqa: ANN401
    """One page of a table: the head and the rows at these places."""
    places = [0, *page]
    high = sum(laid.heights[at] for at in places)
    frame = slide.shapes.add_table(len(places), len(rows[0]), *Box(box.x, box.y, box.w, high).emu())
    frame.name = f"table#{block.key}"
    frame._element.xpath(".//p:cNvPr")[0].set("descr", clean(block.title))
    _plain(frame.table)
    for at, wide in enumerate(laid.widths):
        frame.table.columns[at].width = Inches(wide)
    for row, place in enumerate(places):
        frame.table.rows[row].height = Inches(laid.heights[place])
        for at, text in enumerate(rows[place]):
            _cell(frame.table.cell(row, at), text, laid.size, head=row == 0, right=block.columns[at].is_number)
            _rules(frame.table.cell(row, at), row, len(places))


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
