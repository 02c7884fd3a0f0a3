"""What the year's targets tell: how many keep pace with time, and which is furthest from it.

Gaps are differences of rates of one decimal, so that a reader can redo them: 77.2% less 66.7% is 10.5 points.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from scicity import periods
from scicity.measures import goals
from scicity.measures import progress as measured
from scicity.narrative import told
from scicity.narrative.amounts import listed, plain, within
from scicity.narrative.phrases import growth
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing, signed

PENDING = "pending"


def progress(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """4项总量目标中2项达到序时进度，智能化改造企业数低于序时进度3.8个百分点.

    frame: rows of the figure `target_progress` (see gallery.targets.achieved).
    """
    if frame.empty:
        return Told(say("tell_no_targets", language), "", ())
    period = str(frame["period"].iloc[0])
    return Told(
        _finding(frame, language),
        told.under(say("tell_about_progress", language), periods.label(period, "ytd", language), language,
                   say("tell_span_ytd", language)),
        told.notes(
            _defined(frame, period, language),
            _source(frame, period, language),
            _revised(frame, language),
        ),
    )  # fmt: skip


def progress_line(record: Mapping[Any, Any], language: Language = "zh") -> str:
    """One target in words: 主导产业规模完成全年目标的67.3%，超序时进度0.6个百分点，后4个月月均需完成228.1亿元."""
    name = goals.name(record["indicator"], record["scope"], language)
    if is_missing(record["actual_value"]):
        return say("tell_goal_unreported", language, name=name, why=within(state_words(record, language), language))
    if record["kind"] == "growth":
        return _growth_line(record, name, language)
    clauses = [
        say("tell_goal_done", language, name=name, pct=plain(record["progress_pct"], language=language)),
        pace(record["gap_pp"], language),
        _historical(record, language),
        _needed(record, language),
    ]
    return say("tell_clause", language).join(clause for clause in clauses if clause)


def pace(points: float | None, language: Language = "zh") -> str:
    """超序时进度10.5个百分点, 低于序时进度3.8个百分点, 与序时进度一致; '' when missing."""
    if is_missing(points):
        return ""
    side = "above" if points > 0 else "below" if points < 0 else "at"  # type: ignore[operator]
    return say(f"tell_pace_{side}", language, pp=plain(abs(points), language=language))  # type: ignore[arg-type]


def growth_gap(points: float | None, language: Language = "zh") -> str:
    """高于全年目标0.4个百分点, 低于全年目标1.6个百分点, 与全年目标持平: a growth target has no completion."""
    if is_missing(points):
        return ""
    side = "above" if points > 0 else "below" if points < 0 else "at"  # type: ignore[operator]
    return say(f"tell_growth_goal_{side}", language, pp=plain(abs(points), language=language))  # type: ignore[arg-type]


def state_words(record: Mapping[Any, Any], language: Language = "zh") -> str:
    """A target's state in words: 超前, 正常, 预警, 滞后; of growth above or below; 待发布 or 缺报 without a number."""
    if is_missing(record["actual_value"]):
        return say("goal_pending" if record["status"] == PENDING else "goal_unreported", language)
    if record["kind"] == "growth":
        return growth_gap(record["gap_pp"], language)
    return say(f"chart_state_{record['state']}", language)


def _finding(frame: pd.DataFrame, language: Language) -> str:
    levels = frame[(frame["kind"] == "level") & frame["gap_pp"].notna()]
    if levels.empty:
        return say("tell_progress_none", language, n=len(frame))
    kept = int((levels["gap_pp"] >= 0).sum())
    worst, best = levels.loc[levels["gap_pp"].idxmin()], levels.loc[levels["gap_pp"].idxmax()]
    chosen = worst if kept < len(levels) else best
    name = goals.name(chosen["indicator"], chosen["scope"], language)
    key = "tell_progress_all" if kept == len(levels) else "tell_progress_some"
    return say(key, language, n=len(levels), kept=kept, name=name, pace=pace(chosen["gap_pp"], language))


def _growth_line(record: Mapping[Any, Any], name: str, language: Language) -> str:
    return say(
        "tell_goal_growth", language, name=name, growth=growth(record["actual_value"], language),
        target=goals.plain(record["target_value"], 1, language), gap=growth_gap(record["gap_pp"], language),
    )  # fmt: skip


def _historical(record: Mapping[Any, Any], language: Language) -> str:
    """How last year stood at the same time, because output is seasonal."""
    if is_missing(record["history_pct"]):
        return ""
    return say("tell_goal_history", language, pct=plain(record["history_pct"], language=language))


def _needed(record: Mapping[Any, Any], language: Language) -> str:
    value = record["required_value"]
    if is_missing(value):
        return ""
    if value == 0:
        return say("tell_goal_reached", language)
    left = measured.MONTHS - periods.number_of(str(record["period"]))
    return say("tell_goal_needs", language, n=left, value=goals.quantity(value, record["unit"], 1, language))


def _defined(frame: pd.DataFrame, period: str, language: Language) -> str:
    ahead, on_track, at_risk = (signed(float(edge), 1, language) for edge in measured.thresholds())
    texts = [say("tell_progress_defined", language, period=periods.label(period, "ytd", language, with_year=False),
                 n=periods.number_of(period), ahead=ahead, on_track=on_track, at_risk=at_risk)]  # fmt: skip
    texts += [say("tell_progress_growth", language)] if (frame["kind"] == "growth").any() else []
    texts += [say("tell_progress_history", language)] if frame["history_pct"].notna().any() else []
    texts += [say("tell_progress_capped", language)] if (frame["progress_pct"] > 110).any() else []
    return "".join(texts) if language == "zh" else " ".join(texts)


def _source(frame: pd.DataFrame, period: str, language: Language) -> str:
    kinds = [one for one in ("official", "demo") if (frame["provenance"] == one).any()]
    source = listed([say(f"tell_source_{one}", language) for one in kinds], language)
    to = say("tell_data_to", language, period=periods.label(period, "month", language))
    return say("tell_gap", language).join([say("tell_source", language, text=source), to])


def _revised(frame: pd.DataFrame, language: Language) -> str:
    """Targets changed within the year: both values and the day."""
    texts = []
    for record in frame[frame["original_value"].notna()].to_dict("records"):
        decimals = goals.goals()[record["indicator"]].decimals
        texts.append(say(
            "tell_goal_revised", language, name=goals.name(record["indicator"], record["scope"], language),
            day=told.day(str(record["revised_on"]), language),
            original=goals.quantity(record["original_value"], record["unit"], decimals, language),
            revised=goals.quantity(record["target_value"], record["unit"], decimals, language),
        ))  # fmt: skip
    return say("tell_semicolon", language).join(texts)
