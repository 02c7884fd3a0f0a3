"""The body of a slide: native charts side by side or above one another, a picture, and at most three points below."""

import io
from typing import Any

from PIL import Image
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart

from scicity.charts.look import Look
from scicity.charts.text import width
from scicity.charts.theme import palette
from scicity.exports.about import clean
from scicity.exports.chart_parts import is_flat
from scicity.exports.document import FigureBlock
from scicity.exports.office_charts import chart_part
from scicity.exports.plots import Plot
from scicity.exports.slides.furniture import describe
from scicity.exports.slides.stage import BODY_PT, Box, words

GAP = 0.12
UPPER = 0.6  # of the height, for the upper one of two charts


def put_charts(slide: Any, block: FigureBlock, box: Box) -> None:  # noqa: ANN401
    """The figure's charts in their order, all with its key as their name and its alternative text."""
    plots, alt, language = block.plots, block.alt, block.about.language
    for plot, place in zip(plots, places(plots, box), strict=True):
        xml, book = chart_part(plot, Look(language=language, layout="ppt"), (place.w, place.h))
        package = slide.part.package
        part = ChartPart.load(package.next_partname(ChartPart.partname_template), CONTENT_TYPE.DML_CHART, package, xml)
        part.relate_to(EmbeddedXlsxPart.new(book, package), RELATIONSHIP_TYPE.PACKAGE)
        chart = slide.shapes._add_chart_graphicFrame(slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART), *place.emu())
        described = f"{plot.name}　{alt}" if len(plots) > 1 and plot.name else alt
        properties = chart.xpath(".//p:cNvPr")[0]
        properties.set("descr", clean(described))
        properties.set("name", f"chart#{block.key}")


def places(plots: tuple[Plot, ...], box: Box) -> list[Box]:
    """Where each chart stands: charts over time above one another with their months in line, bars beside each other."""
    count = len(plots)
    if count == 1:
        return [box]
    if count == 2 and not is_flat(plots[0]):
        upper = box.h * UPPER
        return [Box(box.x, box.y, box.w, upper), Box(box.x, box.y + upper + GAP, box.w, box.h - upper - GAP)]
    across = count if is_flat(plots[0]) and count <= 4 else 2
    down = -(-count // across)
    wide, high = (box.w - GAP * (across - 1)) / across, (box.h - GAP * (down - 1)) / down
    return [
        Box(box.x + (wide + GAP) * (at % across), box.y + (high + GAP) * (at // across), wide, high)
        for at in range(count)
    ]


def put_picture(slide: Any, png: bytes, box: Box, alt: str) -> None:  # noqa: ANN401
    """The picture as large as the box allows, in its middle."""
    with Image.open(io.BytesIO(png)) as image:
        ratio = image.width / image.height
    wide = min(box.w, box.h * ratio)
    high = wide / ratio
    place = Box(box.x + (box.w - wide) / 2, box.y + (box.h - high) / 2, wide, high)
    describe(slide.shapes.add_picture(io.BytesIO(png), *place.emu()), alt)


def points_height(points: tuple[str, ...], wide: float) -> float:
    """How much of a slide's height the points take, in inches."""
    lines = sum(-(-width(text, BODY_PT) // (wide * 72 - 20)) for text in points)
    return 0.33 * lines + 0.1 if points else 0.0


def put_points(slide: Any, points: tuple[str, ...], box: Box) -> None:  # noqa: ANN401
    if points:
        words(slide, box, "\n".join(f"• {text}" for text in points), BODY_PT, colour=palette("light").ink)
