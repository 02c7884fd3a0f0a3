"""Report forms as files: what columns a report has, what they are called, how they are read and checked.

A form is one file of `data/forms/`; from it come the reader, the checks and the blank workbook, so that another
form needs another file and no code. A wrong form file raises ValueError naming file, table and key.
"""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from scicity import places
from scicity.ingest import form_rules
from scicity.ingest.schema import RULES, SEVERITIES, TYPES, Check, Column, Form, Option, collapsed

__all__ = ["Check", "Column", "Form", "Option", "collapsed", "given", "load", "names", "read"]


def names() -> list[str]:
    """The names of all forms, in alphabetical order."""
    return sorted(path.stem for path in places.FORMS.glob("*.toml"))


@cache
def load(name: str) -> Form:
    """The form of that name. An unknown name or a wrong form file raises ValueError."""
    if name not in names():
        raise ValueError(f"no form '{name}' in {places.FORMS.name}/: there is {', '.join(names()) or 'none'}")
    return read(places.FORMS / f"{name}.toml")


def given(form: str | Form) -> Form:
    """The form itself, or the one of that name; a form of another folder comes by `read`."""
    return load(form) if isinstance(form, str) else form


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
        stored_unit=_want(path, "top", {"stored_unit": "", **raw}, "stored_unit", str),
        units=_units(path, _want(path, "top", {"units": {}, **raw}, "units", dict)),
        columns=columns,
        checks=(*(_check(path, table) for table in raw.get("checks", ())), *_short(path, raw)),
    )
    form_rules.consistent(path, form)
    return form


def _want(path: Path, table: str, raw: Mapping[str, Any], key: str, kind: type) -> Any:  # noqa: ANN401
    if not isinstance(raw.get(key), kind):
        raise ValueError(f"form file {path.name}, table {table}: key '{key}' must be a {kind.__name__}")
    return raw[key]


def _column(path: Path, raw: Mapping[str, Any]) -> Column:
    table = f"columns '{raw.get('name', '?')}'"
    for key in ("name", "header_zh", "header_en", "type"):
        _want(path, table, raw, key, str)
    for key in {"note_zh", "note_en", "example", "unit"} & set(raw):
        _want(path, table, raw, key, str)
    if raw["type"] not in TYPES:
        raise ValueError(f"form file {path.name}, table {table}: key 'type' must be one of {', '.join(TYPES)}")
    _no_other_key(path, table, raw, Column)
    options = tuple(_option(path, table, one) for one in _want(path, table, {"options": [], **raw}, "options", list))
    return Column(**{**raw, "aliases": tuple(raw.get("aliases", ())), "options": options})


def _option(path: Path, column: str, raw: Mapping[str, Any]) -> Option:
    table = f"{column}, options '{raw.get('code', '?')}'"
    for key in ("code", "name_zh", "name_en"):
        _want(path, table, raw, key, str)
    _no_other_key(path, table, raw, Option)
    return Option(**{**raw, "aliases": tuple(raw.get("aliases", ()))})


def _no_other_key(path: Path, table: str, raw: Mapping[str, Any], kind: type[Column] | type[Option]) -> None:
    unknown = set(raw) - set(kind.__dataclass_fields__)
    if unknown:
        raise ValueError(f"form file {path.name}, table {table}: no key '{min(unknown)}' exists")


def _check(path: Path, raw: Mapping[str, Any]) -> Check:
    table = f"checks '{raw.get('kind', '?')}'"
    columns = _want(path, table, raw, "columns", list)
    if raw.get("kind") not in RULES:
        raise ValueError(f"form file {path.name}, table {table}: key 'kind' must be one of {', '.join(RULES)}")
    if raw.get("severity") not in SEVERITIES:
        raise ValueError(f"form file {path.name}, table {table}: key 'severity' must be block or warn")
    return Check(raw["kind"], tuple(columns), raw["severity"], raw.get("by", ""))


def _short(path: Path, raw: Mapping[str, Any]) -> Iterator[Check]:
    """Checks asked for in short: order = [["signed_on", "started_on"]] at the top, with the severity of the rule."""
    for kind, rule in RULES.items():
        for columns in _want(path, "top", {kind: [], **raw}, kind, list) if rule.severity else ():
            if not isinstance(columns, list):
                raise ValueError(f"form file {path.name}, table top: key '{kind}' must be a list of lists of columns")
            yield Check(kind, tuple(columns), rule.severity)


def _units(path: Path, raw: Mapping[str, Any]) -> Mapping[str, Decimal]:
    try:
        units = {unit: Decimal(factor) for unit, factor in raw.items()}
    except (InvalidOperation, TypeError, ValueError) as error:
        raise ValueError(f"form file {path.name}, table units: every factor must be a number in quotes") from error
    if any(factor <= 0 for factor in units.values()):
        raise ValueError(f"form file {path.name}, table units: every factor must be above zero")
    return units
