"""Blocks of page text: headline, chips, cards, notes. Everything written into the page is escaped here."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from scicity.narrative.cards import Card
from scicity.wording import Language, say

HEADLINE = "blocks_headline"


def chip(provenance: str, language: Language) -> str:
    """The mark of where a number comes from; demo cannot be mistaken for real."""
    kind = " demo" if provenance == "demo" else ""
    return f"<span class='kxc-chip{kind}'>{escape(say(f'chip_{provenance}', language))}</span>"


def reserve_headline() -> None:
    """Keeps the place above the choices for the page's headline."""
    st.session_state[HEADLINE] = st.container(key="headline")


def show_headline(title: str, line: str, notes: Iterable[str] = ()) -> None:
    """The page's finding as its title, and what it speaks of: scope, date, status."""
    below = "".join(f"<div class='kxc-notes'>{escape(note)}</div>" for note in notes)
    st.session_state[HEADLINE].html(
        f"<div class='kxc'><h1>{escape(title)}</h1><div class='kxc-sub'>{escape(line)}</div>{below}</div>"
    )


def show_cards(cards: Iterable[Card]) -> None:
    st.html(f"<div class='kxc kxc-cards'>{''.join(_card(one) for one in cards)}</div>")


def figure_head(title: str, line: str, provenance: str, language: Language) -> str:
    return (
        f"<div class='kxc'><h2>{escape(title)} {chip(provenance, language)}</h2>"
        f"<div class='kxc-line'>{escape(line)}</div></div>"
    )


def notes_html(notes: Iterable[str]) -> str:
    return f"<div class='kxc kxc-notes'>{'<br>'.join(escape(note) for note in notes)}</div>"


def show_list(title: str, line: str, sentences: Iterable[str]) -> None:
    """A heading and sentences under it."""
    rows = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    st.html(f"<div class='kxc'><h2>{escape(title)}</h2><div class='kxc-line'>{escape(line)}</div><ul>{rows}</ul></div>")


def _card(card: Card) -> str:
    unit = f"<small>{escape(card.unit)}</small>" if card.unit else ""
    kind = " demo" if card.is_demo else ""
    return (
        f"<section class='kxc-card'><header><span>{escape(card.label)}</span>"
        f"<span class='kxc-chip{kind}'>{escape(card.chip)}</span></header>"
        f"<div class='value'>{escape(card.value)}{unit}</div><div class='change'>{escape(card.change)}</div>"
        f"<div class='note'>{escape(card.note)}</div></section>"
    )
