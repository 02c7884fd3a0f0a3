"""项目签约: what was signed, by tier, field and investor; how far it came; published figures apart from the ledger."""

import streamlit as st

from scicity.screen.blocks import show_headline
from scicity.screen.figures import show_figure
from scicity.screen.projects import choose, headline, show_bands, show_expo, show_launch, show_published

filters = choose()
show_headline(*headline(filters))

show_published()

show_figure("project_signings", filters)

left, right = st.columns(2)
with left:
    show_figure("project_published_tiers", filters)
with right:
    show_figure("project_tiers", filters)

left, right = st.columns(2)
with left:
    show_figure("project_fields", filters)
    show_figure("project_share", filters)
with right:
    show_figure("project_investors", filters)
    show_figure("project_origins", filters)

show_figure("project_cohorts", filters)
show_figure("project_funds", filters)

show_expo()
show_launch()
show_bands()
