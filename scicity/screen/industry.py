"""The choices of the industry page: industries, their sub-fields, classification, unit, and where a series starts."""

from dataclasses import replace

import streamlit as st

from scicity import narrative, periods
from scicity.filters import FIRST_MONTH, UNITS, Filters, Unit
from scicity.measures import taxonomy
from scicity.screen.answers import answer
from scicity.screen.choices import chosen, pick_many, pick_one, pick_switch, spoken
from scicity.wording import say


def choose() -> Filters:
    """The shared choices with the page's own. Sub-fields follow the chosen industries."""
    shared, language = chosen(), spoken()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choices_page"):
        classification = pick_switch("class", taxonomy.CLASSIFICATIONS, "leading")
        unit: Unit = "10k_yuan" if pick_switch("unit", UNITS, UNITS[0]) == "10k_yuan" else "100m_yuan"
        start = pick_one(
            "from", periods.between(FIRST_MONTH, shared.month), FIRST_MONTH, say("from_month", language),
            lambda month: periods.label(month, "month", language),
        )  # fmt: skip
    filters = replace(shared, classification=classification, unit=unit, from_month=start)
    if classification != "leading":
        return filters
    left, right = st.columns(2)
    with left:
        industries = pick_many("ind", list(shared.all_industries), say("column_industry", language), _named)
    with right:
        parents = industries or shared.all_industries
        below = [code for parent in parents for code in taxonomy.subfields(parent)]
        subfields = pick_many("sub", below, say("subfields", language), _named)
    return replace(filters, industries=industries, subfields=subfields)


def headline(filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """The page's title: what is chosen, and how it grew."""
    language = spoken()
    told = narrative.trend(answer("industry/series", **filters.series(filters.items)), language)
    return say("page_output", language), told.headline, ()


def _named(code: str) -> str:
    return taxonomy.item(code).name(spoken())
