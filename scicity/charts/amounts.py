"""Numbers of a figure as text, in the reader's unit and language; everything here goes through the house's rounding."""

from scicity.charts.look import Look
from scicity.wording import say
from scicity.wording.numbers import number, rounded, signed

# the reader's unit: how many of it a 100 million yuan are, and its decimals
UNITS = {"100m_yuan": (1, 1), "10k_yuan": (10_000, 0)}


def amount(value: float | None, look: Look) -> str:
    """A value of 100 million yuan in the reader's unit, without the unit's name; missing gives '--'."""
    factor, decimals = UNITS[look.unit]
    return number(None if value is None else value * factor, decimals, look.language)


def signed_amount(value: float | None, look: Look) -> str:
    factor, decimals = UNITS[look.unit]
    return signed(None if value is None else value * factor, decimals, look.language)


def unit(look: Look) -> str:
    """The unit's name, e.g. 亿元."""
    return say(f"chart_unit_{look.unit}", look.language)


def with_unit(value: float | None, look: Look) -> str:
    """A value with its unit, for running text and hover."""
    return say(f"chart_with_{look.unit}", look.language, value=amount(value, look))


def tick(value: float, look: Look) -> str:
    """A tick of an axis of amounts, without decimals unless the axis is very short."""
    factor, _ = UNITS[look.unit]
    shown = value * factor
    return number(shown, 0 if float(shown).is_integer() else 1, look.language)


def change(value: float | None, look: Look, suffix: str = "") -> str:
    """A growth rate or a difference with its sign; what rounds to nothing is 'unchanged', never +0.0."""
    if value is not None and rounded(value) == 0:
        return say("chart_unchanged", look.language)
    return signed(value, 1, look.language) + (suffix if value is not None else "")


def falls(value: float | None) -> bool:
    """Whether a rate is printed as a fall: what rounds to nothing is none, and is drawn as none."""
    return value is not None and rounded(value) < 0


def hover(name: str, value: float | None, yoy: float | None, look: Look) -> str:
    """One line of a hover box: name, level, growth."""
    return say(
        "chart_hover",
        look.language,
        name=name,
        value=with_unit(value, look),
        growth=change(yoy, look, "%"),
    )
