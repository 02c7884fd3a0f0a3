"""What figures over time tell."""

import pandas as pd

from scicity.narrative import figures, told
from tests.narrative.narrative_rows import fields, monthly, series

ROUNDING = "因四舍五入"


def test_monthly_scale_tells_the_level_and_the_run_of_growth():
    said = figures.monthly_scale(monthly())
    # growth of April to August: 2.7, 5.6, 8.5, 10.9, 13.0
    assert said.headline == "8月规模238.0亿元，连续5个月正增长"
    assert said.subline == "四大主导产业当月规模（亿元）与当月同比（%），科学城全域，2020年1—2月至8月"
    assert said.notes[0].startswith(
        "口径：新一代信息技术、先进制造、大健康为规上工业总产值（现价），高技术服务为规上服务"
    )
    assert "1—2月合并统计" in said.notes[0] and "同比按可比口径计算" in said.notes[0]
    assert said.notes[1] == "资料来源：演示数据集（按模型生成）　数据截至2020年8月"
    assert (
        figures.monthly_scale(monthly(), "en").headline == "Scale was RMB 23.8 bn in Aug, growing for 5 months in a row"
    )


def test_monthly_scale_tells_the_rate_where_there_is_no_run():
    rows = series(("ALL", "2020-07", 229.0, -1.0), ("ALL", "2020-08", 238.0, 13.0))
    assert figures.monthly_scale(rows).headline == "8月规模238.0亿元，同比增长13.0%"


def test_the_year_to_date_has_no_run_of_months():
    rows = series(*((("ALL", month, 1000.0, 1.9)) for month in ("2020-06", "2020-07", "2020-08")), span="ytd")
    said = figures.monthly_scale(rows)
    assert said.headline == "1—8月规模1000.0亿元，同比增长1.9%"
    assert said.subline == "四大主导产业年初累计规模（亿元）与累计同比（%），科学城全域，2020年1—6月至1—8月"


def test_growth_without_a_level_is_told_alone():
    rows = series(("ALL", "2020-08", None, 14.8), classification="above_scale", provenance="official")
    said = figures.monthly_scale(rows)
    assert said.headline == "8月规模以上工业总产值同比增长14.8%"
    assert said.notes[1].startswith("资料来源：统计月报")


def test_a_level_without_growth_is_told_alone():
    assert figures.monthly_scale(series(("ALL", "2020-08", 238.0, None))).headline == "8月规模238.0亿元"


def test_a_pending_industry_leaves_the_sentence_to_the_latest_complete_month():
    rows = series(
        ("ALL", "2020-07", 229.0, 10.9),
        ("ALL", "2020-08", "pending"),
        ("NIT", "2020-08", 150.9, 16.1),
        ("HS", "2020-08", "pending"),
        ("HS-SL", "2020-08", "pending"),
    )
    said = figures.monthly_scale(rows)
    assert said.headline == "7月规模229.0亿元，同比增长10.9%"
    # the sub-field is not named beside its industry, and the total is no part
    assert said.notes[-1] == "高技术服务2020年8月数据待发布"
    assert "数据截至2020年8月" in said.notes[1]


def test_the_rounding_note_stands_only_where_displayed_parts_miss_the_displayed_total():
    exact = monthly()
    assert not any(ROUNDING in line for line in figures.monthly_scale(exact).notes)
    # 150.84 + 54.94 + 14.74 + 17.44 = 237.96: 150.8 + 54.9 + 14.7 + 17.4 = 237.8 in print, the total 238.0
    off = exact.copy()
    off["value_100m_yuan"] = off["value_100m_yuan"].where(
        off["period"] != "2020-08", [0.0] * 6 + [237.96, 150.84, 54.94, 14.74, 17.44]
    )
    assert ROUNDING in figures.monthly_scale(off).notes[1]


def test_a_part_that_is_not_shown_is_no_rounding():
    assert told.rounding([150.9, 54.9], 238.0) is False  # 32.2 are missing, no rounding does that
    assert told.rounding([150.9, None], 238.0) is False
    assert told.rounding([], 238.0) is False


def test_an_empty_frame_says_that_there_are_no_data():
    empty = monthly().iloc[:0]
    for tell in (figures.monthly_scale, figures.trend, figures.growth, figures.same_month):
        assert tell(empty) == told.Told("所选条件下没有数据", "", ())
    assert figures.small_multiples(empty, "2020-08", "en").headline == "No data for this choice"


def test_trend_of_one_item_tells_its_level_and_growth():
    rows = series(("AM", "2020-07", 386.0, -8.3), ("AM", "2020-08", 396.5, -6.7), span="ytd")
    said = figures.trend(rows)
    assert said.headline == "1—8月先进制造产值396.5亿元，同比下降6.7%"
    assert said.notes[0].startswith("口径：规上工业总产值，按现价计算；")
    assert figures.trend(rows, "en").headline == (
        "Output of advanced manufacturing was RMB 39.7 bn in Jan–Aug, down 6.7% year on year"  # 39.65, half up
    )


def test_trend_of_several_items_tells_the_three_largest():
    rows = monthly()
    industries = rows[rows["item"] != "ALL"]
    assert figures.trend(industries).headline == "8月新一代信息技术150.9亿元，先进制造54.9亿元，高技术服务17.5亿元"


