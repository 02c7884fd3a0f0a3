"""The choices of the innovation chain, and the profile of the institute that stands beside it."""

from dataclasses import replace
from html import escape

import streamlit as st

from scicity.exports.columns import TableColumn
from scicity.filters import Filters
from scicity.measures import chain, taxonomy
from scicity.narrative import institute
from scicity.screen import address, tables
from scicity.screen.answers import answer
from scicity.screen.choices import chosen, pick_one, spoken
from scicity.wording import say

DEFAULT_LAG = 0


def choose() -> Filters:
    """The shared choices with one sub-field and the months the last column is looked at later."""
    language = spoken()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choices_page"):
        codes = taxonomy.subfields()
        code = pick_one("field", codes, codes[0], say("chain_subfield", language), _named)
        lag = _lag()
    return replace(chosen(), subfields=(code,), lag_months=lag)


def show_institute() -> None:
    """The institute's facts as printed, what follows from them with its formula, and the way to sales."""
    language = spoken()
    frame = answer("published/institute")
    facts = institute.words(frame[frame["figure_id"] != ""], language).set_index("figure_id").loc[list(institute.ORDER)]
    columns = [
        TableColumn(name, say(f"column_{name}", language), "text") for name in ("institute_fact", "printed_words")
    ]
    listed = tables.table_html(facts, columns, language, say("institute_title", language))
    worked = "".join(
        f"<details><summary>{escape(one.name)} {escape(one.value)}</summary><div>{escape(one.formula)}</div></details>"
        for one in institute.derived(frame, language)
    )
    with st.container(key="panel_institute"):
        title = escape(say("institute_title", language))
        chip = f"<span class='kxc-chip'>{escape(say('chip_press', language))}</span>"
        line = f"<div class='kxc-line'>{escape(say('institute_note', language))}</div>"
        way = f"<p>{escape(institute.path(frame, language))}</p>"
        st.html(f"<div class='kxc'><h2>{title} {chip}</h2>{line}{listed}{worked}{way}</div>")


def _lag() -> int:
    """0 to 36 months; what a link asks and is not to be had becomes the nearest."""
    asked = address.wanted("lag")
    if asked is not None:
        number = int(asked) if asked.lstrip("-").isdigit() and len(asked) < 6 else DEFAULT_LAG
        st.session_state["lag"] = min(max(number, 0), chain.MOST_LAG)
        if str(st.session_state["lag"]) != asked:
            address.notice(say("link_unknown", spoken(), value=asked[:20]))
    st.session_state.setdefault("lag", DEFAULT_LAG)
    label = say("chain_lag", spoken())
    lag = st.slider(label, 0, chain.MOST_LAG, key="lag", persist_state="session", width=320)
    address.remember("lag", str(lag), str(DEFAULT_LAG))
    return int(lag)


def _named(code: str) -> str:
    one = taxonomy.item(code)
    return say("chain_option", spoken(), name=one.name(spoken()), parent=taxonomy.item(one.parent).name(spoken()))
