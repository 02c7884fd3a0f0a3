"""The pieces of the first page: headline, cards, the industry table, movers, and what changed since last time."""

from dataclasses import replace
from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from scicity import narrative, periods, releases
from scicity.exports.columns import TableColumn
from scicity.filters import Filters
from scicity.measures import taxonomy
from scicity.narrative.cards import Card
from scicity.screen import tables
from scicity.screen.answers import answer
from scicity.screen.choices import chosen, spoken
from scicity.screen.figures import show_files
from scicity.wording import say
from scicity.wording.numbers import signed

ENDS = 3  # how many sub-fields from each end of the ranking
# cited: no monthly report carries signed projects yet
SIGNED = "core_signed_projects_ytd_2020_09"
TIERS = ("core_signed_10bn_projects_ytd_2020_09", "core_signed_1bn_projects_ytd_2020_09")


def headline(filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """Title, sub-line and notes of the first page, from the total of the newest two periods."""
    spans = []
    for span in periods.SPANS:
        now = replace(filters, span=span)
        before = replace(now, month=periods.previous(filters.month))
        spans.append(pd.concat([_snapshot(now), _snapshot(before)], ignore_index=True))
    day = date.fromisoformat(releases.manifest(filters.release).published_on)
    told = narrative.home(spans[0], spans[1], day, spoken())
    return told.headline, told.subline, told.notes


def cards(filters: Filters, industries: pd.DataFrame) -> list[Card]:
    """The four cards: scale of the leading industries, the two overlapping classifications, and signed projects."""
    language = spoken()
    total = industries[industries["item"] == filters.total].iloc[0]
    classes = answer("industry/classes", **filters.side_by_side()).set_index("classification", drop=False)
    levels = [total, classes.loc["high_tech"], classes.loc["strategic"]]
    return [narrative.level_card(row, language) for row in levels] + [_signed_projects()]


def show_industries(industries: pd.DataFrame) -> None:
    """The table of the four industries and their total."""
    filters, language = chosen(), spoken()
    ordered = pd.concat([industries[industries["level"] != "total"], industries[industries["item"] == filters.total]])
    names = [taxonomy.item(code).name(language) for code in ordered["item"]]
    columns = [
        TableColumn("name", say("column_industry", language), "text"),
        TableColumn("value_100m_yuan", say("column_scale", language), "amount"),
        TableColumn("yoy_pct", say("column_yoy", language), "change"),
        TableColumn("share_pct", say("column_share", language), "rate"),
    ]
    title = say("table_industries", language)
    with st.container(key="panel_industries"):
        _heading(title, say("table_industries_line", language, period=_period(filters)))
        tables.show_table(ordered.assign(name=names), columns, language, title, ordered["level"] == "total")


def show_movers(subfields: pd.DataFrame) -> None:
    """The sub-fields that grew most and least; what is not disclosed takes no part."""
    filters, language = chosen(), spoken()
    known = subfields[(subfields["level"] == "subfield") & subfields["yoy_pct"].notna()]
    ordered = known.sort_values("yoy_pct", ascending=False, kind="stable")
    ends = pd.concat([ordered.head(ENDS), ordered.tail(max(0, min(ENDS, len(ordered) - ENDS)))])
    rows = "".join(_mover(row) for row in ends.to_dict("records"))
    with st.container(key="panel_movers"):
        line = say("movers_line", language, period=_period(filters), n=len(ordered))
        _heading(say("movers", language), line)
        st.html(f"<div class='kxc'><table><tbody>{rows}</tbody></table></div>")
        show_files("ranking")


def show_changes(changes: pd.DataFrame) -> None:
    """What this release changed against the one before."""
    language = spoken()
    about = releases.manifest(chosen().release)
    sentences = narrative.since_last(changes, language) if about.previous else (say("first_release", language),)
    with st.container(key="panel_changes"):
        _heading(say("changes", language), say("changes_line", language, note=about.note or about.id))
        st.html(f"<div class='kxc'><ul>{''.join(f'<li>{escape(one)}</li>' for one in sentences)}</ul></div>")


def _snapshot(filters: Filters) -> pd.DataFrame:
    return answer("industry/snapshot", **filters.snapshot(filters.all_industries))


def _signed_projects() -> Card:
    found = answer("published/figures", search="", domain="projects", grades=("official", "press"))
    figures, language = found.set_index("figure_id"), spoken()
    row = figures.loc[SIGNED]
    period = periods.range_label(row["period_start"], row["period_end"], language)
    label = say("card_published", language, name=row[f"indicator_{language}"], period=period)
    card = narrative.published_card(label, row[f"printed_{language}"], row["publisher"], row["published_on"], language)
    tiers = {f"tier{at}": figures.loc[one, f"printed_{language}"] for at, one in enumerate(TIERS)}
    return replace(card, change=say("card_tiers", language, **tiers))


def _mover(row: dict) -> str:
    language = spoken()
    parent = taxonomy.item(row["parent"])
    return (
        f"<tr><td class='text'>{escape(taxonomy.item(row['item']).name(language))} "
        f"<span class='ind-{parent.code}'>{escape(parent.name(language))}</span></td>"
        f"<td>{escape(signed(row['yoy_pct'], 1, language))}</td></tr>"
    )


def _period(filters: Filters) -> str:
    return periods.label(filters.month, filters.span, spoken())


def _heading(title: str, line: str) -> None:
    st.html(f"<div class='kxc'><h2>{escape(title)}</h2><div class='kxc-line'>{escape(line)}</div></div>")
