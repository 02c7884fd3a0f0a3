"""Where the header stands, and where a unit may be said; contradictions are asked back, never guessed."""

from decimal import Decimal

import pytest

from scicity.ingest import forms
from scicity.ingest.headers import line_unit, unit_named
from tests.ingest.report_files import HEADER, ROW, checked, kinds, only, text

BARE = HEADER[:4]  # without a column of units


def amounts(tmp_path, rows):
    result = checked(text(tmp_path / "a.csv", rows))
    assert result.accepted, kinds(result)
    return result.rows["output_month"].tolist()


def test_titles_and_a_unit_line_may_stand_above_the_header(tmp_path):
    rows = [["2020年8月规上企业月报"], [], ["", "", "", "单位：亿元、%"], BARE, [*ROW[:3], "0.5"]]
    assert amounts(tmp_path, rows) == [Decimal("5000.0000")]  # 0.5 × 10 000 万元


@pytest.mark.parametrize(
    ("header", "stored"),
    [
        ("产值（亿元）", "20000"),  # 2 × 10 000
        ("产值(千元)", "0.2"),  # 2 × 0.1
        ("当月产值 / 万元", "2"),
        ("产值【百万元】", "200"),
        ("产 值（单位：元）", "0.0002"),
    ],
)
def test_a_unit_in_the_header_is_understood(tmp_path, header, stored):
    assert amounts(tmp_path, [[*BARE[:3], header], [*ROW[:3], "2"]]) == [Decimal(stored)]


def test_a_column_of_units_holds_for_each_row(tmp_path):
    rows = [HEADER, [*ROW[:3], "2", "亿元"], ["2020年8月", "大数据", "7", "30", "千元"]]
    assert amounts(tmp_path, rows) == [Decimal(20000), Decimal(3)]


def test_units_that_agree_in_three_places_are_one_unit(tmp_path):
    rows = [["单位：亿元"], [*BARE[:3], "产值（亿元）", "单位"], [*ROW[:3], "2", "亿元"]]
    assert amounts(tmp_path, rows) == [Decimal(20000)]


@pytest.mark.parametrize(
    ("above", "header", "own", "row"),
    [
        ("单位：万元", "产值（亿元）", "", 2),  # unit line against header
        ("单位：万元", "产值", "亿元", 3),  # unit line against the row's own
        ("月报", "产值（亿元）", "万元", 3),  # header against the row's own
    ],
)
def test_units_that_contradict_each_other_are_refused(tmp_path, above, header, own, row):
    rows = [[above], [*BARE[:3], header, "单位"], [*ROW[:3], "2", own]]
    result = checked(text(tmp_path / "a.csv", rows))
    assert not result.accepted
    found = next(one for one in result.findings if one.kind == "units_contradict")
    assert (found.row, found.severity) == (row, "block")


def test_a_unit_named_below_the_table_must_agree_too(tmp_path):
    rows = [["单位：万元"], BARE, ROW[:4], ["注：单位：亿元"]]
    assert only(checked(text(tmp_path / "a.csv", rows)), "units_contradict").row == 4


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([BARE, ROW[:4]], "unit_missing"),
        ([HEADER, [*ROW[:4], ""]], "unit_missing"),
        ([HEADER, [*ROW[:4], "吨"]], "unit_unknown"),
        ([[*BARE[:3], "产值（万美元）"], ROW[:4]], "unit_unknown"),
        ([["单位：万美元"], BARE, ROW[:4]], "unit_unknown"),
        ([["单位：万元、亿元"], BARE, ROW[:4]], "units_two"),
    ],
)
def test_amounts_without_a_clear_unit_are_asked_back(tmp_path, rows, kind):
    result = checked(text(tmp_path / "a.csv", rows))
    assert not result.accepted
    assert kind in kinds(result)


def test_the_reporting_office_in_a_unit_line_is_no_unit():
    form = forms.load("enterprise_output")
    assert line_unit(form, ["填报单位：高新区统计局　计量单位：万元"]) == "万元"
    assert line_unit(form, ["填报单位：高新区统计局"]) == ""
    assert unit_named(form, "人民币万元") == "万元"


def test_headers_are_matched_without_regard_to_width_space_case_and_stars(tmp_path):
    rows = [["＊月 份", "SUBFIELD", "统一社会信用代码*", "营业收入(万元)"], ROW[:4]]
    assert amounts(tmp_path, rows) == [Decimal("1234.5")]


def test_two_columns_that_claim_the_same_name_are_refused(tmp_path):
    result = checked(text(tmp_path / "a.csv", [[*HEADER, "本月产值"], [*ROW, "9"]]))
    found = only(result, "header_twice")
    assert (found.severity, found.column, found.position) == ("block", "本月产值", 6)


def test_a_missing_header_row_names_what_is_expected(tmp_path):
    found = only(checked(text(tmp_path / "a.csv", [ROW, ROW])), "header_missing")
    assert "月份、细分领域、企业代码、产值" in found.text("zh")
    assert "Enterprise code" in found.text("en")


def test_a_missing_required_column_is_named(tmp_path):
    result = checked(text(tmp_path / "a.csv", [["月份", "企业代码", "产值", "单位"], ["2020年8月", "7", "1", "万元"]]))
    assert "细分领域" in only(result, "column_missing").text("zh")


def test_a_column_that_the_form_does_not_have_is_left_out_and_that_is_said(tmp_path):
    result = checked(text(tmp_path / "a.csv", [[*HEADER, "增速", "备注"], [*ROW, "x", "y"]]))
    assert result.accepted
    assert only(result, "column_unread").found == "增速"  # remarks hold no figures and are left without a word


def test_content_under_no_header_is_left_out_and_that_is_said(tmp_path):
    result = checked(text(tmp_path / "a.csv", [[*HEADER[:4], "", "单位"], [*ROW[:4], "x", "万元"]]))
    assert (result.accepted, only(result, "nameless").found) == (True, "x")


def test_flags_that_no_column_tells_count_as_no_and_that_is_said(tmp_path):
    result = checked(text(tmp_path / "a.csv", [HEADER, ROW]))
    assert [one.severity for one in result.findings if one.kind == "flag_missing"] == ["warn", "warn"]
    assert result.rows["is_high_tech"].tolist() == [False]


def test_without_a_column_of_the_key_rows_are_not_called_repeated(tmp_path):
    header = ["细分领域", "企业代码", "产值", "累计产值", "单位"]
    rows = [["集成电路", "7", "1", "8", "万元"], ["集成电路", "7", "2", "9", "万元"]]
    blocking = [
        one.kind for one in checked(text(tmp_path / "a.csv", [header, *rows])).findings if one.severity == "block"
    ]
    assert blocking == ["column_missing"]


def test_a_unit_missing_for_the_whole_column_is_asked_once(tmp_path):
    result = checked(text(tmp_path / "a.csv", [BARE, *([*ROW[:2], str(code), "1"] for code in range(9))]))
    assert kinds(result) == ["unit_missing"]
    assert (result.reading.rows_read, result.reading.rows_refused) == (9, 9)
