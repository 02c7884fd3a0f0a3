"""The figures of the projects subject."""

from collections.abc import Callable, Mapping

import pandas as pd

from scicity import periods
from scicity.charts.project_cohorts import project_cohorts
from scicity.charts.project_funds import project_funds
from scicity.charts.project_parts import project_parts
from scicity.charts.project_share import project_share
from scicity.charts.project_signings import project_signings
from scicity.charts.project_tiers import project_tiers
from scicity.filters import Filters
from scicity.gallery import plots_subjects as native
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.measures import taxonomy
from scicity.narrative import projects as narrative
from scicity.warehouse import Value
from scicity.wording import Language, say

SIGNINGS: Columns = (
    ("part_name", "text"), ("period_label", "text"), ("projects_count", "count"), ("contract_100m_yuan", "amount"),
    ("earlier_count", "count"), ("earlier_100m_yuan", "amount"), ("basis", "text"),
)  # fmt: skip
PARTS: Columns = (
    ("part_name", "text"), ("period_label", "text"), ("projects_count", "count"), ("share_pct", "rate"),
    ("new_projects", "count"), ("basis", "text"),
)  # fmt: skip
COHORTS: Columns = (
    ("cohort_name", "text"), ("signed_count", "count"), ("registered_count", "count"), ("registered_pct", "rate"),
    ("started_count", "count"), ("started_pct", "rate"), ("in_production_count", "count"),
    ("in_production_pct", "rate"), ("at_capacity_count", "count"), ("undated_count", "count"),
)  # fmt: skip
FUNDS: Columns = (
    ("cohort_name", "text"), ("contract_100m_yuan", "amount"), ("funds_100m_yuan", "amount"), ("in_place_pct", "rate"),
    ("status", "status"),
)  # fmt: skip
SHARE: Columns = (("origin_name", "text"), ("period_label", "text"), ("said", "text"))


def words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The frame with part, period, cohort and basis in words, as far as it has them."""
    named = frame.copy()
    if "item" in named:
        named["part_name"] = [_part(code, language) for code in named["item"]]
        named["basis"] = [say(f"projects_basis_{status}", language) for status in named["status"]]
    if "span" in named:
        spans = zip(named["period"], named["span"], strict=True)
        named["period_label"] = [periods.label(month, span, language) for month, span in spans]
    if "new_count" in named:
        named["new_projects"] = named["new_count"]
    if "cohort" in named:
        named["cohort_name"] = [_cohort(one, language) for one in named["cohort"]]
    if "origin" in named:
        pairs = zip(named["origin"], named["provenance"], strict=True)
        named["origin_name"] = [say(f"projects_origin_{origin}_{kind}", language) for origin, kind in pairs]
        named["said"] = [_said(row, language) for row in named.to_dict("records")]
    return named


def about(frame: pd.DataFrame, filters: Filters, language: Language) -> dict[str, str]:
    """The scope a figure's files speak of: the one chosen, or the one the query is about."""
    scope = str(frame["scope"].iloc[0]) if "scope" in frame and len(frame) else filters.scope
    return {"scope": say(f"projects_scope_{scope}", language)}


def _part(code: str, language: Language) -> str:
    found = taxonomy.items().get(("leading", code))
    known = found and found.level != "total"
    return found.name(language) if found and known else say(f"projects_part_{code}", language)


def _cohort(code: str, language: Language) -> str:
    return say("projects_all_years" if code == "ALL" else "projects_cohort", language, year=code)


def _said(row: dict, language: Language) -> str:
    """What a share says: as printed, or the rate with what it is of."""
    if row["origin"] == "press":
        return str(row[f"printed_{language}"])
    counts = {"part": round(row["sci_tech_count"]), "whole": round(row["total_count"])}
    return say("projects_rate_of", language, share=f"{row['share_pct']:.1f}", **counts)


def _series(filters: Filters) -> Mapping[str, Value]:
    """The chosen fields (or the whole) over this year and the last."""
    items = filters.subfields or filters.industries or (taxonomy.TOTAL,)
    first = periods.written(periods.year_of(filters.month) - 1, 2)
    return {
        "scope": filters.scope,
        "items": items,
        "span": filters.span,
        "from_month": first,
        "to_month": filters.month,
    }


def _of(kind: str) -> Callable[[Filters], Mapping[str, Value]]:
    return lambda filters: {"scope": filters.scope, "kind": kind, "span": filters.span, "month": filters.month}


def _fields(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The chosen sub-fields, those of the chosen industries, else the industries and other fields."""
    if filters.subfields:
        return frame[frame["item"].isin(filters.subfields)]
    if filters.industries:
        return frame[frame["parent"].isin(filters.industries) & (frame["level"] == "subfield")]
    return frame[frame["level"] != "subfield"]


def _as_asked(frame: pd.DataFrame, _: Filters) -> pd.DataFrame:
    return frame


def _parts(name: str, kind: str, completed: Callable[[pd.DataFrame, Filters], pd.DataFrame] = _as_asked) -> Exhibit:
    return Exhibit(
        name=name, query="projects/parts", params=_of(kind), draw=project_parts, tell=plain(narrative.parts),
        columns=PARTS, words=words,
        plots=native.project_parts, indicator="signed_projects", about=about,
        completed=completed,
    )  # fmt: skip


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit(
        name="project_signings", query="projects/series", params=_series, draw=project_signings,
        tell=plain(narrative.signed), columns=SIGNINGS, words=words,
        plots=native.project_signings, indicator="signed_projects", about=about,
    ),
    Exhibit(
        name="project_tiers", query="projects/parts", params=_of("tier"), draw=project_tiers,
        tell=plain(narrative.tiers), columns=PARTS, words=words,
        plots=native.project_parts, indicator="signed_projects", about=about,
    ),
    Exhibit(
        name="project_published_tiers", query="projects/published_tiers", params=lambda filters: {}, draw=project_tiers,
        tell=plain(narrative.published_tiers), columns=PARTS, words=words,
        plots=native.project_parts, indicator="signed_projects",
        about=lambda frame, filters, language: {
            **about(frame, filters, language), "period": periods.label("2020-09", "ytd", language),
        },
    ),
    _parts("project_fields", "field", completed=_fields),
    _parts("project_investors", "investor"),
    _parts("project_origins", "origin"),
    Exhibit(
        name="project_cohorts", query="projects/cohorts",
        params=lambda filters: {"scope": filters.scope, "month": filters.month}, draw=project_cohorts,
        tell=plain(narrative.cohorts), columns=COHORTS, words=words,
        plots=native.project_cohorts, indicator="project_conversion", about=about,
    ),
    Exhibit(
        name="project_funds", query="projects/funds", params=lambda filters: {"scope": filters.scope},
        draw=project_funds, tell=plain(narrative.funds), columns=FUNDS, words=words,
        plots=native.project_funds, indicator="project_funds",
        about=about,
    ),
    Exhibit(
        name="project_share", query="projects/sci_tech",
        params=lambda filters: {"scope": filters.scope, "month": filters.month}, draw=project_share,
        tell=plain(narrative.sci_tech), columns=SHARE, words=words, indicator="signed_projects", about=about,
    ),
)  # fmt: skip
