"""What a report form is: columns with their headers and types, the key of its rows, and the checks it asks for.

Nothing is read here; `forms` makes a form of its file. What a type means is said once, in the tables below.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from scicity.wording import Language

QUANTITIES = ("amount", "count", "number")
STAGES = ("date", "month", "year")  # stored as text that sorts as time does
TYPES = ("subfield", "choice", "code", "text", "flag", "unit", *STAGES, *QUANTITIES)
SEVERITIES = ("block", "warn")


@dataclass(frozen=True)
class Rule:
    """What a check asks of the form. fewest and most columns (0: any number), their types (empty: any).

    follows: `by` names what is followed (an enterprise); monthly: it is followed through the form's months.
    severity: of the short way to ask for it, a list of lists at the top of the form; '' where there is none.
    """

    fewest: int = 1
    most: int = 0
    types: tuple[str, ...] = ("amount",)
    follows: bool = False
    monthly: bool = False
    severity: str = ""


RULES: Mapping[str, Rule] = {
    "not_negative": Rule(types=("amount", "number")),
    "ytd_covers_month": Rule(2, 2, monthly=True),
    "ytd_continues": Rule(2, 2, follows=True, monthly=True),
    "jump": Rule(2, 2, follows=True, monthly=True),
    "constant": Rule(types=(), follows=True),
    # against what was accepted before
    "scale": Rule(1, 1, follows=True, monthly=True),
    "outlier": Rule(1, 1, follows=True, monthly=True),
    "base": Rule(2, 2, follows=True, monthly=True),
    "registered": Rule(1, 1, types=("text", "code"), follows=True),
    "reported": Rule(1, 1, types=("text", "code"), follows=True, monthly=True),
    "published": Rule(1, 1, follows=True, monthly=True),
    "order": Rule(2, types=STAGES, severity="block"),
    "at_most": Rule(2, 2, QUANTITIES, severity="warn"),
    "part_of": Rule(2, 2, QUANTITIES, severity="block"),
}


@lru_cache(maxsize=4096)
def collapsed(text: str) -> str:
    """The way names are compared: full width made half, white space, the invisible and the star of a duty field out."""
    seen = (one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    return "".join("".join(seen).split()).strip("*※").casefold()


@dataclass(frozen=True)
class Option:
    """One of the things a choice may be. The code is stored; any of the names may stand in a report."""

    code: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...] = ()

    def name(self, language: Language = "zh") -> str:
        return self.name_zh if language == "zh" else self.name_en

    def names(self) -> tuple[str, ...]:
        return (self.code, self.name_zh, self.name_en, *self.aliases)


@dataclass(frozen=True)
class Column:
    """One column of a form. `aliases` are further headers it may carry; `default` is what a blank flag means.

    unit: what a count or number counts, as its header may say it (平方米); it is never converted.
    future: whether a date or year may still be to come. options: of a choice.
    """

    name: str
    header_zh: str
    header_en: str
    type: str
    required: bool = False
    aliases: tuple[str, ...] = ()
    note_zh: str = ""
    note_en: str = ""
    example: str = ""
    default: bool | None = None
    unit: str = ""
    future: bool = False
    options: tuple[Option, ...] = ()

    def header(self, language: Language = "zh") -> str:
        return self.header_zh if language == "zh" else self.header_en

    def note(self, language: Language = "zh") -> str:
        return self.note_zh if language == "zh" else self.note_en

    def names(self) -> tuple[str, ...]:
        """Every header by which the column may be found."""
        return (self.name, self.header_zh, self.header_en, *self.aliases)

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """The code of each option by every name it may be written with, as compared."""
        return {collapsed(name): option.code for option in self.options for name in option.names()}


@dataclass(frozen=True)
class Check:
    """A rule between cells; `by` names the column that identifies what is followed."""

    kind: str
    columns: tuple[str, ...]
    severity: str
    by: str = ""


@dataclass(frozen=True, eq=False)  # a form is itself: it may key a cache though its units are a mapping
class Form:
    """A record form: one row a `key`. `units` gives each unit's factor to `stored_unit`; none without amounts."""

    name: str
    subject: str
    title_zh: str
    title_en: str
    key: tuple[str, ...]
    groups: tuple[str, ...]
    stored_unit: str
    units: Mapping[str, Decimal]
    columns: tuple[Column, ...]
    checks: tuple[Check, ...]

    def title(self, language: Language = "zh") -> str:
        return self.title_zh if language == "zh" else self.title_en

    def column(self, name: str) -> Column:
        """The column of that name. An unknown one raises KeyError naming the form."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"form '{self.name}' has no column '{name}'")

    @property
    def month(self) -> str:
        """The name of the column of months; '' for a form without one."""
        return next((column.name for column in self.of_type("month")), "")

    @property
    def has_amounts(self) -> bool:
        """Whether a file of this form must say in what unit its amounts stand."""
        return bool(self.of_type("amount"))

    def of_type(self, *types: str) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.type in types)

    def recorded(self) -> tuple[Column, ...]:
        """The columns that become a record; the unit is used up in reading."""
        return tuple(column for column in self.columns if column.type != "unit")
