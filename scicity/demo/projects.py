"""The demonstration ledgers of signed projects: what the core area and the whole science city report by each release.

A project is reported when it is signed, and again whenever a stage is reached or funds arrive. Every core project
stands in the KXC ledger as well. The same settings give the same files; the published counts and amounts are met.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from scicity.demo.planned import PlannedReport, write_ledger
from scicity.demo.signing import Project, fields, settings, signed
from scicity.measures import taxonomy

FORM = "project_ledger"
BIG, LARGE = 10_000, 1_000  # 100 and 10亿元, in hundredths of 亿元
YES_NO = {True: "是", False: "否"}
SCOPES = {"ZGY": "核心区", "KXC": "科学城全域"}


def reports(published_on: str, folder: Path) -> list[PlannedReport]:
    """The ledger file new in the release of that day: new projects, and those whose progress changed since the last.

    No file for a day the settings don't name. Raises ValueError when the ledgers miss a published figure.
    """
    until = settings()["releases"]
    if published_on not in until:
        return []
    now = until[published_on]
    before = max((day for one, day in until.items() if one < published_on), default="")
    rows = [row for row in ledger(now) if row not in ledger(before)]
    return [write_ledger(FORM, folder / f"{settings()['file'].format(month=now[:7])}.csv", rows)]


@cache
def ledger(as_of: str) -> tuple[dict[str, str], ...]:
    """Both ledgers as they stood at the end of that day ('' for nothing yet), values as the form spells them."""
    if not as_of:
        return ()
    return tuple(_row(scope, number, one, as_of) for scope, number, one in _entries() if one.signed_on <= as_of)


@cache
def _entries() -> tuple[tuple[str, int, Project], ...]:
    """Every entry: scope, its number in that scope's ledger, the project; checked against the published figures."""
    found: list[tuple[str, int, Project]] = []
    for scope in SCOPES:
        own = sorted((one for one in signed() if scope == "KXC" or one.core), key=lambda one: (one.signed_on, one.draw))
        found += [(scope, number, one) for number, one in enumerate(own, 1)]
    for fact in settings()["facts"]:
        _meet(fact, [one for scope, _, one in found if scope == fact["scope"]])
    return tuple(found)


def _meet(fact: dict[str, Any], projects: list[Project]) -> None:
    """Raises ValueError unless the ledger comes to the published figure, to its last digit."""
    year = fact.get("to", "")[:4]
    chosen = [
        one for one in projects
        if (one.event if "event" in fact else year <= one.signed_on and one.signed_on[:7] <= fact["to"])
    ]  # fmt: skip
    counted = {
        "projects": len(chosen),
        "amount": sum(one.amount for one in chosen) / 100,
        "ge100": sum(one.amount >= BIG for one in chosen),
        "ge10": sum(LARGE <= one.amount < BIG for one in chosen),
        "fortune500": len({one.investor for one in chosen if one.is_fortune500}),
    }[fact["what"]]
    if counted != fact["value"]:
        raise ValueError(f"'{fact['fact']}': {fact['value']} expected, the ledger gives {counted}")


def _row(scope: str, number: int, one: Project, as_of: str) -> dict[str, str]:
    told = settings()
    field = told["other"] if one.subfield == taxonomy.OTHER else taxonomy.item(one.subfield).name_zh
    dates = {stage: day.isoformat() for stage, day in _reached(one, as_of)}
    return {
        "project_code": told["code"].format(scope=scope, number=number),
        "project_name": told["project"].format(number=one.draw, field=field),
        "scope": SCOPES[scope],
        "signed_on": one.signed_on,
        "subfield": field,
        "is_sci_tech": YES_NO[one.is_sci_tech],
        "contract_amount": _amount(one.amount),
        "investor_code": one.investor,
        "investor_kind": one.investor_kind,
        "is_fortune500": YES_NO[one.is_fortune500],
        "origin": one.origin,
        # the core area's ledger does not say at which event a project was signed
        "event": told["event"]["name"] if one.event and scope == "KXC" else "",
        **{stage: dates.get(stage, "") for stage in fields()},
        "funds_in_place": _amount(_funds(one, as_of)),
        "unit": told["unit"],
    }


def _reached(one: Project, as_of: str) -> Iterator[tuple[str, date]]:
    return ((stage, day) for stage, day in one.stages if day.isoformat() <= as_of)


def _funds(one: Project, as_of: str) -> int:
    """Hundredths of 亿元 in place: a share of the contract that grows with the stage reached."""
    stage = max((stage for stage, _ in _reached(one, as_of)), key=fields().index, default="signed_on")
    least, most = settings()["funds"][stage]
    return round(one.amount * (least + (most - least) * one.luck) / 100)


def _amount(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}"
