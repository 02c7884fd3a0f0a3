"""Tables as CSV and as a workbook: the numbers of the page, to the same last digit, and what they are.

Text from reports is never run: nothing a cell holds can start a formula, in whatever program opens the file.
"""

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from scicity.exports.about import About, clean
from scicity.exports.columns import TableColumn, legend, mark, published, statuses, words
from scicity.exports.workbook import xlsx_bytes
from scicity.wording import say

__all__ = ["csv_bytes", "xlsx_bytes"]

# also behind blanks, and as the full-width signs that Chinese and Japanese Excel take for the plain ones
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
WIDE = str.maketrans({",": "，", ";": "；", '"': "”"})


def csv_bytes(frame: pd.DataFrame, about: About, columns: Sequence[TableColumn]) -> bytes:
    """The table as CSV that Excel opens rightly: UTF-8 with BOM, CRLF, what it is in leading lines with '#'.

    frame: any tidy frame with the named columns; a column `status` decides the marks of missing numbers, a demo value
    in a column `provenance` puts the notice into the first line. Numbers are rounded half up to their published
    decimals, with ASCII minus and no grouping; missing is 待发布 or '--'. A missing column raises KeyError.
    """
    out = io.StringIO(newline="")
    out.writelines(f"# {line}\r\n" for line in _comments(frame, about.seen_in(frame), columns))
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow([harmless(column.heading) for column in columns])
    cells = [_cells(frame, column, about) for column in columns]
    rows.writerows(zip(*cells, strict=True))
    return out.getvalue().encode("utf-8-sig", errors="replace")


def harmless(text: str) -> str:
    """`text` for a CSV cell: an apostrophe in front where a program would take it for a formula."""
    visible = CONTROL.sub("", text)
    return f"'{visible}" if FORMULA.match(visible) else visible


def _cells(frame: pd.DataFrame, column: TableColumn, about: About) -> list[str | Decimal]:
    values = frame[column.name]
    if not column.is_number:
        return [harmless(words(value, column.kind, about.language)) for value in values]
    return [
        mark(value, status, column.kind, about.language) or published(value, column.kind)
        for value, status in zip(values, statuses(frame), strict=True)
    ]


def _comments(frame: pd.DataFrame, about: About, columns: Sequence[TableColumn]) -> list[str]:
    notice = [say("file_demo_notice", about.language)] if about.is_demo else []
    told = [say("file_line", about.language, label=label, text=text) for label, text in about.lines()]
    # a separator or a quote in a comment would cut it into cells, the second of which could be a formula
    return notice + [clean(line).translate(WIDE) for line in told + legend(frame, columns, about.language)]
