"""What the figures of counted projects share: names and colours of parts, counts with their unit, rows of a frame."""

import pandas as pd

from scicity.charts.look import Look
from scicity.charts.text import escaped
from scicity.charts.theme import Hue, hue, tokens
from scicity.measures import taxonomy
from scicity.wording import say
from scicity.wording.numbers import MISSING, is_missing, number


def part_name(item: str, look: Look) -> str:
    """A field by its name, any other part (tier, kind of investor, origin) by its word; escaped."""
    found = taxonomy.items().get(("leading", item))
    if found and found.level != "total":
        return escaped(found.name(look.language))
    return escaped(say(f"projects_part_{item}", look.language))


def part_hue(item: str, look: Look) -> Hue:
    """A field's industry colour, grey for other fields, ink for every other part: colour means industry only."""
    if ("leading", item) in taxonomy.items() or item == taxonomy.OTHER:
        return hue(item, look)
    colours = tokens(look)
    return Hue(colours.fillink, colours.ink, colours.bg)


def count(value: object, look: Look) -> str:
    """70个; '70 projects'; '--' when missing."""
    shown = None if is_missing(value) else float(value)  # type: ignore[arg-type]
    return MISSING if shown is None else say("projects_count", look.language, n=number(shown, 0, look.language))


def plain(value: object) -> float | None:
    """A frame's number, None when missing."""
    return None if is_missing(value) else float(value)  # type: ignore[arg-type]


def records(frame: pd.DataFrame, *needed: str) -> list[dict]:
    """The frame's rows; a column named in `needed` that is not there raises KeyError."""
    missing = [column for column in needed if column not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    return frame.to_dict("records")
