"""The dashboard: names the pages, draws the shared choices, runs the chosen page."""

import streamlit as st

from scicity.screen import address, blocks, frame
from scicity.screen.choices import draw_none, draw_shared

language = frame.open_frame()
page = frame.navigate(language)

if frame.is_managed(page):
    blocks.reserve_headline()
    frame.show_notices(language)
    page.run()
    address.write()
    st.stop()

frame.wait_for_first_release(language)

banner = st.container(key="banner")
blocks.reserve_headline()
if frame.has_choices(page):
    draw_shared(frame.subject_of(page), frame.has_basis(page), frame.has_span(page))
else:
    draw_none()
frame.show_banner(banner, language)
frame.show_notices(language)
page.run()
frame.close_frame(language)
