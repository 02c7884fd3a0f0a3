"""Layouts: stacked tables, headings, merged groups, provinces by month, areas, years, three rows of header."""

import pytest

from tests.ingest.bulletin.tables import block, read, rows, values, warnings
from tests.ingest.report_files import text, workbook

GDP = ["地区生产总值", 487.45, 6.8]


def merged(*ranges):
    return lambda _, sheet: [sheet.merge_cells(one) for one in ranges]


def test_two_tables_on_one_sheet_are_both_read(tmp_path):
    table = [
        ["1主要经济指标"],
        ["主要经济指标"],
        ["单位：亿元、%"],
        ["指标名称", "绝对额", "同比"],
        GDP,
        ["实际利用外资（亿美元）", 7.76, 4.9],
        [],
        ["2GDP"],
        ["地区生产总值"],
        ["单位：亿元、%"],
        ["指标名称", "绝对额", "同比", "占比"],
        [*GDP, 100.0],
        ["　第一产业", 4.25, 3.8, 0.9],
        ["注：绝对额按现价计算。"],
    ]
    result = read(workbook(tmp_path / "03_zone_stacked_2020.xlsx", table))
    gdp = [("地区生产总值", "", "2020", "value", "487.45", "亿元"), ("地区生产总值", "", "2020", "yoy", "6.8", "%")]
    assert rows(result) == [
        *gdp,
        ("实际利用外资", "", "2020", "value", "7.76", "亿美元"),
        ("实际利用外资", "", "2020", "yoy", "4.9", "%"),
        *gdp,  # printed in both tables, with the same value
        ("地区生产总值占比", "", "2020", "value", "100", "%"),
        ("地区生产总值", "第一产业", "2020", "value", "4.25", "亿元"),
        ("地区生产总值", "第一产业", "2020", "yoy", "3.8", "%"),
        ("地区生产总值占比", "第一产业", "2020", "value", "0.9", "%"),
    ]
    assert [table.header_rows for table in result.tables] == [(4, 4), (11, 11)]
    assert result.tables[1].notes == ("注:绝对额按现价计算。",)


def test_headings_marks_and_letter_spaced_labels_of_a_population_table(tmp_path):
    table = [
        ["2022年年末常住人口数及其构成"],
        ["指 标", "年末数（万人）", "比重（%）"],
        ["常住人口", "3213.34", "100.00"],
        ["按城乡分"],
        ["城 镇", "2280.32", "70.96"],
        ["乡 村", "933.02", "29.04"],
        ["按年龄分"],
        ["60周岁及以上", "726.54", "22.61"],
        ["#65周岁及以上", "587.00", "18.27"],
    ]
    result = read(workbook(tmp_path / "06.xlsx", table))
    assert rows(result) == [
        ("常住人口", "", "2022-12", "value", "3213.34", "万人"),
        ("常住人口比重", "", "2022-12", "value", "100.00", "%"),
        ("常住人口", "城镇", "2022-12", "value", "2280.32", "万人"),
        ("常住人口比重", "城镇", "2022-12", "value", "70.96", "%"),
        ("常住人口", "乡村", "2022-12", "value", "933.02", "万人"),
        ("常住人口比重", "乡村", "2022-12", "value", "29.04", "%"),
        ("常住人口", "60周岁及以上", "2022-12", "value", "726.54", "万人"),
        ("常住人口比重", "60周岁及以上", "2022-12", "value", "22.61", "%"),
        ("常住人口", "65周岁及以上", "2022-12", "value", "587.00", "万人"),
        ("常住人口比重", "65周岁及以上", "2022-12", "value", "18.27", "%"),
    ]
    assert warnings(result) == []  # 2280.32 + 933.02 is 3213.34 but for rounding; one part alone is no sum


def test_provinces_by_month_newest_first_with_the_indicator_in_the_first_line(tmp_path):
    table = [
        ["指标:工业增加值_同比增长(%)"],
        ["地区", "2020年11月", "2020年10月"],
        ["重庆市", "10", "8.9"],
        ["四川省", "4", ""],
        ["注：1.自2013年起，不再单独发布1月份数据。"],
        ["数据来源：国家统计局"],
    ]
    result = read(text(tmp_path / "08.csv", table, "utf-8-sig"))
    assert rows(result) == [
        ("工业增加值", "重庆市", "2020-11/2020-11", "yoy", "10", "%"),
        ("工业增加值", "重庆市", "2020-10/2020-10", "yoy", "8.9", "%"),
        ("工业增加值", "四川省", "2020-11/2020-11", "yoy", "4", "%"),
    ]
    assert result.tables[0].notes == ("注:1.自2013年起,不再单独发布1月份数据。", "数据来源:国家统计局")


