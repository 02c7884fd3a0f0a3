"""Polluted files, in the manner of benchmarks for loaders: read with exactly the right values, or refused with a place.

Each case is a file of the five-column report. Either its rows are read as (month, code, amount in 万元), or it is
refused by a finding of the kind given, in the row and column given; a row of 0 is a refusal of the file as a whole.
"""

import codecs
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from scicity.ingest import check_file
from tests.ingest.report_files import FORM, HEADER, LEFT_OUT, ROW, checked, repacked, workbook

HEAD = "月份,细分领域,企业代码,产值,单位"
LINE = "2020年8月,集成电路,00123,1234.5,万元"
GOOD = [("2020-08", "00123", "1234.5")]
NEXT = ("2020-08", "00124", "7")
TWO = [*GOOD, NEXT]
SECOND = "2020年8月,大数据,00124,7,万元"

Read = list[tuple[str, str, str]]
Refused = tuple[str, int, int]


def lines(*rows: str, end: str = "\r\n", encoding: str = "utf-8") -> bytes:
    return "".join(row + end for row in rows).encode(encoding)


def cell(position: int, text: str) -> bytes:
    """The report with one cell of its row replaced; quoted, so that any text may stand in it."""
    cells = [f'"{one}"' for one in LINE.split(",")]
    cells[position - 1] = '"' + text.replace('"', '""') + '"'
    return lines(HEAD, ",".join(cells))