def test_trend_of_another_classification_has_its_name():
    rows = series(("ALL", "2020-08", 1422.8, 9.1), classification="high_tech", span="ytd")
    said = figures.trend(rows)
    assert said.headline == "1—8月高技术制造业产值1422.8亿元，同比增长9.1%"
    assert said.subline.startswith("高技术制造业年初累计规模（亿元）")


def test_growth_of_one_item_tells_its_change_too():
    rows = series(("ALL", "2020-07", 229.0, 10.9), ("ALL", "2020-08", 238.0, 13.0))
    # 13.0 − 10.9
    assert figures.growth(rows).headline == "8月主导产业规模同比增长13.0%，增速比7月加快2.1个百分点"
    assert figures.growth(rows.iloc[1:]).headline == "8月主导产业规模同比增长13.0%"


def test_growth_of_two_items_tells_each_and_of_many_the_ends():
    assert (
        figures.growth(series(("NIT", "2020-08", 150.9, 16.1), ("AM", "2020-08", 54.9, -4.5))).headline
        == "8月新一代信息技术增长16.1%，先进制造下降4.5%"
    )
    rows = monthly()
    assert figures.growth(rows[rows["item"] != "ALL"]).headline == "大健康增长18.4%居首，先进制造增长4.5%居末"


def test_growth_not_yet_out_is_pending_and_growth_that_never_was_is_not():
    assert figures.growth(series(("HS", "2020-08", "pending"))).headline == "8月高技术服务营业收入待发布"
    two = series(("HS", "2020-08", "pending"), ("HS-DC", "2020-08", "pending"))
    assert figures.growth(two).headline == "8月数据待发布"
    assert figures.growth(series(("AM-ADD", "2020-08", "suppressed"))).headline == "8月增材制造产值不予公布"
    assert figures.growth(series(("NIT", "2018-02", 200.0, None))).headline == "1—2月没有同比数"
    fields_2018 = series(("NIT-IC", "2018-02", 20.0, None))
    assert figures.small_multiples(fields_2018, "2018-02").headline == "1—2月没有同比数"


def test_a_series_without_any_number_says_its_status_and_not_another():
    def headline(status, language="zh"):
        return figures.trend(series(("AM-ADD", "2020-08", status)), language).headline

    assert headline("pending") == "8月增材制造产值待发布"
    assert headline("suppressed") == "8月增材制造产值不予公布"
    assert headline("not_published") == "8月增材制造产值未公布"
    assert headline("suppressed", "en") == "Output of additive manufacturing is not disclosed for Aug"


def test_same_month_compares_growth_and_never_levels():
    rows = series(("ALL", "2019-08", 211.6, 4.6), ("ALL", "2020-08", 238.0, 13.0))
    assert figures.same_month(rows).headline == "8月主导产业规模238.0亿元，同比增长13.0%，上年8月为增长4.6%"
    assert figures.same_month(rows.iloc[1:]).headline == "8月主导产业规模238.0亿元，同比增长13.0%"


def test_small_multiples_name_the_fastest_and_those_still_falling():
    said = figures.small_multiples(fields(), "2020-08")
    assert said.headline == "体外诊断增速居首，轻量化材料、数字文创仍在下降"
    assert said.subline == "7个细分领域当月同比（%），科学城全域，2020年7月至8月；各小图纵轴范围相同，横线为0"
    assert said.notes[-1] == "增材制造2020年8月数据不予公布"


def test_a_fall_that_is_new_is_not_still_a_fall():
    rows = fields()
    july = (rows["item"] == "AM-LM") & (rows["period"] == "2020-07")
    rows.loc[july, "yoy_pct"] = 1.0
    assert figures.small_multiples(rows, "2020-08").headline == "体外诊断增速居首，轻量化材料、数字文创下降"


def test_small_multiples_have_words_for_no_fall_a_tie_no_growth_and_one_field():
    def headline(*rates):
        codes = ("NIT-IC", "AM-LM", "GH-IVD")
        rows = series(*((code, "2020-08", 1.0, rate) for code, rate in zip(codes, rates, strict=False)))
        return figures.small_multiples(rows, "2020-08").headline

    assert headline(1.0, 2.0, 3.0) == "体外诊断增速居首"
    assert headline(3.0, 2.0, 3.04) == "集成电路、体外诊断增速并列居首"
    assert headline(-1.0, -2.0, -3.0) == "3项均下降，集成电路降幅最小"
    assert headline(0.0, -2.0, -3.0) == "集成电路同比持平，体外诊断、轻量化材料下降"
    assert headline(-2.0) == "集成电路同比下降2.0%"
    assert headline(0.0, 0.0) == "集成电路、轻量化材料均同比持平"


def test_small_multiples_look_no_further_than_their_month():
    assert figures.small_multiples(fields(), "2020-07").subline.startswith(
        "6个细分领域当月同比（%），科学城全域，2020年7月；"
    )


def test_sources_of_both_kinds_are_both_named():
    both = pd.concat([monthly(), series(("ALL", "2019-08", 211.6, 4.6), provenance="official")])
    assert "资料来源：统计月报、演示数据集（按模型生成）" in figures.monthly_scale(both).notes[1]
