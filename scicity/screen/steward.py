"""数据管理: the work areas of whoever takes reports in and puts releases out."""

import json
from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from scicity.screen import blocks, steward_import, steward_lists, steward_news, steward_shelf
from scicity.screen.choices import pick_switch, spoken
from scicity.wording import say

# the buttons come and go with the files, so whatever appears is named anew
SPOKEN_NAMES = """<script>
(() => {{
    const names = {names}
    const rename = () => {{
        for (const part of document.querySelectorAll("[data-testid=stFileUploader] [aria-label]")) {{
            const said = part.getAttribute("aria-label")
            const ours = said === "file upload" ? names.label : said === "Add files" ? names.add
                : said.startsWith("Remove ") ? names.remove + said.slice(6) : said
            if (ours !== said) part.setAttribute("aria-label", ours)
        }}
        for (const icon of document.querySelectorAll("[data-testid=stFileUploader] button span span:first-child")) {{
            if (icon.textContent === "add icon") icon.textContent = ""
        }}
    }}
    if (window.scicityUploader) window.scicityUploader.disconnect()
    window.scicityUploader = new MutationObserver(rename)
    window.scicityUploader.observe(document.body, {{subtree: true, childList: true}})
    rename()
}})()
</script>"""
AREAS: Mapping[str, Callable[[], None]] = {
    "import": steward_import.show,
    "releases": steward_shelf.show,
    "coverage": steward_lists.show_coverage,
    "forms": steward_lists.show_forms,
    "news": steward_news.show,
    "log": steward_lists.show_log,
}


def show() -> None:
    """The headline, the switch of areas, and the area chosen; the others are not drawn."""
    language = spoken()
    blocks.show_headline(say("steward_headline", language), say("steward_line", language))
    with st.container(key="choices_page"):
        area = pick_switch("desk", tuple(AREAS), "import")
    AREAS[area]()
    _dress()


def refuse() -> None:
    """What a visitor sees who may not manage data."""
    st.info(say("steward_closed", spoken()))


def _dress() -> None:
    """The uploader's own words are English and cannot be set: they are covered by ours, also for screen readers."""
    language = spoken()
    names = {name: say(f"steward_upload_{name}", language) for name in ("label", "add", "remove")}
    st.html(SPOKEN_NAMES.format(names=json.dumps(names)), unsafe_allow_javascript=True)
    limit = st.get_option("server.maxUploadSize")
    words = {
        "--upload-button": say("steward_upload_button", language),
        "--upload-drop": say("steward_upload_drop", language),
        "--upload-refused": say("steward_upload_too_large", language, limit=limit),
    }
    variables = "".join(f'{name}:"{escape(text, quote=True)}";' for name, text in words.items())
    st.html(f"<style>:root{{{variables}}}</style>")
