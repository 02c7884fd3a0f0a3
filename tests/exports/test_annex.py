"""The workbook of annexed tables, opened with another library than wrote it."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from scicity.exports import annex
from scicity.wording import say
from tests.exports.opened import packed, parts
from tests.exports.sample_document import body, document, figure, industries, plots, table

OFFICIAL, DEMO = annex.xlsx_bytes(document()), annex.xlsx_bytes(document("demo"))


def sheets(data: bytes):
    return openpyxl.load_workbook(BytesIO(data))


def values(data: bytes, sheet: str) -> list[list]:
    return [[cell for cell in row if cell is not None] for row in sheets(data)[sheet].iter_rows(values_only=True)]


def test_it_has_contents_a_sheet_for_each_figure_and_table_definitions_and_data():
    assert sheets(OFFICIAL).sheetnames == ["目录", "图1", "图2", "附表1", "附表2", "口径说明", "数据"]


def test_the_contents_lead_to_every_sheet_and_say_what_it_is_made_from():
    page = sheets(OFFICIAL)["目录"]
    targets = {cell.value: cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink}
    assert targets == {name: f"'{name}'!A1" for name in ("图1", "图2", "附表1", "附表2")}
    said = [row[0] for row in values(OFFICIAL, "目录") if row]
    assert "发布版本：20201015-01" in said
    assert "数据截至：2020-10-15" in said


def test_a_table_has_title_period_unit_head_rows_notes_and_source():
    rows = [row for row in values(OFFICIAL, "附表1") if row]
    assert rows[0] == ["附表1\u3000主导产业规模及增速"]
    assert rows[1] == ["2020年1—8月  科学城全域", "单位：亿元、%"]
    assert rows[2] == ["产业", "1—8月", "同比%", "拉动（百分点）"]
    assert rows[3] == ["四大主导产业", 1620.3, 1.9, 1.9]
    assert rows[5] == ["集成电路", "--", "--", "--"]
    assert rows[8][0].startswith("注：")
    assert rows[9] == ["资料来源：园区统计报表；数据截至2020-10-15；版本20201015-01。"]


def test_numbers_are_numbers_with_the_format_of_their_kind():
    page = sheets(OFFICIAL)["附表1"]
    row = next(row for row in page.iter_rows() if row[0].value == "先进制造")
    assert [(cell.value, cell.number_format) for cell in row[1:4]] == [
        (398.2, "#,##0.0"), (-6.7, "0.0"), (-1.8, "+0.0;-0.0;0.0"),
    ]  # fmt: skip
    total = next(row for row in page.iter_rows() if row[0].value == "四大主导产业")
    assert total[0].font.bold


def test_it_prints_on_a4_lying_down_one_page_wide_with_its_head_on_every_page():
    page = sheets(OFFICIAL)["附表1"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0  # as many pages long as it takes; one page wide is the default
    assert page.print_title_rows == "$3:$3"
    assert page.freeze_panes == "B4"
    assert "&P" in page.oddFooter.center.text


def test_only_titles_are_merged_and_nothing_in_the_list_of_data():
    book = sheets(DEMO)
    assert [str(one) for one in book["附表1"].merged_cells.ranges] == ["A2:D2"]
    assert list(book["数据"].merged_cells.ranges) == []


def test_a_figure_has_charts_bound_to_cells_of_its_sheet():
    held = parts(OFFICIAL)
    charts = [held[name].decode() for name in held if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    assert "barChart" in charts[0]
    assert "lineChart" in charts[1]
    assert all("<c:f>图1!$B$" in chart or "<c:f>'图1'!$B$" in chart for chart in charts)
    assert figure().alt in held["xl/drawings/drawing1.xml"].decode()


def test_the_list_holds_a_row_for_each_number_with_all_that_is_to_be_known():
    head, *rows = sheets(OFFICIAL)["数据"].iter_rows(values_only=True)
    assert len(rows) == 5 * 3 + 5 * 3 + 5 * 3 + 5 * 12  # two figures' tables, two annexed ones
    first = dict(zip(head, rows[30], strict=True))
    assert first["编号"] == "附表1"
    assert (first["项目"], first["指标"], first["数值"], first["表中写法"]) == (
        "四大主导产业",
        "1—8月",
        1620.3,
        "1620.3",
    )
    assert (first["状态"], first["期别"], first["来源"], first["发布版本"]) == (
        "初步", "2020年1—8月", "园区统计报表", "20201015-01",
    )  # fmt: skip
    hidden = dict(zip(head, rows[32], strict=True))
    assert (hidden["项目"], hidden["数值"], hidden["表中写法"], hidden["状态"]) == ("集成电路", None, "--", "不予公布")


def test_the_definitions_are_told_and_the_notes_below_the_text_too():
    said = values(OFFICIAL, "口径说明")
    assert said[0][0].startswith("统计范围：规模以上企业。")
    assert ["附表1", "规模以上工业企业总产值与规模以上服务业营业收入之和"] in said


def test_every_sheet_of_a_demonstration_says_so_in_its_first_row_its_tab_and_its_footer():
    for page in sheets(DEMO):
        assert page["A1"].value == say("file_demo_notice")
        assert page.sheet_properties.tabColor.rgb == "FF8A5E00"
        assert say("file_demo_notice") in page.oddFooter.center.text
    assert say("file_demo_notice") in sheets(DEMO).properties.description


def test_official_data_bear_no_mark():
    assert "演示" not in "".join(str(row) for name in sheets(OFFICIAL).sheetnames for row in values(OFFICIAL, name))


def test_the_file_says_what_it_is():
    properties = sheets(OFFICIAL).properties
    assert (properties.title, properties.subject, properties.keywords) == (
        "1—8月科学城主导产业运行情况", "2020年1—8月", "科学城全域",
    )  # fmt: skip
    assert properties.created == datetime(2020, 10, 15)


def test_text_of_a_report_never_becomes_a_formula_or_a_link():
    frame = industries().assign(item_name=["=1+1", "+1", "@a", "http://a.b", "甲"])
    data = annex.xlsx_bytes(document(blocks=(body("a", "一"), table(frame=frame))))
    cells = [cell for page in sheets(data) for row in page.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert [cell.value for cell in cells if cell.hyperlink] == ["附表1"]


def test_the_same_document_gives_the_same_bytes():
    assert annex.xlsx_bytes(document("demo")) == DEMO


def test_every_number_is_found_again():
    # 12 numbers in each figure's table and the first annexed one, 48 in the wide one, 20 in the charts
    assert annex.compared(document(), OFFICIAL) == (12 + 12 + 12 + 48 + 20, ())


@pytest.mark.parametrize(
    ("sheet", "before", "after", "place"),
    [
        ("xl/worksheets/sheet4.xml", b"<v>398.2</v>", b"<v>389.2</v>", "leading 4/2"),
        ("xl/worksheets/sheet4.xml", b"<v>398.2</v>", b"<v>398.24</v>", "leading 4/2"),
        ("xl/worksheets/sheet2.xml", b"<v>131.5</v>", b"<v>313.5</v>", "monthly_scale 1 新一代信息技术/3"),
    ],
)
def test_one_changed_digit_is_found(sheet, before, after, place):
    held = parts(OFFICIAL)
    assert before in held[sheet]
    held[sheet] = held[sheet].replace(before, after, 1)
    assert [text.split("：")[0] for text in annex.compared(document(), packed(held))[1]] == [place]


def test_two_axes_make_one_chart_and_shares_stand_on_a_hundred_per_cent():
    columns, line = plots()
    both = columns.__class__("", columns.categories, (*columns.series, line.series[0].__class__(
        "同比", line.series[0].values, "#14202E", form="line", axis="second")), units=("亿元", "%"), stack="percent",
    )  # fmt: skip
    data = annex.xlsx_bytes(document(blocks=(figure(plots=(both,)),)))
    chart = parts(data)["xl/charts/chart1.xml"].decode()
    assert chart.count("<c:valAx>") == 2
    assert "percentStacked" in chart
    assert annex.compared(document(blocks=(figure(plots=(both,)),)), data)[1] == ()
