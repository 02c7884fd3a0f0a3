"""The ledger of enterprise upgrading becomes counts: versions, months, zeros, units."""

import duckdb
import pandas as pd
import pytest

from scicity.contracts import contract
from scicity.marts import upgrading as marts
from scicity.marts.industry import CELLS

COLUMNS = [
    "code",
    "kind",
    "subject_kind",
    "name",
    "subfield",
    "size",
    "happened_on",
    "submission",
    "provenance",
    "status",
]


def entry(code, happened_on, kind="retrofit", subject="enterprise", subfield="NIT-IC", size="small", **more):
    told = {"submission": 1, "provenance": "demo", "status": "preliminary", **more}
    return (code, kind, subject, "x", subfield, size, happened_on, *told.values())


@pytest.fixture
def tables():
    def run(*rows):
        with duckdb.connect() as connection:
            if rows:
                connection.register("given", pd.DataFrame(list(rows), columns=COLUMNS))
                connection.execute("create table upgrading_list_submitted as select * from given")
            return marts.tables(connection)

    return run


@pytest.fixture
def cells(tables):
    keys = ["classification", "item", "indicator", "period_end", "span"]
    return lambda *rows: tables(*rows)["cells"].set_index(keys)


def counted(cells, item, month, span="month", kind="retrofit", indicator="enterprises"):
    return cells.loc[(kind, item, indicator, month, span), "value"]


def test_january_and_february_are_one_observation_and_the_year_adds_up(cells):
    found = cells(entry("a", "2020-01-31"), entry("b", "2020-02-01"), entry("c", "2020-04-02"))
    assert [counted(found, "ALL", month) for month in ("2020-02", "2020-03", "2020-04")] == [2, 0, 1]
    assert [counted(found, "ALL", month, "ytd") for month in ("2020-02", "2020-03", "2020-04")] == [2, 2, 3]


def test_a_year_to_date_starts_anew_each_year(cells):
    found = cells(entry("a", "2019-12-05"), entry("b", "2020-02-05"))
    assert counted(found, "ALL", "2019-12", "ytd") == 1
    assert counted(found, "ALL", "2020-02", "ytd") == 1


def test_sub_fields_add_up_to_their_industry_and_no_entry_is_a_true_zero(cells):
    found = cells(
        entry("a", "2020-03-05"), entry("b", "2020-03-06", subfield="NIT-AI"), entry("c", "2020-03-07", subfield="OTH")
    )
    assert counted(found, "NIT", "2020-03") == 2
    assert [counted(found, code, "2020-03") for code in ("NIT-IC", "NIT-AI", "NIT-BD", "OTH")] == [1, 1, 0, 1]
    assert counted(found, "ALL", "2020-03") == 3


def test_sizes_are_counted_beside_sub_fields_and_an_unknown_size_is_left_out(cells):
    found = cells(entry("a", "2020-03-05", size="large"), entry("b", "2020-03-06", size=None))
    assert counted(found, "large", "2020-03") == 1
    assert counted(found, "ALL", "2020-03") == 2


def test_enterprises_and_projects_of_one_kind_are_never_one_number(cells):
    found = cells(entry("a", "2020-03-05"), entry("p", "2020-03-06", subject="project"))
    assert counted(found, "ALL", "2020-03") == 1
    assert counted(found, "ALL", "2020-03", indicator="projects") == 1
    assert found.loc[("retrofit", "ALL", "enterprises", "2020-03", "month"), "unit"] == "家"
    assert found.loc[("retrofit", "ALL", "projects", "2020-03", "month"), "unit"] == "个"


def test_a_restated_entry_counts_where_its_latest_version_says_and_is_marked_revised(cells):
    found = cells(entry("a", "2020-03-05"), entry("a", "2020-03-05", subfield="AM-ROB", submission=2))
    assert counted(found, "NIT-IC", "2020-03") == 0
    assert counted(found, "AM-ROB", "2020-03") == 1
    assert found.loc[("retrofit", "ALL", "enterprises", "2020-03", "month"), "status"] == "revised"


def test_the_first_real_ledger_replaces_the_demonstration_ledger_whole(cells):
    found = cells(entry("a", "2020-03-05"), entry("b", "2020-04-05", submission=2, provenance="official"))
    assert set(found.reset_index()["period_end"]) == {"2020-04"}
    assert set(found["provenance"]) == {"official"}


def test_without_a_ledger_the_tables_are_empty_and_nothing_fails(tables):
    found = tables()
    assert {name: len(frame) for name, frame in found.items()} == {"cells": 0, "items": 0}
    assert tuple(found["cells"].columns) == CELLS


def test_the_release_holds_no_entry_and_no_name(tables):
    found = tables(entry("a", "2020-03-05"))
    assert not {"code", "name"} & (set(found["cells"].columns) | set(found["items"].columns))


def test_every_mart_keeps_the_columns_its_header_promises():
    with duckdb.connect() as connection:
        connection.register("given", pd.DataFrame([entry("a", "2020-03-05")], columns=COLUMNS))
        connection.execute("create table upgrading_list_submitted as select * from given")
        marts.tables(connection)
        asked = contract("marts/upgrading/entries")
        got = [row[0] for row in connection.execute("describe entries").fetchall()]
        assert tuple(got) == asked.columns
        counts = contract("marts/upgrading/counts")
        assert tuple(connection.execute(counts.statement).df().columns) == counts.columns
