"""Report files as offices send them, written for the tests: text in any encoding, workbooks, damaged packages."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl

from scicity.ingest import Checked, check_file

FORM = "enterprise_output"
HEADER = ["月份", "细分领域", "企业代码", "产值", "单位"]
ROW = ["2020年8月", "集成电路", "00123", "1234.5", "万元"]
LEFT_OUT = "flag_missing"  # said of every file of five columns; no test is about it but one


def text(path: Path, rows: Sequence[Sequence[object]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Writes rows as a text table with CRLF."""
    table = io.StringIO()
    csv.writer(table, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    path.write_bytes(table.getvalue().encode(encoding))
    return path


def workbook(path: Path, rows: Sequence[Sequence[object]], change: Callable | None = None) -> Path:
    """Writes rows to the first sheet; `change(book, sheet)` may do the rest."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book, book.active)
    book.save(path)
    return path


def repacked(source: Path, path: Path, add: dict[str, bytes] | None = None, pattern: bytes = b"\0",
             replacement: bytes = b"") -> Path:  # fmt: skip
    """A copy of a workbook's package with parts added and a pattern replaced in every part."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, re.sub(pattern, lambda _: replacement, old.read(name)))
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return path


def checked(path: Path) -> Checked:
    """The file checked; whatever was found must have its words in both languages."""
    result = check_file(path, FORM)
    assert all(one.text("zh") and one.text("en") for one in result.findings)
    return result


def kinds(result: Checked) -> list[str]:
    """The kinds of all findings, but not that a form of five columns has no flags."""
    return [one.kind for one in result.findings if one.kind != LEFT_OUT]


def only(result: Checked, kind: str):
    """The one finding of that kind."""
    (found,) = [one for one in result.findings if one.kind == kind]
    return found
