"""Cited figures as series: what is one series, where it breaks, and what is refused."""

import pytest

from scicity import published
from scicity.wording.numbers import rounded


@pytest.fixture(scope="module")
def rows():
    return published.cited_series()


def of(rows, series, span="year"):
    found = rows[(rows["series_id"] == series) & (rows["span"] == span)]
    return dict(zip(found["period_end"], found["value"], strict=True))


def test_gdp_growth_of_the_core_area_is_what_was_printed_year_by_year(rows):
    core = rows[rows["territory"] == "ZGY"]
    assert of(core, "gdp_growth") == {"2020": 6.8, "2021": 12.9, "2022": 5.9, "2023": 8.3, "2024": 7.4}


def test_half_years_are_kept_apart_from_years(rows):
    assert of(rows, "gdp_growth", "half") == {"2021-06": 19.8, "2022-06": 9.2}
    assert not set(of(rows, "gdp_growth")) & {"2021-06", "2022-06"}


def test_the_old_zone_comes_before_a_break_and_is_never_chained(rows):
    gdp = rows[rows["series_id"] == "gdp_growth"].set_index("period_end")
    assert (gdp.at["2015", "territory"], gdp.at["2020", "territory"]) == ("OLD", "ZGY")
    assert "313" in gdp.at["2020", "break_zh"]
    assert "313" in gdp.at["2020", "break_en"]
    # 2016 to 2019 are not shown as missing years of either territory
    assert not {"2016", "2017", "2018", "2019"} & set(gdp.index)


def test_a_year_nobody_printed_is_a_gap_and_a_year_in_words_has_no_number(rows):
    added = rows[rows["series_id"] == "iav_growth"].set_index("period_end")
    assert added["value"].dropna().to_dict() == {"2020": 9.2, "2021": 15.3, "2024": 7.8}
    assert added.at["2022", "status"] == "not_published"
    assert added.at["2023", "status"] == "in_words"
    assert added.at["2023", "printed_zh"] == "实现转正，未给数值"
    assert added.at["2023", "publisher"] == "重庆高新区管委会办公室"


def test_every_number_has_publisher_grade_and_qualifier(rows):
    printed = rows[rows["value"].notna()]
    assert (printed[["publisher", "grade", "qualifier"]] != "").all(axis=None)
    assert set(printed["grade"]) <= {"official", "press"}  # nothing unverified


def test_two_years_of_investment_give_the_two_year_average_that_was_printed(rows, figures):
    """Contradiction 8: (1.228 × 1.234)^½ − 1 = 23.1 %, as printed."""
    years = of(rows, "fai_growth")
    average = 100 * (((1 + years["2020"] / 100) * (1 + years["2021"] / 100)) ** 0.5 - 1)
    assert rounded(average) == rounded(figures.at["core_fai_2yr_avg_2021", "value"]) == rounded(23.1)


def test_growth_is_never_worked_out_from_levels(rows):
    """Contradiction 7: 588.6/487.45 would be 20.8 % and 706.1/588.6 20.0 %; printed are 12.9 and 5.9."""
    gdp = of(rows, "gdp_growth")
    assert not {20.7, 20.8, 20.0} & set(gdp.values())
    growth = rows[rows["series_id"].str.endswith("_growth")]
    assert set(growth["unit"]) == {"%"}
    assert not growth["figure_id"].isin(["zg_gdp_2020", "core_gdp_2021", "zg_gdp_2022"]).any()


def test_signed_projects_change_territory_with_a_break_each_way(rows):
    signed = rows[rows["series_id"] == "signed_projects"]
    assert signed["value"].tolist() == [59, 70, 40, 45]
    assert signed["territory"].tolist() == ["ZGY", "ZGY", "KXC", "ZGY"]
    assert (signed["break_zh"] != "").tolist() == [False, False, True, True]


@pytest.mark.parametrize(
    ("row", "column", "text", "expected"),
    [
        (3, "figure_id", "nobody", "verified figure"),
        (3, "figure_id", "oldgxq_gdp_yoy_2017", "verified figure"),  # an encyclopaedia
        (3, "break_zh", "", "both languages or none"),
        (4, "figure_id", "core_gdp_2021", "expected %"),  # a level in a series of growth
        (4, "figure_id", "graphene_patents", "no known territory"),
        (4, "figure_id", "core_fai_2yr_avg_2021", "neither a year nor a year to date"),
        (5, "figure_id", "core_gdp_2021_yoy", "does not come after"),
        (12, "said_zh", "", "words_from, period, said_zh and said_en together"),
        (12, "words_from", "nobody", "verified figure"),
        (2, "series_id", "gdp", "Describe the series"),
    ],
)
def test_a_faulty_point_is_refused_with_its_row(spoil, row, column, text, expected):
    with pytest.raises(ValueError, match=expected) as refused:
        published.cited_series(spoil("cited_points.csv", row, column, text))
    assert f"cited_points.csv, row {row}" in str(refused.value)


def test_another_territory_without_a_break_is_refused_naming_the_row(spoil):
    folder = spoil("cited_points.csv", 3, "break_zh", "")
    folder = spoil("cited_points.csv", 3, "break_en", "")
    with pytest.raises(ValueError, match=r"row 3, column 'break_zh'.*OLD becomes ZGY"):
        published.cited_series(folder)


def test_facts_of_one_institute_have_no_territory_and_enter_no_series_w16_c4(spoil):
    with pytest.raises(ValueError, match="重庆石墨烯研究院"):
        published.cited_series(spoil("cited_points.csv", 21, "figure_id", "graphene_partners"))
