"""Printing a page: a button that opens the browser's own dialogue; page.css says what comes onto the paper."""

import streamlit as st

from scicity.wording import Language, say

BUTTON = """
export default function (component) {
    const button = component.parentElement.querySelector("button")
    button.textContent = component.data.label
    button.onclick = () => window.print()
}
"""
LOOK = """
button { font: inherit; font-size: 13.5px; color: var(--link); background: none; border: 0; padding: 0; cursor: pointer;
  min-height: 28px; text-decoration: underline; text-underline-offset: 4px; }
"""


def offer(language: Language) -> None:
    """The button, once on a page."""
    button = st.components.v2.component("scicity_print", html="<button></button>", css=LOOK, js=BUTTON)
    with st.container(key="print"):
        button(key="print_page", data={"label": say("print_page", language)})
