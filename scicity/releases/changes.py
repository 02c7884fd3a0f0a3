"""Which cells differ between two releases, and which submissions made them differ."""

import filecmp
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from scicity import contracts, records
from scicity.marts import SUBJECTS

CHANGED = {"old_value": "float64", "new_value": "float64"}


@dataclass(frozen=True)
class Cause:
    """A submission that counts in one release and not in the other, and the words that say why.

    months: of its rows; empty where it is a list without months.
    """

    number: int
    form: str
    months: tuple[str, ...]
    reason: str

    def touches(self, period: str, span: str) -> bool:
        """Whether rows of these months can move a cell of that period ('YYYY-MM') and span."""
        if span == "ytd":
            return any(period[:4] == month[:4] and month <= period for month in self.months)
        return period in self.months or (len(period) == 4 and any(month.startswith(period) for month in self.months))


def causes(chosen: Sequence[records.Submission], before: Sequence[int],
           reasons: Mapping[int, str]) -> list[Cause]:  # fmt: skip
    """Submissions that are new since `before`, and those withdrawn since, each with its note or the reason given."""
    told = {one.number: one.reason for one in records.withdrawals()}
    now = {one.number for one in chosen}
    gone = [one for one in records.submissions() if one.number in before and one.number not in now]
    fresh = [one for one in chosen if one.number not in before]
    found = [(one, one.note) for one in fresh] + [(one, told.get(one.number, "")) for one in gone]
    return [Cause(one.number, one.form, one.months, reasons.get(one.number, note)) for one, note in found]


def difference(earlier: Path, later: Path, *, least_pct: float = 0, least: float = 0) -> pd.DataFrame:
    """The cells that differ between two release folders: subject, and the columns of marts/releases/changes.

    least_pct, least: a revised cell is left out where it moved by no more than so many per cent of its old value, and
    by no more than so much in its unit; new and withdrawn cells always stay.
    """
    asked = contracts.contract("marts/releases/changes")
    frames = [pd.DataFrame({name: pd.Series(dtype=CHANGED.get(name, "str")) for name in ("subject", *asked.columns)})]
    for subject in SUBJECTS:
        before, after = earlier / subject.file, later / subject.file
        # a file taken over from the release before has nothing to compare
        if before.exists() and after.exists() and not filecmp.cmp(before, after, shallow=False):
            frame = _differing(before, after, asked.statement)
            frame.insert(0, "subject", subject.name)
            frames.append(frame)
    found = pd.concat(frames, ignore_index=True)
    return found[_moved(found, least_pct, least)].reset_index(drop=True)


def _differing(before: Path, after: Path, statement: str) -> pd.DataFrame:
    with duckdb.connect() as connection:
        for name, path in (("earlier", before), ("later", after)):
            quoted = str(path).replace("'", "''")
            connection.execute(f"attach '{quoted}' as {name} (read_only)")
        return connection.execute(statement).df()


def _moved(found: pd.DataFrame, least_pct: float, least: float) -> pd.Series:
    if not least_pct and not least:
        return pd.Series(True, index=found.index)
    moved = (found["new_value"] - found["old_value"]).abs()
    # a revision from nothing is beyond any percentage
    by_pct = 100 * moved > least_pct * found["old_value"].abs()
    by_amount = moved > least
    enough = by_pct if least_pct and not least else by_amount if least and not least_pct else by_pct & by_amount
    return (found["kind"] != "revised") | enough


def explained(found: pd.DataFrame, why: Sequence[Cause], note: str) -> pd.DataFrame:
    """The differences with `reason` and `submissions` ('12, 13'): of the submissions that touch the cell.

    Where none names the month, all new ones of the subject stand; where there are none at all, the cell moved because
    rules or classification changed, and the reason is the release's own note.
    """
    forms = {subject.name: subject.forms for subject in SUBJECTS}
    words: dict[tuple[str, str, str], tuple[str, str]] = {}
    keys = list(zip(found["subject"], found["period_end"], found["span"], strict=True))
    for subject, period, span in set(keys):
        of_subject = [one for one in why if one.form in forms[subject]]
        near = [one for one in of_subject if one.touches(str(period), str(span))] or of_subject
        told = dict.fromkeys(one.reason for one in near if one.reason)
        words[subject, period, span] = "；".join(told) or note, ", ".join(str(one.number) for one in near)
    reasons = pd.Series([words[key][0] for key in keys], index=found.index, dtype="str")
    numbers = pd.Series([words[key][1] for key in keys], index=found.index, dtype="str")
    return found.assign(reason=reasons, submissions=numbers)
