"""The child process for tables read as they are seen: cells first, as `child` gives them, then how they are shown.

One line more follows: for each visible sheet its hidden rows and columns, and for cells with a number format or an
indent `[row, column, format, indent]`. Without the format, 5.8% and 0.058 are the same number.
"""

import struct
import sys
import zipfile
from pathlib import Path
from typing import Any

import orjson

from scicity.ingest import child, legacy, package
from scicity.ingest.findings import Refused

MOST_CELLS = 100_000  # of one sheet; a table to be read by people has a few thousand
BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0",
            39: "#,##0.00", 40: "#,##0.00", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??"}  # fmt: skip
GENERAL = ("General", "@", "G/通用格式", "常规")
FORMAT, EXTENDED_FORMAT = 0x041E, 0x00E0
NUMBER, PACKED, MANY_PACKED, FORMULA, TEXT, LABEL, BLANKS = 0x0203, 0x027E, 0x00BD, 0x0006, 0x00FD, 0x0204, 0x0201

Style = tuple[str, int]  # number format ('' for none), indent


def main(path: str, kind: str) -> int:
    """Writes the lines of `child.main` and the styles; a refusal by the one is an answer for both."""
    child.main(path, kind)
    sheets = _xlsx(path) if kind == "xlsx" else _xls(path)
    sys.stdout.buffer.write(orjson.dumps(sheets) + b"\n")
    return 0


def _xlsx(path: str) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(path) as opened:
            styles = _styles(opened)
            return {
                name: _sheet(opened, part, styles)
                for name, part in package.workbook(opened).parts.items()
                if "/worksheets/" in f"/{part.lower()}"
            }
    except (Refused, *child.UNREADABLE):
        return {}  # child.main has said so already


def _styles(opened: zipfile.ZipFile) -> list[Style]:
    """The cell formats of the workbook in their order."""
    codes, found = dict(BUILT_IN), list[Style]()
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            codes[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            found.append((_plain(codes.get(int(attributes.get("numFmtId", "0")), "")), 0))
        elif tag == "alignment" and inside and found:
            found[-1] = (found[-1][0], int(attributes.get("indent", "0")))

    def end(tag: str) -> None:
        nonlocal inside
        inside = inside and tag != "cellXfs"

    if "xl/styles.xml" in opened.namelist():
        package.parse(opened, "xl/styles.xml", start, end)
    return found


def _plain(code: str) -> str:
    return "" if code in GENERAL else code[:100]


class _Styled(package.SheetReader):
    """Follows the sheet as `package` does and keeps what is hidden and how each cell is formatted."""

    def __init__(self, styles: list[Style]) -> None:
        super().__init__(uncalculated=False)
        self.styles = styles
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.cells: list[tuple[int, int, str, int]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        super().start(tag, attributes)
        hidden = attributes.get("hidden") in ("1", "true")
        if tag == "row" and hidden:
            self.rows.append(self.row)
        elif tag == "col" and hidden:
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.columns.extend(range(first, min(last, package.MOST_COLUMNS) + 1))
        elif tag == "c" and attributes.get("s", "0").isdigit():
            at = int(attributes.get("s", "0"))
            style = self.styles[at] if at < len(self.styles) else ("", 0)
            if style != ("", 0) and len(self.cells) < MOST_CELLS:
                self.cells.append((self.row, self.column, *style))


def _sheet(opened: zipfile.ZipFile, part: str, styles: list[Style]) -> dict[str, Any]:
    reader = _Styled(styles)
    package.parse(opened, part, reader.start, reader)
    return {"hidden_rows": reader.rows, "hidden_columns": reader.columns, "cells": reader.cells}


def _xls(path: str) -> dict[str, Any]:
    try:
        stream = legacy.workbook_stream(Path(path).read_bytes())
        styles = _old_styles(stream)
        return {name: _old_sheet(stream, start, styles) for name, start in legacy.sheets(stream)}
    except (Refused, struct.error, IndexError, UnicodeDecodeError):
        return {}


def _old_styles(stream: bytes) -> list[Style]:
    codes, found = dict(BUILT_IN), list[Style]()
    for kind, record in legacy.records(stream, 0):
        if kind == FORMAT:
            number, length, wide = struct.unpack_from("<HHB", record)
            text = record[5 : 5 + length * (1 + (wide & 1))]
            codes[number] = text.decode("utf-16-le" if wide & 1 else "latin-1")
        elif kind == EXTENDED_FORMAT:
            number = struct.unpack_from("<H", record, 2)[0]
            found.append((_plain(codes.get(number, "")), record[8] & 0x0F))
    return found


def _old_sheet(stream: bytes, start: int, styles: list[Style]) -> dict[str, Any]:
    rows, columns, cells = list[int](), list[int](), list[tuple[int, int, str, int]]()
    for kind, record in legacy.records(stream, start):
        if kind == legacy.ROW and record[12] & 0x20:
            rows.append(struct.unpack_from("<H", record)[0] + 1)
        elif kind == legacy.COLUMNS and record[8] & 1:
            first, last = struct.unpack_from("<HH", record)
            columns.extend(range(first + 1, min(last + 1, package.MOST_COLUMNS) + 1))
        for row, column, style in _old_cells(kind, record):
            if style < len(styles) and styles[style] != ("", 0) and len(cells) < MOST_CELLS:
                cells.append((row + 1, column + 1, *styles[style]))
    return {"hidden_rows": rows, "hidden_columns": columns, "cells": cells}


def _old_cells(kind: int, record: bytes) -> list[tuple[int, int, int]]:
    """Row, column and format of the cells in one record."""
    if kind in (NUMBER, PACKED, FORMULA, TEXT, LABEL, BLANKS):
        row, column, style = struct.unpack_from("<HHH", record)
        return [(row, column, style)]
    if kind == MANY_PACKED:
        row, first = struct.unpack_from("<HH", record)
        count = (len(record) - 6) // 6
        return [(row, first + at, struct.unpack_from("<H", record, 4 + at * 6)[0]) for at in range(count)]
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
