"""The latest version of each row: what is known now."""

from scicity import records
from tests.records.small_city import arrival


def test_the_latest_version_of_a_row_is_that_of_the_last_submission(tmp_path):
    records.accept_all([arrival(1, tmp_path)])
    records.accept_all([arrival(3, tmp_path), arrival(7, tmp_path, month="2020-09")])
    records.accept_all([arrival(2, tmp_path)])
    known = records.latest("enterprise_output")
    assert known["month"].tolist() == ["2020-08"] * 4 + ["2020-09"] * 4  # in the order of the form's key
    assert known["output_month"].tolist() == [2000.0] * 4 + [7000.0] * 4
    assert known["submission"].tolist() == [4] * 4 + [3] * 4


def test_an_official_row_stands_above_a_later_one_of_the_demonstration_model(tmp_path):
    records.accept_all([arrival(1, tmp_path, provenance="official")])
    records.accept_all([arrival(2, tmp_path, provenance="demo")])
    assert records.latest("enterprise_output")["provenance"].tolist() == ["official"] * 4


def test_nothing_is_known_of_a_form_nobody_has_reported():
    assert records.latest("enterprise_output").empty
