"""The cells of a figure's table as native charts take them: rounded as published, in the reader's unit, gaps None."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scicity import periods
from scicity.charts.look import Look
from scicity.charts.theme import hue, palette, shade
from scicity.exports.columns import DECIMALS, TableColumn, mark, published
from scicity.exports.plots import PlotSeries
from scicity.measures import taxonomy
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing

HEADING = re.compile(r"(?P<name>.+?) ?[（(](?P<unit>[^（()）]+)[）)]")
LOOK = Look(layout="ppt")  # an Office file is white, whatever the reader's screen is
INK, PALE, CONTEXT = palette("light").fillink, palette("light").axis, palette("light").ctx
# four shades can be told apart, more series repeat them beside other marks
SHADES = 4
Record = dict[Any, Any]


@dataclass(frozen=True)
class Cells:
    """One figure's table. frame, columns: as `Shown.table` gives them. second_axis: growth on the axis at the right."""

    frame: pd.DataFrame
    columns: tuple[TableColumn, ...]
    language: Language = "zh"
    second_axis: bool = False

    @property
    def records(self) -> list[Record]:
        return self.frame.to_dict("records")

    def column(self, name: str) -> TableColumn:
        """The named column of the table. An unknown one raises KeyError."""
        found = next((one for one in self.columns if one.name == name), None)
        if found is None:
            raise KeyError(f"the table has no column {name}; it has {', '.join(one.name for one in self.columns)}")
        return found

    def value(self, record: Mapping[Any, Any], name: str) -> float | None:
        """The number a reader sees in that cell; None where a mark stands in its place (待发布, '--', '…')."""
        column, cell = self.column(name), record.get(name)
        if mark(cell, status_of(record), column.kind) is not None:
            return None
        return float(published(cell, column.kind))

    def decimals(self, name: str) -> int:
        return DECIMALS[self.column(name).kind]

    def title(self, name: str) -> str:
        """The column's heading without its unit."""
        return self._heading(name)[0]

    def unit(self, name: str) -> str:
        return self._heading(name)[1]

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)

    def when(self, record: Mapping[Any, Any]) -> str:
        """A period's name on two lines: the year above its months, in English below."""
        return self.on_axis(str(record["period"]), "ytd" if record.get("span") == "ytd" else "month")

    def on_axis(self, month: str, span: periods.Span) -> str:
        text = periods.label(month, span, self.language)
        return text.replace("年", "年\n", 1) if self.language == "zh" else "\n".join(text.rsplit(" ", 1))

    def _heading(self, name: str) -> tuple[str, str]:
        heading = self.column(name).heading
        found = HEADING.fullmatch(heading)
        return (found["name"], found["unit"]) if found else (heading, "")


def status_of(record: Mapping[Any, Any]) -> str:
    found = record.get("status", "")
    return "" if is_missing(found) else str(found)


def grouped(records: Iterable[Record], name: str) -> dict[Any, list[Record]]:
    """Records by what they hold under `name`, in the order of the table."""
    groups: dict[Any, list[Record]] = {}
    for record in records:
        groups.setdefault(record[name], []).append(record)
    return groups


def fill_of(item: str, classification: str = "leading") -> str:
    """An item's colour as in the drawn figure: its industry's, ink for a total."""
    return hue(item, LOOK, classification).fill


def group_of(item: str, language: Language) -> str:
    """The industry an item's colour stands for, as a legend names it; '' where colour means nothing."""
    known_items = taxonomy.items()
    if ("leading", item) not in known_items:
        return ""
    industry = taxonomy.industry_of(item)
    return taxonomy.item(industry or item).name(language)


def shades(count: int, colour: str = INK) -> list[str]:
    """`count` shades of one colour, the purest first."""
    return [shade(colour, min(step, SHADES - 1), LOOK) for step in range(count)]


def known(series: Iterable[PlotSeries]) -> tuple[PlotSeries, ...]:
    """The series that hold any number: one without would be nothing but a name in the legend."""
    return tuple(one for one in series if any(value is not None for value in one.values))
