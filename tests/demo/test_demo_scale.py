"""Many records for benchmarks: the number asked for, in the columns of the records."""

import duckdb
import pytest

from scicity.demo.scale import write_many


def test_exactly_the_rows_asked_for_are_written(tmp_path):
    path = write_many(tmp_path / "many.parquet", 10_000)
    # 10 000 = 345 enterprises x 29 months - 5: the last five miss August 2020
    (found,) = duckdb.sql(
        f"select count(*), count(distinct enterprise_code), count(distinct month), max(month), "
        f"count(*) filter (where month = '2020-08') from read_parquet('{path}')"
    ).fetchall()
    assert found == (10_000, 345, 29, "2020-08", 340)


def test_amounts_are_exact_and_add_up_to_the_year_to_date(tmp_path):
    path = write_many(tmp_path / "many.parquet", 2_900)
    types = {name: kind for name, kind, *_ in duckdb.sql(f"describe from read_parquet('{path}')").fetchall()}
    assert {types[name] for name in ("output_month", "output_ytd", "base_month", "base_ytd")} == {"DECIMAL(20,6)"}
    (wrong,) = duckdb.sql(
        f"with sums as (select *, sum(output_month) over so_far as output, sum(base_month) over so_far as base "
        f"from read_parquet('{path}') "
        f"window so_far as (partition by enterprise_code, month[:4] order by month)) "
        f"select count(*) from sums where output <> output_ytd or base <> base_ytd"
    ).fetchall()
    assert wrong == (0,)


def test_the_same_number_of_rows_gives_the_same_records(tmp_path):
    one, other = (write_many(tmp_path / name, 5_000) for name in ("one.parquet", "other.parquet"))
    (differences,) = duckdb.sql(
        f"select count(*) from (from read_parquet('{one}') except all from read_parquet('{other}'))"
    ).fetchall()
    assert differences == (0,)


def test_no_rows_are_refused(tmp_path):
    with pytest.raises(ValueError, match="at least one row, 0 were asked for"):
        write_many(tmp_path / "none.parquet", 0)
