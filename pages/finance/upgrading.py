"""企业提升: retrofits, recognitions, demonstrations and R&D reserves, each in its own unit; platforms and pilots."""

import streamlit as st

from scicity.screen.blocks import show_cards, show_headline
from scicity.screen.choices import chosen
from scicity.screen.figures import show_figure
from scicity.screen.programmes import (
    show_pilots,
    show_property_platform,
    show_services,
    show_ten,
    show_transformation,
)
from scicity.screen.upgrading import cards, headline, show_sizes, show_units_changed, show_unpublished

filters = chosen()
show_headline(*headline(filters))
show_cards(cards(filters))

show_figure("upgrading_months", filters)
show_figure("upgrading_fields", filters)
left, right = st.columns(2)
with left:
    show_sizes()
with right:
    show_units_changed()

left, right = st.columns(2)
with left:
    show_services()
with right:
    show_property_platform()
show_ten()
show_pilots()
left, right = st.columns(2)
with left:
    show_transformation()
with right:
    show_unpublished()
