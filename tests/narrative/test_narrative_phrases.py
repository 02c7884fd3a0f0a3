"""The phrases: the table of edge cases of the text engine, row by row, and sentences as official texts print them."""

import math

import pytest

from scicity.narrative import phrases
from scicity.narrative.phrases import change, growth, pull, recovery, share_change, streak, was

# growth now, one period before, its label, two periods before, the sentence
EDGE_CASES = [
    (1.9, 0.2, "1—7月", None, "同比增长1.9%，增速比1—7月加快1.7个百分点"),  # 1.9 − 0.2
    (5.6, 4.8, "7月", 5.2, "同比增长5.6%，增速比7月回升0.8个百分点"),  # 4.8 was a dip on 5.2
    (5.6, 4.8, "7月", 4.8, "同比增长5.6%，增速比7月加快0.8个百分点"),  # 4.8 on 4.8: no dip
    (4.8, 4.8, "6月", None, "同比增长4.8%，增速与6月持平"),
    (3.1, 5.0, "1—7月", None, "同比增长3.1%，增速比1—7月回落1.9个百分点"),  # 3.1 − 5.0
    (0.4, -0.4, "1—7月", None, "同比增长0.4%，增速由负转正（1—7月为下降0.4%）"),
    (-8.1, -12.8, "1—6月", None, "同比下降8.1%，降幅比1—6月收窄4.7个百分点"),  # 12.8 − 8.1
    (-3.0, -1.2, "1—7月", None, "同比下降3.0%，降幅比1—7月扩大1.8个百分点"),  # 3.0 − 1.2
    (-1.2, -1.2, "1—7月", None, "同比下降1.2%，降幅与1—7月持平"),
    (-0.6, 2.3, "1—7月", None, "同比下降0.6%，由增转降（1—7月为增长2.3%）"),
    (0.04, -0.3, "1—7月", None, "同比持平，由降转平"),  # 0.04 is 0.0 in print
    (-0.04, 0.02, "1—7月", None, "同比持平"),  # both are 0.0 in print
    (0.5, 0.0, "1—7月", None, "同比增长0.5%，由平转增"),
    (-0.5, 0.0, "1—7月", None, "同比下降0.5%，由平转降"),
    (0.0, 1.4, "1—7月", None, "同比持平，由增转平"),
    (178.9, 20.1, "上年全年", None, "同比增长1.8倍"),  # 1.789 times; 倍 and % are not compared
    (40.0, 178.9, "上年全年", None, "同比增长40.0%"),
    (100.0, None, "", None, "同比增长1倍"),
    (99.96, None, "", None, "同比增长1倍"),  # 99.96 is 100.0 in print
    (2.25, 2.15, "1—7月", None, "同比增长2.3%，增速比1—7月加快0.1个百分点"),  # half up: 2.3 and 2.2
    (12.3, None, "", None, "同比增长12.3%"),
    (None, 1.0, "1—7月", None, ""),
]


@pytest.mark.parametrize(("rate", "earlier", "label", "one_before", "sentence"), EDGE_CASES)
def test_each_edge_case_reads_as_the_table_says(rate, earlier, label, one_before, sentence):
    second = change(rate, earlier, label, "zh", word=recovery(rate, earlier, one_before))
    assert "，".join(text for text in (growth(rate), second) if text) == sentence


def test_growth_of_twice_and_more_counts_in_times_with_one_decimal_and_no_dangling_zero():
    assert growth(178.9, lead=False) == "增长1.8倍"  # 1.789
    assert growth(200.0, lead=False) == "增长2倍"
    assert growth(245.0, lead=False) == "增长2.5倍"  # 2.45, half up
    assert growth(1000.0, lead=False) == "增长10倍"
    assert growth(99.9, lead=False) == "增长99.9%"
    assert growth(178.9, "en") == "up 178.9% year on year"


def test_rates_are_rounded_half_up_and_nothing_keeps_no_sign():
    assert growth(2.25) == "同比增长2.3%"
    assert growth(0.05) == "同比增长0.1%"
    assert growth(-0.05) == "同比下降0.1%"
    assert growth(-0.04) == "同比持平"
    assert growth(-0.04, "en") == "unchanged year on year"
    assert growth(-0.04, "en", lead=False) == "unchanged"


