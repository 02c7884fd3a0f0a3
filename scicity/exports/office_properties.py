"""What an Office file says of itself in its properties: title, period, scope, provenance, and each field by name."""

from datetime import datetime
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from scicity.exports.about import About, clean
from scicity.wording import say

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# the set of properties a user defines
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
LONGEST = 255  # characters of a core property; the custom ones hold each field in full
FIELDS = ("title", "unit", "period", "scope", "filters", "definition", "source", "as_of", "release", "link")


def named(about: About) -> list[tuple[str, str]]:
    """Keyword and text of every field; keywords are the English labels, so that programs find them."""
    pairs = [(say(f"file_{name}", "en"), clean(getattr(about, name))) for name in FIELDS]
    notice = say("file_demo_notice", about.language) if about.is_demo else ""
    return [(name, text) for name, text in (*pairs, ("Provenance", about.provenance), ("Comment", notice)) if text]


def told(about: About) -> str:
    """The account as lines of text, the notice of demonstration data first."""
    notice = [say("file_demo_notice", about.language)] if about.is_demo else []
    return "\n".join(
        notice + [say("file_line", about.language, label=label, text=text) for label, text in about.lines()]
    )


def describe_package(made: Any, title: str, about: About) -> None:  # noqa: ANN401
    """Core and custom properties of a presentation; the day is the data's, so that the same data give the same file."""
    core = made.core_properties
    core.title, core.subject, core.keywords = (
        clean(title)[:LONGEST],
        about.period[:LONGEST],
        f"{about.scope} {about.release}"[:LONGEST],
    )
    core.comments, core.category = told(about)[:LONGEST], about.provenance
    core.author = core.last_modified_by = say("product", about.language)
    core.language = "zh-CN" if about.language == "zh" else "en"
    try:
        core.created = core.modified = datetime.fromisoformat(about.as_of)
    except ValueError:
        core.created = core.modified = datetime(2020, 1, 1)
    package = made.part.package
    for relation in package._rels.values():  # a template may bring properties of its own
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            relation.target_part._blob = custom_xml(about)
            return
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, package, custom_xml(about))
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def custom_xml(about: About) -> bytes:
    """The part docProps/custom.xml."""
    root = etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": VALUES})
    for number, (name, text) in enumerate(named(about), 2):
        entry = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=FORMAT, pid=str(number), name=name)
        etree.SubElement(entry, f"{{{VALUES}}}lpwstr").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
