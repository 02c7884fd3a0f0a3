"""Which further items are hidden, and that an item is hidden in all periods or in none."""

import pandas as pd

from scicity import periods
from scicity.disclosure import Settings, protected, suppressed_items
from tests.disclosure.cases import EVEN, demonstration, frame_of

RULE = Settings(minimum_contributors=3, p_pct=15)
AM = {"AM-LM": [30.0] * 5, "AM-ADD": [4.0, 4.0], "AM-ROB": [10.0] * 4}


def with_total(cells, whole):
    return cells | {whole: [amount for amounts in cells.values() for amount in amounts]}


def names(frame, rule=RULE, **more):
    return {item for _, item in suppressed_items(frame, rule, **more)}


def test_the_cheapest_safe_sibling_is_hidden_with_an_unsafe_one_and_the_total_stays():
    # AM-ADD has two firms; AM-ROB (40) is cheaper than AM-LM (150). Together 48 of six: 48 - 10 - 10 = 28 > 1.5
    frame = frame_of(with_total(AM, "AM"))
    assert names(frame) == {"AM-ADD", "AM-ROB"}
    shown = protected(frame, RULE).set_index("item")["value"]
    assert shown["AM"] == 198.0 and shown["AM-LM"] == 150.0


def test_a_sibling_too_small_to_protect_is_passed_over():
    # AM-ADD 80 + 80: with AM-ROB (40) 40 are left over of x1 = 80, enough. With 4 x 2 = 8 it would be 8 < 12
    large = AM | {"AM-ADD": [80.0, 80.0]}
    assert names(frame_of(with_total(large, "AM"))) == {"AM-ADD", "AM-ROB"}
    small = large | {"AM-ROB": [2.0] * 4}
    assert names(frame_of(with_total(small, "AM"))) == {"AM-ADD", "AM-LM"}


def test_two_single_firms_in_one_sum_would_tell_each_other_so_a_third_is_hidden():
    cells = AM | {"AM-ADD": [5.0], "AM-ROB": [6.0]}
    assert names(frame_of(with_total(cells, "AM"))) == {"AM-ADD", "AM-ROB", "AM-LM"}
    cells = demonstration(GH_AV=[5.0], GH_BT=[6.0], GH_IVD=[9.0] * 4)
    assert names(frame_of(cells)) == {"GH-AV", "GH-BT", "GH-IVD"}


def test_one_unsafe_month_hides_the_year_to_date_the_base_and_every_other_year():
    thin = with_total(AM, "AM")
    safe = with_total(AM | {"AM-ADD": [4.0] * 4}, "AM")
    frame = pd.concat([
        frame_of(safe, month="2019-03"), frame_of(safe, month="2019-03", span="ytd"),
        frame_of(thin, month="2020-03"), frame_of(safe, month="2020-03", span="ytd"),
        frame_of(safe, month="2020-04"), frame_of(safe, month="2020-04", span="ytd"),
    ])  # fmt: skip
    # AM-ADD of 2020-03 alone has two firms; over the latest observations AM-ROB is the cheapest sibling
    out = protected(frame, RULE)
    blank = out[out["value"].isna() & out["comparable_base"].isna()]
    assert set(blank["item"]) == {"AM-ADD", "AM-ROB"} and len(blank) == 2 * 6
    assert (blank["status"] == "suppressed").all() and out.drop(blank.index)["value"].notna().all()


def test_industry_and_grand_totals_are_all_shown_when_only_sub_fields_are_thin():
    thin = demonstration(NIT_5G=[20.0, 5.0], AM_ADD=[20.0, 4.0], GH_BT=[30.0], HS_DC=[90.0, 1.0, 1.0])
    frame = pd.concat([
        frame_of(thin),
        frame_of({"ALL": thin["IND"] + [8.0] * 20, "OTH": [8.0] * 20}, classification="above_scale"),
        frame_of({"ALL": EVEN}, classification="high_tech"),
    ])  # fmt: skip
    hidden = suppressed_items(frame, RULE)
    # one sibling for each thin sub-field: eight of fifteen sub-fields, and no total
    assert {"NIT-5G", "AM-ADD", "GH-BT", "HS-DC"} < {item for _, item in hidden}
    assert len(hidden) == 8 and all("-" in item for _, item in hidden)


