"""新闻摘录: figures of a pasted text, confirmed one by one and kept; they enter no release from here."""

import streamlit as st

from scicity import intake
from scicity.screen.choices import spoken
from scicity.screen.downloads import MIMES
from scicity.screen.steward_accept import AUTHOR, REFUSALS
from scicity.screen.steward_blocks import note, panel, plain
from scicity.screen.steward_desk import tell, told
from scicity.wording import say

FOUND, LONGEST = "steward_news_found", 20_000


def show() -> None:
    language = spoken()
    for text in told():
        st.success(text)
    with (
        panel("news", say("steward_news", language), say("steward_news_line", language)),
        st.form("steward_news_form", border=False),
    ):
        text = st.text_area(say("steward_news_text", language), height=200, max_chars=LONGEST)
        left, right = st.columns(2)
        source = left.text_input(say("steward_news_source", language), max_chars=80)
        day = right.text_input(say("steward_news_day", language), placeholder="2020-09-15", max_chars=10)
        asked = st.form_submit_button(say("steward_news_do", language), type="primary")
    if asked:
        try:
            st.session_state[FOUND] = intake.candidates(text, source.strip(), day.strip())
        except ValueError:
            st.error(say("steward_news_day_wrong", language, value=day))
    if FOUND in st.session_state:
        _candidates(st.session_state[FOUND])
    _kept()


def _candidates(rows: list[dict[str, str]]) -> None:
    """Every candidate with the words it was read from, unticked until somebody has looked."""
    language = spoken()
    title = say("steward_news_found", language, n=len(rows))
    with panel("candidates", title, say("steward_news_found_line", language)):
        if not rows:
            return
        with st.form("steward_news_confirm", border=False):
            ticked = [st.checkbox(_worded(row), key=f"steward_news_{number}_{hash(row['quotation'])}")
                      for number, row in enumerate(rows)]  # fmt: skip
            by = st.text_input(say("steward_author", language), st.session_state.get(AUTHOR, ""), max_chars=40).strip()
            asked = st.form_submit_button(say("steward_news_keep", language), type="primary")
        if asked:
            _keep([row for row, wanted in zip(rows, ticked, strict=True) if wanted], by)


def _worded(row: dict[str, str]) -> str:
    """The figure in one line, its quotation below it; what a text says is never markup."""
    language = spoken()
    bound = say(f"steward_bound_{row['qualifier']}", language) if row["qualifier"] not in ("", "exact") else ""
    parts = [f"{row['indicator_zh']} {bound}{row['value']}{row['unit']}", row["period"], row["scope"]]
    line = say("steward_dot", language).join(part for part in parts if part)
    return plain(say("steward_news_one", language, figure=line, quotation=row["quotation"]))


def _keep(rows: list[dict[str, str]], by: str) -> None:
    language = spoken()
    if not by or not rows:
        st.error(say("steward_needs_author" if rows else "steward_news_none_ticked", language))
        return
    try:
        new = intake.keep(rows, by)
    except REFUSALS as why:
        st.error(say("steward_refused", language, why=why))
        return
    st.session_state[AUTHOR] = by
    del st.session_state[FOUND]
    tell(say("steward_news_kept", language, n=new))
    st.rerun()


def _kept() -> None:
    language, rows = spoken(), intake.kept()
    if not rows:
        return
    with panel("kept", say("steward_news_all", language, n=len(rows)), say("steward_news_all_line", language)):
        st.download_button(say("steward_news_csv", language), intake.kept_csv(), "article_facts.csv", MIMES["csv"],
                           on_click="ignore", type="tertiary", icon=":material/download:")  # fmt: skip
        note(say("steward_news_last", language, quotation=rows[-1]["quotation"]))
