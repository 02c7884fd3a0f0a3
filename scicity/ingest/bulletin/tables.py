"""Where the tables of a sheet begin and end: titles and unit lines, header rows, body, notes below.

A table begins with its header: a row of several texts without a value. Rows above it that say one thing are its
titles; rows of one text between rows of values are headings; what stands below the last values are notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from scicity.ingest.bulletin import times
from scicity.ingest.bulletin.sheets import Line, Sheet, Spot
from scicity.ingest.bulletin.words import (
    ANY_GROWTH,
    AREA,
    BRACKET,
    CHAIN,
    ITEM_HEAD,
    LEVEL,
    MIXED_HEAD,
    MONTHLY,
    NOTE,
    PERIOD_HEAD,
    REMARK_HEAD,
    SERIAL_HEAD,
    SHARE_ONLY,
    TO_DATE,
    UNIT_HEAD,
    UNIT_LINE,
    simplified,
    unit_of,
)

Kind = Literal["blank", "note", "unit", "data", "numbering", "header", "one", "many"]
HEADER_WORDS = (LEVEL, ANY_GROWTH, CHAIN, SHARE_ONLY, MONTHLY, TO_DATE, MIXED_HEAD, ITEM_HEAD, SERIAL_HEAD, UNIT_HEAD,
                REMARK_HEAD, PERIOD_HEAD, AREA)  # fmt: skip
LABEL_HEADS = (MIXED_HEAD, ITEM_HEAD, PERIOD_HEAD)
COLUMN_LETTERS = ("甲", "乙", "丙", "栏次")


@dataclass
class Table:
    """One table: above (titles, unit lines), header rows, body rows (values and headings), notes below."""

    sheet: str
    above: list[Line] = field(default_factory=list)
    header: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def split(sheet: Sheet) -> tuple[list[Table], list[Line]]:
    """The tables of a sheet from top to bottom, and rows of values that have no header above them."""
    walk = _Walk(sheet.name)
    for line in sheet.lines:
        walk.take(line, kind_of(line))
    walk.close()
    return walk.tables, walk.lost


class _Walk:
    """Goes down a sheet, one row after the other."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.tables: list[Table] = []
        self.lost: list[Line] = []
        self.waiting: list[Line] = []  # rows of one text: whether headings, titles or notes shows only later
        self.now: Table | None = None

    def take(self, line: Line, kind: Kind) -> None:
        if kind in ("blank", "numbering"):
            return
        table = self.now
        if table is None:
            self._before(line, kind)
        elif not table.body:
            self._in_header(table, line, kind)
        elif kind == "data" or (kind == "header" and not self._again(table, line)) or (
            kind == "many" and not (self.waiting and line.filled[0].column > 1)
        ):  # fmt: skip
            table.body.extend([*self.waiting, line])
            self.waiting = []
        elif kind == "note":
            table.notes.extend([*self.waiting, line])
            self.waiting = []
        elif kind in ("header", "many"):
            self._begin(line)
        else:
            self.waiting.append(line)

    def _again(self, table: Table, line: Line) -> bool:
        """Whether a row of texts below values begins a new table: it has titles above it, or no label of a row."""
        return bool(self.waiting) or not _is_row(table, line)

    def _before(self, line: Line, kind: Kind) -> None:
        if kind in ("header", "many"):
            self._begin(line)
        elif kind == "data":
            self.lost.append(line)
        else:
            self.waiting.append(line)

    def _in_header(self, table: Table, line: Line, kind: Kind) -> None:
        first = table.header[0].filled[0].column
        if kind in ("header", "many") and _is_row(table, line):
            kind = "data"
        if kind == "data" or kind == "note":
            table.body.extend([*self.waiting, line] if kind == "data" else [])
            table.notes.extend([line] if kind == "note" else [])
            self.waiting = []
        elif kind == "unit":
            table.above.append(line)
        elif kind in ("header", "many") or line.filled[0].column > max(first, 1):
            table.header.append(line)
        else:
            self.waiting.append(line)

    def _begin(self, line: Line) -> None:
        self.close(keep=True)
        self.now = Table(self.sheet, above=self.waiting, header=[line])
        self.waiting = []

    def close(self, keep: bool = False) -> None:
        if self.now is not None:
            self.tables.append(self.now)
            if not keep:
                self.now.notes.extend(self.waiting)
        self.now = None


def _is_row(table: Table, line: Line) -> bool:
    """Whether a row of texts below a header has a label of its own, so that its texts stand where values should."""
    head, below = table.header[0].spots[0].text, line.spots[0].text
    named = any(word.fullmatch(simplified(below)) for word in LABEL_HEADS)
    return bool(head and below) and head != below and not named and speaks_of_columns(table.header[0])


def kind_of(line: Line) -> Kind:
    """What a row is, by itself."""
    filled = line.filled
    if not filled:
        return "blank"
    values = line.values
    if not values and len(filled) <= 2 and NOTE.match(simplified(filled[0].text)):
        return "note"
    if _numbering(filled):
        return "numbering"
    if not values and len(filled) <= 2 and _unit_line(filled):
        return "unit"
    if values:
        return "header" if _years_as_numbers(line) else "data"
    if len(filled) == 1 and filled[0].valued:
        return "data"
    return "one" if len(filled) == 1 else "header" if speaks_of_columns(line) else "many"


def _unit_line(filled: Sequence[Spot]) -> bool:
    """单位:亿元、% by itself or beside a date; not as part of a header."""
    heads = any(word.fullmatch(simplified(spot.text)) for spot in filled for word in LABEL_HEADS)
    return not heads and any(UNIT_LINE.search(simplified(spot.text)) for spot in filled)


def _numbering(filled: Sequence[Spot]) -> bool:
    """A row that numbers the columns: 甲 1 2 3."""
    rest = [spot.text for spot in filled if spot.text not in COLUMN_LETTERS]
    return len(rest) < len(filled) and rest == [str(at) for at in range(1, len(rest) + 1)]


def _years_as_numbers(line: Line) -> bool:
    """指标 2019 2020: numbers that are years, beside the name of a label column."""
    head, rest = line.filled[0], line.filled[1:]
    named = any(word.fullmatch(simplified(head.text)) for word in LABEL_HEADS)
    return named and all(times.of_cell(spot.cell) for spot in rest if spot.valued)


def speaks_of_columns(line: Line) -> bool:
    """Whether at least half of the row's texts, the label aside, are words of a header."""
    texts = [spot for spot in line.filled if spot.spoken]
    texts = texts[1:] if texts and texts[0].column == line.spots[0].column else texts
    return bool(texts) and 2 * sum(map(speaks, texts)) >= len(texts)


def speaks(spot: Spot) -> bool:
    """Whether a cell says what a column holds: a measure, a period, a unit in brackets."""
    text = simplified(spot.text)
    if times.of_cell(spot.cell) or times.only(text) or unit_of(text):
        return True
    bracket = BRACKET.search(text)
    if bracket and unit_of(bracket[1]):
        return True
    rest = times.found_in(text)[1].strip("()")
    return any(word.fullmatch(rest) for word in HEADER_WORDS)
