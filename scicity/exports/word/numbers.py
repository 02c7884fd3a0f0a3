"""What a Word briefing prints, read back from its bytes: figures in the text, cells of tables, points of charts."""

from lxml import etree

from scicity.exports import printed
from scicity.exports.document import Document, FigureBlock
from scicity.exports.printed import Printed, Series
from scicity.exports.word.package import Package, parser, unpacked
from scicity.exports.word.xml import Element, W, text

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
TOLD = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def numbers(data: bytes) -> Printed:
    """Everything in the file that is a number of the release. A file that cannot be read raises ValueError."""
    package = unpacked(data)
    keys = {label: key for key, label in package.stored.labels.items()}
    return Printed(_figures(package), _tables(package, keys), _charts(package, keys))


def compared(document: Document, data: bytes) -> tuple[int, tuple[str, ...]]:
    """How many numbers of the file were compared with the document, and a sentence for each that differs."""
    return printed.compared(document, printed.expected(document, _forms), numbers(data))


def _forms(block: FigureBlock) -> tuple[printed.Form, ...]:
    if block.plots:
        return ("chart",)
    return () if block.png or block.svg else ("table",)


def _figures(package: Package) -> tuple[tuple[str, str], ...]:
    found = []
    for start in package.body.iter(f"{W}bookmarkStart"):
        key = package.stored.bookmarks.get(str(start.get(f"{W}name", "")))
        if key is not None:
            found.append((key, _until_end(start)))
    return tuple(found)


def _until_end(start: Element) -> str:
    inside = []
    for after in start.itersiblings():
        if after.tag == f"{W}bookmarkEnd" and after.get(f"{W}id") == start.get(f"{W}id"):
            break
        inside.append(text(after))
    return "".join(inside)


def _tables(package: Package, keys: dict[str, str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found = {}
    for table in package.body.iter(f"{W}tbl"):
        named = table.find(f"{W}tblPr/{W}tblCaption")
        caption = "" if named is None else str(named.get(f"{W}val", ""))
        key = next((key for label, key in keys.items() if caption.startswith(f"{label} ")), None)
        if key is not None:
            found[key] = tuple(
                tuple("".join(text(one) for one in cell.iter(f"{W}p")).strip() for cell in row.iter(f"{W}tc"))
                for row in table.iter(f"{W}tr")
            )
    return found


def _charts(package: Package, keys: dict[str, str]) -> dict[str, tuple[tuple[Series, ...], ...]]:
    targets = _targets(package.parts["word/_rels/document.xml.rels"])
    found: dict[str, tuple[tuple[Series, ...], ...]] = {}
    for drawn in package.body.iter(DRAWN):
        label = str(drawn.find(TOLD).get("name", "")).partition("#")[0]
        for chart in drawn.iter(f"{C}chart"):
            xml = package.parts[f"word/{targets[chart.get(f'{R}id')]}"]
            found[keys[label]] = (*found.get(keys[label], ()), _series(etree.fromstring(xml, parser())))
    return found


def _targets(rels: bytes) -> dict[str, str]:
    return {str(one.get("Id")): str(one.get("Target")) for one in etree.fromstring(rels, parser())}


def _series(chart: Element) -> tuple[Series, ...]:
    return tuple(_one(series) for series in chart.iter(f"{C}ser"))


def _one(series: Element) -> Series:
    values = series.find(f"{C}val/{C}numRef/{C}numCache")
    count = int(values.find(f"{C}ptCount").get("val"))
    points = {int(point.get("idx")): float(point.find(f"{C}v").text) for point in values.iter(f"{C}pt")}
    return "".join(series.find(f"{C}tx").itertext("{*}v")), tuple(points.get(at) for at in range(count))
