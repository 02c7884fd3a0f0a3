"""The reader's basket on every page: which one it is, and the buttons that put a figure or its table into it.

Its name lives in a cookie of the browser, so that it is there again after a reload and in a new window; a link with
basket=NAME opens somebody else's for this visit and leaves the cookie alone.
"""

import json
from typing import Literal

import streamlit as st

from scicity import basket
from scicity.basket import Basket, Item
from scicity.gallery import Shown
from scicity.screen import address
from scicity.screen.choices import spoken
from scicity.wording import say

NAME, OWN, OPEN, SAID = "basket_name", "basket_own", "basket_open", "basket_said"
COOKIE, KEY = "scicity_basket", "basket"
Kind = Literal["figure", "table"]
KINDS: tuple[Kind, ...] = ("figure", "table")
HALF_A_YEAR = 15_552_000  # seconds


def hold() -> str:
    """Settles whose basket this visit fills. Returns the script that keeps its name; '' for a guest's."""
    st.session_state[OPEN] = None
    if said := st.session_state.pop(SAID, ""):
        st.toast(said)
    asked, known = address.wanted(KEY), str(st.context.cookies.get(COOKIE, ""))
    if asked and basket.is_name(asked):
        st.session_state[NAME] = asked
    elif NAME not in st.session_state:
        st.session_state[NAME] = st.session_state[OWN] = known if basket.is_name(known) else basket.new_name()
    own = st.session_state.get(OWN, "")
    if own in ("", known):
        return ""
    return f"document.cookie = {json.dumps(f'{COOKIE}={own}; path=/; max-age={HALF_A_YEAR}; samesite=lax')}"


def mine() -> Basket:
    """The basket of this visit, read once a run."""
    if st.session_state.get(OPEN) is None:
        st.session_state[OPEN] = basket.opened(st.session_state[NAME])
    return st.session_state[OPEN]


def change(how: str, *given: object) -> None:
    """Changes the basket by one of its own ways: added, without, moved, told, replaced."""
    st.session_state[OPEN] = basket.change(st.session_state[NAME], lambda one: getattr(one, how)(*given))


def offer_places(shown: Shown) -> bool:
    """Two buttons: the figure, or its table, into the basket; what is in it already says so.

    True when something was put in that the whole page has yet to tell.
    """
    inside = {(one.figure, one.kind, one.filters) for one in mine().items}
    for kind in KINDS:
        _place(shown, kind, (shown.exhibit.name, kind, shown.filters) in inside)
    return SAID in st.session_state


def _place(shown: Shown, kind: Kind, held: bool) -> None:
    st.button(
        say(f"basket_{'has' if held else 'add'}_{kind}", shown.language),
        key=f"basket_{kind}_{shown.exhibit.name}",
        type="tertiary",
        disabled=held,
        on_click=_put,
        args=(shown, kind),
    )


def _put(shown: Shown, kind: Kind) -> None:
    before = len(mine().items)
    change("added", Item(shown.exhibit.name, shown.filters, kind))
    count = len(mine().items)
    said = "basket_added" if count > before else "basket_full"
    # told by the next run of the whole page: a callback of a fragment may draw nothing
    st.session_state[SAID] = say(said, spoken(), title=shown.title(), n=count, most=basket.MOST)


def remember() -> None:
    """The basket's name into the address, so that the page can be sent to a colleague."""
    address.remember(KEY, st.session_state[NAME], "")
