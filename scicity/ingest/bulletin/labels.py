"""The label of a row: its name without number, mark, unit and footnote, and how deep it stands.

Names keep their printed form. Spaces inside a name are set (城 镇), not meant; those before it are its indent.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scicity.ingest.bulletin.heads import Column
from scicity.ingest.bulletin.sheets import Line
from scicity.ingest.bulletin.words import (
    BRACKET,
    OF_WHICH,
    SERIAL,
    TOTALS,
    chinese,
    simplified,
    unit_of,
    without_footnote,
)

PUNCTUATION = "（），；：！？"
HALF = "(),;:!?"
PRINTED = re.compile(f"[{PUNCTUATION}]")


@dataclass(frozen=True)
class Label:
    """name: as printed, '' for none; lead: indent; of_which: 其中 or #; numbered: a main row's number; group: the
    label of a column merged over several rows; total: 合计 and the like."""

    row: int
    name: str
    lead: int = 0
    unit: str = ""
    of_which: bool = False
    numbered: bool = False
    group: str = ""
    total: bool = False


def label_of(line: Line, columns: Sequence[Column]) -> Label:
    """The label of a row from its label columns: the last filled one names it, the ones before are its group."""
    told = [line.at(column.position) for column in columns if column.role == "label"]
    said = [(spot, spot.text or spot.over) for spot in told]
    filled = [(spot, text) for spot, text in said if text]
    serial = any(line.at(column.position).text for column in columns if column.role == "serial")
    if not filled:
        return Label(line.row, "")
    spot, text = filled[-1]
    group = simplified_name("".join(text for _, text in filled[:-1]))
    # a total merged across both label columns says the same twice
    group = "" if group == simplified_name(text) else group
    return _parsed(line.row, text, spot.lead, serial, group)


def _parsed(row: int, text: str, lead: int, serial: bool, group: str) -> Label:
    numbered, of_which = serial, False
    text = text.strip("·—-")
    if match := SERIAL.match(text):
        numbered, text = True, text[match.end() :]
    if match := OF_WHICH.match(text):
        of_which, text = True, text[match.end() :]
    name, unit = _without_unit(chinese(without_footnote(text)).strip(":"))
    total = simplified(name) in TOTALS or simplified(name) in ("小计",)
    return Label(row, without_footnote(name), lead, unit, of_which, numbered, group, total)


def _without_unit(text: str) -> tuple[str, str]:
    bracket = BRACKET.search(text)
    if bracket and (unit := unit_of(bracket[1])):
        return text[: bracket.start()], unit
    return text, ""


def simplified_name(text: str) -> str:
    """A heading's or group's name without its number and footnote."""
    text = without_footnote(text)
    return SERIAL.sub("", text, count=1) if SERIAL.match(text) else text


def as_printed(lines: Iterable[Line]) -> Mapping[str, str]:
    """The labels that print full-width punctuation, by their names as compared: 60岁(含) is printed 60岁（含）."""
    found: dict[str, str] = {}
    for spot in (spot for line in lines for spot in line.spots if isinstance(spot.cell, str) and spot.spoken):
        raw = "".join(str(spot.cell).replace("\u200b", "").replace("\ufeff", "").split())
        if len(raw) == len(spot.text) and PRINTED.search(raw):
            told = zip(spot.text, raw, strict=True)
            found[spot.text] = "".join(there if there in PUNCTUATION else here for here, there in told)
    return found


def printed_name(name: str, printed: Mapping[str, str]) -> str:
    """A name that a label begins (人口(含外来)比重), with the punctuation that the label prints."""
    for end in range(len(name), 0, -1) if any(one in name for one in HALF) else ():
        for text, there in printed.items():
            start = text.find(name[:end])
            if start >= 0:
                return there[start : start + end] + name[end:]
    return name


def is_heading(line: Line) -> bool:
    """一、按三大门类分, 按性别分: a row of one text inside the body."""
    return len(line.filled) == 1 and not line.filled[0].valued and not line.values


def breaks_down(text: str) -> bool:
    """Whether a heading says that what follows divides what stands above it."""
    bare = simplified(text)
    return bool(re.search(r"按.+分|其中|构成", bare))
