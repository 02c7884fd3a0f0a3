"""The ledger of R&D platforms becomes the cells of the platforms subject.

A platform with two titles counts once in the total, in its level and in its sub-field; by kind each title counts.
"""

from collections.abc import Collection

import duckdb
import pandas as pd

from scicity.marts import ledgers
from scicity.measures import taxonomy

FORM = "platform_list"
STEPS = ("platform_list", "platform_titles", "platforms", "platform_items", "platform_counts", "platform_work")
UNITS = {"staff": "人"}


def tables(
    connection: duckdb.DuckDBPyConnection, hidden_before: Collection[tuple[str, str]] = ()
) -> dict[str, pd.DataFrame]:
    """The tables of platforms.duckdb: `cells` and `items`. hidden_before is not asked: the counts are public by nature.

    Classifications level (ALL, national, provincial, municipal, unstated), subfield, kind, and kind_subfield (items
    'enterprise/NIT-IC') for the matrix. Indicators as of incubators; staff is a point of the months reported.
    """
    items = pd.concat([ledgers.items("platforms"), _subfields()], ignore_index=True)
    if not ledgers.run(connection, "platforms", FORM, STEPS):
        return {"cells": ledgers.empty(), "items": items}
    counts = connection.execute("select * from platform_counts").df()
    work = connection.execute("select * exclude (reported, standing) from platform_work").df()
    return {"cells": ledgers.cells(counts, work, UNITS), "items": items}


def _subfields() -> pd.DataFrame:
    """The sub-fields as items of this subject, and OTH for platforms of none of them."""
    found = [
        ("subfield", one.code, "part", one.parent, rank, "count", one.name_zh, one.name_en)
        for rank, one in enumerate(map(taxonomy.item, taxonomy.subfields()), 1)
    ]
    other = ("subfield", taxonomy.OTHER, "part", "", len(found) + 1, "count", "其他", "Other")
    return pd.DataFrame([*found, other], columns=list(ledgers.ITEMS))
