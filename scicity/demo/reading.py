"""Reads the model's settings; what cannot be built is refused by name."""

import tomllib
from pathlib import Path
from typing import Any

from scicity import places
from scicity.demo.checks import refuse_contradictions
from scicity.demo.settings import Block, Group, Habit, Revision, Series, Settings, Stage, Subfield, Target


def read_settings(path: Path | None = None) -> Settings:
    """The settings of `path` (`data/demo/industry.toml` when not given).

    Raises ValueError that names the entry when settings contradict each other or the taxonomy, TypeError for a key
    that does not exist.
    """
    told = tomllib.loads((path or places.DEMO / "industry.toml").read_text(encoding="utf-8"))
    told.pop("name")
    settings = Settings(
        **told
        | {
            "season": {industry: tuple(months) for industry, months in told["season"].items()},
            "targets": tuple(Target(**one) for one in told["targets"]),
            "subfields": tuple(_subfield(one) for one in told["subfields"]),
            "groups": tuple(Group(one["code"], tuple(one["members"])) for one in told["groups"]),
            "revision": _revision(told["revision"]),
            "series": tuple(_series(one) for one in told["series"]),
            "habits": {name: Habit(**one) for name, one in told["habits"].items()},
            "releases": tuple(Stage(**one) for one in told["releases"]),
        }
    )
    refuse_contradictions(settings)
    return settings


def _subfield(told: dict[str, Any]) -> Subfield:
    blocks = tuple(Block(**block) for block in told["blocks"])
    return Subfield(**told | {"growth_2020": tuple(told["growth_2020"]), "blocks": blocks})


def _series(told: dict[str, Any]) -> Series:
    return Series(**told | {"industries": tuple(told["industries"]), "habits": tuple(told["habits"])})


def _revision(told: dict[str, Any]) -> Revision:
    changes = tuple((change["member"], change["amount"]) for change in told["changes"])
    return Revision(**told | {"changes": changes})
