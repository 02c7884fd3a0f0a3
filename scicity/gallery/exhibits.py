"""The figures there are: what each asks a release, how it is drawn, what is said about it, what its table holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from scicity import narrative, periods
from scicity.charts.classes import classes
from scicity.charts.contribution import contribution
from scicity.charts.growth import growth
from scicity.charts.look import Look
from scicity.charts.monthly_scale import monthly_scale
from scicity.charts.ranking import ranking
from scicity.charts.same_month import same_month
from scicity.charts.share import share
from scicity.charts.small_multiples import small_multiples
from scicity.charts.trend import trend
from scicity.exports.columns import Kind
from scicity.filters import Filters
from scicity.narrative import Told
from scicity.warehouse import Value
from scicity.wording import Language

# amount_change: a signed amount, which becomes a count in the small unit as amounts do
Columns = tuple[tuple[str, Kind | Literal["amount_change"]], ...]

LEVELS: Columns = (
    ("item_name", "text"), ("period_label", "text"), ("value_100m_yuan", "amount"), ("base_100m_yuan", "amount"),
    ("yoy_pct", "rate"), ("status", "status"),
)  # fmt: skip
SHARES: Columns = (
    ("item_name", "text"), ("value_100m_yuan", "amount"), ("yoy_pct", "rate"), ("share_pct", "rate"),
    ("share_last_year_pct", "rate"), ("share_change_pp", "change"), ("status", "status"),
)  # fmt: skip
CONTRIBUTIONS: Columns = (
    ("item_name", "text"), ("increment_100m_yuan", "amount_change"), ("yoy_pct", "rate"), ("contribution_pp", "change"),
    ("growth_share_pct", "rate"), ("status", "status"),
)  # fmt: skip
RANKS: Columns = (
    ("item_name", "text"), ("parent_name", "text"), ("value_100m_yuan", "amount"), ("yoy_pct", "rate"),
    ("status", "status"),
)  # fmt: skip
CLASSES: Columns = (
    ("classification_name", "text"), ("period_label", "text"), ("value_100m_yuan", "amount"), ("yoy_pct", "rate"),
    ("enterprises_count", "count"), ("status", "status"),
)  # fmt: skip


@dataclass(frozen=True)
class Exhibit:
    """One figure's recipe. `indicator` names the measure its definition and unit come from."""

    name: str
    query: str
    params: Callable[[Filters], Mapping[str, Value]]
    draw: Callable[[pd.DataFrame, Look], go.Figure]
    tell: Callable[[pd.DataFrame, Filters, Language], Told]
    columns: Columns
    indicator: str = "leading_scale"


def _total_and_industries(filters: Filters) -> tuple[str, ...]:
    return (filters.total, *filters.all_industries)


def _scale_from(filters: Filters) -> str:
    """Two calendar years up to the month on show: long enough for a seasonal pattern, short enough to read."""
    return periods.written(periods.year_of(filters.month) - 1, 2)


def _year_so_far(filters: Filters) -> str:
    """This year, and last year too while this one has too few points for a line."""
    year = periods.year_of(filters.month) - (periods.number_of(filters.month) < 5)
    return periods.written(year, 2)


EXHIBITS: dict[str, Exhibit] = {
    one.name: one
    for one in (
        Exhibit(
            "monthly_scale", "industry/series",
            lambda filters: filters.leading().series(_total_and_industries(filters), _scale_from(filters)),
            monthly_scale, lambda frame, _, language: narrative.monthly_scale(frame, language), LEVELS,
        ),
        Exhibit(
            "contribution", "industry/snapshot", lambda filters: filters.snapshot(filters.all_industries),
            contribution, lambda frame, _, language: narrative.contribution(frame, language), CONTRIBUTIONS,
            "contribution",
        ),
        Exhibit(
            "share", "industry/snapshot", lambda filters: filters.snapshot(filters.all_industries),
            share, lambda frame, _, language: narrative.share(frame, language), SHARES, "share",
        ),
        Exhibit(
            "small_multiples", "industry/series",
            lambda filters: filters.leading().series(filters.all_subfields, _year_so_far(filters)),
            small_multiples,
            lambda frame, filters, language: narrative.small_multiples(frame, filters.month, language), LEVELS, "yoy",
        ),
        Exhibit(
            "ranking", "industry/snapshot", lambda filters: filters.snapshot(filters.ranked),
            ranking, lambda frame, _, language: narrative.ranking(frame, language), RANKS, "yoy",
        ),
        Exhibit(
            "trend", "industry/series", lambda filters: filters.series(filters.items),
            trend, lambda frame, _, language: narrative.trend(frame, language), LEVELS,
        ),
        Exhibit(
            "growth", "industry/series", lambda filters: filters.series(filters.items),
            growth, lambda frame, _, language: narrative.growth(frame, language), LEVELS, "yoy",
        ),
        Exhibit(
            "same_month", "industry/series", lambda filters: filters.series(filters.items[:1]),
            same_month, lambda frame, _, language: narrative.same_month(frame, language), LEVELS,
        ),
        Exhibit(
            "classes", "industry/classes", lambda filters: filters.side_by_side(),
            classes, lambda frame, _, language: narrative.classes(frame, language), CLASSES,
        ),
    )
}  # fmt: skip
