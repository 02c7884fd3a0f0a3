"""Cells and files as they come: encodings, digits, units, words of growth, errors. Right, or refused by its place."""

from datetime import datetime

import pytest

from tests.ingest.bulletin.tables import block, blocks, read, rows, values, warnings
from tests.ingest.report_files import text, workbook

HEAD = [["2020年1-8月主要经济指标"], ["单位：亿元、%"], ["指标", "绝对额", "同比"]]
ROWS = [["地区生产总值", "487.45", "6.8"], ["规上工业总产值", "--", "14.8"]]
EXPECTED = ["487.45", "6.8", "", "14.8"]


def one(tmp_path, level="5", growth="6.8", label="利润总额", unit="亿元"):
    """A table of one row, as text."""
    table = [
        ["2020年"],
        ["指标", f"绝对额（{unit}）", "同比（%）"],
        ["地区生产总值", "487.45", "6.8"],
        [label, level, growth],
    ]
    return read(text(tmp_path / "a.csv", table))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，"])
def test_any_usual_encoding_and_delimiter_is_read(tmp_path, encoding, delimiter):
    result = read(text(tmp_path / "a.csv", [*HEAD, *ROWS], encoding, ",").rename(tmp_path / "b.csv"))
    assert values(result) == EXPECTED
    lines = (tmp_path / "b.csv").read_bytes().decode(encoding).replace(",", delimiter)
    (tmp_path / "c.csv").write_bytes(lines.encode(encoding))
    assert values(read(tmp_path / "c.csv")) == EXPECTED


def test_utf16_of_either_byte_order_is_read(tmp_path):
    told = "\r\n".join(",".join(row) for row in [*HEAD, *ROWS])
    (tmp_path / "a.csv").write_bytes(b"\xfe\xff" + told.encode("utf-16-be"))
    assert values(read(tmp_path / "a.csv")) == EXPECTED


def test_full_width_digits_signs_and_punctuation_are_read(tmp_path):
    told = "２０２０年１—８月\n单位：亿元、％\n指　标，绝对额，同比\n地区生产总值，４８７．４５，－６．８\n"
    (tmp_path / "a.csv").write_text(told, encoding="utf-8")
    assert rows(read(tmp_path / "a.csv")) == [
        ("地区生产总值", "", "2020-01/2020-08", "value", "487.45", "亿元"),
        ("地区生产总值", "", "2020-01/2020-08", "yoy", "-6.8", "%"),
    ]


@pytest.mark.parametrize(
    ("printed", "value", "unit", "qualifier"),
    [
        ("1,234,567.80", "1234567.80", "亿元", "exact"),
        ("+5", "5", "亿元", "exact"),
        ("−5.2", "-5.2", "亿元", "exact"),
        ("0.00", "0.00", "亿元", "exact"),
        ("-0.0", "0.0", "亿元", "exact"),
        ("6.8[1]", "6.8", "亿元", "exact"),
        ("约385亿元", "385", "亿元", "about"),
        ("超2000亿元", "2000", "亿元", "over"),
        ("近5万元", "5", "万元", "under"),
        ("12²", "12", "亿元", "exact"),
    ],
)
def test_a_number_is_read_as_printed(tmp_path, printed, value, unit, qualifier):
    result = one(tmp_path, level=printed)
    assert rows(result)[2][4:] == (value, unit)
    assert result.rows["qualifier"][2] == qualifier


@pytest.mark.parametrize(
    ("printed", "value", "unit"), [("30余项", "30", "项"), ("60多家", "60", "家"), ("2.4万余条", "2.4", "万条")]
)
def test_a_count_in_words_keeps_its_unit_and_that_it_is_more(tmp_path, printed, value, unit):
    result = one(tmp_path, level=printed, label="合作项目", unit="个")
    assert (rows(result)[2][4:], result.rows["qualifier"][2]) == ((value, unit), "over")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("增长1.1倍", "110.0"),
        ("增长2倍", "200.0"),
        ("同比持平", "0.0"),
        ("持平", "0.0"),
        ("下降3.2%", "-3.2"),
        ("增长5%", "5"),
        ("6.8%", "6.8"),
        ("４．４", "4.4"),
    ],
)
def test_words_of_growth_are_numbers_in_a_column_of_growth(tmp_path, printed, value):
    assert values(one(tmp_path, growth=printed))[-1] == value


