"""The cards of science finance: stocks and running totals of the platform, credit loans, and the reported case."""

import pandas as pd

from scicity import periods
from scicity.narrative import told
from scicity.narrative.amounts import plain
from scicity.narrative.cards import Card, published_card
from scicity.narrative.finance import average, fine, fine_parts, success
from scicity.wording import Language, say
from scicity.wording.numbers import MISSING, is_missing, number

STOCKS = ("enterprises", "institutions", "products")


def platform_headline(row: pd.Series, language: Language = "zh", unit: str = "100m_yuan") -> str:
    """高新金服上线企业2681家，累计对接430件、9.32亿元. row: one month of `finance/platform`."""
    return say(
        "finance_headline", language, enterprises=plain(row["enterprises"], 0, language),
        n=plain(row["matched_count"], 0, language), amount=fine(row["matched_100m_yuan"], language, unit),
    )  # fmt: skip


def platform(
    row: pd.Series, before: pd.Series | None, language: Language = "zh", unit: str = "100m_yuan"
) -> list[Card]:
    """Three stocks, two running totals, and the two that are worked out of them.

    row, before: the month on show and the one before it (None where there is none) from `finance/platform`.
    """
    matched = _count_card("matched", row, "matched_count", before, "finance_since_note", language)
    amount, scale = fine_parts(row["matched_100m_yuan"], language, unit)
    money = _card("amount", row, amount, _scale(scale, language), "", "finance_since_note", language)
    mean, formula = average(row, language)
    rate, lacking = success(row, language)
    return [
        *(_count_card(name, row, name, before, "finance_stock_note", language) for name in STOCKS),
        matched,
        money,
        _card("average", row, mean, _scale("10k" if formula else "", language), "", "finance_average_note", language),
        _card("success", row, rate, lacking, "", "finance_success_note", language),
    ]


def formulas(row: pd.Series, language: Language = "zh") -> tuple[str, str]:
    """How average and success rate are made; a missing input is named."""
    _, formula = average(row, language)
    return (
        say("finance_formula_average", language, formula=formula or MISSING),
        say("finance_formula_success", language, value="".join(success(row, language))),
    )


def credit(row: pd.Series, language: Language = "zh", unit: str = "100m_yuan") -> list[Card]:
    """Loans paid since the start, their days, and first loans. row: the total row of `finance/credit`."""
    n = say("finance_credit_n", language, n=plain(row["timed"], 0, language))
    amount = fine(row["amount_100m_yuan"], language, unit)
    who = say("finance_credit_borrowers", language, n=plain(row["borrowers"], 0, language), amount=amount)
    share = MISSING if is_missing(row["first_share_pct"]) else plain(row["first_share_pct"], 1, language)
    texts = [
        ("finance_credit_loans", _whole(row["loans"], language), say("finance_unit_loans", language), who),
        ("finance_credit_median", _whole(row["days_median"], language), say("finance_unit_days", language), n),
        ("finance_credit_p90", _whole(row["days_p90"], language), say("finance_unit_days", language), n),
        ("finance_credit_first", share, "%", say("finance_first_note", language)),
    ]
    return [Card(say(key, language), value, of, "", note, _chip(row, language)) for key, value, of, note in texts]


def cited(figures: pd.DataFrame, language: Language = "zh") -> list[Card]:
    """Published figures as printed, each with its bound and the period it was printed for.

    figures: rows of `published/figures`; without its period a figure would be read as one of the month on show.
    """
    return [_cited(row, language) for row in figures.to_dict("records")]


def _cited(row: dict, language: Language) -> Card:
    period = periods.range_label(row["period_start"], row["period_end"], language)
    label = say("card_published", language, name=row[f"indicator_{language}"], period=period)
    return published_card(label, row[f"printed_{language}"], row["publisher"], row["published_on"], language)


def _count_card(
    name: str, row: pd.Series, column: str, before: pd.Series | None, note: str, language: Language
) -> Card:
    unit = say(f"finance_unit_{name}", language)
    known = before is not None and not is_missing(row[column]) and not is_missing(before[column])
    moved = _moved(row[column] - before[column], unit, language) if before is not None and known else ""
    return _card(name, row, number(row[column], 0, language), unit, moved, note, language)


def _moved(step: float, unit: str, language: Language) -> str:
    """The net change of a stock in words: 比上期增加229家."""
    if step == 0:
        return say("finance_stock_same", language)
    key = "finance_stock_up" if step > 0 else "finance_stock_down"
    return say(key, language, n=number(abs(step), 0, language), unit=unit)


def _card(name: str, row: pd.Series, value: str, unit: str, change: str, note: str, language: Language) -> Card:
    end = say("finance_end", language, month=told.when(str(row["period"]), "month", language))
    label = say("tell_card_label", language, what=say(f"finance_card_{name}", language), period=end)
    return Card(label, value, unit, change, say(note, language), _chip(row, language))


def _chip(row: pd.Series, language: Language) -> str:
    known = "demo" if row["provenance"] == "demo" else row["status"]
    return say(f"tell_chip_{known}", language)


def _whole(value: float | None, language: Language) -> str:
    """A count or a number of days, with one decimal only where it has one."""
    if value is None or is_missing(value):
        return MISSING
    return plain(value, 0 if float(value).is_integer() else 1, language)


def _scale(scale: str, language: Language) -> str:
    return say(f"finance_scale_{scale}", language) if scale else ""
