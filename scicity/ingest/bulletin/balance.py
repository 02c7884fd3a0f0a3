"""Do the parts add up to the whole? Sums are compared where the table says that the parts are all of it.

That is so below a 合计 for rows under one heading or merged label, and for the three sectors. Elsewhere an indent or
其中 names some parts only, which may be less than the whole but not more. Printed parts are rounded: half a unit of
the last place is allowed for each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from scicity.ingest.bulletin.naming import Mode, Row
from scicity.ingest.bulletin.words import SECTORS, simplified
from scicity.ingest.findings import Finding, values_of

EXTRACT = re.compile(r"节选|摘录|部分|不含|未包括|不包括|小于总计|不等于|重复|交叉")
ADDABLE_SHARE = ("占比", "比重", "构成")


@dataclass(frozen=True)
class Entry:
    """One number of a column with its row."""

    row: Row
    value: Decimal
    unit: str
    indicator: str


def compared(entries: Sequence[Entry], mode: Mode, notes: str) -> Iterator[Finding]:
    """Findings for one column of one table; entries from top to bottom, levels and shares only."""
    if EXTRACT.search(notes):
        return
    for whole, parts, complete in _groups(entries, mode):
        if len(parts) < 2 or any(part.unit != whole.unit or part.indicator != whole.indicator for part in parts):
            continue
        total = sum((part.value for part in parts), Decimal(0))
        gap = whole.value - total
        place = min(_place(entry.value) for entry in (whole, *parts))
        allowed = place * (len(parts) + 1) / 2
        if gap < -allowed or (complete and gap > allowed):
            yield _finding(whole, parts, total, gap)


def _finding(whole: Entry, parts: Sequence[Entry], total: Decimal, gap: Decimal) -> Finding:
    first = parts[0].row
    kind = "bulletin_parts" if gap > 0 else "bulletin_parts_over"
    said = {"whole": f"{whole.value:f}", "sum": f"{total:f}", "gap": f"{abs(gap):f}", "unit": whole.unit,
            "name": whole.row.label.name, "first": first.line.row, "last": parts[-1].row.line.row,
            "heading": first.heading or "—"}  # fmt: skip
    return Finding("warn", kind, row=whole.row.line.row, values=values_of(said))


def _place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))


def _groups(entries: Sequence[Entry], mode: Mode) -> Iterator[tuple[Entry, list[Entry], bool]]:
    """Every whole with its parts, and whether they are all of it."""
    yield from _by_depth(entries)
    if mode != "items":
        yield from _by_heading(entries)
        return
    totals = {entry.row.label.group: entry for entry in entries if not entry.row.item}
    common = totals.get("") or (next(iter(totals.values())) if len(totals) == 1 else None)
    parts = [entry for entry in entries if entry.row.item and not entry.row.label.of_which]
    for heading, group in groupby(parts, key=lambda entry: entry.row.heading):
        listed = list(group)
        level = [entry for entry in listed if entry.row.depth == min(one.row.depth for one in listed)]
        divided = bool(heading) and not _outer(parts, heading)
        if whole := totals.get(heading) or common:
            yield whole, [one for one in level if not one.row.label.total], divided or not heading


def _outer(parts: Sequence[Entry], heading: str) -> bool:
    """Whether headings are themselves parts (merged labels with a 小计 each), so that one of them is not the whole."""
    return any(entry.row.label.total and entry.row.heading == heading for entry in parts)


def _by_heading(entries: Sequence[Entry]) -> Iterator[tuple[Entry, list[Entry], bool]]:
    """Parts under one heading against the indicator above them; 按…分 promises that they are all of it."""
    whole: Entry | None = None
    for heading, group in groupby(entries, key=lambda entry: entry.row.heading if entry.row.item else ""):
        listed = list(group)
        if not heading:
            whole = next((one for one in reversed(listed) if not one.row.item), whole)
        elif whole:
            parts = [one for one in listed if not one.row.label.of_which]
            level = [one for one in parts if one.row.depth == min(other.row.depth for other in parts)]
            yield whole, level, bool(re.search(r"按.+分", heading))


def _by_depth(entries: Sequence[Entry]) -> Iterator[tuple[Entry, list[Entry], bool]]:
    """Rows indented one step below another row; the three sectors are all of it."""
    for at, whole in enumerate(entries):
        below = list[Entry]()
        for entry in entries[at + 1 :]:
            if entry.row.label.lead <= whole.row.label.lead or entry.row.heading != whole.row.heading:
                break
            below.append(entry)
        if below:
            step = min(one.row.label.lead for one in below)
            parts = [one for one in below if one.row.label.lead == step]
            sectors = all(SECTORS.fullmatch(simplified(one.row.label.name)) for one in parts) and len(parts) == 3
            yield whole, parts, sectors
