"""Colours and sizes: only those of the tokens, legible for everyone, never smaller than 12 pixels."""

import json
import re

import pytest

from scicity.charts.anatomy import on_page, whole
from scicity.charts.look import Look
from scicity.charts.theme import TRANSPARENT, hue, palette, shade, tokens
from scicity.measures import taxonomy
from tests.charts.frames import FIGURES, LAYOUTS, caption, drawn, strings

MODES = ("light", "dark")


def _luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_of_contrast_is_the_published_one():
    # black on white is 21 to 1; #767676 on white is the known limit of 4.54 to 1
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
def test_text_has_a_contrast_of_four_and_a_half(mode):
    colours = palette(mode)
    texts = [colours.ink, colours.ink2, colours.ink3, *(one.text for one in colours.hues.values())]
    # words stand on the page and, in the panel of what is not told, on the surface
    low = [text for text in texts for paper in (colours.bg, colours.surface) if _contrast(text, paper) < 4.5]
    assert low == []
    assert _contrast(colours.demo, colours.demo_bg) >= 4.5
    assert [code for code, one in colours.hues.items() if _contrast(one.on, one.fill) < 4.5] == []


@pytest.mark.parametrize("mode", MODES)
def test_areas_and_axes_have_a_contrast_of_three(mode):
    colours = palette(mode)
    drawn_in = [colours.hues[code].fill for code in taxonomy.industries()]
    drawn_in += [colours.fillink, colours.zero, colours.axis]
    assert [one for one in drawn_in if _contrast(one, colours.bg) < 3] == []


def _finished(name, look):
    finish = on_page if look.on_page else whole
    return finish(drawn(name, look), caption(look.language, "demo"), look)


def _allowed(look):
    colours = tokens(look)
    plain = {value for value in vars(colours).values() if isinstance(value, str)}
    fills = {one.fill for one in colours.hues.values()}
    hues = {value for one in colours.hues.values() for value in (one.fill, one.text, one.on)}
    shades = {shade(fill, step, look) for fill in (*fills, colours.fillink) for step in range(4)}
    return plain | hues | shades | {TRANSPARENT}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", FIGURES)
def test_every_colour_is_one_of_the_tokens(name, mode, layout):
    look = Look(mode=mode, layout=layout)
    text = json.dumps(json.loads(_finished(name, look).to_json()))
    found = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\)", text))
    assert tokens(look).bg in found
    assert found - _allowed(look) == set()


def test_the_wall_is_dark_whatever_was_chosen():
    assert tokens(Look(mode="light", layout="wall")) == palette("dark")


def _sizes(thing, key=""):
    """Every font size of a figure: of annotations, ticks, hover boxes and the figure itself."""
    if isinstance(thing, dict):
        own = [thing["size"]] if "font" in key and "size" in thing else []
        return own + [size for name, one in thing.items() for size in _sizes(one, name)]
    return [size for one in thing for size in _sizes(one, key)] if isinstance(thing, list) else []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FIGURES)
def test_no_letter_is_smaller_than_twelve_pixels(name, layout):
    for language in ("zh", "en"):
        figure = _finished(name, Look(language, layout=layout))
        assert all(note.font.size for note in figure.layout.annotations)
        sizes = _sizes(json.loads(figure.to_json())["layout"])
        assert len(sizes) > 5 and min(sizes) >= 12
        assert not any("font-size" in text or "<sub>" in text or "<sup>" in text for text in strings(figure))


def test_a_subfield_has_its_industrys_colour_and_a_total_none():
    look = Look()
    assert hue("NIT-IC", look) == hue("NIT", look)
    assert hue("ALL", look).fill == tokens(look).fillink
    assert hue("ALL", look, "high_tech").fill == tokens(look).fillink
    assert hue("XX", look) == tokens(look).hues["OTH"]


def test_filtering_never_gives_an_industry_another_colour():
    draw, frame = FIGURES["monthly_scale"]
    alone = draw(frame[frame["item"] == "HS"], Look()).data[0].marker.color
    among = next(trace for trace in draw(frame, Look()).data if trace.name == "高技术服务").marker.color
    assert alone == among == "#B57F0E"
