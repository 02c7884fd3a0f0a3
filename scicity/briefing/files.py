"""A briefing as a file, by its ending; linted before it is written and compared with its document afterwards."""

from dataclasses import dataclass

from scicity.briefing.lint import Complaint, blocking, lint, mended
from scicity.exports.document import Document
from scicity.gallery.saving import template

ENDINGS = ("docx", "pptx", "pdf", "xlsx")


@dataclass(frozen=True)
class Made:
    """One file. numbers: how many of its numbers were read back and agree, 0 where the kind of file is not read back.

    complaints: what is left for a person to look at.
    """

    data: bytes
    numbers: int
    complaints: tuple[Complaint, ...]


class Refused(ValueError):
    """The document may not leave the house, or the file does not say what the document says; the text says why."""


def made(document: Document, ending: str) -> Made:
    """The document as docx, pptx, pdf or xlsx.

    Raises Refused when the linter blocks it, or when a number read back from the file is not the document's, and
    ValueError for another ending.
    """
    if ending not in ENDINGS:
        raise ValueError(f"'.{ending}' is no file a briefing can be. Choose from {', '.join(ENDINGS)}.")
    ready = mended(document)
    complaints = lint(ready)
    if stopped := blocking(complaints):
        lines = "; ".join(f"{one.where}: {one.text}" for one in stopped[:5])
        raise Refused(f"{len(stopped)} complaints stop the export. {lines}")
    data, numbers, differences = _written(ready, ending)
    if differences:
        raise Refused(f"The file differs from its data and was not written. {'; '.join(differences[:5])}")
    return Made(data, numbers, complaints)


def _written(document: Document, ending: str) -> tuple[bytes, int, tuple[str, ...]]:
    """The bytes, how many numbers were read back, and where they differ. Each writer is loaded when it is asked for."""
    if ending == "docx":
        from scicity.exports import word

        data = word.docx_bytes(document, template(ending))
        return (data, *word.compared(document, data))
    if ending == "pdf":
        from scicity.exports import paper

        data = paper.pdf_bytes(document)
        return (data, *paper.compared(document, data))
    if ending == "xlsx":
        from scicity.exports import annex, annex_numbers

        data = annex.xlsx_bytes(document)
        return (data, *annex_numbers.compared(document, data))
    from scicity.exports import slides

    data = slides.deck(document, template(ending))
    return (data, *slides.compared(document, data))
