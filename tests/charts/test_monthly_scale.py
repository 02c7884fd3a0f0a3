"""Monthly scale: stacked columns of honest width, slots for what is pending, growth beneath."""

import pytest

from scicity.charts import monthly_scale
from scicity.charts.look import Look
from tests.charts.frames import SCALE, bars, lines, notes, series

COLOURS = ("#0A4587", "#0A847D", "#A8174E", "#B57F0E")


def _with(frame, item, period, status):
    """The frame with one cell told as `status`: no value, no growth."""
    frame = frame.copy()
    cell = (frame["item"] == item) & (frame["period"] == period)
    frame.loc[cell, ["value_100m_yuan", "yoy_pct", "base_100m_yuan"]] = None
    frame.loc[cell, "status"] = status
    return frame


def test_there_is_one_bar_trace_an_industry_in_the_taxonomys_order_whatever_the_frames():
    found = bars(monthly_scale(SCALE.sample(frac=1, random_state=7), Look()))
    assert [bar.name for bar in found] == ["新一代信息技术", "先进制造", "大健康", "高技术服务"]
    assert tuple(bar.marker.color for bar in found) == COLOURS


def test_the_first_two_months_are_two_months_wide_at_their_monthly_average():
    found = bars(monthly_scale(SCALE, Look()))
    # 200.0, 80.0, 30.0, 45.8 over two months: 100.0, 40.0, 15.0, 22.9, together 355.8 / 2 = 177.9
    assert [bar.y[0] for bar in found] == pytest.approx([100.0, 40.0, 15.0, 22.9])
    assert found[-1].base[0] + found[-1].y[0] == pytest.approx(177.9)
    # January and February end at 2: centre 1, width 2 less the gap of 0.26; March: from 2 to 3
    assert [found[0].x[at] for at in (0, 1)] == [1.0, 2.5]
    assert [found[0].width[at] for at in (0, 1)] == pytest.approx([1.74, 0.74])


def test_the_label_of_the_first_two_months_is_their_sum_and_says_so():
    found = notes(monthly_scale(SCALE, Look()))
    assert "355.8" in found and "两月合计" in found and "177.9" not in found


def test_parts_stand_on_each_other():
    found = bars(monthly_scale(SCALE, Look()))
    # March: 101, then 101 + 39 = 140, then 140 + 16 = 156
    assert [bar.base[1] for bar in found] == pytest.approx([0, 101, 140, 156])


def test_a_year_to_date_is_one_wide_and_not_averaged():
    frame = series(("ALL", "2020-02", 355.8, 1.0), ("NIT", "2020-02", 200.0, 1.0), span="ytd")
    bar, rest = bars(monthly_scale(frame, Look()))
    assert bar.y[0] == 200.0 and bar.width[0] == pytest.approx(0.74)
    assert rest.y[0] == pytest.approx(155.8)  # the industries the frame leaves out


def test_a_missing_part_is_no_bar_and_the_rest_of_the_total_is_hatched():
    found = bars(monthly_scale(_with(SCALE, "AM", "2020-04", "suppressed"), Look()))
    assert found[1].name == "先进制造" and found[1].y[2] is None
    rest = found[4]
    # April: 190 - (106 + 18 + 25) = 41 stand hatched upon the known 149; other months have all their parts
    assert (rest.name, rest.marker.pattern.shape) == ("构成未公布", "/")
    assert (rest.y[0], rest.y[1], rest.y[2], rest.base[2]) == (None, None, 41.0, 149.0)


def test_the_totals_pending_month_is_a_slot_that_says_so():
    frame = _with(_with(SCALE, "ALL", "2020-04", "pending"), "HS", "2020-04", "pending")
    figure = monthly_scale(frame, Look())
    slot = bars(figure)[-1]
    # the month's known parts, 106 + 41 + 18 = 165, stand under the slot
    assert (slot.name, slot.x, slot.base) == ("待发布", (3.5,), (165.0,))
    assert slot.marker.pattern.shape == "/" and slot.hoverinfo == "skip"
    assert notes(figure, "slot") == ["待<br>发<br>布"]
    assert bars(figure)[3].y[2] is None
    assert lines(figure)[0].y == (-14.3, -2.4, None)


def test_a_month_without_any_row_stays_a_hole():
    frame = SCALE[SCALE["period"] != "2020-03"]
    figure = monthly_scale(frame, Look())
    assert bars(figure)[0].x == (1.0, 2.5, 3.5) and bars(figure)[0].y[1] is None
    assert lines(figure)[0].y[1] is None and lines(figure)[0].connectgaps is False


def test_falling_points_of_the_growth_line_are_hollow():
    (line,) = lines(monthly_scale(SCALE, Look()))
    assert line.marker.color == ("#FFFFFF", "#FFFFFF", "#14202E")


def test_one_industry_is_its_own_total():
    figure = monthly_scale(SCALE[SCALE["item"] == "GH"], Look())
    assert [bar.name for bar in bars(figure)] == ["大健康"]
    assert lines(figure)[0].y == (-9.0, -1.0, 2.0)
    assert notes(figure, "total")[-1] == "18.0"


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt"])
@pytest.mark.parametrize(("month", "width"), [("2020-04", 0.74), ("2020-02", 1.74)])
def test_one_month_alone_is_drawn_with_its_value(month, width, layout):
    figure = monthly_scale(SCALE[SCALE["period"] == month], Look(layout=layout))
    assert bars(figure)[0].width == pytest.approx((width,))
    assert notes(figure, "total") == [{"2020-04": "190.0", "2020-02": "355.8"}[month]]


def test_the_three_industrial_industries_keep_their_own_total():
    frame = SCALE[(SCALE["item"] != "ALL") & (SCALE["item"] != "HS")]
    frame = series(("IND", "2020-04", 165.0, 2.9), *_rows(frame))
    figure = monthly_scale(frame, Look())
    assert len(bars(figure)) == 3 and "165.0" in notes(figure, "total")


def _rows(frame):
    return list(frame[["item", "period", "value_100m_yuan", "yoy_pct"]].itertuples(index=False, name=None))


def test_a_narrow_look_shows_the_last_eight_observations():
    rows = [("NIT", f"2020-{month:02d}", 100.0 + month, 1.0) for month in range(2, 13)]
    # eleven observations a year; the last eight are May to December
    assert len(bars(monthly_scale(series(*rows), Look()))[0].x) == 11
    narrow = bars(monthly_scale(series(*rows), Look(layout="phone")))[0]
    assert narrow.y == tuple(100.0 + month for month in range(5, 13))


def test_without_any_growth_the_lower_panel_says_so():
    frame = SCALE.assign(yoy_pct=None)
    figure = monthly_scale(frame, Look())
    assert lines(figure) == [] and "同比未公布" in notes(figure)
