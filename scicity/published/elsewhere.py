"""Growth elsewhere: monthly series of the nation, the municipality and provinces, to set the zone's growth beside.

Printed growth is kept as printed. Where the two offices of the municipality differ, the note says which one spoke.
"""

from pathlib import Path

import pandas as pd

from scicity import periods
from scicity.published import cited, files

FILE, SERIES = "city_monthly.csv", "series.csv"
INPUT = ("series_id", "region_zh", "period", "value_pct", "qualifier", "source", "published_on", "read_at", "note")
COLUMNS = (
    "series_id", "region_zh", "indicator_zh", "indicator_en", "month", "span", "value_pct", "publisher",
    "published_on", "grade", "note", "note_zh",
)  # fmt: skip


def figures(folder: Path) -> pd.DataFrame:
    """The comparators as figures, one row each, columns as `cited.COLUMNS`; their ids end in the month."""
    return cited.completed(_as_figures(_rows(folder)), FILE, folder, "comparators").reset_index(drop=True)


def comparators(folder: Path) -> pd.DataFrame:
    """The comparators as series, columns as COLUMNS; value_pct is growth on the year before, in per cent."""
    rows = _rows(folder)
    judged = cited.completed(_as_figures(rows), FILE, folder, "comparators")
    found = judged.assign(
        series_id=rows["series_id"],
        region_zh=rows["region_zh"],
        month=rows["month"],
        span=rows["span"],
        value_pct=judged["value"],
    )
    return found[list(COLUMNS)].reset_index(drop=True)


def _rows(folder: Path) -> pd.DataFrame:
    """The file's rows with indicator, month and span of their series; source is the series where none is named."""
    rows, series = files.read(folder, FILE, INPUT), _series(folder)
    files.refuse_unknown(rows, FILE, "series_id", set(series.index), f"Describe the series in {SERIES}.")
    files.refuse_no_number(rows, FILE, "value_pct")
    about = series.reindex(rows["series_id"]).set_index(rows.index)
    rows = rows.assign(
        month=rows["period"].str.partition("/")[2],
        several_regions=about.pop("region_zh") == "",
        source=rows["source"].where(rows["source"] != "", rows["series_id"]),
    ).join(about)
    _refuse_other_spans(rows)
    files.refuse_repeated(rows, FILE, ["series_id", "region_zh", "period"])
    return rows


def _series(folder: Path) -> pd.DataFrame:
    rows = files.read(folder, SERIES, ("series_id", "region_zh", "indicator_zh", "indicator_en", "span"))
    files.refuse_repeated(rows, SERIES, ["series_id"])
    files.refuse_unknown(rows, SERIES, "span", periods.SPANS, "Choose one of them.")
    return rows.set_index("series_id")


def _refuse_other_spans(rows: pd.DataFrame) -> None:
    """A month's period opens and closes as its span says; January alone is no observation."""
    for row, period, month, span in rows[["period", "month", "span"]].itertuples():
        if not periods.is_month(month) or period != f"{periods.starts(month, span)}/{month}":
            what = f"'{period}' is not a {span} period; expected first and closing month such as 2020-01/2020-08 (ytd) "
            raise files.fault(FILE, row, "period", f"{what}or 2020-08/2020-08 (month). Correct the period.")


def _as_figures(rows: pd.DataFrame) -> pd.DataFrame:
    region = ("." + rows["region_zh"]).where(rows["several_regions"], "")
    # text is empty where a series has nothing to say: no sentence was carried over, only the number
    empty = dict.fromkeys(("classification", "quotation", "title"), "")
    return rows.assign(
        figure_id=rows["series_id"] + region + "." + rows["month"],
        domain="comparators",
        value=rows["value_pct"],
        unit="%",
        period_kind=rows["span"],
        scope=rows["region_zh"],
        **empty,
    )[list(cited.INPUT)]
