"""The aggregates as arrays, and the rule that calls a cell unsafe.

A column of the arrays is one closing month, span and measure (output or comparable base), so that one comparison
judges an item in all its periods at once.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scicity.disclosure.rule import Settings
from scicity.disclosure.sums import Key

KEY = ["classification", "item"]
TIME = ["period_end", "span"]
YEAR = 11  # observations in a year: 1—2月 is one
MEASURES = (
    ("value", "contributors", "top1", "top2"),
    ("comparable_base", "base_contributors", "base_top1", "base_top2"),
)


@dataclass(frozen=True)
class Concentration:
    """What the rule asks of a cell, one entry a column: total, contributors at least, largest and two largest at most.

    A missing total is not published, so nothing is unsafe about it.
    """

    total: np.ndarray
    contributors: np.ndarray
    largest: np.ndarray
    two_largest: np.ndarray

    def unsafe(self, rule: Settings) -> np.ndarray:
        """True where a column discloses somebody. A zero nobody contributed to discloses nobody."""
        too_few = (self.contributors < rule.minimum_contributors) & ((self.contributors > 0) | (self.total != 0))
        dominated = self.total - self.two_largest < rule.p_pct / 100 * self.largest
        return np.isfinite(self.total) & (too_few | dominated)

    def is_safe(self, rule: Settings) -> bool:
        return not self.unsafe(rule).any()


@dataclass(frozen=True)
class Figures:
    """Arrays of (items, columns) and the row of each item; cost is an item's output of the latest year."""

    rows: dict[Key, int]
    totals: np.ndarray
    contributors: np.ndarray
    top1: np.ndarray
    top2: np.ndarray
    costs: dict[Key, float]

    def of(self, key: Key) -> Concentration:
        row = self.rows[key]
        return Concentration(self.totals[row], self.contributors[row], self.top1[row], self.top1[row] + self.top2[row])

    def union(self, parts: Collection[Key], whole: Key, all_parts: Collection[Key]) -> Concentration:
        """Some leaves of `whole` as one cell, bounded so that it is never judged safer than it is.

        A group may sit in several leaves. How many memberships are counted double (`shared`) follows from the
        whole's own count; a contributor sits in at most shared + 1 leaves, two contributors in shared + 2.
        Where `whole` is missing, so is the sum of its parts.
        """
        one, other = self._rows(parts), self.rows[whole]
        shared = np.maximum(self.contributors[self._rows(all_parts)].sum(axis=0) - self.contributors[other], 0)
        counts = self.contributors[one]
        largest = _sum_of_largest(self.top1[one], shared + 1)
        two_largest = _sum_of_largest(np.concatenate([self.top1[one], self.top2[one]]), shared + 2)
        return Concentration(
            np.where(np.isnan(self.totals[other]), np.nan, np.nansum(self.totals[one], axis=0)),
            np.maximum(counts.sum(axis=0) - shared, counts.max(axis=0)),
            np.minimum(largest, self.top1[other]),
            np.minimum(two_largest, self.top1[other] + self.top2[other]),
        )

    def rest(self, whole: Key, part: Key) -> Concentration:
        """What a reader gets by taking `part` from `whole`, bounded by what is known of these two.

        Where both have the same largest contributor it sits in the part altogether, and the second bounds the rest.
        """
        one, all_ = self.rows[part], self.rows[whole]
        same = np.isclose(self.top1[one], self.top1[all_], rtol=1e-12, atol=0)
        total = self.totals[all_] - self.totals[one]
        # a difference of floating sums: below a yuan (1e-8 of 100 million) it is zero
        total = np.where(np.abs(total) < 1e-8, 0, total)
        largest = np.minimum(np.where(same, self.top2[all_], self.top1[all_]), total)
        two_largest = np.minimum(np.where(same, 2 * self.top2[all_], self.top1[all_] + self.top2[all_]), total)
        return Concentration(total, self.contributors[all_] - self.contributors[one], largest, two_largest)

    def _rows(self, keys: Collection[Key]) -> list[int]:
        return [self.rows[key] for key in keys]


def figures(frame: pd.DataFrame) -> Figures:
    """The arrays of a frame of aggregates. Two rows of one cell raise ValueError, a missing column KeyError."""
    repeated = frame.duplicated([*KEY, *TIME])
    if repeated.any():
        first = frame.loc[repeated, [*KEY, *TIME]].iloc[0].tolist()
        raise ValueError(f"Two aggregates of one cell {first}: give one row a classification, item, month and span.")
    totals, contributors, top1, top2 = (
        np.concatenate([_wide(frame, column).to_numpy() for column in columns], axis=1)
        for columns in zip(*MEASURES, strict=True)
    )
    # what is not told about a published total is taken at its worst: the largest is all of it, the second no smaller
    contributors, top1 = np.nan_to_num(contributors), np.where(np.isnan(top1), totals, top1)
    top2 = np.where(np.isnan(top2) & (contributors > 1), top1, top2)
    output = _wide(frame, "value")
    return Figures(
        rows={key: row for row, key in enumerate(output.index)},
        totals=totals,
        contributors=contributors,
        top1=np.nan_to_num(top1),
        top2=np.nan_to_num(top2),
        costs=_costs(output),
    )


def _wide(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    numbers = frame.assign(number=frame[column].astype("Float64"))
    return numbers.pivot(index=KEY, columns=TIME, values="number").astype("float64")


def _costs(output: pd.DataFrame) -> dict[Key, float]:
    months = output.loc[:, output.columns.get_level_values("span") == "month"]
    latest = months.sort_index(axis=1).iloc[:, -YEAR:]
    return {(str(one), str(item)): float(cost) for (one, item), cost in latest.sum(axis=1).items()}


def _sum_of_largest(values: np.ndarray, how_many: np.ndarray) -> np.ndarray:
    """The sum of the `how_many` largest values of each column; of all of them where there are fewer."""
    running = np.cumsum(-np.sort(-values, axis=0), axis=0)
    last = np.clip(how_many, 1, len(values)).astype(int) - 1
    return np.take_along_axis(running, last[None, :], axis=0)[0]
