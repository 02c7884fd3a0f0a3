"""Published tiers of amount: exclusive ones are parts of a whole, nested ones never; neither passes as the other."""

import pytest

from scicity import published

FILE = "bands.csv"


def test_each_set_holds_its_printed_counts():
    counted = published.bands().groupby("set", sort=False)["count"].agg(list).to_dict()
    assert counted == {
        "signed_2020_09": [3, 19],
        "signed_2020_08": [2, 15],
        "started_2021q4": [1, 5, 27],
        "expo_2022": [54],
        "signed_2023_04": [5, 10, 10, 30],
    }


def test_the_exclusive_tiers_of_2023_add_up_to_the_projects_of_one_billion_and_more():
    rows = published.bands().set_index("set").loc["signed_2023_04"]
    assert rows["count"].sum() == 55  # 5 + 10 + 10 + 30
    assert set(rows["total"]) == {70}


def test_a_count_is_its_figures_value(spoil):
    with pytest.raises(ValueError, match="row 2, column 'count': 4 found; expected 3"):
        published.bands(spoil(FILE, 2, "count", "4"))


def test_nested_tiers_called_exclusive_are_refused(spoil):
    # 27 + 5 + 1 of "and more" tiers: read as exclusive they overlap, because each is open above
    folder = spoil(FILE, 6, "wording", "exclusive")
    for row in (7, 8):
        folder = spoil(FILE, row, "wording", "exclusive")
    with pytest.raises(ValueError, match=r"row 7, column 'upper': .*overlaps"):
        published.bands(folder)


def test_exclusive_tiers_above_their_total_are_refused(spoil):
    folder = spoil(FILE, 10, "total", "40")
    with pytest.raises(ValueError, match=r"row 13, column 'count': 55 in all; expected at most the total 40"):
        published.bands(folder)


def test_a_nested_tier_that_grows_with_the_amount_is_refused(spoil):
    folder = spoil(FILE, 7, "figure_id", "")
    folder = spoil(FILE, 7, "count", "30")  # 30 of 5 bn and more, but 27 of 1 bn and more
    with pytest.raises(ValueError, match=r"row 7, column 'count': 30 found"):
        published.bands(folder)
