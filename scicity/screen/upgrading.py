"""The counters of the upgrading page: cards, the table of sizes, the change of unit, and what has no data."""

from html import escape

import pandas as pd
import streamlit as st

from scicity import narrative, periods
from scicity.exports.columns import TableColumn
from scicity.filters import Filters
from scicity.gallery.upgrading import breakdown
from scicity.narrative.cards import Card
from scicity.screen import tables
from scicity.screen.answers import answer
from scicity.screen.blocks import chip, show_list
from scicity.screen.choices import chosen, spoken
from scicity.screen.sources import notes_of
from scicity.wording import say

GRADES = ("official", "press")
# the published figure beside each counter
PRINTED = {
    "retrofit": "smart_retrofit_enterprises_2020",
    "recognised": "digital_workshops_smart_factories_2020",
    "demonstration": "demo_list_enterprises_2020",
    "rd_reserve": "rd_reserve_enterprises_2020",
}
CHANGED = ("smart_retrofit_enterprises_2020", "core_smart_retrofit_projects_2021", "core_smart_retrofit_2022h1")
UNPUBLISHED = ("upgrading_no_effect", "upgrading_no_exits", "upgrading_no_coverage", "upgrading_no_reserve",
               "upgrading_no_chain")  # fmt: skip


def cited(figure_id: str) -> pd.Series:
    """The published figure of that id, with its printed form, publisher and period."""
    found = answer("published/figures", search=figure_id, domain="", grades=GRADES)
    return found[found["figure_id"] == figure_id].iloc[0]


def headline(filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """The four counters side by side as the page's title."""
    language = spoken()
    line = say("tell_about_upgrading", language)
    scope = say("scope_KXC", language)
    return (
        narrative.upgrading_headline(_counters(filters), language),
        say("list_comma", language).join([line, scope]),
        (),
    )


def cards(filters: Filters) -> list[Card]:
    """One card a kind, with what the press printed beside it."""
    language = spoken()
    rows = _counters(filters).to_dict("records")
    return [narrative.upgrading_card(row, _printed(str(row["classification"])), language) for row in rows]


def show_sizes() -> None:
    """How large the enterprises behind each kind are; a row a kind with its own unit, never added down the column."""
    language, filters = spoken(), chosen()
    rows = answer("upgrading/breakdown", **breakdown(filters, "size"))
    if rows.empty:
        return
    kinds = rows.drop_duplicates("classification")
    wide = rows.pivot(index="classification", columns="item", values="entries_count")
    frame = kinds.assign(kind=[_kind(row) for row in kinds.to_dict("records")]).join(wide, on="classification")
    sizes = rows.drop_duplicates("item").to_dict("records")
    columns = [TableColumn("kind", say("column_kind_name", language), "text")]
    columns += [TableColumn(str(one["item"]), str(one[f"item_name_{language}"]), "count") for one in sizes]
    with st.container(key="panel_sizes"):
        period = periods.label(filters.month, filters.span, language)
        title = say("upgrading_sizes", language)
        heading(title, say("upgrading_sizes_line", language, period=period), str(rows["provenance"].iloc[0]))
        tables.show_table(frame, columns, language, title)


def show_units_changed() -> None:
    """Retrofits as printed in three years: enterprises first, projects later; the reading stands beside them."""
    language = spoken()
    figures = [cited(one) for one in CHANGED]
    rows = "".join(f"<li>{escape(_sentence(one))}</li>" for one in figures)
    notes = notes_of(pd.Series(CHANGED))
    readings = list(dict.fromkeys(text for texts in notes.values() for text in texts))
    with st.container(key="panel_units_changed"):
        heading(say("upgrading_units_changed", language), say("upgrading_units_changed_line", language), "press")
        below = "".join(f"<div class='kxc-notes'>{escape(text)}</div>" for text in readings)
        st.html(f"<div class='kxc'><ul>{rows}</ul>{below}</div>")


def show_unpublished() -> None:
    """What the page can't show yet, each with what it would need."""
    language = spoken()
    with st.container(key="panel_unpublished"):
        sentences = [say(key, language) for key in UNPUBLISHED]
        show_list(say("upgrading_unpublished", language), say("upgrading_unpublished_line", language), sentences)


def heading(title: str, line: str, provenance: str = "") -> None:
    """A panel's title, with the mark of where its numbers come from."""
    mark = f" {chip(provenance, spoken())}" if provenance else ""
    st.html(f"<div class='kxc'><h2>{escape(title)}{mark}</h2><div class='kxc-line'>{escape(line)}</div></div>")


def _counters(filters: Filters) -> pd.DataFrame:
    return answer("upgrading/counters", month=filters.month)


def _kind(row: dict) -> str:
    language = spoken()
    unit = say(f"upgrading_unit_{row['indicator']}", language)
    return say("chart_upgrading_title", language, name=row[f"name_{language}"], unit=unit)


def _printed(kind: str) -> str:
    language = spoken()
    if kind not in PRINTED:
        return ""
    row = cited(PRINTED[kind])
    period = periods.range_label(row["period_start"], row["period_end"], language)
    texts = {"period": period, "printed": row[f"printed_{language}"], "publisher": row["publisher"]}
    return say("upgrading_printed", language, **texts)


def _sentence(row: pd.Series) -> str:
    language = spoken()
    texts = [
        periods.range_label(row["period_start"], row["period_end"], language),
        f"{row[f'indicator_{language}']} {row[f'printed_{language}']}",
        str(row["scope"]),
        str(row["publisher"]),
    ]
    return say("tell_clause", language).join(texts)
