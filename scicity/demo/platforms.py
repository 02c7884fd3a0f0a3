"""The demonstration ledger of R&D platforms: one file a release, true for the month before it.

Anonymous platforms, drawn once from a seed; only the published count is met. The same settings give the same files.
"""

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scicity import periods, places
from scicity.demo.planned import PlannedReport, write_ledger

FORM = "platform_list"
FIRST_YEAR = 2008


@dataclass(frozen=True)
class Platform:
    """One platform. kinds: two where it bears two titles. Dates 'YYYY-MM-DD'; withdrawn_on '' while it stands."""

    number: int
    kinds: tuple[str, ...]
    subfield: str
    level: str
    staff: int
    recognised_on: str
    withdrawn_on: str = ""


def reports(published_on: str, folder: Path) -> list[PlannedReport]:
    """The ledger file that reaches the office for the release of that day; none for a day without a ledger.

    Raises ValueError where the settings miss the published count.
    """
    month = _settings()["ledgers"].get(published_on)
    return [write_ledger(FORM, folder / f"platforms_{month}.csv", ledger(month))] if month else []


def ledger(month: str) -> list[dict[str, str]]:
    """The rows true at the end of that month, by column: one a title, withdrawn platforms too."""
    known = [one for one in platforms() if one.recognised_on[:7] <= month]
    return [_row(one, kind, month) for one in known for kind in one.kinds]


@cache
def platforms() -> tuple[Platform, ...]:
    """All platforms there ever were, by number."""
    settings = _settings()
    draw = random.Random(settings["seed"])
    dates = [
        f"{draw.randint(FIRST_YEAR, 2017)}-{draw.randint(1, 12):02d}-{_day(draw)}" for _ in range(settings["opening"])
    ]
    dates = sorted(dates)
    withdrawn: dict[int, str] = {}
    for month, (added, removed) in settings["changes"].items():
        dates += sorted(f"{month}-{_day(draw)}" for _ in range(added))
        # the oldest ones go
        withdrawn |= {len(withdrawn) + at: f"{month}-{_day(draw)}" for at in range(removed)}
    _refuse_missed_target(len(dates) - len(withdrawn), settings)
    levels = _levels(draw, len(dates), set(withdrawn), settings)
    return tuple(
        _drawn(draw, number, day, withdrawn.get(number, ""), levels.get(number, "")) for number, day in enumerate(dates)
    )


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads((places.DEMO / "platforms.toml").read_text(encoding="utf-8"))


def _day(draw: random.Random) -> str:
    return f"{draw.randint(1, 28):02d}"


def _levels(draw: random.Random, count: int, gone: set[int], settings: dict[str, Any]) -> dict[int, str]:
    """The few platforms that state their level."""
    stated = [level for level, many in settings["stated_levels"].items() for _ in range(many)]
    chosen = draw.sample([number for number in range(count) if number not in gone], len(stated))
    return dict(zip(chosen, stated, strict=True))


def _drawn(draw: random.Random, number: int, day: str, withdrawn_on: str, level: str) -> Platform:
    settings = _settings()
    kinds = draw.choices(list(settings["kinds"]), list(settings["kinds"].values()))
    # the second title of the last ones drawn before the first month
    if settings["opening"] - settings["double_titles"] <= number < settings["opening"]:
        kinds.append(next(kind for kind in settings["kinds"] if kind not in kinds))
    (subfield,) = draw.choices(list(settings["subfields"]), list(settings["subfields"].values()))
    level = level or settings["words"]["unstated"]
    return Platform(number + 1, tuple(kinds), subfield, level, draw.randint(8, 60), day, withdrawn_on)


def _row(one: Platform, kind: str, month: str) -> dict[str, str]:
    words = _settings()["words"]
    return {
        "month": periods.label(month),
        "platform_code": f"DEMOP{one.number:03d}",
        "platform_name": words["name"].format(number=one.number),
        "kind": kind,
        "level": one.level,
        "host": words["host"].format(number=one.number),
        "subfield": one.subfield if one.subfield != "OTH" else "其他",
        "recognised_on": one.recognised_on,
        "withdrawn_on": one.withdrawn_on if one.withdrawn_on[:7] <= month else "",
        "staff": str(one.staff),
    }


def _refuse_missed_target(standing: int, settings: dict[str, Any]) -> None:
    target = settings["target"]
    if standing != target["value"]:
        raise ValueError(
            f"data/demo/platforms.toml leaves {standing} platforms; {target['fact']} says {target['value']}. "
            "Correct the changes."
        )
