"""Slides that stay editable: native charts and tables, one message a slide, on the unit's own template if it has one.

Every slide says its source, its as-of and its number; with demonstration data it also says so in a box of its own.
"""

from scicity.exports.slides.deck import deck, figure_slide
from scicity.exports.slides.numbers import compared, numbers

__all__ = ["compared", "deck", "figure_slide", "numbers"]
