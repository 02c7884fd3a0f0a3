"""Working days of mainland China: weekdays without public holidays, and the weekend days worked in their place.

The days stand in data/calendar/holidays.csv, each with the State Council notice that set it; where a later notice
speaks of the same day (the longer Spring Festival of 2020), the later one holds. Beyond the years of the table
nothing is guessed.
"""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from scicity import places

SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """kinds: 'holiday' or 'workday' by day, for the days that are not as their weekday says."""

    first: date
    last: date
    kinds: dict[date, str]

    def is_working(self, day: date) -> bool:
        """Whether people work on that day. A day the table does not reach raises ValueError."""
        if not self.first <= day <= self.last:
            raise ValueError(
                f"{day} lies outside the holiday table ({self.first} to {self.last}): add the year's State Council "
                "notice to data/calendar/holidays.csv and move the days in holidays.toml."
            )
        return self.kinds.get(day, "holiday" if day.weekday() >= SATURDAY else "workday") == "workday"

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`: Monday to the Monday after is 5. end before start raises."""
        if end < start:
            raise ValueError(f"{end} is before {start}: give the earlier day first.")
        return sum(self.is_working(start + timedelta(days=step)) for step in range(1, (end - start).days + 1))

    def after(self, start: date, count: int) -> date:
        """The day on which the `count`-th working day after `start` falls."""
        day = start
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def numbered(self) -> list[tuple[str, int]]:
        """Every day with how many working days lie up to it; two numbers subtracted are `between`."""
        days = [self.first + timedelta(days=step) for step in range((self.last - self.first).days + 1)]
        found, count = [], 0
        for day in days:
            count += self.is_working(day)
            found.append((day.isoformat(), count))
        return found


@cache
def calendar(folder: Path = places.CALENDAR) -> Calendar:
    """The table as it stands. A kind it does not know raises ValueError naming the row."""
    about = tomllib.loads((folder / "holidays.toml").read_text(encoding="utf-8"))
    with (folder / "holidays.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for at, row in enumerate(rows, start=2):
        if row["kind"] not in ("holiday", "workday"):
            raise ValueError(f"holidays.csv, row {at}: '{row['kind']}' is neither holiday nor workday.")
    ordered = sorted(rows, key=lambda row: row["published_on"])
    kinds = {date.fromisoformat(row["date"]): row["kind"] for row in ordered}
    return Calendar(date.fromisoformat(about["first_day"]), date.fromisoformat(about["last_day"]), kinds)
