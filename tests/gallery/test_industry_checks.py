"""The checks of the mission on the leading industries (W22) and on output (W23), by their codes."""

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import run
from scicity import disclosure, gallery, published, releases, warehouse
from scicity.filters import Filters
from scicity.measures import taxonomy
from scicity.wording.numbers import number, rounded


@pytest.fixture
def release(home):
    return releases.current()


def snapshot(release, items, **choices):
    filters = Filters(release, choices.pop("month", "2020-08"), **choices)
    folder = releases.manifest(release).folder
    return warehouse.fetch(folder, "industry/snapshot", **filters.snapshot(items)).set_index("item")


def test_w22_c1_the_cascade_offers_four_industries_and_then_their_fifteen_sub_fields():
    assert [len(taxonomy.subfields(industry)) for industry in taxonomy.industries()] == [4, 3, 4, 4]


def test_w22_c2_all_sub_fields_of_an_industry_make_its_total_where_all_are_disclosed(release):
    for industry in ("NIT", "GH", "HS"):
        rows = snapshot(release, (industry, *taxonomy.subfields(industry)))
        parts = rows.loc[taxonomy.subfields(industry), "value_100m_yuan"]
        assert parts.sum() == pytest.approx(rows.loc[industry, "value_100m_yuan"])


@pytest.mark.parametrize("month", ["2020-02", "2020-06", "2020-08"])
def test_w22_c3_contributions_add_up_to_the_growth_of_the_total(release, month):
    rows = snapshot(release, tuple(taxonomy.industries()), month=month)
    assert rows.drop("ALL")["contribution_pp"].sum() == pytest.approx(rows.loc["ALL", "yoy_pct"], abs=0.05)


def test_w22_c4_no_hidden_cell_follows_from_what_is_shown_in_any_release_nor_from_two(home):
    hidden = []
    for one in releases.released():
        with duckdb.connect() as connection:
            connection.execute(f"attach '{one.folder / 'industry.duckdb'}' as r (read_only)")
            cells = connection.execute("select * from r.cells where indicator = 'output'").df()
        assert disclosure.audit(cells) == []
        hidden.append(set(cells.loc[cells["status"] == "suppressed", "item"]))
    # what one release hides no other shows: two releases together tell no more than one
    assert len({frozenset(items) for items in hidden}) == 1
    assert "AM-ADD" in hidden[0]


def test_w22_c5_every_choice_is_in_the_address(home):
    link = {"month": "2020-05", "span": "month", "total": "IND", "asof": "20200820-01", "ind": "GH", "sub": "GH-IVD",
            "unit": "10k_yuan", "from": "2019-02"}  # fmt: skip
    app = AppTest.from_file(str(run.ROOT / "app.py"), default_timeout=60).run()
    app.switch_page("pages/industry/output.py")
    for key, value in link.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    assert dict(app.query_params.items()) == link


def test_w23_c1_overlapping_totals_stand_side_by_side_and_their_sum_nowhere(release):
    frame = gallery.show("classes", Filters(release, "2020-08")).frame.set_index("classification")
    assert number(frame.loc["high_tech", "value_100m_yuan"]) == "1422.8"
    assert number(frame.loc["strategic", "value_100m_yuan"]) == "1373.3"
    assert not [value for value in frame["value_100m_yuan"] if rounded(value) == rounded(2796.1)]


def test_w23_c2_output_per_enterprise_is_told_for_the_year_to_date(release):
    frame = gallery.show("classes", Filters(release, "2020-08")).frame.set_index("classification")
    assert rounded(frame.loc["high_tech", "mean_100m_yuan"], 2) == rounded(24.96, 2)  # 1422.8 over 57


def test_w23_c3_a_published_year_to_date_gives_no_month_of_its_own():
    figures = published.figures()
    told = figures[(figures["origin"] == "article") & (figures["domain"] == "industry_output")]
    assert "month" not in set(told["period_kind"])


def test_w23_c4_an_average_of_eight_months_is_nobodys_august(release):
    # 1422.8 / 8 and 1373.3 / 8
    frame = gallery.show("classes", Filters(release, "2020-08", "month")).frame
    assert not [
        value for value in frame["value_100m_yuan"] if rounded(value, 2) in (rounded(177.85, 2), rounded(171.66, 2))
    ]


def test_w23_c5_the_unit_switch_keeps_every_digit(release):
    shown = gallery.show("trend", Filters(release, "2020-08", "ytd", "high_tech", unit="10k_yuan"))
    assert number(shown.table()[0]["value_100m_yuan"].iloc[-1], 0) == "14,228,000"
