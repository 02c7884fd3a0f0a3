"""Frames as the queries give them, written out: demonstration numbers of 2020, one place for all narrative tests."""

import pandas as pd

MONTHS = ("2020-02", "2020-03", "2020-04", "2020-05", "2020-06", "2020-07", "2020-08")
RATES = (-14.3, -2.4, 2.7, 5.6, 8.5, 10.9, 13.0)  # the total's growth of the month, per cent
SUBFIELD_RATES = {  # growth in July and in August
    "NIT-IC": (16.0, 21.4),
    "NIT-AI": (19.0, 24.6),
    "AM-LM": (-7.0, -4.1),
    "AM-ROB": (2.0, 2.8),
    "GH-IVD": (27.0, 33.5),
    "HS-DC": (-8.0, -2.6),
}


def series(*rows, classification="leading", span="month", provenance="demo"):
    """Rows (item, period, value, growth) or (item, period, status); a status has no value and no growth."""
    return pd.DataFrame(
        [_series_row(row, classification, span, provenance) for row in rows],
        columns=[
            "classification",
            "item",
            "period",
            "span",
            "value_100m_yuan",
            "base_100m_yuan",
            "yoy_pct",
            "status",
            "provenance",
        ],
    )


def _series_row(row, classification, span, provenance):
    item, period, *numbers = row
    if isinstance(numbers[0], str):
        return classification, item, period, span, None, None, None, numbers[0], provenance
    return classification, item, period, span, numbers[0], None, numbers[1], "preliminary", provenance


def monthly():
    """Seven periods of the total; of August the four industries too: 150.9 + 54.9 + 14.7 + 17.5 = 238.0."""
    values = (304.1, 194.0, 205.4, 216.7, 233.0, 229.0, 238.0)
    total = [("ALL", month, value, rate) for month, value, rate in zip(MONTHS, values, RATES, strict=True)]
    parts = [("NIT", 150.9, 16.1), ("AM", 54.9, 4.5), ("GH", 14.7, 18.4), ("HS", 17.5, 10.8)]
    return series(*total, *((item, "2020-08", value, rate) for item, value, rate in parts))


def fields():
    """Six sub-fields with growth in July and August, and one that is not disclosed."""
    shown = [
        (item, month, 5.0, rate)
        for item, rates in SUBFIELD_RATES.items()
        for month, rate in zip(MONTHS[-2:], rates, strict=True)
    ]
    return series(*shown, ("AM-ADD", "2020-08", "suppressed"))


LEVELS = {"ALL": ("total", ""), "IND": ("total", ""), "NIT": ("industry", "ALL"), "AM": ("industry", "ALL")}
LEVELS |= {"GH": ("industry", "ALL"), "HS": ("industry", "ALL")}


def row(item, period="2020-08", span="ytd", **numbers):
    """One row of a snapshot; numbers by short name: value, yoy, before, share, share_before, pull, count."""
    level, parent = LEVELS.get(item) or ("subfield", item.split("-")[0])
    return {
        "item": item,
        "level": level,
        "parent": parent,
        "period": period,
        "span": span,
        "value_100m_yuan": numbers.get("value"),
        "base_100m_yuan": None,
        "yoy_pct": numbers.get("yoy"),
        "previous_yoy_pct": numbers.get("before"),
        "share_pct": numbers.get("share"),
        "share_last_year_pct": numbers.get("share_before"),
        "increment_100m_yuan": None,
        "contribution_pp": numbers.get("pull"),
        "growth_share_pct": None,
        "enterprises_count": numbers.get("count"),
        "status": numbers.get("status", "preliminary"),
        "provenance": numbers.get("provenance", "demo"),
    }


def snapshot(*rows):
    return pd.DataFrame(list(rows)).astype({"value_100m_yuan": float, "yoy_pct": float, "previous_yoy_pct": float})


def year_to_date():
    """1—8月 of 2020: levels 999.8 + 396.5 + 103.4 + 120.5 = 1620.2; pulls 2.8 + 0.6 + 0.2 − 1.8 = 1.8, not 1.9."""
    return snapshot(
        row("ALL", value=1620.2, yoy=1.9, before=0.2, share=100.0, share_before=100.0, pull=1.9),
        row("NIT", value=999.8, yoy=4.7, before=2.9, share=61.7, share_before=60.2, pull=2.8),
        row("AM", value=396.5, yoy=-6.7, before=-8.3, share=24.5, share_before=26.4, pull=-1.8),
        row("GH", value=103.4, yoy=10.3, before=9.0, share=6.4, share_before=6.0, pull=0.6),
        row("HS", value=120.5, yoy=2.6, before=1.3, share=7.4, share_before=7.4, pull=0.2),
    )


def august():
    return snapshot(row("ALL", span="month", value=238.0, yoy=13.0, before=10.9))
