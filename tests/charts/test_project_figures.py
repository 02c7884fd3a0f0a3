"""The figures of projects: squares that can be counted, bounds that stay open, bars with what they are of."""

import pandas as pd
import pytest

from scicity.charts.anatomy import on_page, whole
from scicity.charts.look import Caption, Look
from scicity.charts.project_cohorts import project_cohorts
from scicity.charts.project_funds import project_funds
from scicity.charts.project_parts import project_parts
from scicity.charts.project_share import project_share
from scicity.charts.project_signings import project_signings
from scicity.charts.project_tiers import project_tiers
from scicity.charts.theme import palette

LOOKS = [Look(layout=layout, language=language, mode=mode) for layout, language, mode in (
    ("screen", "zh", "light"), ("screen", "en", "dark"), ("phone", "zh", "dark"), ("ppt", "en", "light"),
    ("a4", "zh", "light"), ("wechat", "zh", "light"),
)]  # fmt: skip


def tiers(counts=(3, 19, 48), new=(1, 4, 6), span="ytd", statuses=("press", "press", "derived")):
    return pd.DataFrame({
        "item": ["GE100", "GE10", "REST"], "period": "2020-09", "span": span, "projects_count": counts,
        "new_count": new, "total_count": sum(counts), "status": statuses, "provenance": "press",
    })  # fmt: skip


def series(items=("ALL",), amount=30.0):
    months = ["2019-09", "2020-02", "2020-03"]
    return pd.DataFrame([
        {"item": item, "period": month, "span": "month", "projects_count": 4.0, "contract_100m_yuan": amount,
         "provenance": "demo"} for item in items for month in months
    ])  # fmt: skip


def cohorts():
    stages = {"registered": 38, "started": 32, "in_production": 22, "at_capacity": 2, "undated": 5}
    return pd.DataFrame([{"cohort": "2018", "period": "2020-09", "signed_count": 43, "provenance": "demo",
                          **{f"{stage}_count": count for stage, count in stages.items()}}])  # fmt: skip


def funds():
    shared = {"period": "2020-09", "provenance": "demo"}
    return pd.DataFrame([
        {"cohort": "2018", "contract_100m_yuan": 290.8, "funds_100m_yuan": 144.2, "in_place_pct": 49.6,
         "status": "preliminary", **shared},
        {"cohort": "ALL", "contract_100m_yuan": None, "funds_100m_yuan": None, "in_place_pct": None,
         "status": "suppressed", **shared},
    ])  # fmt: skip


def share():
    press = {"origin": "press", "share_pct": 80.0, "qualifier": "over", "printed_zh": "超80%",
             "printed_en": "more than 80%", "provenance": "press"}  # fmt: skip
    ledger = {"origin": "ledger", "share_pct": 82.857, "qualifier": "exact", "printed_zh": "", "printed_en": "",
              "sci_tech_count": 58.0, "total_count": 70.0, "provenance": "demo"}  # fmt: skip
    return pd.DataFrame([{**row, "period": "2020-09", "span": "ytd"} for row in (press, ledger)])


def parts():
    return pd.DataFrame({"item": ["NIT", "private", "OTH"], "projects_count": [29.0, 0.0, 4.0],
                         "share_pct": [41.4, 0.0, 5.7], "provenance": "demo"})  # fmt: skip


FIGURES = [(project_tiers, tiers), (project_signings, series), (project_cohorts, cohorts), (project_funds, funds),
           (project_share, share), (project_parts, parts)]  # fmt: skip


def traces(figure):
    return {trace.name: trace for trace in figure.data}


def words(figure):
    return [note.text for note in figure.layout.annotations]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.layout}-{look.language}-{look.mode}")
@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda one: getattr(one, "__name__", ""))
def test_every_figure_can_be_finished_in_every_look(draw, frame, look):
    given = frame()
    before = given.copy()
    caption = Caption("a finding", "what, where, when", ("a note",), "demo")
    finished = (on_page if look.on_page else whole)(draw(given, look), caption, look)
    assert finished.layout.meta["finished"]
    assert any(note.name == "watermark" for note in finished.layout.annotations)
    pd.testing.assert_frame_equal(given, before)


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda one: getattr(one, "__name__", ""))
def test_an_empty_frame_says_so(draw, frame):
    figure = draw(frame().iloc[:0], Look())
    assert len(figure.data) == 0
    assert len(figure.layout.annotations) == 1


