"""The year's targets become cells: as first set, and as changed within the year; both are kept."""

from collections.abc import Collection

import duckdb
import pandas as pd

from scicity.contracts import contract
from scicity.marts.industry import CELLS
from scicity.marts.upgrading import ITEMS, empty, has_table

FORM = "annual_targets"
# how cells write the units of the form
UNITS = {"100m_yuan": "亿元", "pct": "%", "items": "个", "enterprises": "家"}
GOALS = ("year", "indicator", "scope", "kind", "value", "unit", "set_on", "revised", "provenance")


def tables(
    connection: duckdb.DuckDBPyConnection, _hidden_before: Collection[tuple[str, str]] = ()
) -> dict[str, pd.DataFrame]:
    """The tables of targets.duckdb: `cells`, `items`, and `goals` with the day each target was set.

    classification is the kind of target (level, growth), item the indicator, indicator 'original' or 'revised',
    span year. Without targets all three are empty.
    """
    if not has_table(connection, f"{FORM}_submitted"):
        numeric = ("value", "comparable_base", "rank")
        return {
            name: empty(columns, numeric) for name, columns in (("cells", CELLS), ("items", ITEMS), ("goals", GOALS))
        }
    goals = connection.execute(contract("marts/targets/goals").statement).df()
    return {"cells": cells_of(goals), "items": items(goals), "goals": _sorted(goals)[list(GOALS)]}


def cells_of(goals: pd.DataFrame) -> pd.DataFrame:
    """Targets as cells of a year; value in the target's own unit, growth in per cent."""
    cells = goals.assign(
        classification=goals["kind"],
        item=goals["indicator"],
        indicator=["revised" if one else "original" for one in goals["revised"]],
        period_start=goals["year"] + "-01",
        period_end=goals["year"] + "-12",
        span="year",
        unit=goals["unit"].map(UNITS),
        comparable_base=float("nan"),
        qualifier="exact",
        source_id=goals["submission"].astype(str),
    )
    order = ["classification", "item", "indicator", "scope", "period_end"]
    return cells.loc[:, list(CELLS)].sort_values(order, ignore_index=True)


def items(goals: pd.DataFrame) -> pd.DataFrame:
    """The indicators that have targets; their names are those of the indicator catalogue."""
    pairs = goals[["kind", "indicator"]].drop_duplicates()
    found = enumerate(pairs.itertuples(index=False))
    rows = [(kind, code, "indicator", "", at, "target", "", "") for at, (kind, code) in found]
    return pd.DataFrame(rows, columns=list(ITEMS))


def _sorted(goals: pd.DataFrame) -> pd.DataFrame:
    return goals.sort_values(["year", "indicator", "scope", "revised"], ignore_index=True)
