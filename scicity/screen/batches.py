"""One figure for every sub-field, as a zip of pictures: made at a click with a bar that moves, then offered."""

import streamlit as st

from scicity.charts.look import Look
from scicity.exports.about import file_name
from scicity.exports.bundle import zip_bytes
from scicity.gallery import REFUSALS, Shown, batch
from scicity.wording import say

MADE = "batch_made"  # one bundle at a time is kept for the visitor, and only until another is made


def offer_batch(shown: Shown, look: Look, possible: bool) -> None:
    """The button, where the figure can be about one sub-field; possible: whether pictures can be drawn here."""
    if not batch.follows_subfields(shown):
        return
    language, name = shown.language, shown.exhibit.name
    every = batch.each_subfield(shown)
    view = (name, shown.filters, look)
    label = say("batch_make", language, n=len(every))
    if st.button(label, key=f"batch_{name}", disabled=not possible or not every):
        _make(every, look, view)
    made = st.session_state.get(MADE)
    if made and made[0] == view:
        about = every[0].about()
        preset = say(f"layout_file_{look.layout}", language)
        st.download_button(
            say("batch_take", language, n=len(every)), made[1], file_name(about, "zip", preset), "application/zip",
            key=f"take_batch_{name}", on_click="ignore", type="primary",
        )  # fmt: skip


def _make(every: list[Shown], look: Look, view: object) -> None:
    language, count = look.language, len(every)
    st.session_state.pop(MADE, None)
    bar = st.progress(0.0, say("batch_progress", language, n=0, all=count))
    try:
        made = batch.pictures(
            every, look, done=lambda n: bar.progress(n / count, say("batch_progress", language, n=n, all=count))
        )
    except REFUSALS as refused:
        st.error(refused.sentence(language))
        return
    finally:
        bar.empty()
    st.session_state[MADE] = (view, zip_bytes(made))
