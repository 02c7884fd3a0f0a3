"""What the heads over one column say: measure, unit, period, territory. An unknown word is kept as the noun."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scicity.ingest.bulletin import times
from scicity.ingest.bulletin.times import Span
from scicity.ingest.bulletin.words import (
    AREA,
    BEFORE,
    BRACKET,
    CHAIN,
    COUNTED,
    GROWTH,
    LEVEL,
    MONTHLY,
    OF_WHICH,
    PLUS_MINUS,
    POINTS,
    RANK,
    SHARE,
    SHARE_OF,
    TO_DATE,
    chinese,
    simplified,
    unit_of,
    without_footnote,
)

Role = Literal["label", "value", "unit", "serial", "remark", "unread", "empty"]
Nature = Literal["", "level", "growth", "chain", "share", "points", "rank"]
Timing = Literal["", "month", "ytd"]
ENDS_IN_GROWTH = re.compile(rf"(.*?)_?(当月|累计)?({GROWTH})(?:%)?")
ENDS_IN_SHARE = re.compile(rf"(.*?)_?({SHARE})")
BARE_PERCENT = re.compile(rf"(.+?)(?:{PLUS_MINUS})?%$")


SHARE_END = re.compile(rf"(?:{SHARE})$")


@dataclass(frozen=True)
class Column:
    """One column. head: its heads as printed, joined; unit, span, timing: where a head says them; before: 上年同期.

    noun: what is measured, '' where the rows say it; counted: 数量 and the like; area: the head that is a territory;
    part: #女, of the level to the left.
    """

    position: int
    role: Role
    head: str = ""
    unit: str = ""
    span: Span | None = None
    spans: int = 0
    timing: Timing = ""
    nature: Nature = ""
    noun: str = ""
    share: str = ""
    counted: bool = False
    area: str = ""
    part: str = ""
    before: bool = False


def measured(column: Column, heads: Sequence[str]) -> Column:
    """The column with all that its heads say."""
    for head in heads:
        column = _read(column, chinese(simplified(without_footnote(head))))
    nature = column.nature
    if column.unit == POINTS:
        nature = "points"
    return replace(column, nature=nature)


def _read(column: Column, text: str) -> Column:
    text, unit = _split_unit(text)
    if match := OF_WHICH.match(text):
        return replace(column, part=text[match.end() :], unit=unit or column.unit, nature="level")
    spans, rest = times.found_in(text, bare_years=True)
    rest = rest.strip("()_、,:-/")
    column = replace(column, unit=unit or column.unit, spans=column.spans + len(spans))
    if spans:
        column = replace(column, span=spans[-1])
    if spans and spans[-1].kind == "end" and not rest:
        return replace(column, nature="level")
    return _named(column, rest) if rest else column


def _split_unit(text: str) -> tuple[str, str]:
    """产值(亿元) is 产值 in 亿元; 同比±% is a growth in %; a bracket that is no unit stays."""
    if unit := unit_of(text):
        return "", unit
    bracket = BRACKET.search(text)
    if bracket and (unit := unit_of(bracket[1])):
        return text[: bracket.start()], unit
    percent = BARE_PERCENT.fullmatch(text)
    if percent:
        return text[:-1], "%"
    return text, ""


def _named(column: Column, rest: str) -> Column:
    """The column with one head's words, its unit and periods aside."""
    if MONTHLY.fullmatch(rest):
        return replace(column, timing="month")
    if TO_DATE.fullmatch(rest):
        return replace(column, timing="ytd")
    if BEFORE.fullmatch(rest):
        return replace(column, before=True, nature=column.nature or "level")
    if CHAIN.fullmatch(rest):
        return replace(column, nature="chain")
    if LEVEL.fullmatch(rest):
        return replace(column, nature=column.nature or "level", counted=bool(COUNTED.fullmatch(rest)))
    if SHARE_OF.fullmatch(rest):
        return replace(column, nature="share", share=rest, noun="")
    if RANK.fullmatch(rest):
        return replace(column, nature="rank", share=rest)
    if AREA.fullmatch(rest):
        return replace(column, area=rest)
    return _compound(column, rest)


def _compound(column: Column, rest: str) -> Column:
    """A growth or share, with or without its noun (工业增加值同比增长); anything else is the noun of a level."""
    timings: tuple[tuple[re.Pattern[str], Timing], ...] = ((MONTHLY, "month"), (TO_DATE, "ytd"))
    for monthly, timing in timings:
        for part in (monthly.match(rest), re.search(rf"(?:{monthly.pattern})$", rest)):
            if part and part[0] != rest:
                left = (rest[: part.start()] + rest[part.end() :]).strip("()_")
                return _named(replace(column, timing=timing), left)
    if found := ENDS_IN_GROWTH.fullmatch(rest):
        noun = found[1]
        if SHARE_END.search(noun):
            return replace(column, nature="points")
        return replace(column, nature="growth", noun=column.noun + noun)
    if found := ENDS_IN_SHARE.fullmatch(rest):
        return replace(column, nature="share", noun=column.noun + found[1], share=found[2])
    return replace(column, nature=column.nature or "level", noun=column.noun + rest)
