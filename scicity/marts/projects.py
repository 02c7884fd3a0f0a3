"""The ledgers of signed projects become the cells of the projects subject.

Each scope (KXC, ZGY) has classifications of its own, 'ZGY/tier' and so on: two ledgers in which a project may stand
twice are never one series. No project, investor or single amount goes out. Contract amounts are told for the whole,
for a year of signing and for an event; by field, tier or investor only counts are, because an amount of one project
could be worked out from months, years to date and releases.
"""

from collections.abc import Collection

import duckdb
import pandas as pd

from scicity import periods
from scicity.contracts import contract
from scicity.measures import taxonomy

FORM = "project_ledger_submitted"
FEWEST = 3  # projects behind an amount of a year of signing or of an event
STAGES = ("signed", "registered", "started", "in_production", "at_capacity", "undated")
TIERS = ("GE100", "GE10", "REST", "UNSTATED")
INVESTORS = ("central", "private", "foreign", "listed", "other", "unstated")
ORIGINS = ("local", "domestic", "abroad", "unstated")
CELLS = (
    "scope", "classification", "item", "indicator", "period_start", "period_end", "span", "value", "comparable_base",
    "unit", "qualifier", "status", "provenance", "source_id",
)  # fmt: skip
ITEMS = ("classification", "item", "level", "parent", "rank", "measure", "name_zh", "name_en")
UNITS = {"contract": "亿元", "funds": "亿元", "fortune500": "家"}  # all other indicators count projects


def tables(
    connection: duckdb.DuckDBPyConnection, hidden_before: Collection[tuple[str, str]] = ()
) -> dict[str, pd.DataFrame]:
    """The tables of projects.duckdb: `cells` in the columns of CELLS and `items`; both empty when nobody reported.

    Indicators: projects (count), contract (100 million yuan, item ALL only), of spans month and ytd; the stages of a
    year of signing (classification cohort) as points; its contract and funds at the newest month; events. Amounts of
    fewer than three projects are suppressed, and with them the amounts that would tell them.
    """
    if not _reported(connection):
        return {"cells": pd.DataFrame(columns=list(CELLS)), "items": pd.DataFrame(columns=list(ITEMS))}
    _register(connection, "fields", _fields())
    _run(connection, "projects")
    ((first, last),) = connection.execute("select min(month), max(month) from projects").fetchall()
    _register(connection, "months", pd.DataFrame({"month": periods.between(first, last)}))
    _run(connection, "memberships")
    parts = [_signings(_rows(connection, "signings")), _cohorts(_rows(connection, "cohorts")),
             _funds(_rows(connection, "funds"), last), _events(_rows(connection, "events"))]  # fmt: skip
    cells = _finished(pd.concat(parts, ignore_index=True))
    return {"cells": cells, "items": items(cells)}


def _reported(connection: duckdb.DuckDBPyConnection) -> bool:
    known = connection.execute("select table_name from information_schema.tables").fetchall()
    return (FORM,) in known


def _register(connection: duckdb.DuckDBPyConnection, name: str, frame: pd.DataFrame) -> None:
    connection.register("frame_to_lay", frame)
    connection.execute(f"create or replace table {name} as select * from frame_to_lay")
    connection.unregister("frame_to_lay")


def _run(connection: duckdb.DuckDBPyConnection, step: str) -> None:
    connection.execute(f"create or replace table {step} as {contract(f'marts/projects/{step}').statement}")


def _rows(connection: duckdb.DuckDBPyConnection, step: str) -> pd.DataFrame:
    return connection.execute(contract(f"marts/projects/{step}").statement).df()


def _fields() -> pd.DataFrame:
    """Sub-field to industry; other fields belong to none."""
    pairs = [(code, taxonomy.industry_of(code)) for code in taxonomy.subfields()]
    return pd.DataFrame(pairs, columns=["subfield", "industry"])


