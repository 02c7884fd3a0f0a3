"""Sentences on progress: R50 to R54 in words."""

import pandas as pd
import pytest

from scicity import narrative
from tests.narrative.target_rows import BEHIND, GROWTH, UNREPORTED, row


@pytest.mark.parametrize(
    ("points", "zh", "en"),
    [(10.5, "超序时进度10.5个百分点", "10.5 pp ahead of time"), (-3.8, "低于序时进度3.8个百分点", "3.8 pp behind time"),
     (0.0, "与序时进度一致", "level with time"), (None, "", "")],
)  # fmt: skip
def test_r50_the_gap_is_told_in_percentage_points(points, zh, en):
    assert narrative.pace(points) == zh
    assert narrative.pace(points, "en") == en


def test_r51_a_growth_target_is_above_or_below_and_has_no_completion():
    told = narrative.progress_line(row(**GROWTH))
    assert told == "规模以上工业总产值同比增长1.4%，全年增速目标3%，低于全年目标1.6个百分点"
    assert "完成" not in told
    assert narrative.growth_gap(0.4) == "高于全年目标0.4个百分点"
    assert narrative.growth_gap(0.0) == "与全年目标持平"


def test_a_line_tells_progress_gap_last_years_progress_and_what_each_month_needs():
    told = narrative.progress_line(row(history_pct=64.2))
    assert told == "主导产业规模完成全年目标的77.2%，超序时进度10.5个百分点，上年同期进度64.2%，后4个月月均需完成57亿元"


def test_a_target_that_is_reached_needs_nothing_more():
    assert narrative.progress_line(row(progress_pct=104.2, gap_pp=37.5, required_value=0.0)).endswith("已完成全年目标")


def test_a_missing_achievement_is_called_unreported_or_pending_and_never_zero():
    assert narrative.progress_line(row(**UNREPORTED)) == "主导产业规模：完成数缺报"
    assert narrative.progress_line(row(**{**UNREPORTED, "status": "pending"})) == "主导产业规模：完成数待发布"


def test_the_finding_counts_those_that_keep_pace_and_names_the_furthest_behind():
    told = narrative.progress(pd.DataFrame([row(), row(**BEHIND), row(**GROWTH)]))
    assert told.headline == "2项总量目标中1项达到序时进度，智能化改造企业数低于序时进度3.8个百分点"
    assert "2020年1—8月" in told.subline


def test_where_all_keep_pace_the_furthest_ahead_is_named():
    told = narrative.progress(pd.DataFrame([row(), row(gap_pp=0.6, progress_pct=67.3)]))
    assert told.headline == "2项总量目标均达到序时进度，主导产业规模超序时进度10.5个百分点"


def test_r53_the_note_prints_the_thresholds_and_r52_explains_the_second_mark():
    note = narrative.progress(pd.DataFrame([row(history_pct=64.2), row(**GROWTH)])).notes[0]
    assert "超前≥+5.0，正常≥0.0，预警≥−5.0，滞后＜−5.0" in note
    assert "序时进度＝8÷12" in note
    assert "增速类目标不计算完成进度" in note
    assert "上年同期÷上年全年" in note


def test_r54_a_changed_target_keeps_both_and_a_capped_bar_says_so():
    told = narrative.progress(pd.DataFrame([row(original_value=900.0, revised_on="2020-08-28", progress_pct=150.0)]))
    assert "主导产业规模原目标900亿元，2020年8月28日调整为1000亿元" in told.notes
    assert "条形最长画至110%" in told.notes[0]


def test_without_targets_the_year_says_so():
    assert narrative.progress(pd.DataFrame([row()]).iloc[:0]).headline == "该年度尚未录入目标"
