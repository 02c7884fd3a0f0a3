"""How one value of a table is written: on a page, in a CSV, in a workbook, always to the same last digit.

Values are rounded half up to their published decimals; what is not there has a mark and is never 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import pandas as pd

from scicity.wording import Language, say
from scicity.wording.numbers import MISSING, is_missing, number, rounded, signed

# amount: 亿元. fine: 亿元 published to two decimals. rate: per cent, also shares. change: percentage points and other
# signed steps. status: a code, worded
Kind = Literal["text", "amount", "fine", "rate", "change", "count", "status"]

DECIMALS: dict[Kind, int] = {"amount": 1, "fine": 2, "rate": 1, "change": 1, "count": 0}
EXCEL_FORMATS: dict[Kind, str] = {
    "amount": "#,##0.0", "fine": "#,##0.00", "rate": "0.0", "change": "+0.0;-0.0;0.0", "count": "#,##0",
}  # fmt: skip
BELOW = "\N{HORIZONTAL ELLIPSIS}"  # not nothing, but rounds to 0.0


@dataclass(frozen=True)
class TableColumn:
    """One column of a table: the frame's column, its heading in the reader's words, and what its values are."""

    name: str
    heading: str
    kind: Kind

    @property
    def is_number(self) -> bool:
        return self.kind in DECIMALS


def mark(value: object, status: str, kind: Kind, language: Language = "zh") -> str | None:
    """What stands in place of a number: 待发布, '--' or '…'; None where the number itself is shown.

    status: the row's status code, '' when it has none. In a suppressed row no number passes but a count, which is a
    cell of its own and was protected as such: this is the last door, the release should not hold one.
    """
    if kind not in DECIMALS:
        return None
    if status == "suppressed" and kind != "count":
        return MISSING
    if is_missing(value):
        return say("file_mark_pending", language) if status == "pending" else MISSING
    if kind == "amount" and float(value) != 0 and rounded(float(value)) == 0:  # type: ignore[arg-type]
        return BELOW
    return None


def published(value: object, kind: Kind) -> Decimal:
    """A number to its published decimals, half up; never a negative zero. A missing one raises (see `mark`)."""
    exact = rounded(float(value), DECIMALS[kind])  # type: ignore[arg-type]
    return abs(exact) if exact == 0 else exact


def shown(value: object, status: str, kind: Kind, language: Language = "zh") -> str:
    """The value as a reader sees it in a table, e.g. 1422.8, −6.7, +1.9, 169, 待发布, --; missing text gives ''."""
    if kind not in DECIMALS:
        return words(value, kind, language)
    instead = mark(value, status, kind, language)
    if instead is not None:
        return instead
    write = signed if kind == "change" else number
    return write(float(value), DECIMALS[kind], language)  # type: ignore[arg-type]


def words(value: object, kind: Kind, language: Language = "zh") -> str:
    """A text cell; status codes come worded (初步, 修订, 不予公布 …). Missing gives ''."""
    if is_missing(value) or value == "":
        return ""
    return say(f"file_status_{value}", language) if kind == "status" else str(value)


def statuses(frame: pd.DataFrame) -> list[str]:
    """Each row's status code; '' for every row of a frame without statuses."""
    if "status" not in frame.columns:
        return [""] * len(frame)
    return ["" if is_missing(code) else str(code) for code in frame["status"]]


def legend(frame: pd.DataFrame, columns: Iterable[TableColumn], language: Language = "zh") -> list[str]:
    """One sentence for each mark of the table that does not explain itself, for the lines below it."""
    marks = {
        mark(value, status, column.kind, language)
        for column in columns
        for value, status in zip(frame[column.name], statuses(frame), strict=True)
    }
    keys = {MISSING: "file_legend_missing", BELOW: "file_legend_below"}
    return [say(key, language) for sign, key in keys.items() if sign in marks]
