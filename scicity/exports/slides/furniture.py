"""What every slide carries beside its message: demonstration mark, source and as-of, number, link, speaker notes."""

import io
from typing import Any

import segno
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Pt

from scicity.charts.text import width
from scicity.charts.theme import palette
from scicity.exports.about import About, clean
from scicity.exports.slides.stage import FOOT_HIGH, MARGIN, SMALL_PT, Box, Stage, lettered, words
from scicity.wording import say

CODE = 0.56  # inches; a phone reads it from a screen and from paper


def furnish(stage: Stage, slide: Any, about: About, link: str = "") -> None:  # noqa: ANN401
    """Puts the mark (with demonstration data, always), the footer, the slide's number and the code of the link on."""
    if about.is_demo:
        _mark(stage, slide, about)
    coded = CODE + 0.1 if link else 0.0
    wide = stage.width - 2 * MARGIN - coded - 0.9
    top = stage.height - FOOT_HIGH
    box = Box(MARGIN, top + 0.1, wide, 0.42)
    words(slide, box, source_line(about), SMALL_PT, colour=palette("light").ink3, anchor=3)
    _number(slide, Box(MARGIN + wide + 0.1, top + 0.1, 0.7, 0.42))
    if link:
        _code(stage, slide, link, about)


def source_line(about: About) -> str:
    """资料来源：…　数据截至：…　发布版本：…"""
    pairs = [("source", about.source), ("as_of", about.as_of), ("release", about.release)]
    named = [(say(f"file_{name}", about.language), clean(text)) for name, text in pairs if text]
    # a cited figure's source says by itself that it is one
    told = [
        text if label in text[:8] else say("file_line", about.language, label=label, text=text) for label, text in named
    ]
    return say("slide_between", about.language).join(told)


def note(slide: Any, lines: list[str]) -> None:  # noqa: ANN401
    """Speaker notes."""
    slide.notes_slide.notes_text_frame.text = "\n".join(clean(line) for line in lines if line)


def account(about: About) -> list[str]:
    """Everything a file says of itself, a line each, the notice of demonstration data first."""
    notice = [say("file_demo_notice", about.language)] if about.is_demo else []
    return notice + [say("file_line", about.language, label=label, text=text) for label, text in about.lines()]


def _mark(stage: Stage, slide: Any, about: About) -> None:  # noqa: ANN401
    colours = palette("light")
    notice = say("file_demo_notice", about.language)
    wide = width(notice, 11) * 1.25 / 72 + 0.3
    box = Box(stage.width - MARGIN - wide, 0.1, wide, 0.27)
    shape = words(slide, box, notice, 11, colour=colours.demo, bold=True, align=2, anchor=3)
    shape.name = say("slide_demo_box", about.language)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colours.demo_bg[1:])
    shape.line.color.rgb = RGBColor.from_string(colours.demo[1:])
    shape.line.width = Pt(1)


def _number(slide: Any, box: Box) -> None:  # noqa: ANN401
    """The slide's number as a field, so that it stays right when slides are moved."""
    shape = words(slide, box, "", SMALL_PT, align=3, anchor=3)
    paragraph = shape.text_frame.paragraphs[0]
    run = paragraph.runs[0]
    lettered(run, SMALL_PT, palette("light").ink3)
    field = etree.SubElement(paragraph._p, qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    field.append(run._r.find(qn("a:rPr")))
    etree.SubElement(field, qn("a:t")).text = "‹#›"
    run._r.getparent().replace(run._r, field)


def _code(stage: Stage, slide: Any, link: str, about: About) -> None:  # noqa: ANN401
    """The address that reopens the view, as a code and as a link behind it."""
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="png", scale=4, border=1)
    drawn.seek(0)
    place = Box(stage.width - MARGIN - CODE, stage.height - CODE - 0.06, CODE, CODE)
    picture = slide.shapes.add_picture(drawn, *place.emu())
    picture.click_action.hyperlink.address = link
    describe(picture, say("slide_code", about.language, link=link))


def describe(shape: Any, text: str) -> None:  # noqa: ANN401
    """Alternative text for those who cannot see the shape."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", clean(text))
