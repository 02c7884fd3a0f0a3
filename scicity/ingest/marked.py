"""The workbook handed back: offending cells coloured and commented, all findings listed on a first sheet.

An .xlsx is handed back as it came, marked (in a child process, `marking`); text and .xls become a new .xlsx of the
same cells. A file that must not be opened comes back as the list of findings alone.
"""

import io
import os
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
import xlsxwriter

from scicity import places
from scicity.ingest import forms, reading
from scicity.ingest.cells import Broken, Cell, Grid, Merged
from scicity.ingest.checking import Checked
from scicity.ingest.findings import Finding, Refused, letter, shown
from scicity.ingest.headers import Headers
from scicity.wording import LANGUAGES, Language, say

SECONDS = 60.0
MODULE = "scicity.ingest.marking"
MOST_ROWS, MOST_COLUMNS = 100_000, 200  # of a text table that is copied; beyond, the list of findings must do
HEADINGS = ("severity", "file_sheet", "cell", "found", "expected", "advice")
LINE_HEIGHT = 15.0  # points
LINKED = 3  # the column of cells, counted from 1
WIDTHS = (10, 16, 10, 28, 46, 46)
COLOURS = {"block": "#FFC7CE", "warn": "#FFEB9C"}
ACTIVE = ("=", "+", "-", "@")


def marked_workbook(path: Path | str, checked: Checked, language: Language = "zh") -> bytes:
    """The file that was checked as an .xlsx with its findings marked and listed.

    Formats, drop-downs and other sheets of an .xlsx stay; values of formulas are calculated again on opening. Text
    stands as text, never as a formula. A file that is gone raises FileNotFoundError.
    """
    path = Path(path)
    plan = _plan(checked, language)
    if not path.is_file():
        raise FileNotFoundError(f"{path.name} is no longer there: check the file again")
    if checked.reading.kind == "xlsx" and (book := _marked_by_child(path, plan)):
        return book
    return _copied(path, checked, plan, language)


def _plan(checked: Checked, language: Language) -> dict[str, Any]:
    """What to write where, in words."""
    rows_at = say("marked_sheet_rows", language)
    findings = checked.findings
    blocking = sum(one.severity == "block" for one in findings)
    summary = say("marked_summary", language, file=shown(checked.file), block=blocking, warn=len(findings) - blocking)
    return {
        "author": say("marked_sheet", language),
        "lists": [say("marked_sheet", one) for one in LANGUAGES],
        "summary": [summary],
        "head": [say(f"marked_{one}", language) for one in HEADINGS],
        "widths": WIDTHS,
        "linked": LINKED,
        "lines": [_line(one, rows_at, language) for one in findings],
        "marks": [
            {"sheet": one.sheet or rows_at, "row": one.row, "position": one.position or 1, "severity": one.severity,
             "text": one.remark(language)}
            for one in sorted(findings, key=lambda one: one.severity == "block")
            if one.row and one.row < 2**20
        ],
    }  # fmt: skip


def _line(one: Finding, rows_at: str, language: Language) -> dict[str, Any]:
    place = f"{letter(one.position or 1)}{one.row}" if one.row else ""
    cells = [say(f"marked_{one.severity}", language), one.sheet, place, one.found, one.expected(language),
             one.advice(language)]  # fmt: skip
    target = [one.sheet or rows_at, one.row, one.position or 1] if one.row else None
    texts = [shown(cell, most=2000) for cell in cells]
    return {"cells": texts, "severity": one.severity, "target": target, "height": _height(texts)}


