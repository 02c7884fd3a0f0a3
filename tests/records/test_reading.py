"""The latest version of each row: what is known now."""

from dataclasses import replace
from decimal import Decimal

import duckdb
import pandas as pd
import pyarrow as pa

from scicity import records
from tests.records.small_city import arrival


def test_the_latest_version_of_a_row_is_that_of_the_last_submission(tmp_path):
    records.accept_all([arrival(1, tmp_path)])
    records.accept_all([arrival(3, tmp_path), arrival(7, tmp_path, month="2020-09")])
    records.accept_all([arrival(2, tmp_path)])
    known = records.latest("enterprise_output")
    assert known["month"].tolist() == ["2020-08"] * 4 + ["2020-09"] * 4  # in the order of the form's key
    assert known["output_month"].tolist() == [2000.0] * 4 + [7000.0] * 4
    assert known["submission"].tolist() == [4] * 4 + [3] * 4


def test_an_official_row_stands_above_a_later_one_of_the_demonstration_model(tmp_path):
    records.accept_all([arrival(1, tmp_path, provenance="official")])
    records.accept_all([arrival(2, tmp_path, provenance="demo")])
    assert records.latest("enterprise_output")["provenance"].tolist() == ["official"] * 4


def test_nothing_is_known_of_a_form_nobody_has_reported():
    assert records.latest("enterprise_output").empty


def test_rows_kept_with_four_decimals_stand_beside_those_kept_with_six(tmp_path):
    for month, amount, kind in (("2020-08", "1234.5678", (18, 4)), ("2020-09", "1234.567891", (20, 6))):
        one = arrival(1, tmp_path, month=month)
        made = pd.Series([Decimal(amount)] * 4, dtype=pd.ArrowDtype(pa.decimal128(*kind)))
        records.accept_all([replace(one, rows=one.rows.assign(output_month=made))])
    with duckdb.connect() as connection:
        records.load(connection, records.counted(), ["enterprise_output"])
        told = connection.execute(
            "select typeof(any_value(output_month)), sum(output_month) from enterprise_output_submitted"
        ).fetchone()
        # 4 × 1234.5678 + 4 × 1234.567891
        assert told == ("DECIMAL(20,6)", Decimal("9876.542764"))
