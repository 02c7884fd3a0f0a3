"""Contribution: a waterfall that ends at the total's growth, with nothing swept under it."""

import pytest

from scicity.charts import contribution
from scicity.charts.look import Look
from tests.charts.frames import MIX, PARTS, TOTAL, bars, notes, snapshot


def test_parts_stand_by_size_each_where_the_one_before_ended():
    found = bars(contribution(MIX, Look()))
    assert [bar.name for bar in found] == ["新一代信息技术", "大健康", "高技术服务", "先进制造", "四大主导产业"]
    # 3.0, then +0.6 from 3.0, +0.4 from 3.6, -1.0 from 4.0; the total from zero to 3.0
    assert [bar.base[0] for bar in found] == pytest.approx([0, 3.0, 3.6, 4.0, 0])
    assert [bar.x[0] for bar in found] == pytest.approx([3.0, 0.6, 0.4, -1.0, 3.0])
    assert [bar.y[0] for bar in found] == [5, 4, 3, 2, 1]


def test_bars_say_points_and_the_total_its_growth_rate():
    assert notes(contribution(MIX, Look()), "move") == ["+3.0", "+0.6", "+0.4", "−1.0", "+3.0%"]


def test_a_fall_is_outlined_and_hatched_in_its_industrys_colour():
    rise, fall = (bars(contribution(MIX, Look()))[at].marker for at in (0, 3))
    assert (rise.color, rise.pattern.shape) == ("#0A4587", None)
    assert (fall.color, fall.line.color, fall.line.width) == ("#FFFFFF", "#0A847D", 2)
    assert (fall.pattern.shape, fall.pattern.fgcolor) == ("/", "#0A847D")


# the parts make 3.0 together
@pytest.mark.parametrize(("growth", "rest"), [(3.09, []), (2.91, []), (3.1, ["+0.1"]), (2.8, ["−0.2"])])
def test_what_the_parts_leave_open_is_a_row_from_a_tenth_of_a_point_on(growth, rest):
    found = contribution(snapshot(*PARTS, TOTAL | {"yoy_pct": growth}), Look())
    assert notes(found, "move")[4:-1] == rest
    assert ("口径及四舍五入差" in [bar.name for bar in bars(found)]) == bool(rest)


def test_a_part_not_told_has_no_bar_and_the_open_rest_is_named_for_it():
    part = {"item": "AM", "status": "suppressed"}
    figure = contribution(snapshot(PARTS[0], part, *PARTS[2:], TOTAL), Look())
    found = {bar.name: bar for bar in bars(figure)}
    assert found["先进制造"].x == (None,)
    assert "不予公布" in notes(figure, "move")
    # 3.0 + 0.6 + 0.4 = 4.0 are told of 3.0
    assert found["未单列部分"].x[0] == pytest.approx(-1.0)
    assert "口径及四舍五入差" not in found


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt"])
def test_a_missing_share_of_growth_is_two_dashes(layout):
    flat = [row | {"growth_share_pct": None} for row in (*PARTS, TOTAL)]
    words = " ".join(notes(contribution(snapshot(*flat), Look(layout=layout))))
    assert words.count("--") == 5 and "--%" not in words and "nan" not in words
    assert "100.0" not in words


def test_the_figures_stand_beside_the_bars():
    words = notes(contribution(MIX, Look()))
    for figure in ("+30.0", "−10.0", "+6.0", "−4.0", "100.0", "−33.3", "13.3"):
        assert figure in words


def test_a_hover_box_says_points_rates_and_shares_each_with_its_unit():
    told = [bar.customdata[0] for bar in bars(contribution(MIX, Look()))]
    assert told[3] == "先进制造　拉动 −1.0个百分点<br>增量 −10.0　同比 −4.0%　贡献率 −33.3%"
    assert told[4] == "四大主导产业　拉动 +3.0个百分点<br>增量 +30.0　同比 +3.0%　贡献率 100.0%"


def test_the_hover_box_of_a_part_not_told_has_its_reason_without_a_unit():
    untold = bars(contribution(snapshot({"item": "AM", "status": "suppressed"}, TOTAL), Look()))[0]
    assert untold.customdata[0] == "先进制造　拉动 不予公布<br>增量 --　同比 --　贡献率 --"


def test_ties_stand_in_the_taxonomys_order():
    twins = [{"item": item, "contribution_pp": 1.5, "yoy_pct": 3.0} for item in ("HS", "NIT")]
    found = bars(contribution(snapshot(*twins, TOTAL), Look()))
    assert [bar.name for bar in found] == ["新一代信息技术", "高技术服务", "四大主导产业"]


def test_one_industry_without_a_total_is_one_bar():
    (bar,) = bars(contribution(snapshot(PARTS[1]), Look()))
    assert (bar.base[0], bar.x[0]) == (0, -1.0)
