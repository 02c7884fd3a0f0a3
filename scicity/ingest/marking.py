"""The child process that marks a workbook: `python -m scicity.ingest.marking FILE OUT`, the plan as JSON on its input.

The workbook is looked at as before reading (`package`), then opened and saved by openpyxl, so formats, drop-downs and
other sheets stay. What is written is text, whatever it looks like; a formula of the file that would reach outside the
workbook becomes text too.
"""

import re
import sys
import zipfile
from typing import Any

import openpyxl
import orjson
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from scicity.ingest import package
from scicity.ingest.child import UNREADABLE, limit
from scicity.ingest.findings import Refused, letter

MEMORY, SECONDS = 3 * 2**29, 60
REFUSED = 3  # exit code: the workbook must not be opened
COLOURS = {"block": "FFFFC7CE", "warn": "FFFFEB9C"}
OUTSIDE = re.compile(r"[|\[]|\b(?:WEBSERVICE|HYPERLINK|IMPORT\w*|CALL|REGISTER|RTD)\s*\(", re.IGNORECASE)
WIDTH, HEIGHT = 320, 140  # of a comment, in pixels


def main(path: str, out: str) -> int:
    """Writes the marked workbook to `out`; exit code 0 when done, 3 when the file must not be opened."""
    limit(MEMORY, SECONDS)
    plan = orjson.loads(sys.stdin.buffer.read())
    try:
        _look(path)
        book = openpyxl.load_workbook(path, keep_vba=False, keep_links=False, rich_text=True)
    except (Refused, *UNREADABLE, KeyError, TypeError):
        return REFUSED
    mark(book, plan)
    book.save(out)
    return 0


def _look(path: str) -> None:
    with zipfile.ZipFile(path) as opened:
        package.look(opened)
        for part in package.workbook(opened).parts.values():
            if "/worksheets/" in f"/{part.lower()}":
                package.sheet(opened, part, uncalculated=False)


def mark(book: Workbook, plan: dict[str, Any]) -> None:
    """Marks the cells of `plan` and puts its list of findings first; what an earlier check left goes."""
    _without_earlier(book, plan)
    for sheet in book.worksheets:
        _tame(sheet)
    for one in plan["marks"]:
        if one["sheet"] in book.sheetnames and isinstance(sheet := book[one["sheet"]], Worksheet):
            _mark(sheet, one, plan["author"])
    _list(book, plan)


def _without_earlier(book: Workbook, plan: dict[str, Any]) -> None:
    for name in plan["lists"]:
        if name in book.sheetnames:
            del book[name]
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.comment):
            if cell.comment.author in plan["lists"]:
                cell.comment = None
                cell.fill = PatternFill()


def _tame(sheet: Worksheet) -> None:
    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
        formula = getattr(cell.value, "text", cell.value) or ""
        if OUTSIDE.search(str(formula)):
            _write(cell, str(formula))


def _write(cell: Cell, text: str) -> None:
    """Text as text: neither a formula nor, once edited, made into one."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in "=+-@"


def _mark(sheet: Worksheet, one: dict[str, Any], author: str) -> None:
    cell = sheet.cell(one["row"], one["position"])
    if isinstance(cell, MergedCell):
        over = next(one for one in sheet.merged_cells.ranges if cell.coordinate in one)
        cell = sheet.cell(over.min_row, over.min_col)
    cell.fill = PatternFill("solid", fgColor=COLOURS[one["severity"]])
    before = f"{cell.comment.text}\n" if cell.comment else ""
    cell.comment = Comment(before + one["text"], author, height=HEIGHT, width=WIDTH)


def _list(book: Workbook, plan: dict[str, Any]) -> None:
    """The sheet of findings, first and shown when the workbook is opened."""
    sheet = book.create_sheet(plan["author"], 0)
    for row, texts in enumerate((plan["summary"], plan["head"]), start=1):
        for position, text in enumerate(texts, start=1):
            _write(cell := sheet.cell(row, position), text)
            cell.font = Font(bold=True)
    for row, line in enumerate(plan["lines"], start=3):
        for position, text in enumerate(line["cells"], start=1):
            _write(cell := sheet.cell(row, position), text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = line["height"]
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=COLOURS[line["severity"]])
        if line["target"] and line["target"][0] in book.sheetnames:
            _link(sheet.cell(row, plan["linked"]), *line["target"])
    for position, width in enumerate(plan["widths"], start=1):
        sheet.column_dimensions[letter(position)].width = width
    sheet.freeze_panes = "A3"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def _link(cell: Cell, sheet: str, row: int, position: int) -> None:
    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{letter(position)}{row}")
    cell.font = Font(underline="single", color="FF0563C1")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
