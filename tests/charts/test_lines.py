"""Trend, growth and the same months of several years: lines with honest gaps and labels that keep apart."""

import pytest

from scicity.charts import growth, monthly_scale, same_month, trend
from scicity.charts.canvas import body_height
from scicity.charts.look import Look
from tests.charts.frames import ITEMS, SCALE, YEARS, bars, lines, notes, series


def test_one_item_stands_in_columns_from_zero():
    figure = trend(SCALE[SCALE["item"] == "ALL"], Look())
    (bar,) = bars(figure)
    # 355.8 over two months
    assert bar.y == pytest.approx((177.9, 180.0, 190.0)) and bar.width == pytest.approx((1.74, 0.74, 0.74))
    assert figure.layout.yaxis.range[0] == 0
    assert "355.8" in notes(figure, "total") and "两月合计" in notes(figure)


def test_several_items_are_lines_of_which_none_starts_above_zero():
    figure = trend(ITEMS, Look())
    assert [line.name for line in lines(figure)] == ["四大主导产业", "新一代信息技术", "集成电路", "先进制造"]
    assert figure.layout.yaxis.range[0] == 0 and bars(figure) == []


def test_a_second_item_of_an_industry_is_a_paler_shade():
    # #0A4587 with a quarter of white: 10 * 0.75 + 63.75 = 71, 69 * 0.75 + 63.75 = 115.5, 135 * 0.75 + 63.75 = 165
    colours = [line.line.color for line in lines(trend(ITEMS, Look()))]
    assert colours == ["#1E2C3D", "#0A4587", "#4774A5", "#0A847D"]


@pytest.mark.parametrize("draw", [trend, growth])
def test_beyond_four_items_lines_are_grey_and_counted(draw):
    codes = ("NIT", "AM", "GH", "HS", "NIT-IC", "AM-LM")
    frame = series(*((code, month, 10.0, 1.0) for code in codes for month in ("2020-03", "2020-04")))
    figure = draw(frame, Look())
    assert [line.line.color for line in lines(figure)].count("#B4BCC8") == 2
    assert "灰线为其余2项" in notes(figure) and len(notes(figure, "end")) == 4


def test_a_missing_level_is_a_slot_in_columns_and_a_gap_in_lines():
    rows = [("NIT", "2020-03", 100.0, 1.0), ("NIT", "2020-04", "suppressed"), ("NIT", "2020-05", 102.0, 1.0)]
    figure = trend(series(*rows), Look())
    column, slot = bars(figure)
    assert column.y == (100.0, None, 102.0)
    assert (slot.name, slot.x) == ("不予公布", (3.5,))
    assert notes(figure, "slot") == ["不<br>予<br>公<br>布"]
    line = lines(trend(series(*rows, ("AM", "2020-03", 40.0, 1.0)), Look()))[0]
    assert line.y == (100.0, None, 102.0) and line.connectgaps is False


def test_a_missing_rate_is_a_gap_and_a_fall_is_hollow():
    rows = (("AM", "2020-03", 40.0, -7.0), ("AM", "2020-04", "pending"), ("AM", "2020-05", 40.0, 0.5))
    (line,) = lines(growth(series(*rows), Look()))
    assert line.y == (-7.0, None, 0.5) and line.connectgaps is False
    assert (line.marker.color[0], line.marker.color[2]) == ("#FFFFFF", "#0A847D")


@pytest.mark.parametrize("draw", [trend, growth])
def test_a_line_whose_newest_month_is_pending_says_so_at_its_end(draw):
    rows = (("AM", "2020-03", 40.0, 1.0), ("AM", "2020-04", "pending"), ("GH", "2020-04", 20.0, 2.0))
    found = notes(draw(series(*rows), Look()), "end")
    assert "先进制造 待发布" in found


def test_growth_over_a_hundred_per_cent_stays_on_the_axis():
    figure = growth(series(("GH", "2020-03", 40.0, 128.4), ("GH", "2020-04", 40.0, 12.0)), Look())
    assert figure.layout.yaxis.range[1] > 128.4 and figure.layout.yaxis.range[0] <= 0
    assert lines(figure)[0].customdata[0] == "大健康　同比 +128.4%"
    assert notes(figure, "end") == ["大健康 +12.0%"]


@pytest.mark.parametrize("layout", ["screen", "phone"])
@pytest.mark.parametrize("draw", [trend, growth, same_month])
@pytest.mark.parametrize("month", ["2020-02", "2020-08"])
def test_one_observation_is_drawn(draw, month, layout):
    (trace,) = draw(series(("NIT", month, 100.0, 1.0)), Look(layout=layout)).data
    expected = {"2020-02": 50.0, "2020-08": 100.0}[month] if draw is not growth else 1.0
    assert [value for value in trace.y if value is not None] == [expected]


def test_each_year_is_a_line_over_the_same_eleven_places():
    before, now = lines(same_month(YEARS, Look()))
    assert (before.name, now.name) == ("2019年", "2020年")
    # 340.0 and 355.8 of two months
    assert (before.y[0], now.y[0]) == pytest.approx((170.0, 177.9))
    assert before.x == now.x and len(now.x) == 11
    # April to December of 2020 have not been
    assert now.y[2:] == (None,) * 9 and now.connectgaps is False


def test_this_year_is_in_colour_and_last_year_grey_and_dashed():
    before, now = lines(same_month(YEARS, Look()))
    assert (before.line.color, before.line.dash) == ("#7A8796", "dash")
    assert (now.line.color, now.line.dash) == ("#1E2C3D", "solid")


def test_of_several_items_the_first_one_is_compared_with_itself():
    assert len(lines(same_month(ITEMS, Look()))) == 1


def _pixels_apart(figure, axis="yaxis"):
    """Gaps between neighbouring end labels in pixels, and their font size."""
    labels = [note for note in figure.layout.annotations if note.name == "end" and note.xref == "paper"]
    low, high = figure.layout[axis].range
    bottom, top = figure.layout[axis].domain or (0, 1)
    scale = body_height(figure) * (top - bottom) / (high - low)
    at = sorted(note.y * scale for note in labels)
    return [after - before for before, after in zip(at, at[1:], strict=False)], labels[0].font.size


ENDS = (("ALL", 100.0, 3.0), ("NIT", 100.2, 3.1), ("AM", 100.2, 3.1), ("GH", 0.2, 3.2), ("HS", 0.0, 3.2))
CLOSE = series(*((code, month, value, rate) for month in ("2020-03", "2020-04") for code, value, rate in ENDS))


@pytest.mark.parametrize("layout", ["half", "screen", "wide", "ppt", "a4", "wall"])
@pytest.mark.parametrize("draw", [trend, growth, monthly_scale])
def test_labels_at_the_ends_of_close_lines_do_not_overlap(draw, layout):
    gaps, size = _pixels_apart(draw(CLOSE, Look(layout=layout)))
    assert len(gaps) >= 3 and min(gaps) >= size * 1.2
