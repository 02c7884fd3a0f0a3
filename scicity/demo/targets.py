"""The demonstration's annual targets, as they reach the office: once in the year, and once more when one is changed."""

import tomllib
from pathlib import Path

from scicity import places
from scicity.demo.planned import PlannedReport, write_ledger

FORM = "annual_targets"


def reports(published_on: str, folder: Path) -> list[PlannedReport]:
    """The target files new in the release of that day, mostly none."""
    told = tomllib.loads((places.DEMO / "targets.toml").read_text(encoding="utf-8"))["releases"]
    if published_on not in told:
        return []
    return [write_ledger(FORM, folder / f"{told[published_on]['file']}.csv", told[published_on]["rows"])]
