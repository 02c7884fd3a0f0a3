"""A file against what was accepted before: the unit of the whole file, outliers, bases, enterprises new or missing.

Nothing is corrected here and little is blocked: what was accepted before may be what is wrong. A record that is empty
finds nothing.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

import numpy as np
import pandas as pd

from scicity import periods
from scicity.ingest.across import LIST, Rows, across_rows
from scicity.ingest.findings import Finding, values_of
from scicity.ingest.known import Known
from scicity.ingest.rules import broken, stored
from scicity.ingest.schema import Check
from scicity.ingest.trails import NOT_IN_FILE, Floats, Trail, floats
from scicity.measures import taxonomy

FEWEST = 5  # enterprises whose ratio to before tells a unit
NEAR_POWER = 0.15  # of the logarithm to base 10: from 7.1 to 14.1 times counts as ten times
HISTORY = 6  # months without which an enterprise has no level of its own
WIDE, TIMES = 6, 3.0  # deviations, and at least a threefold: what an outlier is away from the median
SMALL = 100  # 万元 a month; below it nobody's total changes
GAP = 0.05  # of last year's record
PUBLISHED = 0.01  # of the published amount, which is rounded
NAMED = 5  # missing enterprises named
ONE_BY_ONE = 50  # unknown codes that are named one by one
NEAR_CODE = 0.85  # of the letters: one wrong in ten


def compared(rows: Rows) -> Iterator[Finding]:
    """Every rule that rows break together, in the file and with the record.

    Where the whole file seems to be in another unit, that is said once: its amounts are compared with nothing else.
    """
    scale = list(_of_kind(rows, "scale"))
    yield from scale
    yield from across_rows(replace(rows, known=Known()) if scale else rows)
    for kind in ("registered", "reported") if scale else tuple(COMPARED)[1:]:
        yield from _of_kind(rows, kind)


def _of_kind(rows: Rows, kind: str) -> Iterator[Finding]:
    known = rows.known
    if known.record.empty and not known.expected and not known.published:
        return
    for check in rows.form.checks:
        if check.kind == kind:
            yield from COMPARED[kind](rows, check)


def scale_of(rows: Rows, check: Check) -> int:
    """The power of ten by which the file as a whole differs from before; 0 where it does not."""
    ratios = _ratios(rows, check)
    if len(ratios) < FEWEST:
        return 0
    middle = float(np.median(ratios))
    return round(middle) if abs(middle - round(middle)) < NEAR_POWER else 0


def _ratios(rows: Rows, check: Check) -> Floats:
    """By how many powers of ten each enterprise's first amount of the file differs from its last one before."""
    followed = rows.trail(check)
    value = followed.amounts[check.columns[0]] / _spans(followed)
    first = followed.follows & (followed.at != NOT_IN_FILE) & (np.roll(followed.at, 1) == NOT_IN_FILE)
    pairs = [(value[one], value[one - 1]) for one in np.flatnonzero(first)]
    return np.array([np.log10(now / before) for now, before in pairs if now > 0 and before > 0])


def _spans(followed: Trail) -> Floats:
    """Calendar months that each observation covers."""
    return np.array([periods.months_in(one) for one in followed.months], "float64")[followed.when]


def _scale(rows: Rows, check: Check) -> Iterator[Finding]:
    power = scale_of(rows, check)
    if not power:
        return
    severity = "warn" if rows.frame["confirmed"].all() else check.severity
    said = {"times": f"{10 ** abs(power):,}", "count": len(_ratios(rows, check))}
    kind = "scale_up" if power > 0 else "scale_down"
    sheet, heading = next(iter(rows.headings.items()))
    placed = heading.placed[check.columns[0]]
    yield Finding(severity, kind, sheet, heading.row, placed.header, placed.position,  # type: ignore[arg-type]
                  values=values_of(said))  # fmt: skip


