"""Native charts of the gallery: numbers of the table and no others, coloured and ordered as drawn."""

import pandas as pd
import pytest

from scicity import gallery, releases
from scicity.charts.look import Look
from scicity.charts.theme import palette
from scicity.exports.columns import TableColumn
from scicity.exports.office_charts import chart_part
from scicity.exports.tidy import rows
from scicity.filters import Filters
from scicity.gallery import plots_industry, plots_subjects
from scicity.gallery.cells import Cells

PICTURES = {"chain", "chain_joined", "institute", "platform_matrix", "honours", "project_share"}
SCALE = (
    TableColumn("value_100m_yuan", "规模（亿元）", "amount"),
    TableColumn("yoy_pct", "同比（%）", "rate"),
    TableColumn("share_pct", "占比（%）", "rate"),
    TableColumn("share_last_year_pct", "上年同期占比（%）", "rate"),
    TableColumn("contribution_pp", "拉动（个百分点）", "change"),
    TableColumn("value_count", "数量（个）", "count"),
)


@pytest.fixture
def release(home):
    return releases.current()


def cells(*records: dict, second_axis: bool = False) -> Cells:
    return Cells(pd.DataFrame(list(records)), SCALE, "zh", second_axis)


def row(item: str, period: str = "2020-08", span: str = "ytd", **values) -> dict:
    empty = {column.name: None for column in SCALE}
    return {"item": item, "item_name": item, "period": period, "span": span, "status": "final", **empty, **values}


def published(shown: gallery.Shown) -> set[float]:
    """Every number of the figure's table, and of cited series the number behind the printed words."""
    frame, columns = shown.table()
    found = {abs(cell) for line in rows(frame, shown.about(), columns) for cell in line if isinstance(cell, float)}
    return found | ({abs(value) for value in frame["value"].dropna()} if "printed_words" in frame else set())


@pytest.mark.parametrize("name", gallery.EXHIBITS)
@pytest.mark.parametrize(("release_id", "month"), [("20201015-01", "2020-08"), ("20201015-01", "2020-02"),
                                                   ("20200920-01", "2020-08"), ("20201015-01", "2018-02")])  # fmt: skip
def test_a_native_chart_shows_numbers_of_its_table_and_no_others(home, name, release_id, month):
    for span, unit in (("month", "100m_yuan"), ("ytd", "10k_yuan")):
        shown = gallery.show(name, Filters(release_id, month, span=span, unit=unit))
        allowed = published(shown)
        for plot in shown.plots():
            chart_part(plot, Look(layout="ppt"))  # it can be written
            for one in plot.shown:
                halves = {value for value in one.values if value is not None and "月均" in "".join(plot.categories)}
                told = {abs(value) for value in one.values if value is not None} - {abs(half) for half in halves}
                assert one.name == "未单列部分" or told <= allowed, (plot.name, one.name, told - allowed)


def test_figures_without_a_native_form_are_known_by_name(release):
    plain = {name for name in gallery.EXHIBITS if not gallery.show(name, Filters(release, "2020-08")).plots()}
    assert plain == PICTURES


def test_what_is_withheld_is_in_no_chart(release):
    shown = gallery.show("ranking", Filters(release, "2020-08"))
    withheld = shown.table()[0].query("status == 'suppressed'")["item_name"].tolist()
    (plot,) = shown.plots()
    assert withheld  # the demonstration has some
    for name in withheld:
        at = plot.categories.index(f"{name} --")
        assert [one.values[at] for one in plot.series] == [None] * len(plot.series)


def test_january_and_february_are_drawn_at_their_monthly_average_and_say_so():
    table = cells(
        row("NIT", "2020-02", "month", value_100m_yuan=300.0),
        row("NIT", "2020-03", "month", value_100m_yuan=170.0),
        row("ALL", "2020-02", "month", value_100m_yuan=300.0, yoy_pct=-3.0),
        row("ALL", "2020-03", "month", value_100m_yuan=170.0, yoy_pct=1.5),
    )
    scale, growth = plots_industry.monthly_scale(table)
    assert scale.categories == ("2020年\n1—2月\n月均", "2020年\n3月")
    assert scale.series[0].values == (150.0, 170.0)  # 300 in two months
    assert growth.series[0].values == (-3.0, 1.5)
    assert scale.series[0].colour == palette("light").hues["NIT"].fill


