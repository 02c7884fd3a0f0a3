"""The rows of one sheet below its heading: read, explained, or refused with findings; none is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from scicity.ingest.bulk import BATCH, Bulk, Run
from scicity.ingest.cells import Cell, Grid, Row, is_blank
from scicity.ingest.findings import Finding, Findings, Refused, refusal, shown, values_of
from scicity.ingest.headers import Headers, Heading, line_unit
from scicity.ingest.rows import RowReader
from scicity.ingest.store import Store
from scicity.ingest.totals import Totals


@dataclass(frozen=True)
class SheetNote:
    """How one sheet was read: where its header stands, its unit line's unit ('' for none), rows read and explained."""

    sheet: str
    header_row: int
    unit: str
    rows_read: int
    rows_explained: int


class SheetRows:
    """One sheet on its way: plain rows many at once, all others one by one."""

    def __init__(self, headers: Headers, heading: Heading, grid: Grid, findings: Findings, store: Store) -> None:
        self._heading, self._sheet, self._form = heading, grid.sheet, headers.form
        self._findings, self._store = findings, store
        self._reader = RowReader(headers, heading, grid.sheet, grid.even, findings)
        self._bulk = Bulk(headers, heading, self._reader)
        self._totals = Totals(self._reader, heading, grid.sheet)
        self._read = self._explained = self._refused = 0

    def read(self, below: Iterator[Row]) -> SheetNote:
        """Every row below the heading."""
        try:
            for batch in _batches(below):
                for one in self._bulk.runs(batch):
                    self._run(one) if isinstance(one, Run) else self._row(*one)
        except Refused as error:
            self._findings.add(refusal(error, sheet=self._sheet))
            self._refused += 1
        # where a row was refused, its amounts are missing from the sums and every total would differ
        for finding in chain(self._reader.remarks(), self._totals.compared() if not self._refused else ()):
            self._findings.add(finding)
        return SheetNote(self._sheet, self._heading.row, self._heading.unit, self._read, self._explained)

    def _run(self, run: Run) -> None:
        self._read += len(run)
        self._reader.named |= set(map(str, run.units))
        self._store.add_run(run, self._sheet)
        self._totals.add_run(run)

    def _row(self, number: int, cells: list[Cell]) -> None:
        kind = self._reader.kind(number, cells)
        self._read += kind != "blank"
        self._explained += kind not in ("blank", "data")
        if kind == "data":
            record = self._reader.read(number, cells) if self._heading.clear else None
            self._refused += record is None
            if record:
                self._store.add(record)
                self._totals.add(record)
        elif kind == "total":
            self._totals.total_row(number, cells)
        elif kind in ("note", "remark"):
            self._note(number, cells)
            if kind == "remark":
                told = next(str(cell) for cell in cells if not is_blank(cell))
                self._findings.add(Finding("warn", "remark", self._sheet, number, found=shown(told)))
        elif kind == "header":
            self._header_again(number, *self._reader.header_differs(cells))

    def _header_again(self, number: int, header: str, position: int) -> None:
        if position:
            self._findings.add(Finding("block", "header_again", self._sheet, number, header, position, found=header))

    def _note(self, number: int, cells: list[Cell]) -> None:
        """A note below the table may name a unit too; one that contradicts the table's is no note."""
        try:
            unit = line_unit(self._form, cells)
        except Refused as error:
            self._findings.add(refusal(error, sheet=self._sheet, row=number))
            return
        placed = [one for one in self._heading.placed.values() if one.column.type == "amount"]
        given = {one.unit or self._heading.unit for one in placed}
        if unit and given - {unit}:
            said = values_of({"other": "、".join(sorted(given))})
            self._findings.add(Finding("block", "units_contradict", self._sheet, number, found=unit, values=said))


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """The rows in lists; those before a row that can't be read come before its refusal."""
    while True:
        batch: list[Row] = []
        try:
            batch.extend(islice(rows, BATCH))
        except Refused:
            yield batch  # what came before is in it
            raise
        if not batch:
            return
        yield batch
