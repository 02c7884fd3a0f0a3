"""A file as a whole: all or nothing, every row accounted for, totals recomputed, rows compared with each other."""

import logging
from decimal import Decimal

import pytest

from scicity.ingest import Known, check_file
from scicity.ingest.findings import Finding, Findings
from scicity.wording import words
from tests.ingest.report_files import FORM, HEADER, ROW, checked, kinds, only, text, workbook

FULL = ["月份", "细分领域", "企业代码", "企业名称", "集团代码", "高技术制造业", "战略性新兴产业",
        "产值", "累计产值", "上年同月", "上年同期累计", "单位"]  # fmt: skip


def full(month="2020年8月", code="00123", output=100, ytd=800, base=90, base_ytd=700, **other):
    row = dict(
        zip(
            FULL,
            [month, "集成电路", code, "甲公司", "G1", "是", "否", output, ytd, base, base_ytd, "万元"],
            strict=True,
        )
    )
    return list((row | other).values())


def file(tmp_path, *rows, header=FULL):
    return text(tmp_path / "a.csv", [header, *rows])


def row(code, output, month="2020年8月", subfield="集成电路", unit="万元"):
    return [month, subfield, code, output, unit]


def balanced(result):
    note = result.reading
    return note.rows_read == note.rows_accepted + note.rows_refused + note.rows_explained


def test_the_full_form_is_read_alike_from_text_and_workbook(tmp_path):
    rows = [full(), full(code="7", ytd="--", base=None, base_ytd="", 集团代码="--")]
    from_text = checked(file(tmp_path, *rows))
    from_book = checked(workbook(tmp_path / "a.xlsx", [FULL, *rows]))
    assert from_text.findings == from_book.findings == ()
    told = from_text.rows.drop(columns="sheet").astype(object)
    assert told.equals(from_book.rows.drop(columns="sheet").astype(object))
    assert from_text.rows["output_ytd"].isna().tolist() == [False, True]
    assert from_text.rows["group_code"].isna().tolist() == [False, True]  # -- is no group that firms could share
    assert from_text.rows["is_high_tech"].tolist() == [True, True]
    assert str(from_text.rows["output_month"].dtype) == "decimal128(20, 6)[pyarrow]"


def test_one_wrong_cell_and_no_row_is_accepted(tmp_path):
    result = checked(file(tmp_path, row("1", 5), row("2", "约100"), row("3", 7), header=HEADER))
    assert not result.accepted
    assert (len(result.rows), len(result.understood)) == (0, 2)
    assert (result.reading.rows_read, result.reading.rows_accepted, result.reading.rows_refused) == (3, 0, 3)


def test_a_refusal_names_row_column_what_stood_there_and_what_was_expected(tmp_path):
    result = checked(workbook(tmp_path / "a.xlsx", [["月报"], HEADER, row("1", 5), row("2", 3, month="2020年1月")]))
    found = only(result, "january")
    assert (found.sheet, found.row, found.column, found.position, found.found) == ("Sheet", 4, "月份", 1, "2020年1月")
    assert found.text("zh").startswith("工作表“Sheet”，第4行，“月份”列A：所填为“2020年1月”。")
    assert "2020年1—2月" in found.expected("zh")
    assert found.advice("en")


def test_a_required_cell_left_blank_is_refused_and_an_optional_one_missing(tmp_path):
    result = checked(file(tmp_path, row("1", ""), row("", 3), row("3", "--"), header=HEADER))
    assert [(one.row, one.column) for one in result.findings if one.kind == "required"] == [
        (2, "产值"), (3, "企业代码"), (4, "产值")]  # fmt: skip


def test_zero_stays_zero(tmp_path):
    result = checked(file(tmp_path, row("1", 0), row("2", "0.00"), header=HEADER))
    assert result.accepted
    assert result.rows["output_month"].tolist() == [Decimal(0), Decimal(0)]


def test_na_and_null_are_codes_of_enterprises(tmp_path):
    rows = [HEADER, *(row(code, 5) for code in ("NA", "null", "None", "nan"))]
    for path in (text(tmp_path / "a.csv", rows), workbook(tmp_path / "b.xlsx", rows)):
        assert checked(path).rows["enterprise_code"].tolist() == ["NA", "null", "None", "nan"]


# -- rows that are no reports ---------------------------------------------------------------------------------------


def test_totals_notes_and_repeated_headers_are_explained_and_every_row_is_accounted_for(tmp_path):
    rows = [["甲", "乙", "丙", "1", "2"], row("1", 5), [""] * 5, HEADER, row("2", 7), ["合计", "", "", 12, "万元"],
            ["注：数据为初步数", "", "", "", ""], ["填表人：张三", "", "审核人：李四", "", ""]]  # fmt: skip
    result = checked(file(tmp_path, *rows, header=HEADER))
    assert result.accepted, kinds(result)
    assert result.rows["row"].tolist() == [3, 6]
    note = result.reading
    assert (note.rows_read, note.rows_accepted, note.rows_refused, note.rows_explained) == (7, 2, 0, 5)


