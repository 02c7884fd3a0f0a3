"""The light of a project, computed from its dates and never typed in: ahead, on track, late, behind, or undated.

The words are those of the zone's own four-colour rule; the days stand below and are printed with the light.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Light = Literal["undated", "behind", "late", "on_track", "ahead"]
WARNING_DAYS = 30  # so many days before the due date an open milestone is shown as late
AHEAD_DAYS = 30  # done so many days early is ahead


@dataclass(frozen=True)
class Judged:
    """A light and the days it rests on: days over the due date, left until it, or done before it."""

    light: Light
    days: int


def light(due: date | None, done: date | None, today: date) -> Judged:
    """The light of a milestone due on `due`, done on `done` (None: not yet), as of `today`.

    Without a due date nothing is judged, whatever else is known.
    """
    if due is None:
        return Judged("undated", 0)
    if done is not None and done <= today:
        early = (due - done).days
        return Judged("ahead" if early >= AHEAD_DAYS else "on_track" if early >= 0 else "behind", abs(early))
    left = (due - today).days
    if left < 0:
        return Judged("behind", -left)
    return Judged("late" if left <= WARNING_DAYS else "on_track", left)
