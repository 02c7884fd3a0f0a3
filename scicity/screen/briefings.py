"""The page 简报: a month of the release on show as text, what is still to be done with it, and its files."""

from functools import lru_cache
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scicity import briefing, periods
from scicity.exports.document import Document, ReadDocument
from scicity.screen import blocks, briefing_rolling, briefing_text
from scicity.screen.choices import chosen, pick_switch, spoken
from scicity.screen.made_files import Ready, offer_made, written
from scicity.wording import Language, say

KINDS = ("monthly", "brief", "express")
DONE, OPEN = "✔", "☐"
MARKS = {"block": "✘", "warn": "△", "fix": "✎"}


def show() -> None:
    """The headline, the switch of kinds, and the text of the kind that is chosen."""
    language, filters = spoken(), chosen()
    when = periods.label(filters.month, "ytd", language)
    blocks.show_headline(say("issue_headline", language, when=when), say("issue_line", language))
    with st.container(key="choices_page"):
        kind = pick_switch("issue", KINDS, KINDS[0])
    if kind == "express":
        _show_express(filters.release, filters.month)
    else:
        _show(kind, filters.release, filters.month)


def _show(kind: str, release: str, month: str) -> None:
    language = spoken()
    checks, files, rolls = _panels()
    plain = _document(kind, release, month, language, drawn=False)
    with rolls:
        found = briefing_rolling.taken_over(plain)
    document = briefing.mended(found.document if found else plain)
    with checks:
        st.html(_checks(document))
    with files:
        over = found.previous if found else None
        kinds = {ending: say(f"issue_make_{ending}", language) for ending in briefing.ENDINGS}
        view = (kind, release, month, language, over)
        offer_made("issue", kinds, lambda ending: _made(ending, *view), view)
    if found:
        briefing_rolling.show_changes(found)
    st.html(briefing_text.paper_html(document))


def _panels() -> list[DeltaGenerator]:
    """Three cards side by side: what is to be checked, the files, and last month's document."""
    language, panels = spoken(), []
    for column, name in zip(st.columns(3), ("checks", "files", "roll"), strict=True):
        panel = column.container(key=f"panel_issue_{name}")
        title, line = say(f"issue_{name}", language), say(f"issue_{name}_line", language)
        panel.html(f"<div class='kxc'><h2>{escape(title)}</h2><div class='kxc-line'>{escape(line)}</div></div>")
        panels.append(panel)
    return panels


def _checks(document: Document) -> str:
    """A line for everything that was looked at, and one for everything that is left to a person."""
    language = document.about.language
    texts = document.paragraphs
    counts = {
        "numbers": sum(bool(run.figure) for one in texts for run in one.runs),
        "demo": sum(any(run.figure in document.demo for run in one.runs) for one in texts),
        "blanks": sum(one.style == "placeholder" for one in texts),
        "reviews": sum(one.style == "review" for one in texts),
    }
    lines = [
        (DONE if name in ("numbers", "demo") else OPEN, say(f"issue_check_{name}", language, n=count))
        for name, count in counts.items()
        if count
    ]
    complaints = briefing.lint(document)
    found = [(MARKS[one.action], one.text) for one in complaints]
    lines += found or [(DONE, say("issue_check_words", language))]
    rows = "".join(f"<li><b>{mark}</b> {escape(text)}</li>" for mark, text in lines)
    return f"<div class='kxc'><ul class='kxc-checks'>{rows}</ul></div>"


def _made(ending: str, kind: str, release: str, month: str, language: Language, over: ReadDocument | None) -> Ready:
    """The file, over last month's where that was given."""
    document = _document(kind, release, month, language, drawn=ending == "pdf")
    document = briefing.rolled(over, document) if over else document
    return written(document, ending)


def _show_express(release: str, month: str) -> None:
    """The short text, to be copied at a click into it or taken as a file."""
    language = spoken()
    text = briefing.express(release, month, language)
    name = say("issue_express_file", language, when=periods.label(month, "ytd", language))
    with st.container(key="panel_issue_express"):
        line = say("issue_express_line", language, n=len(text))
        st.html(f"<div class='kxc'><h2>{escape(name)}</h2><div class='kxc-line'>{escape(line)}</div>"
                f"<p class='kxc-express'>{escape(text)}</p></div>")  # fmt: skip
        demo = say("file_demo_suffix", language) if say("briefing_express_demo", language) in text else ""
        st.download_button(
            say("issue_make_txt", language), text.encode("utf-8-sig"), f"{name}{f'_{demo}' if demo else ''}.txt",
            "text/plain", key="take_express", on_click="ignore",
        )  # fmt: skip


@lru_cache(maxsize=32)
def _document(kind: str, release: str, month: str, language: Language, drawn: bool) -> Document:
    """The document of a month. A release never changes, so an answer is kept; treat it as frozen."""
    return (briefing.brief if kind == "brief" else briefing.monthly)(release, month, language, drawn)
