"""Share: two bars of a hundred, differences of what is printed."""

import pytest

from scicity.charts import share
from scicity.charts.look import Look
from tests.charts.frames import MIX, PARTS, TOTAL, bars, lines, notes, snapshot


def test_both_bars_add_up_in_the_taxonomys_order():
    found = bars(share(MIX.iloc[::-1], Look()))
    assert [bar.name for bar in found] == ["新一代信息技术", "先进制造", "大健康", "高技术服务"]
    # a year before: 50 + 25 + 15 + 10; now 51.456 + 23.301 + 15.146 + 10.097
    assert [bar.base[0] for bar in found] == pytest.approx([0, 50, 75, 90])
    assert [bar.base[1] for bar in found] == pytest.approx([0, 51.456, 74.757, 89.903])
    assert found[-1].base[1] + found[-1].x[1] == pytest.approx(100)


def test_the_change_is_the_difference_of_the_printed_shares():
    # 51.5 - 50.0, 23.3 - 25.0, 15.1 - 15.0, 10.1 - 10.0
    changes = [text.removesuffix("个百分点") for text in notes(share(MIX, Look(layout="ppt")), "change")]
    assert changes == ["+1.5", "−1.7", "+0.1", "+0.1"]


def test_a_change_is_of_the_printed_shares_even_where_the_exact_ones_hardly_moved():
    # 60.04 prints 60.0 and 60.06 prints 60.1: +0.1, though 0.02 lie between; 39.96 prints 40.0, 39.94 prints 39.9
    frame = snapshot(
        {"item": "NIT", "share_last_year_pct": 60.04, "share_pct": 60.06},
        {"item": "AM", "share_last_year_pct": 39.96, "share_pct": 39.94},
    )
    assert notes(share(frame, Look(layout="ppt")), "change") == ["+0.1个百分点", "−0.1个百分点"]


@pytest.mark.parametrize("layout", ["screen", "phone"])
def test_no_change_is_a_word_without_a_unit(layout):
    # 15.01 and 15.04 both print 15.0
    frame = snapshot({"item": "GH", "share_last_year_pct": 15.01, "share_pct": 15.04})
    (change,) = notes(share(frame, Look(layout=layout)), "change")
    assert change.endswith("持平") and "+0.0" not in change


def test_a_share_not_told_is_no_bar_and_the_open_rest_is_hatched():
    frame = snapshot(PARTS[0], {"item": "AM", "status": "suppressed", "share_last_year_pct": 25.0}, *PARTS[2:], TOTAL)
    figure = share(frame, Look())
    found = bars(figure)
    assert found[1].x == (25.0, None)
    # 51.456 + 15.146 + 10.097 = 76.699 are told now; a year before nothing is open
    assert (found[4].name, found[4].x[0], found[4].marker.pattern.shape) == ("构成未公布", None, "/")
    assert (found[4].base[1], found[4].x[1]) == pytest.approx((76.699, 23.301))
    assert [ribbon.name for ribbon in lines(figure)] == ["新一代信息技术", "大健康", "高技术服务"]
    assert "不予公布" in found[1].customdata[0]


def test_a_narrow_look_lists_both_shares_and_the_change_without_ribbons():
    figure = share(MIX, Look(layout="phone"))
    assert lines(figure) == []
    assert notes(figure, "change")[1] == "25.0% → 23.3%　−1.7个百分点"


def test_one_industry_fills_the_bars():
    (bar,) = bars(share(snapshot({"item": "HS", "share_pct": 100.0, "share_last_year_pct": 100.0}), Look()))
    assert bar.x == (100.0, 100.0)


def test_both_periods_are_named():
    words = notes(share(MIX, Look()))
    assert "2019年1—8月" in words and "2020年1—8月" in words and "1030.0亿元" in words
