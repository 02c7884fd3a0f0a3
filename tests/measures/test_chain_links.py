"""Which measures stand in which column of the innovation chain."""

import pytest

from scicity import places, published
from scicity.measures import chain


def test_the_four_columns_lead_from_science_to_economy():
    assert list(dict.fromkeys(link.column for link in chain.links())) == ["science", "technology", "results", "economy"]


def test_coverage_is_published_over_all():
    assert chain.coverage_pct([True, True, True, False]) == 75.0  # 3 of 4
    assert chain.coverage_pct([True, False, False]) == pytest.approx(33.333, abs=0.001)
    assert chain.coverage_pct([]) == 0.0


def test_figures_of_the_whole_city_are_cited_and_of_the_science_city():
    figures = published.figures().set_index("figure_id")
    assert set(figures.loc[list(chain.wholes()), "scope"]) == {"科学城"}


def test_no_fact_of_an_institute_is_in_any_column_w16_c4():
    assert not [link.whole for link in chain.links() if link.whole.startswith("graphene")]


def test_an_unknown_column_is_refused(tmp_path, monkeypatch):
    spoiled = tmp_path / "chain.toml"
    spoiled.write_text(places.CHAIN.read_text(encoding="utf-8").replace('"economy"', '"money"', 1), encoding="utf-8")
    monkeypatch.setattr(places, "CHAIN", spoiled)
    with pytest.raises(ValueError, match=r"\[output\]: expected a column"):
        chain.links.__wrapped__()
