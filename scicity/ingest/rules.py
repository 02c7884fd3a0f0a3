"""Rules between cells of a row and between rows, as the form's `checks` name them.

Written out instead of a pandera schema: pandera reports the index of a failing row, while a finding here names sheet,
row, header and the text that stood there, in two languages; the translation was longer than the rules.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import pandas as pd

from scicity import periods
from scicity.ingest.findings import Finding, values_of
from scicity.ingest.headers import Heading
from scicity.ingest.known import Known
from scicity.ingest.schema import RULES, Check, Form

JUMP = 1000  # R35: a thousandfold and more
LARGE = 1000  # 万元; below it the neighbours of nothing are thousandfold easily
CLOSE = 0.01  # 万元: the sum of two exact amounts, seen as floating point


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
            yield _broken("negative", check), name, {}


def _order(form: Form, check: Check, row: Mapping[str, Any]) -> RowRule:
    """Stages in the order of the columns; those that have not come are passed over."""
    reached = [(name, row[name]) for name in check.columns if row.get(name) is not None]
    for (earlier, before), (name, stage) in pairwise(reached):
        # a day and a month are compared as months
        common = min(len(before), len(stage))
        if stage[:common] < before[:common]:
            yield _broken("too_early", check), name, _other(form, earlier, before)


def _covers_month(form: Form, check: Check, row: Mapping[str, Any], _: bool) -> RowRule:
    total, month = (row[name] for name in check.columns)
    two_months = periods.number_of(row[form.month]) == 2
    if total < month or (two_months and total != month):
        kind = "ytd_differs" if two_months and total >= month else "ytd_below"
        yield _broken(kind, check), check.columns[0], _other(form, check.columns[1], month)


def _jumps_in_row(form: Form, check: Check, row: Mapping[str, Any], confirmed: bool) -> RowRule:
    value, other = (row[name] for name in check.columns)
    if jumps(form, float(value), float(other)):
        yield _jump(check, confirmed), check.columns[0], {"other": other, "unit": form.stored_unit}


def _at_most(form: Form, check: Check, row: Mapping[str, Any], _: bool) -> RowRule:
    value, other = (row[name] for name in check.columns)
    if value > other:
        kind = "part_above" if check.kind == "part_of" else "above"
        yield _broken(kind, check), check.columns[0], _other(form, check.columns[1], other)


PAIRS: Mapping[str, Callable[[Form, Check, Mapping[str, Any], bool], RowRule]] = {
    "ytd_covers_month": _covers_month,
    "jump": _jumps_in_row,
    "at_most": _at_most,
    "part_of": _at_most,
}


def _other(form: Form, name: str, value: object) -> Mapping[str, object]:
    """The cell that was compared with, for the words."""
    return {"other": value, "header": form.column(name).header_zh, "header_en": form.column(name).header_en}


def _broken(kind: str, check: Check) -> Broken:
    return Broken(kind, check.severity)  # type: ignore[arg-type]


def jumps(form: Form, value: float, other: float) -> bool:
    """Whether two amounts that should be alike are a thousandfold apart, the larger one being large."""
    small, large = sorted((abs(value), abs(other)))
    return small > 0 and large >= _stored(form, LARGE) and large / small >= JUMP


def _stored(form: Form, ten_thousands: float) -> float:
    """An amount of 万元 in the form's stored unit."""
    return ten_thousands * float(form.units.get("万元", 1))


def _jump(check: Check, confirmed: bool) -> Broken:
    # two places that name the same unit are the sender's word that it is meant
    return Broken("jump", "warn") if confirmed else _broken("jump", check)


def across_rows(form: Form, frame: pd.DataFrame, headings: Mapping[str, Heading], known: Known) -> Iterator[Finding]:
    """The rules that rows break together. frame: the rows read, with sheet, row and confirmed."""
    yield from _duplicates(form, frame, headings)
    for check in form.checks:
        if check.kind == "ytd_continues":
            yield from _continues(form, check, frame, headings)
        elif check.kind == "jump":
            yield from _jumps(form, check, frame, headings, known)
        elif check.kind == "constant":
            yield from _constant(form, check, frame, headings)


