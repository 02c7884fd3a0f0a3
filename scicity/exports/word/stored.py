"""What a Word briefing carries for next month, unseen: release, month, kind, the fingerprint of each text as written.

No text and no number stands here that is not in the document: who deletes a sentence deletes it altogether.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

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
STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
STORE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
ITEM = "{6F0E0E1C-9704-4B17-8A52-2012C1B0A4F1}"
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
    _remember(pen.made, _xml(root))
    _properties(pen.made, {**{name: value for name, value in told.items() if name.lower() not in facts}, **facts})


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _remember(made: WordDocument, xml: bytes) -> None:
    """As custom XML with its properties, as Word keeps it; that of a briefing used as template is replaced."""
    for relation in made.part.rels.values():
        if relation.reltype == RT.CUSTOM_XML and SPACE.encode() in relation.target_part.blob:
            relation.target_part._blob = xml
            return
    package = made.part.package
    taken = {str(one.partname) for one in package.iter_parts()}
    at = next(at for at in count(1) if f"/customXml/item{at}.xml" not in taken)
    item = Part(PackURI(f"/customXml/item{at}.xml"), "application/xml", xml, package)
    traits = etree.Element(f"{{{STORE}}}datastoreItem", {f"{{{STORE}}}itemID": ITEM}, nsmap={"ds": STORE})
    references = etree.SubElement(traits, f"{{{STORE}}}schemaRefs")
    etree.SubElement(references, f"{{{STORE}}}schemaRef", {f"{{{STORE}}}uri": SPACE})
    item.relate_to(Part(PackURI(f"/customXml/itemProps{at}.xml"), STORE_TYPE, _xml(traits), package), STORE_RELATION)
    made.part.relate_to(item, RT.CUSTOM_XML)


def _properties(made: WordDocument, facts: Mapping[str, str]) -> None:
    """A template's own properties stay beside ours; no name stands twice, whatever its case."""
    package = made.part.package
    held = next((one for one in package.iter_parts() if str(one.partname) == "/docProps/custom.xml"), None)
    root = etree.Element(f"{{{CUSTOM_SPACE}}}Properties", nsmap={None: CUSTOM_SPACE, "vt": VALUES})
    ours = {name.lower() for name in facts}
    for one in etree.fromstring(held.blob) if held is not None else ():
        if str(one.get("name")).lower() not in ours:
            root.append(one)
    for name, value in facts.items():
        one = etree.SubElement(root, f"{{{CUSTOM_SPACE}}}property", fmtid=PROPERTIES, name=name)
        etree.SubElement(one, f"{{{VALUES}}}lpwstr").text = value
    for number, one in enumerate(root, 2):
        one.set("pid", str(number))
    if held is not None:
        held._blob = _xml(root)
    else:
        package.relate_to(Part(PackURI("/docProps/custom.xml"), CUSTOM, _xml(root), package), CUSTOM_RELATION)


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
