"""Frames as charts read them: rows with plain numbers, None where a number is missing; the frame stays as it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scicity.charts.look import Look
from scicity.charts.text import escaped
from scicity.measures import taxonomy
from scicity.periods import Span, between
from scicity.wording import say
from scicity.wording.numbers import MISSING, is_missing

STATUSES = ("pending", "suppressed", "not_published")
NUMBERS = {
    "value": "value_100m_yuan",
    "base": "base_100m_yuan",
    "yoy": "yoy_pct",
    "share": "share_pct",
    "share_before": "share_last_year_pct",
    "increment": "increment_100m_yuan",
    "contribution": "contribution_pp",
    "growth_share": "growth_share_pct",
}


@dataclass(frozen=True)
class Row:
    """One item of one period. Numbers in 100 million yuan, per cent, percentage points; None means missing."""

    item: str
    period: str
    span: Span
    classification: str
    status: str
    value: float | None
    base: float | None
    yoy: float | None
    share: float | None
    share_before: float | None
    increment: float | None
    contribution: float | None
    growth_share: float | None

    @property
    def level(self) -> str:
        return _level(self.item, self.classification)

    @property
    def rank(self) -> int:
        """The item's place in the taxonomy; what the taxonomy does not know comes last."""
        found = taxonomy.items().get((self.classification, self.item))
        return found.rank if found else 999


def read(frame: pd.DataFrame, *needed: str) -> list[Row]:
    """The frame's rows in its order. A column named in `needed` that is not there raises KeyError."""
    missing = [column for column in ("item", "period", *needed) if column not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    return [_row(record) for record in frame.to_dict("records")]


def _row(record: dict[Any, Any]) -> Row:
    numbers = {field: _number(record.get(column)) for field, column in NUMBERS.items()}
    return Row(
        item=str(record["item"]),
        period=str(record["period"]),
        span="ytd" if record.get("span") == "ytd" else "month",
        classification=str(record.get("classification", "leading")),
        status=str(record.get("status", "")),
        **numbers,
    )


def _number(value: Any) -> float | None:  # noqa: ANN401  (a frame's cell is what it is)
    return None if is_missing(value) else float(value)


def _level(item: str, classification: str) -> str:
    found = taxonomy.items().get((classification, item))
    return found.level if found else "item"


def plain_name(row: Row, look: Look) -> str:
    """The item's name as words for measuring and wrapping; an unknown item is called by its code."""
    found = taxonomy.items().get((row.classification, row.item))
    return found.name(look.language) if found else row.item


def name(row: Row, look: Look) -> str:
    """The item's name for a figure, escaped."""
    return escaped(plain_name(row, look))


def absent(row: Row | None, look: Look) -> str:
    """Why a number is missing, as the reader is told: pending, not disclosed, not published; otherwise '--'."""
    known = row is not None and row.status in STATUSES
    return say(f"chart_{row.status}", look.language) if row is not None and known else MISSING


def span_of(rows: Iterable[Row]) -> Span:
    return next((row.span for row in rows), "month")


def periods_of(rows: Iterable[Row]) -> list[str]:
    """Every observation from the first to the last, those without a row included: a hole must show as a hole."""
    found = sorted({row.period for row in rows})
    return between(found[0], found[-1]) if found else []


def by_item(rows: Iterable[Row]) -> dict[tuple[str, str], dict[str, Row]]:
    """Rows by (classification, item), then by period; items in the order they first appear."""
    found: dict[tuple[str, str], dict[str, Row]] = {}
    for row in rows:
        found.setdefault((row.classification, row.item), {})[row.period] = row
    return found
