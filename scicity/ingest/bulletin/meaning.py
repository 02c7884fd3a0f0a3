"""From one row and one column to what their cell is about: indicator, item, period, measure, unit. Unclear is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scicity.ingest.bulletin.context import Context
from scicity.ingest.bulletin.heads import Column, Nature
from scicity.ingest.bulletin.naming import Mode, Row
from scicity.ingest.bulletin.numbers import Value
from scicity.ingest.bulletin.times import Span
from scicity.ingest.bulletin.words import POINTS, SHARE_OF, STOCK, quantity, simplified
from scicity.ingest.findings import Refused

Measure = Literal["value", "yoy", "mom"]
MEASURES: dict[Nature, Measure] = {"growth": "yoy", "chain": "mom"}
PERCENT = ("%", "‰")
RATES = ("率", "增长率", "比率", "比重", "占比")
COUNTS = (
    "人口",
    "户数",
    "单位数",
    "企业数",
    "项目数",
    "人数",
    "数量",
    "面积",
    "用电量",
    "发电量",
    "指数",
    "价格",
    "强度",
)
MONEY = re.compile(r"投资|总?额$|收入|支出|产值|增加值|总值|余额|存款|贷款|利润|税|外资|资金")
COUNT = re.compile(r"数$|数量$|人口$")
COUNTED_BY = re.compile(r"([个户家人台件项辆])数$")


@dataclass(frozen=True)
class Meaning:
    """What a cell is about. unit is '' only where it has to come from the cell."""

    indicator: str
    item: str
    period: str
    measure: Measure
    unit: str


class Meanings:
    """Gives the meaning of every cell of one table."""

    def __init__(self, columns: Sequence[Column], mode: Mode, context: Context, scope: str) -> None:
        self.columns = [one for one in columns if one.role == "value"]
        self.mode, self.context, self.scope = mode, context, simplified(scope)
        self.unit_column = next((one.position for one in columns if one.role == "unit"), 0)

    def nature(self, row: Row | None, column: Column) -> Nature:
        """What the cell measures: by its label, its column's heads, the title, or a unit that only levels have."""
        told: Nature = column.nature or self.context.nature
        if row and row.grows and told in ("", "level"):
            return "growth"
        units = [unit for unit in (column.unit, row.unit if row else "") if unit and unit not in (*PERCENT, POINTS)]
        rate = bool(row and quantity(row.root) in RATES)
        return told or ("level" if units or rate or self._level_units() else "")

    def of(self, row: Row, column: Column, value: Value | None = None) -> Meaning:
        """The meaning of the cell where they meet; Refused where it is not said."""
        nature = self.nature(row, column)
        if not nature and column.head:
            raise Refused("bulletin_measure_unclear", found=column.head)
        if not column.head or nature in ("growth", "chain") and column.unit not in ("", *PERCENT):
            raise Refused("bulletin_column_unclear", found=column.head)
        indicator = self._indicator(row, column, nature)
        stock = bool(STOCK.search(simplified(indicator)) or STOCK.search(simplified(column.head)))
        span = self._span(row, column, stock)
        unit = self._unit(row, column, nature, indicator, value)
        return Meaning(indicator, self._item(row, column), span.written(stock), MEASURES.get(nature, "value"), unit)

    # -- names ----------------------------------------------------------------------------------------------------

    def _item(self, row: Row, column: Column) -> str:
        whole = self.context.area if self.mode == "periods" else ""
        return "·".join(filter(None, (column.area, row.item or whole, column.part)))

    def _indicator(self, row: Row, column: Column, nature: Nature) -> str:
        base = self._base(row, column)
        if nature == "share":
            if SHARE_OF.fullmatch(column.share):
                return column.share
            return base + (column.share or "占比")
        if nature == "rank":
            return base + column.share
        if nature == "points":
            before = self._left(column, lambda one: self.nature(row, one) == "share")
            if column.noun:  # 拉动(百分点) is counted in points and is no change
                return base
            return (self._indicator(row, before, "share") if before else base) + "变动"
        return base

    def _base(self, row: Row, column: Column) -> str:
        """The name of the level that the column is about, whether it gives the level, its growth or its share."""
        if whole := self._whole(column):
            return self._base(row, whole)
        if row.root:
            if not self._fits(row.root, column):
                raise Refused("bulletin_column_unclear", found=column.head)
            return row.root
        noun = column.noun + ("数" if column.counted and column.noun and not column.noun.endswith("数") else "")
        title = self.context.indicator
        if self.context.answers.indicator and (not noun or title.endswith(noun)):
            return title
        if self.nature(row, column) != "level":
            level = self._left(column, lambda one: self.nature(row, one) == "level" and _nearby(one, column))
            if level:
                return self._base(row, level)
        if noun and title and (title.endswith(noun) or noun in title):
            return title
        if noun or title:
            return noun or title
        raise Refused("bulletin_indicator_missing", found=column.head)

    def _whole(self, column: Column) -> Column | None:
        """The level that a column #女 is a part of."""
        return self._left(column, lambda one: not one.part and one.nature == "level") if column.part else None

    def _fits(self, root: str, column: Column) -> bool:
        """Whether a noun in the column's head goes with an indicator that the row names."""
        noun, name = column.noun, simplified(root)
        if not noun or noun == self.scope or all(one.noun == noun for one in self.columns):
            return True
        return (
            name.endswith(noun.removesuffix("数"))
            or noun.endswith(quantity(root) or "\0")
            or noun in ("产量", "数量", "总产值", "产值")
        )

    def _left(self, column: Column, fits: object) -> Column | None:
        """The nearest column to the left that fits."""
        left = [one for one in self.columns if one.position < column.position and fits(one)]  # type: ignore[operator]
        return left[-1] if left else None

    # -- periods --------------------------------------------------------------------------------------------------

    def _span(self, row: Row, column: Column, stock: bool) -> Span:
        around = self.context.span
        own = row.span or column.span
        if column.spans > 1 or (own and own.kind == "year" and around and around.kind != "year"):
            choices = f"{around.written() if around else ''} {own.written() if own and own.year else ''}".strip()
            raise Refused("bulletin_period_unclear", found=column.head, choices=choices)
        if own is None and around is None or (own and not own.year and around is None):
            raise Refused("bulletin_period_missing", found=column.head or row.label.name)
        span = self._timed(own.of(around.year if around else 0) if own else around, bool(own), column, stock)
        return span.before() if column.before else span

    def _timed(self, span: Span | None, own: bool, column: Column, stock: bool) -> Span:
        """The span as 当月 or 累计 make it; a lone month in a title leaves open which of the two."""
        assert span is not None
        timing = column.timing or self.context.timing
        if stock or span.kind == "end":
            return span
        if timing == "ytd":
            if span.kind == "year" and not own:
                raise Refused("bulletin_period_missing", found=column.head)
            return span.to_date() if span.kind == "month" else span
        if timing == "month" and not own and span.kind != "month":
            if span.kind == "year":
                raise Refused("bulletin_period_missing", found=column.head)
            return replace(span, first=span.last, kind="month")
        if span.kind == "month" and not own and not timing and self.context.source != "answer":
            choices = f"{span.written()}、{span.to_date().written()}"
            raise Refused("bulletin_period_unclear", found=column.head, choices=choices)
        return span

    # -- units ----------------------------------------------------------------------------------------------------

    def _level_units(self) -> list[str]:
        return [unit for unit in self.context.units if unit not in (*PERCENT, POINTS)]

    def _unit(self, row: Row, column: Column, nature: Nature, indicator: str, value: Value | None) -> str:
        if nature in ("growth", "chain", "share"):
            return column.unit if column.unit in PERCENT else "%"
        if nature in ("points", "rank"):
            return POINTS if nature == "points" else "位"
        own = row.unit or (row.line.at(self.unit_column).text if self.unit_column else "") or column.unit
        if not own and (whole := self._whole(column)):
            own = whole.unit
        if value and value.unit and value.unit not in PERCENT:
            return value.unit
        if own:
            return own
        return self._unit_around(indicator, column, value)

    def _unit_around(self, indicator: str, column: Column, value: Value | None) -> str:
        """The unit that the unit line has for a level; asked where it has none, two, or one that can't be meant."""
        units, measured = self._level_units(), quantity(indicator)
        answered = bool(self.context.answers.unit)
        if measured in RATES and "%" in self.context.units:
            return "%"
        if answered:
            return self.context.answers.unit
        if found := COUNTED_BY.search(simplified(column.head.split("(")[0])):
            return found[1]
        money = [unit for unit in units if unit.endswith("元")]
        if len(units) > 1:  # 单位:个、亿元: amounts have the one, counts the other
            kinds = MONEY.search(simplified(indicator)), COUNT.search(simplified(indicator))
            counts = [unit for unit in units if unit not in money]
            units = units if all(kinds) or not any(kinds) else money if kinds[0] else counts
            money = [unit for unit in units if unit in money]
        if value and value.status != "given" and len(units) != 1:
            return ""  # what was not given is not asked for
        if len(units) != 1 or (money and measured in (*COUNTS, *RATES)):
            raise Refused("bulletin_unit_missing", found=indicator, choices="、".join(units) or "—")
        return units[0]


def _nearby(level: Column, other: Column) -> bool:
    """Whether a level may be what a growth or share to its right is about: of the same group, or the last before it."""
    return not other.noun or level.noun == other.noun or level.noun.startswith(other.noun)
