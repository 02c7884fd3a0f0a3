"""What the reader chooses: the shared bar above every page, and the widgets of single pages.

`chosen()` and `spoken()` are the only way for a page to read the choices. A value from a link that does not exist
gives the nearest valid view and a notice.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from scicity import periods, releases
from scicity.filters import Filters
from scicity.measures import taxonomy
from scicity.releases import Manifest
from scicity.screen import address
from scicity.warehouse import fetch
from scicity.wording import LANGUAGES, Language, say

BASES = (taxonomy.TOTAL, taxonomy.INDUSTRIAL_TOTAL)
CHOSEN, SPOKEN, FOLLOWED = "choices_chosen", "choices_spoken", "choices_followed"


def spoken() -> Language:
    """The language of this run."""
    return st.session_state[SPOKEN]


def chosen() -> Filters:
    """The shared choices of this run."""
    return st.session_state[CHOSEN]


def draw_language() -> Language:
    """The language switch, in the sidebar."""
    _settle("lang", LANGUAGES, "zh", lambda _: "zh")
    with st.sidebar:
        picked = st.segmented_control(
            "语言 Language", LANGUAGES, key="lang", required=True, persist_state="session",
            format_func=lambda code: say(f"language_{code}", code), label_visibility="collapsed",
        )  # fmt: skip
    language: Language = "en" if picked == "en" else "zh"
    address.remember("lang", language, "zh")
    st.session_state[SPOKEN] = language
    return language


def draw_shared(subject: str, with_basis: bool = True, with_span: bool = True) -> Filters:
    """The bar above the page: month with steps back and forth, month or year to date, basis, release.

    subject: whose months can be chosen, by the query <subject>/periods (month, is_complete). with_basis: whether the
    page has the total of the leading industries, with services or without; with_span: whether it can be of the month or
    of the year to date; elsewhere the choice would change nothing, is not offered and waits as it was.
    """
    language = spoken()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choices"):
        # asked once a run: a release published meanwhile must not end up on the same page as the one before
        current = releases.current()
        shelf = {one.id: one for one in reversed(releases.released())}
        _follow(current)
        _settle("asof", list(shelf), current, lambda _: current)
        month = _draw_month(subject, language)
        span = _draw_switch("span", periods.SPANS, "ytd", language) if with_span else "ytd"
        basis = _draw_switch("total", BASES, taxonomy.TOTAL, language) if with_basis else taxonomy.TOTAL
        release = _draw_release(shelf, current, language)
    filters = Filters(
        release=release,
        month=month,
        span="month" if span == "month" else "ytd",
        industry_only=basis == taxonomy.INDUSTRIAL_TOTAL,
    )
    st.session_state[CHOSEN] = filters
    return filters


def draw_none() -> Filters:
    """For a page whose things bring their own choices: no bar, and the current release under banner and foot."""
    release = releases.current()
    months = fetch(releases.manifest(release).folder, "industry/periods")["month"]
    st.session_state[CHOSEN] = Filters(release=release, month=months.max())
    return st.session_state[CHOSEN]


def pick_many(key: str, options: Sequence[str], label: str, named: Callable[[str], str]) -> tuple[str, ...]:
    """Several of `options`; none means all. What the link asks and is not to be had is left out, with a notice."""
    asked = address.wanted(key)
    if asked is not None:
        codes = [code for code in asked.split(",") if code]
        known = [code for code in codes if code in options]
        if known != codes:
            address.notice(
                say("link_dropped", spoken(), value=", ".join(code for code in codes if code not in options))
            )
        st.session_state[key] = known
    st.session_state[key] = [code for code in st.session_state.get(key, []) if code in options]
    picked = st.multiselect(
        label,
        options,
        key=key,
        format_func=named,
        placeholder=say("all_of_them", spoken()),
        persist_state="session",
        select_all=False,
    )
    address.remember(key, ",".join(picked), "")
    return tuple(picked)


def pick_one(key: str, options: Sequence[str], default: str, label: str, named: Callable[[str], str]) -> str:
    """One of `options` from a list."""
    _settle(key, options, default, lambda _: default)
    picked = st.selectbox(label, options, key=key, format_func=named, persist_state="session")
    address.remember(key, picked, default)
    return picked


def pick_switch(key: str, options: Sequence[str], default: str) -> str:
    """One of a few options side by side, worded by `<key>_<option>`."""
    return _draw_switch(key, options, default, spoken())


def _follow(current: str) -> None:
    """A reader of the current release moves on when another becomes current; whoever chose one, or came by a link
    that names one, stays with it."""
    seen, shown, follows = st.session_state.get(FOLLOWED, (current, None, True))
    picked = st.session_state.get("asof")
    if address.asks("asof"):
        follows = False
    elif shown is not None and picked != shown:
        follows = picked == seen
    if follows:
        st.session_state["asof"] = current
    st.session_state[FOLLOWED] = (current, st.session_state.get("asof"), follows)


def _draw_release(shelf: dict[str, Manifest], current: str, language: Language) -> str:
    def named(release: str) -> str:
        key = "release_current" if release == current else "release_earlier"
        return say(key, language, day=shelf[release].published_on)

    picked = st.selectbox(
        say("as_of", language), list(shelf), key="asof", format_func=named, persist_state="session", width=190
    )
    seen, _, follows = st.session_state[FOLLOWED]
    st.session_state[FOLLOWED] = (seen, picked, follows)
    address.remember("asof", picked, current if follows else "")
    return picked


def _draw_month(subject: str, language: Language) -> str:
    folder = releases.manifest(st.session_state["asof"]).folder
    known = fetch(folder, f"{subject}/periods")
    if known.empty:  # nobody has reported the subject yet: its page says so in the months of industry
        known = fetch(folder, "industry/periods")
    months = known["month"].tolist()
    default = known.loc[known["is_complete"], "month"].max()
    _settle("month", months, default, lambda asked: _nearest(asked, months))
    now = months.index(st.session_state["month"])
    st.button("◀", key="month_back", help=say("step_back", language), disabled=now == 0,
              on_click=_step, args=(months, -1))  # fmt: skip
    picked = st.selectbox(
        say("month", language), months[::-1], key="month", persist_state="session", width=170,
        format_func=lambda month: periods.label(month, "month", language),
    )  # fmt: skip
    st.button("▶", key="month_forth", help=say("step_forth", language), disabled=now == len(months) - 1,
              on_click=_step, args=(months, 1))  # fmt: skip
    address.remember("month", picked, default)
    return picked


def _step(months: list[str], by: int) -> None:
    now = months.index(st.session_state["month"]) + by
    st.session_state["month"] = months[min(max(now, 0), len(months) - 1)]


def _draw_switch(key: str, options: Sequence[str], default: str, language: Language) -> str:
    _settle(key, options, default, lambda _: default)
    picked = st.segmented_control(
        say(key, language), options, key=key, required=True, persist_state="session", wrap=True,
        format_func=lambda code: say(f"{key}_{code}", language),
    )  # fmt: skip
    value = picked or default
    address.remember(key, value, default)
    return value


def _settle(key: str, options: Sequence[str], default: str, nearest: Callable[[str], str]) -> None:
    """Puts a valid value under the widget's key before it is drawn: from the link, as it was, or the default."""
    asked = address.wanted(key)
    wanted = asked if asked is not None else st.session_state.get(key, default)
    if wanted not in options:
        wanted = nearest(str(wanted))
        if asked is not None or key in st.session_state:
            address.notice(say("link_unknown", _language_now(), value=asked or st.session_state.get(key)))
    st.session_state[key] = wanted


def _language_now() -> Language:
    return st.session_state.get(SPOKEN, "zh")


def _nearest(asked: str, months: list[str]) -> str:
    """The month of the list closest to what was asked; January means 1—2月."""
    earlier = [month for month in months if month <= asked]
    if asked.endswith("-01") and asked[:4] + "-02" in months:
        return asked[:4] + "-02"
    return earlier[-1] if earlier and asked[:1].isdigit() else (months[0] if asked[:1].isdigit() else months[-1])
