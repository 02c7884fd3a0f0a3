"""From one table to its rows: every cell of a column of values is a row, or a finding that names where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scicity.ingest.bulletin import balance, numbers
from scicity.ingest.bulletin.balance import ADDABLE_SHARE, Entry
from scicity.ingest.bulletin.context import Context
from scicity.ingest.bulletin.heading import columns_of, scope_of
from scicity.ingest.bulletin.heads import Column
from scicity.ingest.bulletin.labels import is_heading
from scicity.ingest.bulletin.meaning import PERCENT, RATES, Meaning, Meanings
from scicity.ingest.bulletin.naming import Row, mode_of, rows_of
from scicity.ingest.bulletin.numbers import Value
from scicity.ingest.bulletin.sheets import Spot
from scicity.ingest.bulletin.tables import Table
from scicity.ingest.bulletin.words import POINTS, quantity, simplified
from scicity.ingest.cells import Merged
from scicity.ingest.findings import Finding, Refused, refusal, values_of

JANUARY = re.compile(r"\d{4}-(0[12])/\d{4}-\1")  # one of the two months that industry reports together
PEERS = 3  # numbers with decimals in a column that show that its whole numbers lost theirs
PER_TABLE = frozenset({"bulletin_period_missing", "bulletin_period_unclear", "bulletin_indicator_missing",
                       "bulletin_measure_unclear", "bulletin_column_unclear", "bulletin_unit_missing"})  # fmt: skip


@dataclass(frozen=True)
class Fact:
    """One row of the result and where it came from."""

    meaning: Meaning
    value: Value
    row: Row
    column: Column


class Facts:
    """Reads one table; `facts` and `findings` are complete once made."""

    def __init__(self, table: Table, context: Context) -> None:
        self.table, self.context = table, context
        self.columns = columns_of(table)
        self.mode = mode_of(table, self.columns)
        self.scope = scope_of(table)
        self.meanings = Meanings(self.columns, self.mode, context, self.scope)
        self.findings: list[Finding] = []
        self._told: set[tuple[str, str, int]] = set()
        self.facts = _decimals(list(self._read()))
        self._columns_unread()
        self._compare()

    def _read(self) -> Iterator[Fact]:
        values = [one for one in self.columns if one.role == "value"]
        for at, row in enumerate(rows_of(self.table, self.columns, self.mode)):
            if self._labelled(row, first=not at):
                yield from (fact for column in values if (fact := self._cell(row, column)))

    def _labelled(self, row: Row, first: bool) -> bool:
        """Whether the row says what it is about; only the first row of parts may be the whole without a name."""
        at = row.line.row
        if self.mode == "periods" and row.span is None:
            self._find("block", "bulletin_label_period", at, found=row.label.name)
            return False
        if self.mode != "periods" and numbers.is_value(row.label.name):
            self._find("block", "bulletin_label_missing", at, found=row.label.name)
            return False
        if not row.label.name:
            if first and self.mode == "items":
                self._find("warn", "bulletin_total_assumed", at)
                return True
            self._find("block", "bulletin_label_missing", at)
            return False
        if row.doubt:
            kind = "bulletin_nesting" if row.doubt == "own" else "bulletin_nesting_part"
            self._find("warn", kind, at, found=row.label.name)
        return True

    def _cell(self, row: Row, column: Column) -> Fact | None:
        spot = row.line.at(column.position)
        place = {"sheet": self.table.sheet, "row": spot.row, "column": column.head or "—", "position": column.position}
        try:
            value = self._value(spot, row, column)
            if value is None:
                return None
            meaning = self.meanings.of(row, column, value)
            self._fits(value, meaning, spot)
        except Refused as error:
            self._refused(error, place)
            return None
        if value.value and "工业" in meaning.indicator and (month := JANUARY.fullmatch(meaning.period)):
            said = values_of({"month": int(month[1])})
            self.findings.append(Finding("warn", "bulletin_january", found=spot.text, values=said, **place))  # type: ignore[arg-type]
        if value.rounded:
            said = values_of({"value": value.value})
            self.findings.append(Finding("warn", "bulletin_rounded", found=spot.text, values=said, **place))  # type: ignore[arg-type]
        return Fact(meaning, value, row, column)

    def _value(self, spot: Spot, row: Row, column: Column) -> Value | None:
        if isinstance(spot.cell, Merged):
            if numbers.is_value(spot.over):
                raise Refused("bulletin_merged", found=spot.over)
            return None
        growing = self.meanings.nature(row, column) in ("growth", "chain", "points")
        return numbers.read(spot.cell, spot.form, growing)

    def _fits(self, value: Value, meaning: Meaning, spot: Spot) -> None:
        """A sign of per cent in a column of amounts, or an amount in one of per cent, is no such value."""
        if value.unit and value.unit != meaning.unit:
            raise Refused("bulletin_unit_conflict", found=spot.text, unit=meaning.unit)

    def _refused(self, error: Refused, place: dict[str, object]) -> None:
        if error.kind in PER_TABLE:
            key = (error.kind, error.found, int(str(place["position"])))
            if key in self._told:
                return
            self._told.add(key)
        self.findings.append(refusal(error, **place))

    def _find(self, severity: str, kind: str, row: int, found: str = "") -> None:
        self.findings.append(Finding(severity, kind, self.table.sheet, row, found=found))  # type: ignore[arg-type]

    def _columns_unread(self) -> None:
        for column in self.columns:
            if column.role == "unread":
                sheet, row, head = self.table.sheet, self.table.header[0].row, column.head
                self.findings.append(
                    Finding("warn", "bulletin_column_unread", sheet, row, head or "—", column.position, head)
                )

    def _compare(self) -> None:
        notes = "".join(spot.text for line in self.table.notes for spot in line.filled)
        for column in self.columns:
            listed = [fact for fact in self.facts if fact.column.position == column.position]
            if column.role == "value":
                self.findings.extend(_small(listed, self.table.sheet, column))
                place = {"sheet": self.table.sheet, "column": column.head, "position": column.position}
                entries = [_entry(fact) for fact in listed if _adds(fact)]
                self.findings.extend(replace(one, **place) for one in balance.compared(entries, self.mode, notes))  # type: ignore[arg-type]

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(line.filled[0].text for line in self.table.body if is_heading(line))


def _entry(fact: Fact) -> Entry:
    return Entry(fact.row, Decimal(fact.value.value), fact.meaning.unit, fact.meaning.indicator)


def _adds(fact: Fact) -> bool:
    """Whether values of this kind add up: levels that are no rate, and shares of a whole."""
    meaning = fact.meaning
    if not fact.value.value or meaning.measure != "value" or meaning.unit == POINTS or "=100" in meaning.unit:
        return False
    if meaning.unit in PERCENT:
        return meaning.indicator.endswith(ADDABLE_SHARE) and not meaning.indicator.startswith("占")
    return quantity(simplified(meaning.indicator)) not in RATES


def _decimals(facts: list[Fact]) -> list[Fact]:
    """A number kept without a format has lost its .0 where most others of the column and unit have decimals."""
    shown: dict[tuple[int, str], list[bool]] = {}
    for fact in facts:
        if fact.value.numeric:
            shown.setdefault((fact.column.position, fact.meaning.unit), []).append("." in fact.value.value)

    def printed(fact: Fact) -> Fact:
        with_point = shown.get((fact.column.position, fact.meaning.unit), [])
        lost = fact.value.whole and sum(with_point) >= PEERS
        if not lost or 2 * sum(with_point) < len(with_point):
            return fact
        return replace(fact, value=replace(fact.value, value=f"{fact.value.value}.0"))

    return [printed(fact) for fact in facts]


def _small(facts: Sequence[Fact], sheet: str, column: Column) -> Iterator[Finding]:
    """Percentages that are all between -1 and 1 may be fractions whose format was lost (0.058 for 5.8%)."""
    given = [fact for fact in facts if fact.value.value and fact.meaning.unit in PERCENT]
    bare = [fact for fact in given if not fact.value.unit and abs(Decimal(fact.value.value)) <= 1]
    if len(bare) == len(given) >= PEERS and any("." in one.value.value[:-2] and one.value.value for one in bare):
        first = bare[0].row.line.row
        yield Finding("warn", "bulletin_fractions", sheet, first, column.head, column.position, bare[0].value.value)
