"""What the figures of finance tell: requests matched, funds by target size, and how long credit loans took.

Running totals are told as such; what came new in a month is found by subtraction and says so (推算). A target size is
never called invested, and a bound stays one. No causes, no judgement.
"""

from decimal import Decimal

import pandas as pd

from scicity import periods
from scicity.narrative import told
from scicity.narrative.amounts import plain
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import MISSING, is_missing, number, rounded

TEN_THOUSANDS = 10_000
NOT_MADE = "\N{EM DASH}"  # a rate whose input nobody reported


def matches(platform: pd.DataFrame, language: Language = "zh", unit: str = "100m_yuan") -> Told:
    """New requests of the last month and the running total behind them. platform: rows of `finance/platform`.

    unit: the reader's, in which the amounts of the headline stand.
    """
    if platform.empty:
        return told.nothing(language)
    last = platform.iloc[-1]
    period = told.when(str(last["period"]), "month", language)
    total = say("finance_running", language, n=_count(last["matched_count"], language),
                amount=fine(last["matched_100m_yuan"], language, unit))  # fmt: skip
    if is_missing(last["new_count"]):
        headline = total
    else:
        headline = say("finance_new", language, period=period, n=_count(last["new_count"], language),
                       amount=fine(last["new_100m_yuan"], language, unit), total=total)  # fmt: skip
    return Told(
        headline,
        told.under(say("finance_about_matches", language), told.window(_as_series(platform), language), language),
        told.notes(say("finance_note_matches", language), _source(platform, language)),
    )


def funds(stated: pd.DataFrame, language: Language = "zh") -> Told:
    """Target sizes, each with its bound. stated: rows of `finance/funds`."""
    if stated.empty:
        return told.nothing(language)
    parts = [
        say("finance_fund_told", language, name=row[f"name_{language}"], size=size(row, language))
        for row in stated.to_dict("records")
    ]
    silent = stated["paid_in_100m_yuan"].isna().all() and stated["invested_100m_yuan"].isna().all()
    day = max(stated["as_of"])
    return Told(
        say("tell_semicolon", language).join(parts),
        told.under(
            say("finance_about_funds", language), say("finance_as_of", language, day=told.day(day, language)), language
        ),
        told.notes(
            say("finance_note_funds", language),
            say("finance_note_silent", language) if silent else "",
            _source(stated, language),
        ),
    )


def days(distribution: pd.DataFrame, language: Language = "zh") -> Told:
    """Median and nine tenths of the working days, with their n. distribution: rows of `finance/credit_days`."""
    if distribution.empty:
        return Told(say("finance_few_loans", language), "", ())
    row = distribution.iloc[0]
    numbers = {name: _days(row[name], language) for name in ("days_median", "days_p90")}
    return Told(
        say("finance_days_told", language, median=numbers["days_median"], p90=numbers["days_p90"],
            n=_count(row["timed"], language)),
        told.under(say("finance_about_days", language), _to(row, language), language),
        told.notes(
            say("finance_note_days", language), say("finance_note_case", language), _source(distribution, language)
        ),
    )  # fmt: skip


def fields(credit: pd.DataFrame, language: Language = "zh") -> Told:
    """The range of the sub-fields' medians; withheld ones are counted, never explained. credit: `finance/credit`."""
    rows = credit[credit["level"] == "subfield"]
    known = rows[rows["days_median"].notna()]
    if known.empty:
        return told.nothing(language)
    low, high = float(known["days_median"].min()), float(known["days_median"].max())
    hidden = int((rows["status"] == "suppressed").sum())
    return Told(
        say("finance_fields_told", language, n=len(known), low=_days(low, language), high=_days(high, language)),
        told.under(say("finance_about_fields", language), _to(rows.iloc[0], language), language),
        told.notes(
            say("finance_note_fields", language),
            say("finance_note_hidden", language, n=hidden) if hidden else "",
            _source(credit, language),
        ),
    )


