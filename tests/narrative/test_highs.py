"""Highs with their window, and rounding words: told only where they are strictly true."""

import pytest

from scicity import periods
from scicity.narrative.highs import record, roughly

YEAR = periods.between("2020-02", "2020-06")
LONGER = periods.between("2019-02", "2019-05")


def test_a_high_or_low_prints_its_window():
    assert record(YEAR, [1.0, 2.0, 1.5, 3.0, 3.1]) == "为年内最高"
    assert record(YEAR, [1.0, 2.0, 1.5, 3.0, 0.9]) == "为年内最低"
    months = periods.between("2019-02", "2020-02")
    assert record(months, [1.0] * 11 + [1.1]) == "为2019年以来最高"
    assert record(periods.between("2019-06", "2020-02"), [1.0] * 7 + [0.9], "en") == "the lowest since Jun 2019"


def test_what_is_only_equal_in_print_is_no_record():
    assert record(YEAR, [1.0, 2.0, 1.5, 3.04, 3.01]) == ""  # both 3.0
    assert record(YEAR, [1.0, 2.0, 1.5, 3.0, 2.0]) == ""


def test_a_gap_a_break_or_a_short_window_has_no_record():
    assert record(YEAR, [1.0, 2.0, None, 3.0, 3.1]) == ""
    assert record(YEAR, [1.0, 2.0, 1.5, 3.0, 3.1], breaks=1) == ""
    assert record(YEAR[:2], [1.0, 2.0]) == ""
    assert record([YEAR[0], YEAR[1], YEAR[3]], [1.0, 2.0, 3.0]) == ""  # April is left out


@pytest.mark.parametrize(
    ("value", "mark", "word", "said"),
    [
        (238.0, 240, "near", "近240"),  # 0.8 % below
        (240.0, 240, "near", "240"),  # reached: not near any more
        (235.0, 240, "near", "235"),  # 2.1 % below
        (235.2, 240, "near", "近240"),  # 2.0 % below
        (242.0, 240, "around", "约240"),
        (245.0, 240, "around", "245"),  # 2.1 % above
        (251.0, 240, "over", "超240"),  # 4.6 % above
        (252.0, 240, "over", "超240"),  # 5.0 % above
        (253.0, 240, "over", "253"),
        (240.0, 240, "over", "240"),
        (31.0, 30, "odd", "30余"),
    ],
)
def test_a_rounding_word_stands_only_within_its_bounds_else_the_number(value, mark, word, said):
    assert roughly(value, mark, word) == said


def test_the_number_instead_keeps_its_decimals():
    assert roughly(230.26, 240, "near", decimals=1) == "230.3"
    assert roughly(242.0, 240, "around", "en") == "about 240"
