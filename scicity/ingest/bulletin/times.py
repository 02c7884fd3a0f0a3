"""Periods as bulletins print them: 1-8月, 1—2月份, 一季度, 上半年, 前三季度, 全年, 2020年11月, 2020年末, 2020.

A period may lack its year, which then stands in a title, or (and that is said) in the file's name.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from scicity.ingest.bulletin.words import compact, simplified

Kind = Literal["year", "span", "month", "end"]
JOIN = r"(?:[-—–―─−~〜～]+|至|到)"
YEAR = r"(?:(?P<year>(?:19|20)\d\d)(?:年度?|[-./])?)?"
NUMBER = r"(?:1[0-2]|0?[1-9])"
WORDS = {
    "前三季度": (1, 9), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
    "1季度": (1, 3), "2季度": (4, 6), "3季度": (7, 9), "4季度": (10, 12),
    "上半年": (1, 6), "下半年": (7, 12), "全年": (1, 12),
}  # fmt: skip
TWO_YEARS = re.compile(rf"(?:19|20)\d\d年?(?:{NUMBER}月)?{JOIN}(?:19|20)\d\d年?(?:{NUMBER}月)?")
RANGE = re.compile(rf"(?<!\d){YEAR}(?P<first>{NUMBER})月?份?{JOIN}(?P<last>{NUMBER})月(?:份|末|底)?")
WORD = re.compile(rf"(?<!\d){YEAR}第?(?P<word>{'|'.join(WORDS)})")
MONTH = re.compile(rf"(?<!\d){YEAR}(?P<month>{NUMBER})月(?:份)?(?P<end>末|底)?")
ISO = re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)[-./](?P<month>{NUMBER})(?!\d|[-./])")
PLAIN = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:年度?年?)(?P<end>末|底)?")
# a day is when something was held, or by which it is counted; any other day is when a page was put up, and no period
DAY = re.compile(
    rf"(?P<year>(?:19|20)\d\d)(?:年(?P<month>{NUMBER})月\d{{1,2}}日|([-./])(?P<other>{NUMBER})\3\d{{1,2}}(?![\d月]))"
)
HELD = re.compile(r"截至|截止|启动|开工|签约|揭牌|大会|博览会|智博会|活动|投产|竣工")
# something held in a month has that month for its date; what is counted in a month may be its own or since January
EVENT = re.compile(
    r"集中(?:开工|签约|投产|竣工)|全面启动|(?:启动|开工|签约|揭牌)(?:仪式|大会|活动)|博览会|智博会|截至|截止"
)
DATED = re.compile(r"[()]*(?:(?:时间|日期):?)?[()]*")  # all that a line says beside a day
COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?!\d)")
NUMBERED = re.compile(r"(^\d{1,2}|(?:表|图)[\d.\-]{1,5}?)(?=(?:19|20)\d\d年)")
BARE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")
CHINESE = {digit: str(at) for at, digit in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}
MONTHS = {"十二": 12, "十一": 11, "十": 10} | {digit: at for at, digit in enumerate("一二三四五六七八九", start=1)}


@dataclass(frozen=True)
class Span:
    """Months first to last of a year (0: not printed). year: the year as such; end: a moment; month: one month."""

    year: int
    first: int
    last: int
    kind: Kind

    def written(self, stock: bool = False) -> str:
        """As the rows have it: 2020, 2020-12, 2020-01/2020-08. A stock stands at the end of its period."""
        if stock or self.kind == "end":
            return f"{self.year}-{self.last:02d}"
        if self.kind == "year":
            return f"{self.year}"
        return f"{self.year}-{self.first:02d}/{self.year}-{self.last:02d}"

    def to_date(self) -> "Span":
        """From January to the end of this period."""
        return replace(self, first=1, kind="span")

    def of(self, year: int) -> "Span":
        """The same months; in `year` where none is printed."""
        return self if self.year else replace(self, year=year)

    def before(self) -> "Span":
        """The same months a year before."""
        return replace(self, year=self.year - 1)


@lru_cache(maxsize=8192)
def found_in(text: str, bare_years: bool = False) -> tuple[tuple[Span, ...], str]:
    """Every period in a text, and what remains of it. bare_years: 2020 without 年 counts too (names of files)."""
    rest, spans = NUMBERED.sub(r"\1 ", _western(simplified(compact(text)))), list[Span]()
    held, event = bool(HELD.search(rest)), bool(EVENT.search(rest))
    while match := DAY.search(rest):
        month = int(match["month"] or match["other"])
        spans.extend([Span(int(match["year"]), month, month, "end")] if held else [])
        rest = rest[: match.start()] + rest[match.end() :]
    for pattern in (TWO_YEARS, RANGE, WORD, MONTH, ISO, PLAIN, *([COMPACT, BARE] if bare_years else [])):
        while match := pattern.search(rest):
            spans.extend(replace(one, kind="end") if event and one.kind == "month" else one for one in _spans(match))
            rest = rest[: match.start()] + rest[match.end() :]
    return tuple(spans), rest


def only(text: str) -> Span | None:
    """The period that the whole text is; None when it says anything else, or more than one."""
    spans, rest = found_in(text, bare_years=True)
    return spans[0] if len(spans) == 1 and not rest.strip("()") else None


def day_alone(text: str) -> Span | None:
    """The month of the day that is all a line says: it may be when something was held or when a page was put up."""
    line = _western(simplified(compact(text)))
    match = DAY.search(line)
    if not match or not DATED.fullmatch(line[: match.start()] + line[match.end() :]):
        return None
    month = int(match["month"] or match["other"])
    return Span(int(match["year"]), month, month, "end")


def of_cell(cell: object) -> Span | None:
    """The period of a label's cell: text, a number that is a year or 202008, a date on a month's first or last day."""
    if isinstance(cell, date):
        return Span(cell.year, cell.month, cell.month, "month")
    if isinstance(cell, bool) or cell is None:
        return None
    text = f"{cell:g}" if isinstance(cell, float | int) else str(cell)
    if match := re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])", text):
        return Span(int(match[1]), int(match[2]), int(match[2]), "month")
    return only(text)


def _spans(match: re.Match[str]) -> list[Span]:
    if match.re is TWO_YEARS:  # from one year to another: no period of ours, but both years are in sight
        return [Span(int(year), 1, 12, "year") for year in re.findall(r"(?:19|20)\d\d", match[0])]
    said = match.groupdict()
    year = int(said.get("year") or 0)
    if said.get("word"):
        first, last = WORDS[said["word"]]
        return [Span(year, first, last, "span")]
    if said.get("last"):
        first, last = int(said["first"]), int(said["last"])
        return [Span(year, first, last, "span")] if first <= last else []
    if said.get("month"):
        month = int(said["month"])
        return [Span(year, month, month, "end" if said.get("end") else "month")]
    return [Span(year, 12 if said.get("end") else 1, 12, "end" if said.get("end") else "year")]


def _western(text: str) -> str:
    """二〇二〇年 as 2020年 and 十一月 as 11月."""
    digits = "".join(CHINESE)
    text = re.sub(rf"(?:[一二][{digits}]{{3}})(?=年)", lambda one: "".join(CHINESE[d] for d in one[0]), text)
    return re.sub(
        r"(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])(?=月)", lambda one: str(MONTHS[one[0]]), text
    )
