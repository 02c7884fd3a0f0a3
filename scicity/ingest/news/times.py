"""Periods that a text states: 2020年1—8月, 前三季度, 上半年, 9月15日, 2020年末, 目前.

A month or a part of a year without its year takes the year stated before it, else the year of publication where it has
ended by then, else it stays open: no year is guessed. 比1—7月 and 与2020年同比 name a base, not a period.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

YEAR = r"(?:(?P<year>(?:19|20)\d\d)年?度?|(?P<named>今年|去年|上年|本年|当年|前年|明年))?的?"
ORDER = {sign: place for place, sign in enumerate("一二三四", 1)} | {str(one): one for one in range(1, 5)}
MONTH = r"(?:1[0-2]|0?[1-9])"
KINDS = {
    "years": r"(?P<first>(?:19|20)\d\d)年?[-—至～](?P<last>(?:19|20)\d\d)年",
    "months": rf"{YEAR}(?P<first>{MONTH})月?份?[-—至到～](?P<last>{MONTH})月份?",
    "to_month": rf"{YEAR}前(?P<last>{MONTH}|[二三四五六七八九十]{{1,2}})个?月",
    "half": rf"{YEAR}(?P<which>上半年|下半年)",
    "quarters": rf"{YEAR}前(?P<last>[二三2-3])个?季度",
    "quarter": rf"{YEAR}第?(?P<last>[一二三四1-4])季度",
    "day": rf"{YEAR}(?P<last>{MONTH})月\d{{1,2}}[日号]",
    "month": rf"{YEAR}(?P<last>{MONTH})月(?P<point>份?末|底)?份?",
    "year": r"(?:(?P<year>(?:19|20)\d\d)年(?!代)|(?P<named>今年|去年|上年|本年|当年|前年))"
    r"(?P<point>末|底)?度?(?:以来)?(?:同期)?",
    "whole": r"(?P<named>全年)",
    "now": r"截至目前|目前|当前|迄今|至今|现有",
}
PATTERNS = {name: re.compile(rf"(?<![\d.]){pattern}") for name, pattern in KINDS.items()}
BASE = re.compile(r"(?:比|与|较|相比|对比)$")
AHEAD = re.compile(r"(?<![达得])到$|力争$|预计$")
UNTIL = re.compile(r"截[至止]$")
TENS = {"十": 10, "十一": 11, "十二": 12}
CHINESE = {sign: place for place, sign in enumerate("一二三四五六七八九", 1)} | TENS
SHIFT = {"今年": 0, "本年": 0, "当年": 0, "全年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}


@dataclass(frozen=True)
class Period:
    """period: 'YYYY', 'YYYY-MM' or two of them with a slash; '' where the text does not settle it.

    form: years, months, year, month, day, point (an end of month or year, or 目前). base: it is what is compared with;
    ahead: it has not ended when the text is published, or is spoken of as a goal (到2025年); until: 截至9月15日.
    """

    start: int
    end: int
    period: str
    form: str
    base: bool
    ahead: bool
    until: bool


def periods(text: str, today: date | None) -> list[Period]:
    """The periods of a plain text in its order. today: the day it was published; None leaves 今年 open."""
    found: list[Period] = []
    year: int | None = None
    for name, match in _matches(text):
        groups = match.groupdict()
        given = _year(groups, today, year)
        year = given or year
        base = BASE.search(text, 0, match.start())
        start = base.start() if base else match.start()
        period = _period(name, groups, given or year, today)
        before = text[max(0, start - 2) : start]
        ahead = bool(AHEAD.search(before)) or bool(today and period[:4] > str(today.year))
        form = _form(name, groups)
        found.append(Period(start, match.end(), period, form, bool(base), ahead, bool(UNTIL.search(before))))
        if base and given:
            # 与2020年同比: the year of the base is not the year of what follows
            year = given + 1 if groups.get("year") else year
    return found


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The longest reading at each place, from left to right."""
    place = 0
    while place < len(text):
        here = [(name, match) for name, pattern in PATTERNS.items() if (match := pattern.search(text, place))]
        if not here:
            return
        name, match = min(here, key=lambda one: (one[1].start(), -one[1].end()))
        yield name, match
        place = match.end()


def _year(groups: dict[str, str | None], today: date | None, before: int | None) -> int | None:
    if groups.get("year"):
        return int(str(groups["year"]))
    named = groups.get("named")
    if named == "全年" and before:
        return before
    return today.year + SHIFT[named] if named and today else None


def _period(name: str, groups: dict[str, str | None], year: int | None, today: date | None) -> str:
    if name == "now":
        return ""
    if name == "years":
        return f"{groups['first']}/{groups['last']}"
    if name in ("year", "whole"):
        return _of_year(groups, year)
    first, last = _months(name, groups)
    if year is None and today:
        # 12月 in a text of January is the year before; in a text of October it is still to come, or long past
        year = today.year if last <= today.month else today.year - 1 if today.month <= 3 else None
    if year is None or first > last:
        return ""
    return f"{year}-{last:02d}" if first == last else f"{year}-{first:02d}/{year}-{last:02d}"


def _of_year(groups: dict[str, str | None], year: int | None) -> str:
    if year is None:
        return ""
    return f"{year}-12" if groups.get("point") else str(year)


def _months(name: str, groups: dict[str, str | None]) -> tuple[int, int]:
    if name == "half":
        return (1, 6) if groups["which"] == "上半年" else (7, 12)
    last = str(groups["last"])
    if name in ("quarter", "quarters"):
        end = 3 * ORDER[last]
        return (1 if name == "quarters" else end - 2), end
    month = int(last) if last.isdigit() else CHINESE.get(last, 0)
    if name == "months":
        return int(str(groups["first"])), month
    return (1 if name == "to_month" else month), month


def _form(name: str, groups: dict[str, str | None]) -> str:
    if name == "day":
        return "day"
    if name == "now" or groups.get("point"):
        return "point"
    return {"years": "years", "year": "year", "whole": "year", "month": "month"}.get(name, "months")