KINDS = [("科创类", 9, "约385"), ("产业类", 52, "约475"), ("基础设施类", 11, "约295"), ("公共服务配套类", 7, "约145")]
AREAS = [
    ("高新区直管园", 14, "约482"),
    ("沙坪坝区", 16, "约172"),
    ("九龙坡区", 11, "约117"),
    ("北碚区", 6, "约122"),
    ("江津区", 16, "约175"),
    ("璧山区", 16, "约175"),
]


def launch(path):
    table = [
        ["西部（重庆）科学城集中开工项目（2020年9月11日）"],
        ["分组", "类别", "项目数（个）", "总投资（亿元）"],
        ["合计", None, 79, 1300],
        *[["按类型分" if not at else None, *one] for at, one in enumerate(KINDS)],
        *[["按区域分" if not at else None, *one] for at, one in enumerate(AREAS)],
    ]
    return workbook(path, table, merged("A3:B3", "A4:A7", "A8:A13"))


def test_labels_merged_downwards_and_qualified_numbers(tmp_path):
    result = read(launch(tmp_path / "09.xlsx"))
    got = rows(result)
    assert got[:4] == [
        ("项目数", "", "2020-09", "value", "79", "个"),
        ("总投资", "", "2020-09", "value", "1300", "亿元"),
        ("项目数", "科创类", "2020-09", "value", "9", "个"),
        ("总投资", "科创类", "2020-09", "value", "385", "亿元"),
    ]
    assert len(got) == 22
    assert result.rows["qualifier"].tolist()[:4] == ["exact", "exact", "exact", "about"]


def test_parts_that_do_not_add_up_are_told_with_the_gap(tmp_path):
    # by kind 385 + 475 + 295 + 145 = 1300; by area 482 + 172 + 117 + 122 + 175 + 175 = 1243, as one report prints it
    (one,) = [one for one in read(launch(tmp_path / "09.xlsx")).findings if one.kind == "bulletin_parts"]
    assert (one.severity, one.row, dict(one.values)["gap"], dict(one.values)["heading"]) == (
        "warn",
        3,
        "57",
        "按区域分",
    )


def test_a_note_that_the_table_is_an_extract_silences_the_sum(tmp_path):
    table = [["2018年末"], ["地区", "法人单位（个）"], ["合计", 13161], ["几江街道", 2075], ["鼎山街道", 1179]]
    assert warnings(read(workbook(tmp_path / "a.xlsx", table))) == ["parts"]
    assert warnings(read(workbook(tmp_path / "b.xlsx", [*table, ["注：本表为节选。"]]))) == []


def test_parts_named_by_indent_may_be_less_than_the_whole_but_not_more(tmp_path):
    table = [
        ["2020年"],
        ["指标", "绝对额（亿元）"],
        ["固定资产投资总额", 10.0],
        ["　工业投资", 4.0],
        ["　房地产投资", 5.0],
    ]
    assert warnings(read(workbook(tmp_path / "a.xlsx", table))) == []
    table[-1][1] = 7.5  # 4.0 + 7.5 = 11.5 > 10.0
    assert warnings(read(workbook(tmp_path / "b.xlsx", table))) == ["parts_over"]


def test_a_header_of_three_rows_gives_month_and_year_to_date(tmp_path):
    table = [
        ["2020年1-8月"],
        ["指标", "高新区直管园"],
        [None, "当月", None, "累计", None],
        [None, "绝对额（亿元）", "同比（%）", "绝对额（亿元）", "同比（%）"],
        ["规上工业总产值", 180.5, 9.1, 1422.8, 14.8],
    ]
    result = read(workbook(tmp_path / "a.xlsx", table, merged("A2:A4", "B2:E2", "B3:C3", "D3:E3")))
    assert [(row[2], row[3], row[4]) for row in rows(result)] == [
        ("2020-08/2020-08", "value", "180.5"),
        ("2020-08/2020-08", "yoy", "9.1"),
        ("2020-01/2020-08", "value", "1422.8"),
        ("2020-01/2020-08", "yoy", "14.8"),
    ]


