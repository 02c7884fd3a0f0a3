"""What a frame of monthly scale says, ready to draw."""

from dataclasses import dataclass

import pandas as pd

from scicity.charts import amounts, timeline
from scicity.charts.look import Look
from scicity.charts.rows import Row, absent, by_item, name, periods_of, read, span_of
from scicity.charts.timeline import Slot
from scicity.measures import taxonomy
from scicity.periods import Span

NARROW_PERIODS = 8


@dataclass(frozen=True)
class Story:
    """What the frame says, ready to draw: places, each industry's rows by period, the total's rows by period."""

    look: Look
    span: Span
    places: list[Slot]
    parts: dict[str, dict[str, Row]]
    total: dict[str, Row]

    @property
    def industries(self) -> int:
        """How many industries the total is made of; as many as there are parts where there is no such total."""
        row = next(iter(self.total.values()), None)
        if row is None or row.item not in (taxonomy.TOTAL, taxonomy.INDUSTRIAL_TOTAL) or row.item in self.parts:
            return len(self.parts)
        every = [taxonomy.item(code).measure for code in taxonomy.industries()]
        return len(every) if row.item == taxonomy.TOTAL else every.count("output")

    def level(self, item: str, place: Slot) -> float | None:
        """A part's height in a column; None when it is missing."""
        row = self.parts[item].get(place.period)
        return place.height(row.value) if row else None

    def known(self, place: Slot) -> float:
        """How high the known parts stand together."""
        return sum(self.level(item, place) or 0.0 for item in self.parts)

    def whole(self, place: Slot) -> float | None:
        row = self.total.get(place.period)
        return place.height(row.value) if row else None


def told_by(frame: pd.DataFrame, look: Look) -> Story:
    rows = [row for row in read(frame, "value_100m_yuan", "yoy_pct") if row.classification == "leading"]
    items = {code: series for (_, code), series in by_item(rows).items()}
    parts = {code: items[code] for code in taxonomy.industries() if code in items}
    wanted = [code for code in (taxonomy.TOTAL, taxonomy.INDUSTRIAL_TOTAL) if code in items]
    total = items[wanted[0]] if wanted else {}
    if not wanted and len(parts) == 1:
        total = next(iter(parts.values()))
    if not parts and wanted:
        parts = {wanted[0]: total}
    drawn = [row for series in (*parts.values(), total) for row in series.values()]
    chosen = periods_of(drawn)[-NARROW_PERIODS if look.narrow else None :]
    return Story(look, span_of(drawn), timeline.slots(chosen, span_of(drawn)), parts, total)


def last_place(story: Story) -> Slot | None:
    """The last column that stands."""
    return next((place for place in reversed(story.places) if story.known(place) > 0), None)


def named_part(story: Story, item: str) -> tuple[str, str]:
    """An industry's name, and its value in the last column; no value when the column is not the last period."""
    series = story.parts[item]
    last = story.places[-1]
    row = series.get(last.period) or next(iter(series.values()))
    if last_place(story) is not last:
        return name(row, story.look), ""
    told = series.get(last.period)
    value = told.value if told else None
    return name(row, story.look), absent(told, story.look) if value is None else amounts.amount(value, story.look)
