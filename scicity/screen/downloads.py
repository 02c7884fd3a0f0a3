"""The files of a figure, each made when it is asked for."""

from collections.abc import Callable

import streamlit as st

from scicity.charts.look import Layout, Look
from scicity.exports.about import file_name
from scicity.exports.pictures import NoPictures
from scicity.gallery import Shown
from scicity.gallery.saving import contents
from scicity.screen import styles
from scicity.wording import say

MIMES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PICTURE: Layout = "ppt"


def offer_files(shown: Shown) -> None:
    """CSV and workbook of the table, PNG and SVG of the figure in its file layout."""
    name, language, about = shown.exhibit.name, shown.language, shown.about()
    with (
        st.container(horizontal=True, key=f"downloads_{name}"),
        st.popover(say("download", language), type="tertiary", key=f"files_{name}"),
    ):
        for kind in ("xlsx", "csv", "png", "svg"):
            preset = PICTURE.upper() if kind in ("png", "svg") else None
            st.download_button(
                say(f"download_{kind}", language),
                data=_made(shown, kind),
                file_name=file_name(about, kind, preset),
                mime=MIMES[kind],
                key=f"file_{name}_{kind}",
                on_click="ignore",
                width="stretch",
            )


def _made(shown: Shown, kind: str) -> Callable[[], bytes]:
    """Makes the file at the click. Without a browser on the server a picture becomes a text that says so."""
    mode = styles.mode()

    def make() -> bytes:
        try:
            return contents(shown, kind, Look(language=shown.language, mode=mode, layout=PICTURE))
        except NoPictures as missing:
            return missing.sentence(shown.language).encode("utf-8-sig")

    return make