def _height(texts: list[str]) -> float:
    """Of a row in which every text is seen whole, in points; an ideograph is as wide as two letters."""
    wide = (sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text) for text in texts)
    return LINE_HEIGHT * max(-(-total // (width - 2)) or 1 for total, width in zip(wide, WIDTHS, strict=True))


def _marked_by_child(path: Path, plan: dict[str, Any]) -> bytes:
    """The workbook marked; b'' where the child refuses, dies or takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "marked.xlsx"
        environment = {**os.environ, "PYTHONPATH": str(places.PROJECT), "OMP_NUM_THREADS": "1",
                       "OPENBLAS_NUM_THREADS": "1"}  # fmt: skip
        try:
            done = subprocess.run(
                [sys.executable, "-m", MODULE, str(path.resolve()), str(out)], input=orjson.dumps(plan),
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, cwd=places.PROJECT,
                env=environment, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return b""
        return out.read_bytes() if done.returncode == 0 and out.is_file() else b""


def _copied(path: Path, checked: Checked, plan: dict[str, Any], language: Language) -> bytes:
    """A new workbook: the list of findings, then the cells of the file as far as they can be read."""
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(data, options) as book:
        written = _Written(book, plan)
        front = book.add_worksheet(plan["author"])
        names = written.grids(_grids(path, checked), say("marked_sheet_rows", language))
        written.findings(front, names)
    return data.getvalue()


def _grids(path: Path, checked: Checked) -> Iterator[Grid]:
    """The sheets of a text table or an .xls; nothing of a file that cannot be read, and no table that is too long."""
    if checked.reading.kind not in ("text", "xls") or checked.reading.rows_read > MOST_ROWS:
        return
    try:
        known = checked.form in forms.names()  # a bulletin follows no form: then the sign that cuts most divides it
        matches = Headers(forms.load(checked.form)).matches if known else _none
        source = reading.opened(path, checked.reading.kind, matches)
        yield from source.grids
    except Refused:
        return


def _none(cells: list[Cell]) -> int:
    return 0


class _Written:
    """One new workbook on its way."""

    def __init__(self, book: Any, plan: dict[str, Any]) -> None:  # noqa: ANN401 - xlsxwriter has no types
        self._book, self._plan = book, plan
        marks: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
        for one in plan["marks"]:
            marks.setdefault((one["sheet"], one["row"], one["position"]), []).append(one)
        self._marks = marks
        self._fills = {key: book.add_format({"bg_color": colour}) for key, colour in COLOURS.items()} | {"plain": None}
        self._bold = book.add_format({"bold": True})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._inert = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})

    def grids(self, grids: Iterator[Grid], unnamed: str) -> set[str]:
        """Copies the sheets; returns their names. What cannot be read ends the copy, the findings say why."""
        names = set()
        for grid in grids:
            name = grid.sheet or unnamed
            if name not in self._plan["lists"]:
                names.add(name)
                self._grid(self._book.add_worksheet(name), name, grid)
        return names

    def _grid(self, sheet: Any, name: str, grid: Grid) -> None:  # noqa: ANN401
        marks = {(row, position): every for (marked, row, position), every in self._marks.items() if marked == name}
        for (row, position), every in marks.items():
            sheet.write_blank(row - 1, position - 1, None, self._fills[every[-1]["severity"]])
            about = {"x_scale": 2.5, "y_scale": 1.5, "author": self._plan["author"]}
            sheet.write_comment(row - 1, position - 1, "\n".join(one["text"] for one in every), about)
        try:
            for number, cells in islice(grid.rows, MOST_ROWS):
                for position, cell in enumerate(cells[:MOST_COLUMNS], start=1):
                    every = marks.get((number, position), [])
                    self._cell(sheet, number - 1, position - 1, cell, every[-1]["severity"] if every else "plain")
        except Refused:
            pass

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, style_of: str) -> None:  # noqa: ANN401
        style = self._fills[style_of]
        if isinstance(cell, Broken):
            cell = cell.text
        if cell is None or isinstance(cell, Merged):
            return
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell, style)
        elif isinstance(cell, int | float):
            sheet.write_number(row, column, cell, style)
        elif isinstance(cell, date):
            sheet.write_string(row, column, cell.isoformat(), style)
        else:
            text = shown(cell, most=1000)
            inert = text.startswith(ACTIVE) and style_of == "plain"
            sheet.write_string(row, column, text, self._inert if inert else style)

    def findings(self, front: Any, names: set[str]) -> None:  # noqa: ANN401
        for row, texts in enumerate((self._plan["summary"], self._plan["head"])):
            for column, text in enumerate(texts):
                front.write_string(row, column, text, self._bold)
        for row, line in enumerate(self._plan["lines"], start=2):
            front.set_row(row, line["height"])
            for column, text in enumerate(line["cells"]):
                style = self._inert if text.startswith(ACTIVE) else self._wrapped
                front.write_string(row, column, text, self._fills[line["severity"]] if column == 0 else style)
            if line["target"] and line["target"][0] in names:
                sheet, at_row, position = line["target"]
                quoted = sheet.replace("'", "''")
                front.write_url(row, LINKED - 1, f"internal:'{quoted}'!{letter(position)}{at_row}",
                                string=line["cells"][LINKED - 1])  # fmt: skip
        for column, width in enumerate(WIDTHS):
            front.set_column(column, column, width)
        front.freeze_panes(2, 0)
        front.set_landscape()
        front.set_paper(9)  # A4
        front.fit_to_pages(1, 0)