def test_a_total_that_differs_from_its_rows_is_refused(tmp_path):
    result = checked(file(tmp_path, row("1", "5.5"), row("2", "7"), ["合计", "", "", "13.5", "万元"], header=HEADER))
    found = only(result, "total_differs")
    assert (found.row, found.column, found.found) == (4, "产值", "13.5")
    assert "12.5" in found.text("zh")  # 5.5 + 7
    assert balanced(result)


def test_a_total_within_rounding_is_only_warned_of(tmp_path):
    # printed to one decimal, three rows may be off by 3 × 0.05; 3.3 + 3.3 + 3.3 = 9.9, printed 10.0
    rows = [row(code, "3.3") for code in "123"]
    result = checked(file(tmp_path, ["总 计", "", "", "10.0", "万元"], *rows, header=HEADER))
    assert (result.accepted, only(result, "total_rounded").severity) == (True, "warn")


def test_totals_of_a_month_a_subfield_or_a_block_count_their_own_rows(tmp_path):
    rows = [
        row("1", 5),
        row("2", 7),
        ["小计", "", "", 12, "万元"],
        row("3", 1, subfield="大数据"),
        row("1", 9, "2020年9月"),
        ["小计", "", "", 10, "万元"],
        ["2020年8月", "合计", "", 13, "万元"],
        ["合计", "大数据", "", 1, "万元"],
        ["合计", "", "", "0.0022", "亿元"],
    ]
    # August: 5 + 7 + 1; all: 22 万元 = 0.0022 亿元
    result = checked(file(tmp_path, *rows, header=HEADER))
    assert result.accepted, kinds(result)
    assert result.reading.rows_explained == 5


def test_a_wrong_total_of_a_subfield_is_found(tmp_path):
    rows = [row("1", 5), row("3", 1, subfield="大数据"), ["合计", "大数据", "", 2, "万元"]]
    assert only(checked(file(tmp_path, *rows, header=HEADER)), "total_differs").row == 4


# -- rules ----------------------------------------------------------------------------------------------------------


def test_the_same_enterprise_and_month_twice_is_refused(tmp_path):
    result = checked(
        file(tmp_path, row("1", 5), row("2", 5), row("1", 6), row("1", 7, month="2020年9月"), header=HEADER)
    )
    found = only(result, "duplicate")
    assert (found.severity, found.row, found.found) == ("block", 4, "1")
    assert "第2行" in found.text("zh")


def test_duplicates_are_found_across_sheets(tmp_path):
    def second(book, _):
        sheet = book.create_sheet("九月")
        for one in (HEADER, row("1", 6)):
            sheet.append(one)

    assert only(checked(workbook(tmp_path / "a.xlsx", [HEADER, row("1", 5)], second)), "duplicate").sheet == "九月"


@pytest.mark.parametrize(
    ("changed", "kind", "column"),
    [
        ({"output": -5}, "negative", "产值"),
        ({"output": 100, "ytd": 99}, "ytd_below", "累计产值"),
        ({"base": 90, "base_ytd": 89}, "ytd_below", "上年同期累计"),
        ({"month": "2020年1—2月", "output": 50, "ytd": 100}, "ytd_differs", "累计产值"),  # 50 is February alone
        ({"output": 5000, "base": 5}, "jump", "产值"),  # exactly a thousandfold
    ],
)
def test_cells_of_a_row_that_contradict_each_other_are_refused(tmp_path, changed, kind, column):
    values = {"base": 90, "ytd": 9000, "base_ytd": 9000} | changed
    result = checked(file(tmp_path, full(**values)))
    found = next(one for one in result.findings if one.kind == kind)
    assert (found.severity, found.row, found.column) == ("block", 2, column)
    assert not result.accepted


def test_a_thousandfold_is_only_warned_of_where_two_places_name_the_unit(tmp_path):
    rows = [["单位：万元"], FULL, full(output=5000, base=5, ytd=9000)]
    result = checked(text(tmp_path / "a.csv", rows))
    assert (result.accepted, only(result, "jump").severity) == (True, "warn")


def test_small_amounts_may_grow_a_thousandfold(tmp_path):
    assert checked(file(tmp_path, full(output=900, ytd=900, base="0.5"))).accepted


def test_a_month_a_thousandfold_of_the_month_before_is_refused(tmp_path):
    # 2.4 was meant as 亿元, the column says 万元
    result = checked(file(tmp_path, row("1", 24000), row("1", "2.4", month="2020年9月"), header=HEADER))
    assert only(result, "jump").row == 3


