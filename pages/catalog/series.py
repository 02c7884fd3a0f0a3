"""公开数据: what was printed about the core area, year by year, beside Chongqing and the country."""

import streamlit as st

from scicity.screen.blocks import show_headline
from scicity.screen.choices import spoken
from scicity.screen.figures import show_figure
from scicity.wording import say

language = spoken()
show_headline(say("page_series", language), say("series_line", language), (say("series_note", language),))

left, right = st.columns(2)
with left:
    show_figure("gdp_growth")
with right:
    show_figure("iav_growth")

left, right = st.columns(2)
with left:
    show_figure("fai_growth")
with right:
    show_figure("retail_growth")

show_figure("monthly_comparators")

left, right = st.columns(2)
with left:
    show_figure("signed_projects")
with right:
    show_figure("signed_amount")
