"""What changed cells are called, and in what unit they stand: subject, item, indicator and period in words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from scicity import ingest, periods
from scicity.measures import goals, taxonomy
from scicity.warehouse import fetch
from scicity.wording import Language, say, words

Key = tuple[str, str, str]  # subject, classification, item
CELL = ["subject", "classification", "item", "indicator", "span"]


def worded(cells: pd.DataFrame, release: Path, language: Language = "zh") -> pd.DataFrame:
    """The cells with subject_name, item_name, indicator_name, period_name and unit added, in the reader's words.

    cells: subject, classification, item, indicator, period, span. release: the folder the names are taken from.
    """
    names = {
        (row.subject, row.classification, row.item): getattr(row, f"name_{language}")
        for row in fetch(release, "intake/names").itertuples()
    }
    units = fetch(release, "intake/units")[[*CELL, "unit"]].drop_duplicates(CELL)
    found = cells.merge(units, on=CELL, how="left")
    rows = list(found.itertuples())
    return found.assign(
        subject_name=[say(f"steward_subject_{row.subject}", language) for row in rows],
        item_name=[_item(row, names, language) for row in rows],
        indicator_name=[_known(f"steward_indicator_{row.indicator}", row.indicator, language) for row in rows],
        period_name=[_period(row.period, row.span, language) for row in rows],
    )


def _item(row, names: Mapping[Key, str], language: Language) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Classification and item: 主导产业·集成电路; the core area and the whole city are told apart."""
    if row.subject == "targets":
        return goals.name(row.item, goals.WHOLE, language) if row.item in goals.goals() else str(row.item)
    scope, _, kinds = row.classification.rpartition("/")
    parts = [_known(f"steward_scope_{scope}", scope, language)] if scope else []
    # two classifications crossed, kind_level, have two codes to an item: university/national
    crossed = "/" in row.item
    for kind, code in zip(
        *((kinds.split("_"), row.item.split("/")) if crossed else ([kinds], [row.item])), strict=True
    ):
        name = names.get((row.subject, f"{scope}/{kind}" if scope else kind, code)) or code
        if name == code:
            name = _options(row.subject, language).get(code) or _taxonomy(code, language)
        said = _known(f"steward_class_{kind}", kind, language)
        parts += [name] if said == name or crossed else [said, name]
    return say("steward_dot", language).join(parts)


@cache
def _options(subject: str, language: Language) -> dict[str, str]:
    """What the choices of a subject's forms are called, by code."""
    forms = [form for form in map(ingest.load, ingest.names()) if form.subject == subject]
    return {
        option.code: option.name(language)
        for form in forms
        for column in form.of_type("choice")
        for option in column.options
    }


def _taxonomy(code: str, language: Language) -> str:
    if ("leading", code) in taxonomy.items() and code != taxonomy.TOTAL:
        return taxonomy.item(code).name(language)
    return _known(f"steward_item_{code}", code, language)


def _known(key: str, code: str, language: Language) -> str:
    """The word for a code, or the code where nobody has worded it yet: a new subject must not break the preview."""
    return words()[key][language] if key in words() else str(code)


def _period(period: str, span: str, language: Language) -> str:
    if span in ("month", "ytd"):
        return periods.label(period, "ytd" if span == "ytd" else "month", language)
    if span == "year":
        return periods.range_label(period[:4], period[:4], language)
    label = periods.label(period, "month", language) if len(period) == 7 else period
    return say("steward_at_end", language, period=label) if span == "point" else label


def unit(code: str, language: Language = "zh") -> str:
    """A unit as cells carry it (亿元, 个, %) in the reader's words."""
    return code if language == "zh" else _known(f"steward_unit_{code}", code, language)
