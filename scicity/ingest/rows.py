"""One row of a sheet at a time: what kind of row it is, and its cells as values or findings.

Rows below the header that carry no report are explained, not lost: totals, notes, repeated headers, the line that
numbers the columns. A row of data is read whole or not at all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scicity.ingest import readers, rules, values
from scicity.ingest.cells import Cell, is_blank
from scicity.ingest.findings import Finding, Findings, Refused, refusal, shown, values_of
from scicity.ingest.headers import FEWEST, Headers, Heading, Placed
from scicity.ingest.remarks import is_note, is_remark
from scicity.ingest.schema import QUANTITIES, Column, Form, collapsed

Kind = Literal["blank", "header", "numbering", "total", "note", "remark", "data"]
TOTAL = re.compile(r".{0,20}(合计|总计|小计|共计|total):?")
TOTAL_WORDS = frozenset({"合计", "总计", "小计", "共计", "total", "subtotal", "grandtotal"})
STEMS = frozenset("甲乙丙丁戊己庚辛壬癸")  # how the first columns of a statistical form are numbered


@dataclass(frozen=True)
class Record:
    """A row that could be read whole: values by column name. confirmed: two places name the unit, and agree."""

    sheet: str
    row: int
    values: Mapping[str, object]
    confirmed: bool


class RowReader:
    """Reads the rows of one sheet below its heading."""

    def __init__(self, headers: Headers, heading: Heading, sheet: str, even: bool, findings: Findings) -> None:
        self.form: Form = headers.form
        self._headers, self._heading, self._sheet, self._even, self._findings = headers, heading, sheet, even, findings
        named = {one.position for one in (*heading.placed.values(), *heading.unread)}
        self._placed = {one.position for one in heading.placed.values()}
        self._nameless = [position for position in range(1, heading.width + 1) if position not in named]
        self._warned_nameless = False
        self.named: set[str] = set()
        self.numeric: Counter[str] = Counter()
        own = [name for name in self.form.key if name not in self.form.groups]
        self.own = [heading.placed[name].position for name in own if name in heading.placed]
        self._unit = next((one for one in heading.placed.values() if one.column.type == "unit"), None)
        self._labels = [
            one.position for one in heading.placed.values() if one.column.type not in (*QUANTITIES, "unit", "flag")
        ]

    def kind(self, number: int, cells: list[Cell]) -> Kind:
        """What kind of row it is; 'data' for everything that cannot be explained."""
        shown = [cell for cell in cells if not is_blank(cell)]
        if not shown:
            return "blank"
        if all(map(is_note, shown)) or (is_note(shown[0]) and all(is_blank(cell) for cell in self._keys(cells))):
            return "note"
        if self.label(cells):
            return "total"
        if self._repeats_header(cells):
            return "header"
        if (
            number == self._heading.row + 1
            and all(map(_numbers_a_column, shown))
            and (STEMS & set(map(str, shown)) or _counts_up(shown))
        ):
            return "numbering"
        return "remark" if self._is_remark(cells, shown) else "data"

    def _is_remark(self, cells: list[Cell], shown: list[Cell]) -> bool:
        first = next(position for position, cell in enumerate(cells, start=1) if not is_blank(cell))
        columns = {one.position: one.column for one in self._heading.placed.values()}
        return is_remark(shown, columns.get(first))

    def label(self, cells: list[Cell]) -> str:
        """The words by which a row calls itself a total; '' when it is none. A total bears no code of its own."""
        if any(not is_blank(cell) and not is_total(cell) for cell in self._keys(cells)):
            return ""
        return next((str(cell) for cell in (at(cells, one) for one in self._labels) if is_total(cell)), "")

    def _repeats_header(self, cells: list[Cell]) -> bool:
        first = next(iter(self._heading.placed.values()))
        again = self._headers.match(at(cells, first.position))
        # the first cell alone is quick to tell; only then is the rest looked at
        return bool(again) and self._headers.matches(cells) >= max(FEWEST, len(self._heading.placed) // 2)

    def header_differs(self, cells: list[Cell]) -> tuple[str, int]:
        """The header of a repeated header row, and its position, that stands elsewhere or in another unit than above.

        Below it every value would be read in the wrong column; ('', 0) where all is as above.
        """
        for position, cell in enumerate(cells, start=1):
            if found := self._headers.match(cell):
                column, unit = found
                placed = self._heading.placed.get(column.name)
                if (
                    placed is None
                    or placed.position != position
                    or (unit and unit not in (placed.unit, self._heading.unit))
                ):
                    return str(cell), position
        return "", 0

    def _keys(self, cells: list[Cell]) -> list[Cell]:
        """The cells that say whose row it is; those of the month and the sub-field do not."""
        return [at(cells, position) for position in self.own]

    @property
    def only_unit(self) -> str:
        """The one unit that every row so far named in its own column; '' when they differ or name none."""
        return next(iter(self.named)) if len(self.named) == 1 else ""

    def read(self, number: int, cells: list[Cell]) -> Record | None:
        """The row's values, or None after findings that say why not."""
        problems = list(self._shape(number, cells))
        found: dict[str, object] = {}
        total = next((one for one in self._labels if is_bare_total(at(cells, one))), 0)
        if total:
            problems.append(Finding("block", "total_coded", self._sheet, number, "", total, str(at(cells, total))))
        units = self._units(number, cells, problems)
        for column in self.form.recorded():
            placed = self._heading.placed.get(column.name)
            try:
                found[column.name] = self._value(column, placed, cells, units)
            except Refused as error:
                where = self._unit if self._unit and error.kind == "unit_missing" else placed
                problems.append(self._finding(where, number, refusal(error)))
        if not problems:
            for check, column_name, said in rules.within_row(self.form, found, len(units.named) > 1):
                placed = self._heading.placed[column_name]
                problems.append(self._finding(placed, number, check, found[column_name], said))
        for problem in problems:
            self._findings.add(problem)
        refused = any(problem.severity == "block" for problem in problems)
        return None if refused else Record(self._sheet, number, found, len(units.named) > 1)

    def remarks(self) -> Iterator[Finding]:
        """What is to be said once a sheet, after its rows: codes kept as numbers have no leading zeros any more."""
        for name, count in self.numeric.items():
            if count:
                placed = self._heading.placed[name]
                yield Finding("warn", "codes_as_numbers", self._sheet, self._heading.row, placed.header,
                              placed.position, values=values_of({"count": count}))  # fmt: skip

    def _value(self, column: Column, placed: Placed | None, cells: list[Cell], units: "Units") -> object:
        """The value of one cell; what a blank means is the form's to say."""
        value: object = None
        if placed:
            cell = at(cells, placed.position)
            self.numeric[column.name] += column.type == "code" and isinstance(cell, float | int)
            value = units.amount(placed, cell) if column.type == "amount" else readers.read(column, cell)
            if value is None and column.required:
                raise Refused("required", found=cell if isinstance(cell, str) else "", header=placed.header)
        return column.default if value is None else value

    def _units(self, number: int, cells: list[Cell], problems: list[Finding]) -> "Units":
        own = ""
        if self._unit:
            try:
                own = values.unit(at(cells, self._unit.position), self.form)
            except Refused as error:
                problems.append(self._finding(self._unit, number, refusal(error)))
        self.named.add(own)
        return Units(self.form, self._heading, own)

    def _shape(self, number: int, cells: list[Cell]) -> Iterator[Finding]:
        """Too few or too many cells: in a text file a separator went astray, and no value is sure of its place."""
        width = self._heading.width
        beyond = next((one for one in range(width + 1, len(cells) + 1) if not is_blank(at(cells, one))), 0)
        for position, cell in enumerate(cells, start=1):
            # in the columns that are read, each cell says so itself
            if isinstance(cell, str) and len(cell) > values.LONGEST and position not in self._placed:
                said = values_of({"most": values.LONGEST, "length": len(cell)})
                yield Finding("block", "too_long", self._sheet, number, "", position, shown(cell), said)
        if self._even and (beyond or len(cells) < width):
            said = values_of({"cells": len(cells), "width": width})
            yield Finding("block", "uneven", self._sheet, number, values=said)
            return
        position = beyond or next((one for one in self._nameless if not is_blank(at(cells, one))), 0)
        if position and not self._warned_nameless:
            self._warned_nameless = True
            yield Finding("warn", "nameless", self._sheet, number, found=shown(at(cells, position)),
                          values=values_of({"position": position}))  # fmt: skip

    def _finding(self, placed: Placed | None, number: int, about: Finding | rules.Broken, found: object = "",
                 said: Mapping[str, object] | None = None) -> Finding:  # fmt: skip
        header, position = (placed.header, placed.position) if placed else ("", 0)
        if isinstance(about, Finding):
            return Finding("block", about.kind, self._sheet, number, header, position, about.found, about.values)
        return Finding(about.severity, about.kind, self._sheet, number, header, position, str(found),
                       values_of(said or {}))  # fmt: skip


