"""The places of the finance system 1+1+N and what the office has assigned to them; nothing is assigned by us."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scicity import places
from scicity.wording import Language

SLOTS = {"first": "1", "second": "1", "many": "N"}


@dataclass(frozen=True)
class Slot:
    """One place: its sign, and the names assigned to it (zh, en); none while the office has not confirmed any."""

    sign: str
    assigned: tuple[tuple[str, str], ...] = ()

    def names(self, language: Language = "zh") -> tuple[str, ...]:
        return tuple(pair[language == "en"] for pair in self.assigned)


@cache
def slots(path: Path = places.PROJECT / "data" / "finance.toml") -> tuple[Slot, ...]:
    """The three places in their order. A place the file does not know, or a name short of a language, raises."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))["slots"]
    unknown = set(written) - set(SLOTS)
    if unknown:
        raise ValueError(f"{path.name}, slots: no place '{min(unknown)}'; there are {', '.join(SLOTS)}.")
    return tuple(
        Slot(sign, tuple((one["name_zh"], one["name_en"]) for one in written.get(key, ())))
        for key, sign in SLOTS.items()
    )
