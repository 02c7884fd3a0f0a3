"""What a cell can be once a file is open: text, number, date, yes or no, nothing, or something not to be trusted.

Rows are lists of cells with their 1-based number, as a spreadsheet shows it. The two marks below cross from the
child process to the parent as small JSON objects; everything else is plain JSON.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Broken:
    """A cell without a usable value. reason: 'error_cell' (#REF! and the like) or 'uncached' (never calculated)."""

    reason: str
    text: str


@dataclass(frozen=True)
class Merged:
    """A cell covered by a merged one; `value` is what the merged cell shows."""

    value: "str | float | int | bool | date | None"


Cell = str | float | int | bool | date | Broken | Merged | None
Row = tuple[int, list[Cell]]

ERROR_TEXTS = frozenset(
    {"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
     "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#ERROR!", "#GETTING_DATA", "ERR:502", "ERR:504", "ERR:508", "ERR:522"}
)  # fmt: skip


@dataclass(frozen=True)
class Grid:
    """One sheet (or the one table of a text file, whose name is ''). `rows` can be gone through once.

    even: whether every row must have as many cells as the header (text files; a spreadsheet has no such thing).
    hidden_rows, hidden_columns: how many the sheet hides; they are read all the same.
    """

    sheet: str
    rows: Iterator[Row]
    even: bool = False
    hidden_rows: int = 0
    hidden_columns: int = 0


@dataclass(frozen=True)
class Source:
    """How a file was read: what it is, its encoding and delimiter (text files), the sheets hidden or left out."""

    kind: str
    encoding: str = ""
    delimiter: str = ""
    hidden: tuple[str, ...] = ()
    grids: Iterator[Grid] = field(default_factory=lambda: iter(()))


def is_blank(cell: Cell) -> bool:
    """Whether a cell shows nothing of its own (a covered cell shows what another one holds)."""
    return cell is None or isinstance(cell, Merged) or (isinstance(cell, str) and not cell.strip())
