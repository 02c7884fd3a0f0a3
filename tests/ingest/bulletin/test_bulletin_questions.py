"""Periods, units and indicators: taken from where they are printed; asked where they are not, and answered."""

import pytest

from scicity.ingest.bulletin import is_bulletin, read_bulletin
from tests.ingest.bulletin.tables import FILES, block, blocks, read, rows, warnings
from tests.ingest.report_files import HEADER, ROW, text, workbook

INDICATORS = [["指标", "绝对额", "同比"], ["规上工业总产值", "1422.8", "14.8"]]


def titled(path, *above):
    return text(path, [*[[one] for one in above], *INDICATORS])


def periods(result):
    return list(dict.fromkeys(row[2] for row in rows(result)))


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2020年1-8月", "2020-01/2020-08"),
        ("2020年1—5月份", "2020-01/2020-05"),
        ("2020年1―2月", "2020-01/2020-02"),
        ("2020年1~8月份", "2020-01/2020-08"),
        ("2020年1月至8月", "2020-01/2020-08"),
        ("２０２０年１－５月", "2020-01/2020-05"),
        ("二〇二〇年一季度", "2020-01/2020-03"),
        ("2020年上半年", "2020-01/2020-06"),
        ("2020年前三季度", "2020-01/2020-09"),
        ("2020年全年", "2020-01/2020-12"),
        ("2020年度", "2020"),
        ("表1 2020年", "2020"),
    ],
)
def test_a_title_gives_the_period(tmp_path, printed, period):
    result = read(titled(tmp_path / "a.csv", f"{printed}主要经济指标", "单位：亿元、%"))
    assert (periods(result), result.tables[0].period_from) == ([period], "title")


def test_a_stock_stands_at_the_end_of_its_period(tmp_path):
    table = [["2020年1-8月"], ["指标", "绝对额（亿元）"], ["人民币存款余额", "341.63"], ["税收收入", "66.95"]]
    assert periods(read(text(tmp_path / "a.csv", table))) == ["2020-08", "2020-01/2020-08"]


def test_a_lone_month_in_a_title_is_asked_about_and_answered(tmp_path):
    path = titled(tmp_path / "a.csv", "2020年8月主要经济指标", "单位：亿元、%")
    (level, growth) = blocks(read(path))
    assert (level.kind, level.row, level.column) == ("bulletin_period_unclear", 4, "绝对额")
    assert dict(level.values)["choices"] == "2020-08/2020-08、2020-01/2020-08"
    assert growth.column == "同比"
    assert periods(read(path, period="2020-01/2020-08")) == ["2020-01/2020-08"]
    assert periods(read(path, period="2020-08")) == ["2020-08/2020-08"]


def test_month_and_to_date_in_the_header_leave_nothing_to_ask(tmp_path):
    table = [["2020年8月"], ["指标", "本月（亿元）", "本年累计（亿元）"], ["规上工业总产值", "180.5", "1422.8"]]
    assert periods(read(text(tmp_path / "a.csv", table))) == ["2020-08/2020-08", "2020-01/2020-08"]


def test_growth_after_month_and_to_date_is_asked_which_of_them(tmp_path):
    table = [
        ["2020年8月"],
        ["指标", "本月（亿元）", "本年累计（亿元）", "同比（%）"],
        ["规上工业总产值", "180.5", "1422.8", "14.8"],
    ]
    assert block(read(text(tmp_path / "a.csv", table))) == ("period_unclear", 3, "同比(%)")


def test_more_than_one_year_in_sight_is_asked_about_and_answered(tmp_path):
    path = titled(tmp_path / "a.csv", "2020年主要经济指标（按2019年口径）", "单位：亿元、%")
    found = blocks(read(path))
    assert [(one.kind, dict(one.values)["choices"]) for one in found] == [("bulletin_years", "2019、2020")]
    assert periods(read(path, period="2020")) == ["2020"]


