"""The sentence patterns of the bulletin: the table of edge cases as whole sentences, and real sentences."""

from decimal import Decimal

import pytest

from scicity.narrative import bulletin, phrases
from scicity.narrative.amounts import money
from scicity.narrative.phrases import change, growth, recovery
from scicity.narrative.targets import pace

CITY, SCALE = "科学城", "主导产业规模"
HEAD = "1—8月，科学城实现主导产业规模1620.2亿元"

# growth now, one period before, its label, two periods before, what follows the level
TABLE = [
    (1.9, 0.2, "1—7月", None, "，同比增长1.9%，增速比1—7月加快1.7个百分点"),
    (5.6, 4.8, "7月", 5.2, "，同比增长5.6%，增速比7月回升0.8个百分点"),
    (5.6, 4.8, "7月", 4.8, "，同比增长5.6%，增速比7月加快0.8个百分点"),
    (4.8, 4.8, "6月", None, "，同比增长4.8%，增速与6月持平"),
    (3.1, 5.0, "1—7月", None, "，同比增长3.1%，增速比1—7月回落1.9个百分点"),
    (0.4, -0.4, "1—7月", None, "，同比增长0.4%，增速由负转正（1—7月为下降0.4%）"),
    (-8.1, -12.8, "1—6月", None, "，同比下降8.1%，降幅比1—6月收窄4.7个百分点"),
    (-3.0, -1.2, "1—7月", None, "，同比下降3.0%，降幅比1—7月扩大1.8个百分点"),
    (-1.2, -1.2, "1—7月", None, "，同比下降1.2%，降幅与1—7月持平"),
    (-0.6, 2.3, "1—7月", None, "，同比下降0.6%，由增转降（1—7月为增长2.3%）"),
    (0.04, -0.3, "1—7月", None, "，同比持平，由降转平"),
    (-0.04, 0.02, "1—7月", None, "，同比持平"),
    (0.5, 0.0, "1—7月", None, "，同比增长0.5%，由平转增"),
    (-0.5, 0.0, "1—7月", None, "，同比下降0.5%，由平转降"),
    (0.0, 1.4, "1—7月", None, "，同比持平，由增转平"),
    (178.9, 20.1, "上年全年", None, "，同比增长1.8倍"),
    (100.0, None, "", None, "，同比增长1倍"),
    (99.96, None, "", None, "，同比增长1倍"),
    (2.25, 2.15, "1—7月", None, "，同比增长2.3%，增速比1—7月加快0.1个百分点"),
    (12.3, None, "1—7月", None, "，同比增长12.3%"),
    (None, 1.0, "1—7月", None, ""),  # level only
]


@pytest.mark.parametrize(("rate", "before", "label", "one_before", "after"), TABLE)
def test_each_row_of_the_table_is_a_sentence_of_the_bulletin(rate, before, label, one_before, after):
    moved = change(rate, before, label, word=recovery(rate, before, one_before))
    said = bulletin.level("1—8月", CITY, SCALE, money(1620.2), growth(rate), moved)
    assert said == f"{HEAD}{after}。"


def test_a_level_that_is_not_published_leaves_the_growth_and_nothing_leaves_no_sentence():
    assert bulletin.level("全年", "", "规上工业总产值", "", growth(14.8)) == "全年，规上工业总产值同比增长14.8%。"
    assert bulletin.level("1—8月", CITY, SCALE, "", "") == ""


def test_across_a_break_only_an_official_rate_is_told_and_no_change():
    own, official = (bulletin.across_break(9.2, broken=True, official=one) for one in (False, True))
    assert bulletin.level("1—8月", CITY, SCALE, money(1620.2), growth(own), change(own, 3.0, "1—7月")) == f"{HEAD}。"
    assert growth(official) == "同比增长9.2%"
    assert bulletin.across_break(9.2, broken=False, official=False) == 9.2


def test_the_model_text_of_the_briefing_comes_out_of_its_numbers():
    run = phrases.run(["2020-04", "2020-05", "2020-06", "2020-07", "2020-08"], [2.7, 5.6, 8.5, 10.9, 13.0])
    assert bulletin.month("8月", money(238.0), growth(13.0, lead=False), change(13.0, 10.9, "7月"), run) == (
        "其中，8月当月238.0亿元，增长13.0%，增速比7月加快2.1个百分点，连续5个月正增长。"
    )
    share = bulletin.share("新一代信息技术", SCALE, "61.7", phrases.share_change(61.7, 60.2))
    assert share == "新一代信息技术占主导产业规模的61.7%，比上年同期提高1.5个百分点"
    pulled = bulletin.contribution("新一代信息技术", phrases.pull(2.8, whole="主导产业"), "147.4")
    assert pulled == "新一代信息技术拉动主导产业增长2.8个百分点，贡献率为147.4%"
    assert bulletin.contribution("先进制造", phrases.pull(-1.8)) == "先进制造下拉1.8个百分点"
    assert bulletin.projects("1—9月", "核心区", "70", "3", "19", money(998.4)) == (
        "1—9月，核心区签约项目70个，其中百亿级项目3个、十亿级项目19个；合同额998.4亿元。"
    )
    assert bulletin.stock("9月末", "市级以上孵化器和众创空间", "14", "4", bulletin.net_change("3", 1)) == (
        "截至9月末，市级以上孵化器和众创空间14个，其中国家级4个；比上年末增加3个。"
    )


