"""The blank form: handed out, filled in, read back."""

import shutil
import subprocess
from decimal import Decimal

import openpyxl
import pytest

from scicity.ingest import blank_form, forms
from scicity.wording import say
from tests.ingest.report_files import FORM, checked, kinds


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_blank_form_filled_in_is_accepted_and_its_example_is_not_read(tmp_path, language):
    path = tmp_path / "blank.xlsx"
    blank_form(FORM, path, language)
    assert kinds(checked(path)) == ["no_rows"]
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for position, value in enumerate(["2020年1—2月", "集成电路", "00123", "甲", None, "是", None, 2, 2], start=1):
        sheet.cell(4, position).value = value
    book.save(path)
    result = checked(path)
    assert (result.accepted, kinds(result)) == (True, [])
    assert result.rows["output_month"].tolist() == [Decimal(2)]
    assert result.rows["enterprise_code"].tolist() == ["00123"]


def test_codes_and_months_are_text_and_choices_drop_down(tmp_path):
    path = tmp_path / "blank.xlsx"
    blank_form(FORM, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [say(f"form_sheet_{one}", "zh") for one in ("report", "example", "notes")]
    sheet = book.worksheets[0]
    assert (sheet["A1"].value, sheet["A2"].value) == (forms.load(FORM).title_zh, "单位：万元")
    assert [sheet.column_dimensions[one].width > 10 for one in "ABC"] == [True] * 3
    lists = {str(rule.sqref)[0]: rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert lists["F"] == '"是,否"'
    assert "集成电路" in lists["B"] and "其他" in lists["B"]
    assert book["示例"]["A4"].value == "2020年8月"
    assert "1—2月" in book["填表说明"]["B1"].value


def test_the_example_of_the_blank_form_would_be_accepted_as_a_report(tmp_path):
    path = tmp_path / "blank.xlsx"
    blank_form(FORM, path)
    book = openpyxl.load_workbook(path)
    del book["填报"]
    book["示例"].title = "填报"
    book.save(path)
    result = checked(path)
    assert (result.accepted, kinds(result)) == (True, [])


def test_sub_fields_drop_down_in_english_too_though_their_names_are_long(tmp_path):
    blank_form(FORM, tmp_path / "blank.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "blank.xlsx")
    rules = book["Report"].data_validations.dataValidation
    source = next(one.formula1 for one in rules if str(one.sqref).startswith("B"))
    sheet, area = source.strip("=").replace("'", "").split("!")
    listed = [cell.value for (cell,) in book[sheet][area.replace("$", "")]]
    assert (listed[0], listed[-1], len(listed)) == ("Integrated circuits", "其他", 16)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_form_filled_in_and_saved_by_libreoffice_is_read_as_it_was_filled_in(tmp_path):
    path = tmp_path / "blank.xlsx"
    blank_form(FORM, path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for position, value in enumerate(
        ["2020年8月", "集成电路", "00123", "甲", None, "是", None, 1234.5, 9876.5], start=1
    ):
        sheet.cell(4, position).value = value
    book.save(path)
    out, profile = tmp_path / "saved", f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", out, path], check=True,
                   capture_output=True, timeout=120)  # fmt: skip
    result = checked(out / "blank.xlsx")
    assert (result.accepted, kinds(result)) == (True, [])
    assert result.rows[["month", "enterprise_code", "output_month", "output_ytd"]].values.tolist() == [
        ["2020-08", "00123", Decimal("1234.5"), Decimal("9876.5")]]  # fmt: skip
    kept = openpyxl.load_workbook(out / "blank.xlsx").worksheets[0]
    assert kept["C4"].number_format == "@"
    assert any(one.type == "list" for one in kept.data_validations.dataValidation)