def test_two_areas_side_by_side_are_two_items(tmp_path):
    table = [
        ["2020年1-8月"],
        ["指标", "沙坪坝区", "", "九龙坡区", ""],
        ["", "绝对额（亿元）", "同比（%）", "绝对额（亿元）", "同比（%）"],
        ["地区生产总值", "10", "1.5", "80", "2.5"],
    ]
    assert [(row[1], row[3], row[4]) for row in rows(read(text(tmp_path / "a.csv", table)))] == [
        ("沙坪坝区", "value", "10"),
        ("沙坪坝区", "yoy", "1.5"),
        ("九龙坡区", "value", "80"),
        ("九龙坡区", "yoy", "2.5"),
    ]


@pytest.mark.parametrize("years", [("2019年", "2020年"), (2019, 2020)])
def test_years_side_by_side_and_growth_as_a_row(tmp_path, years):
    table = [["主要年份指标"], ["指标", *years], ["地区生产总值（亿元）", 440.2, 487.45], ["比上年增长（%）", 6.0, 6.8]]
    assert rows(read(workbook(tmp_path / "a.xlsx", table))) == [
        ("地区生产总值", "", "2019", "value", "440.2", "亿元"),
        ("地区生产总值", "", "2020", "value", "487.45", "亿元"),
        ("地区生产总值", "", "2019", "yoy", "6", "%"),
        ("地区生产总值", "", "2020", "yoy", "6.8", "%"),
    ]


def test_a_column_of_units_and_one_of_the_year_before(tmp_path):
    table = [
        ["2020年1-8月"],
        ["指标", "计量单位", "本期", "上年同期", "同比增长（%）"],
        ["发电量", "亿千瓦时", "7.2", "6.9", "4.3"],
    ]
    assert rows(read(text(tmp_path / "a.csv", table))) == [
        ("发电量", "", "2020-01/2020-08", "value", "7.2", "亿千瓦时"),
        ("发电量", "", "2019-01/2019-08", "value", "6.9", "亿千瓦时"),
        ("发电量", "", "2020-01/2020-08", "yoy", "4.3", "%"),
    ]


def test_hidden_rows_columns_and_sheets_are_left_out_and_that_is_said(tmp_path):
    def hide(book, sheet):
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["C"].hidden = True
        book.create_sheet("旧").append(["不用"])
        book["旧"].sheet_state = "hidden"

    table = [["2020年"], ["指标", "绝对额（亿元）", "同比（%）"], GDP, ["利润总额", 3.0, 4.0]]
    result = read(workbook(tmp_path / "a.xlsx", table, hide))
    assert values(result) == ["487.45"]
    assert sorted(warnings(result)) == ["hidden_column", "hidden_row", "sheet_hidden"]


def test_indents_of_the_cell_format_count_as_indents(tmp_path):
    from openpyxl.styles import Alignment

    table = [["2020年"], ["指标", "绝对额（亿元）"], ["固定资产投资总额", 10.0], ["工业", 4.0], ["房地产", 5.0]]
    indent = [f"A{row}" for row in (4, 5)]
    change = lambda _, sheet: [setattr(sheet[one], "alignment", Alignment(indent=1)) for one in indent]  # noqa: E731
    assert [row[:2] for row in rows(read(workbook(tmp_path / "a.xlsx", table, change)))] == [
        ("固定资产投资总额", ""),
        ("固定资产投资总额", "工业"),
        ("固定资产投资总额", "房地产"),
    ]


def test_lost_indents_are_said_row_by_row(tmp_path):
    table = [
        ["2017年1-5月"],
        ["指标", "产值（亿元）"],
        ["规上工业总产值", "216.3"],
        ["其中：电子信息产业", "142.6"],
        ["装备制造产业", "51.5"],
    ]
    result = read(text(tmp_path / "a.csv", table))
    assert [row[:2] for row in rows(result)] == [
        ("规上工业总产值", ""),
        ("规上工业总产值", "电子信息产业"),
        ("规上工业总产值", "装备制造产业"),
    ]
    assert [(one.kind, one.row) for one in result.findings] == [("bulletin_nesting_part", 5)]