def test_a_year_only_in_the_file_name_is_taken_and_said(tmp_path):
    result = read(titled(tmp_path / "zone_2020.csv", "主要经济指标", "单位：亿元、%"))
    assert (periods(result), warnings(result)) == (["2020"], ["year_from_name"])


def test_the_day_a_file_was_sent_is_no_period(tmp_path):
    for name in ("上报20210315.csv", "2021-03-15.csv"):
        kinds = {one.kind for one in blocks(read(titled(tmp_path / name, "主要经济指标", "单位：亿元、%")))}
        assert kinds == {"bulletin_period_missing"}


def test_the_day_a_page_was_put_up_is_no_period(tmp_path):
    path = titled(tmp_path / "a.csv", "1-4月主要经济指标", "发布日期：2019-05-29", "单位：亿元、%")
    assert {one.kind for one in blocks(read(path))} == {"bulletin_period_missing"}


@pytest.mark.parametrize("printed", ["2020年9月11日", "（2020-09-11）", "时间：2020年9月11日", "二〇二〇年九月11日"])
def test_a_day_that_stands_alone_is_asked_about_before_a_year_is_taken_from_the_name(tmp_path, printed):
    path = titled(tmp_path / "zone_2020.csv", "科学城全面启动有关指标", printed, "单位：亿元、%")
    found = blocks(read(path))
    assert [(one.kind, one.row, dict(one.values)["choices"]) for one in found] == [
        ("bulletin_period_unclear", 2, "2020、2020-09")
    ]
    assert periods(read(path, period="2020-09")) == ["2020-09/2020-09"]


def test_a_day_said_to_be_that_of_putting_up_leaves_the_year_of_the_name(tmp_path):
    result = read(titled(tmp_path / "zone_2020.csv", "主要经济指标", "发布日期：2020-10-29", "单位：亿元、%"))
    assert (periods(result), warnings(result)) == (["2020"], ["year_from_name"])


def test_a_day_beside_periods_that_are_printed_asks_nothing(tmp_path):
    result = read(titled(tmp_path / "zone_2020.csv", "2020年1-8月主要经济指标", "2020年9月11日", "单位：亿元、%"))
    assert (periods(result), warnings(result)) == (["2020-01/2020-08"], [])


def test_a_january_of_industry_is_doubted(tmp_path):
    table = [["2020年规模以上工业增加值增速（%）"], ["月份", "当月"], ["1月", "1.0"], ["1-2月", "2.0"], ["3月", "3.0"]]
    result = read(text(tmp_path / "a.csv", table))
    assert [(one.kind, one.row) for one in result.findings] == [("bulletin_january", 3)]


def test_a_label_that_should_be_a_month_is_refused_where_it_stands(tmp_path):
    table = [["2020年规模以上工业增加值增速（%）"], ["月份", "当月"], ["3月", "1.0"], ["四月左右", "2.0"]]
    assert block(read(text(tmp_path / "a.csv", table))) == ("label_period", 4, "")


def test_a_unit_that_is_nowhere_is_asked_for_and_answered(tmp_path):
    path = titled(tmp_path / "a.csv", "2020年主要经济指标")
    assert block(read(path)) == ("unit_missing", 3, "绝对额")
    assert [row[5] for row in rows(read(path, unit="亿元"))] == ["亿元", "%"]


def test_two_units_of_money_are_asked_about(tmp_path):
    path = titled(tmp_path / "a.csv", "2020年主要经济指标", "单位：亿元、万元、%")
    (found,) = blocks(read(path))
    assert (found.kind, dict(found.values)["choices"]) == ("bulletin_unit_missing", "亿元、万元")


def test_a_unit_line_of_counts_and_money_gives_each_its_own(tmp_path):
    table = [["2020年"], ["单位：个、亿元"], ["类型", "项目数", "总投资"], ["合计", "79", "1300"]]
    assert [row[4:] for row in rows(read(text(tmp_path / "a.csv", table)))] == [("79", "个"), ("1300", "亿元")]


