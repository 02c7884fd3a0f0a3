"""科技金融: the finance system, its service platform, the funds, and how fast credit loans are paid."""

import streamlit as st

from scicity.screen.blocks import show_headline
from scicity.screen.figures import show_figure
from scicity.screen.finance import (
    choose,
    headline,
    show_case,
    show_credit,
    show_fund_sum,
    show_platform,
    show_printed,
    show_services,
    show_slots,
    show_statements,
)

filters = choose()
show_headline(*headline(filters))

left, right = st.columns([5, 4])
with left:
    show_slots()
with right:
    show_services()

show_platform(filters)
show_figure("finance_matches", filters)
show_printed()

left, right = st.columns(2)
with left:
    show_figure("finance_funds", filters)
    show_fund_sum(filters)
with right:
    show_statements()

show_credit(filters)
left, right = st.columns(2)
with left:
    show_figure("finance_days", filters)
with right:
    show_figure("finance_fields", filters)
show_case()
