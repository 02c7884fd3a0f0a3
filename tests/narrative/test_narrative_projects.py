"""What the figures and cards of projects tell: numerators and denominators, bounds, what is ours, gaps in parts."""

import pandas as pd
import pytest

from scicity import published
from scicity.narrative import projects as told
from scicity.narrative import projects_published as cited


@pytest.fixture(scope="module")
def launch_figures():
    figures = published.figures().set_index("figure_id", drop=False)
    return figures[figures.index.str.startswith("kxc_launch_")]


def test_w17_c1_the_mean_of_the_expo_opens_its_formula_and_the_median_is_missing():
    card = cited.mean_card(1012.4, 43)
    assert card.value + card.unit == "23.54亿元"  # 1012.4 / 43 = 23.5442
    assert "1012.4÷43个＝23.54亿元" in card.note
    assert "中位数：缺" in card.note
    assert card.chip == "推算"


def test_w18_c2_a_bound_on_the_share_gives_a_bound_on_the_count():
    text = told.more_than(70, 80)  # 70 x 80 % = 56
    assert "多于56个" in text
    assert "不是56个" in text
    assert "more than 56, not 56" in told.more_than(70, 80, "en")


def test_the_launch_by_type_comes_to_its_total(launch_figures):
    rows = cited.launch(launch_figures, "type")
    # 9 + 52 + 11 + 7 = 79; 385 + 475 + 295 + 145 = 1300
    assert rows[["projects", "amount"]].iloc[-2].tolist() == [79, 1300]
    assert "一致" in cited.gap(rows)


def test_the_launch_by_district_in_the_copy_we_hold_comes_to_its_total(launch_figures):
    rows = cited.launch(launch_figures, "area")
    # 14 + 16 + 11 + 6 + 16 + 16 = 79; 482 + 172 + 245 + 125 + 175 + 101 = 1300
    assert rows[["projects", "amount"]].iloc[-2].tolist() == [79, 1300]
    assert "一致" in cited.gap(rows)


def test_parts_that_miss_their_total_are_a_warning_with_the_gap(launch_figures):
    # another copy of the report has 117, 122 and 175 for three districts: 482 + 172 + 117 + 122 + 175 + 175 = 1243
    other = launch_figures.copy()
    for district, amount in (("jlp", 117), ("bb", 122), ("bs", 175)):
        other.loc[f"kxc_launch_{district}_amt", "value"] = amount
    text = cited.gap(cited.launch(other, "area"))
    assert text.startswith("⚠")
    assert "1243亿元" in text
    assert "相差57亿元" in text


def tiers(**more):
    given = {"item": ["GE100", "GE10", "REST"], "projects_count": [3, 19, 48], "total_count": 70, "period": "2020-09",
             "span": "ytd", "scope": "ZGY", "provenance": "demo"}  # fmt: skip
    return pd.DataFrame({**given, **more})


def test_the_two_upper_tiers_together_and_their_share():
    assert told.tiers(tiers()).headline == "1—9月签约70个项目，10亿元及以上的22个，占31.4%"  # 22 / 70


def test_the_scope_stands_in_the_sub_line_and_in_a_note():
    assert "科学城核心区" in told.tiers(tiers()).subline
    assert "科学城全域" in told.tiers(tiers(scope="KXC")).subline
    assert any("不可相加" in note for note in told.tiers(tiers()).notes)


def test_the_published_tiers_say_what_is_ours():
    text = told.published_tiers(tiers(provenance="press", publisher="甲", earlier_publisher="乙"))
    assert "推算" in text.notes[0]
    assert "待主管部门确认" in text.notes[0]
    assert "甲" in text.notes[1] and "乙" in text.notes[1]


def test_a_cohort_tells_numerator_denominator_and_share():
    counts = {"signed_count": 43, "started_count": 32, "started_pct": 100 * 32 / 43}
    frame = pd.DataFrame([{"scope": "ZGY", "cohort": "2018", "period": "2020-09", "provenance": "demo", **counts}])
    assert told.cohorts(frame).headline == "2018年签约的43个项目，32个已开工，占74.4%"  # 32 / 43 = 0.7442


def test_a_missing_amount_gives_no_rate():
    frame = pd.DataFrame([{"scope": "ZGY", "cohort": "ALL", "period": "2020-09", "contract_100m_yuan": None,
                           "funds_100m_yuan": 3.0, "in_place_pct": None, "provenance": "demo"}])  # fmt: skip
    assert "缺" in told.funds(frame).headline


def test_a_published_bound_and_the_ledgers_share_stand_apart():
    press = {"origin": "press", "share_pct": 80, "printed_zh": "超80%", "printed_en": "more than 80%"}
    ledger = {"origin": "ledger", "share_pct": 100 * 58 / 70, "sci_tech_count": 58, "total_count": 70}
    shared = {"scope": "ZGY", "period": "2020-09", "span": "ytd"}
    frame = pd.DataFrame([{**press, **shared, "provenance": "press"}, {**ledger, **shared, "provenance": "demo"}])
    assert told.sci_tech(frame).headline == "公开数据：科创项目占比超80%；台账为82.9%（58/70）"


@pytest.mark.parametrize(
    "function", [told.signed, told.tiers, told.published_tiers, told.cohorts, told.funds, told.sci_tech]
)
def test_an_empty_frame_is_told_as_nothing(function):
    frame = pd.DataFrame(columns=["origin", "provenance", "period"])
    assert function(frame).headline == function(frame, "zh").headline != ""
    assert function(frame).notes == ()


def test_nested_tiers_are_never_added_up_and_exclusive_ones_are_marked_as_ours():
    rows = published.bands().rename(
        columns={
            "total": "total_count",
            "lower": "lower_100m_yuan",
            "upper": "upper_100m_yuan",
            "count": "projects_count",
        }
    )
    made = cited.bands(rows)
    counts = dict(zip(made["band"], made["shown"], strict=True))
    assert "33" not in counts.values()  # 27 + 5 + 1
    nested = made[made["band"].str.startswith("≥")]
    assert nested["shown"].tolist() == ["1", "5", "27", "54"]
    sums = made.loc[made["band"].str.startswith("各档相加（推算）"), "shown"].tolist()
    assert sums == ["22", "17", "55"]  # 3 + 19, 2 + 15, 5 + 10 + 10 + 30
