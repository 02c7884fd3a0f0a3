"""Frames as the queries give them, written out by hand: small numbers, every kind of missing value."""

import pandas as pd

from scicity import periods
from scicity.charts.look import Caption, Look

SUBFIELDS = (
    "NIT-IC", "NIT-AI", "NIT-BD", "NIT-5G", "AM-LM", "AM-ADD", "AM-ROB", "GH-AV", "GH-BT", "GH-IVD", "GH-MD",
    "HS-INC", "HS-TIC", "HS-DC", "HS-SL",
)  # fmt: skip
COLUMNS = (
    "classification", "item", "period", "span", "value_100m_yuan", "base_100m_yuan", "yoy_pct", "status", "provenance",
)  # fmt: skip
SNAPSHOT = (
    "item", "level", "parent", "period", "span", "value_100m_yuan", "base_100m_yuan", "yoy_pct", "previous_yoy_pct",
    "share_pct", "share_last_year_pct", "increment_100m_yuan", "contribution_pp", "growth_share_pct",
    "enterprises_count", "status", "provenance",
)  # fmt: skip
# every layout, in both modes and languages
LOOKS = [
    Look(language=language, mode=mode, layout=layout)
    for layout in ("half", "screen", "wide", "phone", "ppt", "ppt_body", "a4", "a4_half", "wechat", "wall")
    for mode, language in (("light", "zh"), ("dark", "en"))
]
OFFICIAL = Caption(
    "8月规模100.0亿元，同比增长25.0%", "主导产业规模（亿元），2020年8月", ("资料来源：月报",), "official"
)


def named(look):
    return f"{look.layout}-{look.mode}-{look.language}"


def series(*rows, classification="leading", span="month", provenance="official"):
    """Rows (item, period, value, growth) or (item, period, status); a status has no value and no growth."""
    return pd.DataFrame([_series_row(row, classification, span, provenance) for row in rows], columns=list(COLUMNS))


def _series_row(row, classification, span, provenance):
    item, period, *rest = row
    if isinstance(rest[0], str):
        return classification, item, period, span, None, None, None, rest[0], provenance
    value, growth = rest
    base = None if value is None or growth is None else value / (1 + growth / 100)
    return classification, item, period, span, value, base, growth, "preliminary", provenance


def quarter(provenance="official", span="month"):
    """Four industries and their total from 1—2月 to April 2020: 1—2月 is 160 (80 a month), March 90, April 100."""
    levels = {"NIT": (80, 45, 50), "AM": (48, 27, 30), "GH": (16, 9, 10), "HS": (16, 9, 10), "ALL": (160, 90, 100)}
    rows = [
        (item, period, value, growth)
        for item, values in levels.items()
        for period, value, growth in zip(("2020-02", "2020-03", "2020-04"), values, (-10.0, 0.0, 25.0), strict=True)
    ]
    return series(*rows, provenance=provenance, span=span)


def two_years(provenance="official", span="month"):
    """The same five items over all observations from 1—2月 of 2019 to August 2020."""
    rows = []
    for item, part in (("NIT", 0.5), ("AM", 0.3), ("GH", 0.1), ("HS", 0.1), ("ALL", 1.0)):
        for at, period in enumerate(periods.between("2019-02", "2020-08")):
            months = periods.months_in(period, span)
            rows.append((item, period, part * (100 + 2 * at) * months, -14.0 + 1.5 * at))
    return series(*rows, provenance=provenance, span=span)


def subfields(provenance="official"):
    """Fifteen sub-fields, three observations of 2020: 增材制造 is suppressed, 轻量化材料 falls, 智慧物流 is pending."""
    rows = []
    for at, item in enumerate(SUBFIELDS):
        for step, period in enumerate(("2020-02", "2020-03", "2020-04")):
            if item == "AM-ADD":
                rows.append((item, period, "suppressed"))
            elif item == "HS-SL" and step == 2:
                rows.append((item, period, "pending"))
            else:
                rows.append((item, period, 10.0, (-5.0 if item == "AM-LM" else at) + step))
    return series(*rows, provenance=provenance)


def snapshot(*rows, period="2020-08", provenance="official"):
    """Rows as dicts over a blank row of the snapshot; level and status from the item and whether it has a value."""
    return pd.DataFrame([_snapshot_row(row, period, provenance) for row in rows], columns=list(SNAPSHOT))


def _snapshot_row(row, period, provenance):
    level = "total" if row["item"] in ("ALL", "IND") else "subfield" if "-" in row["item"] else "industry"
    status = {"status": "preliminary"}
    blank = dict.fromkeys(SNAPSHOT)
    return {**blank, **status, "level": level, "period": period, "span": "ytd", "provenance": provenance, **row}


def part(item, yoy, contribution=None, increment=None, share=None, share_before=None, **more):
    """One row of a snapshot in the words of the tests."""
    return {
        "item": item,
        "yoy_pct": yoy,
        "contribution_pp": contribution,
        "increment_100m_yuan": increment,
        "share_pct": share,
        "share_last_year_pct": share_before,
        **more,
    }


