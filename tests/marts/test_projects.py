"""Ledgers of signed projects become cells: versions, months, tiers, stages, what stays unknown and what is withheld."""

import duckdb
import pandas as pd
import pytest

from scicity.contracts import contract
from scicity.marts import projects as marts

TEXTS = (
    "project_code", "project_name", "scope", "signed_on", "subfield", "investor_code", "investor_kind", "origin",
    "event", "registered_on", "started_on", "in_production_on", "at_capacity_on", "provenance", "status",
)  # fmt: skip
AMOUNTS = ("contract_amount", "funds_in_place")
COLUMNS = (*TEXTS, "is_sci_tech", "is_fortune500", "contract_amount", "funds_in_place", "submission")


def project(code, signed_on="2020-03-10", amount=5.0, **more):
    given = {
        "project_code": code, "scope": "ZGY", "signed_on": signed_on, "subfield": "NIT-IC", "contract_amount": amount,
        "funds_in_place": 0.0, "is_sci_tech": False, "is_fortune500": False, "submission": 1, "provenance": "demo",
        "status": "preliminary", "investor_kind": "private", "origin": "local",
    }  # fmt: skip
    return {**dict.fromkeys(COLUMNS), **given, **more}


@pytest.fixture
def cells():
    """Runs the marts over a ledger; cells by (classification, item, indicator, period_end, span)."""

    def run(*rows):
        with duckdb.connect() as connection:
            frame = pd.DataFrame(list(rows), columns=list(COLUMNS))
            connection.register("given", frame)
            typed = [*(f"cast({name} as varchar) as {name}" for name in TEXTS),
                     *(f"cast({name} as decimal(18, 4)) as {name}" for name in AMOUNTS)]  # fmt: skip
            connection.execute(f"create table {marts.FORM} as select * replace ({', '.join(typed)}) from given")
            found = marts.tables(connection)["cells"]
            return found.set_index(["classification", "item", "indicator", "period_end", "span"])

    return run


def value(cells, *key):
    return cells.loc[key, "value"]


def test_without_a_ledger_the_tables_are_empty_and_nothing_fails():
    with duckdb.connect() as connection:
        tables = marts.tables(connection)
    assert {name: len(frame) for name, frame in tables.items()} == {"cells": 0, "items": 0}
    assert tuple(tables["cells"].columns) == marts.CELLS


def test_january_and_february_are_one_month(cells):
    found = cells(project("a", "2020-01-05"), project("b", "2020-02-20"))
    assert value(found, "ZGY/all", "ALL", "projects", "2020-02", "month") == 2


def test_the_latest_version_of_a_project_counts(cells):
    found = cells(project("a", amount=5), project("a", amount=120, submission=2))
    assert value(found, "ZGY/all", "ALL", "contract", "2020-03", "month") == 120
    assert value(found, "ZGY/tier", "GE100", "projects", "2020-03", "month") == 1


def test_the_first_real_ledger_replaces_the_demonstration_as_a_whole(cells):
    found = cells(
        project("a", "2019-05-01"), project("b"), project("r", provenance="official", status="final", submission=2)
    )
    assert value(found, "ZGY/all", "ALL", "projects", "2020-03", "ytd") == 1
    assert set(found["provenance"]) == {"official"}
    assert "2019" not in found.index.get_level_values("item")


def test_a_month_without_a_signing_counts_nothing_and_the_year_to_date_runs_on(cells):
    found = cells(project("a", "2020-03-10"), project("b", "2020-05-10"))
    assert value(found, "ZGY/all", "ALL", "projects", "2020-04", "month") == 0
    assert value(found, "ZGY/all", "ALL", "projects", "2020-04", "ytd") == 1
    assert value(found, "ZGY/all", "ALL", "projects", "2020-05", "ytd") == 2


def test_a_year_to_date_starts_anew_each_year(cells):
    found = cells(project("a", "2019-12-10"), project("b", "2020-02-10"))
    assert value(found, "ZGY/all", "ALL", "projects", "2020-02", "ytd") == 1


def test_tiers_exclude_each_other_at_their_edges(cells):
    found = cells(
        project("a", amount=100), project("b", amount=99.99), project("c", amount=10), project("d", amount=9.99)
    )
    counted = {tier: value(found, "ZGY/tier", tier, "projects", "2020-03", "ytd") for tier in ("GE100", "GE10", "REST")}
    assert counted == {"GE100": 1, "GE10": 2, "REST": 1}


def test_a_contract_without_an_amount_leaves_the_sum_unknown_and_stands_in_a_tier_of_its_own(cells):
    found = cells(project("a"), project("b", amount=None))
    cell = found.loc["ZGY/all", "ALL", "contract", "2020-03", "month"]
    assert pd.isna(cell["value"])
    assert cell["status"] == "not_published"
    assert value(found, "ZGY/tier", "UNSTATED", "projects", "2020-03", "ytd") == 1


