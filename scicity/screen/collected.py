"""Page 简报篮: what was collected, in order, with the reader's words, and the files it can be taken as."""

import hashlib
from html import escape

import streamlit as st

from scicity import releases
from scicity.briefing.collected import Found, collected, found, renewed
from scicity.charts.look import Look
from scicity.exports.about import file_name
from scicity.exports.bundle import zip_bytes
from scicity.gallery import REFUSALS, batch, links
from scicity.screen import basket, blocks
from scicity.screen.choices import spoken
from scicity.screen.figures import CONFIG, look
from scicity.screen.made_files import Ready, offer_made, written
from scicity.wording import Language, say

KINDS = ("pptx", "docx", "xlsx", "pdf", "zip")


def headline() -> tuple[str, str, tuple[str, ...]]:
    language, items = spoken(), basket.mine().items
    notes = (say("basket_keep", language),) if items else ()
    return say("basket_headline", language, n=len(items)), say("basket_line", language), notes


def show_items() -> list[Found]:
    """A card an item; how to begin where there is none."""
    language = spoken()
    items = found(basket.mine().items, language)
    if not items:
        steps = [say(f"basket_begin_{step}", language) for step in (1, 2, 3)]
        with st.container(key="panel_basket_empty"):
            blocks.show_list(say("basket_empty", language), say("basket_empty_line", language), steps)
    for place, one in enumerate(items):
        _show(place, one, last=place == len(items) - 1)
    return items


def show_files(items: list[Found]) -> None:
    """The whole basket as one file of each kind."""
    language = spoken()
    kept = [one for one in items if one.shown is not None]
    if not kept:
        return
    with st.container(key="panel_basket_files"):
        title, line = say("basket_files", language), say("basket_files_line", language)
        st.html(f"<div class='kxc'><h2>{escape(title)}</h2><div class='kxc-line'>{escape(line)}</div></div>")
        kinds = {kind: say(f"basket_make_{kind}", language) for kind in KINDS}
        offer_made(
            "basket", kinds, lambda kind: _made(kind, kept, language), (tuple(one.item for one in kept), language)
        )


def _made(kind: str, items: list[Found], language: Language) -> Ready:
    if kind == "zip":
        return _pictures(items, language)
    return written(collected((one.item for one in items), language, kind == "pdf", _address(language)), kind)


def _pictures(items: list[Found], language: Language) -> Ready:
    """The figures in their order as pictures for slides, with the list of what they are."""
    drawn = [one for one in items if one.item.kind == "figure" and one.shown is not None]
    if not drawn:
        raise ValueError(say("basket_no_figure", language))
    titles = [one.item.caption for one in drawn]
    try:
        made = batch.pictures([one.shown for one in drawn if one.shown], Look(language=language, layout="ppt"), titles)
    except REFUSALS as refused:
        raise ValueError(refused.sentence(language)) from None
    about = collected((one.item for one in drawn), language).about
    return Ready(zip_bytes(made), file_name(about, "zip"))


def _address(language: Language) -> str:
    tongue = "&lang=en" if language == "en" else ""
    return f"{links.address()}basket?basket={basket.mine().name}{tongue}"


def _show(place: int, one: Found, last: bool) -> None:
    key = _key(one)
    with st.container(key=f"panel_item_{key}"):
        st.html(_head(place, one))
        if one.shown is None or not one.is_current:
            _older(place, one)
        with st.container(horizontal=True, key=f"item_words_{key}"):
            _words(place, one, key)
        with st.container(horizontal=True, key=f"item_buttons_{key}"):
            _buttons(place, key, last)
        _preview(one, key)


def _head(place: int, one: Found) -> str:
    language = spoken()
    kind = say(f"basket_kind_{one.item.kind}", language)
    about = one.shown.about() if one.shown else None
    chip = blocks.chip(about.provenance, language) if about else ""
    facts = (
        (about.period, about.scope, about.filters, say("basket_release", language, id=about.release)) if about else ()
    )
    told = one.shown.caption.headline if one.shown else ""
    line = " · ".join(text for text in (kind, *facts) if text)
    return (f"<div class='kxc'><h2>{place + 1}. {escape(one.title)} {chip}</h2><div>{escape(told)}</div>"
            f"<div class='kxc-line'>{escape(line)}</div></div>")  # fmt: skip


def _older(place: int, one: Found) -> None:
    language = spoken()
    said = "basket_older" if one.shown else "basket_gone"
    st.html(blocks.notes_html([say(said, language, id=one.item.filters.release, now=releases.current())]))
    st.button(say("basket_renew", language), key=f"renew_{_key(one)}", type="tertiary",
              on_click=basket.change, args=("replaced", place, renewed(one.item)))  # fmt: skip


def _words(place: int, one: Found, key: str) -> None:
    language = spoken()

    def keep() -> None:
        basket.change("told", place, st.session_state[f"caption_{key}"], st.session_state[f"comment_{key}"])

    for name, text in (("caption", one.item.caption), ("comment", one.item.comment)):
        st.text_input(
            say(f"basket_{name}", language), value=text, key=f"{name}_{key}", on_change=keep, max_chars=400,
            placeholder=one.title if name == "caption" else say("basket_comment_hint", language),
        )  # fmt: skip


def _buttons(place: int, key: str, last: bool) -> None:
    language = spoken()
    ways = {
        "up": (("moved", place, -1), place == 0),
        "down": (("moved", place, 1), last),
        "out": (("without", place), False),
    }
    for name, (how, off) in ways.items():
        st.button(say(f"basket_{name}", language), key=f"{name}_{key}", disabled=off, type="tertiary",
                  on_click=basket.change, args=how)  # fmt: skip


def _preview(one: Found, key: str) -> None:
    """The figure itself, drawn only for whoever opens it: a basket may hold forty."""
    if one.shown is None:
        return
    opened = st.expander(say("basket_preview", spoken()), key=f"preview_{key}", on_change="rerun")
    if opened.open:
        with opened:
            drawn = one.shown.on_page(look("screen"))
            st.plotly_chart(drawn, theme=None, key=f"drawn_{key}", config=CONFIG, alt=one.shown.alt())


def _key(one: Found) -> str:
    """Names an item's widgets: the same wherever it stands in the order."""
    return hashlib.sha256(repr((one.item.figure, one.item.kind, one.item.filters)).encode()).hexdigest()[:10]
