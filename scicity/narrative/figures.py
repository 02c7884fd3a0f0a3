"""What each figure over time tells: monthly_scale, trend, growth, same_month, small_multiples.

Each takes the rows of `industry/series` (one per item and period, span in the rows) and gives a `Told`. Where the
newest period is not complete, the sentence speaks of the latest one that is, and a note says what is pending.
"""

import pandas as pd

from scicity import periods
from scicity.measures import taxonomy
from scicity.narrative import rows, told
from scicity.narrative.amounts import listed, money, name, subject
from scicity.narrative.groups import extremes, growth_clauses, leaders_and_fallers, paces
from scicity.narrative.phrases import change, earlier_label, moved, run, was
from scicity.narrative.phrases import growth as growth_of
from scicity.narrative.rows import GROWTH, VALUE
from scicity.narrative.told import Told
from scicity.wording import Language, say

MOST_IN_HEADLINE = 3


def monthly_scale(series: pd.DataFrame, language: Language = "zh") -> Told:
    """Columns of the parts over the growth of the total: 8月规模238.0亿元，连续5个月正增长.

    The run of months stands in for the rate where there is one of three or more. The rounding note compares, in
    every period that is complete, the parts as displayed with the total as displayed.
    """
    if series.empty:
        return told.nothing(language)
    total = rows.total_of(series)
    about = say(f"tell_about_scale_{rows.span_of(series)}", language, whole=_whole(series, total, language))
    return Told(
        _level_headline(series, total, language, brief=True),
        told.under(about, told.window(series, language), language),
        told.notes(
            told.definition(series, language, told.merged(series, "tell_merged_columns"), "tell_comparable"),
            told.source(series, language, told.rounding_note(_any_rounding(series, total), language)),
            told.missing(series, language),
        ),
    )


def trend(series: pd.DataFrame, language: Language = "zh") -> Told:
    """Levels over time. One item: its level and growth; more: the three largest levels of the latest period."""
    if series.empty:
        return told.nothing(language)
    total, period = rows.total_of(series), rows.latest(series)
    alone = series["item"].nunique() == 1
    headline = _level_headline(series, total, language) if alone else _largest(series, period, language)
    about = say(f"tell_about_level_{rows.span_of(series)}", language, whole=_named(series, language))
    return _lines(series, headline, about, language)


def growth(series: pd.DataFrame, language: Language = "zh") -> Told:
    """Growth over time. One item: its growth and change; up to three: each; more: the highest and the lowest."""
    if series.empty:
        return told.nothing(language)
    about = say(f"tell_about_growth_{rows.span_of(series)}", language, whole=_named(series, language))
    return _lines(series, _growth_headline(series, language), about, language)


def same_month(series: pd.DataFrame, language: Language = "zh") -> Told:
    """The same months of several years, of one item: this year's growth beside last year's, never levels compared.

    8月规模238.0亿元，同比增长13.0%，上年8月为增长4.6%.
    """
    if series.empty:
        return told.nothing(language)
    total = rows.total_of(series)
    headline = _level_headline(series, total, language)
    period = _period_of(series, total)
    before = rows.cell(rows.at(series, total, periods.year_before(period)), GROWTH) if period else None
    if before is not None:
        label = say("tell_last_year_same", language, period=told.when(period, rows.span_of(series), language))
        headline = say("tell_beside_last_year", language, first=headline, was=was(before, label, language))
    about = say(f"tell_about_level_{rows.span_of(series)}", language, whole=_named(series, language))
    return _lines(series, headline, about, language)


def small_multiples(series: pd.DataFrame, month: str, language: Language = "zh") -> Told:
    """Growth of every sub-field on one scale: 体外诊断增速居首，轻量化材料、数字文创仍在下降.

    month: the closing month on show; rows after it are left out. Without a rate in it the headline says pending.
    """
    seen = series[series["period"] <= month]
    if seen.empty:
        return told.nothing(language)
    parts = seen[~seen["item"].isin(rows.TOTALS)]
    about = say(f"tell_about_multiples_{rows.span_of(seen)}", language, n=parts["item"].nunique())
    subline = told.under(about, told.window(seen, language), language)
    return Told(
        leaders_and_fallers(parts, month, language) or told.no_growth(seen, language),
        say("tell_same_scale", language, subline=subline),
        told.notes(
            told.definition(seen, language, "tell_comparable", told.merged(seen), "tell_hollow"),
            told.source(seen, language),
            told.missing(seen, language),
        ),
    )


