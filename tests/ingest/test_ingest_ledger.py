"""A ledger: a form without months, with days, years, counts, numbers and choices, asks for its checks in its file."""

from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from scicity.ingest import blank_form, check_file
from tests.ingest.ledger import AMOUNTS, COLUMNS, TOP, checked, form, without_amounts
from tests.ingest.report_files import only

HEADER = ["项目代码", "阶段", "签约日期", "开工日期", "成立年份", "专利数（件）", "面积（平方米）", "合同金额（亿元）"]
ROW = ["P-1", "签约", "2020年8月15日", "", "2016年", "1,234", "350.5", "1.5"]


def kinds(result):
    return [one.kind for one in result.findings]


def test_every_type_is_stored_as_the_form_says(tmp_path):
    result = checked(tmp_path, HEADER, ROW, ["P-2", *[""] * 7])
    assert (result.accepted, kinds(result)) == (True, [])
    first = result.rows.iloc[0]
    assert first[["stage", "signed_on", "founded"]].tolist() == ["SIG", "2020-08-15", "2016"]
    assert first[["patents", "area", "contract_amount"]].tolist() == [1234, Decimal("350.5"), Decimal("1.5")]
    assert result.rows.iloc[1].drop(["project_code", "sheet", "row"]).isna().all()
    types = {name: str(result.rows[name].dtype) for name in ("patents", "area", "signed_on", "founded", "stage")}
    assert types["patents"] == "int64[pyarrow]"
    assert types["area"] == "decimal128(20, 6)[pyarrow]"
    assert types["signed_on"] == types["founded"] == types["stage"] == "string[pyarrow]"


def test_date_cells_and_numbers_of_a_workbook_are_read_alike(tmp_path):
    row = ["P-1", "已签约", datetime(2020, 8, 15), 44058, 2016, 3.0, 350.5, 1.5]
    result = checked(tmp_path, HEADER, row, book=True)
    assert (result.accepted, kinds(result)) == (True, [])
    told = result.rows.iloc[0]
    assert told[["signed_on", "started_on", "founded", "patents"]].tolist() == ["2020-08-15", "2020-08-15", "2016", 3]


def test_a_date_cell_is_a_day_however_it_is_shown(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["项目代码", "签约日期"])
    book.active.append(["P-1", datetime(2020, 8, 15)])
    book.active["B2"].number_format = 'yyyy"年"m"月"d"日"'
    book.save(path)
    assert check_file(path, form(tmp_path)).rows["signed_on"].tolist() == ["2020-08-15"]


@pytest.mark.parametrize(
    ("column", "written", "kind"),
    [("签约日期", "2020年8月", "day_missing"), ("签约日期", "2020-02-30", "no_such_day"),
     ("签约日期", "2999-01-01", "future_day"), ("成立年份", "20", "year"), ("专利数（件）", "3.5", "count"),
     ("面积（平方米）", "1.2345678", "decimals"), ("阶段", "竣工", "choice"), ("阶段", "'; drop table t", "choice"),
     ("合同金额（亿元）", "1.2345678", "too_precise"), ("项目代码", "", "required")],
)  # fmt: skip
def test_a_wrong_cell_stops_the_file_and_is_named(tmp_path, column, written, kind):
    row = [written if header == column else cell for header, cell in zip(HEADER, ROW, strict=True)]
    result = checked(tmp_path, HEADER, row)
    found = only(result, kind)
    assert (found.severity, found.row, found.column, len(result.rows)) == ("block", 2, column, 0)


def test_an_unknown_choice_is_refused_with_the_nearest_names(tmp_path):
    result = checked(tmp_path, HEADER[:2], ["P-1", "已经开工"], ["P-2", "xyz"])
    near, any_of_them = [one for one in result.findings if one.kind == "choice"]
    assert "已开工" in near.expected("zh") and "Under construction" in near.expected("en")
    assert "已签约、已开工" in any_of_them.expected("zh")


