"""Rules between the cells of a row, as the form's `checks` name them; those between rows stand in `across`.

Written out instead of a pandera schema: pandera reports the index of a failing row, while a finding here names sheet,
row, header and the text that stood there, in two languages; the translation was longer than the rules.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from scicity import periods
from scicity.ingest.schema import RULES, Check, Form

JUMP = 1000  # R35: a thousandfold and more
LARGE = 1000  # 万元; below it the neighbours of nothing are thousandfold easily


@dataclass(frozen=True)
class Broken:
    """A rule that did not hold."""

    kind: str
    severity: Literal["block", "warn"]


RowRule = Iterator[tuple[Broken, str, Mapping[str, object]]]


def within_row(form: Form, row: Mapping[str, Any], confirmed: bool) -> RowRule:
    """The rules that a single row breaks: rule, column, values for the words. A missing value breaks none."""
    for check in form.checks:
        if check.kind == "not_negative":
            yield from _not_negative(check, row)
        elif check.kind == "order":
            yield from _order(form, check, row)
        elif check.kind in PAIRS and None not in map(row.get, _needed(form, check)):
            yield from PAIRS[check.kind](form, check, row, confirmed)


def _needed(form: Form, check: Check) -> tuple[str, ...]:
    return (*check.columns, form.month) if RULES[check.kind].monthly else check.columns


def _not_negative(check: Check, row: Mapping[str, Any]) -> RowRule:
    for name in check.columns:
        if row.get(name) is not None and row[name] < 0:
            yield broken("negative", check), name, {}


def _order(form: Form, check: Check, row: Mapping[str, Any]) -> RowRule:
    """Stages in the order of the columns; those that have not come are passed over."""
    reached = [(name, row[name]) for name in check.columns if row.get(name) is not None]
    for (earlier, before), (name, stage) in pairwise(reached):
        # a day and a month are compared as months
        common = min(len(before), len(stage))
        if stage[:common] < before[:common]:
            yield broken("too_early", check), name, other(form, earlier, before)


def _covers_month(form: Form, check: Check, row: Mapping[str, Any], _: bool) -> RowRule:
    total, month = (row[name] for name in check.columns)
    two_months = periods.number_of(row[form.month]) == 2
    if total < month or (two_months and total != month):
        kind = "ytd_differs" if two_months and total >= month else "ytd_below"
        yield broken(kind, check), check.columns[0], other(form, check.columns[1], month)


def _jumps_in_row(form: Form, check: Check, row: Mapping[str, Any], confirmed: bool) -> RowRule:
    value, before = (row[name] for name in check.columns)
    if jumps(form, float(value), float(before)):
        yield jump(check, confirmed), check.columns[0], {"other": before, "unit": form.stored_unit}


def _at_most(form: Form, check: Check, row: Mapping[str, Any], _: bool) -> RowRule:
    value, whole = (row[name] for name in check.columns)
    if value > whole:
        kind = "part_above" if check.kind == "part_of" else "above"
        yield broken(kind, check), check.columns[0], other(form, check.columns[1], whole)


PAIRS: Mapping[str, Callable[[Form, Check, Mapping[str, Any], bool], RowRule]] = {
    "ytd_covers_month": _covers_month,
    "jump": _jumps_in_row,
    "at_most": _at_most,
    "part_of": _at_most,
}


def other(form: Form, name: str, value: object) -> Mapping[str, object]:
    """The cell that was compared with, for the words."""
    return {"other": value, "header": form.column(name).header_zh, "header_en": form.column(name).header_en}


def broken(kind: str, check: Check) -> Broken:
    return Broken(kind, check.severity)  # type: ignore[arg-type]


def jumps(form: Form, value: float, other: float) -> bool:
    """Whether two amounts that should be alike are a thousandfold apart, the larger one being large."""
    small, large = sorted((abs(value), abs(other)))
    return small > 0 and large >= stored(form, LARGE) and large / small >= JUMP


def stored(form: Form, ten_thousands: float) -> float:
    """An amount of 万元 in the form's stored unit."""
    return ten_thousands * float(form.units.get("万元", 1))


def jump(check: Check, confirmed: bool) -> Broken:
    # two places that name the same unit are the sender's word that it is meant
    return Broken("jump", "warn") if confirmed else broken("jump", check)