def _lines(series: pd.DataFrame, headline: str, about: str, language: Language) -> Told:
    return Told(
        headline,
        told.under(about, told.window(series, language), language),
        told.notes(
            told.definition(series, language, told.merged(series), "tell_comparable"),
            told.source(series, language),
            told.missing(series, language),
        ),
    )


def _whole(series: pd.DataFrame, total: str, language: Language) -> str:
    return name(total, rows.classification_of(series), language) if total else ""


def _named(series: pd.DataFrame, language: Language) -> str:
    held = rows.classification_of(series)
    return listed([name(code, held, language) for code in dict.fromkeys(series["item"])], language)


def _subject(series: pd.DataFrame, total: str, language: Language, short: bool) -> str:
    held = rows.classification_of(series)
    whole = (total, held) == (taxonomy.TOTAL, "leading")
    return say("tell_scale", language) if short and whole else subject(total, held, language)


def _period_of(series: pd.DataFrame, total: str) -> str:
    return rows.latest(series[series["item"] == total])


def _level_headline(series: pd.DataFrame, total: str, language: Language, brief: bool = False) -> str:
    """Level and growth; growth alone where no level is published; else the status in words.

    brief: for columns of the parts, whose sub-line names the whole: 规模 alone, and a run in the place of the rate.
    """
    span, period = rows.span_of(series), _period_of(series, total)
    label = told.when(period or str(series["period"].max()), span, language)
    texts = {"period": label, "subject": _subject(series, total, language, short=brief)}
    row = rows.at(series, total, period)
    value, rate = rows.cell(row, VALUE), rows.cell(row, GROWTH)
    months = _run(series, total, language) if brief and span == "month" else ""
    if value is not None:
        after = months or growth_of(rate, language)
        key = "tell_level_and" if after else "tell_level"
        return say(key, language, **texts, money=money(value, language), after=after)
    if rate is None:
        return say(f"tell_level_{rows.status_of(series, total)}", language, **texts)
    return say(
        "tell_rate_and" if months else "tell_rate", language, **texts, growth=moved(rate, language), after=months
    )


def _run(series: pd.DataFrame, total: str, language: Language) -> str:
    own = rows.known(series[series["item"] == total]).sort_values("period")
    return run(list(own["period"]), list(own[GROWTH]), language)


def _largest(series: pd.DataFrame, period: str, language: Language) -> str:
    now = rows.known(series[series["period"] == period], VALUE).sort_values(VALUE, ascending=False, kind="stable")
    label = told.when(period or str(series["period"].max()), rows.span_of(series), language)
    clauses = [
        say("tell_item_level", language, name=name(code, language=language, inside=True), money=money(value, language))
        for code, value in list(zip(now["item"], now[VALUE], strict=True))[:MOST_IN_HEADLINE]
    ]
    if not clauses:
        return told.no_growth(series, language)
    return say("tell_in_period", language, period=label, clauses=say("tell_clause", language).join(clauses))


def _growth_headline(series: pd.DataFrame, language: Language) -> str:
    span, period = rows.span_of(series), rows.latest(rows.known(series, GROWTH))
    label = told.when(period or str(series["period"].max()), span, language)
    found = paces(series, period)
    if not found and series["item"].nunique() == 1 and rows.withheld(series):
        return _level_headline(series, rows.total_of(series), language)
    if not found:
        return told.no_growth(series, language)
    if series["item"].nunique() > 1:
        few = series["item"].nunique() <= MOST_IN_HEADLINE
        each = say("tell_clause", language).join(growth_clauses(series, period, language))
        return say("tell_in_period", language, period=label, clauses=each) if few else extremes(found, language)
    code, held = str(series["item"].iloc[0]), rows.classification_of(series)
    rate = rows.cell(rows.at(series, code, period), GROWTH)
    before = rows.cell(rows.at(series, code, periods.previous(period)), GROWTH)
    first = say(
        "tell_rate", language, period=label, subject=subject(code, held, language), growth=moved(rate, language)
    )
    second = change(rate, before, earlier_label(period, span, language), language)
    return say("tell_two", language, first=first, second=second) if second else first


def _any_rounding(series: pd.DataFrame, total: str) -> bool:
    parts = rows.parts_of(series[series["item"] != total])
    for period in series["period"].unique():
        whole = rows.cell(rows.at(series, total, period), VALUE)
        if told.rounding(parts[parts["period"] == period][VALUE], whole):
            return True
    return False
