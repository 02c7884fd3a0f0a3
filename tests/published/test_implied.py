"""Which published figures the enterprise records must reproduce."""

import pytest

from scicity import published


def test_industry_implies_four_cells_and_two_counts_of_items():
    rules = published.reconciliation()
    assert rules.loc[rules["subject"] == "industry", "kind"].tolist() == ["cell"] * 4 + ["items"] * 2
    assert rules.iloc[0].to_dict() == {
        "figure_id": "hightech_mfg_output_ytd_2020_08",
        "kind": "cell",
        "subject": "industry",
        "classification": "high_tech",
        "item": "ALL",
        "indicator": "output",
        "span": "ytd",
        "period_end": "2020-08",
        "comparison": "equal",
        "decimals": 1,
    }


def test_a_bound_is_compared_as_a_bound():
    rules = published.reconciliation().set_index("figure_id")
    assert rules.at["kxc_gov_above_scale_2020_07", "comparison"] == "over"  # 超2000亿元


@pytest.mark.parametrize(
    ("row", "column", "text", "expected"),
    [
        (2, "figure_id", "nobody", "verified figure"),
        (2, "figure_id", "core_platforms_327_unverified", "verified figure"),
        (2, "comparison", "over", "expected equal"),
        (5, "comparison", "equal", "expected over"),
        (3, "period_end", "2020-09", "expected 2020-08"),
        (3, "span", "week", "month, point, year, ytd"),
        (4, "kind", "sum", "cell, items"),
        (4, "decimals", "one", "a number of decimals"),
    ],
)
def test_a_rule_that_does_not_fit_its_figure_is_refused(spoil, row, column, text, expected):
    folder = spoil("reconciliation.csv", row, column, text)
    with pytest.raises(ValueError, match=f"reconciliation.csv, row {row}, column '{column}': '{text}'.*{expected}"):
        published.reconciliation(folder)
