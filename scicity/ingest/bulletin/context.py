"""What stands around a table and holds for all of it: period, units, and the indicator its title names.

A period comes from the nearest place that has one: an answer of the caller, the table's titles, the first titles of
the sheet, the sheet's name, and last the file's name (said in a finding). Two years in one place are asked about.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scicity.ingest.bulletin import times
from scicity.ingest.bulletin.heads import ENDS_IN_GROWTH, ENDS_IN_SHARE, Nature, Timing
from scicity.ingest.bulletin.naming import ALIASES, NO_INDICATOR, plain_title
from scicity.ingest.bulletin.tables import Table
from scicity.ingest.bulletin.times import Span
from scicity.ingest.bulletin.words import BRACKET, MONTHLY, NATION, NOTE, TO_DATE, UNIT_LINE, simplified, unit_of
from scicity.ingest.findings import Refused

Source = Literal["", "answer", "title", "page", "sheet", "file"]
SEPARATORS = re.compile(r"[、,;/及和]+")
DATE = re.compile(r"(?:19|20)\d\d[-._]?(?:0[1-9]|1[0-2])[-._]?(?:0[1-9]|[12]\d|3[01])(?!\d)")  # when a file was sent
KEYED = re.compile(r"^指标(?:名称)?:")


@dataclass(frozen=True)
class Answers:
    """What the caller says where the file is silent or unclear; '' for nothing.

    period as 2020, 2020-08 or 2020-01/2020-08.
    """

    period: str = ""
    unit: str = ""
    indicator: str = ""


@dataclass(frozen=True)
class Context:
    """span: None where no place has a period; source: the place it was taken from; units: of the unit line."""

    titles: tuple[str, ...]
    span: Span | None
    source: Source
    units: tuple[str, ...]
    unit_line: str
    indicator: str
    nature: Nature
    timing: Timing
    area: str
    answers: Answers


def around(table: Table, page: Table, file: str, answers: Answers) -> Context:
    """The context of a table; `page` is the first table of its sheet, `file` the file's name without its ending."""
    titles, lines = _titles(table), _unit_lines(table)
    span, source = _span(titles, _titles(page), table.sheet, file, answers)
    indicator, nature, timing, area, unit = _about(titles)
    units = tuple(dict.fromkeys(filter(None, [*_units(lines), unit])))
    units = (answers.unit,) if answers.unit else units
    named = answers.indicator or indicator
    return Context(titles, span, source, units, " ".join(lines), named, nature, timing, area, answers)


def answered(period: str) -> Span:
    """The caller's period. Raises ValueError for anything else than 2020, 2020-08, 2020-01/2020-08 or 2020年1-8月."""
    text = period.strip()
    if match := re.fullmatch(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)", text):
        if match[1] == match[3] and 1 <= int(match[2]) <= int(match[4]) <= 12:
            return Span(int(match[1]), int(match[2]), int(match[4]), "month" if match[2] == match[4] else "span")
        raise ValueError(f"{period}: a period lies within one year")
    span = times.only(text)
    if span is None or not span.year:
        raise ValueError(f"{period}: write a period as 2020, 2020-08 or 2020-01/2020-08")
    return span


def _titles(table: Table) -> tuple[str, ...]:
    texts = [spot.text for line in table.above for spot in line.filled]
    kept = [UNIT_LINE.sub("", simplified(text)).strip() for text in texts if not NOTE.match(simplified(text))]
    return tuple(text for text in kept if text)


def _unit_lines(table: Table) -> list[str]:
    texts = [simplified(spot.text) for line in table.above for spot in line.filled]
    return [match[1] for text in texts for match in UNIT_LINE.finditer(text)]


def _units(lines: Iterable[str]) -> list[str]:
    return [
        unit
        for line in lines
        for token in SEPARATORS.split(line)
        if (unit := unit_of(re.sub(r"[A-Za-z]+:?.*$", "", token)))
    ]


def _span(
    titles: Sequence[str], page: Sequence[str], sheet: str, file: str, answers: Answers
) -> tuple[Span | None, Source]:
    if answers.period:
        return answered(answers.period), "answer"
    for texts, source, bare in (
        (titles, "title", False),
        (page, "page", False),
        ([sheet], "sheet", True),
        ([DATE.sub("", file.replace("_", " "))], "file", True),
    ):
        spans = [span for text in texts for span in times.found_in(text, bare)[0]]
        if found := _one(spans):
            return found, source  # type: ignore[return-value]
    return None, ""


def _one(spans: Sequence[Span]) -> Span | None:
    """The one period that several mentions give: 2020年 and 1-8月 are 2020年1-8月. Two different ones are refused."""
    years = sorted({span.year for span in spans if span.year})
    if len(years) > 1:
        raise Refused("bulletin_years", found="、".join(map(str, years)), choices="、".join(map(str, years)))
    if not years:
        return None
    exact = {replace(span, year=years[0]) for span in spans if span.kind != "year"}
    if len(exact) > 1:
        choices = "、".join(sorted(one.written() for one in exact))
        raise Refused("bulletin_period_unclear", found=choices, choices=choices)
    return exact.pop() if exact else Span(years[0], 1, 12, "year")


def _about(titles: Sequence[str]) -> tuple[str, Nature, Timing, str, str]:
    """Indicator, nature, timing, area and unit that the nearest title names; '' each where it names none."""
    keyed = [title for title in titles if KEYED.match(title)]  # 指标:… beside 数据库:…, 时间:…
    for title in keyed or reversed(titles):
        text, unit = KEYED.sub("", title), ""
        bracket = BRACKET.search(text)
        if bracket and unit_of(bracket[1]):
            text, unit = text[: bracket.start()], unit_of(bracket[1])
        rest, area = plain_title(text)
        noun, nature, timing = _split(rest)
        if noun and not NO_INDICATOR.fullmatch(noun):
            noun = next((name for pattern, name in ALIASES if pattern.fullmatch(noun)), noun)
            return noun, nature, timing, area if area == NATION else "", unit
        if nature:
            return "", nature, timing, area if area == NATION else "", unit
    return "", "", "", "", ""


def _split(rest: str) -> tuple[str, Nature, Timing]:
    """规模以上工业增加值累计增长速度: the indicator, that it grows, and from January on."""
    timing: Timing = ""
    nature: Nature = ""
    if found := ENDS_IN_GROWTH.fullmatch(rest):
        rest, nature = found[1], "growth"
        timing = "ytd" if found[2] == "累计" else "month" if found[2] else ""
    elif found := ENDS_IN_SHARE.fullmatch(rest):
        rest, nature = found[1], "share"
    for pattern, told in ((MONTHLY, "month"), (TO_DATE, "ytd")):
        if match := re.search(rf"_?(?:{pattern.pattern})$", rest):
            rest, timing = rest[: match.start()], told  # type: ignore[assignment]
    return rest.strip("_"), nature, timing
