"""Colours beyond contrast with the page: words on bars, shades, and the fonts' order."""

import pytest

from scicity.charts.look import Look
from scicity.charts.theme import FAMILIES, FONT, hue, palette, shade
from scicity.measures import taxonomy


def luminance(colour):
    """Relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("industry", taxonomy.industries())
def test_words_on_a_bar_stand_out_from_it_by_4_5_to_1(industry, mode):
    colours = palette(mode).hues[industry]
    dark, light = sorted((luminance(colours.on), luminance(colours.fill)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_shades_go_towards_the_page_and_stop_at_the_palest():
    # a quarter of white in #0A4587: 10 + 245 / 4 = 71 (47), 69 + 186 / 4 = 115.5 (74), 135 + 120 / 4 = 165 (A5)
    assert shade("#0A4587", 1, Look()) == "#4774A5"
    assert shade("#0A4587", 0, Look()) == "#0A4587"
    assert shade("#0A4587", 9, Look()) == shade("#0A4587", 3, Look())


def test_an_unknown_item_is_grey():
    assert hue("X-99", Look()) == palette("light").hues["OTH"]


def test_the_family_the_page_ships_comes_first():
    assert FAMILIES[:3] == ("Noto Sans SC Variable", "Noto Sans SC", "Noto Sans CJK SC")
    assert FONT.startswith('"Noto Sans SC Variable",') and FONT.endswith(",sans-serif")
