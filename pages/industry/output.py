"""产业产值: the leading industries and their sub-fields over time, side by side, ranked, and in any unit."""

import streamlit as st

from scicity.screen.blocks import show_headline
from scicity.screen.figures import show_figure
from scicity.screen.industry import choose, headline

filters = choose()
show_headline(*headline(filters))

show_figure("trend", filters)
left, right = st.columns(2)
with left:
    show_figure("growth", filters)
with right:
    show_figure("same_month", filters)

if filters.classification == "leading":
    show_figure("share", filters)
    left, right = st.columns(2)
    with left:
        show_figure("ranking", filters)
    with right:
        show_figure("classes", filters)
    show_figure("small_multiples", filters)
else:
    show_figure("classes", filters)
