"""The pages of a briefing in Word: A4, margins, a page on its side for a wide table, page numbers."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section, _Footer
from docx.shared import Mm

from scicity.exports import a4
from scicity.exports.word.pen import Pen
from scicity.exports.word.xml import Element, element, paragraph, run

# the line of 14 pt stands so that its dashes are 7 mm below the type area
FOOTER_MM = 25.5
DASH = "\N{EM DASH}"


def set_up(made: WordDocument, own: bool) -> None:
    """Paper, margins and page numbers; a unit's template keeps its margins and its own footers."""
    section = made.sections[0]
    if own:
        _measure(section)
    if section.footer.is_linked_to_previous:
        made.settings.odd_and_even_pages_header_footer = True
        style = made.styles["简报页码"].style_id
        _numbered(section.footer, style, "right")
        _numbered(section.even_page_footer, style, "left")


def _measure(section: Section) -> None:
    section.page_width, section.page_height = Mm(a4.PAPER_MM[0]), Mm(a4.PAPER_MM[1])
    section.top_margin, section.bottom_margin = Mm(a4.TOP_MM), Mm(a4.BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(a4.LEFT_MM), Mm(a4.RIGHT_MM)
    section.header_distance, section.footer_distance, section.gutter = Mm(15), Mm(FOOTER_MM), Mm(0)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)


def _numbered(footer: _Footer, style: str, side: str) -> None:
    """— 1 —, one 字 from the outer edge."""
    footer.is_linked_to_previous = False
    for old in list(footer._element):
        footer._element.remove(old)
    field = [element("w:r", None, element("w:fldChar", {"w:fldCharType": kind})) for kind in ("begin", "end")]
    order = element("w:instrText")
    order.text = "PAGE"
    pieces = [run(f"{DASH} "), field[0], element("w:r", None, order), field[1], run(f" {DASH}")]
    written = paragraph(style, *pieces)
    written[0].append(element("w:ind", {f"w:{side}": round(20 * a4.PAGE_NUMBER_PT)}))
    written[0].append(element("w:jc", {"w:val": side}))
    footer._element.append(written)


def turn(pen: Pen, turned: bool) -> None:
    """Ends the section: what was written since the last turn stands upright, or on its side with its head bound."""
    last = deepcopy(pen.made.element.body.find(qn("w:sectPr")))
    if turned:
        _lay_down(Section(last, pen.made.part))
    # the paragraph that must carry the section's end is a hair high, so that it never opens a page of its own
    carrier = element("w:p", None, element("w:pPr", None, _hair(), last))
    pen.put(carrier)


def _hair() -> Element:
    return element("w:spacing", {"w:before": 0, "w:after": 0, "w:line": 20, "w:lineRule": "exact"})


def _lay_down(section: Section) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    top, right, bottom, left = section.top_margin, section.right_margin, section.bottom_margin, section.left_margin
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = left, top, right, bottom