def drivers(provenance="official"):
    """Growth of 2.0 %: NIT +3.0, GH +0.5, HS +0.5, AM −2.0 percentage points of a base of 1000."""
    return snapshot(
        part("NIT", 5.0, 3.0, 30.0, 61.8, 60.0, growth_share_pct=150.0, value_100m_yuan=630.0),
        part("AM", -8.0, -2.0, -20.0, 22.5, 25.0, growth_share_pct=-100.0, value_100m_yuan=230.0),
        part("GH", 7.1, 0.5, 5.0, 7.4, 7.0, growth_share_pct=25.0, value_100m_yuan=75.0),
        part("HS", 6.3, 0.5, 5.0, 8.3, 8.0, growth_share_pct=25.0, value_100m_yuan=85.0),
        part("ALL", 2.0, 2.0, 20.0, 100.0, 100.0, growth_share_pct=100.0, value_100m_yuan=1020.0),
        provenance=provenance,
    )


def ranks(provenance="official"):
    """Sub-fields by growth: IVD 33.5, a tie of IC and AI at 20.0 (printed), LM −4.1, ADD not told; total 13.0."""
    return snapshot(
        part("AM-LM", -4.1),
        part("AM-ADD", None, status="suppressed"),
        part("NIT-AI", 20.04),
        part("NIT-IC", 19.96),
        part("GH-IVD", 33.5),
        part("ALL", 13.0),
        provenance=provenance,
    )


def overlapping(provenance="official"):
    """One period of the four classifications; the high-tech one is pending."""
    known = [
        series(("ALL", "2020-08", value, growth), classification=one, span="ytd", provenance=provenance)
        for one, value, growth in (("leading", 100.0, 25.0), ("above_scale", 120.0, 20.0), ("strategic", 50.0, -20.0))
    ]
    pending = series(("ALL", "2020-08", "pending"), classification="high_tech", span="ytd", provenance=provenance)
    return pd.concat([known[0], known[1], pending, known[2]], ignore_index=True)


def without(frame, item, period, status):
    """The frame with one number taken away and the reason put in its place."""
    gone = (frame["item"] == item) & (frame["period"] == period)
    frame = frame.assign(status=frame["status"].mask(gone, status))
    numbers = [column for column in frame.columns if column.endswith(("_yuan", "_pct", "_pp"))]
    return frame.assign(**{column: frame[column].mask(gone) for column in numbers})


def of(frame, *items):
    return frame[frame["item"].isin(items)].reset_index(drop=True)


SERIES_CASES = {
    "a quarter": quarter(),
    "two years": two_years(),
    "two years to date": two_years(span="ytd"),
    "one industry": of(two_years(), "GH"),
    "one month": series(("NIT", "2020-05", 3.0, 178.94), ("ALL", "2020-05", 9.0, -0.04)),
    "1—2月 only": series(("NIT", "2020-02", 3.0, -14.0), ("ALL", "2020-02", 9.0, -14.3)),
    "a pending total": without(quarter(), "ALL", "2020-04", "pending"),
    "a pending part": without(quarter(), "HS", "2020-04", "pending"),
    "zero and nothing before": series(("AM", "2020-03", 0.0, None), ("AM", "2020-04", 0.0, 0.0)),
    "nothing known": series(("AM", "2020-03", "suppressed"), ("AM", "2020-04", "not_published")),
    "no rows": quarter().iloc[:0],
}
SNAPSHOT_CASES = {
    "drivers": drivers(),
    "a part not told": without(drivers(), "HS", "2020-08", "suppressed"),
    "everything falls": snapshot(
        part("NIT", -5.0, -3.0, -30.0, 60.0, 60.0), part("AM", -9.0, -2.0, -20.0, 40.0, 40.0), part("ALL", -5.0, -5.0)
    ),
    "one industry": snapshot(part("GH", 178.94, 178.9, 17.9, 100.0, 100.0), part("ALL", 178.94, 178.9)),
    "nothing known": snapshot(part("GH", None, status="suppressed"), part("ALL", None, status="pending")),
    "no rows": drivers().iloc[:0],
}
SUBFIELD_CASES = {
    "fifteen": subfields(),
    "one": of(subfields(), "GH-IVD"),
    "nothing known": of(subfields(), "AM-ADD"),
    "no rows": subfields().iloc[:0],
}
RANK_CASES = {
    "ranks": ranks(),
    "nothing known": snapshot(part("AM-ADD", None, status="suppressed")),
    "all fall": snapshot(part("AM-LM", -4.1), part("HS-DC", -130.0), part("ALL", -9.0)),
    "no rows": ranks().iloc[:0],
}
CLASS_CASES = {
    "one period": overlapping(),
    "a year": two_years().query("item == 'ALL' and period >= '2020-02'"),
    "no rows": overlapping().iloc[:0],
}
