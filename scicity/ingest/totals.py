"""Total rows of a sheet: never imported, always recomputed and compared.

A total row counts the rows of the month and sub-field it names, or all rows of the sheet, or those since the total
row before (小计). Each printed total may differ from the sum of printed rows by rounding (R32), not by more.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scicity.ingest import readers, rows, values
from scicity.ingest.bulk import Run, grouped, sums
from scicity.ingest.cells import Cell
from scicity.ingest.findings import Finding, Refused, refusal, values_of
from scicity.ingest.headers import Heading, Placed
from scicity.ingest.rows import Record, RowReader

Group = tuple[object, ...]
Sums = dict[tuple[str, Group], tuple[Decimal, int]]


@dataclass(frozen=True)
class _Total:
    row: int
    cells: list[Cell]
    group: Group  # None where the row does not say
    since: Sums


class Totals:
    """Adds up the rows of one sheet and compares its total rows at the end."""

    def __init__(self, reader: RowReader, heading: Heading, sheet: str) -> None:
        self._reader, self._heading, self._sheet, self._form = reader, heading, sheet, reader.form
        self._amounts = [one for one in heading.placed.values() if one.column.type in ("amount", "count")]
        self._all: Sums = defaultdict(lambda: (Decimal(0), 0))
        self._since: Sums = defaultdict(lambda: (Decimal(0), 0))
        self._totals: list[_Total] = []

    def add(self, record: Record) -> None:
        group = tuple(record.values[name] for name in self._form.groups)
        for placed in self._amounts:
            value = record.values[placed.column.name]
            if isinstance(value, Decimal | int):
                for sums in (self._all, self._since):
                    total, count = sums[placed.column.name, group]
                    sums[placed.column.name, group] = (total + value, count + 1)

    def add_run(self, run: Run) -> None:
        """Many rows at once."""
        numbers, groups = grouped(run, self._form.groups)
        for placed in self._amounts:
            for group, (added, many) in zip(groups, sums(run, placed.column.name, numbers, len(groups)), strict=True):
                for kept in (self._all, self._since):
                    total, count = kept[placed.column.name, group]
                    kept[placed.column.name, group] = (total + added, count + many)

    def total_row(self, number: int, cells: list[Cell]) -> None:
        self._totals.append(_Total(number, cells, tuple(map(lambda name: self._named(name, cells), self._form.groups)),
                                   dict(self._since)))  # fmt: skip
        self._since.clear()

    def _named(self, name: str, cells: list[Cell]) -> object:
        """The month or sub-field a total row names; None when its cell holds none (the word 合计, or nothing)."""
        placed = self._heading.placed.get(name)
        try:
            return readers.read(placed.column, rows.at(cells, placed.position)) if placed else None
        except Refused:
            return None

    def compared(self) -> Iterator[Finding]:
        """A finding for every total that differs from its rows."""
        for total in self._totals:
            for placed in self._amounts:
                try:
                    yield from self._compare(total, placed)
                except Refused as error:
                    yield refusal(error, sheet=self._sheet, row=total.row, column=placed.header,
                                  position=placed.position)  # fmt: skip

    def _compare(self, total: _Total, placed: Placed) -> Iterator[Finding]:
        cell = rows.at(total.cells, placed.position)
        printed = values.number_of(values.plain(cell))
        if printed is None:
            return
        counted = placed.column.type == "count"
        unit = "" if counted else self._unit(total, placed)
        if not unit and not counted:
            yield self._finding("warn", "total_without_unit", total, placed, cell, {})
            return
        factor = self._form.units[unit] if unit else Decimal(1)
        stated = printed * factor
        sums = [_summed(sums, placed.column.name, total.group) for sums in (self._all, total.since)]
        off, summed, count = min((abs(stated - one), one, count) for one, count in sums)
        # things are counted, not rounded
        step = Decimal(0) if counted else factor.scaleb(min(0, int(printed.as_tuple().exponent))) / 2
        said = {
            "sum": f"{summed.normalize():f}",
            "stated": f"{stated.normalize():f}",
            "unit": placed.column.unit if counted else self._form.stored_unit,
        }
        if off > step * max(1, count):
            yield self._finding("block", "total_differs", total, placed, cell, said)
        elif off > 0:
            yield self._finding("warn", "total_rounded", total, placed, cell, said)

    def _unit(self, total: _Total, placed: Placed) -> str:
        own = next((one for one in self._heading.placed.values() if one.column.type == "unit"), None)
        named = values.unit(rows.at(total.cells, own.position), self._form) if own else ""
        return named or self._heading.unit_of(placed.column.name) or self._reader.only_unit

    def _finding(self, severity: str, kind: str, total: _Total, placed: Placed, cell: Cell,
                 said: Mapping[str, object]) -> Finding:  # fmt: skip
        return Finding(severity, kind, self._sheet, total.row, placed.header, placed.position,  # type: ignore[arg-type]
                       str(cell), values_of(said))  # fmt: skip


def _summed(sums: Sums, column: str, group: Group) -> tuple[Decimal, int]:
    """The sum over the groups that the total names, and how many rows are in it."""
    chosen = [
        one
        for (name, key), one in sums.items()
        if name == column and all(wanted in (None, has) for wanted, has in zip(group, key, strict=True))
    ]
    return sum((total for total, _ in chosen), Decimal(0)), sum(count for _, count in chosen)
