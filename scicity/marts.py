"""Records become the cells of a release: plain SQL in queries/marts/, then disclosure control.

The statements use only SQL that DuckDB and a distributed engine both speak; nothing here is known to a page.
"""

import duckdb
import pandas as pd

from scicity import disclosure, periods
from scicity.contracts import contract
from scicity.measures import taxonomy

SCOPE = "KXC"  # 科学城全域, the whole science city
STEPS = ("enterprise_output", "enterprise_spans", "contributions", "reported_parts", "aggregates")
CELLS = (
    "scope", "classification", "item", "indicator", "period_start", "period_end", "span", "value", "comparable_base",
    "unit", "qualifier", "status", "provenance", "source_id",
)  # fmt: skip


def industry_cells(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The protected cells of the industry subject, in the columns of CELLS.

    The connection holds the tables that `records.load` lays there. One row a classification, item, indicator
    (output in 100 million yuan, enterprises as a count), closing month and span. A missing value has a status that
    says why: pending, suppressed, not_published.
    """
    connection.register("membership_frame", membership())
    connection.execute("create or replace table membership as select * from membership_frame")
    connection.unregister("membership_frame")
    for step in STEPS:
        connection.execute(f"create or replace table {step} as {contract(f'marts/industry/{step}').statement}")
    return cells_of(connection.execute("select * from aggregates").df())


def cells_of(aggregates: pd.DataFrame) -> pd.DataFrame:
    """Aggregates with their concentration in, published cells out: nothing about single contributors remains."""
    protected = disclosure.protected(aggregates)
    hidden = protected["status"] == "suppressed"
    counts = pd.merge(
        protected[["classification", "item", "period_end", "span"]], aggregates, "left",
        on=["classification", "item", "period_end", "span"],
    )["enterprises"].astype("Float64").mask(hidden.reset_index(drop=True))  # fmt: skip
    output = protected.assign(indicator="output", unit="亿元")
    enterprises = protected.assign(indicator="enterprises", unit="家", value=counts.to_numpy(), comparable_base=pd.NA)
    cells = pd.concat([output, enterprises], ignore_index=True)
    cells["scope"] = SCOPE
    cells["qualifier"] = "exact"
    cells["period_start"] = [
        periods.starts(month, span) for month, span in zip(cells["period_end"], cells["span"], strict=True)
    ]
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
            rows += [(code, other, taxonomy.TOTAL, industry) for other in taxonomy.CLASSIFICATIONS[1:]]
        rows += [(code, "leading", item, industry) for item in leading]
    rows.append((taxonomy.OTHER, "above_scale", taxonomy.TOTAL, taxonomy.OTHER))
    return pd.DataFrame(rows, columns=["subfield", "classification", "item", "part"])


def items() -> pd.DataFrame:
    """The items a release explains itself with: classification, item, level, parent, rank, measure, names."""
    return pd.DataFrame(
        [
            (one.classification, one.code, one.level, one.parent, one.rank, one.measure, one.name_zh, one.name_en)
            for one in taxonomy.items().values()
        ],
        columns=["classification", "item", "level", "parent", "rank", "measure", "name_zh", "name_en"],
    )
