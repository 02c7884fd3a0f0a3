"""Whether a form agrees with itself: what it refers to exists, no name means two things, checks fit their columns.

Every contradiction raises ValueError naming file, table and key, before any report is read by the form.
"""

from collections.abc import Iterable
from pathlib import Path

from scicity.ingest.schema import RULES, Check, Column, Form, Option, collapsed


def consistent(path: Path, form: Form) -> None:
    """Raises ValueError for the first thing wrong with the form read from `path`."""
    known = [column.name for column in form.columns]
    if form.name != path.stem:
        raise ValueError(f"form file {path.name}, table top: key 'name' must be '{path.stem}'")
    if len(set(known)) < len(known):
        raise ValueError(f"form file {path.name}, table columns: a name stands twice")
    if form.of_type("amount", "unit") and form.units.get(form.stored_unit) != 1:
        raise ValueError(f"form file {path.name}, table units: '{form.stored_unit}' is stored, its factor must be 1")
    _exist(path, form, "key", form.key)
    _exist(path, form, "groups", form.groups)
    for name in form.key:
        # rows without a key could neither be told apart nor be replaced by a later report
        if not form.column(name).required:
            raise ValueError(f"form file {path.name}, columns '{name}': key 'required' must be true, it is in 'key'")
    for check in form.checks:
        _check(path, form, check)
    for column in form.columns:
        _column(path, column)
    _distinct(path, form)


def _exist(path: Path, form: Form, place: str, used: Iterable[str]) -> None:
    for name in used:
        if name not in [column.name for column in form.columns]:
            raise ValueError(f"form file {path.name}, {place}: there is no column '{name}'")


def _check(path: Path, form: Form, check: Check) -> None:
    """The number of columns of a check, their types, and what it follows."""
    rule, place = RULES[check.kind], f"checks '{check.kind}'"
    _exist(path, form, place, (*check.columns, *filter(None, [check.by])))
    if len(check.columns) < rule.fewest or (rule.most and len(check.columns) > rule.most):
        count = f"{rule.fewest}" if rule.fewest == rule.most else f"{rule.fewest} or more"
        raise ValueError(f"form file {path.name}, table {place}: key 'columns' must name {count}")
    if rule.follows and not check.by:
        raise ValueError(f"form file {path.name}, table {place}: key 'by' must name the column to follow")
    if rule.monthly and not form.month:
        raise ValueError(f"form file {path.name}, table columns: {place} needs a column of type 'month'")
    columns = [form.column(name) for name in check.columns]
    wrong = next((column.name for column in columns if rule.types and column.type not in rule.types), "")
    if wrong:
        raise ValueError(f"form file {path.name}, table {place}: '{wrong}' must be of type {' or '.join(rule.types)}")
    alike = {(column.type, column.unit) for column in columns}
    if check.kind in ("at_most", "part_of") and len(alike) > 1:
        raise ValueError(f"form file {path.name}, table {place}: both columns must have the same type and unit")


def _column(path: Path, column: Column) -> None:
    """Keys that have a meaning for some types only, and the options of a choice."""
    place = f"form file {path.name}, columns '{column.name}'"
    for key, types in (("unit", ("count", "number")), ("future", ("date", "year")), ("default", ("flag",)),
                       ("options", ("choice",))):  # fmt: skip
        if getattr(column, key) not in ("", False, None, ()) and column.type not in types:
            raise ValueError(f"{place}: key '{key}' is for type {' or '.join(types)}")
    if column.type == "choice" and not column.options:
        raise ValueError(f"{place}: key 'options' must list what may be chosen")
    owner: dict[str, Option] = {}
    for option in column.options:
        for name in map(collapsed, option.names()):
            if not name or owner.setdefault(name, option) is not option:
                raise ValueError(f"{place}, options '{option.code}': '{name}' is empty or means another one already")


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
