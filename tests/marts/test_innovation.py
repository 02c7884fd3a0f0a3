"""Ledgers of incubators and platforms become stocks at month ends: what counts, once, and what stays unknown."""

import duckdb
import pandas as pd
import pytest

from scicity.marts import incubators, platforms

INCUBATOR = (
    "month", "incubator_code", "kind", "level", "host", "district", "recognised_on", "withdrawn_on", "tenants",
    "graduates", "graduates_three_years", "alive_three_years", "area", "submission", "provenance", "status",
)  # fmt: skip
PLATFORM = (
    "month", "platform_code", "kind", "level", "subfield", "recognised_on", "withdrawn_on", "staff", "submission",
    "provenance", "status",
)  # fmt: skip


def incubator(code, recognised_on, *, month="2020-03", level="municipal", withdrawn_on=None, tenants=10, submission=1,
              provenance="demo"):  # fmt: skip
    given = (month, code, None, level, "university", "SPB", recognised_on, withdrawn_on, tenants, 5, 4, 3, 100)
    return (*given, submission, provenance, "preliminary")


def platform(code, recognised_on, *, kind="university", month="2020-03", level="unstated", subfield="NIT-IC",
             withdrawn_on=None, staff=10, submission=1, provenance="demo"):  # fmt: skip
    given = (month, code, kind, level, subfield, recognised_on, withdrawn_on, staff)
    return (*given, submission, provenance, "preliminary")


def cells_of(marts, form, columns, rows):
    """The cells by (classification, item, indicator, period_end, span)."""
    with duckdb.connect() as connection:
        frame = pd.DataFrame(list(rows), columns=list(columns))
        connection.register("given", frame)
        texts = [name for name in ("kind", "withdrawn_on") if name in columns]
        replaced = ", ".join(f"cast({name} as varchar) as {name}" for name in texts)
        connection.execute(f"create table {form}_submitted as select * replace ({replaced}) from given")
        cells = marts.tables(connection)["cells"]
    return cells.set_index(["classification", "item", "indicator", "period_end", "span"])


@pytest.fixture
def of_incubators():
    return lambda *rows: cells_of(incubators, "incubator_list", INCUBATOR, rows)


@pytest.fixture
def of_platforms():
    return lambda *rows: cells_of(platforms, "platform_list", PLATFORM, rows)


def test_a_form_nobody_reported_gives_empty_cells_and_the_items():
    with duckdb.connect() as connection:
        for marts in (incubators, platforms):
            tables = marts.tables(connection)
            assert tables["cells"].empty
            assert "ALL" in set(tables["items"]["item"])


def test_an_incubator_stands_from_the_month_it_is_recognised_until_the_month_before_it_is_withdrawn(of_incubators):
    cells = of_incubators(
        incubator("a", "2019-05-20"),
        incubator("b", "2020-01-31", level="national"),  # January: in 1—2月
        incubator("c", "2018-11-01", withdrawn_on="2020-03-09"),
    )

    def stock(month):
        return cells.loc[("level", "ALL", "stock", month, "point"), "value"]

    assert [stock(month) for month in ("2019-04", "2019-12", "2020-02", "2020-03")] == [1, 2, 3, 2]
    assert cells.loc[("level", "national", "stock", "2020-03", "point"), "value"] == 1


def test_w11_c2_a_stock_is_a_point_and_has_no_cell_of_a_month_or_a_year_to_date(of_platforms):
    cells = of_platforms(platform("a", "2020-03-02")).reset_index()
    assert set(cells.loc[cells["indicator"] == "stock", "span"]) == {"point"}


def test_opening_and_added_less_removed_make_the_closing_in_every_month_and_year_to_date(of_platforms):
    cells = of_platforms(
        platform("a", "2015-01-01"),
        platform("b", "2019-12-30"),
        platform("c", "2020-02-02"),
        platform("d", "2020-03-03"),
        platform("e", "2020-02-10", withdrawn_on="2020-03-20"),  # came and went in the year: in both
    )

    def moved(indicator, span):
        return cells.loc[("level", "ALL", indicator, "2020-03", span), "value"]

    # March: b was there, c and e came in 1—2月: 4 + 1 (d) - 1 (e) = 4; the year: 2 + 3 (c, d, e) - 1 (e) = 4
    assert [moved(one, "month") for one in ("opening", "added", "removed")] == [4, 1, 1]
    assert [moved(one, "ytd") for one in ("opening", "added", "removed")] == [2, 3, 1]
    assert cells.loc[("level", "ALL", "stock", "2020-03", "point"), "value"] == 4


def test_w11_c3_a_platform_with_two_titles_counts_once_in_total_and_twice_by_kind(of_platforms):
    cells = of_platforms(
        platform("a", "2016-01-01", kind="university"),
        platform("a", "2018-01-01", kind="institute"),
        platform("b", "2017-01-01", kind="university"),
    )

    def stock(classification, item):
        return cells.loc[(classification, item, "stock", "2020-03", "point"), "value"]

    assert stock("level", "ALL") == stock("subfield", "NIT-IC") == 2
    assert [stock("kind", "university"), stock("kind", "institute")] == [2, 1]
    assert cells.loc[("level", "ALL", "staff", "2020-03", "point"), "value"] == 20  # 10 of a, once, and 10 of b


def test_w13_c3_a_centre_in_the_ledger_counts_once_whatever_list_it_is_in(of_platforms):
    # the list of ten centres is print, not a ledger: only a row of the ledger counts
    cells = of_platforms(platform("centre", "2019-01-01"), platform("other", "2019-01-01"))
    assert cells.loc[("level", "ALL", "stock", "2020-03", "point"), "value"] == 2


def test_a_platform_stands_as_long_as_one_of_its_titles_does(of_platforms):
    cells = of_platforms(
        platform("a", "2016-01-01", kind="university", withdrawn_on="2019-06-30", level="national"),
        platform("a", "2018-01-01", kind="institute"),
    )
    assert cells.loc[("level", "ALL", "stock", "2020-03", "point"), "value"] == 1
    assert cells.loc[("kind", "university", "stock", "2020-03", "point"), "value"] == 0


def test_the_newest_row_of_a_month_counts_and_the_first_real_ledger_replaces_all_demonstration_rows(of_incubators):
    again = of_incubators(incubator("a", "2019-01-01"), incubator("a", "2019-01-01", tenants=12, submission=2))
    assert again.loc[("level", "ALL", "tenants", "2020-03", "point"), "value"] == 12
    real = of_incubators(
        incubator("demo", "2019-01-01", month="2020-02"),
        incubator("real", "2019-01-01", submission=2, provenance="official"),
    )
    assert real.loc[("level", "ALL", "stock", "2020-02", "point"), "value"] == 1
    assert set(real["provenance"]) == {"official"}


def test_a_sum_is_unknown_where_one_that_stands_reports_nothing(of_incubators):
    cells = of_incubators(incubator("a", "2019-01-01"), incubator("b", "2019-01-01", tenants=None))
    assert pd.isna(cells.loc[("level", "ALL", "tenants", "2020-03", "point"), "value"])
    assert cells.loc[("level", "ALL", "tenants", "2020-03", "point"), "status"] == "not_published"
    assert cells.loc[("level", "ALL", "graduates", "2020-03", "point"), "value"] == 10


def test_what_the_ledger_leaves_blank_stays_apart_as_unstated(of_incubators):
    cells = of_incubators(incubator("a", "2019-01-01"))
    assert cells.loc[("kind", "unstated", "stock", "2020-03", "point"), "value"] == 1
