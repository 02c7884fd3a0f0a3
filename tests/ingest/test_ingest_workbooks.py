"""Workbooks: read in a child process, after a look; what is not to be trusted is refused, and the parent lives."""

from datetime import date, datetime
from decimal import Decimal

import pytest
import xlsxwriter
import xlwt

from scicity.ingest import workbooks
from tests.ingest.report_files import HEADER, ROW, checked, kinds, only, repacked, text, workbook

NUMERIC = [*ROW[:3], 1234.5, "万元"]


@pytest.fixture
def plain(tmp_path):
    return workbook(tmp_path / "plain.xlsx", [HEADER, NUMERIC])


def test_a_plain_workbook_is_read(plain):
    result = checked(plain)
    assert result.accepted
    assert result.rows["output_month"].tolist() == [Decimal("1234.5000")]
    assert (result.rows["sheet"].tolist(), result.rows["row"].tolist()) == (["Sheet"], [2])
    assert result.reading.kind == "xlsx"


def test_binary_fractions_of_a_spreadsheet_count_to_fifteen_digits(tmp_path):
    # 0.1 + 0.2 is kept as 0.30000000000000004; a spreadsheet shows and means 0.3
    result = checked(workbook(tmp_path / "a.xlsx", [HEADER, [*ROW[:3], 0.1 + 0.2, "万元"]]))
    assert result.rows["output_month"].tolist() == [Decimal("0.3000")]


def test_dates_serials_and_numbers_are_months(tmp_path):
    # 44075 is 2020-09-01 in the 1900 date system
    told = [datetime(2020, 8, 1), 44075, 202010, date(2020, 11, 30)]
    rows = [[one, "集成电路", f"E{at}", 1, "万元"] for at, one in enumerate(told)]
    result = checked(workbook(tmp_path / "a.xlsx", [HEADER, *rows]))
    assert result.rows["month"].tolist() == ["2020-08", "2020-09", "2020-10", "2020-11"]


@pytest.mark.parametrize("day", [datetime(2020, 8, 15), datetime(2020, 2, 1), datetime(2020, 1, 31)])
def test_a_day_in_mid_month_and_a_february_alone_are_refused(tmp_path, day):
    result = checked(workbook(tmp_path / "a.xlsx", [HEADER, [day, *NUMERIC[1:]]]))
    (found,) = [one for one in result.findings if one.severity == "block"]
    assert (found.row, found.column, found.found) == (2, "月份", f"{day:%Y-%m-%d}")


def test_an_error_is_not_a_blank(tmp_path):
    header = [*HEADER, "累计产值"]
    result = checked(workbook(tmp_path / "a.xlsx", [header, [*NUMERIC, "#REF!"]]))
    found = only(result, "error_cell")  # the column is optional: a blank would have passed
    assert (found.row, found.column, found.position, found.found) == (2, "累计产值", 6, "#REF!")


def test_a_formula_never_calculated_is_not_a_blank(tmp_path):
    result = checked(workbook(tmp_path / "a.xlsx", [[*HEADER, "累计产值"], [*NUMERIC, "=D2*8"]]))
    assert only(result, "uncached").column == "累计产值"


def test_a_zero_left_by_a_writer_that_calculates_nothing_is_not_a_zero(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, NUMERIC)
        sheet.write_formula(1, 3, "=1+1")
    assert only(checked(path), "uncached").row == 2


def test_a_formula_with_its_value_is_read(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, NUMERIC)
        sheet.write_formula(1, 3, "=1+1", value=2)
    assert checked(path).rows["output_month"].tolist() == [Decimal("2.0000")]


def test_a_hidden_sheet_is_not_read_and_that_is_said(tmp_path):
    def hide(book, sheet):
        old = book.create_sheet("旧数", 0)
        for row in (HEADER, ["2020年7月", *NUMERIC[1:]]):
            old.append(row)
        old.sheet_state = "hidden"
        book.active = 1

    result = checked(workbook(tmp_path / "a.xlsx", [HEADER, NUMERIC], hide))
    assert result.rows["month"].tolist() == ["2020-08"]
    assert (result.reading.hidden, only(result, "sheet_hidden").severity) == (("旧数",), "warn")


