"""Cells: what is read, what is missing, what is refused; nothing is rounded and nothing is guessed."""

from datetime import datetime
from decimal import Decimal

import pytest

from scicity.ingest import values
from scicity.ingest.findings import Refused
from scicity.ingest.months import month
from tests.ingest.report_files import HEADER, ROW, checked, only, text

ONE = Decimal(1)


def refused(read, *cell):
    with pytest.raises(Refused) as caught:
        read(*cell)
    return caught.value


@pytest.mark.parametrize(
    "written",
    ["2020年8月", "2020年08月", "2020年8月份", "2020-08", "2020-8", "2020/8", "202008", "2020.08", "2020 年 8 月",
     "２０２０年８月", "2020-08-01", "2020/8/31", "2020年8月1日", "2020-08-01 00:00:00", 202008, 202008.0, 44044,
     datetime(2020, 8, 1).date()],
)  # fmt: skip
def test_a_month_is_read_in_every_spelling(written):
    assert month(written) == "2020-08"  # 44044 is 2020-08-01


@pytest.mark.parametrize(
    "written",
    ["2020年1—2月", "2020年1-2月", "2020年1~2月份", "2020年1―2月", "2020年1至2月", "2020年01-02月", "2020年1月—2月",
     "２０２０年１～２月", "2020-01—02", "202001-202002", "2020年1——2月"],
)  # fmt: skip
def test_january_and_february_together_are_read_as_february(written):
    assert month(written) == "2020-02"


@pytest.mark.parametrize(
    "written", ["2020年1月", "2020年2月", "2020-01", "2020-02", "202002", 202001, "2020/2/1", 43862]
)
def test_january_or_february_alone_is_refused_with_the_reason(written):
    found = refused(month, written)  # 43862 is 2020-02-01
    assert found.kind == "january"
    assert ("year", "2020") in found.values


@pytest.mark.parametrize(
    ("written", "kind"),
    [("8月", "month"), ("20年8月", "month"), ("2020-13", "month"), ("2020-00", "month"),
     ("2020年1—8月", "month_is_span"),
     ("2020年一季度", "month"), ("2020-08-15", "month"), ("2020-02-31", "month"), ("2099-08", "future"),
     (2020.5, "month"),
     (8, "month"), (True, "month"), ("Aug-20", "month")],
)  # fmt: skip
def test_what_is_no_single_month_of_a_year_is_refused(written, kind):
    assert refused(month, written).kind == kind


@pytest.mark.parametrize(
    ("written", "stored"),
    [("1234.5", "1234.5"), ("1,234.5", "1234.5"), ("１，２３４．５", "1234.5"), ("−12", "-12"), ("－12", "-12"),
     (" 12 ", "12"),
     ("12\u3000", "12"), ("0", "0"), ("0.00", "0"), (0, "0"), (0.0, "0"), ("-0", "0"), (1e3, "1000"), ("+5", "5"),
     ("1,234,567.8901", "1234567.8901")],
)  # fmt: skip
def test_an_amount_is_read_exactly(written, stored):
    found = values.amount(written, ONE)
    assert found == Decimal(stored)
    assert not found.is_signed() or found != 0


@pytest.mark.parametrize("written", [None, "", "  ", "--", "-", "—", "——", "…", "……", "...", "暂无", "－－"])
def test_signs_of_missing_are_missing_and_never_zero(written):
    assert values.amount(written, ONE) is None


@pytest.mark.parametrize(
    ("written", "kind"),
    [("约100", "amount"), ("1,23", "amount"), ("12,34.5", "amount"), ("1 234", "amount"), ("12万元", "amount"),
     ("1.2E+05", "amount"),
     ("NA", "amount"), ("(12)", "amount"), ("12²", "amount"), ("***", "amount"), ("١٢", "amount"), (True, "amount"),
     ("#REF!", "error_cell"), ("#N/A", "error_cell"), ("1.2345678", "too_precise"), (1 / 3, "too_precise"),
     ("100000000000000", "too_large")],
)  # fmt: skip
def test_what_is_not_plainly_a_number_is_refused(written, kind):
    assert refused(values.amount, written, ONE).kind == kind


def test_an_amount_is_converted_exactly_or_refused():
    assert values.amount("12345679", Decimal("0.0001")) == Decimal("1234.5679")  # yuan
    assert values.amount("12345678.91", Decimal("0.0001")) == Decimal("1234.567891")  # yuan with fen
    assert values.amount("1234567.89123", Decimal("0.1")) == Decimal("123456.789123")  # thousands of yuan
    assert refused(values.amount, "12345678.912", Decimal("0.0001")).kind == "too_precise"  # a tenth of a fen


