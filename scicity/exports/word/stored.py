"""What a Word briefing carries for next month, unseen: release, month, kind, the fingerprint of each text as written.

No text and no number stands here that is not in the document: who deletes a sentence deletes it altogether.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from scicity.exports.document import fingerprint
from scicity.exports.word.pen import Pen
from scicity.exports.word.xml import text

SPACE = "urn:scicity:briefing"
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


@dataclass(frozen=True)
class Stored:
    """facts: kind, month, release, language, provenance. written: key -> fingerprint, in the order of the text.

    bookmarks: name -> key of a figure. labels: key of a figure or table -> 图1. furniture: fingerprints of captions.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    bookmarks: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    furniture: frozenset[str] = frozenset()


def store(pen: Pen, facts: Mapping[str, str], written: Mapping[str, str], told: Mapping[str, str]) -> None:
    """Puts it into the file as custom XML, and the facts with what is `told` as properties that Word shows."""
    root = etree.Element(f"{{{SPACE}}}briefing", nsmap={None: SPACE}, attrib=dict(facts))
    for tag, pairs in (("text", written), ("figure", pen.bookmarks), ("object", pen.labels)):
        for name, value in pairs.items():
            etree.SubElement(root, f"{{{SPACE}}}{tag}", name=name, value=value)
    for mark in dict.fromkeys(fingerprint(text(one)) for one in pen.furniture):
        etree.SubElement(root, f"{{{SPACE}}}furniture", value=mark)
    _part(pen.made, "/customXml/item1.xml", "application/xml", root, RT.CUSTOM_XML)
    _properties(pen.made, {**facts, **dict(told)})


def _part(made: WordDocument, name: str, kind: str, root: etree._Element, relation: str) -> None:
    """A template may hold a part of the same name: then ours takes the next one."""
    package = made.part.package
    taken = {str(one.partname) for one in package.iter_parts()}
    stem, _, number = name.removesuffix(".xml").rpartition("item")
    at = int(number or 1)
    while f"{stem}item{at}.xml" in taken:
        at += 1
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made.part.relate_to(Part(PackURI(f"{stem}item{at}.xml"), kind, xml, package), relation)


def _properties(made: WordDocument, facts: Mapping[str, str]) -> None:
    package = made.part.package
    if any(str(one.partname) == "/docProps/custom.xml" for one in package.iter_parts()):
        return  # a template's own properties stay; the custom XML says the same
    root = etree.Element(f"{{{CUSTOM_SPACE}}}Properties", nsmap={None: CUSTOM_SPACE, "vt": VALUES})
    for number, (name, value) in enumerate(facts.items(), 2):
        one = etree.SubElement(root, f"{{{CUSTOM_SPACE}}}property", fmtid=PROPERTIES, pid=str(number), name=name)
        etree.SubElement(one, f"{{{VALUES}}}lpwstr").text = value
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.relate_to(Part(PackURI("/docProps/custom.xml"), CUSTOM, xml, package), CUSTOM_RELATION)


def found(parts: Mapping[str, bytes], parsed: etree.XMLParser) -> Stored:
    """What the parts of a file (name -> bytes) hold of it; nothing where a program has thrown it away."""
    for name in sorted(parts):
        if name.startswith("customXml/item") and SPACE.encode() in parts[name]:
            return _stored(etree.fromstring(parts[name], parsed))
    if "docProps/custom.xml" not in parts:
        return Stored()
    root = etree.fromstring(parts["docProps/custom.xml"], parsed)
    return Stored({str(one.get("name")): "".join(one.itertext()) for one in root})


def _stored(root: etree._Element) -> Stored:
    def pairs(tag: str) -> dict[str, str]:
        return {str(one.get("name")): str(one.get("value")) for one in root.iter(f"{{{SPACE}}}{tag}")}

    furniture = frozenset(str(one.get("value")) for one in root.iter(f"{{{SPACE}}}furniture"))
    facts = {str(name): str(value) for name, value in root.attrib.items()}
    return Stored(facts, pairs("text"), pairs("figure"), pairs("object"), furniture)