TEXT: dict[str, tuple[bytes, Read | Refused]] = {
    # -- encodings and marks
    "utf-8 with a mark": (codecs.BOM_UTF8 + lines(HEAD, LINE), GOOD),
    "two marks, as joined files have": (codecs.BOM_UTF8 * 2 + lines(HEAD, LINE), GOOD),
    "gbk": (lines(HEAD, LINE, encoding="gbk"), GOOD),
    "gb18030 with a rare character": (lines(HEAD + ",企业名称", LINE + ",㐂䶮𠮷厂", encoding="gb18030"), GOOD),
    "utf-16 with a mark": (lines(HEAD, LINE, encoding="utf-16"), GOOD),
    "utf-16 big endian with a mark": (codecs.BOM_UTF16_BE + lines(HEAD, LINE, encoding="utf-16-be"), GOOD),
    "utf-16 without a mark": (lines(HEAD, LINE, encoding="utf-16-le"), ("nul", 0, 0)),
    "utf-32": (lines(HEAD, LINE, encoding="utf-32"), ("encoding", 0, 0)),
    "big5": (
        lines("月份,細分領域,企業代碼,產值,單位", "2020年8月,大數據,1,5,萬元", encoding="big5"),
        ("header_missing", 0, 0)),
    "utf-8 cut inside a character": (lines(HEAD, LINE, SECOND + ",万")[:-4], ("damaged_utf8", 0, 0)),
    "utf-8 with a row in gbk": (lines(HEAD, *[LINE] * 9) + lines(SECOND, encoding="gbk"), ("damaged_utf8", 0, 0)),
    "utf-8 read as latin and saved again": (lines(HEAD, LINE).decode("latin-1").encode(), ("header_missing", 0, 0)),
    "a mark and then gbk": (codecs.BOM_UTF8 + lines(HEAD, LINE, encoding="gbk"), ("encoding", 0, 0)),
    # -- line ends, delimiters, quotes
    "line ends of old Macintosh": (lines(HEAD, LINE, end="\r"), GOOD),
    "line ends mixed": (f"{HEAD}\n{LINE}\r\n{SECOND}\r".encode(), TWO),
    "no line end at the end": (lines(HEAD, LINE)[:-2], GOOD),
    "blank lines and lines of commas": (lines("", HEAD, "", ",,,,", LINE, "  ", ""), GOOD),
    "tabs": (lines(HEAD, LINE).replace(b",", b"\t"), GOOD),
    "semicolons": (lines(HEAD, LINE).replace(b",", b";"), GOOD),
    "bars": (lines(HEAD, LINE).replace(b",", b"|"), GOOD),
    "full-width commas": (lines(HEAD.replace(",", "，"), LINE.replace(",", "，")), GOOD),
    "a first line that names the separator": (lines("sep=;", HEAD.replace(",", ";"), LINE.replace(",", ";")), GOOD),
    "semicolons under a header of commas": (lines(HEAD, LINE.replace(",", ";")), ("uneven", 2, 0)),
    "everything quoted, spaces before": (
        lines(*(", ".join(f'"{one}"' for one in row.split(",")) for row in (HEAD, LINE))), GOOD),
    "single quotation marks": (lines(HEAD, "'2020年8月','集成电路','00123','1234.5','万元'"), ("month", 2, 1)),
    "a quotation mark never closed": (lines(HEAD, '2020年8月,集成电路,"00123,1234.5,万元', SECOND), ("quotes", 2, 0)),
    "a backslash before a quotation mark": (lines(HEAD, r'2020年8月,集成电路,"00\"123",5,万元'), ("quotes", 2, 0)),
    "a line break inside a code": (lines(HEAD, '2020年8月,集成电路,"00\n123",5,万元'), ("control", 2, 3)),
    "a separator inside a header": (lines(HEAD + ',"企业,名称"', LINE + ","), GOOD),
    "a NUL byte": (lines(HEAD, LINE).replace(b"1234", b"12\x0034"), ("nul", 0, 0)),
    "a DOS end of file": (lines(HEAD, LINE) + b"\x1a", ("uneven", 3, 0)),
    "a megabyte in one cell": (cell(3, "1" * 2**20), ("too_long", 2, 0)),
    "two thousand characters in a code": (cell(3, "1" * 2000), ("too_long", 2, 3)),
    # -- rows and columns
    "rows of different length": (lines(HEAD, LINE, "2020年8月,大数据,00124,7"), ("uneven", 3, 0)),
    "a thousands separator without quotes": (lines(HEAD, "2020年8月,集成电路,00123,1,234.5,万元"), ("uneven", 2, 0)),
    "empty cells beyond the header": (lines(HEAD + ",,", LINE + ",,"), GOOD),
    "titles, unit and blank lines above": (lines("规上企业产值月报,,,,", "单位：万元,,,,", ",,,,", HEAD, LINE), GOOD),
    "sixty lines above the header": (lines(*["说明"] * 60, HEAD, LINE), ("header_missing", 0, 0)),
    "no header": (lines(LINE, SECOND), ("header_missing", 0, 0)),
    "only a header": (lines(HEAD), ("no_rows", 0, 0)),
    "the header again on every page": (lines(HEAD, LINE, HEAD, SECOND), TWO),
    "a second table with its columns in another order": (
        lines(HEAD, LINE, "月份,企业代码,细分领域,产值,单位", "2020年8月,00124,大数据,7,万元"), ("header_again", 3, 2)),
    "a second table in another unit": (
        lines(HEAD.replace("产值", "产值（万元）"), LINE, HEAD.replace("产值", "产值（亿元）"), SECOND),
        ("header_again", 3, 4)),
    "columns in another order": (
        lines("单位,产值,企业代码,月份,细分领域", "万元,1234.5,00123,2020年8月,集成电路"), GOOD),
    "the same column twice": (lines(HEAD + ",产值", LINE + ",9"), ("header_twice", 1, 6)),
    "a column without a header": (lines("月份,细分领域,,企业代码,产值,单位", LINE.replace(",00", ",甲,00")), GOOD),
    "a column nobody asked for": (lines(HEAD + ",增速", LINE + ",5.8%"), GOOD),
    "the column of codes missing": (
        lines("月份,细分领域,产值,单位", "2020年8月,集成电路,5,万元"), ("column_missing", 1, 0)),
    "headers with spaces, width and case": (lines("月 份,细分领域,ENTERPRISE CODE,产　值,※单位*", LINE), GOOD),
    "invisible characters in headers": (lines("\u200b月份,细\u200d分领域,企业代码\ufeff,产值,单位", LINE), GOOD),
    "a line that numbers the columns": (lines(HEAD, "1,2,3,4,5", LINE), GOOD),
    "a line of stems": (lines(HEAD, "甲,乙,丙,1,2", LINE), GOOD),
    "totals and notes": (
        lines(HEAD, LINE, SECOND, "合计,,,1241.5,万元", "注：2020年数据为初步统计数。,,,,", "填表人：张三"), TWO),
    "a total that does not add up": (lines(HEAD, LINE, SECOND, "合计,,,1242.5,万元"), ("total_differs", 4, 4)),
    "a total with a code": (
        lines(HEAD + ",企业名称", LINE + ",甲", "2020年8月,集成电路,999,1234.5,万元,合计"), ("total_coded", 3, 6)),
    "a subtotal by its sub-field": (lines(HEAD, LINE, "集成电路小计,,,1234.5,万元", SECOND), TWO),
    "the same row twice": (lines(HEAD, LINE, LINE), ("duplicate", 3, 3)),
    "a comment line": (lines(HEAD, "# 以下为补报", LINE), GOOD),
    "words below the table": (lines(HEAD, LINE, "以上数据仅供内部使用,,,,", "局长：甲,经办：乙,,,", "END"), GOOD),
    "the foot of a page": (lines(HEAD, LINE, "第1页 共2页,,,,", "续表,,,,", HEAD, SECOND, "——以下空白——"), TWO),
    "a month and nothing else": (lines(HEAD, LINE, "2020年9月,,,,"), ("required", 3, 2)),
    "January and nothing else": (lines(HEAD, LINE, "一月,,,,", "2020年1月,,,,"), ("january", 4, 1)),
    "a sub-field and nothing else": (lines(HEAD, LINE, ",大数据,,,"), ("required", 3, 1)),
    "one row cut by spaces": (lines(HEAD, LINE, "报 大数据 00124 7 万元,,,,"), ("month", 3, 1)),
    "headers that say what is a duty": (
        lines("月份（必填）,细分领域：,企业代码（统一社会信用代码）,产值（当月）,单位(选填)", LINE), GOOD),
    "a header of two columns at once": (lines(HEAD.replace("产值", "产值（累计）"), LINE), ("unit_unknown", 1, 4)),
    # -- months
    "January alone": (cell(1, "2020年1月"), ("january", 2, 1)),
    "February alone by a date": (cell(1, "2020-02-29"), ("january", 2, 1)),
    "January and February": (cell(1, "2020年1－2月"), [("2020-02", "00123", "1234.5")]),
    "a span": (cell(1, "2020年1-8月"), ("month_is_span", 2, 1)),
    "a month without a year": (cell(1, "8月"), ("month", 2, 1)),
    "a year of two digits": (cell(1, "20-08"), ("month", 2, 1)),
    "a thirteenth month": (cell(1, "2020-13"), ("month", 2, 1)),
    "the first of the month with a time": (cell(1, "2020-08-01T00:00:00.000"), GOOD),
    "the last of the month": (cell(1, "2020/8/31"), GOOD),
    "a day in mid month": (cell(1, "2020-08-15"), ("month", 2, 1)),
    "a day as in America": (cell(1, "8/1/2020"), ("month", 2, 1)),
    "month in full width": (cell(1, "２０２０年０８月"), GOOD),
    "a month to come": (cell(1, "2099年8月"), ("future", 2, 1)),
    # -- amounts
    "thousands": (cell(4, "1,234.5"), GOOD),
    "thousands in the wrong places": (cell(4, "12,34.5"), ("amount", 2, 4)),
    "full width with full-width signs": (cell(4, "１，２３４．５０"), GOOD),
    "an apostrophe before the number": (cell(4, "'1234.5"), GOOD),
    "a space that does not break": (cell(4, "\xa01234.5\u3000"), GOOD),
    "a thin space for thousands": (cell(4, "1\u202f234.5"), ("amount", 2, 4)),
    "a decimal comma": (cell(4, "1234,5"), ("amount", 2, 4)),
    "points for thousands": (cell(4, "1.234,5"), ("amount", 2, 4)),
    "scientific": (cell(4, "1.2345E+03"), ("amount", 2, 4)),
    "negative in brackets": (cell(4, "(1,234.5)"), ("amount", 2, 4)),
    "negative": (cell(4, "-1234.5"), ("negative", 2, 4)),
    "negative by a typographic minus": (cell(4, "−5"), ("negative", 2, 4)),
    "about": (cell(4, "约1234.5"), ("amount", 2, 4)),
    "a unit in the cell": (cell(4, "1234.5万元"), ("amount", 2, 4)),
    "a sign of money": (cell(4, "￥1234.5"), ("amount", 2, 4)),
    "per cent": (cell(4, "5.8%"), ("amount", 2, 4)),
    "a footnote raised": (cell(4, "1234.5²"), ("amount", 2, 4)),
    "a zero-width space in a number": (cell(4, "12\u200b34.5"), ("amount", 2, 4)),
    "digits of another script": (cell(4, "١٢٣٤"), ("amount", 2, 4)),
    "a Chinese numeral": (cell(4, "一千"), ("amount", 2, 4)),
    "not a number": (cell(4, "NaN"), ("amount", 2, 4)),
    "endless": (cell(4, "inf"), ("amount", 2, 4)),
    "an error": (cell(4, "#DIV/0!"), ("error_cell", 2, 4)),
    "a formula as text": (cell(4, "=SUM(D3:D9)"), ("amount", 2, 4)),
    "two points": (cell(4, "1..5"), ("amount", 2, 4)),
    "five decimals": (cell(4, "1.23456"), [("2020-08", "00123", "1.23456")]),
    "seven decimals": (cell(4, "1.2345678"), ("too_precise", 2, 4)),
    "five decimals of which the last is zero": (cell(4, "1234.50000"), GOOD),
    "far too much": (cell(4, "123456789012345678"), ("too_large", 2, 4)),
    "a true zero": (cell(4, "0.00"), [("2020-08", "00123", "0")]),
    "missing where it is required": (cell(4, "…"), ("required", 2, 4)),
    # -- units
    "亿元": (cell(5, "亿元"), [("2020-08", "00123", "12345000")]),
    "元": (cell(5, "元"), [("2020-08", "00123", "0.12345")]),
    "元 with fen": (lines(HEAD, "2020年8月,大数据,00123,12345678.91,元"), [("2020-08", "00123", "1234.567891")]),
    "元 with more than fen": (lines(HEAD, "2020年8月,大数据,00123,0.123,元"), ("too_precise", 2, 4)),
    "千元": (cell(5, "千元"), [("2020-08", "00123", "123.45")]),
    "人民币万元": (cell(5, "人民币（万元）"), GOOD),
    "money of another country": (cell(5, "万美元"), ("unit_unknown", 2, 5)),
    "a unit left out in one row": (lines(HEAD, LINE, SECOND.replace("万元", "")), ("unit_missing", 3, 5)),
    "every row in its own unit": (lines(HEAD, LINE, "2020年8月,大数据,00124,0.0007,亿元"), TWO),
    "the title says otherwise": (lines("规上企业产值（亿元）,,,,", HEAD, LINE), ("units_contradict", 3, 4)),
    "the line above says otherwise": (lines("单位：亿元,,,,", HEAD, LINE), ("units_contradict", 3, 4)),
    "the header says otherwise": (lines(HEAD.replace("产值", "产值(亿元)"), LINE), ("units_contradict", 2, 4)),
    "a note below says otherwise": (
        lines(HEAD.replace("产值", "产值(万元)"), LINE, "注：计量单位：亿元,,,,"), ("units_contradict", 3, 0)),
    "no unit anywhere": (lines("月份,细分领域,企业代码,产值", "2020年8月,集成电路,00123,5"), ("unit_missing", 1, 4)),
    # -- codes, sub-fields, names
    "a code kept as text by a formula": (cell(3, '="00123"'), GOOD),
    "an apostrophe before the code": (cell(3, "'00123"), GOOD),
    "a code in full width": (cell(3, "００１２３"), GOOD),
    "a code that lost its digits": (cell(3, "9.15001E+17"), ("digits_lost", 2, 3)),
    "a code with a tab": (cell(3, "00123\t"), ("control", 2, 3)),
    "a code with a zero-width space": (cell(3, "00\u200b123"), ("code", 2, 3)),
    "a code with a space": (cell(3, "00 123"), ("code", 2, 3)),
    "a code called NA": (cell(3, "NA"), [("2020-08", "NA", "1234.5")]),
    "a code called null": (cell(3, "null"), [("2020-08", "null", "1234.5")]),
    "a code missing": (cell(3, ""), ("required", 2, 3)),
    "a sub-field nobody knows": (cell(2, "集成电露"), ("subfield", 2, 2)),
    "a sub-field by its code": (cell(2, "NIT-IC"), GOOD),
    "a broken name": (lines(HEAD + ",企业名称", LINE + ",甲\ufffd厂"), ("control", 2, 6)),
    "an error for a name": (lines(HEAD + ",企业名称", LINE + ",#REF!"), ("error_cell", 2, 6)),
    "a footnote for a flag": (lines(HEAD + ",高技术", LINE + ",①"), ("flag", 2, 6)),
    # -- what is no table
    "nothing": (b"", ("empty_file", 0, 0)),
    "only a mark": (codecs.BOM_UTF8, ("empty_file", 0, 0)),
    "a web page": (b"<html><table><tr><td>1</td></tr></table>", ("markup", 0, 0)),
    "a workbook of 2003 in XML": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', ("markup", 0, 0)),
    "a compressed table": (b"\x1f\x8b\x08\x00" + bytes(range(256)), ("nul", 0, 0)),
    "a portable document": (b"%PDF-1.7\n", ("not_a_workbook", 0, 0)),
}  # fmt: skip


