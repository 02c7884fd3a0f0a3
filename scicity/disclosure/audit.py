"""The audit a release must pass: can a hidden cell be worked out from the cells that are shown?

It sees what a reader sees and repeats nothing of the search in `pattern`, so that one checks the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scicity import periods
from scicity.disclosure.figures import KEY, TIME
from scicity.disclosure.sums import Sums, among, known_sums

Place = tuple[str, str, str, str]  # classification, item, period_end, span
Equation = dict[Place, int]  # coefficients of a sum that is zero


@dataclass(frozen=True)
class Leak:
    """A hidden cell that follows exactly from shown ones; column is 'value' or 'comparable_base'."""

    classification: str
    item: str
    period_end: str
    span: str
    column: str


def audit(shown: pd.DataFrame, sums: Sums | None = None) -> list[Leak]:
    """Every cell of status 'suppressed' that the shown cells determine; empty when the release may go out.

    shown: one row a classification, item, period_end, span with value, comparable_base and status, as `protected`
        returns it. Sums of the classifications and year to date = year to date before + month are taken as exact,
        though revisions and rounding blur them. A cell missing for another reason is unknown, but no leak.
    """
    leaks = []
    for column in ("value", "comparable_base"):
        for _, block in shown.groupby([shown["classification"], shown["period_end"].str[:4]], sort=True):
            leaks += _leaks(block, column, sums or known_sums())
    return leaks


def _leaks(block: pd.DataFrame, column: str, sums: Sums) -> list[Leak]:
    places = _places(block)
    secret = set(_places(block[block["status"] == "suppressed"]))
    if not secret:
        return []
    unknown = {place: at for at, place in enumerate(_places(block[block[column].isna()]))}
    equations = [*_in_the_classification(places, sums), *_over_time(places)]
    told = _determined(_matrix(equations, unknown))
    return [
        Leak(classification, item, month, span, column)
        for (classification, item, month, span), at in unknown.items()
        if told[at] and (classification, item, month, span) in secret
    ]


def _places(rows: pd.DataFrame) -> list[Place]:
    return list(zip(*(rows[name] for name in (*KEY, *TIME)), strict=True))


def _in_the_classification(places: list[Place], sums: Sums) -> Iterator[Equation]:
    known = among(sums, {place[:2] for place in places})
    there = set(places)
    for time in dict.fromkeys(place[2:] for place in places):
        for whole, parts in known.items():
            if (*whole, *time) in there:
                yield {(*whole, *time): 1} | {(*part, *time): -1 for part in parts}


def _over_time(places: list[Place]) -> Iterator[Equation]:
    there = set(places)
    for classification, item, month, span in places:
        alone = (classification, item, month, "month")
        before = (classification, item, periods.previous(month), "ytd")
        if span != "ytd" or alone not in there:
            continue
        if periods.number_of(month) == 2:
            yield {(classification, item, month, span): 1, alone: -1}
        elif before in there:
            yield {(classification, item, month, span): 1, alone: -1, before: -1}


def _matrix(equations: list[Equation], unknown: Mapping[Place, int]) -> np.ndarray:
    """One row an equation, one column an unknown cell; what is known falls to the other side and doesn't matter."""
    rows = [{unknown[place]: sign for place, sign in one.items() if place in unknown} for one in equations]
    rows = [row for row in rows if row]
    matrix = np.zeros((len(rows), len(unknown)))
    for number, row in enumerate(rows):
        matrix[number, list(row)] = list(row.values())
    return matrix


def _determined(matrix: np.ndarray) -> np.ndarray:
    """Which unknowns have one solution only: those whose pivot row, fully reduced, names no other unknown."""
    reduced = matrix.copy()
    pivots: list[int] = []
    for column in range(matrix.shape[1]):
        rest = np.abs(reduced[:, column][len(pivots) :])
        if not rest.size or rest.max() < 1e-9:
            continue
        at = len(pivots)
        best = at + int(rest.argmax())
        reduced[[at, best]] = reduced[[best, at]]
        reduced[at] /= reduced[at, column]
        others = np.flatnonzero(np.abs(reduced[:, column]) > 1e-9)
        others = others[others != at]
        reduced[others] -= np.outer(reduced[others, column], reduced[at])
        pivots.append(column)
    alone = (np.abs(reduced[: len(pivots)]) > 1e-9).sum(axis=1) == 1
    told = np.zeros(matrix.shape[1], dtype=bool)
    told[np.array(pivots, dtype=int)[alone]] = True
    return told
