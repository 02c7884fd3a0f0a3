"""Ledgers of finance become cells: the platform's stocks, what is stated about funds, and credit loans since the start.

All are points in time (span 'point'): running totals and stocks that nobody adds over months. No loan, borrower or bank
goes out; a sub-field with few borrowers is withheld, and a second one with it where one alone could be subtracted.
"""

import csv
from collections.abc import Collection, Iterator

import duckdb
import pandas as pd

from scicity import disclosure, periods, places
from scicity.contracts import contract
from scicity.marts.industry import CELLS, SCOPE
from scicity.measures import taxonomy
from scicity.measures.working_days import calendar

FORMS = ("finance_platform", "fund_list", "credit_loans")
PLATFORM = {"enterprises": "家", "institutions": "家", "products": "项", "requests_filed": "件", "matched_count": "件",
            "matched_amount": "亿元"}  # fmt: skip
FUND = {"planned": "亿元", "paid_in": "亿元", "invested": "亿元"}
CREDIT = {"loans": "笔", "borrowers": "家", "amount": "亿元", "timed": "笔", "days_median": "工作日",
          "days_p90": "工作日", "first_share": "%"}  # fmt: skip
# of a sub-field no amount goes out at all: the sum of few loans tells each of them
BY_SUBFIELD = ("loans", "timed", "days_median", "first_share")
DISTRIBUTED = 10  # fewer loans make no distribution
ITEMS = ("classification", "item", "level", "parent", "rank", "measure", "name_zh", "name_en")
STATEMENTS = ("item", "as_of", "period_end", "planned", "qualifier", "paid_in", "invested", "provenance", "status")


def tables(
    connection: duckdb.DuckDBPyConnection, hidden_before: Collection[tuple[str, str]] = ()
) -> dict[str, pd.DataFrame]:
    """The tables of finance.duckdb: cells, items, fund_statements (one row a fund and day) and credit_days.

    A form nobody has reported gives no cells. hidden_before changes nothing: cells are withheld month by month, and a
    month that was withheld holds the same few loans in every later release. credit_days: loans by working days.
    """
    there = {row[0] for row in connection.execute("select table_name from information_schema.tables").fetchall()}
    platform = _made(connection, "platform") if "finance_platform_submitted" in there else pd.DataFrame()
    funds = _made(connection, "funds") if "fund_list_submitted" in there else pd.DataFrame(columns=[*STATEMENTS])
    credit, days = _credit(connection, platform) if "credit_loans_submitted" in there else (pd.DataFrame(), _no_days())
    cells = [*_platform_cells(platform), *_fund_cells(funds), *_credit_cells(credit)]
    frame = pd.DataFrame(cells, columns=list(CELLS))
    order = ["classification", "item", "indicator", "period_end"]
    return {
        "cells": frame.sort_values(order, ignore_index=True),
        "items": items(funds),
        "fund_statements": funds.loc[:, list(STATEMENTS)].sort_values(["item", "as_of"], ignore_index=True),
        "credit_days": days,
    }


def withheld(credit: pd.DataFrame, minimum: int) -> pd.Series:
    """Which rows of sub-fields may not be told: fewer than `minimum` borrowers, and a partner for one that is alone.

    credit: period_end, item, loans, borrowers. The total of all sub-fields is told, so one withheld sub-field alone
    would follow from it; the next smallest is then withheld too.
    """
    fields = credit["item"] != taxonomy.TOTAL
    hidden = fields & (credit["borrowers"] < minimum)
    for _, rows in credit[fields].groupby("period_end"):
        shown = rows[~hidden[rows.index]]
        if hidden[rows.index].sum() == 1 and len(shown):
            hidden[shown.sort_values(["loans", "item"]).index[0]] = True
    return hidden


def items(funds: pd.DataFrame) -> pd.DataFrame:
    """What the cells are about: the platform, each fund by the name it last bore, all loans, and the sub-fields."""
    with (places.TAXONOMY / "finance.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            tuple(row[name] if name != "rank" else int(row[name]) for name in ITEMS) for row in csv.DictReader(file)
        ]
    last = funds.sort_values("as_of").drop_duplicates("item", keep="last") if len(funds) else funds
    for rank, one in enumerate(last.sort_values("item").itertuples() if len(last) else (), start=1):
        rows.append(("fund", one.item, "fund", "", rank, "stock", one.name_zh, one.name_en))
    for field in map(taxonomy.item, taxonomy.subfields()):
        rows.append(
            ("credit", field.code, field.level, taxonomy.TOTAL, field.rank, "stock", field.name_zh, field.name_en)
        )
    return pd.DataFrame(rows, columns=list(ITEMS))


