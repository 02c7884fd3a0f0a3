"""Which report form a file follows, told by its headers alone."""

import logging
from itertools import islice
from pathlib import Path

from scicity.ingest import forms, reading
from scicity.ingest.cells import Cell, Row
from scicity.ingest.findings import Refused
from scicity.ingest.headers import FEWEST, LOOKED_AT, Headers
from scicity.ingest.schema import Form

log = logging.getLogger(__name__)


def detect(path: Path | str) -> str:
    """The name of the form a file follows; '' when it follows none or several alike, or cannot be read."""
    found = candidates(path)
    return found[0] if len(found) == 1 else ""


def candidates(path: Path | str) -> tuple[str, ...]:
    """The forms whose headers a file shows best, in alphabetical order; none for a file that cannot be read.

    A form with all of its required columns goes before one that lacks some; then the number of columns decides.
    """
    try:
        sheets = _heads(Path(path))
    except (Refused, OSError):
        return ()
    except Exception:
        log.exception("looking for the form of %s failed", Path(path).name)
        return ()
    scores = {name: max((_score(forms.load(name), rows) for rows in sheets), default=(False, 0))
              for name in forms.names()}  # fmt: skip
    best = max(scores.values(), default=(False, 0))
    return tuple(name for name, score in scores.items() if score == best) if best[1] >= FEWEST else ()


def complete(path: Path | str) -> bool:
    """Whether a row of the file shows every required column of some form: then it is a report, whatever else it is."""
    try:
        sheets = _heads(Path(path))
    except Exception:  # whatever is wrong with the file is said by whoever reads it
        return False
    return any(_score(forms.load(name), rows)[0] for name in forms.names() for rows in sheets)


def _heads(path: Path) -> list[list[Row]]:
    """The first rows of every sheet."""
    every = [Headers(forms.load(name)) for name in forms.names()]

    def matches(row: list[Cell]) -> int:
        return max((one.matches(row) for one in every), default=0)

    source = reading.opened(path, reading.facts(path).kind, matches)
    found = []
    for grid in source.grids:
        found.append(list(islice(grid.rows, LOOKED_AT)))
        if not grid.even:  # the sheets of a workbook follow each other, so each is read to its end
            for _ in grid.rows:
                pass
    return found


def _score(form: Form, rows: list[Row]) -> tuple[bool, int]:
    """Whether one row shows every required column of the form, and how many columns it shows."""
    headers = Headers(form)
    required = {column.name for column in form.columns if column.required}
    shown = [{found[0].name for found in map(headers.match, cells) if found} for _, cells in rows]
    best = max(shown, key=len, default=set())
    return required <= best, len(best)