@pytest.mark.parametrize("printed", ["略有增长", "1.2E+05", "1,23", "1 234", "(5.2)", "▲3", "十二", "5..2", "待核"])
def test_a_value_that_is_none_is_refused_where_it_stands(tmp_path, printed):
    assert block(one(tmp_path, growth=printed)) == ("value", 4, "同比(%)")


def test_every_value_of_a_table_may_be_wrong_and_each_is_named(tmp_path):
    result = read(
        workbook(tmp_path / "a.xlsx", [["2020年"], ["指标", "同比（%）"], ["利润总额", "大增"], ["税收", True]])
    )
    assert [(found.kind, found.row) for found in blocks(result)] == [("bulletin_value", 3), ("bulletin_value", 4)]


def test_a_growth_of_words_in_a_column_of_levels_is_refused(tmp_path):
    assert block(one(tmp_path, level="持平")) == ("value", 4, "绝对额(亿元)")


@pytest.mark.parametrize(
    ("printed", "status"), [("--", "missing"), ("…", "missing"), ("－", "missing"), ("***", "masked")]
)
def test_missing_and_masked_are_rows_without_a_value_and_an_empty_cell_is_no_row(tmp_path, printed, status):
    result = one(tmp_path, level=printed, growth="")
    assert (values(result)[2:], result.rows["status"][2]) == ([""], status)


def test_a_unit_in_the_label_goes_before_the_one_of_the_header(tmp_path):
    assert rows(one(tmp_path, label="实际利用外资（亿美元）"))[2] == (
        "实际利用外资",
        "",
        "2020",
        "value",
        "5",
        "亿美元",
    )


@pytest.mark.parametrize("unit", ["万元", "亿元"])
def test_amounts_stay_in_the_unit_printed(tmp_path, unit):
    assert rows(one(tmp_path, unit=unit))[2][4:] == ("5", unit)


def test_a_percentage_among_amounts_is_refused(tmp_path):
    assert block(one(tmp_path, level="5%")) == ("unit_conflict", 4, "绝对额(亿元)")


@pytest.mark.parametrize("mark", ["【1】", "[3]", "①", "*"])
def test_a_footnote_at_a_label_is_no_part_of_it(tmp_path, mark):
    assert rows(one(tmp_path, label=f"利润总额{mark}"))[2][0] == "利润总额"


def test_numbers_before_labels_are_no_part_of_them(tmp_path):
    table = [
        ["2020年"],
        ["指标", "绝对额（亿元）"],
        ["（一）利润总额", "1"],
        ["二、税收", "2"],
        ["3.固定资产投资", "3"],
    ]
    assert [row[0] for row in rows(read(text(tmp_path / "a.csv", table)))] == ["利润总额", "税收", "固定资产投资"]


def test_traditional_characters_are_understood_and_kept(tmp_path):
    table = [["2020年1-8月"], ["指標", "絕對額（億元）", "同比增長（%）"], ["規上工業總產值", "216.3", "28"]]
    assert rows(read(text(tmp_path / "a.csv", table))) == [
        ("規上工業總產值", "", "2020-01/2020-08", "value", "216.3", "亿元"),
        ("規上工業總產值", "", "2020-01/2020-08", "yoy", "28", "%"),
    ]


def test_percentage_points_are_not_per_cent(tmp_path):
    table = [["2020年"], ["指标", "占比（%）", "同比（百分点）"], ["高技术制造业", "38.1", "提升2.5个百分点"]]
    assert rows(read(text(tmp_path / "a.csv", table))) == [
        ("高技术制造业占比", "", "2020", "value", "38.1", "%"),
        ("高技术制造业占比变动", "", "2020", "value", "2.5", "个百分点"),
    ]


def numbers(tmp_path, cells, form):
    """A workbook whose one column of growth has these numbers in this format."""

    def shown(_, sheet):
        for row in range(3, 3 + len(cells)):
            sheet.cell(row, 2).number_format = form

    labels = ["利润总额", "税收", "固定资产投资", "工业投资"]
    return workbook(
        tmp_path / "a.xlsx", [["2020年"], ["指标", "同比（%）"], *map(list, zip(labels, cells, strict=False))], shown
    )


