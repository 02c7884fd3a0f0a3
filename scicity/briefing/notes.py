"""附注: scope, definitions, what is withheld, rounding, the status of the data; and the notice of demonstration."""

from decimal import Decimal

import pandas as pd

from scicity import periods
from scicity.briefing.draft import Draft
from scicity.briefing.facts import Facts
from scicity.briefing.spoken import PULL
from scicity.narrative import amounts, rows, told
from scicity.narrative.rows import GROWTH, VALUE
from scicity.wording import say
from scicity.wording.numbers import is_missing, rounded

LEAST_RESIDUAL = Decimal("0.1")


def notes(facts: Facts) -> tuple[Draft, ...]:
    """The notes under the text, one a paragraph; those with nothing to say are left out."""
    language = facts.language
    texts = {
        "scope": say("briefing_note_scope", language),
        "definition": told.definition(facts.ytd, language, "tell_comparable", "briefing_note_points"),
        "industry_only": say("briefing_note_industry_only", language) if facts.industry_only else "",
        "withheld": _ended(told.missing(facts.ytd, language), facts),
        "break": _breaks(facts),
        "rounding": _rounding(facts),
        "residual": residual(facts),
        "progress": _progress(facts),
        "status": _status(facts),
        "demo": say("briefing_note_demo", language) if _demo(facts) else "",
    }
    return tuple(Draft(f"notes/{name}", "note", (text,)) for name, text in texts.items())


def residual(facts: Facts) -> str:
    """口径及四舍五入差: pulls as printed that miss the growth as printed by 0.1 point or more; '' when they do not."""
    parts = rows.of_level(facts.ytd, "industry")
    pulls = parts[parts["item"].isin(facts.filters().all_industries)][PULL]
    total = rows.cell(rows.at(facts.ytd, facts.total, facts.month), GROWTH)
    if total is None or pulls.empty or any(map(is_missing, pulls)):
        return ""
    points = rounded(total) - sum((rounded(float(one)) for one in pulls), Decimal(0))
    if abs(points) < LEAST_RESIDUAL:
        return ""
    return say("briefing_note_residual", facts.language, pp=amounts.plain(abs(points), language=facts.language))


def _breaks(facts: Facts) -> str:
    """What of the text has a level but no growth, because nothing comparable stands before it."""
    row = rows.at(facts.ytd, facts.total, facts.month)
    lacking = rows.cell(row, VALUE) is not None and rows.cell(row, GROWTH) is None
    return say("briefing_note_no_growth", facts.language) if lacking else ""


def _rounding(facts: Facts) -> str:
    parts = rows.of_level(facts.ytd, "industry")
    shown = parts[parts["item"].isin(facts.filters().all_industries)]
    total = rows.cell(rows.at(facts.ytd, facts.total, facts.month), VALUE)
    return _ended(told.rounding_note(told.rounding(shown[VALUE], total), facts.language), facts)


def _progress(facts: Facts) -> str:
    if not facts.has("targets") or facts.shown("target_progress").frame.empty:
        return ""
    number = periods.number_of(facts.month)
    share = amounts.plain(100 * number / 12, language=facts.language)
    return say("briefing_note_progress", facts.language, n=number, pct=share)


def _status(facts: Facts) -> str:
    """数据状态：初步统计数、修订数；数据版本20201015-01，2020年10月15日发布。"""
    held = [one for one in ("preliminary", "revised", "final") if one in set(facts.ytd["status"])]
    words = amounts.listed([say(f"tell_status_{one}", facts.language) for one in held], facts.language)
    day = told.day(facts.about.published_on, facts.language)
    return say("briefing_note_status", facts.language, status=words, release=facts.about.id, day=day)


def _demo(facts: Facts) -> bool:
    frames: list[pd.DataFrame] = [facts.ytd, facts.alone]
    return any((frame["provenance"] == "demo").any() for frame in frames)


def _ended(text: str, facts: Facts) -> str:
    return say("tell_sentence", facts.language, text=text) if text else ""
