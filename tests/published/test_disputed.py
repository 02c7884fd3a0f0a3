"""Contradictions, agreements and breaks stand beside the figures they concern."""

import pytest

from scicity import published


@pytest.fixture(scope="module")
def matters():
    return published.contradictions()


def test_all_twenty_four_matters_are_read_one_way_or_another(matters):
    assert sorted(matters["number"].unique()) == list(range(1, 25))
    assert set(matters["reading"]) == {"consistent", "contradiction", "break"}


def test_one_number_under_two_names_and_its_doubtful_scope_are_both_noted(matters):
    noted = matters[matters["figure_id"] == "rd_platforms_municipal_plus"].set_index("number")["reading"]
    assert (noted[11], noted[12]) == ("contradiction", "consistent")


def test_a_matter_whose_figures_were_left_out_has_a_row_without_a_figure(matters):
    left_out = matters[matters["figure_id"] == ""]
    assert left_out["number"].tolist() == [19, 20, 21]


def test_no_text_repeats_a_rate_worked_out_from_levels(matters):
    said = " ".join(matters["text_zh"]) + " ".join(matters["text_en"])
    assert "20.8" not in said
    assert "2796.1" not in said


@pytest.mark.parametrize(
    ("row", "column", "text", "expected"),
    [
        (2, "figure_ids", "nobody", "'nobody' is unknown"),
        (2, "figure_ids", "smart_expo_projects  smart_expo_investment", "divided by one blank"),
        (2, "reading", "odd", "break, consistent, contradiction"),
        (3, "number", "1", "stands in an earlier row"),
        (3, "text_en", "", "a text"),
    ],
)
def test_a_faulty_matter_is_refused_with_its_row(spoil, row, column, text, expected):
    folder = spoil("contradictions.csv", row, column, text)
    with pytest.raises(ValueError, match=expected) as refused:
        published.contradictions(folder)
    assert f"row {row}" in str(refused.value)