def test_a_missing_rate_drops_its_clause_whatever_kind_of_missing_it_is():
    for missing in (None, math.nan):
        assert growth(missing) == ""
        assert phrases.moved(missing, "en") == ""
        assert change(missing, 1.0, "7月") == change(1.0, missing, "7月") == ""
        assert was(missing, "7月") == ""
        assert pull(missing) == ""
        assert share_change(missing, 1.0) == share_change(1.0, missing) == ""
        assert phrases.arrow(missing) == ""


def test_sentences_of_official_texts_come_out_of_their_numbers_word_for_word():
    assert f"{growth(0.4, lead=False)}，{change(0.4, -0.4, '', word='实现由负转正')}" == "增长0.4%，增速实现由负转正"
    assert f"{growth(-8.1, lead=False)}，{change(-8.1, -12.8, '1—6月份')}" == "下降8.1%，降幅比1—6月份收窄4.7个百分点"
    assert change(4.8, 4.8, "6月份") == "增速与6月份持平"
    assert f"{growth(0.0)}，{was(-0.3, '1—7月份')}" == "同比持平，1—7月份为下降0.3%"
    # 17.3 − 4.1 = 13.2
    assert (
        f"汽车产业{growth(-4.1, lead=False)}，{change(-4.1, -17.3, '较上年')}"
        == "汽车产业下降4.1%，降幅较上年收窄13.2个百分点"
    )
    assert f"电子产业{growth(0.0)}" == "电子产业同比持平"
    assert f"产值当月{change(3.0, -2.0, '', word='扭负为正')}" == "产值当月增速扭负为正"
    assert change(5.6, 4.8, "7月份（4.8%）") == "增速比7月份（4.8%）加快0.8个百分点"


def test_without_a_label_a_change_is_on_the_period_before():
    assert change(1.9, 0.2, "") == "增速比上期加快1.7个百分点"
    assert change(1.9, 0.2, "", "en") == "1.7 percentage points faster than in the period before"


@pytest.mark.parametrize(
    ("rate", "earlier", "text"),
    [
        (1.9, 0.2, "1.7 percentage points faster than in Jan–Jul"),
        (3.1, 5.0, "1.9 percentage points slower than in Jan–Jul"),
        (4.8, 4.8, "the same growth as in Jan–Jul"),
        (-8.1, -12.8, "a fall 4.7 percentage points smaller than in Jan–Jul"),
        (-3.0, -1.2, "a fall 1.8 percentage points larger than in Jan–Jul"),
        (-1.2, -1.2, "the same fall as in Jan–Jul"),
        (0.4, -0.4, "turned positive from −0.4% in Jan–Jul"),
        (-0.6, 2.3, "turned negative from +2.3% in Jan–Jul"),
        (0.0, -0.3, "level after a fall"),
        (0.0, 1.4, "level after growth"),
        (0.5, 0.0, "growing after no change"),
        (-0.5, 0.0, "falling after no change"),
    ],
)
def test_a_change_has_its_own_english_for_every_row(rate, earlier, text):
    assert change(rate, earlier, "Jan–Jul", "en") == text


def test_english_growth_is_up_down_or_unchanged():
    assert growth(1.9, "en") == "up 1.9% year on year"
    assert growth(-6.7, "en", lead=False) == "down 6.7%"
    assert phrases.moved(-6.7, "en") == "fell 6.7% year on year"
    assert phrases.moved(0.0, "en") == "was unchanged year on year"
    assert growth(1234.56, "en") == "up 1,234.6% year on year"


def test_recovery_needs_growth_that_rises_after_a_dip():
    assert recovery(5.6, 4.8, 5.2) == "回升"
    assert recovery(4.0, 4.8, 5.2) == ""  # it went on falling back
    assert recovery(5.6, 4.8, None) == ""
    assert recovery(-1.0, -2.0, -1.5) == ""  # a smaller fall is 收窄


