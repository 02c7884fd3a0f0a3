"""Columns of amounts as whole numbers of a millionth: exact, a hundred thousand at a time.

Only the plainest spellings are read: digits, thousands in threes, a point, at most four decimals; and the numbers of
spreadsheets that are a decimal of four places. All others are left to `values`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from scicity.ingest.cells import Cell

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]
Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]
TYPE = pa.decimal128(20, 6)
PLAIN = r"^(?:[0-9]{1,10}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.[0-9]{1,4})?$"
MISSING = pa.array(["", "--", "-", "—", "——", "…", "……", "/"])
STEP = 10_000
FINER = 100  # from 1/10000, as read here, to a millionth, as stored: yuan with fen in 万元
LARGEST = 10**10  # in whole units: with four decimals 14 digits, which floating point holds exactly
TOO_LARGE = 10**18  # in 64 bits; what is larger is left to `values`


@dataclass(frozen=True)
class Scaled:
    """Amounts in millionths; 0 where missing."""

    value: Numbers
    missing: Flags

    def part(self, start: int, end: int) -> "Scaled":
        return Scaled(self.value[start:end], self.missing[start:end])

    def times(self, factor: Numbers, divisor: Numbers) -> tuple["Scaled", Flags]:
        """The amounts in another unit, and where that is exact and within 64 bits."""
        small = np.abs(self.value) < TOO_LARGE // np.maximum(factor, 1)
        product = np.where(small, self.value, 0) * factor
        return Scaled(product // divisor, self.missing), small & (product % divisor == 0)

    def arrow(self) -> pa.Array:
        """As decimal(20, 6): the low half of its 128 bits is the number, the high half its sign."""
        halves = np.empty((len(self.value), 2), "<i8")
        halves[:, 0], halves[:, 1] = self.value, self.value >> 63
        valid = pa.array(~self.missing).buffers()[1]
        return pa.Decimal128Array.from_buffers(TYPE, len(self.value), [valid, pa.py_buffer(halves)])


def missing(count: int) -> Scaled:
    return Scaled(np.zeros(count, "int64"), np.ones(count, bool))


def ratio(factor: Decimal) -> tuple[int, int]:
    """A unit's factor as a whole number and a whole divisor; (0, 1) where it is neither."""
    over, under = factor.as_integer_ratio()
    return (over, under) if over == 1 or under == 1 else (0, 1)


def read(cells: Sequence[Cell]) -> tuple[Scaled, Flags]:
    """The amounts of a column, and which of its cells are plain enough for that."""
    if set(map(type, cells)) != {str} and sum(type(one) in (float, int) for one in cells) * 2 > len(cells):
        return _numbers(cells)
    return _texts(cells)


def _texts(cells: Sequence[Cell]) -> tuple[Scaled, Flags]:
    known = np.ones(len(cells), bool)
    if set(map(type, cells)) != {str}:
        known = np.array([type(one) is str or one is None for one in cells], bool)
        cells = [one if type(one) is str else "" for one in cells]
    texts = pa.array(cells, pa.string())
    plain = pc.match_substring_regex(texts, PLAIN)
    absent = pc.is_in(texts, value_set=MISSING).to_numpy(zero_copy_only=False)
    digits = pc.replace_substring(pc.if_else(plain, texts, "0"), ",", "")
    value = np.rint(pc.cast(digits, pa.float64()).to_numpy() * STEP).astype("int64")
    return Scaled(value * FINER, absent), known & (plain.to_numpy(zero_copy_only=False) | absent)


def _numbers(cells: Sequence[Cell]) -> tuple[Scaled, Flags]:
    known = np.array([type(one) in (float, int) or one is None for one in cells], bool)
    value = np.array([one if type(one) in (float, int) else np.nan for one in cells], "float64")
    absent = np.isnan(value)
    small = ~absent & (np.abs(np.nan_to_num(value)) < LARGEST)
    scaled = np.rint(np.where(small, value, 0) * STEP)
    # the nearest double of a decimal of at most 15 digits is written as that decimal
    exact = small & (scaled / STEP == value)
    return Scaled(scaled.astype("int64") * FINER, absent), known & (exact | absent)
