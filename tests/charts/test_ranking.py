"""Ranking: by the printed rate, ties shared, what is not told at the end."""

from scicity.charts import ranking
from scicity.charts.look import Look
from tests.charts.frames import RANKS, bars, notes, snapshot


def test_the_highest_rate_stands_on_top_and_what_is_not_told_at_the_end():
    found = bars(ranking(RANKS, Look()))
    # 4.96 and 5.04 both print 5.0: NIT-IC comes before AM-ROB in the taxonomy
    assert [bar.name for bar in found] == ["集成电路", "智能机器人", "体外诊断", "数字文创", "人工智能"]
    assert [bar.y[0] for bar in found] == [5, 4, 3, 2, 1]


def test_equal_printed_rates_share_a_place_and_the_next_one_is_skipped():
    told = [bar.customdata[0] for bar in bars(ranking(RANKS, Look()))]
    assert told[0].endswith("并列第1位") and told[1].endswith("并列第1位")
    assert told[2].endswith("　第3位") and told[3].endswith("　第4位")


def test_an_item_not_told_has_no_bar_no_place_and_its_reason():
    figure = ranking(RANKS, Look())
    last = bars(figure)[-1]
    assert last.x == (None,) and "位" not in last.customdata[0]
    assert notes(figure, "rate") == ["+5.0", "+5.0", "+2.8", "−2.6", "不予公布"]


def test_a_fall_goes_left_outlined_and_hatched():
    fall = bars(ranking(RANKS, Look(mode="dark")))[3]
    assert fall.x == (-2.6,) and fall.base == (0,)
    assert (fall.marker.color, fall.marker.line.color, fall.marker.pattern.shape) == ("#0E1A2B", "#EBC04A", "/")


def test_the_total_is_a_dashed_line_and_no_bar():
    figure = ranking(RANKS, Look())
    assert "四大主导产业" not in [bar.name for bar in bars(figure)]
    dashed = [shape for shape in figure.layout.shapes if shape.line.dash == "dash"]
    assert [(shape.x0, shape.x1) for shape in dashed] == [(3.0, 3.0)]
    assert notes(figure, "total") == ["合计 +3.0"]


def test_no_change_is_said_in_a_word():
    figure = ranking(snapshot({"item": "AM-LM", "yoy_pct": 0.04}, {"item": "AM-ADD", "yoy_pct": -0.04}), Look())
    assert notes(figure, "rate") == ["持平", "持平"]
    assert [bar.name for bar in bars(figure)] == ["轻量化材料", "增材制造"]


def test_growth_over_a_hundred_per_cent_stays_on_the_axis_with_its_label():
    figure = ranking(snapshot({"item": "GH-AV", "yoy_pct": 212.4}, {"item": "GH-BT", "yoy_pct": -3.0}), Look())
    assert notes(figure, "rate")[0] == "+212.4"
    low, high = figure.layout.xaxis.range
    assert low < -3.0 and high > 212.4


def test_one_item_is_one_bar_even_if_it_is_not_told():
    for row in ({"yoy_pct": 1.0}, {"status": "pending"}):
        assert len(bars(ranking(snapshot({"item": "GH-AV"} | row), Look(layout="phone")))) == 1