def test_the_first_periods_of_a_year_are_compared_with_the_year_before():
    assert phrases.earlier_label("2020-02", "ytd") == "上年全年"
    assert phrases.earlier_label("2020-02", "month") == "上年12月"
    assert phrases.earlier_label("2020-03", "month") == "1—2月"
    assert phrases.earlier_label("2020-08", "ytd") == "1—7月"
    assert phrases.earlier_label("2020-02", "ytd", "en") == "full-year 2019"
    assert phrases.earlier_label("2020-08", "month", "en") == "Jul"


def test_a_negative_part_pulls_down_and_one_that_rounds_to_nothing_is_not_told():
    assert pull(2.84) == "拉动增长2.8个百分点"
    assert pull(-1.75) == "下拉1.8个百分点"  # half up
    assert pull(2.8, whole="主导产业") == "拉动主导产业增长2.8个百分点"
    assert pull(-1.8, whole="主导产业") == "下拉主导产业增速1.8个百分点"
    assert pull(-0.04) == ""
    assert pull(-1.8, "en") == "took 1.8 percentage points off growth"


def test_a_change_of_share_is_the_difference_of_the_two_shares_as_printed():
    assert share_change(61.7, 60.2) == "比上年同期提高1.5个百分点"
    assert share_change(24.5, 26.4) == "比上年同期下降1.9个百分点"
    assert share_change(7.44, 7.35) == "与上年同期持平"  # 7.4 and 7.4 in print
    assert share_change(7.44, 7.34) == "比上年同期提高0.1个百分点"  # 7.4 and 7.3 in print
    assert share_change(61.7, 60.2, "en") == "1.5 percentage points higher than a year earlier"


def test_a_streak_counts_the_latest_rates_of_one_sign():
    assert streak([-14.3, -2.4, 2.7, 5.6, 8.5, 10.9, 13.0]) == 5
    assert streak([3.0, -1.0, -2.0]) == -2
    assert streak([3.0, 0.04]) == 0  # the last is 持平
    assert streak([1.0, None, 2.0]) == 1
    assert streak([2.0, None]) == streak([]) == 0


def test_a_run_is_told_from_three_months_on_and_counts_periods_when_it_holds_january_and_february():
    months = ["2019-12", "2020-02", "2020-03", "2020-04"]
    assert phrases.run(months[2:], [1.0, 1.0]) == ""
    assert phrases.run(["2020-06", "2020-07", "2020-08"], [1.0, 1.0, 1.0]) == "连续3个月正增长"
    assert phrases.run(months[1:], [1.0, 1.0, 1.0]) == "连续3期正增长"
    assert phrases.run(months, [-1.0] * 4) == "连续4期下降"
    assert phrases.run(months, [-1.0] * 4, "en") == "falling for 4 periods in a row"


def test_a_month_left_out_ends_a_run():
    # May is not there: only June to August can be counted
    assert phrases.run(["2020-03", "2020-04", "2020-06", "2020-07", "2020-08"], [1.0] * 5) == "连续3个月正增长"
    assert phrases.run(["2020-03", "2020-04", "2020-05", "2020-08"], [1.0] * 4) == ""


def test_arrows_follow_the_printed_rate():
    assert [phrases.arrow(rate) for rate in (1.9, -6.7, -0.04, 0.04)] == ["▲", "▼", "＝", "＝"]


def test_profit_around_zero_is_told_in_words_and_never_as_a_rate():
    assert phrases.profit(1.2, -0.8) == "扭亏为盈"
    assert phrases.profit(-0.8, 1.2) == "由盈转亏"
    assert phrases.profit(-0.8, -2.0) == "减亏1.2亿元"  # 2.0 − 0.8
    assert phrases.profit(-2.0, -0.8) == "增亏1.2亿元"
    assert phrases.profit(-2.0, -2.0) == "亏损额持平"
    assert phrases.profit(3.0, 2.0) == phrases.profit(None, 2.0) == ""
    assert phrases.profit(-0.8, -2.0, "en") == "a loss smaller by RMB 120 mn"
