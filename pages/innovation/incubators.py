"""孵化载体: how many incubators and maker spaces stand, how they are divided, and what the universities do."""

import streamlit as st

from scicity.screen.blocks import show_cards, show_headline
from scicity.screen.choices import chosen
from scicity.screen.figures import show_figure
from scicity.screen.innovation import choose, headline, incubator_cards, incubator_work, show_alliance, show_rings

filters = chosen()
show_headline(*headline("incubators", filters))
show_cards(incubator_cards(filters))

shown, suffix = choose("incubators", filters)
wide, narrow = st.columns([7, 5])
with wide:
    show_figure(f"incubator_stock{suffix}", shown)
with narrow:
    show_figure("incubator_parts", filters)

show_cards(incubator_work(filters))

left, right = st.columns(2)
with left:
    show_figure("incubator_change", shown)
    show_rings()
with right:
    show_alliance()
