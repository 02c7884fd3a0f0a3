"""Every word a reader sees, in Chinese and in English.

The words stand in `words/*.toml`, one table a key with `zh` and `en`; `say` fetches one and fills its places.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

WORDS = Path(__file__).parent / "words"


@cache
def words() -> dict[str, dict[Language, str]]:
    """All words by key. A key written in two files raises ValueError: one thing has one name."""
    found: dict[str, dict[Language, str]] = {}
    for path in sorted(WORDS.glob("*.toml")):
        for key, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key in found:
                raise ValueError(f"word '{key}' of {path.name} stands in another file too: keep one of them")
            found[key] = texts
    return found


def say(key: str, language: Language = "zh", **values: object) -> str:
    """The text of `key` in `language`, its {places} filled. An unknown key raises KeyError naming the folder."""
    try:
        text = words()[key][language]
    except KeyError:
        raise KeyError(f"no word '{key}' in '{language}': add it to {WORDS.name}/") from None
    return text.format(**values) if values else text
