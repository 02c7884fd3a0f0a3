"""A document as a Word file: head, text, figures and tables in reading order, annexed tables, imprint."""

import zipfile
from dataclasses import replace
from io import BytesIO

from scicity.exports import a4
from scicity.exports.document import Document, FigureBlock, Paragraph, TableBlock, fingerprints, labels, numbered
from scicity.exports.office_properties import named
from scicity.exports.word import figures, head, pages, stored, tables, text
from scicity.exports.word.pen import Pen
from scicity.exports.word.styles import ids, opened
from scicity.wording import say

LONGEST_PROPERTY = 255  # characters, as the format has it


def docx_bytes(document: Document, template: bytes | None = None) -> bytes:
    """The document as .docx. template: a unit's own .docx, whose styles, margins, headers and footers are kept.

    A document with a demonstration value has the notice on its first page whatever it says of itself. A template that
    cannot be read, a missing column, a key longer than 64 characters raise ValueError or KeyError.
    """
    plain = numbered(document)
    made = opened(template)
    pages.set_up(made, own=template is None)
    pen = Pen(made, document.about.language, ids(made), labels(document))
    demo = a4.is_demo(document.about, document.blocks)
    collection = document.kind == "basket"
    (head.write_cover if collection else head.write_head)(pen, plain, demo)
    _write_blocks(pen, plain)
    if document.link:
        figures.write_code(pen, document.link, say("paper_link", pen.language))
    if not collection:
        head.write_imprint(pen, plain)
    _tell(pen, document, demo)
    out = BytesIO()
    made.save(out)
    return _settled(out)


def _settled(saved: BytesIO) -> bytes:
    """The file without the time of its writing, so that the same document gives the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(saved) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as settled:
        for name in archive.namelist():
            settled.writestr(zipfile.ZipInfo(name), archive.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _write_blocks(pen: Pen, document: Document) -> None:
    """In reading order, annexed tables after all others; a wide table lies on a page of its own."""
    for block in a4.in_order(document):
        if isinstance(block, Paragraph):
            text.write(pen, block)
        elif isinstance(block, FigureBlock):
            _remarked(pen, block)
            figures.write(pen, block)
        else:
            _write_table(pen, block)


def _write_table(pen: Pen, block: TableBlock) -> None:
    turned = a4.grid(block).turned
    if turned:
        pages.turn(pen, turned=False)
    _remarked(pen, block)
    tables.write(pen, block)
    if turned:
        pages.turn(pen, turned=True)


def _remarked(pen: Pen, block: FigureBlock | TableBlock) -> None:
    """What a reader wrote beside a figure when collecting it, above the figure."""
    if block.comment:
        pen.put(pen.line("简报正文", block.comment))


def _tell(pen: Pen, document: Document, demo: bool) -> None:
    about, kept = document.about, pen.made.core_properties
    told = [say("file_line", pen.language, label=label, text=words) for label, words in about.lines()]
    notice = [say("file_demo_notice", pen.language)] if demo else []
    kept.title, kept.subject, kept.keywords = document.title, about.period, about.scope
    kept.comments = "\n".join(notice + told)[:LONGEST_PROPERTY]
    kept.author, kept.language = say("paper_author", pen.language), pen.language
    kept.last_modified_by, kept.revision = "", 1
    kept.created = kept.modified = a4.fixed_on(about)
    facts = {
        "kind": document.kind,
        "month": document.month,
        "release": about.release,
        "language": about.language,
        "provenance": "demo" if demo else about.provenance,
    }
    stored.store(pen, facts, fingerprints(document), dict(named(replace(about, provenance=facts["provenance"]))))
