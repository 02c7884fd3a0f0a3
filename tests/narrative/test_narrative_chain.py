"""What the chain, the institute and cited figures tell."""

import pandas as pd
import pytest

from scicity.narrative import chain, institute, public

CELLS = pd.DataFrame(
    [
        ("NIT-IC", "leading", "output", "ytd", "2020-08", 528.24, 506.0, "exact", "preliminary", "demo", "", ""),
        ("NIT-IC", "subfield", "stock", "point", "2020-08", 21.0, None, "exact", "preliminary", "demo", "", ""),
        ("NIT-IC", "credit", "loans", "point", "2020-08", None, None, "exact", "suppressed", "demo", "", ""),
        ("NIT-IC", "named", "centres", "point", "", 3.0, None, "at_least", "press", "press", "", ""),
        ("NIT-IC", "whole", "tech_transfer_fund_size", "point", "2020-10", 20.0, None, "over", "press", "press",
         "超20亿元", "more than 2 billion yuan"),
    ],
    columns=["item", "classification", "indicator", "span", "period_end", "value", "comparable_base", "qualifier",
             "status", "provenance", "printed_zh", "printed_en"],
)  # fmt: skip


@pytest.fixture
def rows():
    return chain.laid(CELLS).set_index("link")


def test_each_measure_says_its_value_its_bound_or_why_there_is_none(rows):
    assert rows.at["output", "said_zh"] == "528.2亿元"
    assert rows.at["growth", "said_zh"] == "+4.4%"  # 528.24 / 506.0 = 1.0440
    assert rows.at["platforms", "said_zh"] == "21个"
    assert rows.at["centres", "said_zh"] == "至少3个"
    assert rows.at["credit_loans", "said_zh"] == "不予公布"
    assert rows.at["patents", "said_zh"] == "暂无发布数据"
    assert rows.at["patents", "said_en"] == "No published data"


def test_a_figure_of_the_whole_city_stands_beside_and_counts_for_no_coverage(rows):
    assert rows.at["transfer_fund", "whole_zh"] == "超20亿元"
    assert pd.isna(rows.at["transfer_fund", "value"])
    coverage = rows.drop_duplicates("column").set_index("column")["coverage_pct"].round(1).to_dict()
    # science: platforms and centres of 4; economy: output and growth of 3; nothing else is told
    assert coverage == {"science": 50.0, "technology": 0.0, "results": 0.0, "economy": 66.7}


def test_w27_c1_every_caption_of_the_chain_says_that_correlation_is_not_causation():
    told = chain.columns(CELLS, "NIT-IC", "2020-08")
    assert told.notes[0].startswith("相关不代表因果")
    assert told.headline.startswith("集成电路：新科学覆盖率50.0%")
    frame = pd.DataFrame({"classification": ["subfield", "leading"]})
    for lag in (0, 12):
        assert chain.joined(frame, "NIT-IC", lag).notes[0].startswith("相关不代表因果")
        assert chain.joined(frame, "NIT-IC", lag, "en").notes[0].startswith("Correlation is not causation")
    assert chain.joined(frame, "NIT-IC", 12).headline == "集成电路：前端环节与12个月后的产值同比"
    assert "暂无" in chain.joined(frame.iloc[1:], "NIT-IC", 12).headline


FACTS = pd.DataFrame(
    [
        ("graphene_patents", 31.0, "31项", "31"),
        ("graphene_invention_patents", 24.0, "24项", "24"),
        ("graphene_own_labs", 4.0, "4个", "4"),
        ("graphene_joint_labs", 2.0, "2个", "2"),
        ("graphene_partners", 60.0, "60多家", "more than 60"),
        ("graphene_key_technologies", 30.0, "30余项", "more than 30"),
        ("graphene_new_products", 10.0, "10多个", "more than 10"),
        ("", None, "", ""),
    ],
    columns=["figure_id", "value", "printed_zh", "printed_en"],
).assign(publisher="重庆日报", name_zh="", name_en="")


def test_w16_c1_inventions_are_77_4_per_cent_with_their_formula():
    assert round(institute.invention_share_pct(FACTS), 1) == 77.4  # 24 / 31
    share, _ = institute.derived(FACTS)
    assert share.value == "77.4%"
    assert share.formula == "发明专利24项÷累计申请专利31项×100＝77.4%（推算）"


def test_w16_c2_six_laboratories_are_derived_from_four_and_two():
    _, labs = institute.derived(FACTS)
    assert labs.value == "6个（推算）"
    assert labs.formula == "自有4个＋共建2个＝6个（推算）"


def test_w16_c3_partners_print_as_they_are_with_how_many_are_registered():
    assert institute.registered(FACTS) == "已登记1 / 60多家"
    assert institute.registered(FACTS, "en") == "1 registered / more than 60"


def test_the_way_to_sales_keeps_bounds_and_says_where_nothing_is_published():
    assert institute.path(FACTS) == "关键技术30余项 → 申请专利31项 → 新产品10多个 → 营业收入暂无发布数据"


def test_w16_c4_the_institute_says_it_is_in_no_total():
    assert institute.network(FACTS).notes[0] == "范围为单个机构，不计入科学城合计。"


def test_a_frame_without_the_figure_is_refused():
    with pytest.raises(KeyError, match="graphene_patents"):
        institute.invention_share_pct(FACTS.iloc[1:])


def test_comparators_tell_the_newest_month_both_printed():
    frame = pd.DataFrame(
        {
            "series_id": ["cn_x", "cn_x", "cq_x"],
            "month": ["2022-10", "2023-08", "2022-10"],
            "value_pct": [4.0, 3.9, 4.5],
            "publisher": ["国家统计局", "国家统计局", "重庆市统计局"],
        }
    )
    assert public.comparators(frame).headline == "2022年1—10月累计：重庆市4.5%，全国4.0%"
    assert public.comparators(frame, "en").headline == "Jan–Oct 2022: Chongqing 4.5%, China 4.0%"
