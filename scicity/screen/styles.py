"""The page's look in CSS: the tokens of the charts as variables, and page.css that uses them."""

from functools import cache
from pathlib import Path

import streamlit as st

from scicity.charts.look import Mode
from scicity.charts.theme import palette
from scicity.measures import taxonomy

SHEET = Path(__file__).with_name("page.css")


def mode() -> Mode:
    """Light or dark, as the reader's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def dress() -> None:
    """Lays the style over the page; must come before anything is drawn."""
    st.html(_style(mode()))


@cache
def _style(mode: Mode) -> str:
    colours = palette(mode)
    named = {
        "bg": colours.bg, "surface": colours.surface, "ink": colours.ink, "ink2": colours.ink2, "ink3": colours.ink3,
        "grid": colours.grid, "axis": colours.axis, "demo": colours.demo, "demo-bg": colours.demo_bg,
        "link": colours.hues[taxonomy.industries()[0]].text,
    }  # fmt: skip
    named |= {f"ind-{code}": colours.hues[code].text for code in taxonomy.industries()}
    variables = "".join(f"--{name}:{value};" for name, value in named.items())
    sheet = SHEET.read_text(encoding="utf-8")
    # an @import counts only at the head of a sheet
    first, _, rest = sheet.partition("\n")
    return f"<style>{first}\n:root{{{variables}}}{rest}</style>"