def test_parts_of_a_pattern_that_are_not_there_are_left_out():
    assert bulletin.month("8月", "", growth(13.0, lead=False)) == "其中，8月当月增长13.0%。"
    assert bulletin.month("8月", "", "") == bulletin.share("大健康", SCALE, "") == ""
    assert bulletin.projects("1—2月", "核心区", "4", "", "1") == "1—2月，核心区签约项目4个，其中十亿级项目1个。"
    assert bulletin.projects("1—2月", "核心区", "") == bulletin.stock("2月末", "研发平台", "") == ""
    assert bulletin.contribution("高技术服务", phrases.pull(0.04)) == ""  # rounds to nothing


def test_r21_a_share_of_growth_is_not_told_of_a_total_that_hardly_moves():
    assert bulletin.share_of_growth(147.4, 1.9) == "147.4"
    assert bulletin.share_of_growth(890.0, 0.4) == bulletin.share_of_growth(890.0, -0.44) == ""
    assert bulletin.share_of_growth(560.0, -0.5) == "560.0"
    assert bulletin.share_of_growth(None, 1.9) == bulletin.share_of_growth(50.0, None) == ""


def test_r20_group_a_pulls_10_5_points_and_group_b_takes_8_7_off():
    # the July 2013 profit: 10.5 − 8.7 = 1.8
    assert phrases.pull(10.5) == "拉动增长10.5个百分点"
    assert phrases.pull(-8.7) == "下拉8.7个百分点"


@pytest.mark.parametrize(
    ("now", "before", "average"),
    [(35.1, -13.5, "8.1"), (72.1, 0.0, "31.2"), (45.5, 0.0, "20.6"), (42.5, 0.0, "19.4")],
)
def test_r15_the_average_of_two_years_is_their_geometric_mean(now, before, average):
    # (1.351 × 0.865)^½ = 1.081; 1.721^½ = 1.312
    assert bulletin.two_years(now, before) == Decimal(average)
    assert bulletin.two_year_growth(bulletin.two_years(now, before)) == f"两年平均增长{average}%"


def test_two_years_may_fall_or_stand_still_and_need_both_rates():
    assert bulletin.two_year_growth(bulletin.two_years(-2.0, -2.0)) == "两年平均下降2.0%"
    assert bulletin.two_year_growth(Decimal("0.0")) == "两年平均持平"
    assert bulletin.two_years(None, 3.0) is None and bulletin.two_year_growth(None) == ""


def test_scopes_are_compared_only_in_the_same_period_and_measure():
    same = ("2020-08", "ytd", "iav")
    assert bulletin.compared(5.6, 3.3, "全市", same, same) == "快于全市2.3个百分点"
    assert bulletin.compared(2.9, 3.3, "全市", same, same) == "低于全市0.4个百分点"
    assert bulletin.compared(3.3, 3.3, "全市", same, same) == "与全市持平"
    assert bulletin.compared(5.6, 3.3, "全市", same, ("2020-09", "ytd", "iav")) == ""
    assert bulletin.compared(14.8, 9.2, "全市", ("2020-12", "ytd", "output"), ("2020-12", "ytd", "iav")) == ""
    assert bulletin.compared(None, 3.3, "全市", same, same) == ""


def test_a_place_is_told_only_of_an_official_ranking_and_ties_are_named():
    assert bulletin.placed(3, "全市各区县") == "增速居全市各区县第3位"
    assert bulletin.placed(3, "全市各区县", tied=True) == "增速居全市各区县并列第3位"
    assert bulletin.placed(None, "全市各区县") == ""


@pytest.mark.parametrize(
    ("pct", "month", "gap", "sentence"),
    [
        (53.7, 8, -13.0, "完成全年目标的53.7%，低于序时进度13.0个百分点"),
        (77.2, 8, 10.5, "完成全年目标的77.2%，超序时进度10.5个百分点"),
        (66.7, 8, 0.0, "完成全年目标的66.7%，与序时进度一致"),
        (104.2, 9, None, "提前完成全年目标（完成104.2%）"),
        (104.2, 12, None, "完成全年目标的104.2%"),
        (99.95, 9, None, "提前完成全年目标（完成100.0%）"),  # 100.0 in print
    ],
)
def test_progress_is_told_against_the_time_of_the_year(pct, month, gap, sentence):
    assert bulletin.clauses(bulletin.completed(pct, month), pace(gap)) == sentence


def test_progress_without_a_number_is_not_told():
    assert bulletin.completed(None, 8) == ""


def test_a_stock_is_compared_with_the_end_of_last_year_by_pieces():
    assert bulletin.net_change("3", 1) == "比上年末增加3个"
    assert bulletin.net_change("2", -1) == "比上年末减少2个"
    assert bulletin.net_change("0", 0) == "与上年末持平"
    assert bulletin.net_change("", None) == ""


def test_patterns_have_their_own_english():
    moved = change(1.9, 0.2, "Jan–Jul", "en")
    said = bulletin.level(
        "Jan–Aug", "the Science City", "leading-industry scale", "RMB 162.0 bn", growth(1.9, "en"), moved, "en"
    )
    assert said == (
        "Leading-industry scale of the Science City came to RMB 162.0 bn in Jan–Aug, up 1.9% year on year, "
        "1.7 percentage points faster than in Jan–Jul. "
    )
    assert bulletin.completed(104.2, 9, "en") == "the year's target reached early (104.2% done)"
    assert bulletin.stock("Sep", "Incubators", "14", "4", bulletin.net_change("3", 1, "en"), "en") == (
        "Incubators: 14 at the end of Sep, 4 of them national; 3 more than at the end of last year. "
    )