def test_an_amount_a_thousandfold_of_what_was_accepted_before_is_refused(tmp_path):
    path = file(tmp_path, row("1", "2.4"), row("2", 30), header=HEADER)
    assert checked(path).accepted
    result = check_file(path, FORM, Known({"1": Decimal(24000), "2": Decimal(29)}))
    assert (only(result, "jump").row, result.accepted) == (2, False)


def test_running_totals_that_do_not_continue_are_warned_of(tmp_path):
    # 800 + 110 is 910; 905 may be a correction
    result = checked(file(tmp_path, full(), full(month="2020年9月", output=110, ytd=905, base_ytd=800)))
    assert (result.accepted, kinds(result)) == (True, ["ytd_breaks"])


def test_running_totals_that_fall_are_warned_of_and_a_new_year_begins_anew(tmp_path):
    fall = checked(file(tmp_path, full(), full(month="2020年9月", output=110, ytd=700)))
    assert kinds(fall) == ["ytd_falls"]
    anew = [full(month="2020年12月", ytd=1200), full(month="2021年1—2月", output=200, ytd=200, base=190, base_ytd=190)]
    assert kinds(checked(file(tmp_path, *anew))) == []


def test_an_enterprise_in_two_subfields_is_warned_of(tmp_path):
    result = checked(file(tmp_path, row("1", 5), row("1", 5, "2020年9月", "大数据"), header=HEADER))
    assert (result.accepted, only(result, "changes").row) == (True, 3)


# -- findings -------------------------------------------------------------------------------------------------------


def test_findings_of_one_kind_are_counted_after_two_hundred():
    findings = Findings()
    for number in range(1, 251):
        findings.add(Finding("block", "amount", row=number, column="产值"))
    kept = findings.all()
    assert len(kept) == 201
    assert "50" in kept[-1].text("zh")  # 250 − 200


def test_what_stood_in_a_cell_is_shortened_and_its_control_characters_are_made_visible(tmp_path):
    result = checked(file(tmp_path, ["a\x07" + "b" * 200, *ROW[1:]], header=HEADER))
    found = only(result, "month")
    assert found.found.startswith("a\\x07b")
    assert len(found.found) < 90


def test_braces_and_markup_in_a_cell_do_not_disturb_the_text(tmp_path):
    found = only(checked(file(tmp_path, row("1", "{0}{found}<b>"), header=HEADER)), "amount")
    assert "{0}{found}<b>" in found.text("zh")


def test_every_finding_has_words_for_what_was_expected_and_for_the_next_move():
    said = {key.removeprefix("find_").removesuffix("_advice") for key in words() if key.startswith("find_")}
    for kind in said:
        assert words()[f"find_{kind}"]["zh"] and words()[f"find_{kind}_advice"]["en"]


def test_an_unexpected_fault_becomes_a_finding_and_stands_in_the_log(tmp_path, monkeypatch, caplog):
    from scicity.ingest import comparing

    monkeypatch.setattr(comparing, "compared", lambda *_: 1 / 0)
    with caplog.at_level(logging.ERROR):
        result = checked(file(tmp_path, row("1", 5), header=HEADER))
    found = only(result, "unreadable")
    assert (result.accepted, found.found) == (False, "a.csv")
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in found.text("zh")


@pytest.mark.parametrize(("encoding", "seen"), [("utf-8", "月份 | 細分領域 | 企業代碼 | 產值"), ("big5", "る")])
def test_a_header_that_is_not_found_is_shown_as_it_was_read(tmp_path, encoding, seen):
    path = tmp_path / "a.csv"
    path.write_bytes("月份,細分領域,企業代碼,產值\n2020年8月,集成電路,R1,5\n".encode(encoding))
    found = only(check_file(path, FORM), "header_missing")
    assert found.found.startswith(seen)
    assert "Big5" in found.text("zh")


def test_an_unknown_form_is_the_callers_fault(tmp_path):
    with pytest.raises(ValueError, match="no form"):
        check_file(file(tmp_path, full()), "nothing")


def test_codes_that_differ_in_capitals_only_are_said(tmp_path):
    other = [*ROW]
    rows = [HEADER, [*ROW[:2], "9150MA5U", *ROW[3:]], [*other[:2], "9150ma5u", *other[3:]]]
    result = checked(text(tmp_path / "a.csv", rows))
    (found,) = [one for one in result.findings if one.kind == "code_case"]
    assert (result.accepted, found.row, found.column) == (True, 3, "企业代码")


def test_a_folder_is_no_file_and_leaves_no_trace_in_the_log(tmp_path, caplog):
    assert (kinds(checked(tmp_path)), caplog.records) == (["no_file"], [])
