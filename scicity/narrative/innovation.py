"""The words of incubators and R&D platforms: captions of their figures and their cards, by rules alone.

A stock is told at a point in time and never added over months; what is not published is said so, never taken as zero.
"""

from collections.abc import Sequence

import pandas as pd

from scicity import periods
from scicity.measures import taxonomy
from scicity.narrative.cards import Card
from scicity.narrative.told import Told, notes, nothing, under
from scicity.wording import Language, say
from scicity.wording.numbers import MISSING, is_missing, number, rounded

FEWEST = 10  # a rate of fewer graduates says nothing
ONE = 100.0


def stock(frame: pd.DataFrame, subject: str, language: Language = "zh", by: str = "month") -> Told:
    """The newest count and its national share, or that its levels are not published.

    frame: `<subject>/stock` or `platforms/stock_and_events`. subject: incubators or platforms. by: month or quarter.
    """
    rows = frame[frame["span"] != "event"]
    rows = rows[rows["total_count"].notna()]
    if rows.empty:
        return nothing(language)
    last = rows.iloc[-1]
    what = _of(subject, last, language)
    count = say("innovation_count", language, what=what, n=_n(last["total_count"], language))
    share = last["national_share_pct"]
    headline = say("innovation_split_unknown", language, count=count)
    if not is_missing(share):
        headline = say("innovation_with_share", language, count=count, share=number(share, 1, language))
    line = say("innovation_stock_line_quarter" if by == "quarter" else "innovation_stock_line", language)
    unknown = say("innovation_unknown_note", language) if (rows["unstated_count"] > 0).any() else ""
    # a figure has three lines at its foot; the events take the place of the definition's second half
    told = _events(frame, language) or unknown
    note = say("innovation_stock_note", language)
    return Told(
        headline, under(line, _end(last["period"], language), language), notes(note, told, _source(rows, language))
    )


def change(frame: pd.DataFrame, subject: str, language: Language = "zh") -> Told:
    """How many came and went, and what is left of it. frame: `<subject>/change`."""
    counts = dict(zip(frame["step"], frame["value_count"], strict=True))
    if set(counts) != {"opening", "added", "removed", "closing"} or any(map(is_missing, counts.values())):
        return nothing(language)
    added, removed = counts["added"], counts["removed"]
    key = {1: "innovation_change", -1: "innovation_change_down", 0: "innovation_change_none"}[_sign(added - removed)]
    net = say(key, language, what=_of(subject, frame.iloc[0], language), n=_n(abs(added - removed), language))
    headline = say(
        "innovation_change_of", language, change=net, added=_n(added, language), removed=_n(removed, language)
    )
    last = frame.iloc[-1]
    span: periods.Span = "ytd" if last["span"] == "ytd" else "month"
    subline = under(say("innovation_change_line", language), periods.label(last["period"], span, language), language)
    return Told(headline, subline, notes(say("innovation_change_note", language), _source(frame, language)))


