"""Blocks of the page 数据管理: a panel with its heading, and tables of texts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape

import pandas as pd
import streamlit as st

from scicity import releases
from scicity.exports.columns import Kind, TableColumn
from scicity.screen import tables
from scicity.screen.choices import spoken
from scicity.wording import say


@contextmanager
def panel(name: str, title: str, line: str = "") -> Iterator[None]:
    """A card with a heading and a line below it."""
    with st.container(key=f"panel_steward_{name}"):
        below = f"<div class='kxc-line'>{escape(line)}</div>" if line else ""
        st.html(f"<div class='kxc'><h2>{escape(title)}</h2>{below}</div>")
        yield


def show_rows(frame: pd.DataFrame, prefix: str, caption: str, kinds: dict[str, Kind] | None = None) -> None:
    """The frame as a table, its columns headed by column_<prefix>_<name>; text unless `kinds` says otherwise."""
    language, kinds = spoken(), kinds or {}
    columns = [TableColumn(name, say(f"column_{prefix}_{name}", language), kinds.get(name, "text")) for name in frame]
    tables.show_table(frame, columns, language, caption)


def plain(text: str) -> str:
    """Labels and messages are Markdown: every mark in the text stands for itself."""
    return "".join(f"\\{one}" if one in r"\`*_{}[]()#+-.!|<>~:$^=" else one for one in text)


def note(text: str) -> None:
    st.html(f"<div class='kxc kxc-notes'>{escape(text)}</div>")


def facts(pairs: Sequence[tuple[str, str]]) -> None:
    """Names and values side by side; what has no value is left out."""
    rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in pairs if value)
    st.html(f"<div class='kxc'><dl class='kxc-facts'>{rows}</dl></div>")


def current_day() -> str:
    """The day of the release that readers see now; '' before the first."""
    current = releases.current()
    return releases.manifest(current).published_on if current else ""
