"""The catalogue: indicators with their definitions, cited public figures, comparators, releases."""

from html import escape

import pandas as pd
import streamlit as st

from scicity import measures, periods, releases
from scicity.exports.columns import TableColumn
from scicity.measures import Indicator
from scicity.screen import address, sources, tables
from scicity.screen.answers import answer
from scicity.screen.choices import pick_one, spoken
from scicity.wording import say

SHOWN_AT_ONCE = 100
GRADES = ("official", "press")  # unverified pages are kept, and never shown as facts
FIGURE_COLUMNS = ("name", "printed", "period", "scope", "quotation", "publisher", "published_on", "grade")
COMPARED = ("cn_iav_ytd_yoy", "cq_iav_ytd_yoy", "cq_hightech_iav_ytd_yoy", "cq_sei_iav_ytd_yoy", "cq_gdp_ytd_yoy")


def show_indicators() -> None:
    """One entry an indicator: definition, unit, kind, price basis, source, lag, last period."""
    language = spoken()
    last = answer("catalog/last_periods").set_index(["classification", "item", "indicator"])["last_month"]
    with st.container(key="panel_indicators"):
        entries = "".join(_indicator(one, last.get(one.cell, "")) for one in measures.indicators().values())
        title = escape(say("indicators", language, n=len(measures.indicators())))
        st.html(f"<div class='kxc'><h2>{title}</h2>{entries}</div>")


def show_figures() -> None:
    """The cited public figures, searched by any word of name, quotation, publisher or scope."""
    language = spoken()
    domains = ["", *answer("published/domains")["domain"].tolist()]
    with st.container(key="panel_figures"):
        st.html(f"<div class='kxc'><h2>{escape(say('published_figures', language))}</h2></div>")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            search = _search()
            domain = pick_one("domain", domains, "", say("domain", language), _domain)
        found = answer("published/figures", search=search, domain=domain, grades=GRADES)
        st.html(f"<div class='kxc'>{_figures(found.head(SHOWN_AT_ONCE))}</div>")
        count = say("figures_found", language, n=len(found), shown=min(len(found), SHOWN_AT_ONCE))
        st.html(f"<div class='kxc kxc-notes'>{escape(count)}</div>")


def show_comparators() -> None:
    """Growth in Chongqing and the country, month by month, each with its own source."""
    language = spoken()
    frame = answer("published/comparators", series=COMPARED, from_month="2018-02", to_month="2020-08")
    spans = zip(frame["month"], frame["span"], strict=True)
    frame = frame.assign(period=[periods.label(month, span, language) for month, span in spans],
                         name=frame[f"indicator_{language}"])  # fmt: skip
    columns = [
        TableColumn("name", say("column_name", language), "text"),
        TableColumn("period", say("column_period_label", language), "text"),
        TableColumn("value_pct", say("column_yoy_pct", language), "rate"),
        TableColumn("publisher", say("column_publisher", language), "text"),
        TableColumn("published_on", say("column_published_on", language), "text"),
    ]
    with st.container(key="panel_comparators"):
        st.html(f"<div class='kxc'><h2>{escape(say('comparators', language))}</h2></div>")
        st.html(tables.twin_html(frame, columns, language, say("comparators", language)))


def show_releases() -> None:
    """The releases there are, newest first."""
    language = spoken()
    shelf = [
        {"id": one.id, "published_on": one.published_on, "month": periods.label(one.months[1], "month", language),
         "new": one.changes.get("new", 0), "revised": one.changes.get("revised", 0), "note": one.note}
        for one in reversed(releases.released())
    ]  # fmt: skip
    kinds = {"new": "count", "revised": "count"}
    columns = [TableColumn(name, say(f"column_release_{name}", language), kinds.get(name, "text")) for name in shelf[0]]  # type: ignore[arg-type]
    with st.container(key="panel_releases"):
        st.html(f"<div class='kxc'><h2>{escape(say('releases', language))}</h2></div>")
        tables.show_table(pd.DataFrame(shelf), columns, language, say("releases", language))


def _indicator(one: Indicator, last_month: str) -> str:
    language = spoken()
    facts = {
        "unit": one.unit,
        "kind": say(f"kind_{one.kind}", language),
        "scope": say("scope_KXC", language),
        "price": one.text("price", language),
        "source": one.text("source", language),
        "lag": one.text("lag", language),
        "last": periods.label(last_month, "month", language) if last_month else "",
    }
    rows = "".join(
        f"<dt>{escape(say(f'fact_{key}', language))}</dt><dd>{escape(text)}</dd>" for key, text in facts.items() if text
    )
    name, definition = escape(one.text("name", language)), escape(one.text("definition", language))
    return f"<details><summary>{name}</summary><div>{definition}</div><dl>{rows}</dl></details>"


def _search() -> str:
    asked = address.wanted("q")
    if asked is not None:
        st.session_state["q"] = asked[:80]
    label = say("search", spoken())
    text = st.text_input(
        label, key="q", persist_state="session", placeholder=say("search_hint", spoken()), max_chars=80
    )
    address.remember("q", text, "")
    return text.strip()


def _domain(code: str) -> str:
    return say(f"published_domain_{code}", spoken()) if code else say("all_of_them", spoken())


def _figures(found: pd.DataFrame) -> str:
    language = spoken()
    heads = "".join(f"<th class='text'>{escape(say(f'column_{name}', language))}</th>" for name in FIGURE_COLUMNS)
    notes = sources.notes_of(found["figure_id"])
    rows = "".join(f"<tr>{_figure(row, notes.get(row['figure_id'], []))}</tr>" for row in found.to_dict("records"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<div class='kxc-scroll' tabindex='0'>{table}</div>"


def _figure(row: dict, readings: list[str]) -> str:
    """One figure as a row; what sources say differently about it stands under its words."""
    language = spoken()
    period = periods.range_label(row["period_start"], row["period_end"], language)
    name, printed, scope = row[f"indicator_{language}"], row[f"printed_{language}"], row["scope"]
    note = row["note_zh"] if language == "zh" else row["note"]
    publisher = escape(row["publisher"])
    if row["link"]:
        link = escape(row["link"], quote=True)
        publisher = f"<a href='{link}' target='_blank' rel='noopener noreferrer'>{publisher}</a>"
    cells = [
        ("text", escape(name) + _small(row["alias_zh"])),
        ("text short", escape(printed)),
        ("text short", escape(period)),
        ("text", escape(scope)),
        ("text quote", escape(row["quotation"]) + _small(note) + "".join(map(_small, readings))),
        ("text", publisher + _small(row["title"])),
        ("text short", escape(row["published_on"])),
        ("text short", escape(say(f"published_grade_{row['grade']}", language))),
    ]
    return "".join(f"<td class='{kind}'>{text}</td>" for kind, text in cells)


def _small(text: str) -> str:
    """A second line in a cell: another name, a title, a note."""
    return f"<div class='kxc-notes'>{escape(text)}</div>" if text else ""
