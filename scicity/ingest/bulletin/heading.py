"""What each column of a table holds, from the one to four header rows above it.

A column's heads are read from top to bottom: areas, groups, periods, units and measures may stand in any of them.
What a head says and this room does not know is kept as `noun`: the caller decides, or asks.
"""

from collections.abc import Sequence
from dataclasses import replace

from scicity.ingest.bulletin import times
from scicity.ingest.bulletin.heads import Column, Role, measured
from scicity.ingest.bulletin.sheets import Line
from scicity.ingest.bulletin.tables import Table
from scicity.ingest.bulletin.words import (
    AREA,
    PERIOD_HEAD,
    REMARK_HEAD,
    SERIAL_HEAD,
    SERIAL_ONLY,
    UNIT_HEAD,
    simplified,
    unit_of,
)


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
            column = measured(column, [head for head in heads[position] if head not in common])
        found.append(column)
    return _paired(found)


def _paired(columns: list[Column]) -> tuple[Column, ...]:
    """本月 同比 累计 同比: where levels of several periods each have a growth to their right, it is of that period."""
    values = [one for one in columns if one.role == "value"]
    levels, growths = values[::2], values[1::2]
    apart = all(one.nature in ("", "level") and (one.span or one.timing) for one in levels)
    plain = all(one.nature == "growth" and not (one.span or one.timing) for one in growths)
    if len(levels) < 2 or len(levels) != len(growths) or not (apart and plain):
        return tuple(columns)
    of = dict(zip((one.position for one in growths), levels, strict=True))
    return tuple(
        replace(one, span=of[one.position].span, timing=of[one.position].timing) if one.position in of else one
        for one in columns
    )


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
    read = measured(Column(0, "value"), heads)
    return bool(read.unit or read.span or read.timing or (read.nature and not read.noun))
