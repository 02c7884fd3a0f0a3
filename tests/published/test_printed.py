"""Figures are printed as they were said, with their qualifier."""

import pytest

from scicity.published.printed import Figure, Unit, in_chinese, in_english, said

YUAN = Unit("亿元", "money", 10**8, "yuan")
COUNT = Unit("个", "plain", 1, "")


@pytest.mark.parametrize(
    ("figure_id", "chinese", "english"),
    [
        ("hightech_mfg_output_ytd_2020_08", "1422.8亿元", "142.28 billion yuan"),
        ("tech_transfer_fund_size", "超20亿元", "more than 2 billion yuan"),
        ("shuangchuang_platform_enterprises", "500余家", "more than 500"),
        ("shuangchuang_platform_records", "2.4万余条", "more than 24,000 records"),
        ("core_signed_tech_share_ytd_2020_09", "超80%", "more than 80%"),
        ("graphene_exhibition_area", "约500平方米", "about 500 square metres"),
        ("graphene_partners", "60多家", "more than 60"),
        ("graphene_key_technologies", "30余项", "more than 30"),
        ("graphene_new_products", "10多个", "more than 10"),
        ("credit_case_new_revenue", "上千万元", "at least 10 million yuan"),  # 1000 万元
        ("credit_case_loan", "80万元", "800,000 yuan"),
        ("graphene_rd_area", "超过4000平方米", "more than 4,000 square metres"),
        ("gaoxinjinfu_matched_amount", "9.32亿元", "932 million yuan"),
        ("core_biobank_sampled_2021", "近5万人", "about 50,000 people"),
        ("spb_univ_circle_output_2021", "30多亿元", "more than 3 billion yuan"),  # quoted as 30多億元
        ("kxc_target_rd_2025", "5%以上", "at least 5%"),
        ("xiyong_gov_5y", "突破2000亿元", "more than 200 billion yuan"),
        ("spb_rd_intensity_2020", "超过3.50%", "more than 3.50%"),  # both decimals as printed
        ("zg_tax_region_2020_yoy", "−14.4%", "−14.4%"),  # the table prints a hyphen
        ("zg_gdp_hotel_catering_2020", "10.40亿元", "1.04 billion yuan"),  # the table prints 10.40
        ("kxc_expo22_firms", "超60家", "more than 60"),  # the source is English
        ("xiyong_gov_share_city", "约8%", "about 8%"),  # the quotation leaves the 约 out
        ("cn_iav_ytd_yoy.2020-02", "−13.5%", "−13.5%"),
        ("cq_iav_ytd_yoy.2020-09", "约4.4%", "about 4.4%"),  # worked out from another number
    ],
)
def test_a_figure_is_printed_with_its_qualifier(figures, figure_id, chinese, english):
    assert figures.loc[figure_id, ["printed_zh", "printed_en"]].tolist() == [chinese, english]


def test_a_signing_is_no_approximation():
    assert in_chinese(Figure("70", COUNT, "exact", "科学城核心区共签约70个项目")) == "70个"
    assert in_chinese(Figure("70", COUNT, "exact", "共簽約70個項目")) == "70个"


def test_another_number_of_the_quotation_is_not_taken():
    projects = Figure("27", COUNT, "exact", "10亿元以上项目27个")  # 以上 belongs to the 10
    assert in_chinese(projects) == "27个"
    assert said(Figure("8.9", YUAN, "exact", "128.9亿元")) is None


def test_a_figure_without_quotation_is_built_by_rule():
    assert in_chinese(Figure("20", YUAN, "over", "")) == "超20亿元"
    assert in_chinese(Figure("20", YUAN, "at_least", "")) == "20亿元以上"
    assert in_chinese(Figure("20", YUAN, "about", "")) == "约20亿元"
    assert in_english(Figure("1422.8", YUAN, "exact", "")) == "142.28 billion yuan"


def test_amounts_below_a_million_are_written_out():
    assert in_english(Figure("-0.005", YUAN, "exact", "")) == "−500,000 yuan"  # 0.005 of 100 million
