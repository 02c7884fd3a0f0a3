"""The demonstration ledgers of finance: the platform's months, two funds as published, and anonymous credit loans.

Running totals end at the published figures to the last digit. Drawn with a seed, so the same settings give the same
files on any machine. What is not published (requests filed, paid-in capital, investment) stays blank.
"""

import math
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from scicity import periods, places
from scicity.demo.planned import PlannedReport, write_ledger
from scicity.measures import taxonomy
from scicity.measures.working_days import calendar

Row = dict[str, str]
COUNTS = ("enterprises", "institutions", "products", "matched_count")
UNIT = "万元"


def reports(published_on: str, folder: Path) -> list[PlannedReport]:
    """The ledger files new in the release of that day; none for a day the settings do not name."""
    until = {stage["published_on"]: stage["until"] for stage in _told()["releases"]}
    if published_on not in until:
        return []
    now = until[published_on]
    before = max((month for day, month in until.items() if day < published_on), default="")
    written = [
        ("finance_platform", platform_rows(before, now)),
        ("fund_list", fund_rows(before, now)),
        ("credit_loans", loan_rows(before, now)),
    ]
    return [write_ledger(form, folder / f"{form}_{now}.csv", rows) for form, rows in written if rows]


def platform_rows(before: str, now: str) -> list[Row]:
    """The platform's months after `before` up to `now`, as the office had them then."""
    wrong = _told()["platform"]["correction"]
    found = []
    for row in _platform():
        fresh = before < row["month"] <= now
        if row["month"] == wrong["month"] and fresh:
            row = {**row, wrong["column"]: str(int(row[wrong["column"]]) - wrong["short_by"])}
        # the report after the wrong one brings the month again, put right
        if fresh or row["month"] == wrong["month"] == before:
            found.append({**row, "month": periods.label(row["month"]), "unit": UNIT})
    return found


def fund_rows(before: str, now: str) -> list[Row]:
    """What is stated about the funds as of a day after the month `before` up to the end of `now`."""
    stated = [row for row in _told()["funds"] if before < row["as_of"][:7] <= now]
    return [{name: str(value) for name, value in row.items()} | {"unit": "亿元"} for row in stated]


def loan_rows(before: str, now: str) -> list[Row]:
    """The loans that were new or went on after the month `before`, as the ledger stood at the end of `now`."""
    found = []
    for row in _loans():
        stages = [row[name][:7] for name in ("applied_on", "approved_on", "paid_on")]
        if any(before < stage <= now for stage in stages):
            hidden = {name: "" for name in ("approved_on", "paid_on") if row[name][:7] > now}
            found.append({**row, **hidden, "unit": UNIT})
    return found


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((places.DEMO / "finance.toml").read_text(encoding="utf-8"))


# ---- the platform --------------------------------------------------------------------------------------------------


@cache
def _platform() -> tuple[Row, ...]:
    """Every month's running totals: first and last month as told, what lies between shared out by weight."""
    told = _told()["platform"]
    months = periods.between(told["first_month"], told["last_month"])
    counts = {name: _running(name, months) for name in COUNTS}
    amounts = _amounts(counts["matched_count"])
    return tuple(
        {"month": month, **{name: str(counts[name][at]) for name in COUNTS}, "matched_amount": f"{amounts[at]:.2f}"}
        for at, month in enumerate(months)
    )


def _running(name: str, months: Sequence[str]) -> list[int]:
    """A running total from its first to its last value, growing faster as time goes on."""
    told = _told()["platform"]
    dice = Random(f"{_told()['seed']}/{name}")
    weights = [
        periods.months_in(month)
        * (1 + (told["quickening"] - 1) * at / len(months))
        * (1 + told["luck"] * (2 * dice.random() - 1))
        for at, month in enumerate(months[1:])
    ]
    steps = _shared(told["last"][name] - told["first"][name], weights)
    return [told["first"][name] + sum(steps[:at]) for at in range(len(months))]