def size(row: dict | pd.Series, language: Language = "zh") -> str:
    """A target size with its qualifier: 超20亿元, 300亿元; 'over RMB 2 bn', 'RMB 30 bn'."""
    return bounded(float(row["planned_100m_yuan"]), str(row["qualifier"]), language)


def bounded(value_100m_yuan: float, qualifier: str, language: Language = "zh") -> str:
    """An amount with its bound, with no more decimals than it has."""
    shown = value_100m_yuan if language == "zh" else value_100m_yuan / 10
    decimals = 0 if float(shown).is_integer() else 2
    amount = say(
        "tell_money_100m" if language == "zh" else "tell_money_bn", language, value=plain(shown, decimals, language)
    )
    return say(f"finance_size_{qualifier}", language, amount=amount)


def sum_of_funds(stated: pd.DataFrame, language: Language = "zh") -> str:
    """The sum of the target sizes, on request only: one bound among them makes the sum a bound; '' without funds."""
    if stated.empty:
        return ""
    found = set(stated["qualifier"])
    # a bound from below and an 'about' together promise nothing but about
    kind = "about" if "about" in found else "over" if "over" in found else "exact"
    return bounded(float(stated["planned_100m_yuan"].sum()), kind, language)


def average(row: pd.Series, language: Language = "zh") -> tuple[str, str]:
    """Amount per request matched and the formula behind it: ('216.7', '9.32亿元 ÷ 430件 = 216.7万元')."""
    value = row["average_10k_yuan"]
    if is_missing(value):
        return MISSING, ""
    number_only = plain(float(value), 1, language)
    shown = say("finance_10k", language, value=number_only)
    made = {"amount": fine(row["matched_100m_yuan"], language), "n": _count(row["matched_count"], language)}
    return number_only, say("finance_average_formula", language, result=shown, **made)


def success(row: pd.Series, language: Language = "zh") -> tuple[str, str]:
    """Matched of filed requests and its unit: ('61.4', '%'); without the filed ones ('—', '（缺：申请数）')."""
    if is_missing(row["success_pct"]):
        return NOT_MADE, say("finance_success_missing", language)
    return plain(float(row["success_pct"]), 1, language), "%"


def fine(value_100m_yuan: float | None, language: Language = "zh", unit: str = "100m_yuan") -> str:
    """An amount published to two decimals of an 亿元: 9.32亿元, in the small unit 93,200万元; missing '--'."""
    value, scale = fine_parts(value_100m_yuan, language, unit)
    return say(f"finance_{scale}", language, value=value) if scale else value


def fine_parts(value_100m_yuan: float | None, language: Language = "zh", unit: str = "100m_yuan") -> tuple[str, str]:
    """The number of `fine` and its scale: 100m (亿元), 10k (万元) or, in English, mn; missing ('--', '')."""
    if value_100m_yuan is None or is_missing(value_100m_yuan):
        return MISSING, ""
    if unit == "10k_yuan":
        return number(value_100m_yuan * TEN_THOUSANDS, 0, language), "10k"
    if language == "en":
        return plain(_millions(value_100m_yuan), 0, language), "mn"
    return plain(value_100m_yuan, 2, language), "100m"


def _millions(value_100m_yuan: float) -> float:
    """Of what is printed, so that both languages hold the same digits."""
    return float(rounded(value_100m_yuan, 2) * Decimal(100))


def _count(value: float | None, language: Language) -> str:
    return plain(value, 0, language)


def _days(value: float | None, language: Language) -> str:
    whole = value is not None and not is_missing(value) and float(value).is_integer()
    return plain(value, 0 if whole else 1, language)


def _to(row: pd.Series, language: Language) -> str:
    return say("finance_to", language, period=periods.label(str(row["period"]), "month", language))


def _as_series(platform: pd.DataFrame) -> pd.DataFrame:
    return platform.assign(value_100m_yuan=platform["new_100m_yuan"], yoy_pct=None)


def _source(frame: pd.DataFrame, language: Language) -> str:
    origins = [
        say(f"finance_source_{one}", language) for one in ("official", "demo") if one in set(frame["provenance"])
    ]
    return say("tell_source", language, text=say("tell_semicolon", language).join(origins))