@pytest.mark.parametrize(
    ("cells", "form", "expected"),
    [
        ([0.058, -0.106], "0.0%", ["5.8", "-10.6"]),
        ([0.05], "0.0%", ["5.0"]),
        ([9.199999999999999, 13], "0.0", ["9.2", "13.0"]),
        ([84, 6.8, 14.8, 9.2], "General", ["84.0", "6.8", "14.8", "9.2"]),
        ([66, 38.1], "General", ["66", "38.1"]),
        ([0.0], "0.00", ["0.0"]),
        ([1.5], '0.0"%"', ["1.5"]),
    ],
)
def test_a_spreadsheets_number_is_read_as_its_format_shows_it(tmp_path, cells, form, expected):
    assert values(read(numbers(tmp_path, cells, form))) == expected


def test_digits_that_a_format_hides_are_left_out_and_that_is_said(tmp_path):
    result = read(numbers(tmp_path, [6.84], "0.0"))
    assert (values(result), warnings(result)) == (["6.8"], ["rounded"])


@pytest.mark.parametrize("form", ["0.00,", '0!.0,"万"', "# ?/?"])
def test_a_format_that_shows_another_number_is_refused(tmp_path, form):
    assert block(read(numbers(tmp_path, [1234567], form))) == ("format", 3, "同比(%)")


def test_fractions_that_may_have_lost_their_format_are_told(tmp_path):
    assert warnings(read(numbers(tmp_path, [0.058, -0.106, 0.014], "General"))) == ["fractions"]


@pytest.mark.parametrize(
    ("cell", "kind"), [("#REF!", "error_cell"), ("=1+1", "uncached"), (datetime(2020, 1, 2), "value")]
)
def test_errors_formulas_and_dates_are_no_values(tmp_path, cell, kind):
    found = read(workbook(tmp_path / "a.xlsx", [["2020年"], ["指标", "同比（%）"], ["利润总额", 5.0], ["税收", cell]]))
    (one,) = blocks(found)
    assert (one.kind.removeprefix("bulletin_"), one.row, one.position) == (kind, 4, 2)


def test_a_value_merged_over_two_rows_is_refused(tmp_path):
    table = [["2020年"], ["指标", "绝对额（亿元）"], ["利润总额", 5.0], ["税收", None]]
    path = workbook(tmp_path / "a.xlsx", table, lambda _, sheet: sheet.merge_cells("B3:B4"))
    assert block(read(path)) == ("merged", 4, "绝对额(亿元)")


def test_a_workbook_under_the_name_of_a_text_is_read_with_a_warning(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["2020年"], ["指标", "同比（%）"], ["利润总额", 5.5]]).rename(
        tmp_path / "a.csv"
    )
    assert (values(read(path)), warnings(read(path))) == (["5.5"], ["ending"])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "markup"),
        (b"", "empty_file"),
        (b"a,b\n1,\x002\n", "nul"),
        (b"%PDF-1.4", "not_a_workbook"),
        ("指标,绝对额\n".encode() + b"\xff\xfe\xfd" * 9, "encoding"),
    ],
)
def test_what_is_no_table_is_refused_with_words(tmp_path, content, kind):
    (tmp_path / "a.xls").write_bytes(content)
    assert kind in [found.kind for found in blocks(read(tmp_path / "a.xls"))]


def test_a_cell_of_a_megabyte_is_refused_where_it_stands(tmp_path):
    table = [
        ["2020年"],
        ["指标", "同比（%）"],
        ["利润总额", 5.0],
        ["x" * 30000, 1.0],
    ]  # a spreadsheet's cell takes 32 767
    (found,) = blocks(read(workbook(tmp_path / "a.xlsx", table)))
    assert (found.kind, found.row) == ("too_long", 4)
    (tmp_path / "a.csv").write_text("2020年\n指标,同比（%）\n利润总额,5\n" + "x" * 2**20 + ",1\n", encoding="utf-8")
    (found,) = blocks(read(tmp_path / "a.csv"))
    assert (found.kind, found.row) == ("too_long", 4)


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    assert [found.kind for found in blocks(read(tmp_path / "none.xlsx"))] == ["no_file"]
