"""Months of industry statistics, written 'YYYY-MM' by their closing month; never days.

January and February are one observation: '2020-02' is 1—2月 of 2020, and '2020-01' does not exist.
A year has eleven points. The span says what a number covers: the month alone, or the year to date.
"""

import re
from typing import Literal

from scicity.wording import Language

Span = Literal["month", "ytd"]
SPANS: tuple[Span, ...] = ("month", "ytd")

EM_DASH = "\N{EM DASH}"
EN_DASH = "\N{EN DASH}"
ENGLISH = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def year_of(month: str) -> int:
    return int(month[:4])


def number_of(month: str) -> int:
    """The closing month's number, 2 to 12."""
    return int(month[5:])


def written(year: int, number: int) -> str:
    return f"{year:04d}-{number:02d}"


def is_month(text: str) -> bool:
    """Whether `text` is a month an industry series can have ('2020-02' to '2020-12', no January)."""
    return bool(re.fullmatch(r"(19|20)\d\d-(0[2-9]|1[0-2])", text))


def previous(month: str) -> str:
    """The observation before: 1—2月 for March, December of the year before for 1—2月."""
    year, number = year_of(month), number_of(month)
    return written(year - 1, 12) if number == 2 else written(year, number - 1)


def following(month: str) -> str:
    """The observation after: 1—2月 of the next year for December."""
    year, number = year_of(month), number_of(month)
    return written(year + 1, 2) if number == 12 else written(year, number + 1)


def year_before(month: str) -> str:
    return written(year_of(month) - 1, number_of(month))


def between(first: str, last: str) -> list[str]:
    """All observations from `first` to `last`, both included; empty when `last` is earlier."""
    found = []
    while first <= last:
        found.append(first)
        first = following(first)
    return found


def months_in(month: str, span: Span = "month") -> int:
    """How many calendar months the observation covers: 2 for 1—2月, the closing month's number for a year to date."""
    number = number_of(month)
    return number if span == "ytd" or number == 2 else 1


def starts(month: str, span: Span) -> str:
    """The first calendar month of the observation, as 'YYYY-MM' (the only place where '-01' is written)."""
    return written(year_of(month), number_of(month) - months_in(month, span) + 1)


def label(month: str, span: Span = "month", language: Language = "zh", with_year: bool = True) -> str:
    """E.g. 2020年8月, 2020年1—2月, 2020年1—8月; Aug 2020, Jan–Aug 2020."""
    number = number_of(month)
    merged = span == "ytd" or number == 2
    if language == "zh":
        months = f"1{EM_DASH}{number}月" if merged else f"{number}月"
        return f"{year_of(month)}年{months}" if with_year else months
    months = f"Jan{EN_DASH}{ENGLISH[number]}" if merged else ENGLISH[number]
    return f"{months} {year_of(month)}" if with_year else months


def tick(month: str, language: Language = "zh") -> str:
    """An axis label: 1—2月 in full, later months as the bare number (Chinese) or the short name (English)."""
    if number_of(month) == 2:
        return label(month, "month", language, with_year=False)
    return str(number_of(month)) if language == "zh" else ENGLISH[number_of(month)]


def range_label(start: str, end: str, language: Language = "zh") -> str:
    """A cited figure's period: years or calendar months, alone or as a range; '' when the source states none.

    E.g. 2020年10月, 2020年1—8月, 2020年, 2020—2024年; Oct 2020, Jan–Aug 2020, 2020, 2020–2024.
    """
    if not start:
        return ""
    if len(start) == 4:
        dash = EM_DASH if language == "zh" else EN_DASH
        years = start if start == end else f"{start}{dash}{end}"
        return f"{years}年" if language == "zh" else years
    first, last = number_of(start), number_of(end)
    if language == "zh":
        months = f"{first}月" if start == end else f"{first}{EM_DASH}{last}月"
        same = year_of(start) == year_of(end)
        return f"{year_of(end)}年{months}" if same else f"{year_of(start)}年{first}月{EM_DASH}{year_of(end)}年{last}月"
    if start == end:
        return f"{ENGLISH[last]} {year_of(end)}"
    year = "" if year_of(start) == year_of(end) else f" {year_of(start)}"
    return f"{ENGLISH[first]}{year}{EN_DASH}{ENGLISH[last]} {year_of(end)}"