def test_scale_and_growth_stand_in_one_chart_when_a_second_axis_is_asked_for():
    table = cells(row("NIT", value_100m_yuan=9.0), row("ALL", value_100m_yuan=9.0, yoy_pct=4.0), second_axis=True)
    (plot,) = plots_industry.monthly_scale(table)
    assert [(one.form, one.axis) for one in plot.series] == [("column", "first"), ("line", "second")]
    assert plot.units == ("亿元", "%")


def test_a_part_not_told_is_a_hatched_rest_of_the_total():
    table = cells(
        row("NIT", value_100m_yuan=60.0),
        row("AM", value_100m_yuan=None, status="suppressed"),
        row("ALL", value_100m_yuan=100.0),
    )
    (scale, *_) = plots_industry.monthly_scale(table)
    assert [(one.name, one.values, one.hatched) for one in scale.series] == [
        ("NIT", (60.0,), False),
        ("未单列部分", (40.0,), True),  # 100 − 60
    ]


def test_a_waterfall_stands_on_an_invisible_foot_and_names_its_falls():
    table = cells(
        row("AM", contribution_pp=-1.1), row("NIT", contribution_pp=2.5), row("GH", contribution_pp=0.9),
        row("ALL", contribution_pp=2.3),
    )  # fmt: skip
    (plot,) = plots_industry.contribution(table)
    assert plot.categories == ("NIT", "GH", "AM（下拉）", "ALL")
    assert plot.series[0].hidden
    # up 2.5 from 0, up 0.9 from 2.5, down 1.1 from 3.4 to 2.3, and 2.3 from 0
    assert plot.series[0].values == (0.0, 2.5, 2.3, 0.0)
    assert [one.values[at] for at, one in enumerate(plot.shown)] == [2.5, 0.9, 1.1, 2.3]
    assert [one.hatched for one in plot.shown] == [False, False, True, False]


def test_a_waterfall_that_would_cross_zero_becomes_plain_bars_with_their_signs():
    table = cells(row("NIT", contribution_pp=0.5), row("AM", contribution_pp=-1.1), row("ALL", contribution_pp=-0.6))
    (plot,) = plots_industry.contribution(table)
    assert not any(one.hidden for one in plot.series)
    assert {value for one in plot.series for value in one.values if value is not None} == {0.5, -1.1, -0.6}


def test_the_same_item_of_several_years_is_grey_before_and_coloured_now():
    table = cells(*(row("NIT", f"{year}-08", value_100m_yuan=1.0) for year in (2018, 2019, 2020)))
    (plot,) = plots_industry.same_month(table)
    light = palette("light")
    assert [(one.name, one.colour) for one in plot.series] == [
        ("2018", light.ctx), ("2019", light.axis), ("2020", light.hues["NIT"].fill),
    ]  # fmt: skip


def test_a_month_nobody_reported_is_a_gap_in_the_line():
    table = cells(row("NIT", "2020-03", "month", yoy_pct=1.0), row("NIT", "2020-05", "month", yoy_pct=2.0))
    (plot,) = plots_industry.growth(table)
    assert plot.series[0].values == (1.0, None, 2.0)  # April between them


def test_what_left_the_stock_is_drawn_downwards():
    steps = {"opening": 11, "added": 3, "removed": 1, "closing": 13}
    table = cells(*(row(step, step=step, step_name=step, value_count=count) for step, count in steps.items()))
    (plot,) = plots_subjects.change(table)
    assert plot.series[0].values == (0.0, 11.0, 13.0, 0.0)  # 11 + 3 − 1 = 13
    assert plot.categories[2] == "removed（减）"
