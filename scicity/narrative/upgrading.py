"""What the ledger of enterprise upgrading tells. The kinds stand side by side; nothing is added or divided."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from scicity import periods
from scicity.narrative import told
from scicity.narrative.amounts import listed, within
from scicity.narrative.cards import Card
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import number


def upgrading_headline(counters: pd.DataFrame, language: Language = "zh") -> str:
    """1—9月智能化改造52家，数字化车间和智能工厂认定8个，…: each kind with its own unit (in English in short names)."""
    if counters.empty:
        return say("tell_upgrading_none", language)
    period = told.when(str(counters["period"].iloc[0]), "ytd", language)
    clauses = [
        say(f"tell_upgrading_head_{row['classification']}", language, name=_name(row, language),
            count=count(row, "ytd_count", language), n=number(row["ytd_count"], 0, language))
        for row in counters.to_dict("records")
    ]  # fmt: skip
    return say("tell_in_period", language, period=period, clauses=say("tell_clause", language).join(clauses))


def count(row: Mapping[Any, Any], column: str, language: Language = "zh") -> str:
    """A count with its unit: 52家, 8个; '52 enterprises', '8 projects'."""
    key = f"upgrading_with_{row['indicator']}" + ("_one" if row[column] == 1 else "")
    return say(key, language, n=number(row[column], 0, language))


def upgrading_card(row: Mapping[Any, Any], printed: str, language: Language = "zh") -> Card:
    """One counter: the year to date as its value, the month beside it, and what the press printed as its note."""
    month = told.when(str(row["period"]), "month", language)
    status = f"tell_chip_{row['provenance']}" if row["provenance"] == "demo" else f"tell_chip_{row['status']}"
    return Card(
        label=say("tell_card_label", language, what=row[f"name_{language}"],
                  period=told.when(str(row["period"]), "ytd", language)),
        value=number(row["ytd_count"], 0, language),
        unit=say(f"upgrading_unit_{row['indicator']}", language),
        change=say("tell_upgrading_new", language, month=month, count=count(row, "new_count", language)),
        note=printed,
        chip=say(status, language),
    )  # fmt: skip


def upgrading_months(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """智能化改造8月新增8家…: the newest month of each kind, or the year to date.

    frame: rows of `upgrading/months`.
    """
    if frame.empty:
        return told.nothing(language)
    last = frame[frame["period"] == frame["period"].max()]
    span = str(frame["span"].iloc[0])
    key = f"tell_upgrading_{span}"
    clauses = [say(key, language, name=_name(row, language), count=count(row, "entries_count", language))
               for row in last.to_dict("records")]  # fmt: skip
    period = told.when(str(frame["period"].max()), "ytd" if span == "ytd" else "month", language)
    merged = (frame["period"].str.endswith("-02") & (frame["span"] == "month")).any()
    return Told(
        say("tell_in_period", language, period=period, clauses=say("tell_clause", language).join(clauses)),
        told.under(say("tell_about_upgrading", language), _window(frame, language), language,
                   say(f"tell_span_{span}", language)),
        told.notes(
            say("tell_upgrading_defined", language),
            say("tell_upgrading_merged", language) if merged else "",
            source(frame, language),
        ),
    )  # fmt: skip


def upgrading_fields(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """智能化改造以集成电路居多（9家）…: for each kind the sub-field with most entries; ties are told together.

    frame: rows of `upgrading/breakdown` for sub-fields.
    """
    if frame.empty:
        return told.nothing(language)
    kinds = [part for _, part in frame.groupby(["classification", "indicator"], sort=False)]
    clauses = [clause for clause in (_most(part, language) for part in kinds[:2]) if clause]
    period, span = str(frame["period"].iloc[0]), str(frame["span"].iloc[0])
    label = periods.label(period, "ytd" if span == "ytd" else "month", language)
    joined = say("tell_clause", language).join(clauses)
    return Told(
        joined[:1].upper() + joined[1:] if clauses else say("tell_upgrading_no_entries", language),
        told.under(say("tell_about_upgrading_fields", language), label, language, say(f"tell_span_{span}", language)),
        told.notes(say("tell_upgrading_defined", language), source(frame, language)),
    )


def source(frame: pd.DataFrame, language: Language) -> str:
    """资料来源：…　数据截至…: where the counts come from and the last month they cover."""
    kinds = [one for one in ("official", "demo") if (frame["provenance"] == one).any()]
    names = {"official": say("tell_source_ledger", language), "demo": say("tell_source_demo", language)}
    to = say("tell_data_to", language, period=periods.label(str(frame["period"].max()), "month", language))
    text = say("tell_source", language, text=listed([names[one] for one in kinds], language))
    return say("tell_gap", language).join([text, to])


def _window(frame: pd.DataFrame, language: Language) -> str:
    first, last = str(frame["period"].min()), str(frame["period"].max())
    span = "ytd" if str(frame["span"].iloc[0]) == "ytd" else "month"
    if first == last or span == "ytd":
        return periods.label(last, span, language)  # type: ignore[arg-type]
    start = periods.label(first, "month", language, with_year=language == "zh")
    end = periods.label(last, "month", language, with_year=language == "en")
    return say("tell_from_to", language, start=start, end=end)


def _name(row: Mapping[Any, Any], language: Language) -> str:
    return within(str(row[f"name_{language}"]), language)


def _most(part: pd.DataFrame, language: Language) -> str:
    most = part["entries_count"].max()
    if not most:
        return ""
    first = part[part["entries_count"] == most]
    names = listed([within(name, language) for name in first[f"item_name_{language}"]], language)
    row = first.iloc[0].to_dict()
    key = "tell_upgrading_most" if len(first) == 1 else "tell_upgrading_most_each"
    return say(key, language, kind=_name(row, language), names=names, count=count(row, "entries_count", language))
