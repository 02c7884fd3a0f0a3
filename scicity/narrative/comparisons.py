"""What each figure of one period tells: contribution, share, ranking, and the overlapping classes.

`contribution`, `share` and `ranking` take the rows of `industry/snapshot`, `classes` those of `industry/classes`.
Parts are the industries, or the sub-fields where the frame has no industry; a part without the number is left out.
"""

import pandas as pd

from scicity import periods
from scicity.measures import taxonomy
from scicity.narrative import rows, told
from scicity.narrative.amounts import money, name, plain, subject, within
from scicity.narrative.groups import Pace, extremes, paces
from scicity.narrative.phrases import direction, growth, share_change
from scicity.narrative.rows import GROWTH, VALUE
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import difference_pp

SHARE, SHARE_BEFORE, PULL = "share_pct", "share_last_year_pct", "contribution_pp"


def contribution(snapshot: pd.DataFrame, language: Language = "zh") -> Told:
    """新一代信息技术拉动增长2.8个百分点，先进制造下拉1.8个百分点: the largest pull and the largest drag.

    Where nothing pulls the other way, the two largest; a pull that rounds to 0.0 is not told.
    """
    if snapshot.empty:
        return told.nothing(language)
    parts, total = rows.parts_of(snapshot), rows.total_of(snapshot)
    period, span = str(snapshot["period"].max()), rows.span_of(snapshot)
    whole = rows.cell(rows.at(snapshot, total, period), GROWTH)
    about = say("tell_about_contribution", language, whole=name(total, language=language) if total else "")
    return Told(
        _pulls(paces(parts, period, PULL), language) or _without_total(snapshot, "pull", language),
        told.under(about, periods.label(period, span, language), language, say(f"tell_compared_{span}", language)),
        told.notes(
            say("tell_contribution_defined", language),
            told.source(snapshot, language, told.rounding_note(told.rounding(parts[PULL], whole), language)),
            told.missing(snapshot, language),
        ),
    )


def share(snapshot: pd.DataFrame, language: Language = "zh") -> Told:
    """新一代信息技术占比升至61.7%，比上年同期提高1.5个百分点: the largest part and how its share moved."""
    if snapshot.empty:
        return told.nothing(language)
    parts, total = rows.parts_of(snapshot), rows.total_of(snapshot)
    period, span = str(snapshot["period"].max()), rows.span_of(snapshot)
    about = say("tell_about_share", language, whole=_composed(total, language))
    years = periods.label(period, span, language)
    if len(rows.known(parts, SHARE_BEFORE)):
        before = periods.label(periods.year_before(period), span, language)
        years = say("tell_both_years", language, earlier=before, later=years)
    misses = told.rounding(parts[SHARE], 100) or told.rounding(parts[SHARE_BEFORE], 100)
    return Told(
        _largest_share(parts, language) or _without_total(snapshot, "share", language),
        told.under(about, years, language, say(f"tell_span_{span}", language), say("tell_current_prices", language)),
        told.notes(
            say("tell_share_defined", language, whole=_composed(total, language)),
            told.source(snapshot, language, say("tell_rounding_share", language) if misses else ""),
            told.missing(snapshot, language),
        ),
    )


def ranking(snapshot: pd.DataFrame, language: Language = "zh", level: str = "") -> Told:
    """Items by growth: 体外诊断增长33.5%居首，轻量化材料下降4.1%居末.

    level: 'industry' or 'subfield'; without it the sub-fields where the frame has any.
    """
    if snapshot.empty:
        return told.nothing(language)
    fine = rows.of_level(snapshot, "subfield")
    parts = rows.of_level(snapshot, level) if level else fine if len(fine) else rows.parts_of(snapshot)
    period, span = str(snapshot["period"].max()), rows.span_of(snapshot)
    kind = "subfield" if len(parts) and taxonomy.item(str(parts["item"].iloc[0])).level == "subfield" else "industry"
    about = say(f"tell_about_ranking_{kind}_{span}", language, n=len(parts))
    return Told(
        extremes(paces(parts, period), language) or told.no_growth(snapshot, language),
        told.under(about, periods.label(period, span, language), language),
        told.notes(
            told.definition(parts, language, "tell_comparable", "tell_unranked"),
            told.source(parts, language),
            told.missing(parts, language),
        ),
    )


