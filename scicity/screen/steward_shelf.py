"""发布历史: what was published, by whom and with how many changes; back to an earlier release; the second person."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from scicity import intake, periods
from scicity.intake import Entry
from scicity.releases import Manifest
from scicity.screen.choices import spoken
from scicity.screen.steward_accept import AUTHOR, REFUSALS
from scicity.screen.steward_blocks import current_day, note, panel, show_rows
from scicity.screen.steward_desk import tell, told
from scicity.wording import say

KINDS = ("new", "revised", "withdrawn")


def show() -> None:
    language, shelf = spoken(), intake.history()
    for text in told():
        st.success(text)
    line = say("steward_releases_line", language, day=current_day()) if current_day() else ""
    with panel("shelf", say("steward_releases", language), line):
        if not shelf:
            note(say("steward_no_releases", language))
            return
        rows = pd.DataFrame(map(_row, shelf))
        show_rows(rows, "shelf", say("steward_releases", language), dict.fromkeys(KINDS, "count"))
        _actions([one for one in shelf if one.state not in ("pruned", "damaged")])


def _row(entry: Entry) -> dict[str, object]:
    about, language = entry.about, spoken()
    return {
        "mark": say(f"steward_state_{entry.state}", language),
        "id": about.id,
        "published_on": about.published_on,
        "month": periods.label(about.months[1], "month", language),
        **{kind: about.changes.get(kind, 0) for kind in KINDS},
        "author": about.author,
        "note": about.note,
    }


def _actions(shelf: list[Entry]) -> None:
    """One release chosen, and what can be done with it; each asks again before it is done."""
    language = spoken()
    offered = {one.about.id: one for one in shelf if one.state != "current"}
    if not offered:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="steward_actions"):
        chosen = st.selectbox(say("steward_pick_release", language), list(offered), width=420,
                              format_func=lambda one: f"{one}　{offered[one].about.note}")  # fmt: skip
        entry = offered[chosen]
        if entry.state == "earlier":
            _ask("roll_back", entry.about, intake.roll_back, "steward_rolled_back")
        if entry.state == "waiting":
            _ask("sign_off", entry.about, intake.sign_off, "steward_signed_off")


def _ask(act: str, about: Manifest, do: Callable[[str, str], Manifest], done: str) -> None:
    """A button that opens the question, with the name of whoever answers for it."""
    language = spoken()
    with st.popover(say(f"steward_{act}", language), key=f"steward_ask_{act}"):
        st.markdown(say(f"steward_{act}_ask", language, release=about.id, day=about.published_on, author=about.author))
        by = st.text_input(say("steward_author", language), st.session_state.get(AUTHOR, ""), max_chars=40,
                           key=f"steward_by_{act}").strip()  # fmt: skip
        if not st.button(say(f"steward_{act}_do", language), type="primary", key=f"steward_do_{act}"):
            return
        if not by:
            st.error(say("steward_needs_author", language))
            return
        try:
            do(about.id, by)
        except REFUSALS as why:
            st.error(say("steward_refused", language, why=why))
            return
    st.session_state[AUTHOR] = by
    tell(say(done, language, release=about.id))
    st.rerun()
