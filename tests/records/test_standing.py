"""Which later submissions count in place of an earlier one."""

from dataclasses import replace

from scicity import records
from tests.records.small_city import arrival


def accepted(*arrivals):
    return [one for one, _ in records.accept_all(arrivals)]


def numbers(one):
    later, rows = records.above(one)
    return [other.number for other in later], rows


def test_a_correction_stands_above_what_it_corrects_until_it_is_withdrawn(tmp_path):
    (first,) = accepted(arrival(1, tmp_path))
    (second,) = accepted(arrival(2, tmp_path))
    assert (numbers(first), numbers(second)) == (([second.number], 4), ([], 0))
    records.withdraw(second.number, "wrong")
    assert numbers(first) == ([], 0)
    assert records.latest("enterprise_output")["output_month"].tolist() == [1000.0] * 4


def test_only_the_rows_of_the_same_key_are_replaced(tmp_path):
    (first,) = accepted(arrival(1, tmp_path))
    accepted(arrival(2, tmp_path, month="2020-09"))
    assert numbers(first) == ([], 0)
    part = arrival(3, tmp_path)
    (third,) = accepted(replace(part, rows=part.rows.iloc[:1]))
    assert numbers(first) == ([third.number], 1)
    (fourth,) = accepted(arrival(4, tmp_path))
    assert numbers(first) == ([third.number, fourth.number], 4)  # a row that both replace counts once


def test_an_official_report_is_not_replaced_by_the_demonstration_model(tmp_path):
    (official,) = accepted(arrival(1, tmp_path, provenance="official"))
    (demo,) = accepted(arrival(2, tmp_path, provenance="demo"))
    assert (numbers(official), numbers(demo)) == (([], 0), ([official.number], 4))