def test_hidden_rows_and_columns_are_read_and_that_is_said(tmp_path):
    def hide(_, sheet):
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    result = checked(workbook(tmp_path / "a.xlsx", [HEADER, NUMERIC], hide))
    assert len(result.rows) == 1
    assert kinds(result) == ["hidden_rows", "hidden_columns"]


def test_a_second_sheet_without_the_header_is_left_out_and_that_is_said(tmp_path):
    result = checked(
        workbook(tmp_path / "a.xlsx", [HEADER, NUMERIC], lambda book, _: book.create_sheet("附").append(["x"]))
    )
    assert result.accepted
    assert only(result, "sheet_unread").sheet == "附"


def test_a_month_merged_downwards_holds_for_each_row_but_an_amount_does_not(tmp_path):
    def merge(_, sheet):
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("F2:F3")

    rows = [[*HEADER, "累计产值"], [*NUMERIC, 9000], [None, "人工智能", "7", 5, "万元", None]]
    result = checked(workbook(tmp_path / "a.xlsx", rows, merge))
    assert [(one.kind, one.row, one.column) for one in result.findings if one.severity == "block"] == [
        ("merged", 3, "累计产值")
    ]


@pytest.mark.parametrize("where", ["XFD1048576", "A200001", "GS2"])
def test_a_cell_far_away_is_refused_before_it_costs_memory(tmp_path, where):
    result = checked(workbook(tmp_path / "a.xlsx", [HEADER, NUMERIC], lambda _, sheet: sheet.__setitem__(where, "x")))
    assert kinds(result) == ["too_far"]


def test_formats_without_content_may_reach_far(tmp_path):
    def colour(_, sheet):
        sheet["A1048576"].number_format = "0.00"

    assert checked(workbook(tmp_path / "a.xlsx", [HEADER, NUMERIC], colour)).accepted


