"""The words of finance: bounds kept, missing inputs named, and no ratio of unlike units."""

import pandas as pd
import pytest

from scicity.narrative import finance, finance_cards

PLATFORM = {
    "item": "ALL", "period": "2020-09", "span": "month", "enterprises": 2681.0, "institutions": 36.0, "products": 120.0,
    "requests_filed": None, "matched_count": 430.0, "matched_100m_yuan": 9.32, "new_count": 26.0,
    "new_100m_yuan": 0.602184, "average_10k_yuan": 93200 / 430, "success_pct": None, "status": "preliminary",
    "provenance": "demo",
}  # fmt: skip


def month(**changes):
    return pd.Series({**PLATFORM, **changes})


def funds(*rows):
    names = ("item", "name_zh", "name_en", "as_of", "planned_100m_yuan", "qualifier", "paid_in_100m_yuan",
             "invested_100m_yuan", "leverage_times", "status", "provenance")  # fmt: skip
    return pd.DataFrame(
        [(item, f"基金{item}", f"Fund {item}", "2020-09-30", size, kind, None, None, None, "preliminary", "demo")
         for item, size, kind in rows],
        columns=list(names),
    )  # fmt: skip


PUBLISHED = funds(("SC", 300.0, "exact"), ("TT", 20.0, "over"))


def test_w02_c2_a_target_size_is_never_called_invested():
    for language in ("zh", "en"):
        told = finance.funds(PUBLISHED, language)
        spoken = told.headline + told.subline
        assert "已投" not in spoken and "invested" not in spoken
    assert finance.funds(PUBLISHED).headline == "基金SC目标规模300亿元；基金TT目标规模超20亿元"


def test_w02_c1_what_nobody_reported_is_said():
    assert "实缴与已投均缺报。" in finance.funds(PUBLISHED).notes


def test_w03_c1_a_bound_prints_as_a_bound():
    row = PUBLISHED.iloc[1]
    assert finance.size(row) == "超20亿元"
    assert finance.size(row, "en") == "over RMB 2 bn"


def test_w03_c2_the_sum_keeps_the_bound():
    assert finance.sum_of_funds(PUBLISHED) == "超320亿元"
    assert finance.sum_of_funds(PUBLISHED, "en") == "over RMB 32 bn"
    assert finance.sum_of_funds(PUBLISHED[:1]) == "300亿元"
    assert finance.sum_of_funds(funds(("A", 1.0, "over"), ("B", 2.0, "about"))) == "约3亿元"


def test_w04_c1_the_average_opens_its_formula():
    # 93200 / 430 = 216.744…
    assert finance.average(month()) == ("216.7", "9.32亿元 ÷ 430件 = 216.7万元")
    assert "9.32亿元 ÷ 430件 = 216.7万元" in finance_cards.formulas(month())[0]


def test_w04_c2_without_requests_filed_the_success_rate_names_what_is_missing():
    assert "".join(finance.success(month())) == "—（缺：申请数）"
    card = finance_cards.platform(month(), None)[-1]
    assert card.value + card.unit == "—（缺：申请数）"


def test_w04_c2_with_requests_filed_there_is_a_rate():
    # 430 / 700 = 61.43 %
    assert finance.success(month(requests_filed=700.0, success_pct=100 * 430 / 700)) == ("61.4", "%")


def test_w04_c3_requests_over_enterprises_is_offered_nowhere():
    # 430 / 2681 = 16.04 %
    texts = [text for card in finance_cards.platform(month(), month()) for text in vars(card).values()]
    texts += [*finance_cards.formulas(month()), finance_cards.platform_headline(month())]
    texts += [*vars(finance.matches(pd.DataFrame([PLATFORM]))).values()]
    assert not any("16.0" in str(text) or "430/2681" in str(text) for text in texts)


@pytest.mark.parametrize(("unit", "printed"), [("100m_yuan", "9.32亿元"), ("10k_yuan", "93,200万元")])
def test_w04_c4_the_unit_switch_keeps_every_digit(unit, printed):
    assert finance.fine(9.32, "zh", unit) == printed
    card = finance_cards.platform(month(), None, "zh", unit)[4]
    assert card.value + card.unit == printed


def test_in_english_the_amount_has_the_same_digits():
    assert finance.fine(9.32, "en") == "RMB 932 mn"
    assert finance.fine(None) == "--"


def test_stocks_tell_their_net_change_and_never_a_sum():
    cards = finance_cards.platform(month(), month(enterprises=2452.0, institutions=36.0, products=121.0))
    assert [card.change for card in cards[:3]] == ["比上期增加229家", "与上期持平", "比上期减少1项"]
    assert all(card.note == "时点数，不按月累加" for card in cards[:3])


def test_without_the_month_before_there_is_no_change():
    assert finance_cards.platform(month(), None)[0].change == ""


def test_a_month_by_subtraction_is_told_as_derived():
    told = finance.matches(pd.DataFrame([PLATFORM]))
    assert told.headline == "9月对接26件、0.60亿元，自上线累计430件、9.32亿元"
    assert "推算" in told.notes[0]


def test_the_first_month_tells_only_the_running_total():
    told = finance.matches(pd.DataFrame([{**PLATFORM, "new_count": None, "new_100m_yuan": None}]))
    assert told.headline == "自上线累计430件、9.32亿元"


def test_days_come_with_their_n_and_without_the_reported_case():
    frame = pd.DataFrame(
        {"item": "ALL", "period": "2020-09", "span": "month", "days": [5, 7], "loans": [6, 6], "timed": 12.0,
         "days_median": 6.5, "days_p90": 7.0, "status": "preliminary", "provenance": "demo"}
    )  # fmt: skip
    told = finance.days(frame)
    assert told.headline == "半数贷款在6.5个工作日内放款，90%在7个工作日内（12笔）"
    assert "公开报道案例不在其中。" in told.notes


def test_too_few_loans_are_said_in_words():
    assert finance.days(pd.DataFrame(columns=["period"])).headline == "已放款贷款不足10笔，不显示分布"


def test_withheld_subfields_are_counted_and_never_explained():
    frame = pd.DataFrame(
        [("ALL", "total", 12.0, 6.0, "preliminary"), ("NIT-IC", "subfield", 7.0, 5.0, "preliminary"),
         ("GH-MD", "subfield", None, None, "suppressed")],
        columns=["item", "level", "timed", "days_median", "status"],
    ).assign(period="2020-09", span="month", provenance="demo")  # fmt: skip
    told = finance.fields(frame)
    assert told.headline == "1个可公布领域的用时中位数在5至5个工作日之间"
    assert "1个领域不予公布。" in told.notes


def test_w05_c2_the_case_prints_as_printed():
    figures = pd.DataFrame(
        [("新增营业收入", "New revenue", "上千万元", "at least 10 million yuan", "重庆日报", "", "2020", "2020")],
        columns=[
            "indicator_zh",
            "indicator_en",
            "printed_zh",
            "printed_en",
            "publisher",
            "published_on",
            "period_start",
            "period_end",
        ],  # fmt: skip
    )
    (card,) = finance_cards.cited(figures)
    assert (card.label, card.value, card.chip) == ("新增营业收入，2020年", "上千万元", "公开报道")
