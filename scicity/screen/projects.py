"""The pieces of the page of signed projects: its choices, cards, the expo, the launch by two divisions, the tiers."""

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from scicity import periods
from scicity.exports.columns import TableColumn
from scicity.filters import SCOPES, UNITS, Filters, Scope, Unit
from scicity.measures import taxonomy
from scicity.narrative import projects as told
from scicity.narrative import projects_published as cited
from scicity.narrative import published_card
from scicity.narrative.cards import Card
from scicity.screen import tables
from scicity.screen.answers import answer
from scicity.screen.blocks import chip, notes_html, show_cards
from scicity.screen.choices import chosen, pick_many, pick_switch, spoken
from scicity.wording import say

EVENT = "2020线上智博会"
CARDS = ("core_signed_projects_ytd_2020_09", "core_signed_tech_share_ytd_2020_09", "smart_expo_projects")
EXPO = ("smart_expo_projects", "smart_expo_investment", "smart_expo_fortune500")


def choose() -> Filters:
    """The shared choices with the page's own: scope, unit, industries and the sub-fields that follow them."""
    shared, language = chosen(), spoken()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choices_page"):
        scope: Scope = "KXC" if pick_switch("scope", SCOPES, SCOPES[0]) == "KXC" else "ZGY"
        unit: Unit = "10k_yuan" if pick_switch("unit", UNITS, UNITS[0]) == "10k_yuan" else "100m_yuan"
    left, right = st.columns(2)
    with left:
        industries = pick_many("ind", taxonomy.industries(), say("column_industry", language), _named)
    with right:
        below = [code for parent in industries or taxonomy.industries() for code in taxonomy.subfields(parent)]
        subfields = pick_many("sub", below, say("subfields", language), _named)
    return replace(shared, scope=scope, unit=unit, industries=industries, subfields=subfields)


def headline(filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """What was signed in the chosen scope; without a ledger, that there is none yet."""
    language, rows = spoken(), _whole(filters)
    if rows.empty:
        return say("page_signing", language), say("projects_no_ledger", language), ()
    line = "projects_line" if (rows["provenance"] == "demo").any() else "projects_line_official"
    period = periods.label(filters.month, filters.span, language)
    scope = say(f"projects_scope_{filters.scope}", language)
    finding = told.signed(rows, language).headline
    return say("page_signing", language), finding, (say(line, language, scope=scope, period=period),)


def show_published() -> None:
    """Cards of the published figures, each with its own scope and period; 43 and 70 never meet."""
    language, figures = spoken(), _cited(CARDS + EXPO)
    made = [_card(figures.loc[name]) for name in CARDS if name in figures.index]
    if {*EXPO} <= {*figures.index}:
        made.append(_mean(figures))
    show_cards(made)
    bound = figures.loc[CARDS[1], "value"], figures.loc[CARDS[0], "value"]
    st.html(notes_html([told.more_than(bound[1], bound[0], language), say("projects_never_added", language)]))


def show_expo() -> None:
    """The expo's block: printed figures with their words, the investors print names, and what the ledger holds."""
    language, figures = spoken(), _cited(EXPO)
    printed = [figures.loc[name, f"printed_{language}"] for name in EXPO]
    names = answer("projects/named", list="fortune500")[f"name_{language}"].tolist()
    others = answer("projects/named", list="expo")[f"name_{language}"].tolist()
    comma = say("list_comma", language)
    lines = [
        f"{say('projects_expo_names', language, n=printed[2])}{say('projects_colon', language)}{comma.join(names)}",
        f"{say('projects_expo_others', language)}{say('projects_colon', language)}{comma.join(others)}",
        say("projects_expo_stages", language, n=printed[0]),
        *cited.ledger_event(answer("projects/event", scope="KXC", event=EVENT), language),
    ]
    with st.container(key="panel_expo"):
        title = say("projects_expo_title", language, n=printed[0], amount=printed[1])
        _heading(title, say("projects_expo_line", language), "press")
        st.html(f"<div class='kxc'><ul>{''.join(f'<li>{escape(one)}</li>' for one in lines)}</ul></div>")
        quotes = [cited.quoted(row, language) for _, row in figures.loc[list(EXPO)].iterrows()]
        st.html(notes_html(quotes))


def show_launch() -> None:
    """The launch of 2020-09-11, by type and by district: where the parts miss the total, the page says by how much."""
    language = spoken()
    figures = _cited(("kxc_launch_",))
    with st.container(key="panel_launch"):
        total = figures.loc["kxc_launch_all_n"], figures.loc["kxc_launch_all_amt"]
        title = say("projects_launch_title", language, n=total[0][f"printed_{language}"],
                    amount=total[1][f"printed_{language}"])  # fmt: skip
        _heading(title, say("projects_launch_line", language), "press")
        for place, kind in zip(st.columns(2), cited.LAUNCH, strict=True):
            with place:
                _launch(figures, kind)
        st.html(notes_html([cited.quoted(one, language) for one in total]))


def show_bands() -> None:
    """The published tiers of every year, each with its wording; only exclusive ones are added up."""
    language = spoken()
    rows = cited.bands(answer("projects/bands"), language)
    columns = [
        TableColumn("band", say("column_band", language), "text"),
        TableColumn("shown", say("column_projects_count", language), "text"),
        TableColumn("publisher", say("column_publisher", language), "text"),
    ]
    with st.container(key="panel_bands"):
        title = say("projects_nested_title", language)
        _heading(title, say("projects_nested_line", language), "press")
        tables.show_table(rows, columns, language, title, rows["is_head"])


def _launch(figures: pd.DataFrame, kind: str) -> None:
    language = spoken()
    rows = cited.launch(figures, kind, language)
    columns = [
        TableColumn("name", say(f"projects_launch_by_{kind}", language), "text"),
        TableColumn("projects", say("column_launch_n", language), "count"),
        TableColumn("printed", say("column_launch_amount", language), "text"),
    ]
    tables.show_table(rows, columns, language, say(f"projects_launch_by_{kind}", language), rows["is_total"])
    st.html(notes_html([cited.gap(rows, language)]))


def _whole(filters: Filters) -> pd.DataFrame:
    first = periods.written(periods.year_of(filters.month) - 1, 2)
    return answer("projects/series", scope=filters.scope, items=(taxonomy.TOTAL,), span=filters.span,
                  from_month=first, to_month=filters.month)  # fmt: skip


def _cited(prefixes: tuple[str, ...]) -> pd.DataFrame:
    return answer("projects/cited", prefixes=prefixes).set_index("figure_id")


def _card(row: pd.Series) -> Card:
    language = spoken()
    period = periods.range_label(row["period_start"], row["period_end"], language)
    label = say("card_published", language, name=row[f"indicator_{language}"], period=period)
    return published_card(label, row[f"printed_{language}"], row["publisher"], row["published_on"], language)


def _mean(figures: pd.DataFrame) -> Card:
    projects, amount, _ = (float(figures.loc[name, "value"]) for name in EXPO)
    return cited.mean_card(amount, projects, spoken())


def _named(code: str) -> str:
    return taxonomy.item(code).name(spoken())


def _heading(title: str, line: str, provenance: str) -> None:
    mark = chip(provenance, spoken())
    st.html(f"<div class='kxc'><h2>{escape(title)} {mark}</h2><div class='kxc-line'>{escape(line)}</div></div>")
