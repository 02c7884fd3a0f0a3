"""Many records of the same shape, for benchmarks: the city's enterprises repeated, each copy with a size of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from scicity import periods
from scicity.demo.calibration import built
from scicity.demo.enterprises import Enterprise
from scicity.demo.model import City
from scicity.demo.reading import read_settings
from scicity.demo.sheets import AMOUNTS, FORM

# a copy makes between half and one and a half of what its model makes
SIZES = (0.5, 1.5)
AMOUNT = pa.decimal128(20, 6)
SCHEMA = pa.schema(
    [("form", pa.string()), ("submission", pa.int64()), ("file", pa.string()), ("sheet", pa.string())]
    + [("row", pa.int64()), ("provenance", pa.string()), ("month", pa.string()), ("subfield", pa.string())]
    + [("enterprise_code", pa.string()), ("enterprise_name", pa.string()), ("group_code", pa.string())]
    + [("is_high_tech", pa.bool_()), ("is_strategic", pa.bool_()), *((name, AMOUNT) for name in AMOUNTS)]
)


@dataclass(frozen=True)
class Crowd:
    """Copies of the city's steady enterprises: which model each copies, and how large it is beside it."""

    city: City
    models: list[Enterprise]
    of_model: np.ndarray
    sizes: np.ndarray

    def made(self, month: str) -> np.ndarray:
        """Each copy's amount of one month, in hundredths of 万元."""
        amounts = np.array([self.city.value(one, month) for one in self.models], dtype=np.int64)
        return np.rint(amounts[self.of_model] * self.sizes).astype(np.int64)


def write_many(path_parquet: Path, rows: int) -> Path:
    """Writes exactly `rows` records of enterprise_output to `path_parquet` (replaced when there) and returns it.

    Columns as in the records; amounts DECIMAL(20,6) in 万元; provenance 'demo'. One row an enterprise and month over
    all months of the model, ordered by month; the last enterprises miss the last month when `rows` does not divide.
    Fewer than one row raises ValueError.
    """
    if rows < 1:
        raise ValueError(f"write_many needs at least one row, {rows} were asked for")
    city = built(read_settings())
    months = periods.between(city.settings.first_month, city.settings.last_month)
    crowd = _crowd(city, months, -(-rows // len(months)))
    left = rows
    with pq.ParquetWriter(path_parquet, SCHEMA, compression="zstd") as writer:
        for table in _tables(crowd, months):
            writer.write_table(table.slice(0, left))
            left -= min(left, table.num_rows)
    return path_parquet


def _crowd(city: City, months: list[str], copies: int) -> Crowd:
    steady = [one for one in city.enterprises if one.reports(months[0]) and one.reports(months[-1])]
    sizes = np.random.Generator(np.random.PCG64(copies)).uniform(*SIZES, copies)
    return Crowd(city, steady, np.arange(copies) % len(steady), sizes)


def _tables(crowd: Crowd, months: list[str]) -> Iterator[pa.Table]:
    fixed = _fixed_columns(crowd)
    output_ytd = base_ytd = np.zeros(len(crowd.sizes), dtype=np.int64)
    for month in months:
        output, base = crowd.made(month), crowd.made(periods.year_before(month))
        opens_year = periods.starts(month, "month") == periods.starts(month, "ytd")
        output_ytd, base_ytd = (output, base) if opens_year else (output_ytd + output, base_ytd + base)
        amounts = dict(zip(AMOUNTS, (output, output_ytd, base, base_ytd), strict=True))
        yield _month_table(fixed, month, amounts)


def _fixed_columns(crowd: Crowd) -> dict[str, pa.Array]:
    """What is the same in every month of an enterprise."""
    count = len(crowd.sizes)
    index = pa.array(crowd.of_model)
    codes = pa.array([f"DEMO{number:08d}" for number in range(1, count + 1)])
    return {
        "form": pa.repeat(FORM, count),
        "submission": pa.repeat(1, count),
        "sheet": pa.nulls(count, pa.string()),
        "row": pa.array(np.arange(2, count + 2)),
        "provenance": pa.repeat("demo", count),
        "subfield": pa.array([one.subfield for one in crowd.models]).take(index),
        "enterprise_code": codes,
        "enterprise_name": codes,
        "group_code": pa.nulls(count, pa.string()),
        "is_high_tech": pa.array([one.is_high_tech for one in crowd.models]).take(index),
        "is_strategic": pa.array([one.is_strategic for one in crowd.models]).take(index),
    }


def _month_table(fixed: dict[str, pa.Array], month: str, amounts: dict[str, np.ndarray]) -> pa.Table:
    count = len(fixed["row"])
    own = {"file": pa.repeat(f"scale_{month}.csv", count), "month": pa.repeat(month, count)}
    columns = fixed | own | {name: _decimals(values) for name, values in amounts.items()}
    return pa.table([columns[name] for name in SCHEMA.names], schema=SCHEMA)


def _decimals(hundredths: np.ndarray) -> pa.Array:
    """DECIMAL(20,6) of whole hundredths. Its 16 bytes are the number's low and high half: no way through text."""
    halves = np.zeros((len(hundredths), 2), dtype="<i8")
    halves[:, 0] = hundredths * 10_000
    return pa.Array.from_buffers(AMOUNT, len(hundredths), [None, pa.py_buffer(halves.tobytes())])
