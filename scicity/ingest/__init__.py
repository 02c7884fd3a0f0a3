"""A report file comes in; checked rows or findings go out.

`check_file` is the door. The names below are fetched when first used: the child process that opens workbooks loads
this package within a memory limit and must not load pandas with it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scicity.ingest.blank import blank_form
    from scicity.ingest.checking import Checked, Reading, check_file
    from scicity.ingest.detecting import candidates, detect
    from scicity.ingest.documenting import form_page, write_pages
    from scicity.ingest.findings import Finding
    from scicity.ingest.forms import Form, load, names
    from scicity.ingest.known import Known, known_from
    from scicity.ingest.marked import marked_workbook

_HOMES = {
    "blank_form": "blank",
    "Checked": "checking",
    "Reading": "checking",
    "check_file": "checking",
    "candidates": "detecting",
    "detect": "detecting",
    "form_page": "documenting",
    "write_pages": "documenting",
    "Finding": "findings",
    "Form": "forms",
    "load": "forms",
    "names": "forms",
    "Known": "known",
    "known_from": "known",
    "marked_workbook": "marked",
}

__all__ = [
    "Checked", "Finding", "Form", "Known", "Reading", "blank_form", "candidates", "check_file", "detect", "form_page",
    "known_from", "load", "marked_workbook", "names", "write_pages",
]  # fmt: skip


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever stands under that name
    if name not in _HOMES:
        raise AttributeError(f"scicity.ingest has no '{name}'")
    return getattr(import_module(f"scicity.ingest.{_HOMES[name]}"), name)
