"""Tables as published: each gives exactly the rows worked out beside it."""

import pytest

from tests.ingest.bulletin.tables import FILES, read, rows, warnings

NAMES = sorted(path.name for path in FILES.iterdir() if path.suffix in (".xlsx", ".csv"))


def as_published(name, tmp_path):
    """The file as it is published; text in GB18030."""
    if name.endswith(".xlsx"):
        return FILES / name
    (tmp_path / name).write_bytes((FILES / name).read_bytes().decode("utf-8").encode("gb18030"))
    return tmp_path / name


@pytest.mark.parametrize("name", NAMES)
def test_a_published_table_gives_exactly_its_rows(name, tmp_path):
    result = read(as_published(name, tmp_path))
    result.write(tmp_path / "rows.csv")
    expected = FILES / "expected" / f"{name.rsplit('.', 1)[0]}.csv"
    assert (tmp_path / "rows.csv").read_bytes() == expected.read_bytes()


def test_there_are_eight_of_them():
    assert len(NAMES) == 8


def test_a_value_can_be_traced_to_its_cell():
    result = read(FILES / "01_zone_main_2020.xlsx")
    (gdp,) = result.rows[
        (result.rows["indicator_zh"] == "地区生产总值") & (result.rows["measure"] == "yoy")
    ].itertuples()
    # 6.8 stands in D5 of the sheet, under 高新区直管园 / 同比
    assert (gdp.sheet, gdp.row, gdp.position, gdp.column) == ("1主要经济指标", 5, 4, "高新区直管园/同比")


def test_what_was_understood_is_told_for_confirmation():
    (table,) = read(FILES / "01_zone_main_2020.xlsx").tables
    assert (table.title, table.unit_line, table.header_rows) == ("主要经济指标", "亿元、%", (3, 4))
    assert (table.period, table.period_from, table.scope) == ("2020", "file", "高新区直管园")
    assert table.first[0] == ("地区生产总值", "", "2020", "value", "487.45", "亿元")


def test_a_year_from_the_file_name_is_said():
    assert warnings(read(FILES / "02_zone_gdp_2020.xlsx")) == ["year_from_name"]


def test_an_encoding_and_delimiter_are_told(tmp_path):
    result = read(as_published("04_cq_industry_2017_gb18030.csv", tmp_path))
    assert (result.kind, result.encoding, result.delimiter) == ("text", "gb18030", ",")


def test_withheld_is_not_zero_and_not_left_out():
    result = read(FILES / "01_zone_main_2020.xlsx")
    status = dict(zip(result.rows["indicator_zh"] + result.rows["measure"], result.rows["status"], strict=True))
    assert (status["规上工业总产值value"], status["规上工业总产值yoy"]) == ("missing", "given")


def test_a_hidden_helper_column_is_left_out_and_that_is_said():
    result = read(FILES / "12_iav_month_and_ytd_2020.xlsx")
    assert warnings(result) == ["hidden_column"]
    assert len(rows(result)) == 13
