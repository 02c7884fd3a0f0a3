"""Tables as the page shows them: three rules, numbers to the right, the same digits as every file."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from scicity.exports.columns import TableColumn, legend, shown, statuses
from scicity.wording import Language, say

# columns whose texts are dates, periods and codes: never broken over two lines
SHORT = {
    "period", "period_label", "published_on", "id", "month", "status", "first_seen", "version", "claim", "claim_scope",
    "reading_words", "grade_words", "mapping_kind", "number", "chain_column", "mark", "author", "state", "severity",
    "at", "who", "act", "received_on", "sheet", "row", "column",
}  # fmt: skip


def table_html(frame: pd.DataFrame, columns: Sequence[TableColumn], language: Language, caption: str = "",
               total: pd.Series | None = None) -> str:  # fmt: skip
    """The table as HTML, every text escaped. total: a mask of rows printed bold."""
    heads = "".join(f"<th scope='col' class='{_class(one)}'>{escape(one.heading)}</th>" for one in columns)
    marked = [False] * len(frame) if total is None else total.tolist()
    rows = "".join(
        f"<tr{' class=total' if bold else ''}>{_cells(row, status, columns, language)}</tr>"
        for row, status, bold in zip(frame.to_dict("records"), statuses(frame), marked, strict=True)
    )
    label = f" aria-label='{escape(caption)}'" if caption else ""
    legends = "".join(f"<div class='kxc-notes'>{escape(line)}</div>" for line in legend(frame, columns, language))
    return (
        f"<div class='kxc-scroll' tabindex='0' role='region'{label}><table><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{legends}"
    )


def show_table(frame: pd.DataFrame, columns: Sequence[TableColumn], language: Language, caption: str = "",
               total: pd.Series | None = None) -> None:  # fmt: skip
    st.html(f"<div class='kxc'>{table_html(frame, columns, language, caption, total)}</div>")


def twin_html(frame: pd.DataFrame, columns: Sequence[TableColumn], language: Language, caption: str) -> str:
    """The table that stands folded under a figure: its equivalent for keyboards and screen readers."""
    body = table_html(frame, columns, language, caption)
    return f"<div class='kxc'><details><summary>{escape(say('show_table', language))}</summary>{body}</details></div>"


def _cells(row: dict, status: str, columns: Sequence[TableColumn], language: Language) -> str:
    return "".join(
        f"<td class='{_class(one)}'>{escape(shown(row[one.name], status, one.kind, language))}</td>" for one in columns
    )


def _class(column: TableColumn) -> str:
    if column.is_number:
        return "num"
    return "text short" if column.name in SHORT else "text"