def read(path: Path) -> tuple[object, list[tuple[str, str, str]]]:
    result = checked(path)
    told = zip(result.rows["month"], result.rows["enterprise_code"], result.rows["output_month"], strict=True)
    return result, [(month, code, f"{amount.normalize():f}") for month, code, amount in told]


def judged(path: Path, wanted: Read | Refused) -> None:
    result, rows = read(path)
    blocking = [one for one in result.findings if one.severity == "block"]
    assert "unreadable" not in {one.kind for one in result.findings}
    if isinstance(wanted, list):
        assert (blocking, rows) == ([], wanted)
    else:
        assert wanted in [(one.kind, one.row, one.position) for one in blocking], blocking
        assert rows == []
    note = result.reading
    assert note.rows_read == note.rows_accepted + note.rows_refused + note.rows_explained


@pytest.mark.parametrize("case", TEXT)
def test_a_polluted_text_table_is_read_right_or_refused_with_its_place(tmp_path, case):
    content, wanted = TEXT[case]
    (tmp_path / "a.csv").write_bytes(content)
    judged(tmp_path / "a.csv", wanted)


# -- workbooks --------------------------------------------------------------------------------------------------------

Change = Callable[[openpyxl.Workbook, openpyxl.worksheet.worksheet.Worksheet], object]


