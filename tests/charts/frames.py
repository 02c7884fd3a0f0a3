"""Frames as the queries give them, written by hand; the numbers are invented and add up, so that they can be checked.

January to August of 2020: 1—2月 has 355.8 in 100 million yuan (200.0 + 80.0 + 30.0 + 45.8), two months together.
"""

import json
import re

import pandas as pd

from scicity import charts
from scicity.charts.look import Caption, Look

ON_PAGE = ("half", "screen", "wide", "phone")
IN_FILES = ("ppt", "ppt_body", "a4", "a4_half", "wechat", "wall")
LAYOUTS = ON_PAGE + IN_FILES
CHINESE = re.compile("[\u3001-\u9fff\uff00-\uffef]")

SERIES = ("classification", "item", "period", "span", "value_100m_yuan", "base_100m_yuan", "yoy_pct", "status",
          "provenance")  # fmt: skip
SNAPSHOT = ("item", "level", "parent", "period", "span", "value_100m_yuan", "yoy_pct", "share_pct",
            "share_last_year_pct", "increment_100m_yuan", "contribution_pp", "growth_share_pct", "status",
            "provenance")  # fmt: skip


def series(*rows, classification="leading", span="month", provenance="demo"):
    """Rows (item, period, value, growth) or (item, period, status); with a status there is neither value nor growth."""
    return pd.DataFrame([_series_row(row, classification, span, provenance) for row in rows], columns=list(SERIES))


def _series_row(row, classification, span, provenance):
    item, period, *rest = row
    value, yoy = (None, None) if isinstance(rest[0], str) else rest
    base = None if value is None or yoy is None else value / (1 + yoy / 100)
    status = rest[0] if isinstance(rest[0], str) else "final"
    return (classification, item, period, span, value, base, yoy, status, provenance)


def snapshot(*rows, span="ytd", period="2020-08", provenance="demo"):
    """One dict an item, its keys columns of the snapshot; what is not given is missing."""
    common = {"span": span, "period": period, "status": "final", "provenance": provenance}
    frame = pd.DataFrame([common | row for row in rows], columns=list(SNAPSHOT))
    numbers = [column for column in SNAPSHOT if column.endswith(("_pct", "_yuan", "_pp"))]
    return frame.astype(dict.fromkeys(numbers, float))


MONTHS = ("2020-02", "2020-03", "2020-04")
SCALE = series(
    ("ALL", "2020-02", 355.8, -14.3), ("ALL", "2020-03", 180.0, -2.4), ("ALL", "2020-04", 190.0, 2.7),
    ("NIT", "2020-02", 200.0, -10.0), ("NIT", "2020-03", 101.0, 1.0), ("NIT", "2020-04", 106.0, 4.0),
    ("HS", "2020-02", 45.8, -20.0), ("HS", "2020-03", 24.0, -6.0), ("HS", "2020-04", 25.0, 0.5),
    ("AM", "2020-02", 80.0, -19.0), ("AM", "2020-03", 39.0, -7.0), ("AM", "2020-04", 41.0, 1.0),
    ("GH", "2020-02", 30.0, -9.0), ("GH", "2020-03", 16.0, -1.0), ("GH", "2020-04", 18.0, 2.0),
)  # fmt: skip

# 1000 grew to 1030: 530 of 500, 240 of 250, 156 of 150, 104 of 100
PARTS = (
    {"item": "NIT", "value_100m_yuan": 530, "yoy_pct": 6.0, "share_pct": 51.456, "share_last_year_pct": 50.0,
     "increment_100m_yuan": 30, "contribution_pp": 3.0, "growth_share_pct": 100.0},
    {"item": "AM", "value_100m_yuan": 240, "yoy_pct": -4.0, "share_pct": 23.301, "share_last_year_pct": 25.0,
     "increment_100m_yuan": -10, "contribution_pp": -1.0, "growth_share_pct": -33.333},
    {"item": "GH", "value_100m_yuan": 156, "yoy_pct": 4.0, "share_pct": 15.146, "share_last_year_pct": 15.0,
     "increment_100m_yuan": 6, "contribution_pp": 0.6, "growth_share_pct": 20.0},
    {"item": "HS", "value_100m_yuan": 104, "yoy_pct": 4.0, "share_pct": 10.097, "share_last_year_pct": 10.0,
     "increment_100m_yuan": 4, "contribution_pp": 0.4, "growth_share_pct": 13.333},
)  # fmt: skip
TOTAL = {"item": "ALL", "value_100m_yuan": 1030, "yoy_pct": 3.0, "share_pct": 100.0, "share_last_year_pct": 100.0,
         "increment_100m_yuan": 30, "contribution_pp": 3.0, "growth_share_pct": 100.0}  # fmt: skip
