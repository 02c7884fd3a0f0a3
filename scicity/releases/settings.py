"""What the installation decides about releases: sections [publishing] and [retention] of data/settings.toml."""

import tomllib
from typing import Any

from scicity import places


def second_person() -> bool:
    """Whether somebody else than the author must sign a release off before readers see it."""
    return _setting("publishing", "second_person", False)


def releases_kept() -> int:
    """How many releases can be rolled back to; 0 for all."""
    return _setting("retention", "releases_kept", 0)


def _setting(section: str, key: str, default: Any) -> Any:  # noqa: ANN401  # of the default's type
    found = tomllib.loads(places.SETTINGS.read_text(encoding="utf-8")).get(section, {}).get(key, default)
    if type(found) is not type(default) or (isinstance(found, int) and found < 0):
        raise ValueError(
            f"{places.SETTINGS.name}, section [{section}]: {key} must be "
            f"{'true or false' if isinstance(default, bool) else 'a whole number, 0 or more'}, not {found!r}."
        )
    return found