def _outlier(rows: Rows, check: Check) -> Iterator[Finding]:
    """Months far from the enterprise's own before this file, by median and median absolute deviation of logarithms."""
    followed = rows.trail(check)
    monthly = followed.amounts[check.columns[0]] / _spans(followed)
    for start, first, end in _followed_groups(followed):
        history = monthly[start:first]
        history = np.log(history[history > 0])
        if len(history) < HISTORY:
            continue
        middle = float(np.median(history))
        away = np.abs(history - middle)
        far = max(WIDE * 1.4826 * float(np.median(away)), 1.5 * float(np.quantile(away, 0.9)), np.log(TIMES))
        for one in range(first, end):
            if followed.at[one] != NOT_IN_FILE and _is_far(rows, monthly[one], middle, far):
                said = {"count": len(history), "median": f"{np.exp(middle):.4g}", "unit": rows.form.stored_unit}
                value = followed.amounts[check.columns[0]][one]
                yield rows.at(followed.at[one], check.columns[0], broken("outlier", check), f"{value:.15g}", said)


def _is_far(rows: Rows, value: float, middle: float, far: float) -> bool:
    if np.isnan(value) or max(value, float(np.exp(middle))) < stored(rows.form, SMALL):
        return False
    return value <= 0 or abs(float(np.log(value)) - middle) > far


def _followed_groups(followed: Trail) -> Iterator[tuple[int, int, int]]:
    """For each enterprise: where its rows begin, its first row of the file, and where they end."""
    starts = np.flatnonzero(~followed.follows)
    ends = np.append(starts[1:], len(followed.who))[: len(starts)]
    in_file = np.flatnonzero(followed.at != NOT_IN_FILE)
    for start, end in zip(starts, ends, strict=True):
        first = in_file[np.searchsorted(in_file, start)] if len(in_file) else end
        if first < end and first - start >= HISTORY:
            yield int(start), int(first), int(end)


def _base(rows: Rows, check: Check) -> Iterator[Finding]:
    """The comparable base against what the same enterprise reported a year before."""
    base, output = check.columns
    if output not in rows.known.record:
        return
    key = [check.by, rows.form.month]
    before = rows.known.record[[*key, output]].astype({name: "str" for name in key})
    told = rows.frame[[*key, base]].astype({name: "str" for name in key})
    told[rows.form.month] = told[rows.form.month].map({one: periods.year_before(one) for one in told[key[1]].unique()})
    joined = told.merge(before, how="left", on=key)
    stated, recorded = floats(joined[base]), floats(joined[output])
    gap = stated - recorded
    wide = np.abs(gap) > np.maximum(GAP * np.abs(recorded), stored(rows.form, SMALL))
    for place in np.flatnonzero(wide):
        said = {"recorded": f"{recorded[place]:.15g}", "gap": f"{gap[place]:+.10g}", "unit": rows.form.stored_unit,
                "period": joined[rows.form.month].iat[place]}  # fmt: skip
        yield rows.at(int(place), base, broken("base_differs", check), f"{stated[place]:.15g}", said)


def _registered(rows: Rows, check: Check) -> Iterator[Finding]:
    """Enterprises nobody has reported before, each once, with those whose name or code is the nearest.

    A code is taken for mistyped only where the one it looks like does not report in this file itself.
    """
    if check.by not in rows.known.record:
        return
    codes, names = rows.frame[check.by], _names(rows.known.record, check)
    unknown = np.flatnonzero((~codes.isin(list(names)) & ~codes.duplicated()).to_numpy(bool))
    if len(unknown) > ONE_BY_ONE:
        said = {"count": len(unknown), "names": "、".join(codes.iloc[unknown[:NAMED]])}
        yield Finding(
            "warn" if check.severity == "warn" else "block", "unregistered_many", values=values_of(said, LIST)
        )
        return
    absent = set(names) - set(codes) if len(unknown) else set()
    by_name = {name: code for code, name in names.items() if name}
    for place in map(int, unknown):
        code, name = codes.iat[place], rows.frame[check.columns[0]].iat[place]
        near = [by_name[name]] if name in by_name else difflib.get_close_matches(code, absent, n=3, cutoff=NEAR_CODE)
        said = {"near": "、".join(_named(one, names)[:60] for one in near)}
        yield rows.at(place, check.by, broken("unregistered_near" if near else "unregistered", check), code, said)


