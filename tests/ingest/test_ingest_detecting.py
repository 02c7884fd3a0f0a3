"""Which form a file follows, told by its headers."""

import pytest

from scicity.ingest import blank_form, candidates, detect, forms
from tests.ingest.report_files import HEADER, ROW, text, workbook


@pytest.mark.parametrize("name", forms.names())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_blank_form_is_recognised(tmp_path, name, language):
    blank_form(name, tmp_path / "a.xlsx", language)
    assert detect(tmp_path / "a.xlsx") == name


def test_a_plain_file_of_five_columns_follows_the_monthly_report(tmp_path):
    assert detect(text(tmp_path / "a.csv", [["月报"], HEADER, ROW], "gb18030", ";")) == "enterprise_output"


def test_a_report_with_a_column_missing_is_recognised_by_the_others(tmp_path):
    assert detect(workbook(tmp_path / "a.xlsx", [["月份", "细分领域", "累计产值"]])) == "enterprise_output"


def test_a_file_that_two_forms_fit_alike_names_both_and_is_left_to_whoever_sent_it(tmp_path):
    path = text(tmp_path / "a.csv", [["月份", "单位"], ["2020-08", "万元"]])
    assert (detect(path), candidates(path)) == ("", ("enterprise_output", "finance_platform"))


@pytest.mark.parametrize("content", [b"", b"a,b\r\n1,2\r\n", b"PK\x03\x04 no package", b"<html>"])
def test_a_file_of_no_form_or_that_cannot_be_read_follows_none(tmp_path, content):
    (tmp_path / "a.csv").write_bytes(content)
    assert (detect(tmp_path / "a.csv"), candidates(tmp_path / "a.csv")) == ("", ())


def test_a_file_that_is_not_there_follows_none(tmp_path):
    assert detect(tmp_path / "none.csv") == ""
