"""Published counts of projects by amount, with their wording: 级 tiers exclude each other, 以上 tiers nest."""

from pathlib import Path

import pandas as pd

from scicity.published import cited, files, trust

FILE = "bands.csv"
WORDINGS = ("exclusive", "nested")
INPUT = (
    "set", "wording", "about_zh", "about_en", "scope_zh", "scope_en", "period", "total", "lower", "upper", "count",
    "figure_id", "quotation", "source", "title", "published_on", "read_at",
)  # fmt: skip
NUMBERS = ("total", "lower", "upper", "count")
COLUMNS = (
    "set", "wording", "about_zh", "about_en", "scope_zh", "scope_en", "period_start", "period_end", *NUMBERS,
    "figure_id", "quotation", "title", "published_on", "publisher", "grade", "link",
)  # fmt: skip


def bands(folder: Path, figures: pd.DataFrame) -> pd.DataFrame:
    """One row a tier in the order of the file, columns as COLUMNS; total, lower, upper (亿元) and count are numbers.

    figures: `cited.figures(folder)`. A count that is not its figure's, exclusive tiers that overlap or exceed the
    total, and nested tiers that grow with the amount raise ValueError naming the row.
    """
    rows = files.read(folder, FILE, INPUT)
    files.refuse_repeated(rows, FILE, ["set", "lower"])
    files.refuse_unknown(rows, FILE, "wording", WORDINGS, "Choose one of them.")
    files.refuse_unknown(rows, FILE, "figure_id", {"", *figures["figure_id"]}, "Name a cited figure.")
    files.refuse_unlike(rows, FILE, "period", cited.PERIOD, "YYYY, YYYY-MM, or two of them with a slash")
    files.refuse_unlike(rows, FILE, "upper", r"(\d+(\.\d+)?)?", "an amount or nothing")
    for column in ("total", "lower", "count"):
        files.refuse_no_number(rows, FILE, column)
    told = trust.judged(rows.assign(note=""), FILE, folder)
    told[list(NUMBERS)] = told[list(NUMBERS)].apply(pd.to_numeric)
    _refuse_other_values(told, figures.set_index("figure_id")["value"])
    for _, one in told.groupby("set", sort=False):
        (_refuse_overlap if one["wording"].iloc[0] == "exclusive" else _refuse_growing)(one)
    ends = told["period"].str.partition("/")
    told["period_start"], told["period_end"] = ends[0], ends[2].where(ends[1] == "/", ends[0])
    return told[list(COLUMNS)].reset_index(drop=True)


def _refuse_other_values(rows: pd.DataFrame, values: pd.Series) -> None:
    for row, one in rows[rows["figure_id"] != ""].iterrows():
        if float(values[one["figure_id"]]) != one["count"]:
            what = f"{one['count']:g} found; expected {values[one['figure_id']]:g}, the value of '{one['figure_id']}'."
            raise files.fault(FILE, int(str(row)), "count", f"{what} Correct the count.")


def _refuse_overlap(rows: pd.DataFrame) -> None:
    """Exclusive tiers go down without touching, and are no more than the whole."""
    ceiling = float("inf")
    for row, one in rows.iterrows():
        upper = one["upper"] if one["upper"] == one["upper"] else float("inf")
        if upper > ceiling or one["lower"] >= upper:
            what = f"{one['lower']:g} to {upper:g} overlaps the tier above. List exclusive tiers from the largest down."
            raise files.fault(FILE, int(str(row)), "upper", what)
        ceiling = one["lower"]
    if rows["count"].sum() > rows["total"].iloc[0]:
        what = f"{rows['count'].sum():g} in all; expected at most the total {rows['total'].iloc[0]:g}. Is it nested?"
        raise files.fault(FILE, int(str(rows.index[-1])), "count", what)


def _refuse_growing(rows: pd.DataFrame) -> None:
    """Of nested tiers the higher holds no more than the lower, and none has an upper end."""
    ordered = rows.sort_values("lower")
    limit = ordered["total"].iloc[0]
    for row, one in ordered.iterrows():
        if one["count"] > limit or one["upper"] == one["upper"]:
            what = f"{one['count']:g} found; a nested tier is open above and holds at most {limit:g}. Is it exclusive?"
            raise files.fault(FILE, int(str(row)), "count", what)
        limit = one["count"]
