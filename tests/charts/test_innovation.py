"""The figures of incubators and platforms: stocks from zero, unknown parts hatched, every count printed."""

from itertools import product

import pandas as pd
import pytest

from scicity.charts.cross_table import cross_table
from scicity.charts.look import Look
from scicity.charts.net_change import net_change
from scicity.charts.parts import parts
from scicity.charts.stages import stages
from scicity.charts.stock import stock

LOOKS = [
    Look(language=language, mode=mode, layout=layout)
    for language, mode, layout in product(("zh", "en"), ("light", "dark"), ("screen", "phone", "ppt", "a4", "wechat"))
]
COUNTS = ["period", "total_count", "national_count", "other_count", "unstated_count", "national_share_pct"]
MONTHS = ("2018-12", "2019-12", "2020-02", "2020-03", "2020-04", "2020-05", "2020-06", "2020-07")
KNOWN = pd.DataFrame(
    [(month, 10.0 + at, 4.0, 6.0 + at, 0.0, 400 / (10 + at)) for at, month in enumerate(MONTHS)], columns=COUNTS
).assign(span="point", provenance="demo")
UNKNOWN = KNOWN.assign(national_count=1.0, other_count=3.0, unstated_count=KNOWN["total_count"] - 4,
                       national_share_pct=None)  # fmt: skip
EVENTS = pd.DataFrame(
    {"period": ["2020", ""], "span": "event", "event_zh": ["甲", "乙"], "event_en": ["A", "B"], "provenance": "press"}
)
CHANGE = pd.DataFrame(
    {"step": ["opening", "added", "removed", "closing"], "value_count": [148.0, 23.0, 2.0, 169.0], "provenance": "demo"}
)
PARTS = pd.DataFrame(
    [("kind", "unstated", "未注明", "Not stated", 14.0), ("host", "university", "高校", "Universities", 9.0),
     ("host", "enterprise", "企业", "Enterprises", 5.0)],
    columns=["classification", "item", "name_zh", "name_en", "value_count"],
).assign(provenance="demo")  # fmt: skip
MATRIX = pd.DataFrame(
    [("NIT-IC", "集成电路", "Integrated circuits", 1.0, 2.0, 0.0, 2.0), ("ALL", "合计", "All", 1.0, 2.0, 0.0, 2.0)],
    columns=["item", "name_zh", "name_en", "enterprise_count", "university_count", "institute_count", "total_count"],
).assign(provenance="demo")
HONOURS = pd.DataFrame(
    [("甲中心", "Centre A", "approved", "2020"), ("乙中心", "Centre B", "building", "")],
    columns=["name_zh", "name_en", "stage", "dated"],
).assign(provenance="press")
FIGURES = [
    (stock, KNOWN),
    (stock, UNKNOWN),
    (net_change, CHANGE),
    (parts, PARTS),
    (cross_table, MATRIX),
    (stages, HONOURS),
]


def texts(figure):
    return [one.text.replace("<b>", "").replace("</b>", "") for one in figure.layout.annotations]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("draw", "frame"), FIGURES)
def test_a_figure_can_be_drawn_for_every_look_and_leaves_its_frame_alone(draw, frame, look):
    before = frame.copy(deep=True)
    assert draw(frame, look).data
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize(("draw", "frame"), FIGURES)
def test_no_rows_give_a_figure_without_traces(draw, frame):
    assert not draw(frame.iloc[:0], Look()).data


def test_the_parts_of_a_column_stand_on_each_other_and_end_at_its_total():
    national, other = stock(KNOWN, Look()).data
    assert [national.base[-1], national.y[-1]] == [0, 4]
    assert other.base[-1] + other.y[-1] == 17  # 10 + 7 in the eighth month end
    assert other.marker.pattern.shape is None


def test_what_is_not_published_is_hatched_and_its_share_is_not_given():
    figure = stock(UNKNOWN, Look())
    assert [trace.name for trace in figure.data] == ["国家级", "省部级、市级", "构成未公布"]
    assert figure.data[-1].marker.pattern.shape == "/"
    assert texts(figure).count("未公布") == len(UNKNOWN)
    assert not any(text.endswith("%") for text in texts(figure))


def test_a_share_stands_under_each_column():
    assert texts(stock(KNOWN, Look()))[-1] != "" and "40.0%" in texts(stock(KNOWN, Look()))  # 4 of 10


def test_a_narrow_sheet_shows_the_last_six_month_ends():
    assert len(stock(KNOWN, Look(layout="phone")).data[0].x) == 6


def test_w12_c2_honours_are_marked_only_where_they_are_asked_for():
    marked = [one for one in stock(pd.concat([KNOWN, EVENTS]), Look()).layout.annotations if one.name == "event"]
    assert [one.text for one in marked] == ["◆ 2020年内1件（未注明月份）"]
    assert not [one for one in stock(KNOWN, Look()).layout.annotations if one.name == "event"]


def test_the_waterfall_leads_from_the_opening_to_the_closing():
    opening, added, removed, closing = net_change(CHANGE, Look()).data
    assert (opening.base[0], opening.x[0]) == (0, 148)
    assert (added.base[0], added.x[0]) == (148, 23)
    assert (removed.base[0], removed.x[0]) == (169, 2)  # from 171 down to 169
    assert (closing.base[0], closing.x[0]) == (0, 169)
    assert {"+23", "−2"} <= set(texts(net_change(CHANGE, Look())))


def test_what_did_not_happen_has_no_bar_and_no_sign():
    figure = net_change(CHANGE.assign(value_count=[148.0, 0.0, 0.0, 148.0]), Look())
    assert figure.data[1].x[0] is None
    assert texts(figure).count("0") == 2


def test_w10_c3_a_division_nobody_reported_says_so_instead_of_a_count():
    figure = parts(PARTS, Look())
    assert "缺报" in texts(figure) and "14" not in texts(figure)
    assert figure.data[0].marker.pattern.shape == "/"


def test_the_matrix_prints_every_count_and_zero_as_zero():
    assert texts(cross_table(MATRIX, Look())).count("0") == 2  # the empty cell and its total
    assert [list(row) for row in cross_table(MATRIX, Look()).data[0].z] == [[1.0, 2.0, 0.0]]


def test_only_the_stage_print_names_is_filled_and_an_undated_one_says_so():
    figure = stages(HONOURS, Look())
    assert [sum(size == 13 for size in trace.marker.size) for trace in figure.data] == [1, 1]
    assert {"2020年", "目前（未注明日期）"} <= set(texts(figure))
