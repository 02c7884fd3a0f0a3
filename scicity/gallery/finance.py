"""The figures of the finance subject."""

from collections.abc import Mapping

import pandas as pd

from scicity import periods
from scicity.charts.finance_days import finance_days, finance_fields
from scicity.charts.finance_funds import finance_funds
from scicity.charts.finance_matches import finance_matches
from scicity.filters import Filters
from scicity.gallery import plots_subjects as native
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.narrative import finance as told
from scicity.wording import Language, say

FIRST = "2018-02"
PLATFORM: Columns = (
    ("period_label", "text"), ("platform_enterprises", "count"), ("platform_institutions", "count"),
    ("platform_products", "count"), ("matched_count", "count"), ("matched_100m_yuan", "fine"), ("new_count", "count"),
    ("new_100m_yuan", "fine"), ("average_10k_yuan", "rate"), ("status", "status"),
)  # fmt: skip
FUNDS: Columns = (
    ("fund_name", "text"), ("fund_as_of", "text"), ("qualifier_name", "text"), ("planned_100m_yuan", "amount"),
    ("paid_in_100m_yuan", "amount"), ("invested_100m_yuan", "amount"), ("leverage_times", "rate"), ("status", "status"),
)  # fmt: skip
DAYS: Columns = (("loan_days", "count"), ("loans", "count"))
FIELDS: Columns = (
    ("item_name", "text"), ("loans", "count"), ("days_median", "rate"), ("first_share_pct", "rate"),
    ("status", "status"),
)  # fmt: skip


def platform_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    renamed = {name: f"platform_{name}" for name in ("enterprises", "institutions", "products")}
    labels = [periods.label(month, "month", language) for month in frame["period"]]
    return frame.rename(columns=renamed).assign(period_label=labels)


def fund_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    exact = {
        "exact": "",
        **{kind: say(f"finance_size_{kind}", language, amount="").strip() for kind in ("over", "about")},
    }
    return frame.assign(
        fund_name=frame[f"name_{language}"],
        fund_as_of=frame["as_of"],
        qualifier_name=[exact[kind] for kind in frame["qualifier"]],
    )


def _to_month(filters: Filters) -> dict[str, str]:
    return {"month": filters.month}


def _about(frame: pd.DataFrame, filters: Filters, language: Language) -> Mapping[str, str]:
    """All are totals since the start or stocks, as of the month's end."""
    return {"period": say("finance_to", language, period=periods.label(filters.month, "month", language))}


def _about_loans(frame: pd.DataFrame, filters: Filters, language: Language) -> Mapping[str, str]:
    return {**_about(frame, filters, language), "unit": say("column_loan_days", language)}


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit(
        name="finance_matches",
        query="finance/platform",
        params=lambda filters: {"from_month": FIRST, "to_month": filters.month},
        draw=finance_matches,
        tell=lambda frame, filters, language: told.matches(frame, language, filters.unit),
        columns=PLATFORM,
        words=platform_words,
        plots=native.finance_matches,
        indicator="platform_matched_amount",
        about=_about,
    ),
    Exhibit(
        name="finance_funds",
        query="finance/funds",
        params=_to_month,
        draw=finance_funds,
        tell=plain(told.funds),
        columns=FUNDS,
        words=fund_words,
        plots=native.finance_funds,
        indicator="fund_target",
        about=_about,
    ),
    Exhibit(
        name="finance_days",
        query="finance/credit_days",
        params=_to_month,
        draw=finance_days,
        tell=plain(told.days),
        columns=DAYS,
        words=lambda frame, language: frame.assign(loan_days=frame["days"]),
        plots=native.finance_days,
        indicator="credit_days",
        about=_about_loans,
    ),
    Exhibit(
        name="finance_fields",
        query="finance/credit",
        params=_to_month,
        draw=finance_fields,
        tell=plain(told.fields),
        columns=FIELDS,
        words=lambda frame, language: frame.assign(item_name=frame[f"name_{language}"]),
        plots=native.finance_fields,
        indicator="credit_days",
        about=_about_loans,
    ),
)
