"""The figures of finance: two panels instead of two axes, open bounds, and nothing drawn for what is not told."""

from itertools import product

import pandas as pd
import pytest

from scicity.charts.finance_days import finance_days, finance_fields
from scicity.charts.finance_funds import finance_funds
from scicity.charts.finance_matches import finance_matches
from scicity.charts.look import Look

LOOKS = [
    Look(language=language, mode=mode, layout=layout)
    for language, mode, layout in product(("zh", "en"), ("light", "dark"), ("screen", "phone", "ppt", "a4", "wechat"))
]
MATCHES = pd.DataFrame(
    [("2019-12", None, None), ("2020-02", 50.0, 0.89), ("2020-03", 25.0, 0.65), ("2020-04", None, None),
     ("2020-05", 31.0, 0.93)],
    columns=["period", "new_count", "new_100m_yuan"],
).assign(provenance="demo")  # fmt: skip
FUNDS = pd.DataFrame(
    [("SC", "甲基金", "Fund A", 300.0, "exact", None, None), ("TT", "乙基金", "Fund B", 20.0, "over", 8.0, 3.5)],
    columns=["item", "name_zh", "name_en", "planned_100m_yuan", "qualifier", "paid_in_100m_yuan", "invested_100m_yuan"],
).assign(provenance="demo")
DAYS = pd.DataFrame({"days": [3, 5, 9], "loans": [4, 10, 2], "timed": 16.0, "days_median": 5.0, "days_p90": 9.0,
                     "provenance": "demo"})  # fmt: skip
FIELDS = pd.DataFrame(
    [("ALL", "全部", "All", "total", 16.0, 5.0, "preliminary"),
     ("NIT-IC", "集成电路", "IC", "subfield", 9.0, 4.5, "preliminary"),
     ("GH-MD", "医疗设备", "Devices", "subfield", None, None, "suppressed")],
    columns=["item", "name_zh", "name_en", "level", "timed", "days_median", "status"],
).assign(provenance="demo")  # fmt: skip
FIGURES = [(finance_matches, MATCHES), (finance_funds, FUNDS), (finance_days, DAYS), (finance_fields, FIELDS)]


def texts(figure):
    return [one.text for one in figure.layout.annotations]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language}-{look.mode}-{look.layout}")
@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda one: getattr(one, "__name__", ""))
def test_every_figure_is_drawn_in_every_look_and_knows_that_it_is_a_demonstration(draw, frame, look):
    before = frame.copy()
    figure = draw(frame, look)
    assert figure.layout.meta["provenance"] == "demo"
    assert figure.data
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda one: getattr(one, "__name__", ""))
def test_no_rows_give_a_figure_that_says_so(draw, frame):
    figure = draw(frame[:0], Look())
    assert len(figure.data) == 0
    assert texts(figure)


def test_counts_and_amounts_stand_in_two_panels_of_their_own():
    figure = finance_matches(MATCHES, Look())
    upper, lower = figure.layout.yaxis, figure.layout.yaxis2
    assert lower.overlaying is None
    assert lower.domain[1] < upper.domain[0]
    assert upper.range[0] == lower.range[0] == 0


def test_two_months_are_drawn_at_their_average_and_labelled_with_the_whole():
    figure = finance_matches(MATCHES, Look())
    columns, line = figure.data
    # 1—2月 of 2020: 50 requests in two months; April is a gap
    assert list(columns.y) == [25.0, 25.0, None, 31.0]
    assert line.y[0] == pytest.approx(0.445)
    assert "50" in texts(figure)


def test_the_unit_switch_reaches_the_line():
    figure = finance_matches(MATCHES, Look(unit="10k_yuan"))
    assert "<b>9300</b>" in texts(figure)


def test_w02_c1_a_target_alone_is_a_track_and_the_rest_is_said_to_be_missing():
    figure = finance_funds(FUNDS[:1], Look())
    assert [bar.x[0] for bar in figure.data] == [300.0]
    assert "<b>300亿元</b>" in texts(figure)
    assert "实缴：缺报　已投：缺报" in texts(figure)


def test_w03_c1_a_bound_goes_on_open_to_the_right():
    figure = finance_funds(FUNDS[1:], Look())
    track, beyond, paid, invested = figure.data
    assert (track.x[0], beyond.base[0]) == (20.0, 20.0)
    assert beyond.marker.pattern.shape == "/"
    assert (paid.x[0], invested.x[0]) == (8.0, 3.5)
    assert "<b>→ 超20亿元</b>" in texts(figure)


def test_an_exact_target_ends_in_a_tick_and_a_bound_in_none():
    ticks = [
        len([one for one in finance_funds(frame, Look()).layout.shapes if one.line.width == 3])
        for frame in (FUNDS[:1], FUNDS[1:])
    ]
    assert ticks == [1, 0]


def test_median_and_nine_tenths_are_named_at_their_lines():
    figure = finance_days(DAYS, Look())
    assert {"<b>中位数 5</b>", "<b>90%在9以内</b>"} <= set(texts(figure))


def test_a_withheld_subfield_is_hatched_and_shows_no_number():
    figure = finance_fields(FIELDS, Look())
    shown, hidden = figure.data
    assert shown.x[0] == 4.5
    assert hidden.marker.pattern.shape == "/"
    assert "不予公布" in hidden.customdata[0]
    assert not any(digit in hidden.customdata[0] for digit in "0123456789")
