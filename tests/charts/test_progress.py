"""Bullets: drawn to 110 %, printed true; growth without a bar; what is missing says so."""

import pandas as pd
import pytest

from scicity.charts.anatomy import on_page, whole
from scicity.charts.look import Caption, Look
from scicity.charts.progress import progress
from tests.narrative.target_rows import BEHIND, GROWTH, UNREPORTED, row

CAPTION = Caption("标题", "副题", (), "demo")


def drawn(*rows, look=None):
    look = look or Look()
    figure = progress(pd.DataFrame(list(rows)), look)
    return on_page(figure, CAPTION, look) if look.on_page else whole(figure, CAPTION, look)


def said(figure):
    return " ".join(note.text for note in figure.layout.annotations)


def test_r54_a_bar_ends_at_110_and_its_number_is_true():
    figure = drawn(row(progress_pct=150.0, gap_pp=83.3))
    assert figure.data[0].x[0] == 110
    assert "150.0%" in said(figure)


def test_time_elapsed_stands_as_a_dashed_line_with_its_number():
    figure = drawn(row())
    assert "66.7%" in said(figure)
    assert any(one.line.dash == "dash" and one.x0 == 66.7 for one in figure.layout.shapes)


def test_r52_last_years_progress_is_a_second_mark():
    marks = [one for one in drawn(row(history_pct=64.2)).layout.shapes if one.x0 == 64.2]
    assert len(marks) == 1
    assert marks[0].line.dash in (None, "solid")


@pytest.mark.parametrize(
    ("state", "words"), [("ahead", "◆ 超前"), ("on_track", "● 正常"), ("at_risk", "▲ 预警"), ("behind", "■ 滞后")]
)
def test_a_state_is_an_icon_and_a_word_never_a_colour_alone(state, words):
    assert words in said(drawn(row(state=state)))


def test_r51_a_growth_target_has_no_bar_and_no_completion():
    figure = drawn(row(**GROWTH))
    assert len(figure.data) == 0
    text = said(figure)
    assert "低于目标" in text and "−1.6" in text
    assert "同比+1.4% / 目标+3.0%" in text


def test_a_missing_achievement_is_a_hatched_track_that_says_so():
    figure = drawn(row(**UNREPORTED))
    assert figure.data[0].marker.pattern.shape == "/"
    assert "缺报" in said(figure)
    assert "0.0%" not in said(figure)


def test_a_growth_target_without_its_rate_says_so_too():
    figure = drawn(row(**{**GROWTH, **UNREPORTED, "kind": "growth", "gap_pp": None}))
    assert "缺报" in said(figure)
    assert "目标+3.0%" in said(figure)


def test_towards_the_end_of_the_year_the_targets_word_gives_way_to_times():
    notes = [note.text for note in drawn(row(), look=Look(layout="ppt")).layout.annotations]
    assert "目标" in notes
    november = row(period="2020-11", time_pct=91.7, gap_pp=-14.5)
    notes = [note.text for note in drawn(november).layout.annotations]
    assert "目标" not in notes
    assert "序时进度 <b>91.7%</b>" in notes


def test_rows_are_drawn_from_the_top():
    figure = drawn(row(), row(**BEHIND))
    assert [trace.y[0] for trace in figure.data] == [2, 1]


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt", "a4", "wechat"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_layout_carries_names_and_the_demonstration_mark(layout, language):
    look = Look(layout=layout, language=language, mode="dark" if language == "en" else "light")
    figure = drawn(row(), row(**BEHIND), row(**GROWTH), row(**UNREPORTED), look=look)
    assert ("主导产业规模" if language == "zh" else "Leading-industry") in said(figure)
    assert any(note.name == "watermark" for note in figure.layout.annotations)


def test_no_targets_say_so_and_a_missing_column_is_named():
    empty = on_page(progress(pd.DataFrame([row()]).iloc[:0], Look()), CAPTION, Look())
    assert "所选条件下没有数据" in said(empty)
    with pytest.raises(KeyError, match="gap_pp"):
        progress(pd.DataFrame([row()]).drop(columns="gap_pp"), Look())