@pytest.mark.parametrize("label", ["常住人口", "居民消费价格指数", "企业数"])
def test_a_count_or_an_index_is_not_given_the_tables_money(tmp_path, label):
    table = [["2020年"], ["单位：亿元、%"], ["指标", "绝对额"], ["地区生产总值", "487.45"], [label, "102.3"]]
    assert block(read(text(tmp_path / "a.csv", table))) == ("unit_missing", 5, "绝对额")


def test_an_indicator_that_is_nowhere_is_asked_for_and_answered(tmp_path):
    path = text(tmp_path / "a.csv", [["2020年1-3月"], ["地区", "同比（%）"], ["重庆", "-10.6"]])
    assert block(read(path)) == ("indicator_missing", 3, "同比(%)")
    told = ("规模以上工业增加值", "重庆", "2020-01/2020-03", "yoy", "-10.6", "%")
    assert rows(read(path, indicator="规模以上工业增加值")) == [told]


@pytest.mark.parametrize(("head", "kind"), [("", "column_unclear"), ("得分", "column_unclear")])
def test_a_column_of_numbers_that_says_nothing_known_is_refused(tmp_path, head, kind):
    table = [["2020年"], ["指标", "绝对额（亿元）", head], ["利润总额", "5", "7"]]
    assert block(read(text(tmp_path / "a.csv", table))) == (kind, 3, head or "—")


def test_a_column_that_is_level_or_growth_is_asked_about(tmp_path):
    table = [["2020年工业主要指标"], ["单位：%"], ["指标", "1-7月", "1-8月"], ["规上工业增加值", "1.5", "2.5"]]
    assert [one.kind for one in blocks(read(text(tmp_path / "a.csv", table)))] == ["bulletin_measure_unclear"] * 2


def test_one_indicator_with_two_values_is_asked_about(tmp_path):
    table = [["2020年"], ["指标", "绝对额（亿元）"], ["利润总额", "5"], ["税收", "7"], ["利润总额", "6"]]
    assert block(read(text(tmp_path / "a.csv", table))) == ("twice", 5, "绝对额(亿元)")


def test_values_without_a_header_are_refused_row_by_row(tmp_path):
    table = [["2020年主要指标"], ["地区生产总值", "487.45"], ["税收", "66.95"]]
    assert [(one.kind, one.row) for one in blocks(read(text(tmp_path / "a.csv", table)))] == [
        ("bulletin_no_header", 2),
        ("bulletin_no_header", 3),
    ]


def test_a_file_without_any_table_says_so(tmp_path):
    (tmp_path / "a.txt").write_text("2020年，全市经济运行平稳。\n主要指标好于预期。\n", encoding="utf-8")
    assert block(read(tmp_path / "a.txt")) == ("no_table", 0, "")


def test_while_something_is_asked_no_row_is_given(tmp_path):
    result = read(titled(tmp_path / "a.csv", "2020年主要经济指标"))
    assert (len(result.rows), len(result.understood_rows)) == (0, 1)  # the growth was understood


@pytest.mark.parametrize("answer", [{"period": "去年"}, {"period": "2019-12/2020-01"}, {"unit": "许多"}])
def test_an_answer_that_is_none_is_refused(answer):
    with pytest.raises(ValueError, match="write|within"):
        read_bulletin(FILES / "02_zone_gdp_2020.xlsx", **answer)


def test_a_bulletin_is_told_from_a_report_of_enterprises(tmp_path):
    assert is_bulletin(FILES / "12_iav_month_and_ytd_2020.xlsx")
    assert not is_bulletin(text(tmp_path / "a.csv", [HEADER, ROW]))
    # a report that lacks a column is a report with a fault, not a bulletin
    assert not is_bulletin(text(tmp_path / "b.csv", [HEADER[:2] + HEADER[3:], ROW[:2] + ROW[3:]]))


def test_a_sheet_of_more_rows_than_a_bulletin_has_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["2020年"], ["指标", "同比（%）"], *[["利润总额", 5.0]] * 5000])
    assert block(read(path))[0] == "too_long"
