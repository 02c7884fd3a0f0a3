"""The input files of cited figures, read as text; a fault is refused with file, row, column and the next move.

Rows are counted as an editor shows them: the header is row 1.
"""

import re
from collections.abc import Collection
from pathlib import Path

import pandas as pd

DATE = r"(19|20)\d\d(-\d\d(-\d\d)?)?"


def fault(file: str, row: int, column: str, what: str) -> ValueError:
    """The one error of this room. `what` says what was found, what was expected and what to do."""
    return ValueError(f"data/published/{file}, row {row}, column '{column}': {what}")


def read(folder: Path, file: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """The file's rows as text ('' where empty), indexed by their row in the file. A missing column is refused."""
    rows = pd.read_csv(folder / file, dtype=str, keep_default_na=False, encoding="utf-8")
    for column in columns:
        if column not in rows.columns:
            raise fault(file, 1, column, f"missing; expected {', '.join(columns)}. Add the column to the header.")
    rows.index = pd.RangeIndex(2, len(rows) + 2)
    return rows[list(columns)]


def refuse_repeated(rows: pd.DataFrame, file: str, columns: list[str]) -> None:
    """Refuses rows that share their key."""
    repeated = rows.index[rows.duplicated(columns)]
    if len(repeated):
        row = int(repeated[0])
        key = ", ".join(str(rows.at[row, column]) for column in columns)
        raise fault(file, row, columns[0], f"'{key}' stands in an earlier row; expected once. Remove or rename one.")


def refuse_unknown(rows: pd.DataFrame, file: str, column: str, known: Collection[str], remedy: str) -> None:
    """Refuses a value that is not one of `known`; `remedy` is the next move."""
    strangers = rows.index[~rows[column].isin(list(known))]
    if len(strangers):
        row = int(strangers[0])
        # a long list of keys would bury the message
        expected = ", ".join(sorted(known)) if len(known) <= 25 else f"one of {len(known)} known values"
        raise fault(file, row, column, f"'{rows.at[row, column]}' is unknown; expected {expected}. {remedy}")


def refuse_unlike(rows: pd.DataFrame, file: str, column: str, pattern: str, expected: str) -> None:
    """Refuses a value that does not wholly match `pattern`, described by `expected`."""
    unlike = rows.index[[re.fullmatch(pattern, text) is None for text in rows[column]]]
    if len(unlike):
        row = int(unlike[0])
        raise fault(file, row, column, f"'{rows.at[row, column]}' found; expected {expected}. Correct the cell.")


def refuse_no_number(rows: pd.DataFrame, file: str, column: str) -> None:
    """Refuses a value that is not a plain number; the qualifier has its own column."""
    expected = "a plain number such as 1422.8, without sign of bound, unit or grouping"
    refuse_unlike(rows, file, column, r"-?\d+(\.\d+)?", expected)
