"""Days and years as reports write them, read as 'YYYY-MM-DD' and 'YYYY'.

A day is read where year, month and day are all written, in this order. A month does not stand for one of its days,
and what has not come yet is refused unless the form expects it (a planned completion).
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from scicity.ingest.cells import Cell
from scicity.ingest.findings import Refused
from scicity.ingest.months import FIRST_SERIAL, LAST_SERIAL, SERIAL_ZERO
from scicity.ingest.values import shown_by, word

SIGN = r"\s*(?P<sign>[-/.–—])\s*"
MIDNIGHT = r"(?:(?:\s+|T)0?0:00(?::00(?:\.0+)?)?)?"
DAYS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"(?P<year>\d{{4}})\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*[日号]?{MIDNIGHT}",
        rf"(?P<year>\d{{4}}){SIGN}(?P<month>\d{{1,2}})\s*(?P=sign)\s*(?P<day>\d{{1,2}}){MIDNIGHT}",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
    )
)
MONTH = re.compile(r"\d{4}\s*(?:年\s*\d{1,2}\s*月?份?|[-/.–—]\s*\d{1,2}|(?:0[1-9]|1[0-2]))", re.ASCII)
YEAR = re.compile(r"(\d{4})\s*(?:年度?)?", re.ASCII)
FIRST = 1900


def day(cell: Cell, future: bool = False) -> str | None:
    """The day of a cell: text, a date cell, a date's serial number, or a number like 20200815; None when missing."""
    written = word(_dated(shown_by(cell)))
    return None if written is None else _of_text(written, future)


def _dated(cell: Cell) -> Cell:
    """The date whose serial number a spreadsheet shows because the cell lost its format."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and FIRST_SERIAL <= cell <= LAST_SERIAL:
        return SERIAL_ZERO + timedelta(days=int(cell)) if cell == int(cell) else cell
    return cell


@lru_cache(maxsize=65536)
def _of_text(written: str, future: bool) -> str:
    found = next(filter(None, (pattern.fullmatch(written) for pattern in DAYS)), None)
    if not found:
        raise Refused("day_missing" if MONTH.fullmatch(written) else "day", found=written)
    try:
        read = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise Refused("no_such_day", found=written) from None
    if read.year < FIRST:
        raise Refused("day", found=written)
    if read > date.today() and not future:
        raise Refused("future_day", found=written, today=date.today().isoformat())
    return read.isoformat()


def year(cell: Cell, future: bool = False) -> str | None:
    """The year of a cell, written 2020 or 2020年; None when missing."""
    written = word(cell)
    if written is None:
        return None
    found = YEAR.fullmatch(written)
    if not found or int(found[1]) < FIRST:
        raise Refused("year", found=written)
    if int(found[1]) > date.today().year and not future:
        raise Refused("future_year", found=written)
    return found[1]
