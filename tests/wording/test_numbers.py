"""Numbers as official texts print them."""

import pandas as pd
import pytest

from scicity.wording.numbers import difference_pp, number, rounded, signed


@pytest.mark.parametrize(
    ("value", "text"), [(2.25, "2.3"), (0.05, "0.1"), (1422.85, "1422.9"), (-2.25, "−2.3"), (1372.949999, "1372.9")]
)
def test_rounding_is_half_up_and_not_of_the_binary_form(value, text):
    assert number(value) == text  # Python's own round(2.25, 1) gives 2.2


def test_grouping_begins_with_five_integer_digits_in_chinese_and_always_in_english():
    assert number(1422.8) == "1422.8"
    assert number(39038.1) == "39,038.1"
    assert number(1422.8, language="en") == "1,422.8"


@pytest.mark.parametrize(
    ("value", "text"), [(1.94, "+1.9"), (-6.66, "−6.7"), (0.04, "0.0"), (-0.04, "0.0"), (0, "0.0")]
)
def test_a_change_that_rounds_to_nothing_has_no_sign(value, text):
    assert signed(value) == text


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA])
def test_a_missing_number_is_two_hyphens_and_never_zero(missing):
    assert number(missing) == "--"
    assert signed(missing) == "--"
    assert difference_pp(missing, 1.0) is None


def test_percentage_points_are_the_difference_of_the_published_rates():
    # 5.6 and 4.8 as printed; the exact rates 5.64 and 4.76 differ by 0.88
    assert difference_pp(5.64, 4.76) == rounded(0.8)
