"""Tables as CSV and workbook, opened again by other programs."""

import csv
import io
from datetime import datetime

import openpyxl
import pandas as pd
import pytest

from scicity.exports.columns import TableColumn, shown
from scicity.exports.tables import csv_bytes, harmless, xlsx_bytes
from tests.exports.conftest import account

CREATED = datetime(2020, 9, 18, 9, 30)
NOTICE = "演示数据，非真实统计"
NAMED = [TableColumn("name", "名称", "text")]
EVIL = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    '=HYPERLINK("http://x","点")',
    "-2+3+cmd|' /C calc'!A0",
]


def csv_rows(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO("".join(line for line in text.splitlines(True) if line[0] != "#"))))


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def values(sheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_csv_opens_in_excel_with_chinese_and_says_what_it_is(frame, about, columns):
    data = csv_bytes(frame, about, columns)
    text = data.decode("utf-8-sig")
    assert data.startswith(b"\xef\xbb\xbf")
    assert text.splitlines()[:2] == ["# 标题：主导产业规模", "# 单位：亿元、%"]
    assert "# 来源：园区统计报表" in text
    assert text.count("\n") == text.count("\r\n")
    assert NOTICE not in text


def test_numbers_of_a_csv_are_rounded_as_published_with_plain_signs(frame, about, columns):
    # 1422.25 half up is 1422.3; −6.65 half away from zero is −6.7; −1.25 is −1.3
    assert csv_rows(csv_bytes(frame, about, columns))[:3] == [
        ["行业", "产值", "同比", "比上月", "企业数", "状态"],
        ["四大主导产业", "1422.3", "13.0", "0.0", "169", "初步"],
        ["新一代信息技术", "39038.1", "-6.7", "-1.3", "58", "修订"],
    ]
    assert "−" not in csv_bytes(frame, about, columns).decode("utf-8-sig")


def test_missing_numbers_of_a_csv_have_marks_and_withheld_ones_do_not_leak(frame, about, columns):
    rows = csv_rows(csv_bytes(frame, about, columns))
    assert rows[3] == ["集成电路", "待发布", "待发布", "待发布", "待发布", "待发布"]
    assert rows[5] == ["新材料", "--", "--", "--", "3", "不予公布"]


def test_a_csv_is_read_back_by_pandas_as_numbers(frame, about, columns):
    read = pd.read_csv(io.BytesIO(csv_bytes(frame.head(2), about, columns)), comment="#")
    assert read["产值"].tolist() == [1422.3, 39038.1]


@pytest.mark.parametrize("text", EVIL)
def test_no_text_of_a_csv_can_start_a_formula(text, about):
    (cell,) = csv_rows(csv_bytes(pd.DataFrame({"name": [text]}), about, NAMED))[1]
    assert cell.startswith("'") and cell[1:].strip() == text.strip()


def test_ordinary_names_are_left_alone_in_a_csv():
    names = ["集成电路", "5G基站", "a=b", "'quoted'", "㈱-1", '"甲", 乙']
    assert [harmless(name) for name in names] == names


def test_no_comment_of_a_csv_can_be_cut_into_a_formula(frame, columns):
    hostile = account(source='园区,=1+1;=2+2,"=3"\r\n=4', title="=5")
    lines = csv_bytes(frame, hostile, columns).decode("utf-8-sig").splitlines()
    comments = lines[: lines.index("行业,产值,同比,比上月,企业数,状态")]
    assert all(line.startswith("# ") for line in comments)
    assert not any(sign in line for line in comments for sign in ',;"')


def test_a_demonstration_csv_says_so_in_its_first_line(frame, demo, columns):
    assert csv_bytes(frame, demo, columns).decode("utf-8-sig").splitlines()[0] == f"# {NOTICE}"


def test_one_demo_row_marks_every_format(frame, about, columns):
    frame.loc[4, "provenance"] = "demo"
    book = opened(xlsx_bytes(frame, about, columns, CREATED))
    assert csv_bytes(frame, about, columns).decode("utf-8-sig").startswith(f"# {NOTICE}\r\n")
    assert [sheet["A1"].value for sheet in book] == [NOTICE, NOTICE]
    assert [sheet.sheet_properties.tabColor.rgb for sheet in book] == ["FF8A5E00", "FF8A5E00"]


def test_a_workbook_has_a_sheet_of_data_and_a_sheet_of_notes(frame, about, columns):
    book = opened(xlsx_bytes(frame, about, columns, CREATED))
    assert book.sheetnames == ["数据", "说明"]
    assert [row[:2] for row in values(book["说明"])] == [
        ["标题", "主导产业规模"],
        ["单位", "亿元、%"],
        ["期别", "2020年1—8月"],
        ["范围", "科学城全域"],
        ["口径", "规模以上工业企业总产值"],
        ["来源", "园区统计报表"],
        ["数据截至", "2020-09-18"],
        ["发布版本", "2020-08-r1"],
        ["数据性质", "统计报表汇总"],
        ["符号说明", "“--”表示不予公布、未公布或无可比数"],
    ]
    assert book["数据"].sheet_properties.tabColor is None


def test_a_workbook_holds_numbers_rounded_as_published(frame, about, columns):
    rows = values(opened(xlsx_bytes(frame, about, columns, CREATED))["数据"])
    assert rows[0][0] == "主导产业规模"
    assert rows[1][0] == "2020年1—8月  科学城全域  单位：亿元、%"
    assert rows[2] == ["行业", "产值", "同比", "比上月", "企业数", "状态"]
    assert rows[3] == ["四大主导产业", 1422.3, 13.0, 0.0, 169, "初步"]
    assert rows[4] == ["新一代信息技术", 39038.1, -6.7, -1.3, 58, "修订"]
    assert rows[5] == ["集成电路"] + ["待发布"] * 5
    assert rows[7] == ["新材料", "--", "--", "--", 3, "不予公布"]


def test_cells_of_a_workbook_carry_their_formats(frame, about, columns):
    sheet = opened(xlsx_bytes(frame, about, columns, CREATED))["数据"]
    assert [sheet.cell(5, at).number_format for at in (2, 3, 4, 5)] == ["#,##0.0", "0.0", "+0.0;-0.0;0.0", "#,##0"]
    assert {sheet.cell(row, 2).alignment.horizontal for row in range(3, 9)} == {"right"}
    assert sheet["A4"].font.bold and not sheet["A5"].font.bold  # the total
    assert sheet["A6"].alignment.indent == 2 and not sheet["A5"].alignment.indent  # 其中 of the industry
    assert not sheet.merged_cells.ranges


def test_workbook_csv_and_page_agree_to_the_last_digit(frame, about, columns):
    rows = values(opened(xlsx_bytes(frame, about, columns, CREATED))["数据"])[3:]
    lines = csv_rows(csv_bytes(frame, about, columns))[1:]
    for at, status in enumerate(frame["status"]):
        for place, column in enumerate(columns):
            page = shown(frame[column.name][at], status, column.kind)
            plain = page.replace("−", "-").replace("+", "").replace(",", "")
            assert lines[at][place] == plain
            assert rows[at][place] == (float(plain) if plain.lstrip("-").replace(".", "").isdigit() else plain)


@pytest.mark.parametrize("text", [*EVIL, "http://example.org", "mailto:a@b.c", "0123", "1e5"])
def test_no_text_of_a_workbook_becomes_formula_link_or_number(text, about):
    hostile = account(title=text, source=text)
    frame = pd.DataFrame({"name": [text]})
    book = opened(xlsx_bytes(frame, hostile, [TableColumn("name", text, "text")], CREATED))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    # openpyxl gives line ends as the file's XML has them
    assert values(book["数据"])[3][0].replace("_x000D_", "\r").strip() == text.strip()
    assert book["数据"]["A4"].quotePrefix  # stays text after someone has edited the cell


def test_the_same_table_gives_the_same_workbook(frame, demo, columns):
    assert xlsx_bytes(frame, demo, columns, CREATED) == xlsx_bytes(frame, demo, columns, CREATED)
    assert opened(xlsx_bytes(frame, demo, columns, CREATED)).properties.created == CREATED


def test_a_workbook_in_english_has_no_chinese_of_its_own(about, columns):
    english = account(
        language="en", title="Output", unit="RMB 100 mn", period="Jan–Aug 2020", scope="Whole area",
        definition="", source="reports", provenance="demo",
    )  # fmt: skip
    frame = pd.DataFrame({"name": [None], "v": [None], "status": ["pending"]})
    two = [TableColumn("name", "Item", "text"), TableColumn("v", "Output", "amount")]
    book = opened(xlsx_bytes(frame, english, two, CREATED))
    told = str([values(sheet) for sheet in book]) + str(book.sheetnames)
    assert "Demonstration data, not real statistics" in told and "pending" in told
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in told)


def test_an_empty_table_keeps_its_headings(frame, about, columns):
    assert csv_rows(csv_bytes(frame.head(0), about, columns)) == [[column.heading for column in columns]]
    assert len(values(opened(xlsx_bytes(frame.head(0), about, columns, CREATED))["数据"])) == 3


def test_a_missing_column_is_refused_by_name(frame, about):
    with pytest.raises(KeyError, match="growth"):
        csv_bytes(frame, about, [TableColumn("growth", "增速", "rate")])
