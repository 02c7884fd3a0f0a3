"""A figure as a card: finding, plot, notes, the table twin, and the files it can be taken as."""

from dataclasses import replace
from functools import lru_cache
from typing import Literal

import plotly.graph_objects as go
import streamlit as st

from scicity import gallery
from scicity.charts.look import Layout, Look
from scicity.filters import Filters
from scicity.gallery import Shown
from scicity.screen import blocks, styles, tables, width
from scicity.screen.choices import chosen, spoken
from scicity.screen.downloads import offer_files

Place = Literal["half", "screen", "wide"]

# the page's own bar of tools carries English words; files are offered below instead
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def show_figure(name: str, filters: Filters | None = None, place: Place = "screen") -> None:
    """The named figure with the shared choices, or with a page's own; place: how much of the width it has."""
    filters, language = filters or chosen(), spoken()
    shown = gallery.show(name, filters, language)
    provenance = shown.caption.provenance
    with st.container(key=f"figure_{name}"):
        st.html(blocks.figure_head(shown.caption.headline, shown.caption.subline, provenance, language))
        st.plotly_chart(
            _drawn(name, shown.filters, look(place)), theme=None, key=f"plot_{name}", config=CONFIG, alt=shown.alt()
        )
        st.html(_below(shown))
        offer_files(shown)


def show_files(name: str, filters: Filters | None = None) -> None:
    """The files of a figure whose rows the page shows in another form."""
    offer_files(gallery.show(name, filters or chosen(), spoken()))


def look(place: Place) -> Look:
    """How figures are drawn for this reader: language, light or dark, width of the window."""
    layout: Layout = "phone" if width.window() == "phone" else place
    return Look(language=spoken(), mode=styles.mode(), layout=layout)


@lru_cache(maxsize=512)
def _drawn(name: str, filters: Filters, look: Look) -> go.Figure:
    """The figure for a page. Frozen choices on an immutable release always draw the same; treat it as frozen."""
    return gallery.show(name, filters, look.language).on_page(replace(look, unit=filters.unit))


def _below(shown: Shown) -> str:
    frame, columns = shown.table()
    twin = tables.twin_html(frame, columns, shown.language, shown.title())
    return blocks.notes_html(shown.caption.notes) + twin