def _made(connection: duckdb.DuckDBPyConnection, step: str) -> pd.DataFrame:
    connection.execute(f"create or replace table {step} as {contract(f'marts/finance/{step}').statement}")
    return connection.execute(f"select * from {step}").df()


def _credit(connection: duckdb.DuckDBPyConnection, platform: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Loans since the start at each month's end, and their working days; nothing before the first loan was paid."""
    numbered = pd.DataFrame(calendar().numbered(), columns=["day", "number"])
    _lay(connection, "working_calendar", numbered)
    loans = _made(connection, "loans")
    if loans.empty:
        return pd.DataFrame(), _no_days()
    # the ledger goes on as long as the platform's reports do: months without a pay-out stand too
    last = max([*loans["paid_month"], *(platform["month"] if len(platform) else [])])
    months = periods.between(_house_month(min(loans["paid_month"])), _house_month(last))
    _lay(connection, "finance_months", pd.DataFrame({"month": months}))
    credit, days = _made(connection, "credit"), _made(connection, "credit_days")
    enough = set(credit.loc[(credit["item"] == taxonomy.TOTAL) & (credit["timed"] >= DISTRIBUTED), "period_end"])
    told = days[days["period_end"].isin(enough)].sort_values(["period_end", "days"], ignore_index=True)
    return credit, told


def _lay(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    connection.register("frame_to_lay", frame)
    connection.execute(f"create or replace table {table} as select * from frame_to_lay")
    connection.unregister("frame_to_lay")


def _no_days() -> pd.DataFrame:
    return pd.DataFrame({"period_end": pd.Series(dtype="str"), "days": pd.Series(dtype="int64"),
                         "loans": pd.Series(dtype="int64"), "provenance": pd.Series(dtype="str")})  # fmt: skip


def _house_month(month: str) -> str:
    """January is reported with February."""
    return f"{month[:4]}-02" if month.endswith("-01") else month


def _platform_cells(platform: pd.DataFrame) -> Iterator[tuple]:
    for row in platform.to_dict("records"):
        for indicator, unit in PLATFORM.items():
            yield _cell(("platform", taxonomy.TOTAL, indicator), row["month"], row[indicator], unit, row)


def _fund_cells(funds: pd.DataFrame) -> Iterator[tuple]:
    """The last statement of each month; earlier ones of the month stay in fund_statements."""
    last = funds.sort_values("as_of").drop_duplicates(["item", "period_end"], keep="last") if len(funds) else funds
    for row in last.to_dict("records"):
        for indicator, unit in FUND.items():
            qualifier = row["qualifier"] if indicator == "planned" else "exact"
            cell = _cell(("fund", row["item"], indicator), row["period_end"], row[indicator], unit, row, qualifier)
            yield cell


def _credit_cells(credit: pd.DataFrame) -> Iterator[tuple]:
    if credit.empty:
        return
    minimum = disclosure.settings().minimum_contributors
    hidden = withheld(credit, minimum)
    for row, hide in zip(credit.to_dict("records"), hidden, strict=True):
        whole = row["item"] == taxonomy.TOTAL
        for indicator in CREDIT if whole else BY_SUBFIELD:
            value = row[indicator]
            # one loan's amount, or a tail that is a single loan, is no statistic
            if (whole and row["borrowers"] < minimum) or (indicator == "days_p90" and row["timed"] < DISTRIBUTED):
                value = None
            shown = {**row, "status": "suppressed"} if hide else row
            key = ("credit", row["item"], indicator)
            yield _cell(key, row["period_end"], None if hide else value, CREDIT[indicator], shown)


def _cell(
    key: tuple[str, str, str], month: str, value: object, unit: str, row: dict, qualifier: str = "exact"
) -> tuple:
    """One cell in the order of CELLS. A number that is not there is not published, unless it is withheld."""
    missing = bool(pd.isna(value))
    status = "not_published" if missing and row["status"] != "suppressed" else row["status"]
    number = None if missing else float(str(value))
    return (SCOPE, *key, month, month, "point", number, None, unit, qualifier, status, row["provenance"],
            row["source_id"])  # fmt: skip
