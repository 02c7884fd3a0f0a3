"""The ledger of incubators and maker spaces becomes the cells of the incubators subject."""

from collections.abc import Collection

import duckdb
import pandas as pd

from scicity.marts import ledgers

FORM = "incubator_list"
STEPS = ("incubator_list", "incubators", "incubator_items", "incubator_counts", "incubator_work")
UNITS = {
    "tenants": "家", "graduates": "家", "graduates_three_years": "家", "alive_three_years": "家", "area": "平方米",
}  # fmt: skip


def tables(
    connection: duckdb.DuckDBPyConnection, hidden_before: Collection[tuple[str, str]] = ()
) -> dict[str, pd.DataFrame]:
    """The tables of incubators.duckdb: `cells` and `items`. Such counts are public by nature: nothing is hidden.

    Classifications level (ALL, national, municipal), kind, host and district, each a whole of its own. Indicator stock
    is a point at each month's end; opening, added and removed have the spans month and ytd; tenants, graduates,
    graduates_three_years, alive_three_years and area are points of the months a ledger was reported for.
    """
    items = ledgers.items("incubators")
    if not ledgers.run(connection, "incubators", FORM, STEPS):
        return {"cells": ledgers.empty(), "items": items}
    counts = connection.execute("select * from incubator_counts").df()
    work = connection.execute("select * exclude (reported, standing) from incubator_work").df()
    return {"cells": ledgers.cells(counts, work, UNITS), "items": items}
