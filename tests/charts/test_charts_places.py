"""Where words stand: over all layouts, modes and languages none covers another and none is cut off."""

import pytest

from scicity import charts
from scicity.charts.anatomy import on_page, whole
from scicity.charts.look import Look
from tests.charts.chart_boxes import Box, boxes, collisions, cut, sheet_width
from tests.charts.chart_frames import (
    CLASS_CASES,
    LOOKS,
    OFFICIAL,
    RANK_CASES,
    SERIES_CASES,
    SNAPSHOT_CASES,
    SUBFIELD_CASES,
    drivers,
    named,
    of,
    overlapping,
    part,
    quarter,
    ranks,
    series,
    snapshot,
)

CASES = {
    "monthly_scale": SERIES_CASES,
    "trend": SERIES_CASES,
    "growth": SERIES_CASES,
    "same_month": SERIES_CASES,
    "contribution": SNAPSHOT_CASES,
    "share": SNAPSHOT_CASES,
    "small_multiples": SUBFIELD_CASES,
    "ranking": RANK_CASES,
    "classes": CLASS_CASES,
}
HARD = [(figure, case) for figure, cases in CASES.items() for case in cases]


def finished(draw, frame, look):
    return (on_page if look.on_page else whole)(draw(frame, look), OFFICIAL, look)


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize(("figure", "case"), HARD)
def test_no_words_cover_others_and_none_are_cut_off(figure, case, look):
    drawn = finished(getattr(charts, figure), CASES[figure][case], look)
    found = boxes(drawn, look)
    assert collisions(found) == []
    assert cut(found, sheet_width(drawn, look), drawn.layout.height) == []


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_ten_thousand_yuan_find_their_room_too(look):
    small = Look(language=look.language, mode=look.mode, layout=look.layout, unit="10k_yuan")
    for draw, frame in ((charts.monthly_scale, SERIES_CASES["two years"]), (charts.contribution, drivers())):
        drawn = finished(draw, frame, small)
        assert collisions(boxes(drawn, small)) == []


def test_words_that_cover_each_other_would_be_found():
    one, other, apart = Box("甲", 0, 0, 20, 10), Box("乙", 15, 5, 30, 15), Box("丙", 25, 20, 40, 30)
    assert collisions([one, other, apart]) == [("甲", "乙")]
    assert cut([one, Box("丁", 90, 0, 110, 10)], 100, 50) == ["丁"]


def test_industries_that_were_not_chosen_are_a_grey_rest_of_the_total():
    frame = of(quarter(), "NIT", "ALL")
    rest = charts.monthly_scale(frame, Look()).data[1]
    # 100 in all less 50 of 新一代信息技术; 1—2月: (160 - 80) / 2
    assert (rest.name, list(rest.y)) == ("其余产业", [40, 45, 50])
    assert rest.marker.color == "#B4BCC8" and rest.marker.pattern.shape is None


def test_what_rounds_to_no_change_is_not_drawn_as_a_fall():
    bar = charts.ranking(snapshot(part("AM-LM", -0.04)), Look()).data[0]
    assert bar.marker.pattern.shape is None
    line = charts.growth(series(("AM", "2020-05", 9.0, -0.04), ("AM", "2020-06", 9.0, -0.06)), Look()).data[0]
    assert list(line.marker.color) == ["#0A847D", "#FFFFFF"]  # 0.0 is full, −0.1 hollow


def test_shares_are_a_list_where_ribbons_are_too_narrow_for_their_words():
    wide, half = (charts.share(drivers(), Look(layout=layout)) for layout in ("wide", "half"))
    ribbons = [sum(trace.type == "scatter" for trace in figure.data) for figure in (wide, half)]
    assert ribbons == [4, 0]
    assert any("→" in note.text for note in half.layout.annotations)


def test_a_narrow_sheet_has_two_classes_a_row_on_one_scale():
    figure = charts.classes(overlapping(), Look(layout="phone"))
    assert [bar.yaxis for bar in figure.data] == ["y", "y", "y2", "y2"]
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    assert figure.layout.yaxis2.domain[1] < figure.layout.yaxis.domain[0]


def test_the_places_of_a_tie_are_shared():
    figure = charts.ranking(ranks(), Look())
    # 33.5 first; 19.96 and 20.04 both print 20.0 and keep the taxonomy's order; 增材制造 is not told and comes last
    assert [bar.name for bar in figure.data] == ["体外诊断", "集成电路", "人工智能", "轻量化材料", "增材制造"]
    assert [bar.customdata[0] for bar in figure.data[1:3]] == [
        "集成电路　同比 +20.0%　并列第2位",
        "人工智能　同比 +20.0%　并列第2位",
    ]