def test_an_industry_that_is_unsafe_itself_hides_another_industry_with_one_of_its_sub_fields():
    # AM is one giant of 60 with two dwarfs: 62 - 60 - 1 = 1 < 9, and so are all its sub-fields. HS (480) is dearer to
    # hide than GH, whose cheapest sub-field GH-BT has 5 x 15: 62 + 75 - 60 - 15 = 62 is enough. Were all sub-fields
    # of GH shown, GH would follow from them and AM from IND.
    cells = demonstration(AM_LM=[60.0], AM_ADD=[1.0], AM_ROB=[1.0], GH_BT=[15.0] * 5)
    assert names(frame_of(cells)) == {"AM", "AM-LM", "AM-ADD", "AM-ROB", "GH", "GH-BT"}


def test_a_group_in_two_sub_fields_counts_once_in_their_sum():
    # AM-ADD and AM-ROB hold the same two firms: four memberships, two contributors; AM counts 7, its parts 9
    cells = {"AM-LM": [30.0] * 5, "AM-ADD": [4.0, 4.0], "AM-ROB": [6.0, 6.0], "AM": [30.0] * 5 + [10.0, 10.0]}
    assert names(frame_of(cells)) == {"AM-ADD", "AM-ROB", "AM-LM"}


def test_above_scale_is_hidden_when_the_rest_outside_the_leading_industries_is_unsafe():
    leading = frame_of({"IND": EVEN})
    for rest, expected in (([9.0] * 5, set()), ([9.0, 9.0], {("above_scale", "ALL")})):
        above = frame_of({"ALL": EVEN + rest, "OTH": rest}, classification="above_scale")
        assert suppressed_items(pd.concat([leading, above]), RULE) == expected
        assert "OTH" not in set(protected(pd.concat([leading, above]), RULE)["item"])
        # Without that row bounds judge: the largest (20) is in IND too, so the rest's two largest are at most 20 + 20,
        # and 45 - 40 = 5 is at least 15 % of 20; the count is at least 11 - 6 = 5, or 8 - 6 = 2.
        bounded = above[above["item"] == "ALL"]
        assert suppressed_items(pd.concat([leading, bounded]), RULE) == expected


def test_groups_that_sit_in_both_hidden_sub_fields_are_not_counted_twice():
    # five are asked for: AM-ADD and AM-ROB hold the same three, so six memberships are three contributors
    groups = {"AM-ADD": [4.0] * 3, "AM-ROB": [6.0] * 3, "AM-LM": [30.0] * 5, "AM": [30.0] * 5 + [10.0] * 3}
    assert names(frame_of(groups), rule=Settings(5, 15)) == set(groups) - {"AM"}
    apart = groups | {"AM": [30.0] * 5 + [4.0] * 3 + [6.0] * 3}
    assert names(frame_of(apart), rule=Settings(5, 15)) == {"AM-ADD", "AM-ROB"}


def test_what_a_group_has_in_both_hidden_sub_fields_is_added_up_before_it_is_compared():
    # One group has 10 in each: 30 - 20 - 3 = 7 are left over, which is half of 10 but not half of 20
    cells = {"AM-ADD": [10.0, 3.0], "AM-ROB": [10.0, 3.0, 2.0, 2.0], "AM-LM": [30.0] * 5}
    group = cells | {"AM": [30.0] * 5 + [20.0, 3.0, 3.0, 2.0, 2.0]}
    assert names(frame_of(group), rule=Settings(3, 50)) == set(cells)


def test_nobody_is_taken_for_larger_than_the_largest_of_the_whole():
    # A small group sits in AM-ADD and AM-LM. By memberships alone one contributor could have 10 + 10 and two 23 of
    # these 27, but nobody in AM has more than 10: at least 27 - 20 = 7 are left over, half of 10 is 5.
    cells = {"AM-ADD": [10.0, 3.0], "AM-ROB": [10.0, 3.0, 1.0], "AM-LM": [8.0] * 6 + [3.0]}
    group = cells | {"AM": [10.0, 10.0, *[8.0] * 6, 6.0, 3.0, 1.0]}
    assert names(frame_of(group), rule=Settings(3, 50)) == {"AM-ADD", "AM-ROB"}


def test_a_month_without_a_total_tells_nothing_about_the_parts():
    # AM-ADD with AM-ROB would be three firms of 4, 4 and 0.1 in September, and 0.1 is less than 15 % of 4
    thin = AM | {"AM-ROB": [0.1]}
    september = frame_of(with_total(thin, "AM"), month="2020-09")
    august = frame_of(with_total(AM, "AM"))
    assert names(pd.concat([august, september])) == {"AM-ADD", "AM-ROB", "AM-LM"}
    september.loc[september["item"] == "AM", ["value", "comparable_base"]] = None
    assert names(pd.concat([august, september])) == {"AM-ADD", "AM-ROB"}


