"""Annual targets become cells: as first set, as changed, and as really reported."""

import duckdb
import pandas as pd
import pytest

from scicity.marts import targets as marts
from scicity.marts.industry import CELLS

COLUMNS = [
    "year", "indicator", "scope", "kind", "value", "measured_in", "set_on", "revised", "submission", "provenance",
    "status",
]  # fmt: skip


def target(value, revised=False, year="2020", set_on="2020-01-15", submission=1, provenance="demo"):
    return (
        year,
        "signed_amount",
        "ZGY",
        "level",
        value,
        "100m_yuan",
        set_on,
        revised,
        submission,
        provenance,
        "preliminary",
    )


@pytest.fixture
def tables():
    def run(*rows):
        with duckdb.connect() as connection:
            if rows:
                connection.register("given", pd.DataFrame(list(rows), columns=COLUMNS))
                connection.execute(
                    "create table annual_targets_submitted as "
                    "select * replace (cast(value as decimal(18, 4)) as value) from given"
                )
            return marts.tables(connection)

    return run


def test_r54_a_target_changed_within_the_year_keeps_its_original_beside_it(tables):
    found = tables(target(900), target(1000, revised=True, set_on="2020-08-28", submission=2))["cells"]
    assert found.set_index("indicator")["value"].to_dict() == {"original": 900.0, "revised": 1000.0}
    assert set(found["unit"]) == {"亿元"}
    assert set(found["span"]) == {"year"}


def test_a_corrected_target_counts_in_its_latest_version(tables):
    found = tables(target(900), target(950, submission=2))["goals"]
    assert found["value"].tolist() == [950.0]


def test_the_first_real_targets_of_a_year_replace_its_demonstration_targets_only(tables):
    found = tables(target(900), target(800, submission=2, provenance="official"), target(700, year="2019"))["goals"]
    assert found[["year", "value", "provenance"]].values.tolist() == [
        ["2019", 700.0, "demo"],
        ["2020", 800.0, "official"],
    ]


def test_without_targets_the_tables_are_empty_and_nothing_fails(tables):
    found = tables()
    assert {name: len(frame) for name, frame in found.items()} == {"cells": 0, "items": 0, "goals": 0}
    assert tuple(found["cells"].columns) == CELLS
