"""研发平台: how many R&D platforms stand, kind by sub-field, and the honours, centres and facilities print names."""

import streamlit as st

from scicity.screen.blocks import show_cards, show_headline
from scicity.screen.choices import chosen
from scicity.screen.figures import show_figure
from scicity.screen.innovation import (
    choose,
    headline,
    platform_cards,
    show_centres,
    show_doubt,
    show_facilities,
)

filters = chosen()
show_headline(*headline("platforms", filters))
show_cards(platform_cards(filters))
show_doubt()

shown, suffix = choose("platforms", filters)
wide, narrow = st.columns([7, 5])
with wide:
    show_figure(f"platform_stock{suffix}", shown)
with narrow:
    show_figure("platform_matrix", filters)

left, right = st.columns(2)
with left:
    show_figure("platform_change", shown)
with right:
    show_figure("honours", filters)

show_centres()
show_facilities()
