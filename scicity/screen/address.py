"""The address of a view: every choice as a short code in the query string, so that a copied link reopens it.

Streamlit's own binding writes the *label* of an option into the address, which changes with the language; we write
codes. The address is read when a visitor arrives with one, and written after each run.
"""

from collections.abc import Iterable

import streamlit as st

WRITTEN, WANTED, NOTICES, SHOWN = "address_written", "address_wanted", "address_notices", "address_shown"


def read() -> None:
    """Takes over the query string if the visitor brought one; our own last writing is not news."""
    st.session_state[NOTICES] = []
    st.session_state[SHOWN] = {}
    raw = st.query_params.to_dict()
    if raw and raw != st.session_state.get(WRITTEN):
        st.session_state[WANTED] = dict(raw)
    st.session_state.setdefault(WANTED, {})


def wanted(key: str) -> str | None:
    """What the link asks for `key`, once; None when it asks nothing."""
    return st.session_state[WANTED].pop(key, None)


def asks(key: str) -> bool:
    """Whether the link asks something for `key` that nobody has taken yet."""
    return key in st.session_state[WANTED]


def remember(key: str, value: str, default: str) -> None:
    """Notes the value on show; a default is left out of the address."""
    if value != default:
        st.session_state[SHOWN][key] = value


def notice(text: str) -> None:
    """Something a reader must know about the view, e.g. that a value of the link was not to be had."""
    st.session_state[NOTICES].append(text)


def notices() -> Iterable[str]:
    return list(st.session_state[NOTICES])


def write() -> None:
    """Puts the choices on show into the address, if they are not there yet."""
    shown = dict(sorted(st.session_state[SHOWN].items()))
    if st.query_params.to_dict() != shown:
        st.query_params.from_dict(shown)
    st.session_state[WRITTEN] = shown
