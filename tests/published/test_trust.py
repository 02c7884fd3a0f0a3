"""How far a figure may be trusted, and where a reader can look it up."""

from urllib.parse import urlsplit

import pytest

from scicity import places, published
from scicity.published import trust


def test_the_grades_are_counted(figures):
    # official: 66 of the yearbook, 14 and 4 of reports of the zone, 5 of the district, 3 comparators
    assert figures["grade"].value_counts().to_dict() == {"press": 400, "official": 92, "unverified": 20}


def test_a_figure_marked_unverified_is_never_press_or_official(figures):
    marked = figures[figures["note"].str.contains("UNVERIFIED")]
    assert marked.index.tolist() == ["core_platforms_327_unverified"]
    assert set(marked["grade"]) == {"unverified"}


def test_the_mark_outweighs_the_source(spoil):
    mark = "UNVERIFIED: content-farm page, undated"
    found = published.figures(spoil("published_figures.csv", 2, "note", mark)).set_index("figure_id")
    assert found.at["zg_gdp_2020", "grade"] == "unverified"  # though its source is the zone's own yearbook


def test_encyclopaedias_travel_sites_and_content_farms_are_unverified(figures):
    weak = figures[figures["publisher"].str.contains("百科|旅游网")]
    assert len(weak) == 15  # 10 of the mirrored entry, 2 of the encyclopaedia, 2 of the travel site, 1 of the farm
    assert set(weak["grade"]) == {"unverified"}


def test_a_link_leads_to_the_publishers_own_domain_only(figures):
    own = trust.publishers(places.PUBLISHED).groupby("publisher")["own_domain"].agg(set)
    linked = figures[figures["link"] != ""]
    assert len(linked) == 92 + 3 + 2 + 4  # official, and of the press epaper.cqrb.cn, news.cn, asianetnews.net
    for publisher, link, read_at in linked[["publisher", "link", "read_at"]].itertuples(index=False):
        host = urlsplit(link).hostname
        assert link == read_at
        assert any(domain and (host == domain or host.endswith("." + domain)) for domain in own[publisher])


def test_a_mirror_is_named_but_not_linked(figures):
    mirrored = figures.loc["kxc_gov_above_scale_2020_07"]
    assert (mirrored["publisher"], mirrored["grade"], mirrored["link"]) == ("央广网", "press", "")
    assert mirrored["read_at"].startswith("http")


def test_every_official_figure_can_be_looked_up(figures):
    assert (figures.loc[figures["grade"] == "official", "link"] != "").all()


def test_an_official_figure_read_elsewhere_is_refused(spoil):
    folder = spoil("published_figures.csv", 2, "read_at", "https://gxq.cq.gov.cn.example.org/a.html")
    with pytest.raises(ValueError, match="published_figures.csv, row 2, column 'read_at'.*own domain"):
        published.figures(folder)


def test_an_unknown_grade_is_refused(spoil):
    with pytest.raises(ValueError, match="publishers.csv, row 3, column 'grade': 'good'.*official, press, unverified"):
        published.figures(spoil("publishers.csv", 3, "grade", "good"))
