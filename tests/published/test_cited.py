"""The cited figures: complete, sourced, and never more exact than they were printed."""

import pytest

from scicity import published
from scicity.published import cited
from scicity.wording import words


def test_the_article_has_48_figures_the_press_278_and_the_comparators_186(figures):
    assert figures["origin"].value_counts().to_dict() == {"article": 48, "figures": 278, "comparators": 186}


def test_a_figure_has_the_promised_columns_and_an_id_of_its_own(figures):
    assert tuple(figures.columns) == cited.COLUMNS
    assert figures["figure_id"].is_unique


def test_bounds_are_never_exact(figures):
    bound = figures[figures["printed_zh"].str.contains("超|余|多|约|近|突破|以上|上千")]
    assert len(bound) == 51  # 10 of the article, 34 of the others, 7 comparators worked out from another number
    assert set(bound["qualifier"]) == {"over", "at_least", "about"}
    assert len(figures[figures["qualifier"] != "exact"]) == len(bound)  # and no bound is printed as a bare number


def test_the_share_of_science_projects_is_a_bound(figures):
    share = figures.loc["core_signed_tech_share_ytd_2020_09"]
    assert (share["qualifier"], share["value"], share["printed_zh"]) == ("over", 80.0, "超80%")


@pytest.mark.parametrize(
    ("figure_id", "start", "end"),
    [
        ("hightech_mfg_output_ytd_2020_08", "2020-01", "2020-08"),  # printed as 1—8月
        ("zg_deposits_2020", "2020-12", "2020-12"),  # a stock at the end of a month
        ("zg_gdp_2020", "2020", "2020"),
        ("kxc_signed_3y_n", "2020", "2023-06"),  # the opening month is not stated
        ("core_platforms_327_unverified", "", ""),
    ],
)
def test_a_period_is_given_as_far_as_it_is_known(figures, figure_id, start, end):
    assert figures.loc[figure_id, ["period_start", "period_end"]].tolist() == [start, end]


def test_a_missing_period_or_date_is_stated(figures):
    undated = figures[figures["published_on"] == ""]
    assert undated["note"].str.contains("date of publication not printed").all()
    assert undated["note_zh"].str.contains("未注明发布日期").all()
    assert "period not stated" in figures.at["core_platforms_327_unverified", "note"]


def test_every_figure_has_publisher_and_grade(figures):
    assert (figures["publisher"] != "").all()
    assert set(figures["grade"]) == {"official", "press", "unverified"}


def test_targets_are_not_outcomes(figures):
    targets = figures.index[figures["period_kind"] == "target"].tolist()
    assert targets == ["kxc_target_2025_lead_industries", "kxc_target_rd_2025"]


def test_chinese_readers_get_notes_without_english_words(figures):
    words_left = figures["note_zh"].str.replace("GDP|IBM", "", regex=True).str.contains("[A-Za-z]{2,}")
    assert figures.index[words_left].tolist() == []


def test_platforms_have_both_their_names(figures):
    platforms = figures.loc["rd_platforms_municipal_plus"]
    assert platforms["value"] == 169.0
    assert "研发平台" in platforms["indicator_zh"] and "创新平台" in platforms["alias_zh"]


def test_traditional_characters_stay_in_the_quotation(figures):
    total = figures.loc["kxc_gov_above_scale_2020_07"]
    assert total["quotation"] == "規上工業總產值超2000億元"
    assert total["printed_zh"] == "超2000亿元"


def test_domains_kinds_and_grades_have_words_in_both_languages(figures):
    for column, stem in [("domain", "domain"), ("period_kind", "kind"), ("grade", "grade"), ("qualifier", "qualifier")]:
        for code in set(figures[column]):
            assert set(words()[f"published_{stem}_{code}"]) == {"zh", "en"}


@pytest.mark.parametrize(
    ("file", "row", "column", "text", "expected"),
    [
        ("article_facts.csv", 2, "value", "1422.8亿元", "a plain number"),
        ("article_facts.csv", 5, "qualifier", "share_over", "about, at_least, exact, over"),
        ("article_facts.csv", 7, "qualifier", "", "about, at_least, exact, over"),
        ("published_figures.csv", 10, "unit", "亿圆", "units.csv"),
        ("published_figures.csv", 12, "period", "2020年", "YYYY"),
        ("published_figures.csv", 12, "period_kind", "sum", "cumulative"),
        ("published_figures.csv", 13, "domain", "weather", "macro"),
        ("published_figures.csv", 14, "published_on", "20210930", "YYYY-MM-DD"),
        ("published_figures.csv", 15, "source", "某网站", "publishers.csv"),
        ("published_figures.csv", 16, "note", "read again", "notes.csv"),
        ("aliases.csv", 3, "figure_id", "nobody", "figure"),
        ("units.csv", 4, "factor", "many", "a plain number"),
    ],
)
def test_a_fault_names_file_row_and_column_and_what_was_expected(spoil, file, row, column, text, expected):
    folder = spoil(file, row, column, text)
    with pytest.raises(ValueError, match=f"{file}, row {row}, column '{column}': '.*({expected})"):
        published.figures(folder)


def test_a_figure_called_exact_while_its_quotation_bounds_it_is_refused(spoil):
    folder = spoil("article_facts.csv", 29, "qualifier", "exact")  # 总规模超20亿元
    with pytest.raises(ValueError, match="article_facts.csv, row 29, column 'qualifier'.*超20亿元.*over"):
        published.figures(folder)


def test_an_id_used_twice_is_refused_within_a_file_and_across_files(spoil):
    folder = spoil("article_facts.csv", 3, "figure_id", "subfields_count")  # which stands in row 6 too
    with pytest.raises(ValueError, match="article_facts.csv, row 6, column 'figure_id': 'subfields_count'"):
        published.figures(folder)
    spoil("article_facts.csv", 3, "figure_id", "zg_gdp_2020")  # which opens the other file
    with pytest.raises(ValueError, match="published_figures.csv, row 2, column 'figure_id': 'zg_gdp_2020'"):
        published.figures(folder)


def test_a_missing_column_is_refused(folder):
    text = (folder / "article_facts.csv").read_text(encoding="utf-8")
    (folder / "article_facts.csv").write_text(text.replace("quotation", "words", 1), encoding="utf-8")
    with pytest.raises(ValueError, match="article_facts.csv, row 1, column 'quotation': missing"):
        published.figures(folder)