@pytest.mark.parametrize(
    ("written", "stored"),
    [("00123", "00123"), (" 00123 ", "00123"), ("NA", "NA"), ("null", "null"), ("None", "None"),
     ("９１５００１", "915001"),
     ('="00123"', "00123"), ("'00123", "00123"), (12345.0, "12345"), ("", None), ("--", None), ("=1+1", "=1+1")],
)  # fmt: skip
def test_a_code_is_text(written, stored):
    assert values.code(written) == stored


@pytest.mark.parametrize(
    ("written", "kind"),
    [(915001070000000001, "digits_lost"), ("9.15E+17", "digits_lost"), (1.5, "code"), ("9150 01", "code"),
     ("9150\u200b01", "code"), ("9150\n01", "control"), ("#N/A", "error_cell"), (True, "text")],
)  # fmt: skip
def test_a_code_that_lost_something_is_refused(written, kind):
    assert refused(values.code, written).kind == kind


@pytest.mark.parametrize(
    "written", ["=1+1", "+cmd", "@x", "<b>x</b>", "'; drop table t", "\u202eabc", "a\u200bb", "NA", "café"]
)
def test_a_name_is_kept_as_it_is(written):
    assert values.text(written) == written


@pytest.mark.parametrize("written", ["a\tb", "a\nb", "a\x07", "a\ufffd", "a\uffff", "\x7f"])
def test_a_name_with_control_or_broken_characters_is_refused(written):
    assert refused(values.text, written).kind == "control"


@pytest.mark.parametrize("written", ["是", "1", 1, 1.0, "Y", "y", "√", "ｙ", True, "Yes"])
def test_yes_is_yes(written):
    assert values.flag(written) is True


@pytest.mark.parametrize("written", ["否", "0", 0, "N", False, " 否 "])
def test_no_is_no(written):
    assert values.flag(written) is False


def test_a_blank_flag_is_left_to_the_form_and_another_word_refused():
    assert values.flag("") is None
    assert values.flag("--") is None
    assert refused(values.flag, "也许").kind == "flag"


@pytest.mark.parametrize(
    ("written", "stored"),
    [("集成电路", "NIT-IC"), ("集 成 电 路", "NIT-IC"), ("nit-ic", "NIT-IC"), ("Integrated circuits", "NIT-IC"),
     ("５Ｇ应用", "NIT-5G"), ("5g应用", "NIT-5G"), ("其他", "OTH"), ("OTH", "OTH"), ("其它", "OTH")],
)  # fmt: skip
def test_a_subfield_is_found_by_name_or_code(written, stored):
    assert values.subfield(written) == stored


def test_an_unknown_subfield_is_refused_with_the_nearest_names(tmp_path):
    result = checked(text(tmp_path / "a.csv", [HEADER, [ROW[0], "医疗设施", *ROW[2:]]]))
    found = only(result, "subfield")
    assert (found.row, found.column, found.found) == (2, "细分领域", "医疗设施")
    assert "医疗设备" in found.text("zh")


def test_a_leading_industry_is_no_subfield():
    assert refused(values.subfield, "先进制造").kind == "subfield"


@pytest.mark.parametrize(
    ("written", "stored"),
    [("12", 12), ("1,234", 1234), ("１２", 12), ("0", 0), ("-0", 0), (3.0, 3), ("3.0", 3), (7, 7),
     ("999999999999999", 999999999999999), ("", None), ("--", None), (None, None)],
)  # fmt: skip
def test_a_count_is_a_whole_number(written, stored):
    found = values.count(written)
    assert (found, type(found)) == (stored, type(stored))


@pytest.mark.parametrize(
    ("written", "kind"),
    [(3.5, "count"), ("3.5", "count"), ("-1", "count"), (-2.0, "count"), ("12人", "amount"), ("约12", "amount"),
     ("1,23", "amount"), ("12²", "amount"), ("50%", "amount"), (True, "amount"), (datetime(2020, 8, 1), "amount"),
     ("1234567890123456", "too_large"), (1e20, "too_large"), ("#DIV/0!", "error_cell")],
)  # fmt: skip
def test_what_counts_nothing_is_refused(written, kind):
    assert refused(values.count, written).kind == kind


@pytest.mark.parametrize(
    ("written", "stored"),
    [("350.5", "350.5"), ("1,234.5678", "1234.5678"), ("-2", "-2"), (0.1 + 0.2, "0.3"), ("－3．5", "-3.5"), ("0", "0")],
)  # fmt: skip
def test_a_number_is_exact(written, stored):
    assert values.number(written) == Decimal(stored)


@pytest.mark.parametrize(
    ("written", "kind"),
    [("1.2345678", "decimals"), ("350平方米", "amount"), ("123456789012345", "too_large"), ("1e5", "amount")],
)
def test_a_number_is_neither_rounded_nor_guessed(written, kind):
    assert refused(values.number, written).kind == kind
