"""Monthly output of enterprises becomes the cells of the industry subject.

The statements use only SQL that DuckDB and a distributed engine both speak; nothing here is known to a page.
"""

from collections.abc import Collection

import duckdb
import pandas as pd

from scicity import disclosure, periods
from scicity.contracts import contract
from scicity.measures import taxonomy

SCOPE = "KXC"  # 科学城全域, the whole science city
STEPS = ("enterprise_output", "enterprise_spans", "contributions", "sums", "reported_parts", "aggregates")
CELLS = (
    "scope", "classification", "item", "indicator", "period_start", "period_end", "span", "value", "comparable_base",
    "unit", "qualifier", "status", "provenance", "source_id",
)  # fmt: skip


def tables(
    connection: duckdb.DuckDBPyConnection, hidden_before: Collection[tuple[str, str]] = ()
) -> dict[str, pd.DataFrame]:
    """The tables of industry.duckdb: `cells` in the columns of CELLS, and `items` that explain them.

    The connection holds the tables that `records.load` lays there; hidden_before names the (classification, item)s that
    earlier releases suppress. One row a classification, item, indicator (output in 100 million yuan, enterprises as a
    count), closing month and span. A missing value has a status that says why: pending, suppressed, not_published.
    Cells that readers could work out in spite of everything raise ValueError: they are not published.
    """
    connection.register("membership_frame", membership())
    connection.execute("create or replace table membership as select * from membership_frame")
    connection.unregister("membership_frame")
    for step in STEPS:
        connection.execute(f"create or replace table {step} as {contract(f'marts/industry/{step}').statement}")
    cells = cells_of(connection.execute("select * from aggregates").df(), hidden_before)
    leaks = disclosure.audit(cells[cells["indicator"] == "output"])
    if leaks:
        names = ", ".join(sorted({f"{leak.classification}/{leak.item}" for leak in leaks}))
        raise ValueError(f"Not published: hidden values of {names} could be worked out from what would be shown.")
    return {"cells": cells, "items": items()}


def cells_of(aggregates: pd.DataFrame, hidden_before: Collection[tuple[str, str]] = ()) -> pd.DataFrame:
    """Aggregates with their concentration in, published cells out: nothing about single contributors remains."""
    protected = disclosure.protected(aggregates, hidden_before=hidden_before)
    output = protected.assign(indicator="output", unit="亿元")
    enterprises = protected.assign(
        indicator="enterprises", unit="家", value=protected["enterprises"], comparable_base=pd.NA
    )
    cells = pd.concat([output, enterprises], ignore_index=True)
    cells["scope"] = SCOPE
    cells["qualifier"] = "exact"
    spans = zip(cells["period_end"], cells["span"], strict=True)
    cells["period_start"] = [periods.starts(month, span) for month, span in spans]
    order = ["classification", "item", "indicator", "period_end", "span"]
    return cells.loc[:, list(CELLS)].sort_values(order, ignore_index=True)


def membership() -> pd.DataFrame:
    """Which items a sub-field's records belong to: subfield, classification, item, part.

    part is the leading industry whose report the item waits for; it tells when a total is still incomplete.
    """
    rows = []
    for code in taxonomy.subfields():
        industry = taxonomy.industry_of(code)
        leading = [code, industry, taxonomy.TOTAL]
        if taxonomy.item(code).measure == "output":
            leading.append(taxonomy.INDUSTRIAL_TOTAL)
            rows += _beside(code, industry)
        rows += [(code, "leading", item, industry) for item in leading]
    rows += _beside(taxonomy.OTHER, taxonomy.OTHER)
    # never shown; judged by disclosure control, because a reader can subtract it from the above-scale total
    rows.append((taxonomy.OTHER, "above_scale", taxonomy.OTHER, taxonomy.OTHER))
    return pd.DataFrame(rows, columns=["subfield", "classification", "item", "part"])


def _beside(subfield: str, part: str) -> list[tuple[str, str, str, str]]:
    """Industry counts in the classifications beside the leading industries too, where its flags say so."""
    return [(subfield, other, taxonomy.TOTAL, part) for other in taxonomy.CLASSIFICATIONS[1:]]


def items() -> pd.DataFrame:
    """The items a release explains itself with: classification, item, level, parent, rank, measure, names."""
    return pd.DataFrame(
        [
            (one.classification, one.code, one.level, one.parent, one.rank, one.measure, one.name_zh, one.name_en)
            for one in taxonomy.items().values()
        ],
        columns=["classification", "item", "level", "parent", "rank", "measure", "name_zh", "name_en"],
    )
