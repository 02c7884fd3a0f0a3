"""What ledgers of incubators and platforms have in common: counts at month ends, comings and goings, and their cells.

A count at a point in time is never added over months: the cells hold it once a month, with span 'point'.
"""

from collections.abc import Sequence

import duckdb
import pandas as pd

from scicity import periods, places
from scicity.contracts import contract
from scicity.marts.industry import CELLS, SCOPE

FIRST_MONTH = "2018-02"
ITEMS = ("classification", "item", "level", "parent", "rank", "measure", "name_zh", "name_en")
FLOWS = ("opening", "added", "removed")


def run(connection: duckdb.DuckDBPyConnection, subject: str, form: str, steps: Sequence[str]) -> bool:
    """Runs the subject's marts on the connection, each a table of its name; False where nobody reported the form."""
    known = connection.execute("select table_name from information_schema.tables").df()["table_name"]
    if f"{form}_submitted" not in set(known):
        return False
    last = connection.execute(f"select max(month) as month from {form}_submitted").df()["month"].iloc[0]
    connection.register("windows", windows(FIRST_MONTH, last))
    for step in steps:
        connection.execute(f"create or replace table {step} as {contract(f'marts/{subject}/{step}').statement}")
    connection.unregister("windows")
    return True


def windows(first: str, last: str) -> pd.DataFrame:
    """Each closing month twice: alone and as a year to date. starts_after is the calendar month before it begins.

    period_end ('YYYY-MM'), span (month | ytd), starts_after ('YYYY-MM'; of 1—2月 the December before).
    """
    rows = [
        (month, span, periods.previous(month) if span == "month" else periods.written(periods.year_of(month) - 1, 12))
        for month in periods.between(first, last)
        for span in periods.SPANS
    ]
    return pd.DataFrame(rows, columns=["period_end", "span", "starts_after"])


def cells(counts: pd.DataFrame, work: pd.DataFrame, units: dict[str, str]) -> pd.DataFrame:
    """Cells of the columns CELLS: indicator 'stock' as points; opening, added, removed by span; and what is reported.

    counts: classification, item, period_end, span, opening, added, removed, closing. work: period_end, indicator,
    value, missing (not_published) where not all reported. units: the unit of each indicator, of all others 个.
    """
    by_month = counts[counts["span"] == "month"]
    parts = [by_month.assign(indicator="stock", span="point", value=by_month["closing"])]
    # a part's levels are shown as stocks only
    moved = counts[~counts["classification"].str.contains("_")]
    parts += [moved.assign(indicator=flow, value=moved[flow]) for flow in FLOWS]
    told = work.assign(classification="level", item="ALL", span="point")
    parts.append(told.assign(status=told["status"].where(told["value"].notna(), "not_published")))
    found = pd.concat([part.astype({"value": "float64"}) for part in parts], ignore_index=True)
    found["unit"] = [units.get(indicator, "个") for indicator in found["indicator"]]
    found["scope"], found["comparable_base"], found["qualifier"] = SCOPE, float("nan"), "exact"
    ends = zip(found["period_end"], found["span"], strict=True)
    found["period_start"] = [end if span == "point" else periods.starts(end, span) for end, span in ends]
    order = ["classification", "item", "indicator", "period_end", "span"]
    return found.loc[:, list(CELLS)].sort_values(order, ignore_index=True)


def items(subject: str) -> pd.DataFrame:
    """The items of the subject's classifications, from data/taxonomy/innovation.csv."""
    rows = pd.read_csv(places.TAXONOMY / "innovation.csv", keep_default_na=False)
    return rows.loc[rows["subject"] == subject, list(ITEMS)].reset_index(drop=True)


def empty() -> pd.DataFrame:
    """Cells of a subject nobody has reported."""
    numbers = {"value", "comparable_base"}
    return pd.DataFrame({name: pd.Series(dtype="float64" if name in numbers else "str") for name in CELLS})