def classes(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """The overlapping classifications side by side, never added: 高技术制造业产值1422.8亿元，战略性新兴产业产值….

    frame: rows of `industry/classes`, one per classification and period; the latest period is told.
    """
    if frame.empty:
        return told.nothing(language)
    period, span = rows.latest(frame) or str(frame["period"].max()), rows.span_of(frame)
    label = told.when(period, span, language)
    now = frame[frame["period"] == period]
    clauses = [text for text in (_class(now, held, language) for held in ("high_tech", "strategic")) if text]
    finding = say("tell_in_period", language, period=label, clauses=say("tell_clause", language).join(clauses))
    about = say("tell_about_classes", language, n=frame["classification"].nunique())
    return Told(
        finding if clauses else told.no_growth(frame, language),
        told.under(about, told.window(frame, language), language, say(f"tell_span_{span}", language)),
        told.notes(
            say("tell_classes_defined", language),
            told.source(frame, language),
        ),
    )


def _without_total(snapshot: pd.DataFrame, what: str, language: Language) -> str:
    """Why there is no pull or share: the total, their base, is pending or has no number to compare with."""
    period, span = str(snapshot["period"].max()), rows.span_of(snapshot)
    pending = rows.at(snapshot, rows.total_of(snapshot), period).get("status") == "pending"
    key = f"tell_{what}_pending" if pending else f"tell_{what}_none"
    return say(key, language, period=told.when(period, span, language))


def _pulls(found: list[Pace], language: Language) -> str:
    up = [pace for pace in found if pace.rate > 0]
    down = [pace for pace in reversed(found) if pace.rate < 0]
    chosen = [up[0], down[0]] if up and down else (up or down)[:2]
    clauses = [_pull(pace, language, inside=place > 0) for place, pace in enumerate(chosen)]
    return say("tell_two", language, first=clauses[0], second=clauses[1]) if len(clauses) > 1 else "".join(clauses)


def _pull(pace: Pace, language: Language, inside: bool) -> str:
    key = f"tell_{'up' if pace.rate > 0 else 'drag'}_{'each' if len(pace.codes) > 1 else 'one'}"
    return say(key, language, names=pace.names(language, inside), pp=plain(abs(pace.rate), language=language))


def _largest_share(parts: pd.DataFrame, language: Language) -> str:
    shown = rows.known(parts, SHARE)
    if shown.empty:
        return ""
    row = shown.loc[shown[SHARE].idxmax()]
    now, before = rows.cell(row, SHARE), rows.cell(row, SHARE_BEFORE)
    texts = {"name": name(str(row["item"]), language=language), "pct": plain(now, language=language)}
    moved = difference_pp(now, before)
    if moved is None:
        return say("tell_share_alone", language, **texts)
    key = {1: "tell_share_up", -1: "tell_share_down", 0: "tell_share_flat"}[direction(moved) or 0]
    return say(key, language, **texts, change=share_change(now, before, language))


def _composed(total: str, language: Language) -> str:
    return say(f"tell_whole_{total}", language) if total in rows.TOTALS else ""


def _class(now: pd.DataFrame, held: str, language: Language) -> str:
    row = now[now["classification"] == held]
    if row.empty:
        return ""
    value, rate = rows.cell(row.iloc[0], VALUE), rows.cell(row.iloc[0], GROWTH)
    after = money(value, language) or growth(rate, language, lead=False)
    what = within(subject(taxonomy.TOTAL, held, language), language)
    return say("tell_class", language, subject=what, after=after) if after else ""