def _names(record: pd.DataFrame, check: Check) -> Mapping[str, str]:
    """The last name by which each code was reported; '' where it had none."""
    if check.columns[0] not in record:
        return dict.fromkeys(record[check.by], "")
    last = record.drop_duplicates(check.by, keep="last")
    return {code: "" if pd.isna(name) else name
            for code, name in zip(last[check.by], last[check.columns[0]], strict=True)}  # fmt: skip


def _named(code: str, names: Mapping[str, str]) -> str:
    return f"{names[code]}（{code}）" if names.get(code) else code


def _reported(rows: Rows, check: Check) -> Iterator[Finding]:
    """For each month of the file: who should report and has not, with this file or before."""
    record, month = rows.known.record, rows.form.month
    names = _names(record, check) if check.by in record else {}
    for one in sorted(rows.frame[month].unique()):
        due = rows.known.expected.get(one, _reporting(rows, check, periods.previous(one)))
        reported = _reporting(rows, check, one) | frozenset(rows.frame[check.by][rows.frame[month] == one])
        missing = sorted(due - reported)
        if missing:
            named = "、".join(_named(code, names) for code in islice(missing, NAMED))
            said = {"due": len(due), "reported": len(due & reported), "missing": len(missing), "names": named,
                    "month": one, "more": " …" if len(missing) > NAMED else ""}  # fmt: skip
            yield Finding("warn" if check.severity == "warn" else "block", "missing_reports",
                          values=values_of(said, LIST))  # fmt: skip


def _reporting(rows: Rows, check: Check, month: str) -> frozenset[str]:
    """Who reported in a month accepted before, of the kind the file is about: services come a month after industry."""
    record = rows.known.record
    if not {check.by, rows.form.month} <= set(record.columns):
        return frozenset()
    told = record[record[rows.form.month] == month]
    for column in rows.form.of_type("subfield"):
        kinds = {_measure(one) for one in rows.frame[column.name].dropna().unique()}
        if column.name in told:
            same = [one for one in told[column.name].dropna().unique() if _measure(one) in kinds]
            told = told[told[column.name].isin(same)]
    return frozenset(told[check.by])


def _measure(subfield: str) -> str:
    """Whether a sub-field reports output or revenue."""
    return taxonomy.item(subfield).measure if subfield in taxonomy.subfields() else "output"


def _published(rows: Rows, check: Check) -> Iterator[Finding]:
    """Sums of the file, with what was accepted before of the same month, against what was published."""
    form, record, amount = rows.form, rows.known.record, check.columns[0]
    if not rows.known.published:
        return
    wanted = [*form.key, check.by, amount]
    every = [one[list(dict.fromkeys(wanted))].astype({name: "str" for name in {*form.key, check.by}})
             for one in (record, rows.frame) if set(wanted) <= set(one.columns)]  # fmt: skip
    both = pd.concat(every, ignore_index=True).drop_duplicates(list(form.key), keep="last")
    both = both.assign(amount=floats(both[amount]))[both[form.month].isin(rows.frame[form.month])]
    sums = both.groupby([form.month, check.by])["amount"].sum()
    for (month, item), stated in rows.known.published.items():
        if month not in sums.index.get_level_values(0) or (item and (month, item) not in sums.index):
            continue
        summed = float(sums[month].sum() if not item else sums[month, item])
        if abs(summed - float(stated)) > PUBLISHED * abs(float(stated)):
            name = taxonomy.item(item).name_zh if item in taxonomy.subfields() else item or "合计"
            said = {"published": stated, "sum": f"{summed:.10g}", "gap": f"{summed - float(stated):+.10g}",
                    "unit": form.stored_unit, "month": month, "item": name}  # fmt: skip
            yield Finding("warn" if check.severity == "warn" else "block", "published_differs", values=values_of(said))


COMPARED: Mapping[str, Callable[[Rows, Check], Iterator[Finding]]] = {
    "scale": _scale,
    "outlier": _outlier,
    "base": _base,
    "registered": _registered,
    "reported": _reported,
    "published": _published,
}