def test_an_item_nobody_contributes_to_is_no_protection():
    # 15 % of 1000 is 150. GH-BT alone leaves 1150 - 1000 - 30 = 120, GH-IVD alone 40 - 10; both 1190 - 1030 = 160
    cells = {"GH-AV": [1000.0], "GH-BT": [30.0] * 5, "GH-IVD": [10.0] * 4, "GH-MD": []}
    assert names(frame_of(with_total(cells, "GH"))) == {"GH-AV", "GH-BT", "GH-IVD"}


def test_the_cheapest_is_the_one_with_the_least_output_in_the_latest_year():
    years = [frame_of(with_total(AM | {"AM-ROB": [250.0] * 4}, "AM"), month=month) for month in in_year(2019)]
    years += [frame_of(with_total(AM, "AM"), month=month) for month in in_year(2020)]
    # AM-ROB made 1000 a month in 2019 and 40 in 2020, AM-LM 150 in both
    assert names(pd.concat(years)) == {"AM-ADD", "AM-ROB"}


def in_year(year):
    return periods.between(f"{year}-02", f"{year}-12")


def test_one_item_is_hidden_rather_than_a_cheaper_total_with_its_part():
    sums = {
        ("leading", "Y"): (("leading", "Y1"), ("leading", "Y2")),
        ("leading", "T"): (("leading", "U"), ("leading", "X"), ("leading", "Y")),
    }
    cells = {"U": [1.0, 1.0], "X": [100.0] * 4, "Y1": [5.0] * 4, "Y2": [15.0] * 4, "Y": [5.0] * 4 + [15.0] * 4}
    cells["T"] = cells["U"] + cells["X"] + cells["Y"]
    assert names(frame_of(cells), sums=sums) == {"U", "X"}


def test_the_largest_of_both_totals_lies_in_the_industrial_one_and_not_in_the_rest():
    leading = frame_of({"IND": [100.0, 20.0, 20.0, 5.0]})
    # 45 - 20 - 20 = 5 is at least 15 % of 20, which would not do were the giant of 100 in the rest
    above = frame_of({"ALL": [100.0, 20.0, 20.0, 5.0] + [9.0] * 5}, classification="above_scale")
    assert suppressed_items(pd.concat([leading, above]), RULE) == set()
    # the rest may hold two that are as large as the second of all: 42 - 40 = 2 is less than 3
    above = frame_of({"ALL": [100.0, 20.0, 20.0, 5.0] + [20.0, 20.0, 1.0, 1.0]}, classification="above_scale")
    assert suppressed_items(pd.concat([leading, above]), RULE) == {("above_scale", "ALL")}


def test_a_hair_of_floating_arithmetic_is_no_rest():
    above = frame_of({"ALL": EVEN}, classification="above_scale")
    above["value"] += 1e-12
    assert suppressed_items(pd.concat([frame_of({"IND": EVEN}), above]), RULE) == set()


def test_a_total_that_stays_hidden_takes_its_cheapest_part_along():
    safe = with_total(AM | {"AM-ADD": [4.0] * 4}, "AM")
    assert names(frame_of(safe), hidden_before={("leading", "AM")}) == {"AM", "AM-ADD"}


def test_above_scale_without_any_rest_is_as_safe_as_the_leading_industries():
    frame = pd.concat([frame_of({"IND": EVEN}), frame_of({"ALL": EVEN}, classification="above_scale")])
    assert suppressed_items(frame, RULE) == set()


def test_above_scale_is_hidden_with_the_industrial_total_that_it_would_help_to_tell():
    frame = pd.concat([
        frame_of({"IND": [9.0, 9.0]}),
        frame_of({"ALL": [9.0] * 8, "OTH": [9.0] * 6}, classification="above_scale"),
    ])  # fmt: skip
    assert suppressed_items(frame, RULE) == {("leading", "IND"), ("above_scale", "ALL")}


def test_what_an_earlier_release_hid_stays_hidden_with_a_partner():
    frame = frame_of(with_total(AM | {"AM-ADD": [4.0] * 4}, "AM"))
    assert names(frame) == set()
    # AM-LM was the partner then; AM-ADD (16) is the cheapest now. A hidden item that no longer exists is no matter
    assert names(frame, hidden_before={("leading", "AM-LM"), ("leading", "AM-OLD")}) == {"AM-LM", "AM-ADD"}
