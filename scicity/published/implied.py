"""Which published figures the enterprise records imply, so that a release can be compared with what was printed."""

from pathlib import Path

import pandas as pd

from scicity import periods
from scicity.published import files

FILE = "reconciliation.csv"
COLUMNS = (
    "figure_id", "kind", "subject", "classification", "item", "indicator", "span", "period_end", "comparison",
    "decimals",
)  # fmt: skip


# what a cell may cover; a point or an event has no months of its own, and its month is a label of ours
SPANS = (*periods.SPANS, "point", "year", "event")


def reconciliation(folder: Path, figures: pd.DataFrame) -> pd.DataFrame:
    """The rows of the file, checked against `figures` (figure_id, qualifier, period_end, grade)."""
    rows = files.read(folder, FILE, COLUMNS)
    files.refuse_repeated(rows, FILE, ["figure_id"])
    files.refuse_unknown(rows, FILE, "kind", ("cell", "items"), "Choose one of them.")
    files.refuse_unknown(rows, FILE, "comparison", ("equal", "over", "at_least"), "Choose one of them.")
    files.refuse_unlike(rows, FILE, "decimals", r"\d", "a number of decimals")
    facts = figures[figures["grade"] != "unverified"].set_index("figure_id")
    files.refuse_unknown(rows, FILE, "figure_id", set(facts.index), "Name a verified figure.")
    cells = rows[rows["kind"] == "cell"]
    files.refuse_unknown(cells, FILE, "span", SPANS, "Choose one of them.")
    for row, figure in rows["figure_id"].items():
        _refuse_other(int(str(row)), rows.loc[row], facts.loc[figure])
    return rows.assign(decimals=rows["decimals"].astype(int)).reset_index(drop=True)


def _refuse_other(row: int, rule: pd.Series, figure: pd.Series) -> None:
    """An exact figure is compared for equality, a bound as a bound, and both at the figure's own period."""
    expected = "equal" if figure["qualifier"] == "exact" else figure["qualifier"]
    if rule["comparison"] != expected:
        what = f"'{rule['comparison']}' found; expected {expected}, the figure's qualifier. Correct the comparison."
        raise files.fault(FILE, row, "comparison", what)
    dated = rule["kind"] == "cell" and rule["span"] in periods.SPANS
    # a figure of a year that names no closing month is compared with a year to date of ours within it
    if dated and not rule["period_end"].startswith(figure["period_end"]):
        what = f"'{rule['period_end']}' found; expected {figure['period_end']}, as the figure says. Correct the month."
        raise files.fault(FILE, row, "period_end", what)