def test_the_two_scopes_are_never_one_series(cells):
    found = cells(project("a"), project("b", scope="KXC"), project("c", scope="KXC"))
    assert value(found, "ZGY/all", "ALL", "projects", "2020-03", "ytd") == 1
    assert value(found, "KXC/all", "ALL", "projects", "2020-03", "ytd") == 2
    assert all(key[0].startswith(f"{scope}/") for key, scope in found["scope"].items())
    assert set(found["scope"]) == {"KXC", "ZGY"}


def test_a_field_counts_in_its_industry_and_other_fields_in_none(cells):
    found = cells(project("a"), project("b", subfield="NIT-AI"), project("c", subfield="OTH"))
    counted = {
        item: value(found, "ZGY/field", item, "projects", "2020-03", "ytd")
        for item in ("NIT", "NIT-IC", "NIT-AI", "OTH")
    }
    assert counted == {"NIT": 2, "NIT-IC": 1, "NIT-AI": 1, "OTH": 1}


def test_no_amount_is_told_by_field_tier_investor_or_origin(cells):
    found = cells(project("a"), project("b"), project("c"), project("d"))
    told = {key[0] for key in found.index if key[2] in ("contract", "funds")}
    assert told == {"ZGY/all", "ZGY/funds"}


def test_a_later_stage_implies_the_earlier_ones(cells):
    found = cells(project("a", "2019-04-01", in_production_on="2020-03-15"), project("b"))
    reached = {stage: value(found, "ZGY/cohort", "2019", stage, "2020-03", "point") for stage in marts.STAGES}
    assert reached == {
        "signed": 1, "registered": 1, "started": 1, "in_production": 1, "at_capacity": 0, "undated": 0,
    }  # fmt: skip
    # the month before, nothing of it had happened
    assert value(found, "ZGY/cohort", "2019", "in_production", "2020-02", "point") == 0


def test_w17_c4_a_project_without_any_stage_date_stands_under_no_date_and_is_counted(cells):
    found = cells(project("a", registered_on="2020-03-20"), project("b"), project("c"))
    assert value(found, "ZGY/cohort", "2020", "undated", "2020-03", "point") == 2
    assert value(found, "ZGY/cohort", "2020", "signed", "2020-03", "point") == 3


def test_funds_of_few_projects_are_withheld_and_so_is_the_total_that_would_tell_them(cells):
    few = [project("a", "2019-05-01", funds_in_place=1), project("b", "2019-05-01", funds_in_place=2)]
    many = [project(code, funds_in_place=1) for code in "cde"]
    found = cells(*few, *many)
    for cohort in ("2019", "ALL"):
        cell = found.loc["ZGY/funds", cohort, "funds", "2020-03", "point"]
        assert pd.isna(cell["value"])
        assert cell["status"] == "suppressed"
    assert value(found, "ZGY/funds", "2020", "funds", "2020-03", "point") == 3


def test_an_event_tells_its_amount_only_from_three_projects_on_and_counts_an_investor_once(cells):
    expo = {"event": "expo", "scope": "KXC", "is_fortune500": True}
    found = cells(*(project(code, investor_code="x", **expo) for code in "abc"), project("d", event="fair", amount=7))
    assert value(found, "KXC/event", "expo", "contract", "2020-03", "event") == 15
    assert value(found, "KXC/event", "expo", "fortune500", "2020-03", "event") == 1
    assert found.loc["ZGY/event", "fair", "contract", "2020-03", "event"]["status"] == "suppressed"
    assert value(found, "ZGY/event", "fair", "projects", "2020-03", "event") == 1


def test_nothing_of_a_single_project_goes_out(cells):
    found = cells(project("CODE-7", project_name="name 7", investor_code="INV-7")).reset_index()
    texts = found.select_dtypes(exclude="number").astype(str).to_numpy().ravel().tolist()
    assert not {"CODE-7", "name 7", "INV-7"} & set(texts)


def test_every_mart_keeps_the_columns_its_header_promises(cells):
    with duckdb.connect() as connection:
        connection.register("given", pd.DataFrame([project("a")], columns=list(COLUMNS)))
        typed = ", ".join(f"cast({name} as varchar) as {name}" for name in TEXTS)
        connection.execute(f"create table {marts.FORM} as select * replace ({typed}) from given")
        marts.tables(connection)
        for step in ("projects", "memberships", "signings", "cohorts", "funds", "events"):
            asked = contract(f"marts/projects/{step}")
            got = [row[0] for row in connection.execute(f"describe {asked.statement}").fetchall()]
            assert tuple(got) == asked.columns
