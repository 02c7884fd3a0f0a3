"""A file's sheets as a reader sees them: only what is not hidden, each cell with its text, indent and number format."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scicity.ingest import text_files, workbooks
from scicity.ingest.bulletin import numbers, times
from scicity.ingest.bulletin.words import ANY_GROWTH, MIXED_HEAD, compact
from scicity.ingest.cells import Broken, Cell, Grid, Merged
from scicity.ingest.findings import Refused

MOST_ROWS = 5000  # of one sheet; a bulletin's table fits a few pages
LONGEST = 4000  # characters; notes are long, but a cell of a megabyte is no note
INDENT = 2  # a format's step of indent, in half-width spaces


@dataclass(frozen=True)
class Spot:
    """One cell. text: compact, '' when blank or covered; over: what a merged cell over it shows; lead: its indent."""

    row: int
    column: int
    cell: Cell
    text: str = ""
    over: str = ""
    lead: int = 0
    form: str = ""

    @property
    def valued(self) -> bool:
        return numbers.is_value(self.cell)

    @property
    def spoken(self) -> bool:
        """Whether there is text here that is no value."""
        return bool(self.text) and not self.valued


@dataclass(frozen=True)
class Line:
    """One row's visible cells."""

    row: int
    spots: tuple[Spot, ...]

    @property
    def filled(self) -> tuple[Spot, ...]:
        return tuple(spot for spot in self.spots if spot.text)

    @property
    def values(self) -> tuple[Spot, ...]:
        """The values beyond the first text; one merged over several rows is seen in each of them."""
        first = self.filled[0].column if self.filled else 0
        return tuple(
            one for one in self.spots if one.column > first and (one.valued or numbers.is_value(one.over or None))
        )

    def at(self, column: int) -> Spot:
        """The cell in a column, a blank one where the row is shorter."""
        return next((spot for spot in self.spots if spot.column == column), Spot(self.row, column, None))


@dataclass(frozen=True)
class Sheet:
    """One visible sheet. hidden_rows, hidden_columns: those with anything in them, left out of `lines`."""

    name: str
    lines: tuple[Line, ...]
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


@dataclass(frozen=True)
class Sheets:
    """A file opened: what it is, and its visible sheets."""

    kind: str
    encoding: str
    delimiter: str
    hidden: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def opened(path: Path, kind: str) -> Sheets:
    """Every visible sheet of the file. What can't be trusted or is too large is refused."""
    if kind == "text":
        source = text_files.opened(path, _matches)
        grids, shown = tuple(source.grids), dict[str, Any]()
    else:
        source, grids, shown = workbooks.opened_as_shown(path, kind)
    sheets = tuple(_sheet(grid, shown.get(grid.sheet, {})) for grid in grids)
    return Sheets(source.kind, source.encoding, source.delimiter, source.hidden, sheets)


def _matches(cells: list[Cell]) -> int:
    """How much a row cut by a delimiter looks like one of a table."""
    texts = [compact(cell) for cell in cells if isinstance(cell, str) and len(cell) <= 100]
    return sum(
        bool(numbers.is_value(text) or MIXED_HEAD.fullmatch(text) or ANY_GROWTH.fullmatch(text) or times.only(text))
        for text in texts
    )


def _sheet(grid: Grid, shown: Mapping[str, Any]) -> Sheet:
    hidden_rows, hidden_columns = set(shown.get("hidden_rows", ())), set(shown.get("hidden_columns", ()))
    styles = {(row, column): (form, indent) for row, column, form, indent in shown.get("cells", ())}
    lines, left_out = list[Line](), (set[int](), set[int]())
    for row, cells in grid.rows:
        if row > MOST_ROWS:
            raise Refused("bulletin_too_long", row=row, most=MOST_ROWS)
        spots = tuple(_spots(row, cells, styles))
        if row in hidden_rows:
            left_out[0].update({row} if any(spot.text for spot in spots) else ())
            continue
        left_out[1].update(spot.column for spot in spots if spot.text and spot.column in hidden_columns)
        lines.append(Line(row, tuple(spot for spot in spots if spot.column not in hidden_columns)))
    return Sheet(grid.sheet, tuple(lines), tuple(sorted(left_out[0])), tuple(sorted(left_out[1])))


def _spots(row: int, cells: list[Cell], styles: Mapping[tuple[int, int], tuple[str, int]]) -> Iterator[Spot]:
    for column, cell in enumerate(cells, start=1):
        form, indent = styles.get((row, column), ("", 0))
        over = _text(cell.value, row) if isinstance(cell, Merged) else ""
        yield Spot(row, column, cell, _text(cell, row), over, _lead(cell) + INDENT * indent, form)


def _text(cell: Cell, row: int) -> str:
    """The cell's text for comparing: half width, without white space; digits of a number; '' for a blank."""
    if cell is None or isinstance(cell, Merged):
        return ""
    if isinstance(cell, Broken):
        return cell.text
    if isinstance(cell, float) and not isinstance(cell, bool):
        return f"{cell:.15g}"
    raw = str(cell)
    if len(raw) > LONGEST:
        raise Refused("too_long", found=raw, most=LONGEST, length=len(raw), row=row)
    text = compact(raw)
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cs") or character == "\ufffd":
            raise Refused("control", found=raw, code=f"U+{ord(character):04X}", row=row)
    return text


def _lead(cell: Cell) -> int:
    """White space before a label, in half-width spaces."""
    if not isinstance(cell, str):
        return 0
    return sum(2 if one == "\u3000" else 4 if one == "\t" else 1 for one in cell[: len(cell) - len(cell.lstrip())])
