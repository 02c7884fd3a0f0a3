"""The figures of the innovation chain of one sub-field, and of the institute that is told by itself."""

import pandas as pd

from scicity import periods, releases
from scicity.charts.chain import chain as columns_of
from scicity.charts.chain_joined import chain_joined
from scicity.charts.network import institute
from scicity.filters import Filters
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.measures import chain, taxonomy
from scicity.narrative import chain as told
from scicity.narrative import institute as institute_told
from scicity.warehouse import Value
from scicity.wording import Language, say

CHAIN: Columns = (
    ("chain_column", "text"), ("chain_link", "text"), ("chain_said", "text"), ("period_label", "text"),
    ("chain_whole", "text"), ("chain_coverage_pct", "rate"),
)  # fmt: skip
JOINED: Columns = (
    ("chain_series", "text"), ("period_label", "text"), ("chain_shown", "text"), ("chain_value", "text"),
    ("status", "status"),
)  # fmt: skip
FACTS: Columns = (
    ("institute_fact", "text"), ("printed_words", "text"), ("quotation", "text"), ("publisher", "text"),
)  # fmt: skip


def subfield(filters: Filters) -> str:
    """The one sub-field the chain is about: the first chosen, or the first there is."""
    return (filters.subfields or tuple(taxonomy.subfields()))[0]


def tables(filters: Filters) -> tuple[str, ...]:
    """The cells of the chain's subjects, as far as the release has them."""
    there = releases.manifest(filters.release).files
    return tuple(f"{subject}.cells" for subject in chain.subjects() if f"{subject}.duckdb" in there)


def columns_params(filters: Filters) -> dict[str, Value]:
    return {"tables": tables(filters), "item": subfield(filters), "month": filters.month, "figures": chain.wholes()}


def joined_params(filters: Filters) -> dict[str, Value]:
    return {
        "tables": tables(filters),
        "item": subfield(filters),
        "lag_months": filters.lag_months,
        "from_month": filters.from_month,
        "to_month": filters.month,
    }


def columns_words(cells: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The laid-out rows with column, measure, value and period in words."""
    frame = told.laid(cells)
    return frame.assign(
        chain_column=[say(f"chain_{code}", language) for code in frame["column"]],
        chain_link=frame[f"name_{language}"],
        chain_said=frame[f"said_{language}"],
        chain_whole=frame[f"whole_{language}"],
        period_label=[
            periods.label(month, "ytd" if span == "ytd" else "month", language) if month else ""
            for month, span in zip(frame["period_end"], frame["span"], strict=True)
        ],
        chain_coverage_pct=frame["coverage_pct"],
        # the words above say what is missing; a status would turn coverage into a mark
        status="",
    )


def joined_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The rows side by side with measure, both months and value in words."""
    names = zip(frame["classification"], frame["indicator"], strict=True)
    return frame.assign(
        chain_series=[
            say("chain_series_growth" if held == "leading" else f"chain_series_{held}_{name}", language)
            for held, name in names
        ],
        period_label=[periods.label(month, "month", language) for month in frame["month"]],
        chain_shown=[periods.label(month, "month", language) for month in frame["shown_month"]],
        chain_value=[told.number_of(row, language) for row in frame.to_dict("records")],
    )


def about(frame: pd.DataFrame, filters: Filters, language: Language) -> dict[str, str]:
    """Every file of the chain says first that standing side by side is not causing."""
    name = taxonomy.item(subfield(filters)).name(language)
    lines = (say("chain_not_cause", language), say("chain_coverage_defined", language))
    lag = say("chain_lag_said", language, lag=filters.lag_months)
    return {
        "filters": say("list_comma", language).join((name, lag)),
        "definition": " ".join(lines),
        "source": say("chain_source_demo" if (frame["provenance"] == "demo").any() else "chain_source", language),
    }


def institute_about(frame: pd.DataFrame, _: Filters, language: Language) -> dict[str, str]:
    """The institute's files name the institute as their scope."""
    return {
        "unit": "",
        "period": institute_told.period(frame, language),
        "scope": say("institute_scope", language),
        "filters": "",
        "definition": say("institute_note", language),
        "source": institute_told.source(frame, language),
    }


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit(
        name="chain",
        query="chain/cells",
        params=columns_params,
        draw=lambda cells, look: columns_of(told.laid(cells), look),
        tell=lambda cells, filters, language: told.columns(cells, subfield(filters), filters.month, language),
        columns=CHAIN,
        words=columns_words,
        indicator="chain",
        about=about,
    ),
    Exhibit(
        name="chain_joined",
        query="chain/joined",
        params=joined_params,
        draw=chain_joined,
        tell=lambda frame, filters, language: told.joined(frame, subfield(filters), filters.lag_months, language),
        columns=JOINED,
        words=joined_words,
        indicator="chain",
        about=about,
    ),
    Exhibit(
        name="institute",
        query="published/institute",
        params=lambda _: {},
        draw=institute,
        tell=plain(institute_told.network),
        columns=FACTS,
        words=institute_told.words,
        indicator="institute",
        about=institute_about,
    ),
)
