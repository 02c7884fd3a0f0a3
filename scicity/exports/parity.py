"""Each file of a figure is read back after it was written, and every number compared with the cell it came from.

The reader is another one than the writer wherever there are two. A file that differs does not leave the house.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import zip_longest

import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook

from scicity.exports.about import clean
from scicity.exports.document import FigureBlock
from scicity.exports.plots import Plot
from scicity.exports.slides.numbers import numbers
from scicity.exports.slides.tables import rows_of
from scicity.exports.tidy import TABLE, Cell, rows
from scicity.wording import Language, say

MOST_TOLD = 3
Rows = list[tuple[Cell, ...]]


@dataclass(frozen=True)
class Parity:
    """numbers: how many were compared. differences: a sentence for each place that is not as its cell."""

    numbers: int
    differences: tuple[str, ...]


class Differs(RuntimeError):
    """A file that does not say what its data say; `sentence` tells where."""

    def __init__(self, found: Parity) -> None:
        self.found = found
        super().__init__(self.sentence("en"))

    def sentence(self, language: Language = "zh") -> str:
        places = say("list_comma", language).join(self.found.differences[:MOST_TOLD])
        return say("parity_differs", language, n=len(self.found.differences), places=places)


def checked(kind: str, data: bytes, block: FigureBlock) -> Parity:
    """How the file's numbers compare with the figure's cells and plots. Pictures hold no numbers to read back."""
    if kind == "pptx":
        return _slides(data, block)
    if kind not in READERS:
        return Parity(0, ())
    wanted = rows(block.frame, block.about, block.columns)
    places = list(_compared(wanted, READERS[kind](data, block), block))
    if kind == "xlsx":
        places += _charts(data, block)
    return Parity(len(places), tuple(place for place, same in places if not same))


def _compared(wanted: Rows, found: Rows, block: FigureBlock) -> Iterator[tuple[str, bool]]:
    """Place and whether it agrees, for every number of the table; a row too many or too few is a difference."""
    blank: tuple[Cell, ...] = ()
    for at, (want, has) in enumerate(zip_longest(wanted, found, fillvalue=blank), 1):
        for column, cell, other in zip_longest(block.columns, want, has):
            if column is None or (column.is_number and cell is not None) or (cell is None) != (other is None):
                place = say("parity_place", block.about.language, row=at, column=column.heading if column else "?")
                yield place, cell == other


def _csv(data: bytes, block: FigureBlock) -> Rows:
    lines = [line for line in data.decode("utf-8-sig").splitlines(keepends=True) if not line.startswith("#")]
    return [_typed(row, block) for row in list(csv.reader(lines))[1:]]


def _xlsx(data: bytes, block: FigureBlock) -> Rows:
    cells = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    headings = [column.heading for column in block.columns]
    head = next((at for at, row in enumerate(cells) if [str(cell) for cell in row[: len(headings)]] == headings), None)
    if head is None:
        return []
    return [_typed(row[: len(headings)], block) for row in cells[head + 1 :]]


def _json(data: bytes, block: FigureBlock) -> Rows:
    return [_typed(row, block) for row in json.loads(data)["layout"]["meta"]["table"]["rows"]]


def _parquet(data: bytes, block: FigureBlock) -> Rows:
    table = pq.read_table(io.BytesIO(data))
    return list(zip(*(table.column(one.name).to_pylist() for one in block.columns), strict=True))


def _html(data: bytes, block: FigureBlock) -> Rows:
    read = _Page()
    read.feed(data.decode()[data.decode().rindex(f"<table id='{TABLE}'>") :])
    return [_typed(row, block) for row in read.rows if row]


class _Page(HTMLParser):
    """The rows of the page's table, as written for readers."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data


READERS: dict[str, Callable[[bytes, FigureBlock], Rows]] = {
    "csv": _csv, "xlsx": _xlsx, "json": _json, "parquet": _parquet, "html": _html,
}  # fmt: skip


def _typed(row: object, block: FigureBlock) -> tuple[Cell, ...]:
    """Cells of number columns as numbers where they are any, None where a mark stands."""
    cells = zip_longest(row, block.columns)  # type: ignore[call-overload]
    return tuple(_number(cell) if column is None or column.is_number else str(cell) for cell, column in cells)


def _number(cell: object) -> float | None:
    try:
        return float(str(cell))
    except ValueError:
        return None


def _charts(data: bytes, block: FigureBlock) -> list[tuple[str, bool]]:
    """The numbers the workbook's charts are bound to."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    name = say("file_sheet_chart", block.about.language)
    if not block.plots:
        return []
    cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False) if name in book.sheet_names else []
    found: list[tuple[str, bool]] = []
    for number, plot in enumerate(block.plots, 1):
        found += _chart(cells, plot, plot.name or say("paper_chart_data", block.about.language, n=number))
    return found


def _chart(cells: list, plot: Plot, name: str) -> list[tuple[str, bool]]:
    top = next((at for at, row in enumerate(cells) if row and row[0] == name), None)
    lines = [] if top is None else cells[top + 2 : top + 2 + len(plot.categories)]
    found = []
    for place, series in enumerate(plot.series, 1):
        has = [_number(row[place]) for row in lines] or [None] * len(plot.categories)
        pairs = zip(plot.categories, series.values, has, strict=True)
        found += [
            (f"{name} {series.name} {category}", want == cell) for category, want, cell in pairs if want is not None
        ]
    return found


def _slides(data: bytes, block: FigureBlock) -> Parity:
    found, language = numbers(data), block.about.language
    if not block.plots:
        return _slide_table(found.tables.get(block.key, ()), block)
    wanted = [tuple((clean(one.name), one.values) for one in plot.series) for plot in block.plots]
    differing, count = [], 0
    for at, (want, has) in enumerate(zip_longest(wanted, found.charts.get(block.key, ()), fillvalue=())):
        for series, drawn in zip_longest(want, has, fillvalue=("", ())):
            count += sum(value is not None for value in series[1])
            if series != drawn:
                differing.append(say("parity_series", language, chart=at + 1, name=series[0] or drawn[0]))
    return Parity(count, tuple(differing))


def _slide_table(found: tuple[tuple[str, ...], ...], block: FigureBlock) -> Parity:
    wanted = [tuple(row) for row in rows_of(block.frame, block.columns, block.about.language)]
    pairs = list(zip(wanted, found, strict=False))
    if len(wanted) > 1 and not pairs:
        return Parity(0, (block.title,))
    differing = [say("parity_row", block.about.language, row=at) for at, (want, has) in enumerate(pairs) if want != has]
    numeric = sum(one.is_number for one in block.columns)
    return Parity(numeric * max(0, len(pairs) - 1), tuple(differing))
