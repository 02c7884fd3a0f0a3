"""What a briefing says of the year's targets; why one lags is for a person to say."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from scicity import periods
from scicity.briefing.draft import Draft
from scicity.briefing.facts import Facts
from scicity.briefing.marks import cite, marked
from scicity.measures import goals
from scicity.narrative import amounts, bulletin, phrases, targets
from scicity.wording import say
from scicity.wording.numbers import is_missing, rounded


def rows(facts: Facts) -> pd.DataFrame:
    """The targets of the year with what is done by the month, in the order of data/goals.toml, which is the same every
    month; no rows where the release has none."""
    frame = facts.shown("target_progress").frame if facts.has("targets") else pd.DataFrame()
    if frame.empty:
        return frame
    places = {code: place for place, code in enumerate(goals.goals())}
    return frame.assign(place=frame["indicator"].map(places)).sort_values(["place", "scope"])


def progress(facts: Facts) -> Draft:
    """主导产业规模完成全年目标的67.3%，超序时进度0.6个百分点。 One sentence a target."""
    records = rows(facts).to_dict("records")
    return Draft("goals", "body", tuple(_line(facts, one) for one in records))


def reasons(facts: Facts) -> tuple[Draft, ...]:
    """A placeholder for each target behind its time or below its growth: its reason is a person's to give."""
    return tuple(
        Draft(f"goals/reason/{one['indicator']}/{one['scope']}", "placeholder",
              (say("briefing_placeholder_reason", facts.language, name=_name(facts, one)),))
        for one in rows(facts).to_dict("records")
        if not is_missing(one["gap_pp"]) and one["gap_pp"] < 0
    )  # fmt: skip


def best(facts: Facts, with_pace: bool = True) -> str:
    """The sentence on the target of the scale of the leading industries, else on the first with a number; ''."""
    known = [one for one in rows(facts).to_dict("records") if not is_missing(one["progress_pct"])]
    chosen = next((one for one in known if one["indicator"] == "leading_scale"), known[0] if known else None)
    return _line(facts, chosen, with_pace) if chosen else ""


def _line(facts: Facts, one: Mapping[Any, Any], with_pace: bool = True) -> str:
    if is_missing(one["actual_value"]):
        return ""
    if one["kind"] == "growth":
        return _growth(facts, one)
    pct = marked(_key(facts, one, "progress_pct"), _plain(facts, one["progress_pct"]), _demo(one))
    done = bulletin.completed(one["progress_pct"], periods.number_of(facts.month), facts.language, printed=pct)
    pace = _pace(facts, one) if with_pace and rounded(one["progress_pct"]) < 100 else ""
    told = say("briefing_goal", facts.language, name=_name(facts, one), done=done)
    return bulletin.sentence(told, pace, language=facts.language)


def _growth(facts: Facts, one: Mapping[Any, Any]) -> str:
    rate = phrases.growth(one["actual_value"], facts.language)
    printed = phrases.growth_number(one["actual_value"], facts.language)
    if printed:
        rate = cite(rate, _key(facts, one, "yoy_pct"), printed, _demo(one))
    told = say("briefing_goal_growth", facts.language, name=_name(facts, one), growth=rate)
    gap = targets.growth_gap(one["gap_pp"], facts.language)
    return bulletin.sentence(told, _gap(facts, one, gap), language=facts.language)


def _pace(facts: Facts, one: Mapping[Any, Any]) -> str:
    return _gap(facts, one, targets.pace(one["gap_pp"], facts.language))


def _gap(facts: Facts, one: Mapping[Any, Any], text: str) -> str:
    if not text or not one["gap_pp"]:
        return text
    return cite(text, _key(facts, one, "gap_pp"), _plain(facts, abs(one["gap_pp"])), _demo(one))


def _key(facts: Facts, one: Mapping[Any, Any], column: str) -> str:
    return f"targets|{one['scope']}|{one['indicator']}|{facts.month}|ytd|{column}"


def _plain(facts: Facts, value: float) -> str:
    return amounts.plain(value, language=facts.language)


def _demo(one: Mapping[Any, Any]) -> bool:
    return bool(one["provenance"] == "demo")


def _name(facts: Facts, one: Mapping[Any, Any]) -> str:
    return goals.name(str(one["indicator"]), str(one["scope"]), facts.language)
