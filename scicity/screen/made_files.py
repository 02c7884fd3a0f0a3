"""Files that take a moment: made at a click, read back, and only then offered, with how many numbers agree."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from scicity import briefing
from scicity.exports.about import file_name
from scicity.exports.document import Document
from scicity.gallery import REFUSALS
from scicity.screen.choices import spoken
from scicity.screen.downloads import MIMES
from scicity.wording import say

MADE = "made_file"  # one file at a time is kept for the visitor, and only until another is made


@dataclass(frozen=True)
class Ready:
    """A file to be taken. numbers: how many were compared; remarks: what a person should look at before sending it."""

    data: bytes
    name: str
    numbers: int = 0
    remarks: tuple[str, ...] = ()


def written(document: Document, ending: str) -> Ready:
    """The document as a file, linted and read back; ValueError with a sentence for the reader when it may not leave."""
    language = document.about.language
    if stopped := briefing.blocking(briefing.lint(briefing.mended(document))):
        raise ValueError(say("issue_blocked", language, n=len(stopped), text=stopped[0].text))
    try:
        file = briefing.made(document, ending)
    except briefing.Refused:
        raise ValueError(say("issue_differs", language)) from None
    except REFUSALS as refused:
        raise ValueError(refused.sentence(language)) from None
    # the title of a month's briefing says the period already
    about = replace(document.about, period="", scope="") if document.month else document.about
    remarks = tuple(one.text for one in file.complaints if one.action == "warn")
    return Ready(file.data, file_name(about, ending), file.numbers, remarks)


def offer_made(key: str, kinds: dict[str, str], make: Callable[[str], Ready], view: object) -> None:
    """A button a kind; the file made last is offered below, as long as the page shows what it was made of.

    kinds: code -> label. make: raises ValueError with a sentence for the reader when the file may not leave.
    view: what the file depends on; when it differs, the file is not offered any more.
    """
    with st.container(horizontal=True, key=f"make_{key}"):
        for kind, label in kinds.items():
            if st.button(label, key=f"make_{key}_{kind}"):
                _make(key, kind, make, view)
    made = st.session_state.get(MADE)
    if made and made[:2] == (key, view):
        _offer(key, made[2], made[3])


def _make(key: str, kind: str, make: Callable[[str], Ready], view: object) -> None:
    st.session_state.pop(MADE, None)
    try:
        with st.spinner(say("making_file", spoken())):
            st.session_state[MADE] = (key, view, kind, make(kind))
    except ValueError as refused:
        st.error(str(refused))


def _offer(key: str, kind: str, ready: Ready) -> None:
    language = spoken()
    if ready.numbers:
        st.success(say("numbers_agree", language, n=ready.numbers))
    for remark in ready.remarks:
        st.warning(remark)
    st.download_button(
        say("take_file", language, name=ready.name), ready.data, ready.name, MIMES[kind], key=f"take_{key}",
        on_click="ignore", type="primary",
    )  # fmt: skip
