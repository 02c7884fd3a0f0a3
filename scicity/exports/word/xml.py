"""Pieces of a Word document's XML: elements with their children, runs and paragraphs."""

from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

BLANKS = {
    "\n": " ",
    "\t": " ",
    "\r": " ",
    "\N{IDEOGRAPHIC SPACE}": "\N{IDEOGRAPHIC SPACE}",
    "\N{NO-BREAK SPACE}": "\N{NO-BREAK SPACE}",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECOND_VERSION = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# text that stands beside the paragraph, not in it
ASIDE = {f"{W}txbxContent", f"{W}del", f"{W}moveFrom", f"{W}pPr", SECOND_VERSION}
# an lxml element; lxml has no types of its own
Element = Any


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: Element) -> Element:
    """E.g. element("w:ind", {"w:left": 0}); an attribute of None is left out."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        if value is not None:
            made.set(qn(name), str(value))
    for child in children:
        made.append(child)
    return made


def run(text: str, *traits: Element) -> Element:
    """A run of text. The hint makes “ ” — and … of Chinese text Chinese signs, not those of the Latin type."""
    written = element("w:t", None)
    written.text = clean_run(text)
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("w:r", None, element("w:rPr", None, element("w:rFonts", {"w:hint": "eastAsia"}), *traits), written)


def clean_run(text: str) -> str:
    """Without what XML refuses and without signs that turn the text round; blanks stay, also the wide one."""
    return "".join(BLANKS.get(sign, sign) for sign in text if sign.isprintable() or sign in BLANKS)


def paragraph(style: str, *runs: Element, **settings: object) -> Element:
    """A paragraph in the style of that id; settings: further elements of its properties by name ('w:jc' as jc=…)."""
    further = (element(f"w:{name}", {"w:val": value}) for name, value in settings.items())
    return element("w:p", None, element("w:pPr", None, element("w:pStyle", {"w:val": style}), *further), *runs)


def bookmarked(name: str, number: int, *inside: Element) -> list[Element]:
    """The elements between a bookmark's two ends, by which a figure's text is found again."""
    start = element("w:bookmarkStart", {"w:id": number, "w:name": name})
    return [start, *inside, element("w:bookmarkEnd", {"w:id": number})]


def control(tag: str, number: int, written: Element, blank: bool = False) -> Element:
    """The paragraph with its words in a content control, whose tag outlives every edit. blank: a placeholder.

    The control stands inside the paragraph: LibreOffice loses bold, colour and comments in one that stands around it.
    """
    traits = [element("w:tag", {"w:val": tag}), element("w:id", {"w:val": number})]
    traits += [element("w:showingPlcHdr")] if blank else []
    words = [child for child in written if child.tag != qn("w:pPr")]
    written.append(element("w:sdt", None, element("w:sdtPr", None, *traits), element("w:sdtContent", None, *words)))
    return written


def borders(tag: str, **sides: tuple[float, str]) -> Element:
    """Rules: side -> (points, colour), e.g. bottom=(1.0, 'FF0000'); a width of 0 is none. Order as the schema asks."""
    order = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV", "between")
    made = element(tag)
    for side in sorted(sides, key=order.index):
        width, colour = sides[side]
        kind = "single" if width else "nil"
        made.append(
            element(
                f"w:{side}",
                {"w:val": kind, "w:sz": round(width * 8), "w:space": 4 * (tag == "w:pBdr"), "w:color": colour},
            )
        )
    return made


def twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def text(inside: Element) -> str:
    """The words of a paragraph as they stand now: what was deleted with changes tracked is gone."""
    return "".join(_words(inside))


def _words(inside: Element) -> Iterator[str]:
    for child in inside:
        if child.tag in ASIDE or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "\N{NON-BREAKING HYPHEN}"
        else:
            yield from _words(child)