MIX = snapshot(*PARTS, TOTAL)

SUBFIELDS = series(
    ("HS-DC", "2020-07", 10.0, -8.0), ("HS-DC", "2020-08", 11.0, -2.6),
    ("NIT-IC", "2020-07", 60.0, 16.0), ("NIT-IC", "2020-08", 64.0, 21.4),
    ("NIT-AI", "2020-07", "suppressed"), ("NIT-AI", "2020-08", "suppressed"),
    ("GH-IVD", "2020-07", 5.0, 27.0), ("GH-IVD", "2020-08", 6.0, 33.5),
    ("AM-LM", "2020-07", 9.0, -7.0), ("AM-LM", "2020-08", 9.5, -4.1),
)  # fmt: skip
RANKS = snapshot(
    {"item": "HS-DC", "yoy_pct": -2.6}, {"item": "AM-ROB", "yoy_pct": 5.04}, {"item": "NIT-AI", "status": "suppressed"},
    {"item": "NIT-IC", "yoy_pct": 4.96}, {"item": "GH-IVD", "yoy_pct": 2.8}, {"item": "ALL", "yoy_pct": 3.0},
)  # fmt: skip
ITEMS = series(
    *((item, month, value + at, rate + at)
      for item, value, rate in (("ALL", 180.0, -2.4), ("NIT", 100.0, 1.0), ("NIT-IC", 60.0, 2.0), ("AM", 40.0, -7.0))
      for at, month in enumerate(("2020-03", "2020-04", "2020-05"))),
)  # fmt: skip
YEARS = series(
    *(("ALL", f"2019-{month:02d}", 170.0 + month, 1.0) for month in range(3, 13)),
    ("ALL", "2019-02", 340.0, 2.0), ("ALL", "2020-02", 355.8, -14.3), ("ALL", "2020-03", 180.0, -2.4),
)  # fmt: skip
CLASSES = pd.concat([
    series(("ALL", "2020-08", 1030.0, 3.0), span="ytd"),
    series(("ALL", "2020-08", 2600.0, 4.0), classification="above_scale", span="ytd"),
    series(("ALL", "2020-08", 1422.8, -6.7), classification="high_tech", span="ytd"),
    series(("ALL", "2020-08", "suppressed"), classification="strategic", span="ytd"),
], ignore_index=True)  # fmt: skip

FIGURES = {
    "monthly_scale": (charts.monthly_scale, SCALE),
    "contribution": (charts.contribution, MIX),
    "share": (charts.share, MIX),
    "small_multiples": (charts.small_multiples, SUBFIELDS),
    "ranking": (charts.ranking, RANKS),
    "trend": (charts.trend, ITEMS),
    "growth": (charts.growth, ITEMS),
    "same_month": (charts.same_month, YEARS),
    "classes": (charts.classes, CLASSES),
}

WORDS = {
    "zh": ("1—8月主导产业规模增长3.0%", "规模（亿元），科学城，2020年1—8月", ("口径：可比口径", "来源：手写的例子")),
    "en": ("Leading industries grew by 3.0%", "Scale, Science City, Jan–Aug 2020", ("Definition: comparable",)),
}


def caption(language="zh", provenance="official"):
    headline, subline, notes = WORDS[language]
    return Caption(headline, subline, notes, provenance)


def drawn(name, look=None):
    draw, frame = FIGURES[name]
    return draw(frame, look or Look())


def bars(figure):
    return [trace for trace in figure.data if trace.type == "bar"]


def lines(figure):
    return [trace for trace in figure.data if trace.type == "scatter"]


def notes(figure, name=None):
    """The annotations' words without tags, all or those of one name."""
    found = [note for note in figure.layout.annotations if name in (None, note.name)]
    return [re.sub(r"</?b>", "", note.text) for note in found]


def strings(thing):
    """Every string of a figure, keys left out."""
    thing = json.loads(thing.to_json()) if hasattr(thing, "to_json") else thing
    if isinstance(thing, dict):
        thing = list(thing.values())
    if isinstance(thing, list):
        return [text for one in thing for text in strings(one)]
    return [thing] if isinstance(thing, str) else []
