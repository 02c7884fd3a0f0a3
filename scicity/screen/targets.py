"""The page of the year's targets: its headline, and each target in a sentence."""

import streamlit as st

from scicity import gallery, narrative, periods
from scicity.filters import Filters
from scicity.screen.blocks import show_list
from scicity.screen.choices import spoken
from scicity.wording import say

FIGURE = "target_progress"


def headline(filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """How many targets keep pace, and which is furthest from it."""
    caption = gallery.show(FIGURE, filters, spoken()).caption
    return caption.headline, caption.subline, ()


def show_each(filters: Filters) -> None:
    """Every target in a sentence: progress, gap, last year's progress, what each remaining month needs."""
    language = spoken()
    frame = gallery.show(FIGURE, filters, language).frame
    if frame.empty:
        return
    with st.container(key="panel_goals"):
        sentences = [narrative.progress_line(row, language) for row in frame.to_dict("records")]
        period = periods.label(filters.month, "ytd", language)
        show_list(say("goals_each", language), say("goals_each_line", language, period=period), sentences)
