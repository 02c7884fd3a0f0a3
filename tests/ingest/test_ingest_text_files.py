"""Text tables: encodings, delimiters, quotes, and what is refused before a row is believed."""

import pytest

from tests.ingest.report_files import HEADER, ROW, checked, kinds, only, text

NAMED = [*HEADER, "企业名称"]


def test_a_plain_file_of_five_columns_is_read(tmp_path):
    result = checked(text(tmp_path / "a.csv", [HEADER, ROW]))
    assert result.accepted
    row = result.rows.iloc[0]
    assert (row["month"], row["subfield"], row["enterprise_code"]) == ("2020-08", "NIT-IC", "00123")
    assert str(row["output_month"]) == "1234.500000"
    assert (row["sheet"], row["row"]) == ("", 2)
    assert list(result.rows.columns)[-2:] == ["sheet", "row"]
    assert (len(result.sha256), result.file, result.form) == (64, "a.csv", "enterprise_output")


@pytest.mark.parametrize(
    ("encoding", "reported"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("gbk", "gb18030"), ("utf-16", "utf-16")],
)
def test_the_encoding_is_found_and_reported(tmp_path, encoding, reported):
    result = checked(text(tmp_path / "a.csv", [NAMED, [*ROW, "重庆镓芯"]], encoding))
    assert result.accepted
    assert result.reading.encoding == reported
    assert result.rows["enterprise_name"].tolist() == ["重庆镓芯"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，"])
def test_the_delimiter_is_found_and_reported(tmp_path, delimiter):
    result = checked(text(tmp_path / "a.csv", [["某某月报"], HEADER, ROW], delimiter=delimiter))
    assert result.accepted
    assert result.reading.delimiter == delimiter
    assert result.reading.sheets[0].header_row == 2


def test_quoted_separators_and_line_breaks_in_headers_are_kept_together(tmp_path):
    rows = [[*HEADER[:3], "产\n值", "单位"], [*ROW[:3], "1,234.50", "万元"]]
    result = checked(text(tmp_path / "a.csv", rows))
    assert [str(one) for one in result.rows["output_month"]] == ["1234.500000"]
    assert result.rows["row"].tolist() == [2]  # as a spreadsheet counts, though the header fills two lines


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf \r\n", "empty_file"),
        ("月份,细分领域\0,企业代码".encode(), "nul"),
        ("月份,产值".encode("utf-32"), "encoding"),
        ("月份,细分领域,企业代码".encode("utf-16-le"), "nul"),  # without a mark nobody can know
        (b"\x81\xff\xff\x81,1\n", "encoding"),
        ("月份,细分领域,企业代码,产值,单位\n".encode() + b"\xe4,1\n", "damaged_utf8"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "markup"),
        (b"%PDF-1.7", "not_a_workbook"),
        ("甲,乙\n1,2\n".encode(), "header_missing"),
    ],
)
def test_what_is_no_text_table_is_refused_with_a_reason(tmp_path, content, kind):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    result = checked(path)
    assert not result.accepted
    assert kinds(result) == [kind]
    assert result.rows.empty


def test_an_open_quotation_mark_does_not_swallow_the_rest_of_the_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'{",".join(HEADER)}\n{",".join(ROW)}\n2020年8月,"集成电路,7,5,万元\n', encoding="utf-8")
    found = only(checked(path), "quotes")
    assert (found.severity, found.row) == ("block", 3)


def test_a_row_with_a_cell_too_many_or_too_few_is_refused(tmp_path):
    # 1,234.5 without quotation marks makes two cells of one amount
    path = tmp_path / "a.csv"
    path.write_text(
        f"{','.join(HEADER)}\n2020年8月,集成电路,7,1,234.5,万元\n2020年8月,集成电路,8,12\n", encoding="utf-8"
    )
    result = checked(path)
    assert [(one.kind, one.row) for one in result.findings if one.kind == "uneven"] == [("uneven", 2), ("uneven", 3)]
    assert not result.accepted


def test_a_cell_of_more_than_a_thousand_characters_is_refused(tmp_path):
    found = only(checked(text(tmp_path / "a.csv", [NAMED, [*ROW, "长" * 1001]])), "too_long")
    assert (found.severity, found.row) == ("block", 2)


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    result = checked(tmp_path / "none.csv")
    assert kinds(result) == ["no_file"]


def test_a_folder_instead_of_a_file_is_no_file_and_leaves_no_trace_in_the_log(tmp_path, caplog):
    found = only(checked(tmp_path), "no_file")
    assert caplog.text == ""
    assert str(tmp_path) not in found.text("zh") + found.text("en")
