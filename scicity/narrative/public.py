"""What a figure of cited numbers tells: the newest printed figure, its neighbours of the same period, and its gaps.

`cited_series` takes the rows of `published/cited_series`, `comparators` those of `published/comparators`.
"""

from collections.abc import Iterable

import pandas as pd

from scicity import periods
from scicity.narrative import told
from scicity.narrative.amounts import listed
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import number

ELSEWHERE = ("cq", "cn")
# on a page and in a file there is room for the first three; the readings of sources come after what defines the figure
MOST_REMARKS = 2


def cited_series(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """2024年核心区地区生产总值增速为7.4%: the newest whole period, with Chongqing where it printed the same one."""
    if frame.empty:
        return told.nothing(language)
    own = frame[~frame["territory"].isin(ELSEWHERE)]
    last = _newest(own)
    indicator, unit = str(frame[f"indicator_{language}"].iloc[0]), _unit(frame, language)
    span = years(frame, language)
    return Told(
        _headline(last, _beside(frame, last), language),
        say("cited_subline", language, indicator=indicator, unit=unit, span=span),
        told.notes(
            say("cited_definition", language, text=_definition(frame, language)),
            _missing(own, language),
            sources(frame, language),
            *_unique(own[f"break_{language}"]),
            *_remarks(own, language),
        ),
    )


def comparators(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """2022年1—10月累计：重庆市4.5%，全国4.0%: the newest month that all of the series printed."""
    if frame.empty:
        return told.nothing(language)
    table = frame.pivot(index="month", columns="series_id", values="value_pct")
    common = table.dropna()
    month = str((common if len(common) else table).index.max())
    rates = [
        say("comparators_rate", language, name=say(f"territory_{series[:2]}", language), pct=number(rate, 1, language))
        for series, rate in table.loc[month].dropna().items()
    ]
    clauses = say("tell_clause", language).join(reversed(rates))
    span = say("cited_years", language, first=frame["month"].min()[:4], last=frame["month"].max()[:4])
    return Told(
        say("comparators_headline", language, period=periods.label(month, "ytd", language), rates=clauses),
        say("comparators_subline", language, span=span),
        told.notes(say("comparators_definition", language), sources(frame, language)),
    )


def years(frame: pd.DataFrame, language: Language) -> str:
    """From the first to the last year of the rows: 2015—2024年."""
    first, last = str(frame["period_end"].min())[:4], str(frame["period_end"].max())[:4]
    return say("cited_years", language, first=first, last=last)


def sources(frame: pd.DataFrame, language: Language) -> str:
    """资料来源：…: every publisher once, in the order of the rows; names stay as printed."""
    names = _unique(frame["publisher"])
    # all of them: who printed a figure is never "and others"
    return say("cited_source", language, text=say("list_comma", language).join(names))


def _newest(own: pd.DataFrame) -> pd.Series:
    """The newest whole year with a number; where there are no years, the newest period of all."""
    known = own[own["value"].notna()]
    annual = known[known["span"] == "year"]
    return (annual if len(annual) else known).sort_values("period_end").iloc[-1]


def _beside(frame: pd.DataFrame, last: pd.Series) -> str:
    same = frame[(frame["territory"] == "cq") & (frame["span"] == last["span"])]
    same = same[same["period_end"] == last["period_end"]]
    return str(same["printed_zh"].iloc[0]) if len(same) else ""


def _headline(last: pd.Series, other: str, language: Language) -> str:
    period = periods.range_label(last["period_start"], last["period_end"], language)
    indicator, printed = last[f"indicator_{language}"], last[f"printed_{language}"]
    if other:
        return say("cited_headline_beside", language, period=period, indicator=indicator, printed=printed, other=other)
    return say("cited_headline", language, period=period, indicator=indicator, printed=printed)


def _unit(frame: pd.DataFrame, language: Language) -> str:
    return str(frame["unit" if language == "zh" else "unit_en"].iloc[0])


def _definition(frame: pd.DataFrame, language: Language) -> str:
    return str(frame[f"definition_{language}"].iloc[0])


def _missing(own: pd.DataFrame, language: Language) -> str:
    """Years nobody printed, and years of which a page speaks without a number."""
    gaps = [row["period_end"] for row in own[own["status"] == "not_published"].to_dict("records")]
    worded = [periods.range_label(year, year, language) for year in gaps]
    texts = [say("cited_gap", language, years=listed(worded, language))] if worded else []
    for row in own[own["status"] == "in_words"].to_dict("records"):
        period = periods.range_label(row["period_start"], row["period_end"], language)
        printed = row[f"printed_{language}"]
        texts.append(say("cited_said", language, period=period, printed=printed, publisher=row["publisher"]))
    return say("tell_semicolon", language).join(texts)


def _remarks(own: pd.DataFrame, language: Language) -> list[str]:
    """The readings of sources that concern these figures, each once; those that concern most figures come first."""
    said = [line for text in own[f"remark_{language}"] for line in str(text).split("\n") if line]
    return sorted(_unique(said), key=lambda line: -said.count(line))[:MOST_REMARKS]


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