def test_an_old_workbook_keeps_its_percent_formats_and_hidden_rows(tmp_path):
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for row, cells in enumerate([["2020年1-3月"], ["地区", "同比"], ["重庆", -0.106], ["不用", 0.5]]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell, xlwt.easyxf(num_format_str="0.0%"))
    sheet.row(3).hidden = True
    book.save(str(tmp_path / "a.xls"))
    result = read(tmp_path / "a.xls", indicator="规模以上工业增加值")
    assert rows(result) == [("规模以上工业增加值", "重庆", "2020-01/2020-03", "yoy", "-10.6", "%")]
    assert warnings(result) == ["hidden_row"]


def test_a_bilingual_head_is_read_by_its_chinese(tmp_path):
    table = [["2020年"], ["指标 Item", "绝对额 Value（亿元）", "同比 Growth（%）"], ["地区生产总值", "487.45", "6.8"]]
    assert [row[3] for row in rows(read(text(tmp_path / "a.csv", table)))] == ["value", "yoy"]


def test_a_row_that_numbers_the_columns_is_no_data(tmp_path):
    table = [["2020年（单位：万元）"], ["指标", "绝对额", "同比±%"], ["甲", "1", "2"], ["利润总额", "5", "3.1"]]
    assert values(read(text(tmp_path / "a.csv", table))) == ["5", "3.1"]


def test_a_total_without_a_name_is_said_and_any_other_row_without_one_is_refused(tmp_path):
    table = [["2018年末"], ["地区", "法人单位（个）"], [None, 300], ["几江街道", 200], ["鼎山街道", 100]]
    result = read(workbook(tmp_path / "a.xlsx", table))
    assert rows(result)[0] == ("法人单位", "", "2018-12", "value", "300", "个")
    assert warnings(result) == ["total_assumed"]
    table[4][0] = None
    assert block(read(workbook(tmp_path / "b.xlsx", table))) == ("label_missing", 5, "")


def test_a_growth_to_the_right_of_each_period_is_of_that_period(tmp_path):
    table = [
        ["2020年8月"],
        ["指标", "本月", "同比（%）", "本年累计", "同比（%）"],
        ["规上工业总产值（亿元）", "180.5", "9.1", "1422.8", "14.8"],
    ]
    assert [(row[2], row[3], row[4]) for row in rows(read(text(tmp_path / "a.csv", table)))] == [
        ("2020-08/2020-08", "value", "180.5"),
        ("2020-08/2020-08", "yoy", "9.1"),
        ("2020-01/2020-08", "value", "1422.8"),
        ("2020-01/2020-08", "yoy", "14.8"),
    ]


def test_a_head_with_a_mark_is_a_part_of_the_column_before_it(tmp_path):
    table = [["2018年"], ["", "从业人员（人）", "#女"], ["总　计", "5486", "2070"], ["大型企业", "3000", "1100"]]
    assert rows(read(text(tmp_path / "a.csv", table))) == [
        ("从业人员", "", "2018", "value", "5486", "人"),
        ("从业人员", "女", "2018", "value", "2070", "人"),
        ("从业人员", "大型企业", "2018", "value", "3000", "人"),
        ("从业人员", "大型企业·女", "2018", "value", "1100", "人"),
    ]


def test_what_was_held_in_a_month_has_that_month_and_what_is_counted_in_one_is_asked(tmp_path):
    rest = [["类别", "项目数（个）"], ["合计", 79], ["科创类", 9], ["产业类", 70]]
    held = read(workbook(tmp_path / "a.xlsx", [["2020年9月集中开工项目"], *rest]))
    assert {row[2] for row in rows(held)} == {"2020-09"}
    counted = read(workbook(tmp_path / "b.xlsx", [["2020年9月项目"], *rest]))
    assert block(counted)[0] == "period_unclear"


def test_months_as_six_digits_head_columns_and_brackets_stay_as_printed(tmp_path):
    table = [["指标:工业增加值_同比增长(%)"], ["地区", "202010", "202009"], ["重庆市（直辖市）", "10", "14"]]
    (month, before) = rows(read(text(tmp_path / "a.csv", table)))
    assert month == ("工业增加值", "重庆市（直辖市）", "2020-10/2020-10", "yoy", "10", "%")
    assert before[2:5] == ("2020-09/2020-09", "yoy", "14")
