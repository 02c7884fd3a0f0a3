"""The child process that opens workbooks: `python -m scicity.ingest.child FILE KIND`, cells to standard output.

A workbook can be made so that reading it asks for more memory than there is; then this process dies and the parent
lives. Output is JSON, one value a line: the sheets' names and states, then for each visible sheet its head and its
rows, and a last line that says the end was reached. A refusal is a single line.
"""

import contextlib
import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import orjson

from scicity.ingest import legacy, package
from scicity.ingest.findings import Refused

MEMORY = 2**30
SECONDS = 60
# what the standard library raises on a package that is damaged, encrypted or packed in an unknown way
UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, OSError, EOFError)


def main(path: str, kind: str, strictly: bool = False) -> int:
    """Reads the workbook within its limits; the exit code is 0 also for a refusal, which is an answer.

    strictly: numbers that show something else than they hold are not given as numbers.
    """
    limit(MEMORY, SECONDS)
    try:
        lines = _xlsx(path, strictly) if kind == "xlsx" else _xls(path)
        for line in lines:
            sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
        sys.stdout.buffer.write(b'{"end":true}\n')
    except Refused as error:
        answer = {"refused": error.kind, "found": error.found, "values": dict(error.values)}
        sys.stdout.buffer.write(orjson.dumps(answer) + b"\n")
    return 0


def limit(memory: int, seconds: int) -> None:
    """Bytes of memory and seconds of work, where the system has such limits; the parent watches the clock as well."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _xlsx(path: str, strictly: bool) -> Iterable[Any]:
    try:
        opened = zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise Refused("damaged") from error
    with opened:
        try:
            package.look(opened)
            book = package.workbook(opened)
            formats = package.formats(opened) if strictly else None
            looked = {
                name: package.sheet(opened, part, book.uncalculated, formats)
                for name, part in book.parts.items()
                if "/worksheets/" in f"/{part.lower()}"
            }
        except UNREADABLE as error:
            raise Refused("damaged") from error
    yield from _sheets(path, looked)


def _xls(path: str) -> Iterable[Any]:
    yield from _sheets(path, legacy.look(path))


def _sheets(path: str, looked: dict[str, package.Looked]) -> Iterable[Any]:
    """Every line of the answer. Only now is calamine let at the file."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        # by content: from_path would go by the name, which may say anything
        book = CalamineWorkbook.from_filelike(io.BytesIO(Path(path).read_bytes()))
        hidden = [one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible]
        yield {"hidden": hidden}
        for one in book.sheets_metadata:
            if one.name not in hidden and one.name in looked:
                yield from _sheet(book.get_sheet_by_name(one.name), looked[one.name])
    except PasswordError as error:
        raise Refused("password") from error
    except CalamineError as error:
        raise Refused("damaged") from error


def _sheet(sheet: Any, looked: package.Looked) -> Iterable[Any]:  # noqa: ANN401 - calamine's class is final in Rust
    yield {"sheet": sheet.name, "hidden_rows": looked.hidden_rows, "hidden_columns": looked.hidden_columns}
    if sheet.start is None and not looked.broken:
        return
    padded: dict[int, dict[int, str]] = {}
    for (at_row, column), text in looked.padded.items():
        padded.setdefault(at_row, {})[column] = text
    left = sheet.start[1] if sheet.start else 0
    covered = _covered(sheet)
    broken: dict[int, dict[int, tuple[str, str]]] = {}
    for (at_row, column), what in looked.broken.items():
        broken.setdefault(at_row, {})[column] = what
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = [*[None] * left, *map(_plain, cells)]
        for column, text in padded.get(number, {}).items():
            row[column - 1] = text
        yield [number, *_marked(row, broken.pop(number, {}), covered.get(number, {}))]
    # rows that hold nothing but errors do not exist for calamine
    for below in sorted(broken):
        yield [below, *_marked([], broken[below], covered.get(below, {}))]


def _marked(row: list[Any], broken: dict[int, tuple[str, str]], covered: dict[int, Any]) -> list[Any]:
    for column, (reason, text) in broken.items():
        row.extend([None] * (column - len(row)))
        row[column - 1] = {"broken": reason, "text": text}
    for column, value in covered.items():
        if column <= len(row) and row[column - 1] is None:
            row[column - 1] = {"merged": value}
    return row


def _plain(cell: Any) -> Any:  # noqa: ANN401 - whatever calamine found
    """A cell as JSON; durations and times of day become text, since no form has such a column."""
    if cell == "" and isinstance(cell, str):
        return None
    if isinstance(cell, datetime):
        return {"date": cell.date().isoformat()} if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    return str(cell) if isinstance(cell, time | timedelta) else cell


def _covered(sheet: Any) -> dict[int, dict[int, Any]]:  # noqa: ANN401
    """For every cell under a merged one, what the merged one shows; by row and column from 1."""
    ranges = sheet.merged_cell_ranges or []
    if not ranges or sheet.end is None:
        return {}
    values = [[_plain(cell) for cell in row] for row in sheet.iter_rows()]
    left, (end_row, end_column) = sheet.start[1], sheet.end
    covered: dict[int, dict[int, Any]] = {}
    for (top, first), (bottom, last) in ranges:
        column = first - left
        shows = values[top][column] if top < len(values) and 0 <= column < len(values[top]) else None
        for row in range(top, min(bottom, end_row) + 1):
            for position in range(first, min(last, end_column) + 1):
                if (row, position) != (top, first):
                    covered.setdefault(row + 1, {})[position + 1] = shows
    return covered


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], strictly=True))