@pytest.mark.parametrize("written", ["已开工", "CON", "con", "Under  Construction", " 已 开 工 ", "ＣＯＮ"])
def test_a_choice_is_found_by_code_name_or_alias(tmp_path, written):
    assert checked(tmp_path, HEADER[:2], ["P-1", written]).rows["stage"].tolist() == ["CON"]


@pytest.mark.parametrize(
    "header", ["面积", "面积（平方米）", "面积(平方米)", "面积/平方米", "面积（单位：平方米）", "Area (m²)"]
)
def test_a_header_may_say_the_unit_of_its_numbers(tmp_path, header):
    assert checked(tmp_path, ["项目代码", header], ["P-1", "350.5"]).rows["area"].tolist() == [Decimal("350.5")]


@pytest.mark.parametrize("header", ["面积（公顷）", "面积（万平方米）", "面积（亿元）"])
def test_another_unit_of_a_number_is_refused_not_converted(tmp_path, header):
    result = checked(tmp_path, ["项目代码", header], ["P-1", "350.5"])
    found = only(result, "unit_differs")
    assert (found.column, result.accepted) == (header, False)
    assert "平方米" in found.expected("zh")


def test_several_amounts_may_stand_in_different_units_and_are_stored_in_yi_yuan(tmp_path):
    result = checked(tmp_path, ["项目代码", "合同金额（亿元）", "到位资金（万元）"], ["P-1", "1.5", "3000"])
    assert result.accepted
    assert result.rows["contract_amount"].tolist() == [Decimal("1.5000")]
    assert result.rows["funds_in_place"].tolist() == [Decimal("0.3000")]  # 3000 × 0.0001


def test_amounts_still_need_a_unit(tmp_path):
    assert "unit_missing" in kinds(checked(tmp_path, ["项目代码", "合同金额"], ["P-1", "1.5"]))


def test_a_form_without_amounts_asks_for_no_unit_and_no_month(tmp_path):
    rows = [["P-1", "2020-08-15", "12", "350.5"], ["合计", "", "12", ""]]
    header = ["项目代码", "签约日期", "专利数", "面积"]
    result = checked(tmp_path, ["单位：万元"], header, *rows, ledger=without_amounts(tmp_path))
    assert (result.accepted, kinds(result)) == (True, [])
    assert result.rows["patents"].tolist() == [12]
    assert result.reading.rows_explained == 1


def test_a_total_of_counts_is_compared_exactly(tmp_path):
    rows = [["P-1", "3"], ["P-2", "4"]]
    assert checked(tmp_path, ["项目代码", "专利数"], *rows, ["合计", "7"]).accepted
    found = only(checked(tmp_path, ["项目代码", "专利数"], *rows, ["合计", "8"]), "total_differs")
    assert "7件" in found.expected("zh")  # 3 + 4


def test_the_same_project_twice_is_refused_in_the_words_of_the_ledger(tmp_path):
    found = only(checked(tmp_path, HEADER[:2], ["P-1", "签约"], ["P-1", "CON"]), "duplicate")
    assert (found.row, found.severity) == (3, "block")
    assert "“项目代码”相同" in found.advice("zh")


# -- checks ---------------------------------------------------------------------------------------------------------

STAGES = ["项目代码", "签约日期", "开工日期", "计划竣工日期"]


@pytest.mark.parametrize(
    ("signed", "started", "finished", "column"),
    [("2020-08-15", "2020-08-14", "", "开工日期"), ("2020-08-15", "", "2020-08-14", "计划竣工日期"),
     ("2020-08-15", "2020-09-01", "2020-08-20", "计划竣工日期"), ("2020-08-15", "2020-08-15", "2999-01-01", ""),
     ("", "2020-08-14", "", ""), ("2020-08-15", "2020-10-01", "2020-10-01", "")],
)  # fmt: skip
def test_a_later_stage_is_not_before_an_earlier_one(tmp_path, signed, started, finished, column):
    result = checked(tmp_path, STAGES, ["P-1", signed, started, finished])
    assert [(one.kind, one.severity, one.column) for one in result.findings] == (
        [("too_early", "block", column)] if column else []
    )


