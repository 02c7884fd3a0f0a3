"""Named queries: their contracts hold, on a real release."""

import threading

import pandas as pd
import pytest

from scicity import contracts, releases, warehouse
from scicity.filters import Filters


@pytest.fixture
def release(home):
    return releases.manifest(releases.current())


# one value for each name a parameter has in the house
USUAL = {
    "classification": "leading", "item": "ALL", "items": ("ALL", "NIT"), "indicator": "output", "span": "ytd",
    "month": "2020-08", "months": ("2020-07", "2020-08"), "previous_month": "2020-07", "year_before": "2019-08",
    "from_month": "2018-02", "to_month": "2020-08", "total": "ALL", "kinds": ("new", "revised", "withdrawn"),
    "scope": "ZGY", "kind": "industry", "part": "", "level": "subfield", "year": "2020", "search": "", "domain": "",
    "grades": ("official", "press"), "series": ("cn_iav_ytd_yoy",), "tables": ("industry.cells", "platforms.cells"),
    "lag_months": 12, "figures": ("rd_platforms_municipal_plus",), "list": "", "event": "2020线上智博会",
    "prefixes": ("core_signed",),
}  # fmt: skip
UNUSUAL = {
    "published/cited_series": {"series": "gdp_growth"},
    "chain/cells": {"item": "NIT-IC"},
    "chain/joined": {"item": "NIT-IC"},
    "projects/event": {"scope": "KXC"},
    "projects/parts": {"kind": "field"},
}
# which answer nothing to the usual values, rightly: another subject's items, a list nobody named
SILENT = {"projects/named", "platforms/named"}


@pytest.mark.parametrize("name", contracts.names())
def test_every_query_answers_with_the_columns_its_header_promises(release, name):
    asked = contracts.contract(name)
    params = {key: UNUSUAL.get(name, {}).get(key, USUAL[key]) for key in asked.params}
    frame = warehouse.fetch(release.folder, name, **params)
    assert tuple(frame.columns) == asked.columns
    assert len(frame) > 0 or name in SILENT or name.endswith("/cell")
    # 1422.8 + 1373.3, and each of them over eight months: sums and averages nobody published
    numbers = frame.select_dtypes("number").astype("float64").to_numpy().ravel()
    assert not [value for value in numbers if round(value, 1) == 2796.1 or round(value, 2) in (177.85, 171.66)]


def test_other_parameters_than_declared_are_refused_by_name(release):
    with pytest.raises(warehouse.UnknownParameters, match="takes classification.*was given month"):
        warehouse.fetch(release.folder, "industry/cell", month="2020-08")


def test_an_unknown_query_names_the_known_ones(release):
    with pytest.raises(ValueError, match="no query 'industry/nothing'.*industry/series"):
        warehouse.fetch(release.folder, "industry/nothing")


def test_growth_and_contribution_come_from_the_comparable_base(release):
    filters = Filters(release.id, "2020-08")
    rows = warehouse.fetch(release.folder, "industry/snapshot", **filters.snapshot(filters.all_industries)).set_index(
        "item"
    )
    total, parts = rows.loc["ALL"], rows.drop("ALL")
    assert total["yoy_pct"] == pytest.approx(100 * (total["value_100m_yuan"] / total["base_100m_yuan"] - 1))
    assert parts["contribution_pp"].sum() == pytest.approx(total["yoy_pct"])  # W22-C3
    assert parts["growth_share_pct"].sum() == pytest.approx(100)
    assert parts["share_pct"].sum() == pytest.approx(100)
    # the base is not what was published a year before: enterprises entered and left
    last_year = warehouse.fetch(
        release.folder,
        "industry/cell",
        classification="leading",
        item="ALL",
        indicator="output",
        span="ytd",
        month="2019-08",
    )["value"].iloc[0]
    assert abs(last_year - total["base_100m_yuan"]) > 0.1


def test_contribution_is_not_split_when_the_total_hardly_grows(release):
    filters = Filters(release.id, "2020-07")
    rows = warehouse.fetch(release.folder, "industry/snapshot", **filters.snapshot(filters.all_industries)).set_index(
        "item"
    )
    near = warehouse.fetch(
        release.folder, "industry/snapshot", **Filters(release.id, "2020-07", industry_only=True).snapshot(("NIT",))
    )
    for frame in (rows, near.set_index("item")):
        total = frame["yoy_pct"].iloc[0]
        assert frame["growth_share_pct"].notna().any() == (abs(total) >= 0.5)


def test_a_suppressed_sub_field_has_no_number_in_any_column(release):
    filters = Filters(release.id, "2020-08")
    rows = warehouse.fetch(release.folder, "industry/snapshot", **filters.snapshot(filters.all_subfields))
    hidden = rows[rows["status"] == "suppressed"]
    assert set(hidden["item"]) >= {"AM-ADD"}
    assert len(hidden) >= 2  # one alone could be worked out from its industry
    assert hidden.select_dtypes("number").isna().all(axis=None)


def test_no_query_has_a_january(release):
    filters = Filters(release.id, "2020-08")
    for span in ("month", "ytd"):
        params = {**filters.series(("ALL", "NIT")), "span": span}
        assert not warehouse.fetch(release.folder, "industry/series", **params)["period"].str.endswith("-01").any()


def test_answers_do_not_mix_between_threads(release):
    filters = Filters(release.id, "2020-08")
    wrong = []

    def ask(month):
        for _ in range(5):
            warehouse._answer.cache_clear()
            frame = warehouse.fetch(
                release.folder, "industry/snapshot", **Filters(release.id, month).snapshot(filters.all_industries)
            )
            if set(frame["period"]) != {month}:
                wrong.append(month)

    threads = [threading.Thread(target=ask, args=(f"2020-{number:02d}",)) for number in range(2, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_readers_database_reaches_no_file(release):
    connection = warehouse._open(str(release.folder)).cursor()
    with pytest.raises(Exception, match="disabled|locked|not allowed"):
        connection.execute("copy (select 1) to 'leak.csv'")
    assert pd.isna(
        connection.execute("select max(value) from industry.cells where status = 'suppressed'").fetchone()[0]
    )
