"""数据管理: the work areas of whoever takes reports in and puts releases out."""

from collections.abc import Callable, Mapping

import streamlit as st

from scicity.screen import blocks, steward_import, steward_lists, steward_news, steward_shelf, uploader
from scicity.screen.choices import pick_switch, spoken
from scicity.wording import say

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
    uploader.dress(say("steward_upload_label", language), st.get_option("server.maxUploadSize"))


def refuse() -> None:
    """What a visitor sees who may not manage data."""
    st.info(say("steward_closed", spoken()))
