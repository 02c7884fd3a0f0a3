"""Reading a frame of cells: its total, its parts, its latest period, and what is withheld.

Frames are the rows of the industry queries (series, snapshot, classes); a missing number is NaN or None.
"""

import pandas as pd

from scicity.measures import taxonomy
from scicity.periods import Span
from scicity.wording.numbers import is_missing

VALUE, GROWTH = "value_100m_yuan", "yoy_pct"
TOTALS = (taxonomy.TOTAL, taxonomy.INDUSTRIAL_TOTAL)
WITHHELD = ("pending", "suppressed", "not_published")


def span_of(frame: pd.DataFrame) -> Span:
    """The span all rows share."""
    return "ytd" if str(frame["span"].iloc[0]) == "ytd" else "month"


def classification_of(frame: pd.DataFrame) -> str:
    """The classification of all rows; a snapshot has no such column and is of the leading industries."""
    held = "classification" in frame.columns and len(frame)
    return str(frame["classification"].iloc[0]) if held else "leading"


def known(frame: pd.DataFrame, column: str = "") -> pd.DataFrame:
    """The rows with a number: in `column`, or in value or growth."""
    if column:
        return frame[frame[column].notna()]
    return frame[frame[VALUE].notna() | frame[GROWTH].notna()]


def latest(frame: pd.DataFrame) -> str:
    """The last period in which any row has a number; '' when none has."""
    return str(known(frame)["period"].max()) if len(known(frame)) else ""


def total_of(frame: pd.DataFrame) -> str:
    """The code of the row that stands for the whole: ALL or IND where it is there, else the only item, else ''."""
    codes = list(dict.fromkeys(frame["item"]))
    for code in TOTALS:
        if code in codes:
            return code
    return str(codes[0]) if len(codes) == 1 else ""


def of_level(frame: pd.DataFrame, level: str) -> pd.DataFrame:
    """The rows of the leading industries' items of that level, in the order of the frame."""
    held = classification_of(frame)
    return frame[pd.Series([taxonomy.item(code, held).level == level for code in frame["item"]], frame.index, bool)]


def parts_of(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that add up to the total: the industries where the frame has any, else the sub-fields."""
    industries = of_level(frame, "industry")
    return industries if len(industries) else of_level(frame, "subfield")


def at(frame: pd.DataFrame, item: str, period: str) -> pd.Series:
    """The row of that item and period; an empty Series (every `cell` of it missing) where there is none."""
    found = frame[(frame["item"] == item) & (frame["period"] == period)] if len(frame) else frame
    return found.iloc[0] if len(found) else pd.Series(dtype=object)


def cell(row: pd.Series, column: str) -> float | None:
    """One number of a row; None when it is missing or the row has no such column."""
    value = row.get(column)
    return None if is_missing(value) else float(value)


def status_of(frame: pd.DataFrame, item: str) -> str:
    """Why the item has no number in the last period: pending, suppressed or not_published (also when it has no row)."""
    status = str(at(frame, item, str(frame["period"].max())).get("status"))
    return status if status in WITHHELD else "not_published"


def withheld(frame: pd.DataFrame) -> dict[str, list[str]]:
    """Codes without a value by status, for the last period of the frame; totals only where no part is withheld."""
    last = frame[frame["period"] == frame["period"].max()]
    lacking = last[last["status"].isin(WITHHELD) & last[VALUE].isna()]
    parts = lacking[~lacking["item"].isin(TOTALS)]
    found: dict[str, list[str]] = {}
    for code, status in (parts if len(parts) else lacking)[["item", "status"]].itertuples(index=False):
        found.setdefault(str(status), []).append(str(code))
    return found


def provenances(frame: pd.DataFrame) -> list[str]:
    """Where the numbers come from, in a fixed order; rows without a number count only when none has one."""
    rows = known(frame) if len(known(frame)) else frame
    return [one for one in ("official", "press", "demo") if one in set(rows["provenance"])]


def measures_of(frame: pd.DataFrame) -> set[str]:
    """Which measures the items hold: 'output', 'revenue', or both ('scale' is both)."""
    found = {taxonomy.item(code, classification_of(frame)).measure for code in frame["item"]}
    return {"output", "revenue"} if "scale" in found else found
