"""From a file to grids of cells: what the file is by its content, within its limits, whatever its name says.

Text tables are read here, row by row; workbooks only in a child process (`child`), after a look at the package.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from scicity.ingest import text_files, workbooks
from scicity.ingest.cells import Source
from scicity.ingest.findings import Refused

LARGEST_WORKBOOK = 20 * 2**20
LARGEST_TEXT = 256 * 2**20  # a million rows and more; text is read in a stream, so size costs time only
SIGNS = ((b"PK\x03\x04", "xlsx"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"))
OTHERS = (b"%PDF", b"PK\x05\x06", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
ENDINGS = {"xlsx": (".xlsx",), "xls": (".xls", ".et"), "text": (".csv", ".tsv", ".txt")}


@dataclass(frozen=True)
class Facts:
    """What is known of a file before it is read. named_otherwise: its ending promises another kind."""

    kind: str
    sha256: str
    named_otherwise: bool


def facts(path: Path) -> Facts:
    """The kind of the file by its first bytes, and its hash. Empty, too large or foreign files are refused."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(512)
        kind = _kind(head)
        largest = LARGEST_TEXT if kind == "text" else LARGEST_WORKBOOK
        if size > largest:
            raise Refused("file_too_large", found=f"{size >> 20} MB", most=f"{largest >> 20} MB")
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Facts(kind, digest, path.suffix.lower() not in ENDINGS[kind])


def _kind(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise Refused("empty_file")
    for sign, kind in SIGNS:
        if head.startswith(sign):
            return kind
    # web pages and XML saved under the name of a workbook are common, and are no table of text
    if start.startswith(b"<"):
        raise Refused("markup")
    if head.startswith(OTHERS):
        raise Refused("not_a_workbook")
    return "text"


def opened(path: Path, kind: str, matches: text_files.Matches) -> Source:
    """The grids of the file. `matches` counts the cells of a row that are headers of the form looked for."""
    return text_files.opened(path, matches) if kind == "text" else workbooks.opened(path, kind)
