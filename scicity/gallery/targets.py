"""The figure of the year's targets: targets from one subject, achievements from the others."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from scicity import contracts, narrative, periods, releases
from scicity.charts.progress import progress
from scicity.filters import Filters
from scicity.gallery import plots_subjects as native
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.measures import goals
from scicity.measures import progress as measured
from scicity.measures.goals import Goal
from scicity.warehouse import fetch
from scicity.wording import Language, say
from scicity.wording.numbers import difference_pp, is_missing, rounded

UNREPORTED = "unreported"
PROGRESS: Columns = (
    ("goal_name", "text"), ("goal_kind", "text"), ("original_text", "text"), ("target_text", "text"),
    ("actual_text", "text"), ("progress_pct", "rate"), ("time_pct", "rate"), ("gap_pp", "change"),
    ("history_pct", "rate"), ("required_text", "text"), ("state_text", "text"),
)  # fmt: skip


def achieved(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The targets with what is done by the month on show, one row a target; level targets by progress, then growth.

    frame: `targets/goals`. Adds period, span, actual_value (a growth target's is a rate, per cent), progress_pct,
    time_pct, gap_pp (points of rounded rates), history_pct (last year's progress at the same month), required_value (a
    month, for the rest of the year), state, status ('unreported' where no subject of the release has the cell).
    """
    rows = [{**record, **_measured(record, filters)} for record in frame.to_dict("records")]
    done = pd.DataFrame(rows, columns=[*frame.columns, *_EMPTY])
    numbers = ["actual_value", "progress_pct", "time_pct", "gap_pp", "history_pct", "required_value"]
    done = done.astype({name: "float64" for name in numbers})
    level = done["kind"] == "level"
    order = done.assign(growth=~level, rank=-done["progress_pct"].fillna(-1.0).where(level, 0.0))
    return done.loc[order.sort_values(["growth", "rank"], kind="stable").index].reset_index(drop=True)


def words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The frame with the words a table prints beside the codes."""
    records = frame.to_dict("records")
    return frame.assign(
        goal_name=[goals.name(one["indicator"], one["scope"], language) for one in records],
        goal_kind=[say(f"goal_kind_{one['kind']}", language) for one in records],
        original_text=[_quantity(one, "original_value", language, blank=True) for one in records],
        target_text=[_quantity(one, "target_value", language) for one in records],
        actual_text=[_actual(one, language) for one in records],
        required_text=[_quantity(one, "required_value", language, blank=True) for one in records],
        state_text=[narrative.state_words(one, language) for one in records],
    )


_EMPTY: Mapping[str, Any] = {
    "period": "", "span": "ytd", "actual_value": None, "progress_pct": None, "time_pct": None, "gap_pp": None,
    "history_pct": None, "required_value": None, "state": "", "status": UNREPORTED,
}  # fmt: skip


def _measured(record: dict[Any, Any], filters: Filters) -> dict[str, Any]:
    goal, month = goals.goals()[record["indicator"]], filters.month
    cell = _cell(goal, month, filters)
    found = {**_EMPTY, "period": month, "time_pct": measured.elapsed(month), "status": cell.get("status", UNREPORTED)}
    if record["provenance"] == "demo" or cell.get("provenance") == "demo":
        found["provenance"] = "demo"
    if record["kind"] == "growth":
        rate = _growth(cell)
        return {**found, "actual_value": rate, "gap_pp": difference_pp(rate, record["target_value"])}
    actual = cell.get("value")
    progress_pct = measured.completion(actual, record["target_value"])
    points = measured.gap(progress_pct, measured.elapsed(month))
    return {
        **found,
        "actual_value": actual,
        "progress_pct": progress_pct,
        "gap_pp": points,
        "history_pct": _history(goal, month, filters),
        "required_value": measured.required(actual, record["target_value"], month),
        "state": measured.state(points) or "",
    }


def _cell(goal: Goal, month: str, filters: Filters) -> dict[str, Any]:
    """The cell behind a target; empty where the release has no such subject or no such cell."""
    about = releases.manifest(filters.release)
    asked = f"{goal.subject}/cell"
    if f"{goal.subject}.duckdb" not in about.files or asked not in contracts.names():
        return {}
    names = {"classification": goal.classification, "item": goal.item, "indicator": goal.indicator}
    found = fetch(about.folder, asked, **names, span="ytd", month=month).to_dict("records")
    return {str(key): value for key, value in found[0].items()} if found else {}


def _growth(cell: dict[str, Any]) -> float | None:
    value, base = cell.get("value"), cell.get("comparable_base")
    if is_missing(value) or is_missing(base) or not base:
        return None
    return float(rounded(100 * (value / base - 1)))


def _history(goal: Goal, month: str, filters: Filters) -> float | None:
    """Last year's level at the same month over that year's total, in per cent: output is seasonal."""
    before = periods.year_before(month)
    then = _cell(goal, before, filters).get("value")
    whole = _cell(goal, periods.written(periods.year_of(before), 12), filters).get("value")
    found = measured.completion(then, whole)
    return None if found is None else float(found)


def _quantity(record: dict[Any, Any], column: str, language: Language, blank: bool = False) -> str:
    value = record[column]
    if blank and is_missing(value):
        return ""
    decimals = 1 if column == "required_value" else goals.goals()[record["indicator"]].decimals
    return goals.quantity(value, record["unit"], decimals, language)


def _actual(record: dict[Any, Any], language: Language) -> str:
    if is_missing(record["actual_value"]):
        return narrative.state_words(record, language)
    return _quantity(record, "actual_value", language)


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit(
        name="target_progress",
        query="targets/goals",
        params=lambda filters: {"year": filters.month[:4]},
        draw=progress,
        tell=plain(narrative.progress),
        columns=PROGRESS,
        words=words,
        plots=native.target_progress,
        indicator="target_progress",
        about=lambda frame, filters, language: {
            "unit": "%",
            "period": periods.label(filters.month, "ytd", language),
        },
        completed=achieved,
    ),
)
