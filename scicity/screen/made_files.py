"""Files that take a moment: made at a click, read back, and only then offered, with how many numbers agree."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

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
