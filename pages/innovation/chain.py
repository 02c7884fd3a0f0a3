"""创新链: from science to economy on one sub-field, side by side; and one institute told by itself."""

import streamlit as st

from scicity import gallery
from scicity.screen.blocks import show_headline
from scicity.screen.chain import choose, show_institute
from scicity.screen.choices import spoken
from scicity.screen.figures import show_figure
from scicity.wording import say

filters, language = choose(), spoken()
caption = gallery.show("chain", filters, language).caption
show_headline(say("page_chain", language), caption.headline, (say("chain_not_cause", language),))

show_figure("chain", filters)
show_figure("chain_joined", filters)

left, right = st.columns([5, 7])
with left:
    show_institute()
with right:
    show_figure("institute", filters)
