"""The demonstration ledger of incubators and maker spaces: one file a release, true for the month before it.

Anonymous carriers with dates; only the two published counts are met. The same settings give the same files.
"""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from scicity import periods, places
from scicity.demo.planned import PlannedReport, write_ledger

FORM = "incubator_list"
COUNTED = ("tenants", "graduates")


def reports(published_on: str, folder: Path) -> list[PlannedReport]:
    """The ledger files that reach the office for the release of that day; none for a day without a ledger.

    Raises ValueError where the settings miss a published count.
    """
    settings = _settings()
    month = settings["ledgers"].get(published_on)
    if not month:
        return []
    _refuse_missed_targets(settings)
    files = [write_ledger(FORM, folder / f"incubators_{month}.csv", ledger(month))]
    restated = settings["restated"]
    if restated["published_on"] == published_on:
        row = ledger(restated["month"])[restated["number"] - 1] | {"tenants": str(restated["tenants"])}
        files.append(write_ledger(FORM, folder / f"incubators_{restated['month']}_correction.csv", [row]))
    return files


def ledger(month: str) -> list[dict[str, str]]:
    """The rows true at the end of that month, by column: every carrier recognised until then, withdrawn ones too."""
    numbered = enumerate(_settings()["incubators"], 1)
    return [_row(number, one, month) for number, one in numbered if one["recognised_on"][:7] <= month]


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads((places.DEMO / "incubators.toml").read_text(encoding="utf-8"))


def _row(number: int, one: dict[str, Any], month: str) -> dict[str, str]:
    withdrawn = one.get("withdrawn_on", "")
    return {
        "month": periods.label(month),
        "incubator_code": f"DEMOF{number:02d}",
        "incubator_name": _settings()["words"]["name"].format(number=number),
        "level": one["level"],
        "host": one["host"],
        "district": one["district"],
        "recognised_on": one["recognised_on"],
        "withdrawn_on": withdrawn if withdrawn[:7] <= month else "",
        **{name: str(one[name] + _gained(number, name, month)) for name in COUNTED if not withdrawn},
        "graduates_three_years": str(one["three"]),
        "alive_three_years": str(one["alive"]),
        "area": str(one["area"]),
    }


def _gained(number: int, name: str, month: str) -> int:
    """What a carrier gained between the first ledger and the end of `month`: none to three a month."""
    first = min(_settings()["ledgers"].values())
    months = periods.between(first, month)[1:]
    most = 3 if name == "tenants" else 1
    return sum(random.Random(f"{_settings()['seed']} {number} {name} {one}").randint(0, most) for one in months)


def _refuse_missed_targets(settings: dict[str, Any]) -> None:
    last = max(settings["ledgers"].values())
    standing = [one for one in settings["incubators"] if not one.get("withdrawn_on")]
    counts = {"ALL": len(standing), "national": sum(one["level"] == "国家级" for one in standing)}
    for target in settings["targets"]:
        if counts[target["item"]] != target["value"]:
            raise ValueError(
                f"data/demo/incubators.toml gives {counts[target['item']]} at the end of {last}; "
                f"{target['fact']} says {target['value']}. Add or take away an incubator."
            )
