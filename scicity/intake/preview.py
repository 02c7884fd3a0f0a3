"""What readers would see if the reports were accepted and published now: changed cells, and cards before and after.

A trial release is built of everything accepted and of the reports, asked, and removed; nothing is changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from scicity import measures, narrative, periods, releases
from scicity.filters import Filters
from scicity.intake import names
from scicity.intake.accepting import ANY, arrivals
from scicity.intake.reports import Report
from scicity.measures import Indicator
from scicity.narrative.cards import Card
from scicity.warehouse import fetch, forget
from scicity.wording import Language, say
from scicity.wording.numbers import MISSING, number

COLUMNS = ("subject", "subject_name", "item_name", "indicator_name", "period", "period_name", "span", "old_value",
           "new_value", "difference", "unit", "kind")  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One card before and after: its subject and label, each value with its unit, the change each carries ('' none)."""

    subject: str
    label: str
    before: str
    after: str
    change_before: str
    change_after: str


@dataclass(frozen=True)
class Preview:
    """cells: one row a changed cell, revisions before new values, newest period first, with the columns named in
    COLUMNS; a value that was or will not be there is missing. steps: cards of each subject for the newest period that
    changes."""

    cells: pd.DataFrame
    steps: tuple[Step, ...]


def preview(reports: Sequence[Report], language: Language = "zh") -> Preview:
    """What accepting these reports and publishing would change against the current release.

    Reports accepted before but not published yet count in. Raises ValueError where there would be nothing to publish.
    """
    now = releases.current()
    before = releases.manifest(now).folder if now else None
    with releases.preview(arrivals(reports, {ANY: ""})) as after:
        try:
            # before the first release there is nothing to compare with, and no cell that changes
            changed = releases.difference(before or after / "none", after).rename(columns={"period_end": "period"})
            cells = names.worded(changed, after, language)
            steps = tuple(_steps(cells, before, after, language))
        finally:
            forget(after)
    cells = cells.assign(difference=cells["new_value"] - cells["old_value"])
    # what readers have seen already comes first when it changes
    rank = cells["kind"].map({"revised": 0, "withdrawn": 1, "new": 2})
    ordered = cells.assign(rank=rank).sort_values(["rank", "period"], ascending=[True, False], kind="stable")
    return Preview(ordered[list(COLUMNS)].reset_index(drop=True), steps)


def _steps(cells: pd.DataFrame, before: Path | None, after: Path, language: Language) -> Iterator[Step]:
    if "industry" in set(cells["subject"]):
        yield from _industry(cells[cells["subject"] == "industry"], before, after, language)
    for one in measures.indicators().values():
        mine = cells[(cells["subject"] != "industry") & (cells["indicator"] == one.cell[2])
                     & (cells["classification"] == one.cell[0]) & (cells["item"] == one.cell[1])]  # fmt: skip
        if len(mine):
            yield _indicator(one, mine.sort_values(["period", "span"]).iloc[-1], language)


def _industry(cells: pd.DataFrame, before: Path | None, after: Path, language: Language) -> Iterator[Step]:
    """Cards of the newest month that changes, alone and with the year to date: those that will not be as they are."""
    month = str(cells["period"].max())
    for span in reversed(periods.SPANS):
        filters = Filters(release="", month=month, span=span)
        then = _cards(before, filters, language) if before else {}
        for key, card in _cards(after, filters, language).items():
            old = then.get(key)
            values = (_value(old, language), _value(card, language))
            step = Step("industry", card.label, *values, old.change if old else "", card.change)
            if (step.before, step.change_before) != (step.after, step.change_after):
                yield step


def _cards(release: Path, filters: Filters, language: Language) -> dict[str, Card]:
    """Scale of the leading industries and each of them, high-tech manufacturing, strategic emerging industries."""
    total = fetch(release, "industry/snapshot", **filters.snapshot(filters.all_industries))
    classes = fetch(release, "industry/classes", **filters.side_by_side())
    leading = pd.concat([total[total["item"] == filters.total], total[total["item"] != filters.total]])
    rows = [*leading.iterrows(), *classes[classes["classification"].isin(("high_tech", "strategic"))].iterrows()]
    return {f"{row.get('classification', '')}/{row['item']}": narrative.level_card(row, language) for _, row in rows}


def _indicator(one: Indicator, row: pd.Series, language: Language) -> Step:
    label = say("steward_step_label", language, name=one.text("name", language), period=row["period_name"])
    old, new = (_quantity(value, one.decimals, row["unit"], language) for value in (row["old_value"], row["new_value"]))
    return Step(str(row["subject"]), label, old, new, "", "")


def _quantity(value: float, decimals: int, unit: object, language: Language) -> str:
    text = number(value, decimals, language)
    return text if text == MISSING else f"{text}{unit_words(unit, language)}"


def unit_words(unit: object, language: Language) -> str:
    """A unit of a cell in the reader's words."""
    return "" if not isinstance(unit, str) else say("steward_unit", language, unit=names.unit(unit, language))


def _value(card: Card | None, language: Language) -> str:
    space = " " if language == "en" and card and card.unit else ""
    return f"{card.value}{space}{card.unit}" if card else MISSING
