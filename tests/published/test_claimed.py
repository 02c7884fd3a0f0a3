"""Claims of rank are text with owner, scope and date (rule R12)."""

import pytest

from scicity import published
from scicity.gallery import EXHIBITS


def test_r12_a_claim_has_words_scope_owner_and_date():
    claims = published.claims()
    needed = [
        "text_zh",
        "text_en",
        "about_zh",
        "about_en",
        "scope_zh",
        "scope_en",
        "period_end",
        "quotation",
        "publisher",
    ]
    assert (claims[needed] != "").all(axis=None)
    undated = claims[claims["published_on"] == ""]
    assert (undated["note_zh"] == "原页面未注明发布日期").all()  # what is not known is said


def test_r12_the_claims_of_the_article_are_there():
    assert {"西南首只", "全市率先", "全市唯一"} <= set(published.claims()["text_zh"])


def test_r12_claims_hold_no_number_and_no_figure_draws_them():
    claims = published.claims()
    assert all(str(kind) in ("str", "object") for kind in claims.dtypes)
    assert not any("claim" in exhibit.query for exhibit in EXHIBITS.values())


def test_w25_c1_the_pilots_claim_is_stored_with_scope_and_source():
    pilot = published.claims().set_index("claim_id").loc["fusion_only"]
    assert (pilot["scope_zh"], pilot["publisher"], pilot["figure_id"]) == ("重庆市", "重庆日报", "integration_pilot")


@pytest.mark.parametrize(
    ("row", "column", "text", "expected"),
    [
        (2, "scope_zh", "", "a claim needs owner, scope and words"),
        (2, "quotation", "总规模超20亿元", "does not hold '西南首只'"),
        (2, "source", "nobody", "publishers.csv"),
        (3, "claim_id", "fund_southwest_first", "stands in an earlier row"),
        (3, "figure_id", "nobody", "Name a figure"),
        (3, "period", "last year", "YYYY"),
    ],
)
def test_a_faulty_claim_is_refused_with_its_row(spoil, row, column, text, expected):
    with pytest.raises(ValueError, match=expected) as refused:
        published.claims(spoil("claims.csv", row, column, text))
    assert f"row {row}" in str(refused.value)
