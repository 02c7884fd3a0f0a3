"""Rows that were read, kept column by column in Arrow so that a million of them fit, and handed out as one frame."""

import pandas as pd
import pyarrow as pa

from scicity.ingest import amounts
from scicity.ingest.bulk import Run, arrow
from scicity.ingest.rows import Record
from scicity.ingest.schema import Form

BATCH = 50_000
# all others are text
TYPES = {"amount": amounts.TYPE, "number": amounts.TYPE, "count": pa.int64(), "flag": pa.bool_()}
PLACE = (("sheet", pa.string()), ("row", pa.int64()), ("confirmed", pa.bool_()))


class Store:
    """Takes records one at a time."""

    def __init__(self, form: Form) -> None:
        self._names = [column.name for column in form.recorded()]
        types = [(column.name, TYPES.get(column.type, pa.string())) for column in form.recorded()]
        self._schema = pa.schema([*types, *PLACE])
        self._lists: list[list[object]] = [[] for _ in self._schema]
        self._batches: list[pa.RecordBatch] = []

    def add(self, record: Record) -> None:
        values = [record.values[name] for name in self._names]
        for column, value in zip(self._lists, (*values, record.sheet, record.row, record.confirmed), strict=True):
            column.append(value)
        if len(self._lists[0]) >= BATCH:
            self._flush()

    def add_run(self, run: Run, sheet: str) -> None:
        """Many rows at once."""
        self._flush()
        columns = [arrow(run, name, self._schema.field(name).type) for name in self._names]
        place = [pa.repeat(pa.scalar(sheet), len(run)), pa.array(run.numbers), pa.array(run.confirmed)]
        self._batches.append(pa.record_batch([*columns, *place], schema=self._schema))

    def _flush(self) -> None:
        arrays = [pa.array(values, field.type) for values, field in zip(self._lists, self._schema, strict=True)]
        self._batches.append(pa.record_batch(arrays, schema=self._schema))
        self._lists = [[] for _ in self._schema]

    def frame(self) -> pd.DataFrame:
        """All rows in the order of the file: the form's columns, sheet, row, confirmed; Arrow types, missing is NA."""
        self._flush()
        return pa.Table.from_batches(self._batches, self._schema).to_pandas(types_mapper=pd.ArrowDtype)
