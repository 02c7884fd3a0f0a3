"""The two parameters of the rule, read from data/settings.toml and known to nobody who reads the pages."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from scicity import places


@dataclass(frozen=True)
class Settings:
    """An item needs `minimum_contributors`, and what its two largest leave over must reach `p_pct` % of the largest.

    Senseless values raise ValueError: below two contributors, or without a protection in per cent, nothing is safe.
    """

    minimum_contributors: int
    p_pct: float

    def __post_init__(self) -> None:
        if self.minimum_contributors < 2:
            raise ValueError(
                f"minimum_contributors is {self.minimum_contributors}: write a whole number of at least 2."
            )
        if not 0 < self.p_pct <= 100:
            raise ValueError(f"p_pct is {self.p_pct}: write per cent, above 0 and at most 100.")


def settings(path: Path = places.SETTINGS) -> Settings:
    """The section [disclosure] of the settings file; a missing section or key raises KeyError naming the file."""
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        section = sections["disclosure"]
        return Settings(minimum_contributors=section["minimum_contributors"], p_pct=section["p_pct"])
    except KeyError as missing:
        raise KeyError(
            f"{path.name} lacks {missing}: write [disclosure] with minimum_contributors and p_pct."
        ) from None
