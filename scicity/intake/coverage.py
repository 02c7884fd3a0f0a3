"""Who has reported and who has not: per form and month, and the names of those who are missing.

Whoever reported the month before is expected to report again (应报); who reports for the first time is counted apart.
Once a month has an official report, demonstration rows of that month no longer count.
"""

import pandas as pd

from scicity import ingest, periods, records
from scicity.ingest import Form

COLUMNS = ("form", "month", "expected", "reported", "added", "missing", "files", "provenance")


def monthly_forms() -> list[str]:
    """The forms that are reported month by month."""
    return [name for name in ingest.names() if ingest.load(name).month]


def coverage(form: str) -> pd.DataFrame:
    """One row a month, newest first: expected, reported of these, added (new this month), missing, files, provenance.

    Months between the first and the last that nobody reported stand there with nothing reported. No rows where the
    form has never been reported or has no months.
    """
    rows = _counting(form)
    if rows.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    by = _reporters(rows, ingest.load(form))
    found = []
    for month in periods.between(min(by), max(by)):
        here, before = by.get(month, frozenset()), by.get(periods.previous(month), frozenset())
        mine = rows[rows["month"] == month]
        provenance = "official" if (mine["provenance"] != "demo").any() else "demo"
        counts = (len(before), len(here & before), len(here - before), len(before - here))
        found.append((form, month, *counts, mine["submission"].nunique(), provenance))
    return pd.DataFrame(found[::-1], columns=list(COLUMNS))


def missing(form: str, month: str) -> pd.DataFrame:
    """Those who reported the month before and not this one: code, name ('' where none was given). Restricted."""
    rows = _counting(form)
    if rows.empty:
        return pd.DataFrame(columns=["code", "name"])
    about = ingest.load(form)
    code = _entity(about)
    by = _reporters(rows, about)
    gone = by.get(periods.previous(month), frozenset()) - by.get(month, frozenset())
    name = next((one.name for one in about.columns if one.name.endswith("_name")), "")
    last = rows[rows[code].isin(gone)].drop_duplicates(code, keep="last").sort_values(code)
    names = last[name].fillna("") if name in last else ""
    return pd.DataFrame({"code": last[code], "name": names}).reset_index(drop=True)


def ledgers() -> pd.DataFrame:
    """Forms without months, whose files replace each other: form, files, last file, when it came, its rows."""
    counted = records.counted()
    found = []
    for form in ingest.names():
        mine = [one for one in counted if one.form == form]
        if mine and form not in monthly_forms():
            last = mine[-1]
            found.append((form, len(mine), last.file, last.received_at[:10], last.rows, last.provenance))
    return pd.DataFrame(found, columns=["form", "files", "file", "received_on", "rows", "provenance"])


def _counting(form: str) -> pd.DataFrame:
    """The latest rows of the form, without the demonstration rows of months that have been reported."""
    month = ingest.load(form).month
    rows = records.latest(form) if month else pd.DataFrame()
    if rows.empty:
        return rows
    rows = rows.rename(columns={month: "month"})
    real = set(rows.loc[rows["provenance"] != "demo", "month"])
    return rows[(rows["provenance"] != "demo") | ~rows["month"].isin(real)]


def _entity(form: Form) -> str:
    """The column of the key that says who reports; '' where the form is one row a month."""
    return next((name for name in form.key if name != form.month), "")


def _reporters(rows: pd.DataFrame, form: Form) -> dict[str, frozenset[str]]:
    code = _entity(form)
    if not code:
        return dict.fromkeys(rows["month"], frozenset([form.name]))
    return {str(month): frozenset(codes) for month, codes in rows.groupby("month")[code]}
