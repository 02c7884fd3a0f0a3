"""The uploader in the page's language: its own words are English and cannot be set, so ours are laid over them."""

import json
from html import escape

import streamlit as st

from scicity.screen.choices import spoken
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


def dress(label: str, limit: int) -> None:
    """Once on a page with an uploader. label: what it is called to screen readers; limit: MB a file."""
    language = spoken()
    names = {"label": label} | {name: say(f"steward_upload_{name}", language) for name in ("add", "remove")}
    st.html(SPOKEN_NAMES.format(names=json.dumps(names)), unsafe_allow_javascript=True)
    words = {
        "--upload-button": say("steward_upload_button", language),
        "--upload-drop": say("steward_upload_drop", language),
        "--upload-refused": say("steward_upload_too_large", language, limit=limit),
    }
    variables = "".join(f'{name}:"{escape(text, quote=True)}";' for name, text in words.items())
    st.html(f"<style>:root{{{variables}}}</style>")
