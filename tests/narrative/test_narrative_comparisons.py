"""What figures of one period tell, and the sentence of groups."""

import pandas as pd

from scicity.narrative import comparisons, groups, told
from tests.narrative.narrative_rows import row, series, snapshot, year_to_date


def pulled(**pulls):
    total = sum(pulls.values())
    return snapshot(
        row("ALL", value=100.0, yoy=total, pull=total),
        *(row(item, value=10.0, yoy=1.0, pull=pull) for item, pull in pulls.items()),
    )


def test_contribution_tells_the_largest_pull_and_the_largest_drag():
    said = comparisons.contribution(year_to_date())
    assert said.headline == "新一代信息技术拉动增长2.8个百分点，先进制造下拉1.8个百分点"
    assert said.subline == "各产业对四大主导产业增长的拉动（个百分点），科学城全域，2020年1—8月，累计同比，可比口径"
    # 2.8 − 1.8 + 0.6 + 0.2 = 1.8, the total grew by 1.9
    assert said.notes[1].endswith("因四舍五入，分项合计与总计可能略有差异")


def test_contribution_tells_the_two_largest_where_all_pull_one_way():
    assert (
        comparisons.contribution(pulled(NIT=2.8, AM=0.1, GH=0.6)).headline
        == "新一代信息技术拉动增长2.8个百分点，大健康拉动增长0.6个百分点"
    )
    assert (
        comparisons.contribution(pulled(NIT=-2.8, AM=-0.1, GH=-0.6)).headline
        == "新一代信息技术下拉2.8个百分点，大健康下拉0.6个百分点"
    )
    assert comparisons.contribution(pulled(NIT=2.8, AM=0.04)).headline == "新一代信息技术拉动增长2.8个百分点"


def test_equal_pulls_stand_together():
    assert (
        comparisons.contribution(pulled(NIT=0.62, GH=0.58, AM=-1.0)).headline
        == "新一代信息技术、大健康各拉动增长0.6个百分点，先进制造下拉1.0个百分点"
    )


def test_contribution_without_numbers_is_pending_and_says_of_what():
    rows = snapshot(row("ALL", status="pending"), row("NIT", value=999.8, yoy=4.7), row("HS", status="pending"))
    said = comparisons.contribution(rows)
    assert said.headline == "1—8月合计待发布，暂不计算拉动"
    assert comparisons.share(rows).headline == "1—8月合计待发布，暂不计算占比"
    assert comparisons.contribution(snapshot(row("ALL", value=1.0), row("NIT", value=1.0))).headline == (
        "1—8月没有可计算的拉动"
    )
    assert said.notes[-1] == "高技术服务2020年1—8月数据待发布"


def test_share_tells_the_largest_part_and_how_it_moved():
    said = comparisons.share(year_to_date())
    assert said.headline == "新一代信息技术占比升至61.7%，比上年同期提高1.5个百分点"  # 61.7 − 60.2
    assert said.subline == "四大主导产业规模构成（%），科学城全域，2019年1—8月与2020年1—8月，累计，现价"
    # 61.7 + 24.5 + 6.4 + 7.4 = 100.0 and 60.2 + 26.4 + 6.0 + 7.4 = 100.0
    assert not any("四舍五入" in line for line in said.notes)


def test_share_falls_stands_or_has_no_year_before():
    def headline(share, before):
        return comparisons.share(snapshot(row("ALL", value=1.0), row("NIT", share=share, share_before=before))).headline

    assert headline(58.0, 60.2) == "新一代信息技术占比降至58.0%，比上年同期下降2.2个百分点"
    assert headline(60.24, 60.16) == "新一代信息技术占比为60.2%，与上年同期持平"
    assert headline(60.2, None) == "新一代信息技术占比为60.2%"
    assert headline(None, None) == "1—8月没有可计算的占比"


def test_a_year_before_that_is_not_there_is_not_named():
    rows = snapshot(row("ALL", period="2018-08", value=1.0), row("NIT", period="2018-08", share=63.3))
    assert comparisons.share(rows).subline == "四大主导产业规模构成（%），科学城全域，2018年1—8月，累计，现价"


def test_shares_that_miss_a_hundred_say_so():
    rows = year_to_date()
    rows.loc[rows["item"] == "GH", "share_pct"] = 6.35  # 6.4 in print, as before: nothing to say
    assert not any("100%可能" in line for line in comparisons.share(rows).notes)
    rows.loc[rows["item"] == "GH", "share_pct"] = 6.34  # 6.3 in print: 99.9 together
    assert comparisons.share(rows).notes[1].endswith("因四舍五入，分项合计与100%可能略有差异")


