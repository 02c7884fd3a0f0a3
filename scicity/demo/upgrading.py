"""The demonstration ledger of enterprise upgrading: entry by entry, met to the published counts of 2020.

Drawn by weight with a seed, so the same settings give the same files on any machine.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from scicity import places
from scicity.demo.planned import PlannedReport, write_ledger
from scicity.measures import taxonomy

FORM = "upgrading_list"
DAYS = 28  # every month has them
PUBLISHED_TO = "2020-09"  # the article counts the year to September


def reports(published_on: str, folder: Path) -> list[PlannedReport]:
    """The ledger files new in the release of that day; none for a day the settings don't name.

    Raises ValueError when the entries of a kind miss its published count.
    """
    told, until = _told(), _told()["releases"]
    if published_on not in until:
        return []
    earlier = max((month for day, month in until.items() if day < published_on), default="")
    rows = [row for row in entries() if earlier < row["happened_on"][:7] <= until[published_on]]
    rows += [_restated(told["restated"])] if told["restated"]["released"] == published_on else []
    return [write_ledger(FORM, folder / f"upgrading_{until[published_on]}.csv", rows)]


@cache
def entries() -> tuple[dict[str, str], ...]:
    """Every entry as first reported, by kind and date; values as the form spells them."""
    found = [row for kind in _told()["kinds"] for row in _of_kind(kind)]
    for kind in _told()["kinds"]:
        counted = sum(row["kind"] == kind["code"] and "2020" < row["happened_on"][:7] <= PUBLISHED_TO for row in found)
        if counted != kind["published"]:
            raise ValueError(f"'{kind['fact']}': {kind['published']} expected, the ledger gives {counted}")
    return tuple(found)


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((places.DEMO / "upgrading.toml").read_text(encoding="utf-8"))


def _of_kind(kind: dict[str, Any]) -> Iterator[dict[str, str]]:
    told = _told()
    dice = Random(f"{told['seed']}/{kind['code']}")
    for year in (2019, 2020):
        number = 0
        for month, new in enumerate(kind[f"new_{year}"], 1):
            days = sorted(1 + int(dice.random() * DAYS) for _ in range(new))
            for day in days:
                number += 1
                code = told["code"].format(kind=kind["short"], year=year, number=number)
                yield _entry(kind, code, number, f"{year}-{month:02d}-{day:02d}", dice)


def _entry(kind: dict[str, Any], code: str, number: int, day: str, dice: Random) -> dict[str, str]:
    told = _told()
    field, size = _drawn(told["fields"], dice), _drawn(told["sizes"], dice)
    named = "project" if kind["subject_kind"] == "项目" else "enterprise"
    return {
        "code": code,
        "kind": kind["code"],
        "subject_kind": kind["subject_kind"],
        "name": told[named].format(number=number, field=_field(field)),
        "subfield": field,
        "size": size,
        "happened_on": day,
    }


def _drawn(weights: dict[str, int], dice: Random) -> str:
    """One of the keys, by weight; whole numbers only, so that every machine draws alike."""
    at = int(dice.random() * sum(weights.values()))
    for name, weight in weights.items():
        at -= weight
        if at < 0:
            return name
    return next(reversed(weights))


def _field(code: str) -> str:
    return _told()["other"] if code == taxonomy.OTHER else taxonomy.item(code).name_zh


def _restated(told: dict[str, str]) -> dict[str, str]:
    """An entry as corrected: the same number, another sub-field."""
    entry = next(row for row in entries() if row["code"] == told["code"])
    return entry | {"subfield": told["subfield"]}
