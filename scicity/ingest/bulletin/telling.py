"""Is a file a bulletin table? Asked of files whose kind nobody has named."""

from pathlib import Path

from scicity.ingest import detecting
from scicity.ingest.bulletin.door import read_bulletin


def is_bulletin(path: Path | str) -> bool:
    """Whether a file follows no report form and has a table that can be read as a bulletin's.

    A file with some headers of a form is one only if nothing in it is left to ask: else it is a report with faults.
    """
    if detecting.complete(path):
        return False
    read = read_bulletin(path)
    if detecting.candidates(path):
        return read.accepted and len(read.rows) > 0
    return bool(read.tables)
