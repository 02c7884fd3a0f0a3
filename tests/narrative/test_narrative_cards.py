"""The words of cards, state by state."""

import pandas as pd

from scicity.narrative.cards import Card, level_card, published_card, share_card, stock_card
from tests.narrative.narrative_rows import row


def card(item, language="zh", latest="", **numbers):
    return level_card(pd.Series(row(item, **numbers)), language, latest)


def test_a_growing_level_shows_value_growth_and_its_change():
    assert card("ALL", span="month", value=238.0, yoy=13.0, before=10.9) == Card(
        label="主导产业规模，8月",
        value="238.0",
        unit="亿元",
        change="▲ 同比增长13.0%",
        note="增速比7月加快2.1个百分点",  # 13.0 − 10.9
        chip="演示",
    )


def test_a_falling_level_says_so_in_arrow_word_and_number():
    said = card("AM", value=396.5, yoy=-6.7, before=-8.3)
    assert (said.label, said.change, said.note) == ("先进制造，1—8月", "▼ 同比下降6.7%", "降幅比1—7月收窄1.6个百分点")


def test_no_change_carries_no_number_and_no_sign():
    assert card("AM", value=396.5, yoy=-0.04).change == "＝ 同比持平"
    said = share_card(pd.Series(row("HS", share=7.44, share_before=7.35)))
    assert said == Card(
        "高技术服务占比，1—8月", "7.4", "%", "＝ 与上年同期持平", "占四大主导产业规模的比重，现价", "演示"
    )


def test_a_share_names_the_total_it_is_of():
    rows = pd.Series(row("NIT", share=66.7, share_before=65.0))
    said = share_card(rows, total="IND")
    assert said.note == "占三大工业主导产业总产值的比重，现价"
    assert said.change == "▲ 比上年同期提高1.7个百分点"


def test_a_share_waits_for_its_total_and_does_not_blame_the_item():
    said = share_card(pd.Series(row("NIT", value=999.8)))
    assert (said.value, said.change, said.chip) == ("--", "合计未发布，暂不计算", "")
    assert share_card(pd.Series(row("HS", status="pending"))).value == "待发布"


def test_a_stock_is_at_the_end_of_a_month_and_offers_no_growth():
    said = stock_card(pd.Series(row("NIT", count=57)))
    assert said == Card("新一代信息技术企业数，8月末", "57", "家", "期末数，不设同比", "", "演示")
    assert stock_card(pd.Series(row("NIT", count=57)), "en").label == "Next-generation IT, enterprises, end of Aug"


def test_a_pending_service_names_the_latest_data_and_is_not_zero():
    assert card("HS", span="month", status="pending", latest="2020-07") == Card(
        label="高技术服务营业收入，8月",
        value="待发布",
        unit="",
        change="最新数据为7月",
        note="服务业数据滞后一个月，不以上月代替",
        chip="滞后1个月",
    )
    assert card("AM", span="month", status="pending").note == "不以上期代替"


def test_a_value_that_is_not_disclosed_never_says_why():
    said = card("AM-ADD", span="month", status="suppressed")
    assert said == Card("增材制造，8月", "--", "", "不予公布", "依统计保密规定；合计已含该项", "已抑制")
    english = card("AM-ADD", "en", span="month", status="suppressed")
    assert (english.value, english.change) == ("--", "Not disclosed")


def test_growth_without_a_level_becomes_the_value():
    said = card("AM", yoy=-3.4, before=1.0, status="not_published", provenance="official")
    assert (said.label, said.value, said.unit) == ("先进制造同比增速，1—8月", "−3.4", "%")
    assert (said.change, said.note) == ("▼ 同比下降3.4%", "由增转降（1—7月为增长1.0%）")
    assert card("AM", yoy=14.8, status="not_published").note == "规模数未公布"
    assert (card("AM", yoy=0.01).value, card("AM", yoy=0.01).unit) == ("持平", "")
    assert card("AM", yoy=178.9).value == "178.9"  # cards keep per cent; the words count in 倍


def test_nothing_published_is_not_zero():
    assert card("AM", status="not_published").value == "--"
    assert card("AM", status="not_published").change == "未公布"


def test_real_statistics_carry_their_status_and_demonstration_data_their_mark():
    assert card("AM", value=1.0, provenance="official").chip == "初步"
    assert card("AM", value=1.0, provenance="official", status="revised").chip == "修订"
    assert card("AM", value=1.0, provenance="demo", status="final").chip == "演示"
    assert card("AM", "en", value=1.0).is_demo and not card("AM", value=1.0, provenance="official").is_demo


def test_cards_of_other_classifications_and_in_english():
    rows = pd.Series(row("ALL", value=1422.8, yoy=9.1) | {"classification": "high_tech"})
    assert level_card(rows).label == "高技术制造业产值，1—8月"
    said = card("ALL", "en", value=1620.2, yoy=1.9, before=0.2)
    assert said == Card(
        "Leading-industry scale, Jan–Aug",
        "162.0",
        "RMB bn",
        "▲ up 1.9% year on year",
        "1.7 percentage points faster than in Jan–Jul",
        "Demo",
    )


def test_a_public_figure_keeps_its_qualifier_publisher_and_date():
    assert published_card("科技成果转化股权投资基金总规模", "超20亿元", "重庆日报", "2020-10-08") == Card(
        label="科技成果转化股权投资基金总规模",
        value="超20亿元",
        unit="",
        change="",
        note="重庆日报，2020年10月8日",
        chip="公开报道",
    )
    undated = published_card("市级以上研发平台", "169个", "重庆日报", None, stock=True)
    assert (undated.change, undated.note) == ("期末数，不设同比", "重庆日报，原文未注明日期")
    assert (
        published_card("R&D platforms", "169", "Chongqing Daily", "2020-10", "en").note == "Chongqing Daily, Oct 2020"
    )
