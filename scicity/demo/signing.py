"""The projects of the demonstration: how many are signed in each month, for how much, and how far each one comes.

Amounts are whole hundredths of 亿元, so that a month's projects add up to its sum to the last digit. Only sums,
products and quotients are used, which are the same on every machine.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from scicity import places

DAYS = 28  # every month has them
KEPT_INVESTOR = 9  # each ninth project is by the investor of the one before
FORTUNE_IN = 60  # one in so many draws is of a Fortune 500 investor, outside the event


@dataclass(frozen=True)
class Project:
    """One project. draw: its place in the draw. stages: (form column, day), every day it will ever report.

    luck: how near the upper end its funds are, 0 to 1. event: signed at the event of the settings.
    """

    draw: int
    core: bool
    event: bool
    signed_on: str
    amount: int
    subfield: str
    is_sci_tech: bool
    investor: str
    investor_kind: str
    is_fortune500: bool
    origin: str
    luck: float
    stages: tuple[tuple[str, date], ...]


@cache
def settings() -> dict[str, Any]:
    """data/demo/projects.toml."""
    return tomllib.loads((places.DEMO / "projects.toml").read_text(encoding="utf-8"))


@cache
def fields() -> tuple[str, ...]:
    """The form's columns of stages after signing, in order."""
    return tuple(stage["name"] for stage in settings()["stages"])


@cache
def signed() -> tuple[Project, ...]:
    """Every project of both ledgers, in the order of the draw."""
    found: list[Project] = []
    for place in _places():
        found.append(_project(len(found) + 1, place))
    return tuple(found)


@dataclass(frozen=True)
class _Place:
    """What is settled before the draw: ledger, month, amount, tier, whether sci-tech, at the event, Fortune 500."""

    core: bool
    month: str
    amount: int
    is_sci_tech: bool
    event: bool
    is_fortune500: bool


def _places() -> Iterator[_Place]:
    told, event = settings(), settings()["event"]
    for scope, months in told["months"].items():
        for month, (projects, ge100, ge10, total, sci_tech) in months.items():
            core = scope == "ZGY"
            tiers = (ge100, ge10, projects - ge100 - ge10)
            amounts = split(Random(f"{told['seed']}/{scope}/{month}"), tiers, round(total * 100))
            here = _at_event(tiers) if core and month == event["month"] else [False] * projects
            for at, amount in enumerate(amounts):
                yield _Place(core, month, amount, _spread(at, sci_tech, projects), here[at], False)
    yield from _beside()


def _beside() -> Iterator[_Place]:
    """The event's projects outside the core area: they bring its sum to the published one."""
    told, event = settings(), settings()["event"]
    total, ge100, ge10 = event["beside"]
    months = told["months"]["ZGY"][event["month"]]
    tiers = (months[1], months[2], months[0] - months[1] - months[2])
    amounts = split(Random(f"{told['seed']}/ZGY/{event['month']}"), tiers, round(months[3] * 100))
    core = sum(amount for amount, here in zip(amounts, _at_event(tiers), strict=True) if here)
    rest = round(event["amount"] * 100) - core
    dice = Random(f"{told['seed']}/event")
    for at, amount in enumerate(split(dice, (ge100, ge10, total - ge100 - ge10), rest)):
        fortune = (
            at % (total // event["fortune500"]) == 0 and at // (total // event["fortune500"]) < event["fortune500"]
        )
        yield _Place(False, event["month"], amount, _spread(at, event["sci_tech"], total), True, fortune)


def _at_event(tiers: Sequence[int]) -> list[bool]:
    """Which of the core area's projects of that month, listed tier by tier, were signed at the event."""
    return [at < there for size, there in zip(tiers, settings()["event"]["core"], strict=True) for at in range(size)]


def _spread(at: int, some: int, among: int) -> bool:
    """Whether place `at` is one of `some` spread evenly over `among` places."""
    return (at + 1) * some // among > at * some // among


def split(dice: Random, tiers: Sequence[int], total: int) -> list[int]:
    """Amounts in hundredths of 亿元 that add up to `total`, so many in each tier; ValueError where that can't be."""
    bounds = [
        (round(low * 100), round(high * 100))
        for size, (low, high) in zip(tiers, settings()["tiers"].values(), strict=True)
        for _ in range(size)
    ]
    amounts = [low + int((high - low) * dice.random() * dice.random()) for low, high in bounds]
    if not sum(low for low, _ in bounds) <= total <= sum(high for _, high in bounds):
        raise ValueError(f"{total / 100}亿元 can't be split over tiers of {', '.join(map(str, tiers))} projects")
    # each takes its part of what is missing, as far as its tier allows; the last hundredths go one by one
    for at in range(len(bounds)):
        short = total - sum(amounts)
        slack = [(top - have if short > 0 else have - floor)
                 for have, (floor, top) in zip(amounts[at:], bounds[at:], strict=True)]  # fmt: skip
        step = -(-abs(short) * slack[0] // sum(slack)) if sum(slack) else 0
        amounts[at] += step if short > 0 else -step
    return amounts


def _project(draw: int, place: _Place) -> Project:
    told = settings()
    dice = Random(f"{told['seed']}/{draw}")
    number = int(place.month[5:])
    # 1—2月 is one row of the settings and two months of the calendar
    month = number - (number == 2 and dice.random() < 0.5)
    day = date(int(place.month[:4]), month, 1 + int(dice.random() * DAYS))
    fortune = place.is_fortune500 or (not place.event and int(dice.random() * FORTUNE_IN) == 0)
    kind = _drawn(dice, told["investor_kinds"])
    return Project(
        draw=draw,
        core=place.core,
        event=place.event,
        signed_on=day.isoformat(),
        amount=place.amount,
        subfield=_drawn(dice, told["sci_tech_fields" if place.is_sci_tech else "other_fields"]),
        is_sci_tech=place.is_sci_tech,
        investor=told["investor"].format(number=draw if fortune or draw % KEPT_INVESTOR else draw - 1),
        investor_kind=kind,
        is_fortune500=fortune,
        origin=next(reversed(told["origins"])) if kind == "外企" else _drawn(dice, told["origins"]),
        luck=dice.random(),
        stages=tuple(_stages(dice, day)),
    )


def _stages(dice: Random, day: date) -> Iterator[tuple[str, date]]:
    """The days on which it reaches its stages, as far as it comes."""
    if dice.random() * 100 < settings()["unreported"]["of_hundred"]:
        return
    for stage in settings()["stages"]:
        least, most = stage["days"]
        day += timedelta(days=least + int((most - least) * dice.random()))
        if dice.random() * 100 >= stage["reached"]:
            return
        yield stage["name"], day


def _drawn(dice: Random, weights: dict[str, int]) -> str:
    """One of the names, by weight."""
    at = dice.random() * sum(weights.values())
    for name, weight in weights.items():
        at -= weight
        if at < 0:
            return name
    return name
