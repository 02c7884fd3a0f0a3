"""Report forms: what columns a report has, what they are called, how they are read and checked.

A form is one file of `data/forms/`; from it come the reader, the checks and the blank workbook, so that another
form needs another file and no code. A wrong form file raises ValueError naming file, table and key.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from scicity import places
from scicity.wording import Language

TYPES = ("month", "subfield", "code", "text", "flag", "amount", "unit")
SEVERITIES = ("block", "warn")
# how many columns each check compares, and whether it follows something (an enterprise) through the months
CHECKS = {"not_negative": None, "ytd_covers_month": 2, "ytd_continues": 2, "jump": 2, "constant": None}
FOLLOWING = ("ytd_continues", "jump", "constant")


@dataclass(frozen=True)
class Column:
    """One column of a form. `aliases` are further headers it may carry; `default` is what a blank flag means."""

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

    def header(self, language: Language = "zh") -> str:
        return self.header_zh if language == "zh" else self.header_en

    def note(self, language: Language = "zh") -> str:
        return self.note_zh if language == "zh" else self.note_en

    def names(self) -> tuple[str, ...]:
        """Every header by which the column may be found."""
        return (self.name, self.header_zh, self.header_en, *self.aliases)


@dataclass(frozen=True)
class Check:
    """A rule between cells; `by` names the column that identifies what is followed through the months."""

    kind: str
    columns: tuple[str, ...]
    severity: str
    by: str = ""


@dataclass(frozen=True, eq=False)  # a form is itself: it may key a cache though its units are a mapping
class Form:
    """A record form: one row a `key`. `units` gives each unit's factor to `stored_unit`."""

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

    def of_type(self, *types: str) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.type in types)

    def recorded(self) -> tuple[Column, ...]:
        """The columns that become a record; the unit is used up in reading."""
        return tuple(column for column in self.columns if column.type != "unit")


@lru_cache(maxsize=4096)
def collapsed(text: str) -> str:
    """The way names are compared: full width made half, all white space and the star of a duty field left out."""
    return "".join(unicodedata.normalize("NFKC", text).split()).strip("*※").casefold()


def names() -> list[str]:
    """The names of all forms, in alphabetical order."""
    return sorted(path.stem for path in places.FORMS.glob("*.toml"))


@cache
def load(name: str) -> Form:
    """The form of that name. An unknown name or a wrong form file raises ValueError."""
    if name not in names():
        raise ValueError(f"no form '{name}' in {places.FORMS.name}/: there is {', '.join(names()) or 'none'}")
    return read(places.FORMS / f"{name}.toml")


def read(path: Path) -> Form:
    """The form written in `path`. Whatever is wrong with it raises ValueError naming file, table and key."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"form file {path.name} cannot be read: {error}") from error
    columns = tuple(_column(path, table) for table in _want(path, "top", raw, "columns", list))
    form = Form(
        **{key: _want(path, "top", raw, key, str) for key in ("name", "subject", "title_zh", "title_en")},
        key=tuple(_want(path, "top", raw, "key", list)),
        groups=tuple(raw.get("groups", ())),
        stored_unit=_want(path, "top", raw, "stored_unit", str),
        units=_units(path, _want(path, "top", raw, "units", dict)),
        columns=columns,
        checks=tuple(_check(path, table) for table in raw.get("checks", ())),
    )
    _consistent(path, form)
    return form


def _want(path: Path, table: str, raw: Mapping[str, Any], key: str, kind: type) -> Any:  # noqa: ANN401
    if not isinstance(raw.get(key), kind):
        raise ValueError(f"form file {path.name}, table {table}: key '{key}' must be a {kind.__name__}")
    return raw[key]


def _column(path: Path, raw: Mapping[str, Any]) -> Column:
    table = f"columns '{raw.get('name', '?')}'"
    for key in ("name", "header_zh", "header_en", "type"):
        _want(path, table, raw, key, str)
    if raw["type"] not in TYPES:
        raise ValueError(f"form file {path.name}, table {table}: key 'type' must be one of {', '.join(TYPES)}")
    unknown = set(raw) - set(Column.__dataclass_fields__)
    if unknown:
        raise ValueError(f"form file {path.name}, table {table}: no key '{min(unknown)}' exists")
    return Column(**{**raw, "aliases": tuple(raw.get("aliases", ()))})


def _check(path: Path, raw: Mapping[str, Any]) -> Check:
    table = f"checks '{raw.get('kind', '?')}'"
    columns = _want(path, table, raw, "columns", list)
    if raw.get("kind") not in CHECKS:
        raise ValueError(f"form file {path.name}, table {table}: key 'kind' must be one of {', '.join(CHECKS)}")
    if raw.get("severity") not in SEVERITIES:
        raise ValueError(f"form file {path.name}, table {table}: key 'severity' must be block or warn")
    if CHECKS[raw["kind"]] not in (None, len(columns)):
        raise ValueError(f"form file {path.name}, table {table}: key 'columns' must name {CHECKS[raw['kind']]}")
    if raw["kind"] in FOLLOWING and not raw.get("by"):
        raise ValueError(f"form file {path.name}, table {table}: key 'by' must name the column to follow")
    return Check(raw["kind"], tuple(columns), raw["severity"], raw.get("by", ""))


def _units(path: Path, raw: Mapping[str, Any]) -> Mapping[str, Decimal]:
    try:
        units = {unit: Decimal(factor) for unit, factor in raw.items()}
    except (InvalidOperation, TypeError, ValueError) as error:
        raise ValueError(f"form file {path.name}, table units: every factor must be a number in quotes") from error
    if any(factor <= 0 for factor in units.values()):
        raise ValueError(f"form file {path.name}, table units: every factor must be above zero")
    return units


def _consistent(path: Path, form: Form) -> None:
    """Everything a form refers to must exist."""
    known = [column.name for column in form.columns]
    if form.name != path.stem:
        raise ValueError(f"form file {path.name}, table top: key 'name' must be '{path.stem}'")
    if form.checks and not form.month:
        raise ValueError(f"form file {path.name}, table columns: the checks need a column of type 'month'")
    if form.units.get(form.stored_unit) != 1:
        raise ValueError(f"form file {path.name}, table units: '{form.stored_unit}' is stored, its factor must be 1")
    for place, used in [("key", form.key), ("groups", form.groups)] + [
        (f"checks '{check.kind}'", (*check.columns, *filter(None, [check.by]))) for check in form.checks
    ]:
        for name in used:
            if name not in known:
                raise ValueError(f"form file {path.name}, {place}: there is no column '{name}'")
    if len(set(known)) < len(known):
        raise ValueError(f"form file {path.name}, table columns: a name stands twice")
    _distinct(path, form)


def _distinct(path: Path, form: Form) -> None:
    """No header may mean two columns."""
    owner: dict[str, str] = {}
    for column in form.columns:
        for header in map(collapsed, column.names()):
            if owner.setdefault(header, column.name) != column.name:
                raise ValueError(
                    f"form file {path.name}, columns '{column.name}': key 'aliases' has '{header}', which is "
                    f"'{owner[header]}' already"
                )
