"""What changed since the last release."""

import pandas as pd

from scicity.narrative.changes import since_last

COLUMNS = ["classification", "item", "indicator", "period", "span", "old_value", "new_value", "kind"]


def changed(*rows):
    return pd.DataFrame(list(rows), columns=COLUMNS)


def revised(item, old, new, indicator="output", period="2020-07", span="month"):
    return "leading", item, indicator, period, span, old, new, "revised"


def test_new_periods_are_named_with_the_number_of_their_values():
    rows = changed(
        ("leading", "NIT", "output", "2020-08", "month", None, 150.9, "new"),
        ("leading", "AM", "output", "2020-08", "month", None, 54.9, "new"),
        ("leading", "HS", "output", "2020-07", "month", None, 17.1, "new"),
        ("leading", "HS", "output", "2020-08", "month", None, None, "new"),  # pending: not a value yet
    )
    assert since_last(rows) == ("新增2020年8月、2020年7月数据，共3个数值。",)
    assert since_last(rows, "en") == ("New: data for Aug 2020 and Jul 2020, 3 values.",)


def test_the_largest_revisions_are_told_first_and_the_rest_is_counted():
    rows = changed(
        revised("NIT", 142.5, 142.9),  # 0.4
        revised("AM", 53.4, 54.6),  # 1.2
        revised("GH", 14.4, 14.2),  # 0.2
        revised("HS", 17.1, 17.14),  # printed alike
        revised("AM", 52.0, 55.0, indicator="enterprises"),
    )
    assert since_last(rows, most=2) == (
        "2020年7月先进制造产值由53.4亿元修订为54.6亿元。",
        "2020年7月新一代信息技术产值由142.5亿元修订为142.9亿元。",
        "另有3个数值修订。",
    )


def test_of_equal_revisions_the_place_where_it_happened_comes_first():
    # one report of July: 46.3 to 48.2 in the industry, the same 1.9 in the total and in the year to date
    rows = changed(
        revised("ALL", 1603.8, 1605.7, span="ytd"),
        revised("ALL", 257.9, 259.8),
        revised("AM", 299.3, 301.2, span="ytd"),
        revised("AM", 46.3, 48.2),
    )
    assert since_last(rows, most=1) == ("2020年7月先进制造产值由46.3亿元修订为48.2亿元。", "另有3个数值修订。")


def test_counts_are_whole_and_the_year_to_date_is_named():
    rows = changed(revised("AM", 52.0, 55.0, indicator="enterprises"), revised("ALL", 1382.0, 1382.2, span="ytd"))
    assert since_last(rows) == (
        "2020年1—7月主导产业规模由1382.0亿元修订为1382.2亿元。",
        "2020年7月先进制造企业数由52家修订为55家。",
    )
    assert since_last(rows, "en")[1] == "Advanced manufacturing, enterprises, Jul 2020: revised from 52 to 55."


def test_revisions_too_small_to_print_are_only_counted():
    assert since_last(changed(revised("HS", 17.1, 17.14))) == ("1个数值修订，按公布的小数位没有变化。",)


def test_withdrawn_values_are_named():
    rows = changed(("leading", "AM-ADD", "output", "2020-07", "month", 4.1, None, "withdrawn"))
    assert since_last(rows) == ("不再公布：2020年7月增材制造产值。",)


def test_no_change_is_said():
    assert since_last(changed()) == ("与上次发布相比，数值没有变化。",)
