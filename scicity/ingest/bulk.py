"""Many plain rows at once, column by column. What is not plain is left to `rows`, which alone decides and explains.

A row is plain where every cell is what the form expects, in the commonest spelling: then its kind and its values are
those that `rows` would find. A cell's text is converted once, however often it stands in the file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa

from scicity.ingest import amounts, readers, values
from scicity.ingest.amounts import Flags, Numbers
from scicity.ingest.cells import Cell, Row, is_blank
from scicity.ingest.findings import Refused
from scicity.ingest.headers import Headers, Heading, Placed
from scicity.ingest.remarks import is_note
from scicity.ingest.rows import RowReader, is_bare_total, is_total
from scicity.ingest.rules import JUMP
from scicity.ingest.schema import Column

BATCH = 20_000
FEWEST = 64  # plain rows in a run; fewer are quicker one by one
MOST_CACHED = 300_000  # texts of one column
LONGEST = 1000
# of the checks between the cells of a row, those that are judged here
JUDGED = frozenset({"not_negative", "ytd_covers_month", "jump"})
WITHIN_ROW = frozenset({*JUDGED, "order", "at_most", "part_of"})
PLAIN_TYPES = (str, float, int, bool, type(None))
Converted = dict[str, list[object]]


class _Unsure:
    """Stands for a cell that `rows` must look at."""


UNSURE = _Unsure()


@dataclass(frozen=True)
class Run:
    """Plain rows that follow each other: their numbers, texts by column, the unit each names, amounts in millionths."""

    numbers: Numbers
    texts: Converted
    units: list[object]
    amounts: dict[str, amounts.Scaled]
    confirmed: Flags

    def __len__(self) -> int:
        return len(self.numbers)

    def part(self, start: int, end: int) -> "Run":
        """The rows from `start` up to `end`."""
        texts = {name: cells[start:end] for name, cells in self.texts.items()}
        cut = {name: one.part(start, end) for name, one in self.amounts.items()}
        return Run(self.numbers[start:end], texts, self.units[start:end], cut, self.confirmed[start:end])


class Bulk:
    """Tells the plain rows of a sheet from the others."""

    def __init__(self, headers: Headers, heading: Heading, reader: RowReader) -> None:
        self._headers, self._heading, self._reader = headers, heading, reader
        self._form = headers.form
        self._cached: dict[str, dict[object, object]] = {}
        self._texts = [column for column in self._form.recorded() if column.type != "amount"]
        placed = [heading.placed[column.name] for column in self._form.recorded() if column.name in heading.placed]
        self._first = next(iter(heading.placed.values())).position
        self._amounts = [one for one in placed if one.column.type == "amount"]
        asked = {check.kind for check in self._form.checks} & WITHIN_ROW
        self.usable = bool(
            heading.clear and reader.own and asked <= JUDGED and not self._form.of_type("count", "number")
            and all(column.name in heading.placed for column in self._form.columns if column.required)
        )  # fmt: skip

    def runs(self, batch: Sequence[Row]) -> Iterator[Run | Row]:
        """The rows of a batch in their order: plain ones in runs, all others one by one."""
        # rows of a spreadsheet may be wider than the header; one row's width tells that of nearly all
        width = max(self._heading.width, len(batch[len(batch) // 2][1])) if batch else 0
        whole = [row for row in batch if len(row[1]) == width] if self.usable else []
        if len(whole) < FEWEST:
            yield from batch
            return
        run, plain = self._read(whole)
        sure = dict(zip((number for number, _ in whole), range(len(whole)), strict=True))
        places = np.array([sure.get(number, -1) for number, _ in batch])
        fits = (places >= 0) & plain[places]
        edges = np.flatnonzero(np.diff(fits, prepend=not fits[0], append=not fits[-1]))
        for start, end in zip(edges[:-1], edges[1:], strict=True):
            if fits[start] and end - start >= FEWEST:
                yield run.part(int(places[start]), int(places[end - 1]) + 1)
            else:
                yield from batch[start:end]

    def _read(self, rows: Sequence[Row]) -> tuple[Run, Flags]:
        """All rows as a run, and which of them are plain."""
        numbers = np.array([number for number, _ in rows])
        columns = list(zip(*(cells for _, cells in rows), strict=True))
        plain = np.ones(len(rows), bool)
        plain &= numbers != self._heading.row + 1  # may number the columns
        self._only_what_is_read(columns, plain)
        texts = {column.name: self._texts_of(column, columns, plain) for column in self._texts}
        owns = self._owns(columns, plain)
        scaled = {column.name: amounts.missing(len(rows)) for column in self._form.of_type("amount")}
        for placed in self._amounts:
            scaled[placed.column.name] = self._scaled(placed, columns[placed.position - 1], owns, plain)
        self._judge(texts, scaled, plain)
        elsewhere = sum(bool(one) for one in (self._amounts[0].unit, self._heading.unit)) if self._amounts else 0
        confirmed = _each(owns, {own: bool(own) + elsewhere > 1 for own in set(owns)}).astype(bool)
        return Run(numbers, texts, owns, scaled, confirmed), plain

    def _only_what_is_read(self, columns: Sequence[Sequence[Cell]], plain: Flags) -> None:
        """Leaves out rows with content under no header, and over-long cells where nothing is read."""
        read = {one.position for one in self._heading.placed.values()}
        named = {one.position for one in self._heading.unread}
        for position, cells in enumerate(columns, start=1):
            if set(map(type, cells)) == {type(None)}:
                continue
            if position in named:
                plain &= np.array([not isinstance(one, str) or len(one) <= LONGEST for one in cells], bool)
            elif position not in read:
                plain &= np.array([is_blank(one) for one in cells], bool)

    def _texts_of(self, column: Column, columns: Sequence[Sequence[Cell]], plain: Flags) -> list[object]:
        placed = self._heading.placed.get(column.name)
        if placed is None:
            return [column.default] * len(plain)
        cells = columns[placed.position - 1]
        return self._converted(placed, cells, plain)

    def _converted(self, placed: Placed, cells: Sequence[Cell], plain: Flags) -> list[object]:
        """The value of every cell; takes the rows from the plain ones where that is unsure."""
        known = self._cached.setdefault(placed.column.name, {})
        if len(known) > MOST_CACHED:
            known.clear()
        # True, 1 and 1.0 are one key of a dictionary, but not one cell
        texts = set(map(type, cells)) == {str}
        keys: Sequence[object] = cells if texts else [(type(one), one) for one in cells]
        distinct = set(keys)
        for key in distinct - known.keys():
            known[key] = self._value(placed, key if texts else key[1])  # type: ignore[arg-type, index]
        found = list(map(known.__getitem__, keys))
        if any(known[key] is UNSURE for key in distinct):
            plain &= np.array([one is not UNSURE for one in found], bool)
        return found

    def _value(self, placed: Placed, cell: Cell) -> object:
        """The value of a cell, or UNSURE where `rows` would find more in it than that."""
        column = placed.column
        if type(cell) not in PLAIN_TYPES or is_bare_total(cell):
            return UNSURE
        if column.type == "code" and not isinstance(cell, str | None):  # counted and warned of
            return UNSURE
        if placed.position in self._reader.own and (is_blank(cell) or is_total(cell) or is_note(cell)):
            return UNSURE
        if placed.position == self._first and self._headers.match(cell):
            return UNSURE
        try:
            value = values.unit(cell, self._form) if column.type == "unit" else readers.read(column, cell)
        except Refused:
            return UNSURE
        if value is None and column.required:
            return UNSURE
        return column.default if value is None else value

    def _owns(self, columns: Sequence[Sequence[Cell]], plain: Flags) -> list[object]:
        """The unit that each row names itself; '' for none."""
        placed = next((one for one in self._heading.placed.values() if one.column.type == "unit"), None)
        if placed is None:
            return [""] * len(plain)
        return [one or "" for one in self._converted(placed, columns[placed.position - 1], plain)]

    def _scaled(self, placed: Placed, cells: Sequence[Cell], owns: list[object], plain: Flags) -> amounts.Scaled:
        given = self._heading.unit_of(placed.column.name)
        scaled, sure = amounts.read(cells)
        factors: dict[object, tuple[int, int]] = {}
        for own in set(owns):
            unit = own or given
            clear = isinstance(own, str) and unit in self._form.units and not (own and given and own != given)
            factors[own] = amounts.ratio(self._form.units[str(unit)]) if clear else (0, 1)
        times, parts = (_each(owns, {own: both[one] for own, both in factors.items()}) for one in (0, 1))
        scaled, exact = scaled.times(times, parts)
        plain &= sure & exact & (times > 0)
        if placed.column.required:
            plain &= ~scaled.missing
        return scaled

    def _judge(self, texts: Converted, scaled: dict[str, amounts.Scaled], plain: Flags) -> None:
        """Leaves out every row that might break a rule; `rows` tells whether it does."""
        for check in self._form.checks:
            if check.kind == "not_negative":
                for name in check.columns:
                    plain &= scaled[name].missing | (scaled[name].value >= 0) if name in scaled else True
            elif check.kind in JUDGED:
                first, second = (scaled[name] for name in check.columns)
                both = ~first.missing & ~second.missing
                plain &= ~(both & self._suspected(check.kind, first.value, second.value, texts))

    def _suspected(self, kind: str, value: Numbers, other: Numbers, texts: Converted) -> Flags:
        if kind == "jump":
            small, large = np.minimum(value, other), np.maximum(value, other)
            return (small < 0) | ((small > 0) & (large // JUMP >= small))
        months = texts[self._form.month]
        two_months = _each(months, {one: str(one).endswith("-02") for one in set(months)}).astype(bool)
        return (value < other) | (two_months & (value != other))


def _each(keys: Sequence[object], said: Mapping[object, int]) -> Numbers:
    """What is said of each key."""
    if len(said) == 1:
        return np.full(len(keys), next(iter(said.values())), "int64")
    return np.fromiter(map(said.__getitem__, keys), "int64", len(keys))


def grouped(run: Run, groups: Sequence[str]) -> tuple[Numbers, list[tuple[object, ...]]]:
    """The number of each row's group, and the groups."""
    places: dict[tuple[object, ...], int] = {}
    keys = zip(*(run.texts[name] for name in groups), strict=True) if groups else [()] * len(run)
    numbers = np.array([places.setdefault(key, len(places)) for key in keys])
    return numbers, list(places)


def sums(run: Run, name: str, numbers: Numbers, count: int) -> list[tuple[Decimal, int]]:
    """For each group the sum of an amount in the stored unit, exactly, and how many rows have it."""
    scaled = run.amounts[name]
    present = np.flatnonzero(~scaled.missing)
    totals = [0] * count
    # in two halves, so that no sum of a million amounts leaves 64 bits
    for half, weight in ((scaled.value >> 32, 1 << 32), (scaled.value & 0xFFFFFFFF, 1)):
        added = np.zeros(count, "int64")
        np.add.at(added, numbers[present], half[present])
        totals = [total + int(one) * weight for total, one in zip(totals, added, strict=True)]
    counts = np.bincount(numbers[present], minlength=count)
    return [(Decimal(total).scaleb(-6), int(one)) for total, one in zip(totals, counts, strict=True)]


def arrow(run: Run, name: str, kind: pa.DataType) -> pa.Array:
    """A column of the run as Arrow."""
    return run.amounts[name].arrow() if name in run.amounts else pa.array(run.texts[name], kind)
