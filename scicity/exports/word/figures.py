"""Figures in Word: native charts with the workbook they are edited with; a picture, else the table, for the others."""

from dataclasses import replace
from io import BytesIO
from math import ceil

import segno
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from scicity.charts.look import Look
from scicity.exports import a4
from scicity.exports.document import FigureBlock
from scicity.exports.office_charts import chart_part
from scicity.exports.paper_svg import as_png
from scicity.exports.word import tables
from scicity.exports.word.pen import Pen
from scicity.exports.word.xml import Element, element, paragraph

EMU_A_MM = 36_000
LONE_MM = 74.0  # height of a figure with one chart
SHARED_MM = (54.0, 40.0)  # of two charts, one above the other
HALF_MM = (78.0, 47.5)  # of more than two, which stand two a row
TALLEST_MM = 190.0  # of all rows together: a page with room for the caption
CODE_MM = 24.0
SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def write(pen: Pen, block: FigureBlock) -> None:
    """The figure, its caption below, notes and source; a figure that cannot be drawn is printed as its table."""
    if not block.plots and not block.png and not block.svg:
        tables.write(pen, block)
        return
    about, label = block.about.seen_in(block.frame), pen.labels[block.key]
    pen.put(*(_charts(pen, block, label) if block.plots else [_picture(pen, block, label)]))
    caption = a4.with_unit(a4.caption(label, block.title, about), about)
    pen.put(pen.line("Caption", caption, keepNext=1))
    tables.write_below(pen, block if block.plots else replace(block, notes=()), marks=False)


def sizes_mm(plots: int) -> tuple[tuple[float, float], ...]:
    """Width and height of each chart of a figure; more than two stand two a row, all of them on one page."""
    if plots <= 2:
        return tuple((a4.FIGURE_MM[0], high) for high in ((LONE_MM,) if plots == 1 else SHARED_MM))
    wide, high = HALF_MM
    return ((wide, min(high, TALLEST_MM / ceil(plots / 2))),) * plots


def _charts(pen: Pen, block: FigureBlock, label: str) -> list[Element]:
    """The paragraphs of the figure's charts."""
    sizes, look = sizes_mm(len(block.plots)), Look(language=pen.language, layout="a4")
    made = []
    for place, (plot, (wide, high)) in enumerate(zip(block.plots, sizes, strict=True), 1):
        xml, workbook = chart_part(plot, look, (wide / 25.4, high / 25.4))
        graphic = f'<c:chart r:id="{_chart_part(pen, xml, workbook)}"/>'
        described = f"{plot.name}　{block.alt}" if len(sizes) > 2 and plot.name else block.alt
        made.append(_inline(pen, f"{label}#{place}", described, (wide, high), graphic))
    if len(made) <= 2:
        return [_standing(pen, one) for one in made]
    return [_standing(pen, *made[at : at + 2], jc="left") for at in range(0, len(made), 2)]


def _chart_part(pen: Pen, xml: bytes, workbook: bytes) -> str:
    """Adds the chart and its workbook to the file; the relation by which the text refers to it."""
    package = pen.made.part.package
    number = pen.number()
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), CT.DML_CHART, xml, package)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CT.SML_SHEET, workbook, package)
    chart.relate_to(book, RT.PACKAGE)
    return pen.made.part.relate_to(chart, RT.CHART)


def _inline(pen: Pen, name: str, alt: str, size_mm: tuple[float, float], graphic: str) -> Element:
    wide, high = (round(mm * EMU_A_MM) for mm in size_mm)
    drawn = parse_xml(
        f'<wp:inline {SPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="0" name=""/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{CHART}">{graphic}</a:graphicData></a:graphic></wp:inline>'
    )
    _tell(pen, drawn, name, alt)
    return drawn


def _tell(pen: Pen, drawn: Element, name: str, alt: str) -> None:
    """Names a drawing and says in words what it shows; its number is no other drawing's."""
    told = drawn.find(qn("wp:docPr"))
    told.set("id", str(pen.number()))
    told.set("name", name)
    told.set("descr", alt)


def _standing(pen: Pen, *drawn: Element, **settings: object) -> Element:
    inside = [element("w:r", None, element("w:drawing", None, one)) for one in drawn]
    return paragraph(pen.styles["简报图"], *inside, keepNext=1, **settings)


def _picture(pen: Pen, block: FigureBlock, label: str) -> Element:
    png = block.png or as_png(block.svg, a4.FIGURE_MM[0])
    drawn = pen.made.part.new_pic_inline(BytesIO(png), width=Mm(a4.FIGURE_MM[0]))
    _fit(drawn, a4.FIGURE_MM[1])
    _tell(pen, drawn, f"{label}#1", block.alt)
    return _standing(pen, drawn)


def _fit(drawn: Element, high_mm: float) -> None:
    """Makes a picture that is too high smaller as a whole."""
    share = min(1.0, high_mm * EMU_A_MM / int(drawn.extent.cy))
    for extent in (drawn.extent, *drawn.iter(qn("a:ext"))):
        if extent.get("cx"):
            extent.set("cx", str(round(int(extent.get("cx")) * share)))
            extent.set("cy", str(round(int(extent.get("cy")) * share)))


def write_code(pen: Pen, link: str, says: str) -> None:
    """The address that shows the figures again, as a code for a telephone and in letters."""
    held = BytesIO()
    segno.make(link, error="m", micro=False).save(held, kind="png", scale=8, border=2)
    drawn = pen.made.part.new_pic_inline(BytesIO(held.getvalue()), width=Mm(CODE_MM))
    _tell(pen, drawn, "QR", f"{says} {link}")
    pen.put(_standing(pen, drawn), pen.line("简报资料来源", f"{says}{link}", jc="center"))