def _amounts(matched: Sequence[int]) -> list[float]:
    """The running amount in 万元: each month's requests at a mean of its own, together the published total."""
    told = _told()["platform"]
    dice = Random(f"{_told()['seed']}/amounts")
    steps = [later - earlier for earlier, later in zip(matched, matched[1:], strict=False)]
    weights = [step * (0.7 + 0.6 * dice.random()) for step in steps]
    shares = _shared((told["last"]["matched_amount"] - told["first"]["matched_amount"]) * 100, weights)
    return [told["first"]["matched_amount"] + sum(shares[:at]) / 100 for at in range(len(matched))]


def _shared(whole: int, weights: Sequence[float]) -> list[int]:
    """`whole` in whole parts by weight: rounded down, the rest to the largest remainders."""
    exact = [whole * weight / sum(weights) for weight in weights]
    parts = [math.floor(one) for one in exact]
    order = sorted(range(len(parts)), key=lambda at: parts[at] - exact[at])
    for at in order[: whole - sum(parts)]:
        parts[at] += 1
    return parts


# ---- loans ---------------------------------------------------------------------------------------------------------


@cache
def _loans() -> tuple[Row, ...]:
    """Every loan with all its days, in the order of application."""
    told = _told()["loans"]
    dice = Random(f"{_told()['seed']}/loans")
    days, fields = sorted(_days(told, dice)), _fields(told, dice)
    firms = _firms(told, fields, dice)
    seen: set[str] = set()
    found = []
    for number, (day, field, firm) in enumerate(zip(days, fields, firms, strict=True), start=1):
        first = firm not in seen and dice.random() < told["first_share"]
        seen.add(firm)
        found.append(_loan(number, day, field, firm, first, dice))
    return tuple(found)


def _days(told: dict[str, Any], dice: Random) -> Iterator[date]:
    """Working days of application, denser towards the end."""
    first, last = date.fromisoformat(told["first_day"]), date.fromisoformat(told["last_day"])
    for _ in range(told["count"]):
        day = date.fromordinal(first.toordinal() + int((last - first).days * dice.random() ** 0.6))
        yield day if calendar().is_working(day) else calendar().after(day, 1)


def _fields(told: dict[str, Any], dice: Random) -> list[str]:
    fields = [field for field, count in told["subfields"].items() for _ in range(count)]
    dice.shuffle(fields)
    if len(fields) != told["count"]:
        raise ValueError(f"data/demo/finance.toml: {told['count']} loans, but the sub-fields hold {len(fields)}.")
    return fields


def _firms(told: dict[str, Any], fields: Sequence[str], dice: Random) -> list[str]:
    """A borrower a loan; where a sub-field has had one before, a few come again."""
    again = told["count"] - told["enterprises"]
    repeats = set(dice.sample(range(told["count"] // 2, told["count"]), again))
    found: list[str] = []
    for at, field in enumerate(fields):
        earlier = [firm for firm, other in zip(found, fields, strict=False) if other == field]
        found.append(earlier[int(dice.random() * len(earlier))] if at in repeats and earlier else f"DEMO-C{at + 1:03d}")
    return found


def _loan(number: int, applied: date, field: str, firm: str, first: bool, dice: Random) -> Row:
    told = _told()["loans"]
    taken = max(2, round(told["days_median"] * math.exp(dice.gauss(0, told["days_spread"]))))
    judged = max(1, round(taken * (0.4 + 0.35 * dice.random())))
    sizes = told["sizes"]
    return {
        "loan_code": f"DEMO-L{number:03d}",
        "enterprise_code": firm,
        "bank": f"DEMO-B{1 + int(dice.random() * told['banks'])}",
        "subfield": taxonomy.item(field).name_zh,
        "size": dice.choices(list(sizes), weights=list(sizes.values()))[0],
        "applied_on": applied.isoformat(),
        "approved_on": calendar().after(applied, judged).isoformat(),
        "paid_on": calendar().after(applied, taken).isoformat(),
        "amount": str(told["amounts"][int(dice.random() * len(told["amounts"]))]),
        "first_loan": "是" if first else "否",
    }