def _at(headings: Mapping[str, Heading], row: Any, name: str, rule: Broken, found: object,  # noqa: ANN401
        said: Mapping[str, object]) -> Finding:  # fmt: skip
    placed = headings[row.sheet].placed.get(name)
    header, position = (placed.header, placed.position) if placed else ("", 0)
    return Finding(rule.severity, rule.kind, row.sheet, int(row.row), header, position, str(found), values_of(said))


def _duplicates(form: Form, frame: pd.DataFrame, headings: Mapping[str, Heading]) -> Iterator[Finding]:
    key = list(form.key)
    again = frame[frame.duplicated(key, keep="first")]
    if again.empty:
        return
    columns = [form.column(name) for name in key]
    headers = {"headers": "、".join(one.header_zh for one in columns),
               "headers_en": ", ".join(one.header_en for one in columns)}  # fmt: skip
    firsts = frame.drop_duplicates(key).set_index(key)[["sheet", "row"]]
    for row in again.itertuples():
        keys = [getattr(row, name) for name in key]
        first = firsts.loc[tuple(keys) if len(keys) > 1 else keys[0]]
        where = f"{first['row']}" if first["sheet"] == row.sheet else f"{first['sheet']}!{first['row']}"
        said = {"first": where, "keys": "、".join(map(str, keys)), **headers}
        yield _at(headings, row, key[-1], Broken("duplicate", "block"), keys[-1], said)


def _followed(form: Form, frame: pd.DataFrame, check: Check) -> pd.DataFrame:
    """The rows in the order of what is followed and of months, amounts as floats, with those of the row before."""
    rows = frame[frame[form.month].notna()].sort_values([check.by, form.month], kind="stable")
    rows = rows.assign(month=lambda one: one[form.month])
    rows = rows.assign(**{name: rows[name].astype("float64[pyarrow]").to_numpy("float64", na_value=float("nan"))
                          for name in check.columns})  # fmt: skip
    before = rows.groupby(check.by, sort=False)[["month", *check.columns]].shift()
    return rows.join(before.add_prefix("before_"))


def _continues(form: Form, check: Check, frame: pd.DataFrame, headings: Mapping[str, Heading]) -> Iterator[Finding]:
    rows = _followed(form, frame, check)
    ytd, month = check.columns
    expected = rows["month"].map({one: periods.previous(one) for one in rows["month"].unique()})
    neighbours = (rows["before_month"] == expected) & (rows["month"].str[:4] == rows["before_month"].str[:4])
    apart = (rows[ytd] - rows[f"before_{ytd}"] - rows[month]).abs() > _stored(form, CLOSE)
    for row in rows[neighbours.fillna(False).astype(bool) & apart].itertuples():
        said = {"before": getattr(row, f"before_{ytd}"), "month": getattr(row, month), "period": row.before_month}
        kind = "ytd_falls" if getattr(row, ytd) < getattr(row, f"before_{ytd}") else "ytd_breaks"
        yield _at(headings, row, ytd, _broken(kind, check), f"{getattr(row, ytd):.15g}", said)


def _jumps(
    form: Form, check: Check, frame: pd.DataFrame, headings: Mapping[str, Heading], known: Known
) -> Iterator[Finding]:
    rows = _followed(form, frame, check)
    value = rows[check.columns[0]]
    latest = rows[check.by].map({one: float(amount) for one, amount in known.latest.items()}).astype("float64")
    other = rows[f"before_{check.columns[0]}"].fillna(latest)
    small = pd.concat([value.abs(), other.abs()], axis=1).min(axis=1, skipna=False)
    large = pd.concat([value.abs(), other.abs()], axis=1).max(axis=1, skipna=False)
    for index, row in zip(rows.index, rows.itertuples(), strict=True) if (large >= JUMP * small).any() else ():
        if small[index] > 0 and jumps(form, value[index], other[index]):
            said = {"other": float(other[index]), "unit": form.stored_unit}
            yield _at(headings, row, check.columns[0], _jump(check, bool(row.confirmed)), f"{value[index]:.15g}", said)


def _constant(form: Form, check: Check, frame: pd.DataFrame, headings: Mapping[str, Heading]) -> Iterator[Finding]:
    for name in check.columns:
        first = frame.groupby(check.by, sort=False)[name].transform("first")
        for row, one in zip(frame[frame[name] != first].itertuples(), first[frame[name] != first], strict=True):
            said = {"first": one, **_other(form, check.by, getattr(row, check.by))}
            yield _at(headings, row, name, _broken("changes", check), getattr(row, name), said)