def parts(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """Which host runs most incubators, and what is not reported. frame: `incubators/parts`."""
    hosts = frame[(frame["classification"] == "host") & (frame["item"] != "unstated")]
    if frame.empty:
        return nothing(language)
    headline = say("innovation_parts_none", language, what=_what("incubators", language))
    most = hosts[hosts["value_count"] == hosts["value_count"].max()]
    if len(most):
        names = say("list_comma", language).join(most[f"name_{language}"])
        key = "innovation_parts" if len(most) == 1 else "innovation_parts_tied"
        headline = say(key, language, host=names, n=_n(most["value_count"].iloc[0], language))
    kinds = frame[frame["classification"] == "kind"]
    silent = say("innovation_kind_missing", language) if set(kinds["item"]) == {"unstated"} else ""
    subline = under(say("innovation_parts_line", language), _end(frame["period"].iloc[0], language), language)
    return Told(headline, subline, notes(say("innovation_parts_note", language), silent, _source(frame, language)))


def matrix(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """Which sub-field has most platforms, and why the kinds add up to more. frame: `platforms/matrix`."""
    fields = frame[~frame["item"].isin([taxonomy.TOTAL, taxonomy.OTHER])]
    if fields.empty:
        return nothing(language)
    total = frame[frame["item"] == taxonomy.TOTAL].iloc[0]
    most = fields[fields["total_count"] == fields["total_count"].max()]
    names = say("list_comma", language).join(most[f"name_{language}"])
    found = "innovation_matrix" if len(most) == 1 else "innovation_matrix_tied"
    headline = say(found, language, field=names, n=_n(most["total_count"].iloc[0], language),
                   total=_n(total["total_count"], language))  # fmt: skip
    more = total["titles_count"] - total["total_count"]
    key = "innovation_matrix_note" if more else "innovation_matrix_note_none"
    note = say(key, language, titles=_n(total["titles_count"], language), more=_n(more, language))
    subline = under(say("innovation_matrix_line", language), _end(total["period"], language), language)
    return Told(headline, subline, notes(note, _source(frame, language)))


def honours(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """How many national honours print names, and how far they have come. frame: `platforms/named`, list 'honours'."""
    if frame.empty:
        return nothing(language)
    key = "innovation_honours" if set(frame["stage"]) == {"approved"} else "innovation_honours_any"
    lines = say("innovation_honours_note", language), say("innovation_honours_source", language)
    return Told(say(key, language, n=len(frame)), say("innovation_honours_line", language), notes(*lines))


def derived_cards(whole: float, national: float, language: Language = "zh") -> list[Card]:
    """What follows from the two published counts of incubators: the national share and the rest, marked as derived."""
    note, chip = say("innovation_card_derived_note", language), say("innovation_derived", language)
    share = number(ONE * national / whole, 1, language)
    values = {"national": _n(national, language), "whole": _n(whole, language)}
    return [
        Card(_published(say("innovation_card_share", language), language), share, "%",
             say("innovation_card_share_change", language, **values), note, chip),
        Card(_published(say("innovation_card_other", language), language), _n(whole - national, language),
             say("innovation_piece", language), say("innovation_card_other_change", language, **values), note, chip),
    ]  # fmt: skip


def missing_card(what: str, language: Language = "zh", **values: str) -> Card:
    """A value print does not give (skl): 缺报, and what print gives instead."""
    return Card(
        label=_published(say(f"innovation_card_{what}", language), language),
        value=say("innovation_missing", language),
        unit="",
        change=say(f"innovation_card_{what}_change", language, **values),
        note=say("innovation_card_missing_note", language),
        chip=say("innovation_missing", language),
    )


def work_cards(
    frame: pd.DataFrame, standing: float, month: str, names: Sequence[str], language: Language = "zh"
) -> list[Card]:
    """What the carriers report together, a card a name. frame: `<subject>/work`; standing: how many they are."""
    rows = frame.set_index("indicator")
    return [
        _survival(rows, month, language) if name == "survival" else _work(rows, name, standing, month, language)
        for name in names
    ]


def _work(rows: pd.DataFrame, name: str, standing: float, month: str, language: Language) -> Card:
    label = say(
        "innovation_label", language, what=say(f"innovation_card_{name}", language), period=_end(month, language)
    )
    if name not in rows.index or is_missing(rows.loc[name, "value"]):
        return _unreported(label, language)
    row = rows.loc[name]
    key = "innovation_card_sum_platforms" if name == "staff" else "innovation_card_sum"
    return Card(
        label=label,
        value=_n(row["value"], language),
        unit=say(f"innovation_unit_{name}", language),
        change=say(key, language, n=_n(standing, language)),
        note=say("innovation_card_ledger_note", language),
        chip=_chip(str(row["provenance"]), language),
    )


def _survival(rows: pd.DataFrame, month: str, language: Language) -> Card:
    """Graduates alive after three years among those of three years and more, pooled; n is printed."""
    what = say("innovation_card_survival", language)
    label = say("innovation_label", language, what=what, period=_end(month, language))
    counts = [rows["value"].get(name) for name in ("graduates_three_years", "alive_three_years")]
    if any(map(is_missing, counts)):
        return _unreported(label, language)
    base, alive = (float(one) for one in counts)
    if base < FEWEST:
        return Card(label, MISSING, "", say("innovation_card_survival_few", language), "", "")
    told = say("innovation_card_survival_n", language, n=_n(base, language), alive=_n(alive, language))
    chip = _chip(str(rows.loc["alive_three_years", "provenance"]), language)
    return Card(
        label, number(ONE * alive / base, 1, language), "%", told, say("innovation_survival_none", language), chip
    )


def _unreported(label: str, language: Language) -> Card:
    missing = say("innovation_missing", language)
    return Card(label, missing, "", say("innovation_card_no_ledger", language), "", missing)


def _chip(provenance: str, language: Language) -> str:
    return say("tell_chip_demo", language) if provenance == "demo" else ""


def _published(what: str, language: Language) -> str:
    return say("innovation_label", language, what=what, period=say("innovation_undated", language))


def _of(subject: str, row: pd.Series, language: Language) -> str:
    """The subject, and the part of it that is shown."""
    part = row[f"part_{language}"]
    what = _what(subject, language)
    return say("innovation_part", language, what=what, part=part) if part else what


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _what(subject: str, language: Language) -> str:
    return say(f"innovation_{subject}", language)


def _n(value: float, language: Language) -> str:
    return number(float(rounded(float(value), 0)), 0, language)


def _end(month: str, language: Language) -> str:
    """2020年9月末; 2020年2月末, because a point in time has a month of its own."""
    return say("innovation_at_end", language, period=periods.range_label(month, month, language))


def _source(frame: pd.DataFrame, language: Language) -> str:
    origin = "demo" if (frame["provenance"] == "demo").any() else "official"
    month = str(frame["period"].max())
    text = say(f"innovation_source_{origin}", language)
    return say("innovation_ledger", language, text=text, period=periods.range_label(month, month, language))


def _events(frame: pd.DataFrame, language: Language) -> str:
    """The honours of a figure that marks them: those dated by the year, and those it cannot place."""
    events = frame[frame["span"] == "event"]
    if events.empty:
        return ""
    comma = say("list_comma", language)
    dated = comma.join(events.loc[events["period"] != "", f"event_{language}"])
    undated = comma.join(events.loc[events["period"] == "", f"event_{language}"])
    told = [say("innovation_events_note", language, names=dated) if dated else ""]
    told.append(say("innovation_events_undated", language, names=undated) if undated else "")
    return say("tell_semicolon", language).join(one for one in told if one)
