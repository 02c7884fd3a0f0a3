"""The files of a figure, each made when it is asked for: the figure in several forms, and its data."""

from collections.abc import Callable
from functools import cache

import streamlit as st

from scicity.charts.look import Layout, Look
from scicity.exports import browser
from scicity.exports.about import file_name
from scicity.exports.chart_data import has_second_axis
from scicity.gallery import REFUSALS, Shown
from scicity.gallery.saving import SCALES, made
from scicity.screen import basket, batches, own_pictures, styles
from scicity.wording import say

OFFICE = "application/vnd.openxmlformats-officedocument."
MIMES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "pptx": f"{OFFICE}presentationml.presentation",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "html": "text/html",
    "json": "application/json",
    "docx": f"{OFFICE}wordprocessingml.document",
    "zip": "application/zip",
}
DRAWN, DATA = ("png", "svg", "pdf", "html"), ("xlsx", "csv", "parquet", "json")
NEEDS_BROWSER = {"png", "svg", "pdf"}
LAID_OUT = {"png", "svg"}


@st.fragment
def offer_files(shown: Shown) -> None:
    """Every file of the figure, in two groups; each is made at the click, read back and compared with its cells.

    The list is there once it is opened, and a choice in it draws nothing but the list anew: a page has many figures.
    """
    name = shown.exhibit.name
    with st.container(horizontal=True, key=f"downloads_{name}"):
        files = st.popover(
            say("download", shown.language), type="tertiary", key=f"files_{name}", on_change="rerun", width="content"
        )
        if basket.offer_places(shown):
            st.rerun()  # the navigation counts what the basket holds
    if files.open:
        with files:
            _offer(shown)


def _offer(shown: Shown) -> None:
    name, language = shown.exhibit.name, shown.language
    st.caption(say("files_figure", language))
    _button(shown, "pptx", "ppt")
    if _has_second_axis(shown):
        _button(shown, "pptx", "ppt", second_axis=True)
    layout: Layout = st.selectbox(
        say("files_layout", language), list(SCALES), key=f"layout_{name}",
        format_func=lambda code: say(f"layout_{code}", language), label_visibility="collapsed",
    )  # fmt: skip
    with st.container(horizontal=True, gap="small"):
        for kind in DRAWN:
            if kind in LAID_OUT and not pictures_here():
                _own_button(shown, kind, layout)
            else:
                _button(shown, kind, layout)
    look = Look(language=language, mode=styles.mode(), layout=layout)
    batches.offer_batch(shown, look, pictures_here())
    if not pictures_here():
        st.caption(say("files_own_drawn", language))
    st.caption(say("files_data", language))
    with st.container(horizontal=True, gap="small"):
        for kind in DATA:
            _button(shown, kind, "ppt")
    st.caption(say("files_compared", language))


def _button(shown: Shown, kind: str, layout: Layout, second_axis: bool = False) -> None:
    name, language = shown.exhibit.name, shown.language
    ending = "_axis2" if second_axis else ""
    preset = say(f"layout_file_{layout}", language) if kind in LAID_OUT else None
    st.download_button(
        say(f"download_{kind}{ending}", language),
        data=_made(shown, kind, layout, second_axis),
        file_name=file_name(shown.about(), kind, preset),
        mime=MIMES[kind],
        key=f"file_{name}_{kind}{ending}",
        on_click="ignore",
        disabled=kind in NEEDS_BROWSER and not pictures_here(),
    )


def _own_button(shown: Shown, kind: str, layout: Layout) -> None:
    """The picture of the same layout, drawn by the reader's browser because the server has none."""
    name, language = shown.exhibit.name, shown.language
    figure = shown.whole(Look(language=language, mode=styles.mode(), layout=layout, unit=shown.filters.unit))
    words = {"label": say(f"download_{kind}", language), "failed": say("files_own_failed", language)}
    file = file_name(shown.about(), kind, say(f"layout_file_{layout}", language))
    own_pictures.offer(figure, kind, file, SCALES[layout], words, key=f"own_{name}_{kind}")


def _has_second_axis(shown: Shown) -> bool:
    """Whether asking for a second axis gives another chart than the plain one."""
    return any(has_second_axis(plot) for plot in shown.plots(second_axis=True))


@cache
def pictures_here() -> bool:
    """Whether the server can draw: looked at once, since what is installed is seen after a restart."""
    try:
        browser.required()
    except browser.NoPictures:
        return False
    return True


def _made(shown: Shown, kind: str, layout: Layout, second_axis: bool) -> Callable[[], bytes]:
    """Makes the file at the click. Where it cannot be made, what comes is a text that says why."""
    # an Office file is white, whatever the reader's screen is
    mode = styles.mode() if kind in (*LAID_OUT, "html") else "light"

    def make() -> bytes:
        try:
            return made(shown, kind, Look(language=shown.language, mode=mode, layout=layout), second_axis).data
        except REFUSALS as refused:
            return refused.sentence(shown.language).encode("utf-8-sig")

    return make