def _signings(rows: pd.DataFrame) -> pd.DataFrame:
    """Counts of every item, amounts of the whole, month by month and year to date."""
    rows = rows.rename(columns={"month": "period_end"})
    rows["status"] = rows["is_preliminary"].map({1: "preliminary"}).fillna("final")
    counts = rows.assign(indicator="projects", value=rows["projects"])
    whole = rows[rows["classification"] == "all"]
    return pd.concat([counts, whole.assign(indicator="contract", value=whole["contract"])], ignore_index=True)


def _cohorts(rows: pd.DataFrame) -> pd.DataFrame:
    """One cell a stage: how many of a year's projects had reached it by the end of the month."""
    keys = ["scope", "cohort", "month", "is_demo", "source_id"]
    long = rows.melt(id_vars=keys, value_vars=list(STAGES), var_name="indicator", value_name="value")
    long = long.rename(columns={"cohort": "item", "month": "period_end"})
    return long.assign(classification="cohort", span="point", status="preliminary")


def _funds(rows: pd.DataFrame, last: str) -> pd.DataFrame:
    """Contract and funds of a year of signing, as the ledger stands; a year of few projects hides the total too."""
    few = rows["signed"] < FEWEST
    scopes_with_few = set(rows.loc[few, "scope"])
    hidden = few | ((rows["cohort"] == "ALL") & rows["scope"].isin(scopes_with_few))
    found = [
        rows.assign(item=rows["cohort"], indicator=name, value=rows[name].mask(hidden),
                    status=pd.Series("preliminary", rows.index).mask(hidden, "suppressed"))
        for name in ("contract", "funds")
    ]  # fmt: skip
    long = pd.concat(found, ignore_index=True)
    return long.assign(classification="funds", period_end=last, span="point")


def _events(rows: pd.DataFrame) -> pd.DataFrame:
    """What was signed at an event; its amount only where three or more projects stand behind it."""
    rows = rows.rename(columns={"event": "item", "month": "period_end"})
    few = rows["projects"] < FEWEST
    found = [rows.assign(indicator=name, value=rows[name], status="preliminary") for name in ("projects", "fortune500")]
    status = pd.Series("preliminary", rows.index).mask(few, "suppressed")
    found.append(rows.assign(indicator="contract", value=rows["contract"].mask(few), status=status))
    return pd.concat(found, ignore_index=True).assign(classification="event", span="event")


def _finished(rows: pd.DataFrame) -> pd.DataFrame:
    """The columns of a release: classification with its scope, unit, provenance, and why a value is missing."""
    value = rows["value"].astype("float64")
    missing = value.isna() & (rows["status"] != "suppressed")
    starts = [
        periods.starts(month, span) if span in periods.SPANS else month
        for month, span in zip(rows["period_end"], rows["span"], strict=True)
    ]
    cells = rows.assign(
        classification=rows["scope"] + "/" + rows["classification"],
        value=value,
        comparable_base=float("nan"),
        period_start=starts,
        unit=rows["indicator"].map(UNITS).fillna("个"),
        qualifier="exact",
        status=rows["status"].mask(missing, "not_published"),
        provenance=rows["is_demo"].map({1: "demo"}).fillna("official"),
        source_id=rows["source_id"].astype("Int64").astype("str").replace("<NA>", ""),
    )
    order = ["classification", "item", "indicator", "period_end", "span"]
    return cells.loc[:, list(CELLS)].sort_values(order, ignore_index=True)


def items(cells: pd.DataFrame) -> pd.DataFrame:
    """Every item of the cells: level, parent, rank in its classification. Words for codes stand in the wording."""
    ranks = {code: rank for codes in (TIERS, INVESTORS, ORIGINS) for rank, code in enumerate(codes)}
    found = []
    for classification, code in cells[["classification", "item"]].drop_duplicates().itertuples(index=False):
        known = taxonomy.items().get(("leading", code)) if classification.endswith("/field") else None
        level, parent = (known.level, known.parent) if known else ("item", "")
        rank = known.rank if known else ranks.get(code, 999 if code == taxonomy.OTHER else 0)
        names = (known.name_zh, known.name_en) if known else (code, code)
        found.append((classification, code, level, parent, rank, "count", *names))
    return pd.DataFrame(found, columns=list(ITEMS))