@pytest.mark.parametrize(
    ("part", "content", "kind"),
    [
        ("xl/vbaProject.bin", b"macro", "macros"),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink/>", "external_links"),
        ("xl/media/large.bin", b"0" * 100_000_000, "unpacks_too_large"),  # packs to a hundred kilobytes
        ("xl/theme/more.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "doctype"),
        ("xl/more.xml", b"<a><b></a>", "damaged"),
    ],
)
def test_macros_links_bombs_and_document_types_are_refused(tmp_path, plain, part, content, kind):
    assert kinds(checked(repacked(plain, tmp_path / "a.xlsx", {part: content}))) == [kind]


def test_too_many_parts_are_refused(tmp_path, plain):
    parts = {f"xl/media/{number}.bin": b"0" for number in range(500)}
    assert kinds(checked(repacked(plain, tmp_path / "a.xlsx", parts))) == ["too_many_parts"]


def test_a_size_that_lies_is_found_by_reading(tmp_path, plain):
    path = repacked(plain, tmp_path / "a.xlsx", {"xl/media/large.bin": b"0" * 70_000_000})
    data = path.read_bytes()
    stated = (70_000_000).to_bytes(4, "little")
    assert data.count(stated) == 2  # in the part's own head and in the directory
    path.write_bytes(data.replace(stated, (1000).to_bytes(4, "little")))
    assert kinds(checked(path)) == ["damaged"]


def test_a_count_of_strings_that_lies_is_refused(tmp_path):
    honest = tmp_path / "honest.xlsx"
    with xlsxwriter.Workbook(str(honest)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, NUMERIC)
    assert checked(honest).accepted
    lying = repacked(honest, tmp_path / "a.xlsx", None, rb'uniqueCount="\d+"', b'uniqueCount="99999999999"')
    assert kinds(checked(lying)) == ["damaged"]


def test_a_workbook_that_counts_from_1904_is_refused(tmp_path, plain):
    path = repacked(plain, tmp_path / "a.xlsx", None, rb"<workbookPr\b", b'<workbookPr date1904="1"')
    assert kinds(checked(path)) == ["dates_1904"]


@pytest.mark.parametrize("content", [b"PK\x03\x04junk" * 50, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_a_file_that_only_begins_like_a_workbook_is_refused(tmp_path, content):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    result = checked(path)
    assert not result.accepted
    assert {"damaged", "not_a_workbook"} & set(kinds(result))


def test_a_truncated_workbook_is_refused(tmp_path, plain):
    path = tmp_path / "a.xlsx"
    path.write_bytes(plain.read_bytes()[:-200])
    assert kinds(checked(path)) == ["damaged"]


def test_a_child_that_dies_is_a_finding_and_the_parent_lives(tmp_path, plain, monkeypatch):
    monkeypatch.setattr(workbooks, "MODULE", "scicity.ingest.no_such_child")
    assert kinds(checked(plain)) == ["reader_died"]


def test_a_child_that_takes_too_long_is_a_finding(plain, monkeypatch):
    monkeypatch.setattr(workbooks, "SECONDS", 0.001)
    assert kinds(checked(plain)) == ["reader_slow"]


@pytest.mark.parametrize("ending", ["csv", "xls", "dat"])
def test_a_workbook_is_known_by_its_content_whatever_its_name(tmp_path, plain, ending):
    path = tmp_path / f"a.{ending}"
    path.write_bytes(plain.read_bytes())
    result = checked(path)
    assert (result.accepted, kinds(result), result.reading.kind) == (True, ["ending"], "xlsx")


def test_text_named_as_a_workbook_is_read_as_text(tmp_path):
    result = checked(text(tmp_path / "a.xlsx", [HEADER, ROW]))
    assert (result.accepted, kinds(result), result.reading.kind) == (True, ["ending"], "text")


def test_codes_kept_as_numbers_are_warned_of_and_those_of_18_digits_refused(tmp_path):
    rows = [
        HEADER,
        ["2020年8月", "集成电路", 12345, 1, "万元"],
        ["2020年8月", "集成电路", 915001070000000001, 1, "万元"],
    ]
    result = checked(workbook(tmp_path / "a.xlsx", rows))
    assert only(result, "codes_as_numbers").severity == "warn"
    assert only(result, "digits_lost").row == 3
    assert result.understood["enterprise_code"].tolist() == ["12345"]


def test_names_that_look_like_formulas_stay_text(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*HEADER, "企业名称"])
        sheet.write_row(1, 0, [*NUMERIC, '=HYPERLINK("x")'])
    assert checked(path).rows["enterprise_name"].tolist() == ['=HYPERLINK("x")']


def old_workbook(path, rows):
    book = xlwt.Workbook()
    sheet = book.add_sheet("报表")
    for at, row in enumerate(rows):
        for position, value in enumerate(row):
            sheet.write(at, position, value)
    return book, sheet


def test_an_old_workbook_is_read(tmp_path):
    book, _ = old_workbook(tmp_path, [HEADER, NUMERIC])
    book.add_sheet("藏").visibility = 1
    book.save(str(tmp_path / "a.xls"))
    result = checked(tmp_path / "a.xls")
    assert result.rows["output_month"].tolist() == [Decimal("1234.5000")]
    assert result.reading.hidden == ("藏",)


def test_errors_and_formulas_never_calculated_are_told_from_blanks_in_an_old_workbook(tmp_path):
    header = [*HEADER, "累计产值"]
    book, sheet = old_workbook(tmp_path, [header, NUMERIC, [*ROW[:2], "7", 5, "万元"]])
    sheet.row(1).set_cell_error(5, "#DIV/0!")
    sheet.write(2, 5, xlwt.Formula("1+1"))
    book.save(str(tmp_path / "a.xls"))
    result = checked(tmp_path / "a.xls")
    assert [(one.kind, one.row, one.column) for one in result.findings if one.severity == "block"] == [
        ("error_cell", 2, "累计产值"), ("uncached", 3, "累计产值")]  # fmt: skip


@pytest.mark.parametrize("start", range(0, 4000, 400))
def test_bytes_overwritten_anywhere_never_change_what_is_accepted(tmp_path, plain, start):
    path = tmp_path / "a.xlsx"
    data = bytearray(plain.read_bytes())
    start = min(start, len(data) - 8)
    data[start : start + 8] = b"\xa5" * 8
    path.write_bytes(data)
    result = checked(path)
    # every part carries a checksum: either the damage is found, or it lay where no value is
    assert not result.accepted or result.rows["output_month"].tolist() == [Decimal("1234.5000")]
    assert not {"unreadable", "reader_died"} & set(kinds(result))
