"""Rules that the rows of a file break together, and with the rows accepted before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scicity.ingest.findings import Finding, values_of
from scicity.ingest.headers import Heading
from scicity.ingest.known import Known
from scicity.ingest.rules import JUMP, Broken, broken, jump, jumps, other, stored
from scicity.ingest.schema import Check, Form
from scicity.ingest.trails import NOT_IN_FILE, Trail, trail

LIST = 400  # characters of a list of names in a finding
CLOSE = 0.01  # 万元: the sum of two exact amounts, seen as floating point


@dataclass(frozen=True)
class Rows:
    """The rows read from a file, with sheet, row and confirmed; where their columns stand; what was accepted before."""

    form: Form
    frame: pd.DataFrame
    headings: Mapping[str, Heading]
    known: Known

    def at(self, place: int, name: str, rule: Broken, found: object, said: Mapping[str, object]) -> Finding:
        """A finding in column `name` of the row at that place of the frame."""
        sheet, row = self.frame["sheet"].iat[place], int(self.frame["row"].iat[place])
        placed = self.headings[sheet].placed.get(name)
        header, position = (placed.header, placed.position) if placed else ("", 0)
        return Finding(rule.severity, rule.kind, sheet, row, header, position, str(found), values_of(said, LIST))

    def has(self, *names: str) -> bool:
        """Whether every sheet has these columns."""
        return all(name in one.placed for one in self.headings.values() for name in names)

    def trail(self, check: Check) -> Trail:
        return trail(self.frame, self.known.record, check.by, self.form.month, check.columns)


def across_rows(rows: Rows) -> Iterator[Finding]:
    """The rules that rows break together."""
    yield from _duplicates(rows)
    yield from _alike(rows)
    for check in rows.form.checks:
        if check.kind == "ytd_continues":
            yield from _continues(rows, check)
        elif check.kind == "jump":
            yield from _jumps(rows, check)
        elif check.kind == "constant":
            yield from _constant(rows, check)


def _duplicates(rows: Rows) -> Iterator[Finding]:
    form, key = rows.form, list(rows.form.key)
    numbers = np.zeros(len(rows.frame), "int64")
    for name in key:
        codes, found = pd.factorize(rows.frame[name])
        # numbered anew after each column, so that the product of many columns cannot overflow
        numbers = pd.factorize(numbers * (len(found) + 1) + codes + 1)[0].astype("int64")
    again = np.flatnonzero(pd.Series(numbers).duplicated())
    if not len(again):
        return
    columns = [form.column(name) for name in key]
    headers = {"headers": "、".join(one.header_zh for one in columns),
               "headers_en": ", ".join(one.header_en for one in columns)}  # fmt: skip
    firsts = np.full(numbers.max() + 1, len(numbers))
    np.minimum.at(firsts, numbers, np.arange(len(numbers)))
    for place in map(int, again):
        keys = [rows.frame[name].iat[place] for name in key]
        first = rows.frame.iloc[firsts[numbers[place]]]
        where = (
            f"{first['row']}"
            if first["sheet"] == rows.frame["sheet"].iat[place]
            else f"{first['sheet']}!{first['row']}"
        )
        said = {"first": where, "keys": "、".join(map(str, keys)), **headers}
        yield rows.at(place, key[-1], Broken("duplicate", "block"), keys[-1], said)


def _alike(rows: Rows) -> Iterator[Finding]:
    """Codes that differ only in capital letters: very likely one enterprise, counted twice."""
    for name in (one for one in rows.form.key if rows.form.column(one).type == "code"):
        firsts: dict[str, str] = {}
        for code in rows.frame[name].dropna().unique():
            first = firsts.setdefault(code.casefold(), code)
            if first != code:
                place = int(np.flatnonzero(rows.frame[name] == code)[0])
                yield rows.at(place, name, Broken("code_case", "warn"), code, {"other": first})


def _continues(rows: Rows, check: Check) -> Iterator[Finding]:
    followed = rows.trail(check)
    ytd, month = (followed.amounts[name] for name in check.columns)
    before = followed.before(check.columns[0])
    apart = np.abs(ytd - before - month) > stored(rows.form, CLOSE)
    for one in np.flatnonzero(followed.continues & apart & (followed.at != NOT_IN_FILE)):
        period = followed.months[followed.when[one - 1]]
        said = {"before": float(before[one]), "month": float(month[one]), "period": period}
        kind = "ytd_falls" if ytd[one] < before[one] else "ytd_breaks"
        yield rows.at(followed.at[one], check.columns[0], broken(kind, check), f"{ytd[one]:.15g}", said)


def _jumps(rows: Rows, check: Check) -> Iterator[Finding]:
    followed = rows.trail(check)
    value = followed.amounts[check.columns[0]]
    compared = followed.before(check.columns[0])
    latest = {code: float(amount) for code, amount in rows.known.latest.items()}
    if latest:
        codes = rows.frame[check.by].map(latest).to_numpy("float64", na_value=np.nan)[followed.at]
        compared = np.where(np.isnan(compared), codes, compared)
    small, large = (one(np.abs(value), np.abs(compared)) for one in (np.minimum, np.maximum))
    for one in np.flatnonzero((large >= JUMP * small) & (small > 0) & (followed.at != NOT_IN_FILE)):
        if jumps(rows.form, value[one], compared[one]):
            said = {"other": float(compared[one]), "unit": rows.form.stored_unit}
            rule = jump(check, bool(rows.frame["confirmed"].iat[followed.at[one]]))
            yield rows.at(followed.at[one], check.columns[0], rule, f"{value[one]:.15g}", said)


def _constant(rows: Rows, check: Check) -> Iterator[Finding]:
    """One value for each of what is followed: in the file, and its first row as it was accepted before."""
    who = pd.factorize(rows.frame[check.by])[0]
    firsts = np.flatnonzero(~pd.Series(who).duplicated())
    for name in check.columns:
        what = pd.factorize(rows.frame[name])[0]
        for place in np.flatnonzero(what != what[firsts][who]):
            yield _changed(rows, check, name, int(place), "changes", rows.frame[name].iat[firsts[who[place]]])
        if not {name, check.by} <= set(rows.known.record.columns):
            continue
        accepted = rows.known.record.drop_duplicates(check.by, keep="last").set_index(check.by)[name].dropna().to_dict()
        told = zip(firsts, rows.frame[check.by].iloc[firsts], rows.frame[name].iloc[firsts], strict=True)
        for place, code, value in told:
            if code in accepted and accepted[code] != value:
                yield _changed(rows, check, name, int(place), "changes_record", accepted[code])


def _changed(rows: Rows, check: Check, name: str, place: int, kind: str, first: object) -> Finding:
    said = {"first": first, **other(rows.form, check.by, rows.frame[check.by].iat[place])}
    return rows.at(place, name, broken(kind, check), rows.frame[name].iat[place], said)
