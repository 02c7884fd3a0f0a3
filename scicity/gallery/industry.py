"""The figures of the industry subject."""

import pandas as pd

from scicity import narrative, periods
from scicity.charts.classes import classes
from scicity.charts.contribution import contribution
from scicity.charts.growth import growth
from scicity.charts.monthly_scale import monthly_scale
from scicity.charts.ranking import ranking
from scicity.charts.same_month import same_month
from scicity.charts.share import share
from scicity.charts.small_multiples import small_multiples
from scicity.charts.trend import trend
from scicity.filters import Filters
from scicity.gallery import plots_industry as native
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.measures import taxonomy
from scicity.wording import Language
from scicity.wording.numbers import difference_pp

# the choices of the industry page that a figure of all industries does not follow
CHOSEN_ITEMS = ("classification", "industries", "subfields", "from_month")

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
    ("enterprises_count", "count"), ("mean_100m_yuan", "fine"), ("status", "status"),
)  # fmt: skip


def words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The frame with the words a table prints beside the codes."""
    classes = frame["classification"] if "classification" in frame else ["leading"] * len(frame)
    named = frame.assign(
        item_name=[taxonomy.item(code, one).name(language) for code, one in zip(frame["item"], classes, strict=True)],
        period_label=[
            periods.label(month, span, language) for month, span in zip(frame["period"], frame["span"], strict=True)
        ],
    )
    named["classification_name"] = named["item_name"]
    if "parent" in named:
        parents = named["parent"].where(named["parent"] != "", named["item"])
        named["parent_name"] = [taxonomy.item(code).name(language) for code in parents]
    if "share_pct" in named:
        pairs = zip(named["share_pct"], named["share_last_year_pct"], strict=True)
        named["share_change_pp"] = [
            float(step) if (step := difference_pp(*pair)) is not None else None for pair in pairs
        ]
    return named


def _total_and_industries(filters: Filters) -> tuple[str, ...]:
    return (filters.total, *filters.all_industries)


def _scale_from(filters: Filters) -> str:
    """Two calendar years up to the month on show: long enough for a seasonal pattern, short enough to read."""
    return periods.written(periods.year_of(filters.month) - 1, 2)


def _year_so_far(filters: Filters) -> str:
    """This year, and last year too while this one has too few points for a line."""
    year = periods.year_of(filters.month) - (periods.number_of(filters.month) < 5)
    return periods.written(year, 2)


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit(
        name="monthly_scale",
        query="industry/series",
        params=lambda filters: filters.leading().series(_total_and_industries(filters), _scale_from(filters)),
        draw=monthly_scale,
        tell=plain(narrative.monthly_scale),
        columns=LEVELS,
        words=words,
        plots=native.monthly_scale,
        indicator="leading_scale",
        ignores=CHOSEN_ITEMS,
    ),
    Exhibit(
        name="contribution",
        query="industry/snapshot",
        params=lambda filters: filters.snapshot(filters.all_industries),
        draw=contribution,
        tell=plain(narrative.contribution),
        columns=CONTRIBUTIONS,
        words=words,
        plots=native.contribution,
        indicator="contribution",
        ignores=CHOSEN_ITEMS,
    ),
    Exhibit(
        name="share",
        query="industry/snapshot",
        params=lambda filters: filters.snapshot(filters.all_industries),
        draw=share,
        tell=plain(narrative.share),
        columns=SHARES,
        words=words,
        plots=native.share,
        indicator="share",
        ignores=CHOSEN_ITEMS,
    ),
    Exhibit(
        name="small_multiples",
        query="industry/series",
        params=lambda filters: filters.leading().series(filters.all_subfields, _year_so_far(filters)),
        draw=small_multiples,
        tell=lambda frame, filters, language: narrative.small_multiples(frame, filters.month, language),
        columns=LEVELS,
        words=words,
        plots=native.small_multiples,
        indicator="yoy",
        ignores=CHOSEN_ITEMS,
    ),
    Exhibit(
        name="ranking",
        query="industry/snapshot",
        params=lambda filters: filters.snapshot(filters.ranked),
        draw=ranking,
        tell=plain(narrative.ranking),
        columns=RANKS,
        words=words,
        plots=native.ranking,
        indicator="yoy",
        ignores=("classification", "from_month"),
    ),
    Exhibit(
        name="trend",
        query="industry/series",
        params=lambda filters: filters.series(filters.items),
        draw=trend,
        tell=plain(narrative.trend),
        columns=LEVELS,
        words=words,
        plots=native.trend,
        indicator="leading_scale",
    ),
    Exhibit(
        name="growth",
        query="industry/series",
        params=lambda filters: filters.series(filters.items),
        draw=growth,
        tell=plain(narrative.growth),
        columns=LEVELS,
        words=words,
        plots=native.growth,
        indicator="yoy",
    ),
    Exhibit(
        name="same_month",
        query="industry/series",
        params=lambda filters: filters.series(filters.items[:1]),
        draw=same_month,
        tell=plain(narrative.same_month),
        columns=LEVELS,
        words=words,
        plots=native.same_month,
        indicator="leading_scale",
    ),
    Exhibit(
        name="classes",
        query="industry/classes",
        params=lambda filters: filters.side_by_side(),
        draw=classes,
        tell=plain(narrative.classes),
        columns=CLASSES,
        words=words,
        plots=native.classes,
        indicator="leading_scale",
        ignores=(*CHOSEN_ITEMS, "industry_only"),
    ),
)
