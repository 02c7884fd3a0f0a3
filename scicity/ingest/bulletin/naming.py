"""Which indicator and item each row of a table is about.

Three kinds of tables are told apart by the head of their labels and by the labels: rows are `mixed` (indicators with
their parts, as under 指标), `items` (地区, 产品名称, 合计 and its parts) or `periods` (月份).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from scicity.ingest.bulletin import times
from scicity.ingest.bulletin.heads import ENDS_IN_GROWTH, Column
from scicity.ingest.bulletin.labels import Label, breaks_down, is_heading, label_of
from scicity.ingest.bulletin.sheets import Line
from scicity.ingest.bulletin.tables import Table
from scicity.ingest.bulletin.times import Span
from scicity.ingest.bulletin.words import (
    COMPONENTS,
    ITEM_HEAD,
    LEVEL,
    MIXED_HEAD,
    PERIOD_HEAD,
    TOTALS,
    quantity,
    simplified,
)

Mode = Literal["mixed", "items", "periods"]
Doubt = Literal["", "own", "part"]


@dataclass(frozen=True)
class Row:
    """One row of values. root: its indicator where the rows name it; item: '' for the whole; depth: of its indent.

    heading: the heading or merged label above it; span: its period where the rows are periods; doubt: nothing but
    its name says that it is an indicator of its own, or a part; grows: the label itself is a growth (比上年增长).
    """

    line: Line
    label: Label
    root: str = ""
    item: str = ""
    unit: str = ""
    heading: str = ""
    depth: int = 0
    span: Span | None = None
    doubt: Doubt = ""
    grows: bool = False


def mode_of(table: Table, columns: Sequence[Column]) -> Mode:
    """What the rows of the table are."""
    labels = [label_of(line, columns) for line in table.body if not is_heading(line)]
    head = simplified("".join(one.head for one in columns if one.role == "label")).replace("/", "")
    named = [one.name for one in labels if one.name]
    if named and all(_period(line, columns) for line in table.body if not is_heading(line)):
        return "periods"
    if PERIOD_HEAD.fullmatch(head):
        return "periods"
    first = labels[0] if labels else Label(0, "")
    nouns = any(one.noun for one in columns if one.role == "value")
    if any(one.total for one in labels) or (ITEM_HEAD.fullmatch(head) and not MIXED_HEAD.fullmatch(head)):
        return "items"
    if not first.name or (not head and nouns):
        return "items"
    return "mixed"


def rows_of(table: Table, columns: Sequence[Column], mode: Mode) -> Iterator[Row]:
    """Every row of values with its indicator and item."""
    if mode == "periods":
        for line in table.body:
            if not is_heading(line):
                yield Row(line, label_of(line, columns), span=_period(line, columns))
    elif mode == "items":
        yield from _items(table, columns)
    else:
        yield from _Nesting(table, columns).rows()


def _period(line: Line, columns: Sequence[Column]) -> Span | None:
    told = [line.at(one.position) for one in columns if one.role == "label"]
    parts = [span for spot in told if (span := times.of_cell(spot.cell if spot.text else spot.over))]
    if len(parts) == 2 and parts[0].kind == "year" and not parts[1].year:
        return parts[1].of(parts[0].year)  # a column of years, merged downwards, and one of months
    return parts[0] if len(parts) == 1 and len([spot for spot in told if spot.text or spot.over]) == 1 else None


def _items(table: Table, columns: Sequence[Column]) -> Iterator[Row]:
    """Rows that are parts of one whole. The depth of parts under headings or groups is one below the whole's."""
    heading = ""
    leads = _leads(table, columns)
    for line in table.body:
        if is_heading(line):
            heading = line.filled[0].text
            continue
        label = label_of(line, columns)
        group = label.group or heading
        total = simplified(label.name) in TOTALS or not label.name
        inner = label.total and not total  # 小计 closes a group and is named by it
        item = "" if total else group if inner else label.name
        depth = 0 if total else leads.index(label.lead) + 1
        yield Row(line, label, item=item, unit=label.unit, heading="" if total else group, depth=depth)


def _leads(table: Table, columns: Sequence[Column]) -> list[int]:
    """The indents of the table's labels, from the least to the deepest."""
    return sorted({label_of(line, columns).lead for line in table.body if not is_heading(line)})


