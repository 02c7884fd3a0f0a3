"""What the figures of signed projects tell. Counts and contract amounts only: signed is neither started nor paid in.

Every rate says its numerator and denominator; a bound stays a bound; what we worked out says so. The two scopes are
named in every sub-line and never put into one sentence.
"""

import pandas as pd

from scicity import periods
from scicity.measures import taxonomy
from scicity.narrative import told
from scicity.narrative.amounts import listed, money, plain
from scicity.narrative.told import Told
from scicity.periods import Span
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing, number

LARGE = ("GE100", "GE10")  # both tiers of 10亿元 and more
STAGE = "started"
MOST_SQUARES = 100  # beyond, the figure draws bars


def signed(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """1—9月核心区签约70个项目，合同投资额998.4亿元；上年同期40个. frame: rows of `projects/series`."""
    if frame.empty:
        return told.nothing(language)
    last = frame[frame["period"] == frame["period"].max()]
    row, span = last.iloc[0], _span(frame)
    if len(last) > 1 or row["item"] != taxonomy.TOTAL:
        names = [say("projects_of", language, name=_part(one["item"], language), n=_n(one["projects_count"], language))
                 for one in last.to_dict("records")]  # fmt: skip
        finding = say("projects_signed_fields", language, when=_when(row, language), parts=listed(names, language))
    else:
        finding = _whole(row, language)
    first = str(frame["period"].min())
    years = periods.range_label(periods.starts(first, span), str(row["period"]), language)
    return Told(
        finding,
        _under("projects_about_signed", row, language, when=years, more=say(f"projects_span_{span}", language)),
        _notes(frame, language, "projects_note_signed", "projects_note_merged" if span == "month" else ""),
    )


def tiers(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """1—9月签约70个项目，10亿元及以上的22个，占31.4%. frame: rows of `projects/parts` of tiers."""
    if frame.empty:
        return told.nothing(language)
    many = float(frame["total_count"].iloc[0]) > MOST_SQUARES
    return Told(
        _tiers(frame, language),
        _under("projects_about_tiers", frame.iloc[0], language),
        _notes(frame, language, "projects_note_tiers", _squares(frame, many)),
    )


def published_tiers(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """The same of the published figures; the rest and the last month are ours. frame: `projects/published_tiers`."""
    if frame.empty:
        return told.nothing(language)
    row = frame.iloc[0]
    publishers = say("projects_two_sources", language, now=row["publisher"], before=row["earlier_publisher"])
    return Told(
        _tiers(frame, language),
        _under("projects_about_tiers", row, language),
        (
            say("tell_definition", language, text=say("projects_note_tiers_published", language)),
            say("tell_source", language, text=publishers),
        ),
    )


def parts(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """新一代信息技术28个，占40.0%，为最多: the largest part. frame: rows of `projects/parts`."""
    shown = frame[frame["projects_count"].notna()]
    if shown.empty or not shown["projects_count"].max():
        return told.nothing(language)
    most = shown.loc[shown["projects_count"].idxmax()]
    texts = {"name": _part(most["item"], language), "n": _n(most["projects_count"], language)}
    return Told(
        say(
            "projects_most",
            language,
            when=_when(most, language),
            share=plain(most["share_pct"], language=language),
            **texts,
        ),
        _under("projects_about_parts", most, language),
        _notes(frame, language, "projects_note_parts"),
    )


def cohorts(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """2018年签约的43个项目，32个已开工，占74.4%: the oldest year. frame: rows of `projects/cohorts`."""
    if frame.empty:
        return told.nothing(language)
    row = frame.iloc[0]
    texts = {"year": row["cohort"], "n": _n(row["signed_count"], language), "part": _n(row[f"{STAGE}_count"], language)}
    period = say("projects_by_end", language, period=periods.label(str(row["period"]), "month", language))
    return Told(
        say("projects_cohort_started", language, share=plain(row[f"{STAGE}_pct"], language=language), **texts),
        _under("projects_about_cohorts", row, language, when=period),
        _notes(frame, language, "projects_note_cohorts"),
    )


def funds(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """合同投资额1841.3亿元，到位298.0亿元，资金到位率16.2%: of all years. frame: rows of `projects/funds`."""
    if frame.empty:
        return told.nothing(language)
    row = frame.iloc[-1]
    finding = say("projects_funds_none", language)
    if not is_missing(row["in_place_pct"]):
        amounts = {
            "contract": money(row["contract_100m_yuan"], language),
            "funds": money(row["funds_100m_yuan"], language),
        }
        finding = say("projects_funds_told", language, rate=plain(row["in_place_pct"], language=language), **amounts)
    period = say("projects_by_end", language, period=periods.label(str(row["period"]), "month", language))
    return Told(
        finding,
        _under("projects_about_funds", row, language, when=period),
        _notes(frame, language, "projects_note_funds"),
    )


def sci_tech(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """公开数据：科创项目占比超80%；台账为82.9%（58/70）. frame: rows of `projects/sci_tech`."""
    cited, ledger = (frame[frame["origin"] == one] for one in ("press", "ledger"))
    clauses = []
    if len(cited):
        clauses.append(say("projects_share_cited", language, said=cited.iloc[-1][f"printed_{language}"]))
    if len(ledger) and not is_missing(ledger.iloc[-1]["share_pct"]):
        row = ledger.iloc[-1]
        texts = {"part": _n(row["sci_tech_count"], language), "whole": _n(row["total_count"], language)}
        key = "projects_share_ledger" if len(cited) else "projects_share_alone"
        clauses.append(say(key, language, share=plain(row["share_pct"], language=language), **texts))
    if not clauses:
        return told.nothing(language)
    when = periods.label(str(frame["period"].max()), "ytd", language)
    text = say("tell_semicolon", language).join(clauses)
    return Told(
        text[:1].upper() + text[1:],
        _under("projects_about_share", frame.iloc[-1], language, when=when),
        _notes(frame, language, "projects_note_share" if len(cited) else "projects_note_share_alone"),
    )


def more_than(total: float, share_pct: float, language: Language = "zh") -> str:
    """A bound on a count from a bound on its share: 70个的80%为56个，即多于56个; never an exact count."""
    bound = number(total * share_pct / 100, 0, language)
    return say(
        "projects_more_than",
        language,
        total=number(total, 0, language),
        share=number(share_pct, 0, language),
        bound=bound,
    )


def _whole(row: pd.Series, language: Language) -> str:
    texts = {"when": _when(row, language), "scope": _scope(row, language), "n": _n(row["projects_count"], language)}
    clauses = [say("projects_signed", language, **texts)]
    if not is_missing(row["contract_100m_yuan"]):
        clauses.append(say("projects_signed_for", language, money=money(row["contract_100m_yuan"], language)))
    if not is_missing(row["earlier_count"]):
        clauses.append(say("projects_signed_before", language, n=_n(row["earlier_count"], language)))
    return "".join(clauses)


def _squares(frame: pd.DataFrame, many: bool) -> str:
    """What a square is, where the figure draws squares; dots only stand in a year to date."""
    return "" if many else "projects_note_dots" if _span(frame) == "ytd" else "projects_note_squares"


def _tiers(frame: pd.DataFrame, language: Language) -> str:
    row = frame.iloc[0]
    total = row["total_count"]
    large = frame.loc[frame["item"].isin(LARGE), "projects_count"].sum()
    share = plain(100 * large / total if total else None, language=language)
    texts = {"when": _when(row, language), "n": _n(total, language), "large": _n(large, language)}
    return say("projects_tiers_told", language, share=share, **texts)


def _under(about: str, row: pd.Series, language: Language, when: str = "", more: str = "") -> str:
    """Sub-line: what (unit), scope, when."""
    period = when or periods.label(str(row["period"]), "ytd" if row["span"] == "ytd" else "month", language)
    texts = [say(about, language), _scope(row, language), period, more]
    return say("tell_clause", language).join(text for text in texts if text)


def _notes(frame: pd.DataFrame, language: Language, *keys: str) -> tuple[str, ...]:
    """Definition, source with its as-of, and that scopes are never added."""
    texts = [say(key, language) for key in keys if key]
    origins = [one for one in ("official", "press", "demo") if one in set(frame["provenance"])]
    source = listed([say(f"projects_source_{one}", language) for one in origins], language)
    last = say("tell_data_to", language, period=periods.label(str(frame["period"].max()), "month", language))
    return (
        say("tell_definition", language, text=say("tell_semicolon", language).join(texts)),
        say("tell_gap", language).join([say("tell_source", language, text=source), last]),
        say("projects_note_scopes", language),
    )


def _part(item: str, language: Language) -> str:
    found = taxonomy.items().get(("leading", item))
    if found and found.level != "total":
        return found.name(language)
    return say(f"projects_part_{item}", language)


def _scope(row: pd.Series, language: Language) -> str:
    return say(f"projects_scope_{row['scope']}", language)


def _span(frame: pd.DataFrame) -> Span:
    return "ytd" if str(frame["span"].iloc[0]) == "ytd" else "month"


def _when(row: pd.Series, language: Language) -> str:
    return told.when(str(row["period"]), "ytd" if row["span"] == "ytd" else "month", language)


def _n(value: float, language: Language) -> str:
    return number(float(value), 0, language)
