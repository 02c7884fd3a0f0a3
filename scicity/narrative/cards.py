"""The words of a card: label with its period, value, unit, one change, a note, and a chip of source or status.

A published level is the value; where only growth is published, growth is. Pending and undisclosed values are said in
words, never as 0, and never why a value is not disclosed.
"""

from dataclasses import dataclass

import pandas as pd

from scicity import periods
from scicity.measures import taxonomy
from scicity.narrative import rows, told
from scicity.narrative.amounts import amount, name, plain, subject
from scicity.narrative.phrases import arrow, change, direction, earlier_label, growth, share_change
from scicity.narrative.rows import GROWTH, VALUE
from scicity.periods import Span
from scicity.wording import LANGUAGES, Language, say
from scicity.wording.numbers import MISSING, difference_pp, is_missing, number

BEFORE, SHARE, SHARE_BEFORE, ENTERPRISES = "previous_yoy_pct", "share_pct", "share_last_year_pct", "enterprises_count"


@dataclass(frozen=True)
class Card:
    """Texts only, '' where there is nothing to say. change carries arrow, word and number (▲ 同比增长1.9%)."""

    label: str
    value: str
    unit: str
    change: str
    note: str
    chip: str

    @property
    def is_demo(self) -> bool:
        """Whether the chip is the mark of demonstration data, in whichever language."""
        return self.chip in {say("tell_chip_demo", language) for language in LANGUAGES}


def level_card(row: pd.Series, language: Language = "zh", latest: str = "") -> Card:
    """The level of one item, its growth, and how growth changed.

    row: one row of `industry/snapshot`. latest: for a pending item, the last period it was published for.
    """
    if rows.cell(row, VALUE) is None:
        return _without_level(row, language, latest)
    value, unit = amount(rows.cell(row, VALUE), language)
    rate = rows.cell(row, GROWTH)
    return Card(
        label=_label(_what(row, language), row, language),
        value=value,
        unit=unit,
        change=_marked(rate, growth(rate, language), language),
        note=_changed(row, language),
        chip=_chip(row, language),
    )


def share_card(row: pd.Series, language: Language = "zh", total: str = taxonomy.TOTAL) -> Card:
    """The share of one item in the total, at current prices, and its change in points.

    row: as in `level_card`. total: the code the snapshot's shares are of, ALL or IND.
    """
    now, before = rows.cell(row, SHARE), rows.cell(row, SHARE_BEFORE)
    what = say("tell_card_share", language, name=name(str(row["item"]), language=language))
    note = say("tell_card_share_of", language, whole=say(f"tell_whole_{total}", language))
    if now is None and row["status"] not in rows.WITHHELD:
        # the item is there: what its share is of is not
        return Card(_label(what, row, language), MISSING, "", say("tell_card_no_total", language), note, "")
    if now is None:
        return _absent(row, what, language, latest="")
    moved = difference_pp(now, before)
    return Card(
        label=_label(what, row, language),
        value=plain(now, language=language),
        unit="%",
        change=_marked(None if moved is None else float(moved), share_change(now, before, language), language),
        note=note,
        chip=_chip(row, language),
    )


def stock_card(row: pd.Series, language: Language = "zh") -> Card:
    """The enterprises that reported, a count at a point in time and never added over months. row: as above."""
    count = rows.cell(row, ENTERPRISES)
    what = say("tell_card_enterprises", language, name=name(str(row["item"]), language=language))
    if count is None:
        return _absent(row, what, language, latest="")
    month = periods.number_of(str(row["period"]))
    end = say("tell_card_at_end", language, number=month, name=periods.ENGLISH[month])
    return Card(
        label=say("tell_card_label", language, what=what, period=end),
        value=number(count, 0, language),
        unit=say("tell_card_enterprises_unit", language),
        change=say("tell_card_stock", language),
        note="",
        chip=_chip(row, language),
    )


def published_card(
    label: str,
    printed: str,
    publisher: str,
    published_on: str | None = "",
    language: Language = "zh",
    stock: bool = False,
) -> Card:
    """A cited public figure: its printed form with its qualifier (超20亿元) is the value, and carries the unit.

    published_on: 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY', as the source has it; '' or missing says it gives none.
    stock: a count at a point in time, for which no growth is offered.
    """
    note = say("tell_card_undated", language, publisher=publisher)
    if published_on and not is_missing(published_on):
        note = say("tell_card_published", language, publisher=publisher, day=told.day(published_on, language))
    return Card(
        label=label,
        value=printed,
        unit="",
        change=say("tell_card_stock", language) if stock else "",
        note=note,
        chip=say("tell_chip_press", language),
    )


def _without_level(row: pd.Series, language: Language, latest: str) -> Card:
    rate = rows.cell(row, GROWTH)
    what = _what(row, language)
    if rate is None:
        return _absent(row, what, language, latest)
    level = direction(rate) == 0
    return Card(
        label=_label(say("tell_card_growth", language, subject=what), row, language),
        value=say("tell_flat", language) if level else number(rate, 1, language),
        unit="" if level else "%",
        change=_marked(rate, growth(rate, language), language),
        note=_changed(row, language) or say("tell_card_no_level", language),
        chip=_chip(row, language),
    )


def _absent(row: pd.Series, what: str, language: Language, latest: str) -> Card:
    """The card of a value that is not there: why in words, with the status the row carries."""
    status = str(row["status"]) if row["status"] in rows.WITHHELD else "not_published"
    pending = status == "pending"
    late = pending and taxonomy.item(str(row["item"])).measure != "output"
    newest = say("tell_card_newest", language, period=told.when(latest, _span(row), language)) if latest else ""
    return Card(
        label=_label(what, row, language),
        value=say("tell_card_pending", language) if pending else MISSING,
        unit="",
        change=newest if pending else say(f"tell_card_{status}", language),
        note=say("tell_card_late" if late else f"tell_card_note_{status}", language),
        chip=say("tell_chip_late" if late else f"tell_chip_{status}", language),
    )


def _what(row: pd.Series, language: Language) -> str:
    code = str(row["item"])
    held = "leading" if is_missing(row.get("classification")) else str(row["classification"])
    # industries are told by name alone, as their unit and the notes say what is measured; services by their revenue
    found = taxonomy.item(code, held)
    return (
        name(code, held, language)
        if found.level != "total" and found.measure == "output"
        else subject(code, held, language)
    )


def _span(row: pd.Series) -> Span:
    return "ytd" if str(row["span"]) == "ytd" else "month"


def _label(what: str, row: pd.Series, language: Language) -> str:
    return say("tell_card_label", language, what=what, period=told.when(str(row["period"]), _span(row), language))


def _marked(rate: float | None, words: str, language: Language) -> str:
    return say("tell_card_change", language, arrow=arrow(rate), words=words) if words else ""


def _changed(row: pd.Series, language: Language) -> str:
    label = earlier_label(str(row["period"]), _span(row), language)
    text = change(rows.cell(row, GROWTH), rows.cell(row, BEFORE), label, language)
    return text[:1].upper() + text[1:]


def _chip(row: pd.Series, language: Language) -> str:
    """Demonstration data are always marked so; else the status of the number."""
    if row["provenance"] in ("demo", "press"):
        return say(f"tell_chip_{row['provenance']}", language)
    return say(f"tell_chip_{row['status']}", language) if row["status"] in ("preliminary", "revised", "final") else ""