class _Nesting:
    """Follows indicators and their parts down a table of mixed rows."""

    def __init__(self, table: Table, columns: Sequence[Column]) -> None:
        self.table, self.columns = table, columns
        self.leads = _leads(table, columns)
        self.root, self.root_lead, self.root_unit, self.root_item = "", 0, "", ""
        self.heading, self.divides, self.opened = "", False, False  # opened: 其中 has begun the parts
        self.numbered = any(label_of(line, columns).numbered for line in table.body if not is_heading(line))

    def rows(self) -> Iterator[Row]:
        for line in self.table.body:
            if is_heading(line):
                self.heading = line.filled[0].text
                self.divides = breaks_down(self.heading)
            else:
                yield self._row(line, label_of(line, self.columns))

    def _row(self, line: Line, label: Label) -> Row:
        depth = self.leads.index(label.lead)
        heading = label.group or self.heading
        found = ENDS_IN_GROWTH.fullmatch(simplified(label.name))
        if found and (not found[1] or quantity(found[1])):  # but 人口自然增长率, 存货变动
            return self._growth(line, label, found[1])
        doubt = self._doubt(label)
        if self._is_part(label) or doubt == "part":
            unit = label.unit or self.root_unit
            self.root_item, self.opened = label.name, self.opened or label.of_which
            return Row(line, label, self.root, label.name, unit, heading, max(depth, 1), doubt=doubt)
        if not depth or not self.root or label.numbered:
            self.root_lead = label.lead
            if not (self.divides and self.heading):
                self.heading = ""
        if not doubt:
            self.root, self.root_unit, self.root_item, self.opened = label.name, label.unit, "", False
        return Row(line, label, label.name, "", label.unit, "", 0, doubt=doubt)

    def _growth(self, line: Line, label: Label, noun: str) -> Row:
        """A row 比上年增长(%) is about the row above it, a row 工业增加值增速 about what it names."""
        if noun or not self.root:
            self.root, self.root_unit, self.root_item = noun or label.name, "", ""
        return Row(line, label, self.root, self.root_item, grows=bool(noun or self.root))

    def _is_part(self, label: Label) -> bool:
        """Whether the row is a part of the indicator above it.

        其中 and # say so; so does an indent, unless the label measures something else (增加值 under 总产值); so does a
        heading that divides, for labels that measure nothing by themselves (男性).
        """
        if not self.root or not label.name:
            return False
        if label.of_which:
            return True
        own = quantity(label.name)
        same = own in simplified(self.root)
        if label.lead > self.root_lead:
            return same
        if label.numbered:
            return False
        if self.divides and self.heading:
            return not own
        return bool(COMPONENTS.fullmatch(simplified(label.name))) and "生产总值" in simplified(self.root)

    def _doubt(self, label: Label) -> Doubt:
        """Where every label stands at the same indent: which rows nothing but their names tells apart.

        A part is one that follows 其中, has no number where main rows have one, or is a branch under a heading.
        """
        if len(self.leads) > 1 or not self.root or label.numbered or self._is_part(label):
            return ""
        own, branch = quantity(label.name), simplified(label.name).endswith("业")
        if (self.opened and not own) or (self.numbered and own in simplified(self.root)) or (self.heading and branch):
            return "part"
        return "own" if quantity(self.root) and not own else ""


# what a title says besides its indicator
TITLE_NUMBER = re.compile(
    r"^(?:(?:附?表|图)?\d+(?:[-—–.]\d+)*|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))[、.:]?"
)
TITLE_REST = re.compile(
    r"(?:主要)?(?:完成)?(?:情况|统计表|一览表|汇总表|月报|月度数据|表|及(?:其)?(?:构成|增长(?:速度)?|增速)|构成|走势|\(续\))$"
)
TITLE_AREA = re.compile(
    r"^(全国|全市|全区|(?:西部)?\(?重庆(?:市|\))?(?:科学城|高新区)?(?:直管园|核心区)?|高新区(?:直管园)?)(?:的)?"
)
NO_INDICATOR = re.compile(
    r".*(?:指标|概况|公报|一览|数据|统计|基本|年鉴|简报|快报|通报|进展|月报)|.*(?:和|与|及).*|.*按.+分.*"
)
ALIASES = ((re.compile(r".*工业(?:主要)?产品产量"), "工业产品产量"),)


def plain_title(text: str) -> tuple[str, str]:
    """What a title without its number and periods is about, and the area it begins with ('' for none)."""
    rest = times.found_in(simplified(text), bare_years=True)[1]
    rest = re.sub(r"^分(?:行业|地区|区县|产业|门类|类型|领域)的?", "", TITLE_NUMBER.sub("", rest)).strip(
        "《》\"'“”()、,:-_"
    )
    area = TITLE_AREA.match(rest)
    if area:
        rest = rest[area.end() :]
    while shorter := TITLE_REST.search(rest):
        rest = rest[: shorter.start()]
    rest = "" if LEVEL.fullmatch(rest) else rest
    return rest.strip("()_"), area[1] if area else ""
