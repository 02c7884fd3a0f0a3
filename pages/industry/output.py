"""产业产值: the leading industries and their sub-fields over time, side by side, ranked, and in any unit."""

import streamlit as st

from scicity.screen.blocks import show_headline
from scicity.screen.figures import show_figure
from scicity.screen.industry import choose, headline

filters = choose()
show_headline(*headline(filters))

show_figure("trend", filters, "wide")
left, right = st.columns(2)
with left:
    show_figure("growth", filters, "half")
with right:
    show_figure("same_month", filters, "half")

if filters.classification == "leading":
    show_figure("share", filters, "wide")
    left, right = st.columns(2)
    with left:
        show_figure("ranking", filters, "half")
    with right:
        show_figure("classes", filters, "half")
    show_figure("small_multiples", filters, "wide")
else:
    show_figure("classes", filters, "wide")
