"""A table for programs: Parquet, and the same rows in JSON and HTML, each with its account; numbers as published."""

import io
import json
from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from scicity.exports.about import About, clean
from scicity.exports.columns import DECIMALS, TableColumn, mark, published, statuses, words
from scicity.exports.office_properties import named, told
from scicity.wording import say

Cell = str | float | None
TABLE = "scicity-table"  # the element of a page that programs read
STYLE = (
    "body{font-family:'Noto Sans SC','Microsoft YaHei',sans-serif;margin:16px;color:#14202E}"
    "table{border-collapse:collapse;font-size:14px}th,td{padding:3px 10px;border-bottom:1px solid #E3E8EF}"
    ".num{text-align:right}.demo{color:#8A5E00;background:#FFF6E0;border:1px solid #8A5E00;padding:4px 10px}"
)


def rows(frame: pd.DataFrame, about: About, columns: Sequence[TableColumn]) -> list[tuple[Cell, ...]]:
    """The table row by row: numbers rounded to their published decimals, None where a mark stands, text as worded."""
    codes = statuses(frame)
    cells = [
        [_cell(value, code, column, about) for value, code in zip(frame[column.name], codes, strict=True)]
        for column in columns
    ]
    return list(zip(*cells, strict=True))


def _cell(value: object, status: str, column: TableColumn, about: About) -> Cell:
    if not column.is_number:
        return words(value, column.kind, about.language)
    return None if mark(value, status, column.kind) is not None else float(published(value, column.kind))


def parquet_bytes(frame: pd.DataFrame, about: About, columns: Sequence[TableColumn]) -> bytes:
    """The table as Parquet: columns by their codes, headings and the account as key-values of the schema."""
    account = about.seen_in(frame)
    found = list(zip(*rows(frame, account, columns), strict=True)) or [() for _ in columns]
    fields = [
        pa.field(one.name, pa.float64() if one.is_number else pa.string(), metadata={"heading": one.heading})
        for one in columns
    ]
    metadata = {name.encode(): text.encode() for name, text in named(account)}
    schema = pa.schema(fields, metadata=metadata)
    out = io.BytesIO()
    pq.write_table(pa.table([list(values) for values in found], schema=schema), out)
    return out.getvalue()


def json_bytes(figure: dict[str, Any], frame: pd.DataFrame, about: About, columns: Sequence[TableColumn]) -> bytes:
    """The figure as plotly's JSON; its account and its table stand under layout.meta."""
    account = about.seen_in(frame)
    meta = {
        **figure["layout"].get("meta", {}),
        "about": dict(named(account)),
        "table": {"columns": [one.heading for one in columns], "rows": rows(frame, account, columns)},
    }
    whole = {**figure, "layout": {**figure["layout"], "meta": meta}}
    return json.dumps(whole, ensure_ascii=False, default=_plain).encode()


def _plain(value: Any) -> Any:  # noqa: ANN401
    return value.tolist() if hasattr(value, "tolist") else str(value)


def html_bytes(drawn: str, frame: pd.DataFrame, about: About, columns: Sequence[TableColumn]) -> bytes:
    """A page that needs no network: the figure (`drawn`, a piece of HTML), its account in words and meta, its table."""
    account = about.seen_in(frame)
    metas = "".join(f'<meta name="{escape(name)}" content="{escape(text)}">' for name, text in named(account))
    demo = (
        f"<p class='demo' role='note'>{escape(say('file_demo_notice', account.language))}</p>"
        if account.is_demo
        else ""
    )
    lines = "".join(f"<li>{escape(line)}</li>" for line in told(account).split("\n"))
    head = "".join(f"<th class='{_class(one)}'>{escape(one.heading)}</th>" for one in columns)
    body = "".join(
        "<tr>" + "".join(_td(cell, one) for cell, one in zip(row, columns, strict=True)) + "</tr>"
        for row in rows(frame, account, columns)
    )
    return (
        f"<!doctype html><html lang='{account.language}'><head><meta charset='utf-8'>"
        f"<title>{escape(account.title)}</title>{metas}<style>{STYLE}</style></head><body>{demo}{drawn}<ul>{lines}</ul>"
        f"<table id='{TABLE}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></body></html>"
    ).encode()


def _td(cell: Cell, column: TableColumn) -> str:
    if cell is None:
        return "<td class='num'>--</td>"
    if isinstance(cell, float):
        return f"<td class='num' data-value='{cell!r}'>{cell:.{_digits(column)}f}</td>"
    return f"<td>{escape(clean(cell))}</td>"


def _digits(column: TableColumn) -> int:
    return DECIMALS[column.kind]


def _class(column: TableColumn) -> str:
    return "num" if column.is_number else "text"
