"""Amounts, names and lists as they stand in sentences."""

from scicity.narrative.amounts import amount, listed, money, name, plain, subject


def test_chinese_prose_prints_no_grouping_and_english_always_does():
    assert plain(39038.1) == "39038.1"
    assert plain(39038.1, language="en") == "39,038.1"


def test_money_is_hundred_million_yuan_in_chinese_and_billions_or_millions_in_english():
    assert money(1620.24) == "1620.2亿元"
    assert money(1620.24, "en") == "RMB 162.0 bn"
    assert money(3.25, "en") == "RMB 330 mn"  # 3.3 in print
    assert amount(9.96, "en") == ("1.0", "RMB bn")  # 10.0 in print
    assert amount(14.7) == ("14.7", "亿元")


def test_missing_money_is_a_mark_on_a_card_and_nothing_in_a_sentence():
    assert amount(None) == ("--", "")
    assert money(None) == money(float("nan"), "en") == ""


def test_an_item_is_measured_by_output_or_by_revenue_and_totals_have_names_of_their_own():
    assert subject("ALL") == "主导产业规模"
    assert subject("IND") == "三大工业主导产业总产值"
    assert subject("AM") == "先进制造产值"
    assert subject("HS") == "高技术服务营业收入"
    assert subject("ALL", "high_tech") == "高技术制造业产值"
    assert subject("HS-TIC", language="en") == "Revenue of testing and inspection"


def test_english_names_lose_their_capital_inside_a_sentence_but_abbreviations_do_not():
    assert name("AM", language="en", inside=True) == "advanced manufacturing"
    assert name("HS-INC", language="en", inside=True) == "R&D and incubation"
    assert name("NIT-5G", language="en", inside=True) == "5G applications"


def test_lists_name_three_and_count_the_rest():
    assert listed(["甲"]) == "甲"
    assert listed(["甲", "乙"]) == "甲、乙"
    assert listed(["甲", "乙", "丙", "丁", "戊"]) == "甲、乙、丙等5项"
    assert listed(["a", "b", "c"], "en") == "a, b and c"
    assert listed(["a", "b", "c", "d", "e"], "en") == "a, b, c and 2 more"