@dataclass(frozen=True)
class Units:
    """In what unit the amounts of one row stand: the row's own word, the header's and the unit line's must agree."""

    form: Form
    heading: Heading
    own: str

    @property
    def named(self) -> list[str]:
        """Every place that names a unit for the first amount, with what it says."""
        first = next((one for one in self.heading.placed.values() if one.column.type == "amount"), None)
        return [unit for unit in (self.own, first.unit if first else "", self.heading.unit) if unit]

    def amount(self, placed: Placed, cell: Cell) -> Decimal | None:
        """The amount in the form's stored unit; refused where no unit is given or two contradict each other."""
        given = self.heading.unit_of(placed.column.name)
        if self.own and given and self.own != given:
            raise Refused("units_contradict", found=self.own, other=given)
        unit = self.own or given
        if unit not in self.form.units:
            if values.number_of(values.plain(cell)) is None:
                return None
            raise Refused("unit_missing", found=cell, units="、".join(self.form.units))
        return values.amount(cell, self.form.units[unit], self.form.stored_unit)


def at(cells: list[Cell], position: int) -> Cell:
    """The cell at a position from 1; None beyond the row's end."""
    return cells[position - 1] if position <= len(cells) else None


def is_total(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= 40 and bool(TOTAL.fullmatch(collapsed(cell)))


def is_bare_total(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= 10 and collapsed(cell).strip(":") in TOTAL_WORDS


def _counts_up(shown: list[Cell]) -> bool:
    """Whether the cells are 1, 2, 3 …"""
    return len(shown) > FEWEST and [str(one).removesuffix(".0") for one in shown] == [
        str(one + 1) for one in range(len(shown))
    ]


def _numbers_a_column(cell: Cell) -> bool:
    return cell in STEMS if isinstance(cell, str) and not cell.isdigit() else str(cell).removesuffix(".0").isdigit()
