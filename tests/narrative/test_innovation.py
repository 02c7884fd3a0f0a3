"""The words of incubators and platforms: counts at points in time, derived values tagged, nothing taken as zero."""

import pandas as pd
import pytest

from scicity.narrative import innovation
from scicity.wording import LANGUAGES


def stock(*rows):
    columns = ["period", "total_count", "national_count", "other_count", "unstated_count", "national_share_pct"]
    return pd.DataFrame(list(rows), columns=columns).assign(
        span="point", part_zh="", part_en="", status="preliminary", provenance="demo"
    )


INCUBATORS = stock(("2019-12", 11.0, 4.0, 7.0, 0.0, 36.36), ("2020-09", 14.0, 4.0, 10.0, 0.0, 28.5714))
PLATFORMS = stock(("2020-09", 169.0, 2.0, 18.0, 149.0, None))


def change(opening, added, removed, closing, span="ytd"):
    rows = [("opening", opening), ("added", added), ("removed", removed), ("closing", closing)]
    return pd.DataFrame(rows, columns=["step", "value_count"]).assign(
        period="2020-09", span=span, part_zh="", part_en="", provenance="demo"
    )


def test_w10_c1_the_headline_gives_the_national_share_of_4_in_14():
    assert innovation.stock(INCUBATORS, "incubators").headline == "市级以上孵化器和众创空间14个，国家级占28.6%"


def test_w11_c2_a_stock_is_told_at_its_end_and_a_quarter_by_its_end():
    assert innovation.stock(INCUBATORS, "incubators").subline == "期末存量（个），科学城全域，2020年9月末"
    assert innovation.stock(INCUBATORS, "incubators", by="quarter").subline.startswith("季末存量（个）")
    assert "不累加" in innovation.stock(INCUBATORS, "incubators").notes[0]


def test_a_split_that_is_not_published_gives_no_share():
    told = innovation.stock(PLATFORMS, "platforms")
    assert told.headline == "市级以上研发平台169个，级别构成未公布"
    assert "构成未公布，不等于0" in told.notes[1]


def test_a_part_is_named_in_the_headline():
    part = PLATFORMS.assign(part_zh="集成电路", part_en="Integrated circuits")
    assert innovation.stock(part, "platforms").headline.startswith("市级以上研发平台（集成电路）169个")


def test_w10_c1_c2_the_share_and_the_other_ten_are_derived_and_tagged_so():
    share, other = innovation.derived_cards(14, 4)
    assert (share.value, share.unit, share.chip) == ("28.6", "%", "推算")
    assert (other.value, other.unit, other.chip) == ("10", "个", "推算")
    assert other.change.startswith("14－4")


def test_w10_c3_how_many_of_each_kind_is_not_reported():
    rows = [("kind", "unstated", "未注明", "Not stated", 14.0), ("host", "university", "高校", "Universities", 14.0)]
    frame = pd.DataFrame(rows, columns=["classification", "item", "name_zh", "name_en", "value_count"])
    told = innovation.parts(frame.assign(period="2020-09", provenance="demo"))
    assert told.notes[1] == "公开报道只有“孵化器和众创空间”合计，两类各多少：缺报"


def test_w12_c1_the_stock_of_key_laboratories_is_not_reported_and_not_1():
    card = innovation.missing_card("skl")
    assert (card.value, card.chip) == ("缺报", "缺报")
    assert "1" not in card.value + card.unit


@pytest.mark.parametrize(
    ("frame", "headline"),
    [
        (change(148, 23, 2, 169), "市级以上研发平台净增21个：新增23个，摘牌2个"),
        (change(169, 1, 1, 169, "month"), "市级以上研发平台数量持平：新增1个，摘牌1个"),
        (change(169, 0, 2, 167), "市级以上研发平台净减2个：新增0个，摘牌2个"),
    ],
)
def test_a_change_is_told_with_what_came_and_what_went(frame, headline):
    assert innovation.change(frame, "platforms").headline == headline


def work(**values):
    rows = [(name, value, "家", "demo") for name, value in values.items()]
    return pd.DataFrame(rows, columns=["indicator", "value", "unit", "provenance"])


def test_survival_states_its_n_and_is_not_computed_below_ten():
    told = work(graduates_three_years=346.0, alive_three_years=239.0)
    (card,) = innovation.work_cards(told, 14, "2020-09", ("survival",))
    assert (card.value, card.change) == ("69.1", "n=346家，其中存续239家")  # 239 / 346 = 69.08 %
    (few,) = innovation.work_cards(work(graduates_three_years=9.0, alive_three_years=9.0), 3, "2020-09", ("survival",))
    assert few.value == "--"


def test_a_month_without_a_ledger_is_not_reported_and_not_zero():
    (card,) = innovation.work_cards(work(), 11, "2019-12", ("tenants",))
    assert (card.value, card.unit, card.change) == ("缺报", "", "该月无台账")


def test_w11_c3_the_matrix_says_why_its_kinds_add_up_to_more():
    rows = [
        ("NIT-IC", "集成电路", "IC", 2.0, 2.0),
        ("GH-MD", "医疗设备", "Devices", 2.0, 1.0),
        ("ALL", "全", "All", 4.0, 3.0),
    ]
    frame = pd.DataFrame(rows, columns=["item", "name_zh", "name_en", "titles_count", "total_count"])
    told = innovation.matrix(frame.assign(period="2020-09", provenance="demo"))
    assert told.headline == "集成电路平台最多，2个；合计3个"
    assert "各类型相加4个，比平台数多1个" in told.notes[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_frame_tells_that_there_is_nothing(language):
    for told in (
        innovation.stock(INCUBATORS.iloc[:0], "incubators", language),
        innovation.change(change(1, 0, 0, 1).iloc[:0], "incubators", language),
        innovation.honours(pd.DataFrame(columns=["stage"]), language),
    ):
        assert told.headline and not told.notes