def test_more_than_the_whole_is_refused_and_more_than_the_contract_warned_of(tmp_path):
    header = ["项目代码", "专利数", "发明专利数", "合同金额（亿元）", "到位资金（亿元）"]
    warned = checked(tmp_path, header, ["P-1", "5", "5", "1.5", "1.6"])
    assert (warned.accepted, only(warned, "above").column) == (True, "到位资金（亿元）")
    refused = checked(tmp_path, header, ["P-1", "5", "6", "1.5", "1.5"], ["P-2", "", "6", "", "2"])
    assert [(one.kind, one.row, one.column) for one in refused.findings] == [("part_above", 2, "发明专利数")]


def test_a_check_asked_for_at_length_has_the_severity_the_form_gives(tmp_path):
    short = 'part_of = [["invention_patents", "patents"]]'
    at_length = '[[checks]]\nkind = "part_of"\ncolumns = ["invention_patents", "patents"]\nseverity = "warn"\n'
    ledger = form(tmp_path, TOP.replace(short, "") + COLUMNS + AMOUNTS + at_length)
    result = checked(tmp_path, ["项目代码", "专利数", "发明专利数"], ["P-1", "5", "6"], ledger=ledger)
    assert (result.accepted, only(result, "part_above").severity) == (True, "warn")


# -- the blank form -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("made", [form, without_amounts])
def test_the_example_of_a_ledgers_blank_form_would_be_accepted(tmp_path, language, made):
    ledger, path = made(tmp_path), tmp_path / "blank.xlsx"
    blank_form(ledger, path, language)
    assert kinds(check_file(path, ledger)) == ["no_rows"]
    book = openpyxl.load_workbook(path)
    del book[book.sheetnames[0]]
    book.worksheets[0].title = "台账"
    book.save(path)
    result = check_file(path, ledger)
    assert (result.accepted, kinds(result)) == (True, [])
    assert result.rows[["stage", "signed_on", "patents"]].iloc[0].tolist() == ["CON", "2020-03-05", 12]


def test_a_blank_form_has_drop_downs_date_formats_and_the_unit_of_numbers(tmp_path):
    path = tmp_path / "blank.xlsx"
    blank_form(form(tmp_path), path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    lists = [rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert lists == ['"已签约,已开工"']
    assert [cell.value for cell in sheet[3]][6:9] == ["专利数（件）", "发明专利数（件）", "面积（平方米）"]
    assert book["示例"]["C4"].value == datetime(2020, 3, 5)
    assert book["示例"]["C4"].number_format == "yyyy-mm-dd"
    notes = [[cell.value for cell in row] for row in book["填表说明"].iter_rows()]
    assert ["“阶段”可填", "已签约", "SIG"] in notes


def test_a_choice_too_long_for_a_drop_down_is_listed_in_the_notes(tmp_path):
    options = "".join(
        f'[[columns.options]]\ncode = "C{number}"\nname_zh = "第{number}种很长的选项"\nname_en = "Choice {number}"\n'
        for number in range(40)
    )
    head = 'name = "projects"\nsubject = "p"\ntitle_zh = "台账"\ntitle_en = "Ledger"\nkey = ["a"]\n'
    column = '[[columns]]\nname = "{0}"\nheader_zh = "{0}甲"\nheader_en = "{0}"\ntype = "{1}"\nrequired = true\n'
    ledger = form(tmp_path, head + column.format("a", "code") + column.format("b", "choice") + options)
    path = tmp_path / "blank.xlsx"
    blank_form(ledger, path)
    book = openpyxl.load_workbook(path)
    (rule,) = [one for one in book.worksheets[0].data_validations.dataValidation if one.type == "list"]
    assert rule.formula1 == "'填表说明'!$B$4:$B$43"  # two columns and one remark stand above the 40 options
    assert (book["填表说明"]["B4"].value, book["填表说明"]["B43"].value) == (
        "第0种很长的选项",
        "第39种很长的选项",
    )
    assert kinds(check_file(path, ledger)) == ["no_rows"]
