"""The ledger of enterprise upgrading becomes counts: by kind, sub-field, size and month.

Counts of entries are public and not suppressed; no entry and no name leaves the records.
"""

import csv
from collections.abc import Collection

import duckdb
import pandas as pd

from scicity import periods, places
from scicity.contracts import contract
from scicity.marts.industry import CELLS
from scicity.measures import taxonomy

SCOPE = "KXC"
FORM = "upgrading_list"
UNITS = {"enterprises": "家", "projects": "个"}
ITEMS = ("classification", "item", "level", "parent", "rank", "measure", "name_zh", "name_en")


def tables(
    connection: duckdb.DuckDBPyConnection, _hidden_before: Collection[tuple[str, str]] = ()
) -> dict[str, pd.DataFrame]:
    """The tables of upgrading.duckdb: `cells` (columns as industry's) and `items`.

    classification is the kind (retrofit, recognised, demonstration, rd_reserve), indicator enterprises or projects;
    items are ALL, the industries, their sub-fields, OTH, and the sizes. Spans month and ytd. The ledger covers the
    observations from its first to its last entry. Without a ledger both tables are empty.
    """
    if not has_table(connection, f"{FORM}_submitted"):
        return {"cells": empty(CELLS, ("value", "comparable_base")), "items": empty(ITEMS, ("rank",))}
    connection.execute(f"create or replace table entries as {contract('marts/upgrading/entries').statement}")
    months = connection.execute("select distinct month from entries").df()["month"]
    lay(connection, "months", pd.DataFrame({"month": periods.between(months.min(), months.max())}))
    lay(connection, "members", members())
    counts = connection.execute(contract("marts/upgrading/counts").statement).df()
    kinds = list(dict.fromkeys(counts["classification"]))
    return {"cells": cells_of(counts), "items": items(kinds)}


def has_table(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Whether a form was reported at all: a form nobody reported gives no table."""
    asked = "select count(*) from information_schema.tables where table_name = $name"
    return bool(connection.execute(asked, {"name": name}).fetchall()[0][0])


def empty(columns: tuple[str, ...], numeric: tuple[str, ...]) -> pd.DataFrame:
    """A table without rows whose columns have their types."""
    return pd.DataFrame({name: pd.Series(dtype="float64" if name in numeric else "str") for name in columns})


def lay(connection: duckdb.DuckDBPyConnection, name: str, frame: pd.DataFrame) -> None:
    """Lays a frame before the marts as a table."""
    connection.register("frame_to_lay", frame)
    connection.execute(f"create or replace table {name} as select * from frame_to_lay")
    connection.unregister("frame_to_lay")


def members() -> pd.DataFrame:
    """Which items an entry counts for: dimension (subfield or size), part (the entry's value), item."""
    rows = [("subfield", taxonomy.OTHER, item) for item in (taxonomy.OTHER, taxonomy.TOTAL)]
    for code in taxonomy.subfields():
        rows += [("subfield", code, item) for item in (code, taxonomy.industry_of(code), taxonomy.TOTAL)]
    rows += [("size", row["item"], row["item"]) for row in _own_items() if row["level"] == "size"]
    return pd.DataFrame(rows, columns=["dimension", "part", "item"])


def cells_of(counts: pd.DataFrame) -> pd.DataFrame:
    """Counts as cells. A count has no comparable base; its bounds are exact."""
    spans = zip(counts["period_end"], counts["span"], strict=True)
    cells = counts.assign(
        scope=SCOPE,
        comparable_base=float("nan"),
        unit=counts["indicator"].map(UNITS),
        qualifier="exact",
        period_start=[periods.starts(month, span) for month, span in spans],
        status=[_status(*pair) for pair in zip(counts["revised"], counts["preliminary"], strict=True)],
        provenance=counts["demo"].map({1: "demo", 0: "official"}),
        source_id=counts["source_id"].astype(str),
    )
    order = ["classification", "item", "indicator", "period_end", "span"]
    return cells.loc[:, list(CELLS)].sort_values(order, ignore_index=True)


def items(kinds: list[str]) -> pd.DataFrame:
    """The items of each kind: the kind itself, industries, sub-fields, all else, sizes."""
    own = _own_items()
    leading = [one for one in taxonomy.items().values() if one.level in ("industry", "subfield")]
    rows = []
    for kind in kinds:
        rows += [(kind, *_rest(row)) for row in own if row["classification"] in (kind, "")]
        rows += [
            (kind, one.code, one.level, one.parent, one.rank, "count", one.name_zh, one.name_en) for one in leading
        ]
    return pd.DataFrame(rows, columns=list(ITEMS)).sort_values(["classification", "rank"], ignore_index=True)


def _rest(row: dict[str, str]) -> tuple[str, str, str, int, str, str, str]:
    return (row["item"], row["level"], row["parent"], int(row["rank"]), row["measure"], row["name_zh"], row["name_en"])


def _own_items() -> list[dict[str, str]]:
    with (places.TAXONOMY / "upgrading.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _status(revised: int, preliminary: int) -> str:
    return "revised" if revised else "preliminary" if preliminary else "final"
