"""How cited figures are drawn: joined, broken off, left open."""

import pandas as pd
import pytest

from scicity.charts.cited_series import cited_series
from scicity.charts.look import Look
from scicity.charts.monthly_comparators import monthly_comparators
from scicity.charts.versions import versions

LOOKS = [
    Look(layout=layout, mode=mode)
    for layout in ("screen", "phone", "ppt", "a4", "wechat")
    for mode in ("light", "dark")
]


def frame(*points, form="line"):
    """Rows of published/cited_series from (territory, span, end, value, status, break)."""
    rows = [
        {
            "territory": territory, "span": span, "value": value, "status": status, "break_zh": broken,
            "break_en": broken,
            "period_start": end if span == "year" else f"{end[:4]}-01", "period_end": end, "qualifier": "exact",
            "printed_zh": "" if value is None else f"{value}%", "printed_en": "" if value is None else f"{value}%",
            "publisher": "office", "form": form, "unit": "%", "unit_en": "%", "provenance": "press",
        }
        for territory, span, end, value, status, broken in points
    ]  # fmt: skip
    return pd.DataFrame(rows)


GDP = frame(
    ("OLD", "year", "2015", 14.6, "press", ""),
    ("ZGY", "year", "2020", 6.8, "press", "another territory"),
    ("ZGY", "year", "2021", 12.9, "press", ""),
    ("ZGY", "year", "2022", None, "not_published", ""),
    ("ZGY", "year", "2023", 8.3, "press", ""),
    ("ZGY", "half", "2021-06", 19.8, "press", ""),
    ("ZGY", "half", "2022-06", 9.2, "press", ""),
    ("cq", "year", "2020", 3.9, "press", ""),
    ("cq", "year", "2021", 8.3, "press", ""),
)


def own(figure):
    return [trace for trace in figure.data if trace.line.width == 2.6]


def test_years_of_one_territory_are_one_line_and_the_old_zone_is_another():
    lines = [list(trace.y) for trace in own(cited_series(GDP, Look(language="en")))]
    assert [14.6] in lines
    assert [6.8, 12.9, None, 8.3] in lines
    assert [19.8] in lines  # half years are points, never joined to anything
    assert [9.2] in lines


def test_a_missing_year_is_a_gap_with_its_reason():
    figure = cited_series(GDP, Look(language="en"))
    assert all(trace.connectgaps is False for trace in figure.data)
    assert [note.text for note in figure.layout.annotations].count("not published") == 1
    assert len([shape for shape in figure.layout.shapes if shape.name == "gap"]) == 1


def test_a_break_is_a_dashed_tick_with_a_word_between_the_territories():
    figure = cited_series(GDP, Look(language="en"))
    (tick,) = [shape for shape in figure.layout.shapes if shape.name == "break"]
    places = dict(zip(figure.layout.xaxis.ticktext, figure.layout.xaxis.tickvals, strict=True))
    assert places["2015"] < tick.x0 == tick.x1 < places["2020"]
    assert tick.line.dash == "dash"
    assert "territory changed" in [note.text for note in figure.layout.annotations]


def test_half_years_stand_in_a_block_of_their_own():
    figure = cited_series(GDP, Look())
    texts, places = figure.layout.xaxis.ticktext, figure.layout.xaxis.tickvals
    assert texts[-2:] == ("2021年<br>上半年", "2022年<br>上半年")
    assert places[-2] - places[-3] > places[-1] - places[-2]


def test_comparators_name_their_own_publisher():
    legend = " ".join(note.text for note in cited_series(GDP, Look()).layout.annotations)
    assert "重庆市（office）" in legend


def test_counts_of_periods_of_different_length_are_bars_and_another_territory_is_outlined():
    signed = frame(
        ("ZGY", "ytd", "2020-09", 70, "press", ""), ("KXC", "ytd", "2021-03", 40, "press", "whole city"), form="bars"
    )
    core, city = cited_series(signed, Look()).data
    assert core.type == city.type == "bar"
    assert (list(core.y), list(city.y)) == ([70], [40])
    assert core.marker.color != city.marker.color
    assert city.marker.line.width == 2


def test_a_bound_keeps_its_words_at_its_point():
    bounded = frame(("ZGY", "year", "2020", 80.0, "press", "")).assign(qualifier="over", printed_zh="超80%")
    assert "<b>超80%</b>" in [note.text for note in cited_series(bounded, Look()).layout.annotations]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.layout}-{look.mode}")
def test_every_look_draws_all_points(look):
    drawn = cited_series(GDP, look)
    assert sum(value is not None for trace in drawn.data for value in trace.y) == 8  # nine rows, one without a number
    assert drawn.layout.height > 0


def test_an_empty_frame_says_so_and_a_missing_column_is_named():
    empty = cited_series(GDP.iloc[:0], Look(language="en"))
    assert not empty.data
    with pytest.raises(KeyError, match="break_zh"):
        cited_series(GDP.drop(columns="break_zh"), Look())


MONTHLY = pd.DataFrame(
    {
        "series_id": ["cn_x", "cn_x", "cn_x", "cq_x"],
        "month": ["2019-12", "2020-02", "2020-04", "2020-02"],
        "value_pct": [5.7, -13.5, -4.9, -24.0],
        "publisher": ["国家统计局"] * 3 + ["重庆市统计局"],
        "provenance": ["press"] * 4,
    }
)


def test_months_without_a_source_are_gaps_and_january_has_no_place():
    figure = monthly_comparators(MONTHLY, Look())
    lines = {trace.name: list(trace.y) for trace in figure.data}
    assert lines["全国"] == [5.7, -13.5, None, -4.9]  # December, 1—2月, March, April
    assert lines["重庆市"] == [None, -24.0, None, None]
    assert not any(trace.connectgaps for trace in figure.data)
    assert any("1—2月" in text for text in figure.layout.xaxis.ticktext)


def test_each_line_carries_its_own_office():
    words = " ".join(note.text for note in monthly_comparators(MONTHLY, Look()).layout.annotations)
    assert "全国（国家统计局）" in words
    assert "重庆市（重庆市统计局）" in words


def test_versions_end_where_the_next_begins_with_a_break_between():
    listed = pd.DataFrame(
        {
            "version": ["V0", "V1"],
            "from_month": ["2016-10", "2020-05"],
            "label": ["six", "four"],
            "is_in_use": [False, True],
        }
    )
    figure = versions(listed, Look(language="en"))
    first, second = figure.data
    assert first.base[0] + first.x[0] == pytest.approx(second.base[0]) == pytest.approx(2020 + 4 / 12)
    (tick,) = [shape for shape in figure.layout.shapes if shape.name == "break"]
    assert tick.x0 == pytest.approx(2020 + 4 / 12)
    assert second.marker.pattern.shape == "/"  # the newest is open: its end is not known
