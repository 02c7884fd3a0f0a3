"""Made-up contributors for the tests of disclosure control, summed to aggregates as a mart sums them."""

from itertools import product

import numpy as np
import pandas as pd

RULE_N, RULE_P = 3, 15.0
MONTHS = ("2020-02", "2020-03", "2020-04")
SPANS = ("month", "ytd")
EVEN = [20.0] * 6


def aggregate(item, contributions, base=None, month="2020-08", span="month", classification="leading"):
    """One row of aggregates from the contributions of distinct contributors; the base is the same unless given."""
    row = {"classification": classification, "item": item, "period_end": month, "span": span}
    for value, prefix, values in (("value", "", contributions), ("comparable_base", "base_", base or contributions)):
        ordered = sorted(values, reverse=True) + [0.0, 0.0]
        row |= {value: float(sum(values)), f"{prefix}contributors": len(values)}
        row |= {f"{prefix}top1": ordered[0], f"{prefix}top2": ordered[1]}
    return row


def frame_of(cells, **place):
    """Aggregates of one month from {item: contributions}."""
    return pd.DataFrame([aggregate(item, contributions, **place) for item, contributions in cells.items()])


def demonstration(**changed):
    """All items of the leading industries; each sub-field six enterprises of 20 unless said otherwise."""
    parts = {
        "NIT": ("NIT-IC", "NIT-AI", "NIT-BD", "NIT-5G"),
        "AM": ("AM-LM", "AM-ADD", "AM-ROB"),
        "GH": ("GH-AV", "GH-BT", "GH-IVD", "GH-MD"),
        "HS": ("HS-INC", "HS-TIC", "HS-DC", "HS-SL"),
    }
    cells = {code: changed.get(code.replace("-", "_"), EVEN) for codes in parts.values() for code in codes}
    for industry, codes in parts.items():
        cells[industry] = [amount for code in codes for amount in cells[code]]
    cells["IND"] = cells["NIT"] + cells["AM"] + cells["GH"]
    return cells | {"ALL": cells["IND"] + cells["HS"]}


class City:
    """A random hierarchy and its amounts (contributor, leaf, measure and month); a group sits in several leaves."""

    def __init__(self, seed):
        self.random = np.random.default_rng(seed)
        self.sums = {}
        self.leaves = []
        self._grow(("leading", "ALL"), depth=int(self.random.integers(1, 4)))
        self.sums = dict(reversed(self.sums.items()))  # parts' own sums first
        self.amounts = self._contributors()

    def _grow(self, whole, depth):
        parts = [("leading", f"{whole[1]}-{number}") for number in range(self.random.integers(2, 5))]
        self.sums[whole] = tuple(parts)
        for part in parts:
            if depth > 1 and self.random.random() < 0.6:
                self._grow(part, depth - 1)
            else:
                self.leaves.append(part)

    def _contributors(self):
        columns = 2 * len(MONTHS)
        rows = []
        for leaf in range(len(self.leaves)):
            for _ in range(self.random.choice([0, 1, 2, 3, 4, 9, 20], p=[0.03, 0.1, 0.1, 0.12, 0.15, 0.3, 0.2])):
                row = np.zeros((len(self.leaves), columns))
                active = self.random.random(columns) < 0.95
                row[leaf] = self.random.lognormal(0, 1.2) * self.random.uniform(0.8, 1.2, columns) * active
                if self.random.random() < 0.1:  # a group with a second enterprise elsewhere
                    row[self.random.integers(len(self.leaves))] += self.random.lognormal(0, 1, columns)
                rows.append(row)
        return np.array(rows).reshape(len(rows), len(self.leaves), columns)

    def leaves_of(self, key):
        return [leaf for part in self.sums[key] for leaf in self.leaves_of(part)] if key in self.sums else [key]

    def of(self, leaves, measure, month, span):
        """What each contributor puts into the leaves together."""
        at = [self.leaves.index(leaf) for leaf in leaves]
        last = MONTHS.index(month)
        months = range(last + 1) if span == "ytd" else [last]
        return self.amounts[:, at][:, :, [measure * len(MONTHS) + number for number in months]].sum(axis=(1, 2))

    def frame(self):
        items = [*self.sums, *self.leaves]
        rows = []
        for key, month, span in product(items, MONTHS, SPANS):
            output, base = (self.of(self.leaves_of(key), measure, month, span) for measure in (0, 1))
            row = aggregate(key[1], output[output > 0].tolist(), base[base > 0].tolist() or [0.0], month, span)
            rows.append(row | {"base_contributors": int((base > 0).sum())})
        return pd.DataFrame(rows)

    def unsafe(self, leaves):
        """Whether the leaves together break the rule somewhere, from the contributors themselves."""
        for measure, month, span in product((0, 1), MONTHS, SPANS):
            values = self.of(leaves, measure, month, span)
            values = np.sort(values[values > 0])[::-1]
            few = 0 < len(values) < RULE_N
            if few or (len(values) and values.sum() - values[:2].sum() < RULE_P / 100 * values[0] - 1e-9):
                return True
        return False