@pytest.mark.parametrize(("draw", "frame"), FIGURES, ids=lambda one: getattr(one, "__name__", ""))
def test_a_missing_column_is_named(draw, frame):
    column = next(name for name in frame().columns if name.endswith(("_count", "share_pct", "_yuan")))
    with pytest.raises(KeyError, match=column):
        draw(frame().drop(columns=column), Look())


@pytest.mark.parametrize("layout", ["screen", "phone"])
def test_w18_c1_a_square_stands_for_each_project_and_a_dot_for_each_new_one(layout):
    figure = project_tiers(tiers(), Look(layout=layout))
    found = {trace.name: trace for trace in figure.data if trace.name != "new"}
    # each square is four corners, the first again, and a break
    assert {name: len(trace.x) / 6 for name, trace in found.items()} == {"GE100": 3, "GE10": 19, "REST": 48}
    assert sum(len(trace.x) for trace in figure.data if trace.name == "new") == 11  # 1 + 4 + 6


def test_w18_c1_the_rest_is_told_as_worked_out():
    texts = words(project_tiers(tiers(), Look()))
    assert any("其余项目（推算）" in text for text in texts)
    assert "9月新增6个（1—8月42个）" in texts


def test_squares_are_squares_at_any_width():
    axis = project_tiers(tiers(), Look()).layout.xaxis
    assert (axis.scaleanchor, axis.constrain) == ("y", "domain")


def test_more_than_a_hundred_projects_are_bars():
    figure = project_tiers(tiers(counts=(6, 41, 74)), Look())
    assert [trace.name for trace in figure.data] == ["tiers"]
    assert list(figure.data[0].x) == [6, 41, 74]


def test_a_single_month_has_no_dots_and_a_tier_without_projects_no_block():
    figure = project_tiers(tiers(counts=(0, 4, 6), new=(0, 4, 6), span="month"), Look())
    assert [trace.name for trace in figure.data] == ["GE10", "REST"]


def test_of_two_months_together_the_column_is_as_high_as_one():
    bars = [trace for trace in project_signings(series(), Look()).data if trace.yaxis in (None, "y")]
    assert list(bars[0].y) == [4.0, 2.0, 4.0]  # 4 projects in two months: 2 a month
    assert [round(width, 2) for width in bars[0].width] == [0.74, 1.74, 0.74]


def test_columns_of_fields_stand_on_each_other_and_no_amount_is_drawn_for_them():
    figure = project_signings(series(("NIT", "GH"), amount=None), Look())
    assert [list(trace.base) for trace in figure.data] == [[0.0, 0.0, 0.0], [4.0, 2.0, 4.0]]
    assert any("分领域不公布" in text for text in words(figure))
    assert [trace.marker.color[0] for trace in figure.data] == [
        palette("light").hues[one].fill for one in ("NIT", "GH")
    ]


def test_w18_c2_a_bound_stays_open_above_and_says_what_was_printed():
    figure = project_share(share(), Look())
    bars = traces(figure)
    assert list(bars["open"].base) == [80.0]
    assert list(bars["open"].x) == [20.0]
    assert bars["open"].marker.pattern.shape == "/"
    assert bars["open"].customdata[0].endswith("超80%")
    assert {"<b>超80%</b>", "<b>82.9%（58/70）</b>"} <= set(words(figure))


def test_a_stage_says_what_its_rate_is_of_and_no_date_is_hatched():
    figure = project_cohorts(cohorts(), Look())
    assert "74.4%（32/43）" in words(figure)
    assert traces(figure)["2018/undated"].marker.pattern.shape == "/"
    assert traces(figure)["2018/started"].x[0] == pytest.approx(100 * 32 / 43)


def test_a_withheld_amount_has_no_bar_but_its_reason():
    figure = project_funds(funds(), Look())
    assert list(traces(figure)["funds"].x) == [144.2, None]
    assert sum("不予公布" in text for text in words(figure)) == 3  # contract, funds, rate


def test_fields_have_their_industrys_colour_and_everything_else_ink():
    bars = traces(project_parts(parts(), Look()))
    light = palette("light")
    assert bars["NIT"].marker.color == light.hues["NIT"].fill
    assert bars["private"].marker.color == light.fillink
    assert bars["private"].x[0] == 0
