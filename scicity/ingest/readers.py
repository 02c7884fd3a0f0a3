"""Which reader a column's type has: from a cell to the value that is stored, None when missing.

Amounts are read where their unit is known (`rows.Units`); all other types are read here.
"""

import difflib
from collections.abc import Callable, Mapping
from functools import lru_cache

from scicity.ingest import days, months, values
from scicity.ingest.cells import Cell, is_blank
from scicity.ingest.findings import Refused
from scicity.ingest.schema import Column, collapsed

NEAR, CUTOFF = 3, 0.3


def month(cell: Cell) -> str | None:
    """The month as 'YYYY-MM'; None for a blank."""
    shown = values.shown_by(cell)
    return None if is_blank(shown) else months.month(shown)


def choice(column: Column, cell: Cell) -> str | None:
    """The code of the option a cell names; None when missing. An unknown one is refused with the nearest names."""
    shown = values.shown_by(cell)
    # before signs of missing: an option may be called 暂无
    if isinstance(shown, str) and (code := column.codes.get(collapsed(shown))):
        return code
    written = values.word(shown)
    if written is None:
        return None
    code = column.codes.get(collapsed(written))
    if code is None:
        near = [option for option in column.options if option.code in _nearest(column, collapsed(written))]
        raise Refused("choice", found=written, near="、".join(option.name_zh for option in near),
                      near_en=", ".join(option.name_en for option in near))  # fmt: skip
    return code


@lru_cache(maxsize=4096)
def _nearest(column: Column, written: str) -> frozenset[str]:
    """The codes of the options whose names look most like what was written; all where none does."""
    found = difflib.get_close_matches(written[:100], column.codes, n=NEAR, cutoff=CUTOFF)
    return frozenset(column.codes[name] for name in found) or frozenset(column.codes.values())


READERS: Mapping[str, Callable[[Column, Cell], object]] = {
    "month": lambda _, cell: month(cell),
    "date": lambda column, cell: days.day(cell, column.future),
    "year": lambda column, cell: days.year(cell, column.future),
    "subfield": lambda _, cell: values.subfield(cell),
    "choice": choice,
    "code": lambda _, cell: values.code(cell),
    "text": lambda _, cell: values.text(cell),
    "flag": lambda _, cell: values.flag(cell),
    "count": lambda _, cell: values.count(cell),
    "number": lambda _, cell: values.number(cell),
}


def read(column: Column, cell: Cell) -> object:
    """The value of a cell in that column. What is not clear raises Refused."""
    return READERS[column.type](column, cell)
