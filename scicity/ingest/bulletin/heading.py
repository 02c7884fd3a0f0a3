"""What each column of a table holds, from the one to four header rows above it.

A column's heads are read from top to bottom: areas, groups, periods, units and measures may stand in any of them.
What a head says and this room does not know is kept as `noun`: the caller decides, or asks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scicity.ingest.bulletin import times
from scicity.ingest.bulletin.sheets import Line
from scicity.ingest.bulletin.tables import Table
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
    PERIOD_HEAD,
    PLUS_MINUS,
    POINTS,
    RANK,
    REMARK_HEAD,
    SERIAL_HEAD,
    SERIAL_ONLY,
    SHARE,
    SHARE_OF,
    TO_DATE,
    UNIT_HEAD,
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


@dataclass(frozen=True)
class Column:
    """One column. head: its heads as printed, joined; unit, span, timing: where a head says them; before: 上年同期.

    noun: what is measured, '' where the rows say it; counted: 数量 and the like; area: the head that is a territory.
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
    before: bool = False


def columns_of(table: Table) -> tuple[Column, ...]:
    """Every column of the table from left to right."""
    positions = sorted({spot.column for line in (*table.header, *table.body) for spot in line.filled})
    heads = _heads(table.header, positions)
    # a territory over every column is the scope of the table; another noun there names what is measured
    common = [head for head in _common(heads) if AREA.fullmatch(simplified(head))]
    found = list[Column]()
    for position in positions:
        cells = [line.at(position) for line in table.body]
        role = _role(heads[position], [spot.text for spot in cells if spot.text], _valued(table, position), found)
        column = Column(position, role, "/".join(heads[position]))
        if role == "value":
            column = _measured(column, [head for head in heads[position] if head not in common])
        found.append(column)
    return tuple(found)


def scope_of(table: Table) -> str:
    """The head that spans every column of values: whose figures the table gives; '' for none."""
    positions = sorted({spot.column for line in (*table.header, *table.body) for spot in line.filled})
    return "/".join(_common(_heads(table.header, positions)))


def _heads(header: Sequence[Line], positions: Sequence[int]) -> dict[int, list[str]]:
    """The texts over each column from top to bottom; a merged or, in text files, an empty cell repeats its left one."""
    heads: dict[int, list[str]] = {position: [] for position in positions}
    for at, line in enumerate(header):
        last, carried = 0, ""
        for position in positions:
            spot = line.at(position)
            text = spot.text or spot.over
            if spot.text:
                last, carried = position, spot.text
            elif not text and carried and _has_below(header[at + 1 :], position) and _has_below(header[at + 1 :], last):
                text = carried
            elif text != carried:
                last, carried = 0, ""
            if text and text not in heads[position][-1:]:
                heads[position].append(text)
    return heads


def _has_below(lines: Sequence[Line], position: int) -> bool:
    return any(line.at(position).text for line in lines)


def _common(heads: dict[int, list[str]]) -> list[str]:
    """Heads that stand over every column but the labels, and are no measure: they say whose figures these are."""
    stacked = [texts for texts in heads.values() if len(texts) > 1]
    if len(stacked) < 2:
        return []
    first = stacked[0][0]
    shared = all(texts[0] == first for texts in stacked) and not times.found_in(first)[0]
    return [first] if shared else []


def _valued(table: Table, position: int) -> bool:
    return any(line.at(position).valued and len(line.filled) > 1 for line in table.body) or any(
        line.at(position).valued for line in table.body if len(line.filled) == 1
    )


def _role(heads: Sequence[str], texts: Sequence[str], valued: bool, before: Sequence[Column]) -> Role:
    head = simplified("".join(heads))
    if not texts:
        return "empty"
    if SERIAL_HEAD.fullmatch(head) or (not before and not head and all(map(SERIAL_ONLY.fullmatch, texts))):
        return "serial"
    if UNIT_HEAD.fullmatch(head) and all(unit_of(text) or not text for text in texts):
        return "unit"
    if REMARK_HEAD.fullmatch(head):
        return "remark"
    past_values = any(one.role == "value" for one in before)
    labelled = any(one.role == "label" for one in before)
    if PERIOD_HEAD.fullmatch(head) and not past_values:
        return "label"
    if valued and (labelled or past_values or _says_value(heads)):
        return "value"
    # what stands below may be wrong to the last cell: it is said then, not left out
    if labelled and _says_value(heads):
        return "value"
    return "unread" if past_values else "label"


def _says_value(heads: Sequence[str]) -> bool:
    """Whether the heads alone say that the column is of values."""
    read = _measured(Column(0, "value"), heads)
    return bool(read.unit or read.span or read.timing or (read.nature and not read.noun))


def _measured(column: Column, heads: Sequence[str]) -> Column:
    """The column with all that its heads say."""
    for head in heads:
        column = _read(column, chinese(simplified(without_footnote(head))))
    nature = column.nature
    if column.unit == POINTS:
        nature = "points"
    return replace(column, nature=nature)


def _read(column: Column, text: str) -> Column:
    text, unit = _split_unit(text)
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


SHARE_END = re.compile(rf"(?:{SHARE})$")
