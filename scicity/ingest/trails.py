"""Rows in the order of what is followed and of months: a million of them sorted by numbers instead of by words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from scicity import periods

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]
Floats = np.ndarray[tuple[int], np.dtype[np.float64]]
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]
NOT_IN_FILE = -1


def floats(amounts: pd.Series) -> Floats:
    """Amounts as floating point for comparison only; missing is NaN."""
    if isinstance(amounts.dtype, pd.ArrowDtype):
        return amounts.astype("float64[pyarrow]").to_numpy("float64", na_value=float("nan"))
    return pd.to_numeric(amounts.astype(object).map(float, na_action="ignore")).to_numpy("float64")


def numbered(texts: pd.Series) -> tuple[Numbers, Sequence[str]]:
    """Each text's number and the texts in the order of their numbers, which is their own; missing is -1."""
    codes, texts_found = pd.factorize(texts.astype(object) if texts.dtype == "str" else texts, sort=True)
    return codes.astype("int64"), [str(one) for one in texts_found]


@dataclass(frozen=True)
class Trail:
    """Rows of a file, and before them those of the record, in the order of who reported and when.

    who: number of what is followed; when: number of the month in `months`; at: the row's place in the file, -1 for a
    row of the record; amounts: floating point by column, NaN where missing.
    """

    who: Numbers
    when: Numbers
    months: Sequence[str]
    at: Numbers
    amounts: dict[str, Floats]

    @cached_property
    def follows(self) -> Flags:
        """Whether a row has one before it of the same."""
        return np.append(False, self.who[1:] == self.who[:-1]) if len(self.who) else np.zeros(0, bool)

    @cached_property
    def continues(self) -> Flags:
        """Whether the row before is the observation before, in the same year."""
        place = {month: number for number, month in enumerate(self.months)}
        before = np.array([place.get(periods.previous(one), -2) if one[5:] != "02" else -2 for one in self.months])
        return self.follows & (before[self.when] == np.roll(self.when, 1)) if len(self.when) else self.follows

    def before(self, column: str) -> Floats:
        """The amount of the row before; NaN where there is none."""
        return np.where(self.follows, np.roll(self.amounts[column], 1), np.nan)


def trail(frame: pd.DataFrame, record: pd.DataFrame, by: str, month: str, columns: Sequence[str]) -> Trail:
    """The rows of a file and of the record; a row of the record that the file replaces is left out."""
    wanted = [by, month, *columns]
    told = record.reindex(columns=wanted) if len(record) else frame[wanted].iloc[:0]
    told = told[told[by].isin(frame[by])] if len(told) else told
    parts = (told, frame[wanted])
    who, _ = numbered(pd.concat([one[by].astype("str") for one in parts], ignore_index=True))
    when, months = numbered(pd.concat([one[month].astype("str") for one in parts], ignore_index=True))
    at = np.concatenate([np.full(len(told), NOT_IN_FILE), np.arange(len(frame))])
    amounts = {name: np.concatenate([floats(one[name]) for one in parts]) for name in columns}
    # of the same key the file's row comes last and stands
    order = np.lexsort((at, when, who))
    key = who[order] * (len(months) + 1) + when[order]
    last = np.append(key[1:] != key[:-1], True) if len(order) else np.zeros(0, bool)
    order = order[(last | (at[order] != NOT_IN_FILE)) & (when[order] >= 0)]
    return Trail(who[order], when[order], months, at[order], {name: one[order] for name, one in amounts.items()})