def test_ranking_names_both_ends_with_their_rates():
    rows = snapshot(
        row("ALL", yoy=13.0, span="month"),
        row("GH-IVD", value=3.0, yoy=33.5, span="month"),
        row("AM-LM", value=3.0, yoy=-4.1, span="month"),
        row("AM-ADD", span="month", status="suppressed"),
    )
    said = comparisons.ranking(rows)
    assert said.headline == "体外诊断增长33.5%居首，轻量化材料下降4.1%居末"
    assert said.subline == "3个细分领域当月同比（%），科学城全域，2020年8月"
    assert said.notes[-1] == "增材制造2020年8月数据不予公布"
    assert comparisons.ranking(rows, "en").headline == (
        "In-vitro diagnostics came first, up 33.5%; lightweight materials came last, down 4.1%"
    )


def test_ranking_of_industries_leaves_the_total_out():
    said = comparisons.ranking(year_to_date(), level="industry")
    assert said.headline == "大健康增长10.3%居首，先进制造下降6.7%居末"
    assert said.subline.startswith("4个产业累计同比（%）")


def test_classes_stand_side_by_side_and_are_never_added():
    frame = pd.concat(
        [
            series(("ALL", "2020-08", 1620.2, 1.9), span="ytd"),
            series(("ALL", "2020-08", 1422.8, 9.1), classification="high_tech", span="ytd"),
            series(("ALL", "2020-08", 1373.3, None), classification="strategic", span="ytd"),
        ]
    )
    said = comparisons.classes(frame)
    assert said.headline == "1—8月高技术制造业产值1422.8亿元，战略性新兴产业产值1373.3亿元"
    assert "不可相加" in said.notes[0]
    assert comparisons.classes(frame, "en").headline == (
        "In Jan–Aug: output of high-tech manufacturing RMB 142.3 bn, "
        "output of strategic emerging industries RMB 137.3 bn"
    )
    assert not any(word in said.headline + said.notes[0] for word in ("合计", "共计"))


def test_a_class_whose_level_is_not_published_is_told_by_its_growth():
    frame = series(("ALL", "2020-08", None, 9.1), classification="high_tech", span="ytd")
    assert comparisons.classes(frame).headline == "1—8月高技术制造业产值增长9.1%"


def test_an_empty_frame_says_that_there_are_no_data():
    empty = year_to_date().iloc[:0]
    for tell in (comparisons.contribution, comparisons.share, comparisons.ranking, comparisons.classes):
        assert tell(empty) == told.Told("所选条件下没有数据", "", ())


def test_groups_go_from_growth_to_falls_and_equal_rates_merge():
    rows = series(
        ("NIT", "2020-08", 1.0, 4.7),
        ("AM", "2020-08", 1.0, -6.7),
        ("GH", "2020-08", 1.0, 10.3),
        ("HS", "2020-08", 1.0, 4.68),
    )
    assert (
        groups.by_growth(rows, "2020-08")
        == "分产业看，大健康增长10.3%，新一代信息技术、高技术服务均增长4.7%，先进制造下降6.7%。"
    )
    assert groups.by_growth(rows, "2020-07") == ""


def test_groups_put_no_change_between_growth_and_the_smallest_fall():
    rows = series(
        ("NIT", "2020-08", 1.0, -0.04),
        ("AM", "2020-08", 1.0, -6.7),
        ("GH", "2020-08", 1.0, -1.0),
        ("HS", "2020-08", 1.0, 2.6),
    )
    assert (
        groups.by_growth(rows, "2020-08")
        == "分产业看，高技术服务增长2.6%，新一代信息技术持平，大健康下降1.0%，先进制造下降6.7%。"
    )


def test_groups_name_six_items_and_count_the_rest():
    codes = ("NIT-IC", "NIT-AI", "NIT-BD", "NIT-5G", "AM-LM", "AM-ROB", "GH-AV", "GH-BT")
    rows = series(*((code, "2020-08", 1.0, 20.0 - place) for place, code in enumerate(codes)))
    said = groups.by_growth(rows, "2020-08")
    assert said.count("增长") == 6 and said.endswith("智能机器人增长15.0%，其余2个领域略。")
