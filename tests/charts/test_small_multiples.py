"""Small multiples: one scale for all panels, gaps as gaps, and silence about why a number is withheld."""

from scicity.charts import small_multiples
from scicity.charts.look import Look
from tests.charts.frames import SUBFIELDS, lines, notes, series, strings


def test_panels_stand_in_the_taxonomys_order_and_share_one_scale_with_zero_in_it():
    figure = small_multiples(SUBFIELDS, Look())
    # NIT-AI has no rates, so no line
    assert [line.name for line in lines(figure)] == ["集成电路", "轻量化材料", "体外诊断", "数字文创"]
    ranges = {tuple(figure.layout[axis].range) for axis in figure.layout if axis.startswith("yaxis")}
    assert len(ranges) == 1
    ((low, high),) = ranges
    assert low < -8.0 < 0 < 33.5 < high


def test_a_suppressed_panel_says_that_it_is_not_published_and_never_why():
    figure = small_multiples(SUBFIELDS, Look())
    assert notes(figure, "absent") == ["不予公布"]
    for word in ("企业", "少于", "不足", "占比", "保密", "规则", "户"):
        assert not any(word in text for text in strings(figure))
    assert len([shape for shape in figure.layout.shapes if shape.type == "rect"]) == 1


def test_a_missing_rate_between_two_is_a_gap_and_a_lone_one_keeps_its_dot():
    frame = series(
        ("NIT-IC", "2020-03", 60.0, 1.0), ("NIT-IC", "2020-04", "suppressed"), ("NIT-IC", "2020-05", 61.0, 2.0),
        ("NIT-IC", "2020-06", 61.0, 3.0),
    )  # fmt: skip
    (line,) = lines(small_multiples(frame, Look()))
    assert line.y == (1.0, None, 2.0, 3.0) and line.connectgaps is False
    # March stands alone, June is the last; April and May need none
    assert [size > 0 for size in line.marker.size] == [True, False, False, True]


def test_the_last_dot_of_a_fall_is_hollow():
    found = {line.name: line.marker.color[-1] for line in lines(small_multiples(SUBFIELDS, Look()))}
    assert found["数字文创"] == "#FFFFFF" and found["集成电路"] == "#0A4587"


def test_the_newest_month_without_a_rate_says_why_in_the_rates_place():
    frame = series(("GH-AV", "2020-07", 5.0, 3.0), ("GH-AV", "2020-08", "pending"))
    figure = small_multiples(frame, Look())
    assert notes(figure, "end") == ["待发布"] and lines(figure)[0].y == (3.0, None)


def test_one_panel_and_one_month_are_drawn():
    for layout in ("screen", "phone"):
        figure = small_multiples(series(("HS-SL", "2020-02", 5.0, 130.0)), Look(layout=layout))
        assert notes(figure, "end") == ["+130.0"]
        assert figure.layout.yaxis.range[1] > 130


def test_industries_and_totals_have_no_panel():
    frame = series(("NIT", "2020-08", 60.0, 3.0), ("ALL", "2020-08", 90.0, 3.0), ("NIT-5G", "2020-08", 9.0, 3.0))
    assert [line.name for line in lines(small_multiples(frame, Look()))] == ["5G应用"]