def put(at: str, value: object, style: str = "") -> Change:
    """Puts a value in a cell, under a number format."""

    def change(_: openpyxl.Workbook, sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet[at].value = value
        if style:
            sheet[at].number_format = style

    return change


def hidden(book: openpyxl.Workbook, sheet: openpyxl.worksheet.worksheet.Worksheet, state: str = "hidden") -> None:
    page = book.create_sheet("旧数", 0)
    page.append(HEADER)
    page.append([*ROW[:3], 99999, "万元"])
    page.sheet_state = state
    book.active = 1


def second(book: openpyxl.Workbook, _: object) -> None:
    page = book.create_sheet("副本")
    for row in (HEADER, ROW):
        page.append(row)


def decorated(_: object, sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    sheet.insert_rows(1, 2)
    sheet["A1"] = "规上企业产值月报"
    sheet.merge_cells("A1:E1")
    sheet["D4"].comment = Comment("核对过", "审核")
    sheet["D4"].font = Font(bold=True, color="FFFF0000")
    sheet.auto_filter.ref = "A3:E4"
    sheet.freeze_panes = "A4"


def merged(area: str) -> Change:
    def change(_: object, sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.append(["2020年8月", "大数据", "00124", 7, "万元"])
        sheet.merge_cells(area)

    return change


BOOKS: dict[str, tuple[Change, Read | Refused]] = {
    "titles merged, filters, comments, panes": (decorated, GOOD),
    "the table begins far from the corner": (lambda _, sheet: sheet.move_range("A1:E2", rows=7, cols=4), GOOD),
    "numbers as numbers": (put("D2", 1234.5), GOOD),
    "numbers as text": (put("D2", "1234.50"), GOOD),
    "a binary fraction": (put("D2", 1234.1 + 0.4), GOOD),
    "a month as a date": (put("A2", date(2020, 8, 1)), GOOD),
    "a month as a moment": (put("A2", datetime(2020, 8, 31)), GOOD),
    "a month as a serial number": (put("A2", 44044), GOOD),
    "a month as a number": (put("A2", 202008), GOOD),
    "a month as a decimal number": (put("A2", 2020.8), ("month", 2, 1)),
    "a day in mid month": (put("A2", date(2020, 8, 15)), ("month", 2, 1)),
    "February by its last day": (put("A2", date(2020, 2, 29)), ("january", 2, 1)),
    "a truth for a month": (put("A2", True), ("month", 2, 1)),
    "an amount that became a date": (put("D2", date(2020, 8, 1)), ("amount", 2, 4)),
    "an amount that became a truth": (put("D2", True), ("amount", 2, 4)),
    "a code as a number": (put("C2", 123), [("2020-08", "123", "1234.5")]),
    "a code shown with leading zeros by its format": (put("C2", 123, "00000"), GOOD),
    "a code of eighteen digits as a number": (put("C2", 915001070000001234), ("digits_lost", 2, 3)),
    "a code that became a date": (put("C2", date(2020, 3, 5)), ("text", 2, 3)),
    "a number with a fraction for a code": (put("C2", 1.5), ("code", 2, 3)),
    "an amount shown ten thousand times smaller": (put("D2", 12345000, "0!.0,"), ("shown_otherwise", 2, 4)),
    "an amount shown a thousand times smaller": (put("D2", 1234500, "#,##0,"), ("shown_otherwise", 2, 4)),
    "an amount shown with a unit": (put("D2", 1234.5, '0.0"亿元"'), ("shown_otherwise", 2, 4)),
    "an amount shown as nothing": (put("D2", 1234.5, ";;;"), ("shown_otherwise", 2, 4)),
    "an amount shown per cent": (put("D2", 0.058, "0.0%"), ("shown_otherwise", 2, 4)),
    "an amount shown as money, grouped, red when negative": (
        put("D2", 1234.5, '"¥"#,##0.00_);[Red]("¥"#,##0.00)'), GOOD),
    "another column shown per cent": (put("F2", 0.058, "0.0%"), GOOD),
    "an error": (put("D2", "#REF!"), ("error_cell", 2, 4)),
    "a formula never calculated": (put("D2", "=1200+34.5"), ("uncached", 2, 4)),
    "a line break in a code": (put("C2", "001\n23"), ("control", 2, 3)),
    "a name like a formula": (lambda _, sheet: (put("F1", "企业名称")(_, sheet), put("F2", "'=1+1")(_, sheet)), GOOD),
    "a month merged downwards": (merged("A2:A3"), TWO),
    "an amount merged downwards": (merged("D2:D3"), ("merged", 3, 4)),
    "a code merged downwards": (merged("C2:C3"), ("merged", 3, 3)),
    "an old sheet hidden before": (hidden, GOOD),
    "an old sheet very hidden before": (lambda book, sheet: hidden(book, sheet, "veryHidden"), GOOD),
    "a row hidden": (lambda _, sheet: setattr(sheet.row_dimensions[2], "hidden", True), GOOD),
    "a column hidden": (lambda _, sheet: setattr(sheet.column_dimensions["D"], "hidden", True), GOOD),
    "the same sheet twice": (second, ("duplicate", 2, 3)),
    "a cell in the last corner": (put("XFD1048576", "x"), ("too_far", 0, 0)),
    "a format down to the last row": (lambda _, sheet: put("E1048576", None, "0.00")(_, sheet), GOOD),
    "the unit in the name of the sheet": (
        lambda _, sheet: setattr(sheet, "title", "产值（亿元）"), ("units_contradict", 2, 4)),
    "no row": (lambda _, sheet: sheet.delete_rows(2), ("no_rows", 0, 0)),
}  # fmt: skip


@pytest.mark.parametrize("case", BOOKS)
def test_a_polluted_workbook_is_read_right_or_refused_with_its_place(tmp_path, case):
    change, wanted = BOOKS[case]
    judged(workbook(tmp_path / "a.xlsx", [HEADER, ROW], change), wanted)


PACKAGES: dict[str, tuple[dict[str, bytes], tuple[bytes, bytes], Read | Refused]] = {
    "macros": ({"xl/vbaProject.bin": b"x"}, (b"\0", b""), ("macros", 0, 0)),
    "controls": ({"xl/activeX/activeX1.bin": b"x"}, (b"\0", b""), ("macros", 0, 0)),
    "a file inside": ({"xl/embeddings/oleObject1.bin": b"x"}, (b"\0", b""), ("embedded", 0, 0)),
    "a link to another workbook, DDE among them": (
        {"xl/externalLinks/externalLink1.xml": b"<externalLink><ddeLink/></externalLink>"}, (b"\0", b""),
        ("external_links", 0, 0)),
    "a document type": (
        {"docProps/bomb.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, (b"\0", b""), ("doctype", 0, 0)),
    "more than it may unpack to": ({"xl/media/image1.bin": bytes(61 << 20)}, (b"\0", b""), ("unpacks_too_large", 0, 0)),
    "dates from 1904": ({}, (b"<workbookPr/>", b'<workbookPr date1904="1"/>'), ("dates_1904", 0, 0)),
    "a row number that stands twice": ({}, (b'<row r="2"', b'<row r="1"'), ("damaged", 0, 0)),
    "cells that stand in another row": ({}, (b'r="D2"', b'r="D1"'), ("damaged", 0, 0)),
    "cells that change places": ({}, (b'r="D2"', b'r="A2"'), ("damaged", 0, 0)),
    "XML cut off": ({}, (b"</sheetData>", b""), ("damaged", 0, 0)),
    "a string that does not exist": (
        {}, (b'<c r="C2" t="inlineStr"><is>.*?</is>', b'<c r="C2" t="s"><v>999</v>'), ("damaged", 0, 0)),
}  # fmt: skip


@pytest.mark.parametrize("case", PACKAGES)
def test_a_polluted_package_is_refused_for_its_reason(tmp_path, case):
    add, (pattern, replacement), wanted = PACKAGES[case]
    plain = workbook(tmp_path / "plain.xlsx", [HEADER, ROW])
    judged(repacked(plain, tmp_path / "a.xlsx", add, pattern, replacement), wanted)


def ended(tmp_path: Path, content: bytes, ending: str) -> Path:
    path = tmp_path / f"a{ending}"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".xlsm", ".txt", ""])
def test_a_table_of_another_ending_is_read_by_its_content_and_that_is_said(tmp_path, ending):
    path = ended(tmp_path, lines(HEAD, LINE), ending)
    judged(path, GOOD)
    told = [one.kind for one in check_file(path, FORM).findings if one.kind != LEFT_OUT]
    assert told == ([] if ending == ".txt" else ["ending"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [("content.xml", "not_a_workbook"), ("xl/workbook.bin", "not_a_workbook"), ("word/document.xml", "not_a_workbook")],
)
def test_packages_of_other_programs_are_no_workbooks(tmp_path, name, kind):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr(name, b"<a/>")
    judged(ended(tmp_path, data.getvalue(), ".xlsx"), (kind, 0, 0))


def test_a_workbook_cut_off_is_damaged_and_one_with_a_password_asks_for_it(tmp_path):
    whole = workbook(tmp_path / "plain.xlsx", [HEADER, ROW]).read_bytes()
    judged(ended(tmp_path, whole[: len(whole) // 2], ".xlsx"), ("damaged", 0, 0))


NAMES = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "'; drop table records; --", "+1+1", "@SUM(A1)",
         "甲\u202e乙", "😀厂", "a,b", 'a"b', "-1", "../../x", "{0}", "$(x)", "null"]  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_names_that_look_like_something_else_stay_text(tmp_path, ending):
    header = [*HEADER, "企业名称"]
    rows = [header, *([*ROW[:2], f"{number:05}", *ROW[3:], name] for number, name in enumerate(NAMES))]
    path = tmp_path / f"a.{ending}"
    if ending == "csv":
        import csv

        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        workbook(path, rows, lambda _, sheet: [setattr(one, "data_type", "s") for one in sheet["F"]])
    result = checked(path)
    assert result.rows["enterprise_name"].tolist() == NAMES
    assert set(result.rows["output_month"]) == {Decimal("1234.5")}
