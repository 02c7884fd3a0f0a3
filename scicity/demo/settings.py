"""What the model is told: the entries of `data/demo/industry.toml` as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Membership = Literal["both", "high_tech", "strategic", "none"]


@dataclass(frozen=True)
class Block:
    """Enterprises of one sub-field that share their flags and their years.

    `size` is what they report together for 1—8月 of `last_year`, in 亿元. They report from `first_year` on:
    an earlier entry than the first month of the model means they were always there.
    """

    set: Membership
    firms: int
    size: float
    first_year: int = 0
    last_year: int = 9999


@dataclass(frozen=True)
class Subfield:
    """Growth in per cent on the year before: one number for 2018 and 2019, one an observation for 2020."""

    code: str
    growth_2018: float
    growth_2019: float
    growth_2020: tuple[float, ...]
    blocks: tuple[Block, ...]

    @property
    def industry(self) -> str:
        return self.code.partition("-")[0]


@dataclass(frozen=True)
class Target:
    """A published figure the model hits ('exact') or stays above ('over'): 亿元 to date, or a count of enterprises."""

    fact: str
    set: Literal["high_tech", "strategic", "above_scale"]
    measure: Literal["output", "enterprises"]
    month: str
    relation: Literal["exact", "over"]
    value: float


@dataclass(frozen=True)
class Group:
    """Enterprises under one roof, named sub-field/position."""

    code: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Revision:
    """A later correction of one month: (member, 万元 added to the month); the year to date follows to `last_month`."""

    month: str
    last_month: str
    file: str
    title: str
    habit: str
    changes: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Habit:
    """How a file looks: one reporting office's way with the same form."""

    kind: Literal["xlsx", "csv"]
    title: bool
    unit: Literal["line", "column", "header"]
    month: Literal["zh", "iso"]
    unit_name: str = "万元"
    encoding: str = "utf-8-sig"
    fields: Literal["name", "code"] = "name"
    gap: bool = False
    headers: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Series:
    """One file a month: the industries it holds, its title, and the habits it goes through in turn."""

    name: str
    title: str
    industries: tuple[str, ...]
    habits: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """A planned release: the last month of each series it knows, and whether the correction is in it."""

    published_on: str
    note: str
    until: Mapping[str, str]
    revision: bool = False


@dataclass(frozen=True)
class Settings:
    """Everything the model is told. Shares and growth as the file's comments say."""

    seed: str
    first_month: str
    last_month: str
    month_luck: float
    year_luck: float
    growth_wobble: float
    flatten: float
    entrant_jump: float
    minimum_change: int
    season: Mapping[str, tuple[float, ...]]
    targets: tuple[Target, ...]
    subfields: tuple[Subfield, ...]
    groups: tuple[Group, ...]
    revision: Revision
    words: Mapping[str, str]
    series: tuple[Series, ...]
    habits: Mapping[str, Habit]
    habit_of: Mapping[str, str]
    releases: tuple[Stage, ...]

    @property
    def first_year(self) -> int:
        return int(self.first_month[:4])

    @property
    def last_year(self) -> int:
        return int(self.last_month[:4])

    def target(self, set_name: str) -> Target:
        """The exact output target of a set."""
        return next(t for t in self.targets if (t.set, t.measure, t.relation) == (set_name, "output", "exact"))
