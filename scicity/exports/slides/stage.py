"""The presentation being made: size, places on a slide, and the template it stands on. Inches throughout."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from scicity.charts.theme import palette
from scicity.exports.about import clean
from scicity.exports.chart_parts import TYPEFACE
from scicity.exports.document import Paragraph

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.5
TITLE_TOP, TITLE_HIGH, FOOT_HIGH = 0.36, 0.86, 0.62
TITLE_PT, BODY_PT, SMALL_PT = 28, 16, 10
TEXT_LINE = 1.4  # of the size of type, from line to line where a slide is words
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SECTIONS = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sectionLst"
# what a title-only layout is called in the templates of Office and WPS
TITLE_ONLY = ("title only", "仅标题", "标题幻灯片")


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    x: float
    y: float
    w: float
    h: float

    def emu(self) -> tuple[int, int, int, int]:
        return Inches(self.x), Inches(self.y), Inches(self.w), Inches(self.h)


@dataclass(frozen=True)
class Stage:
    """An open presentation. own: whether it stands on a unit's template, whose titles keep their place and type."""

    made: Any
    own: bool

    @property
    def width(self) -> float:
        return float(self.made.slide_width) / 914400

    @property
    def height(self) -> float:
        return float(self.made.slide_height) / 914400


def opened(template: bytes | None) -> Stage:
    """An empty presentation of ours, or of the unit's template with its slides taken out.

    A template that is no presentation raises ValueError naming what to do.
    """
    if template is None:
        made = Presentation()
        _widen(made)
        _letter(made)
        return Stage(made, own=False)
    try:
        made = Presentation(io.BytesIO(template))
    except Exception as broken:  # whatever the reader of packages makes of a file that is none
        raise ValueError(
            "The slide template cannot be read: expected a .pptx saved by PowerPoint or WPS. Save it again, or take "
            "it out of the folder 'templates' of the data home."
        ) from broken
    _emptied(made)
    return Stage(made, own=True)


def new_slide(stage: Stage) -> Any:  # noqa: ANN401  (the library has no types)
    """A slide with a title."""
    layouts = list(stage.made.slide_layouts)
    named = [one for one in layouts if one.name.strip().lower() in TITLE_ONLY[:2]]
    titled = [one for one in layouts if any(holder.placeholder_format.type in (1, 3) for holder in one.placeholders)]
    slide = stage.made.slides.add_slide((named or titled or layouts)[0])
    for holder in list(slide.placeholders):
        if holder.placeholder_format.idx != 0:  # an empty placeholder shows its prompt in print
            holder._element.getparent().remove(holder._element)
    return slide


def write_title(stage: Stage, slide: Any, text: str, size: float = TITLE_PT) -> float:  # noqa: ANN401
    """Writes the title and gives the height at which the body may begin."""
    holder = slide.shapes.title
    if holder is None:
        holder = slide.shapes.add_textbox(*Box(MARGIN, TITLE_TOP, stage.width - 2 * MARGIN, TITLE_HIGH).emu())
    holder.text_frame.text = text
    if stage.own and slide.shapes.title is not None:
        return float(holder.top + holder.height) / 914400 + 0.1
    place = Box(MARGIN, TITLE_TOP, stage.width - 2 * MARGIN, TITLE_HIGH).emu()
    holder.left, holder.top, holder.width, holder.height = place
    frame = holder.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    for paragraph in frame.paragraphs:
        paragraph.alignment = 1
        for run in paragraph.runs:
            lettered(run, size, bold=True)
    return TITLE_TOP + TITLE_HIGH + 0.08


def lettered(run: Any, size: float, colour: str = "", bold: bool = False) -> None:  # noqa: ANN401
    """Type of a run: size in points, Latin and East Asian typeface, ink where no colour is named."""
    run.font.size = Pt(size)
    run.font.bold = bold
    run.font.color.rgb = RGBColor.from_string((colour or palette("light").ink)[1:])
    run.font.name = TYPEFACE
    # in the order of the schema: the East Asian typeface right after the Latin one
    found = run._r.get_or_add_rPr()
    for old in found.findall(qn("a:ea")):
        found.remove(old)
    latin = found.find(qn("a:latin"))
    east = etree.SubElement(found, qn("a:ea"), typeface=TYPEFACE)
    latin.addnext(east)


def words(slide: Any, box: Box, text: str, size: float = BODY_PT, **style: Any) -> Any:  # noqa: ANN401
    """A text box with one line or paragraph. style: colour, bold, align (1 left, 2 centre, 3 right), anchor."""
    shape = slide.shapes.add_textbox(*box.emu())
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = style.get("anchor", 1)
    for at, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = style.get("align", 1)
        run = paragraph.add_run()
        run.text = line
        lettered(run, size, style.get("colour", ""), style.get("bold", False))
    return shape


def paragraphs(slide: Any, box: Box, told: Sequence[Paragraph], size: float) -> None:  # noqa: ANN401
    """Paragraphs of a document, run by run; a run that prints a figure bears the figure's key as its bookmark."""
    shape = words(slide, box, "", size)
    shape.name = "text#"
    frame = shape.text_frame
    for at, one in enumerate(told):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.space_after, paragraph.line_spacing = Pt(size * 0.6), TEXT_LINE / 1.2
        for part in one.runs:
            run = paragraph.add_run()
            run.text = clean(f"|{part.text}|")[1:-1]  # blanks between runs stay
            lettered(run, size, bold=part.bold)
            if part.figure:
                run._r.get_or_add_rPr().set("bmk", part.figure)


def _widen(made: Any) -> None:  # noqa: ANN401
    """The library's own template is 4:3; its placeholders are moved with the sheet."""
    ratio = Inches(WIDTH) / made.slide_width
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for sheet in (made.slide_master, *made.slide_layouts):
        for shape in sheet.shapes:
            if shape._element.find(f".//{A}xfrm") is not None:
                shape.left, shape.width = Emu(int(shape.left * ratio)), Emu(int(shape.width * ratio))


def _letter(made: Any) -> None:  # noqa: ANN401
    """Names the typefaces in the theme, so that what a person adds looks like the rest."""
    part = next(one.target_part for one in made.slide_master.part.rels.values() if one.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    for kind in ("latin", "ea"):
        for font in theme.iter(f"{A}{kind}"):
            font.set("typeface", TYPEFACE)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _emptied(made: Any) -> None:  # noqa: ANN401
    listed = made.slides._sldIdLst
    for one in list(listed):
        made.part.drop_rel(one.rId)
        listed.remove(one)
    # sections name the slides that are gone; PowerPoint would offer to repair the file
    for sections in list(made.part._element.iter(SECTIONS)):
        extension = sections.getparent()
        extension.getparent().remove(extension)
