"""Tells the server how wide the reader's window is, so that figures are laid out for it and not squeezed.

The browser reports only when the window is not of desktop width, so most visitors cause no extra run.
"""

from typing import Literal

import streamlit as st

Width = Literal["phone", "screen"]
SEEN = "width_seen"

REPORTER = """
export default function (component) {
    const { setStateValue } = component
    const report = () => {
        const seen = window.innerWidth < 640 ? "phone" : "screen"
        if (seen !== (window.scicityWidth || "screen")) {
            window.scicityWidth = seen
            setStateValue("width", seen)
        }
    }
    report()
    window.addEventListener("resize", report)
    return () => window.removeEventListener("resize", report)
}
"""


def ask() -> None:
    """Puts the reporter into the page, once a run."""
    reporter = st.components.v2.component("scicity_width", html="<span></span>", js=REPORTER)
    with st.container(key="width_reporter"):
        said = reporter(key="width", on_width_change=lambda: None)
    st.session_state[SEEN] = "phone" if said.get("width") == "phone" else "screen"


def window() -> Width:
    """'phone' below 640 px, else 'screen'; 'screen' until the browser has said otherwise."""
    return st.session_state[SEEN]
