import pytest

from scicity import periods
from scicity.charts.canvas import spread, strip
from scicity.charts.look import Look
from scicity.charts.scales import rate_range, roomy, round_ticks
from scicity.charts.text import width
from scicity.charts.theme import hue
from scicity.charts.timeline import extent, slots, ticks, title


def test_the_first_two_months_are_two_wide_at_their_average():
    first, march = slots(["2020-02", "2020-03"], "month")
    assert (first.centre, first.months, first.left, first.right) == (1, 2, 0, 2)
    assert (march.centre, march.months) == (2.5, 1)
    assert first.height(304.0) == 152.0  # two months together, shown as a month
    assert first.height(None) is None


def test_a_year_to_date_is_one_wide_and_not_averaged():
    (first, march) = slots(["2020-02", "2020-03"], "ytd")
    assert (first.months, march.centre - first.centre) == (1, 1)
    assert first.height(304.0) == 304.0


def test_years_to_date_are_set_apart():
    december, february = slots(["2019-12", "2020-02"], "ytd")
    assert february.left - december.right == pytest.approx(0.7)


def test_months_follow_each_other_over_the_turn_of_the_year():
    december, february = slots(["2019-12", "2020-02"], "month")
    assert december.right == february.left == 12


def test_no_period_gives_an_axis_all_the_same():
    assert extent([]) == (0.0, 1.0)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("room", [150, 250, 400, 900])
def test_ticks_never_touch_and_the_last_one_stays(room, language):
    places = slots(periods.between("2018-02", "2020-08"), "month")
    look = Look(language=language)
    values, texts = ticks(places, look, 13, room)
    low, high = extent(places)
    scale = room / (high - low)
    assert values[-1] == places[-1].centre
    firsts = [text.split("<br>")[0] for text in texts]
    halves = [width(text, 13) / 2 for text in firsts]
    gaps = [(b - a) * scale for a, b in zip(values, values[1:], strict=False)]
    assert all(gap >= one + two for gap, one, two in zip(gaps, halves, halves[1:], strict=False))


def test_the_year_stands_under_its_first_tick():
    places = slots(periods.between("2019-02", "2020-04"), "month")
    _, texts = ticks(places, Look(), 13, 900)
    assert [text for text in texts if "<br>" in text] == ["1—2月<br><b>2019年</b>", "1—2月<br><b>2020年</b>"]


def test_a_hover_box_says_that_two_months_are_together():
    (first,) = slots(["2020-02"], "month")
    assert title(first, Look()) == "2020年1—2月（两月合计）"


def test_gridlines_are_round_and_few():
    assert round_ticks(0, 266, most=3) == [0, 100, 200]
    assert round_ticks(-28, 18, most=3) == [-20, 0]
    assert len(round_ticks(0, 1e6, most=4)) <= 5


def test_room_above_and_below_is_what_was_asked():
    low, high = roomy(0, 100, 20, 30, 150)  # 100 units on the 100 pixels left, so a pixel is a unit
    assert (low, high) == (-20, 130)


def test_zero_always_belongs_to_an_axis_of_rates():
    assert rate_range([5.0, None, 9.0]) == (0.0, 9.0)
    assert rate_range([-5.0]) == (-5.0, 0.0)
    assert rate_range([]) == (0.0, 0.0)


def test_an_axis_of_rates_does_not_blow_up_what_rounding_hides():
    assert rate_range([-0.04]) == (-0.04, 0.96)


def test_labels_are_pushed_up_in_order_and_keep_their_gap():
    assert spread([5.0, 1.0, 2.0], gap=2.0, low=0.0, high=100.0) == [5.0, 1.0, 3.0]


def test_labels_at_the_top_edge_give_way_downwards():
    # 9 and 9.5 with a gap of 2 under 10: the upper one ends at 10, the lower one at 8
    assert spread([9.0, 9.5], gap=2.0, low=0.0, high=10.0) == [8.0, 10.0]


def test_a_legend_takes_even_lines():
    entries = [(name, hue("NIT", Look())) for name in ("甲甲甲甲", "乙乙乙乙", "丙丙丙丙", "丁丁丁丁")]
    assert [line.count("■") for line in strip(entries, Look(), 200)] == [2, 2]  # four do not fit, nor do three and one
