"""What changed since the last release, in a few sentences: new periods, revised and withdrawn values."""

from decimal import Decimal

import pandas as pd

from scicity import periods
from scicity.measures import taxonomy
from scicity.narrative.amounts import listed, name, plain, subject
from scicity.periods import Span
from scicity.wording import Language, say
from scicity.wording.numbers import rounded

MOST = 3
FINEST = ("subfield", "industry", "total")


def since_last(changes: pd.DataFrame, language: Language = "zh", most: int = MOST) -> tuple[str, ...]:
    """Sentences on new, revised (largest first, old → new) and withdrawn values; one sentence when nothing changed.

    changes: rows of `industry/changes`, kind new, revised or withdrawn. Output is in 100 million yuan and counts are
    whole; a revision too small to be seen in print is counted, not told. most: how many revisions are told.
    """
    told = [*_new(changes, language), *_revised(changes, language, most), *_withdrawn(changes, language)]
    return tuple(told) or (say("tell_no_changes", language),)


def _new(changes: pd.DataFrame, language: Language) -> list[str]:
    new = changes[(changes["kind"] == "new") & changes["new_value"].notna()]
    months = sorted(set(new["period"]), reverse=True)
    if not months:
        return []
    labels = [periods.label(str(month), "month", language) for month in months]
    return [say("tell_new", language, periods=listed(labels, language), n=len(new))]


def _revised(changes: pd.DataFrame, language: Language, most: int) -> list[str]:
    revised = changes[(changes["kind"] == "revised") & changes["old_value"].notna() & changes["new_value"].notna()]
    if revised.empty:
        return []
    told_first = sorted((row for _, row in revised.iterrows()), key=_weight)
    texts = [text for text in (_revision(row, language) for row in told_first) if text][:most]
    rest = len(revised) - len(texts)
    return texts + ([say("tell_revised_rest" if texts else "tell_revised_small", language, n=rest)] if rest else [])


def _weight(row: pd.Series) -> tuple[bool, Decimal, int, bool]:
    """Sorts revisions: output before counts, which have no common size; the larger in print first.

    One report revised moves its sub-field, industry, total and the year to date by the same amount: of equal sizes the
    finest item and the single month come first, where the revision happened.
    """
    size = abs(rounded(row["new_value"]) - rounded(row["old_value"]))
    level = taxonomy.item(str(row["item"]), str(row["classification"])).level
    return row["indicator"] != "output", -size, FINEST.index(level), row["span"] == "ytd"


def _revision(row: pd.Series, language: Language) -> str:
    """One revision; '' where old and new are printed alike."""
    decimals = 1 if row["indicator"] == "output" else 0
    old, new = float(row["old_value"]), float(row["new_value"])
    if rounded(old, decimals) == rounded(new, decimals):
        return ""
    what, key = _what(row, language), "tell_revised_output" if decimals else "tell_revised_count"
    values = {"old": plain(old, decimals, language), "new": plain(new, decimals, language)}
    return say(key, language, period=_period(row, language), subject=what, **values)


def _withdrawn(changes: pd.DataFrame, language: Language) -> list[str]:
    gone = changes[changes["kind"] == "withdrawn"]
    if gone.empty:
        return []
    cells = [
        say("tell_withdrawn_cell", language, period=_period(row, language), subject=_what(row, language))
        for _, row in gone.iterrows()
    ]
    return [say("tell_withdrawn", language, cells=listed(cells, language))]


def _period(row: pd.Series, language: Language) -> str:
    span: Span = "ytd" if row["span"] == "ytd" else "month"
    return periods.label(str(row["period"]), span, language)


def _what(row: pd.Series, language: Language) -> str:
    code, held = str(row["item"]), str(row["classification"])
    if row["indicator"] == "enterprises":
        return say("tell_card_enterprises", language, name=name(code, held, language))
    return subject(code, held, language)
