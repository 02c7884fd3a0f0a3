"""Months as reports write them, read as 'YYYY-MM' by the closing month.

January and February are one observation of industry statistics: it is read only where it is written as both months
(2020年1—2月). A single January or February is refused with that reason, for nobody can say which of the two it is.
"""

import calendar
import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from scicity import periods
from scicity.ingest.cells import Cell, Merged
from scicity.ingest.findings import Refused
from scicity.ingest.values import FULL_WIDTH

JOIN = r"(?:-|—|–|―|─|−|~|〜|至|到)+"
YEAR = r"(?P<year>20\d\d)"
BOTH = (
    re.compile(rf"{YEAR}年0?1月?{JOIN}0?2月份?"),
    re.compile(rf"{YEAR}[./-]?0?1(?:—|–|―|~|〜|至|到)+(?:(?P=year)[./-]?)?0?2月?份?"),
    re.compile(rf"{YEAR}01-(?:(?P=year))?02"),
)
SPAN = re.compile(rf"{YEAR}年?[./-]?0?1月?{JOIN}(?:\d{{1,2}})月?份?")
ONE = (
    re.compile(rf"{YEAR}年(?P<month>\d{{1,2}})月?份?"),
    re.compile(rf"{YEAR}[-./](?P<month>\d{{1,2}})月?"),
    re.compile(rf"{YEAR}(?P<month>0[1-9]|1[0-2])"),
)
DAY = re.compile(r"(?P<year>20\d\d)[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})日?(?:T?0?0:00(?::00(?:\.0+)?)?)?")
FIRST_SERIAL, LAST_SERIAL = 36526, 73050  # 2000-01-01 and 2099-12-31 in the 1900 date system
SERIAL_ZERO = date(1899, 12, 30)


def month(cell: Cell) -> str:
    """The month of a cell: text, a date, a date's serial number, or a number like 202008."""
    if isinstance(cell, Merged):
        cell = cell.value
    if isinstance(cell, bool) or cell is None:
        raise Refused("month", found=cell)
    if isinstance(cell, date):
        return _of_day(cell, cell.isoformat())
    if isinstance(cell, int | float):
        return _of_number(cell)
    if isinstance(cell, str):
        return _of_text(cell)
    raise Refused("month", found=cell)


def _of_number(number: float) -> str:
    if number != int(number):
        raise Refused("month", found=number)
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        return _of_day(SERIAL_ZERO + timedelta(days=int(number)), number)
    return _of_text(str(int(number)))


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    bare = "".join(text.translate(FULL_WIDTH).split()).removeprefix("'")
    for pattern in BOTH:
        if found := pattern.fullmatch(bare):
            return periods.written(int(found["year"]), 2)
    if found := DAY.fullmatch(bare):
        try:
            return _of_day(date(int(found["year"]), int(found["month"]), int(found["day"])), text)
        except ValueError:
            raise Refused("month", found=text) from None
    for pattern in ONE:
        if found := pattern.fullmatch(bare):
            return _single(int(found["year"]), int(found["month"]), text)
    raise Refused("month_is_span" if SPAN.fullmatch(bare) else "month", found=text)


def _of_day(day: date, found: object) -> str:
    """A date stands for its month only on the first or last day, as spreadsheets and reports date a month."""
    if day.day not in (1, calendar.monthrange(day.year, day.month)[1]) or not 2000 <= day.year <= 2099:
        raise Refused("month", found=found)
    return _single(day.year, day.month, found)


def _single(year: int, number: int, found: object) -> str:
    if number in (1, 2):
        raise Refused("january", found=found, year=year)
    if not 3 <= number <= 12:
        raise Refused("month", found=found)
    written = periods.written(year, number)
    if written > f"{datetime.now():%Y-%m}":
        raise Refused("future", found=found, month=written)
    return written
