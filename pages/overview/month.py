"""本月: how the month is, what changed, who drove it, in one screen."""

import streamlit as st

from scicity.screen.answers import answer
from scicity.screen.blocks import show_cards, show_headline
from scicity.screen.choices import chosen
from scicity.screen.figures import show_figure
from scicity.screen.overview import cards, headline, show_changes, show_industries, show_movers

filters = chosen()
industries = answer("industry/snapshot", **filters.snapshot(filters.all_industries))

show_headline(*headline(filters))
show_cards(cards(filters, industries))

wide, narrow = st.columns([8, 4])
with wide:
    show_figure("monthly_scale", filters.monthly())
with narrow:
    show_industries(industries)
    show_movers(answer("industry/snapshot", **filters.snapshot(filters.all_subfields)))

left, right = st.columns(2)
with left:
    show_figure("contribution", place="half")
with right:
    show_figure("target_progress", place="half")

show_changes(answer("industry/changes", kinds=("new", "revised", "withdrawn")))
