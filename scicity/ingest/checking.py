"""The door of this room: a report file comes in, checked rows or findings go out. All or nothing.

One finding that blocks, and no row of the file counts as accepted. Every row is accounted for: rows read are the
accepted, the refused and the explained ones. Whatever goes wrong inside becomes a finding with a number that stands
in the log as well; no exception leaves this room because of a file.
"""

import logging
import uuid
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import pandas as pd

from scicity.ingest import comparing, forms, reading
from scicity.ingest.across import Rows
from scicity.ingest.cells import Grid, Row, Source
from scicity.ingest.findings import Finding, Findings, Refused, refusal, values_of
from scicity.ingest.headers import LOOKED_AT, Headers, Heading
from scicity.ingest.known import Known
from scicity.ingest.schema import Form
from scicity.ingest.sheet_rows import SheetNote, SheetRows
from scicity.ingest.store import Store
from scicity.wording import LANGUAGES, say

__all__ = ["Checked", "Known", "Reading", "SheetNote", "check_file"]

SHOWN = 80  # characters of the first row with text

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reading:
    """How the file was read. kind: text, xlsx or xls; rows_read = rows_accepted + rows_refused + rows_explained.

    A blank line is no row. hidden: sheets the workbook hides; unread: visible sheets without a header of the form.
    """

    kind: str = ""
    encoding: str = ""
    delimiter: str = ""
    sheets: tuple[SheetNote, ...] = ()
    hidden: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    rows_read: int = 0
    rows_accepted: int = 0
    rows_refused: int = 0
    rows_explained: int = 0


@dataclass(frozen=True)
class Checked:
    """What a file turned out to be.

    understood: every row that could be read, the form's record columns and sheet, row (1-based, as in the file);
        amounts decimal(20, 6) in the form's stored unit, numbers decimal(20, 6), counts int64, flags bool, all else
        text (days YYYY-MM-DD, months YYYY-MM, years YYYY, choices by code); missing is NA. Only `rows` may be imported.
    """

    form: str
    file: str
    sha256: str
    understood: pd.DataFrame
    findings: tuple[Finding, ...]
    reading: Reading

    @property
    def accepted(self) -> bool:
        return not any(finding.severity == "block" for finding in self.findings)

    @property
    def rows(self) -> pd.DataFrame:
        """The accepted rows: all that were understood, or none of them."""
        return self.understood if self.accepted else self.understood.iloc[:0]


def check_file(path: Path | str, form: str | Form, known: Known | None = None) -> Checked:
    """Reads and checks a report file against a form, given by name or as read.

    known: what was accepted before, for comparison. An unknown form raises ValueError; whatever is wrong with the
    file is a finding.
    """
    path = Path(path)
    check = _Check(forms.given(form), known or Known())
    try:
        check.run(path)
    except Refused as error:
        check.findings.add(refusal(error))
    except (FileNotFoundError, IsADirectoryError):
        check.findings.add(Finding("block", "no_file", found=path.name))
    except (Exception, RecursionError):
        number = uuid.uuid4().hex[:8]
        log.exception("checking %s failed, number %s", path.name, number)
        check.findings.add(Finding("block", "unreadable", found=path.name, values=values_of({"number": number})))
    return check.checked(path)


class _Check:
    """One file on its way through: sheets are read one after the other, then the rows are compared."""

    def __init__(self, form: Form, known: Known) -> None:
        self.form, self.known, self.headers = form, known, Headers(form)
        self.findings, self.store = Findings(), Store(form)
        self.sha256 = ""
        self.source: Source = Source("")
        self.notes: list[SheetNote] = []
        self.unread: list[str] = []
        self.top = ""
        self.headings: dict[str, Heading] = {}
        self.frame = self.store.frame()

    def run(self, path: Path) -> None:
        facts = reading.facts(path)
        self.sha256 = facts.sha256
        if facts.named_otherwise:
            said = values_of({"kind": facts.kind})
            self.findings.add(Finding("warn", "ending", found=path.suffix or path.name, values=said))
        self.source = reading.opened(path, facts.kind, self.headers.matches)
        for grid in self.source.grids:
            self._sheet(grid)
        self._say_what_was_left_out()
        self.frame = self.store.frame()
        # without a column of the key every row would seem to repeat another
        if len(self.frame) and all(name in one.placed for one in self.headings.values() for name in self.form.key):
            for finding in comparing.compared(Rows(self.form, self.frame, self.headings, self.known)):
                self.findings.add(finding)
        if not len(self.frame) and not self.findings.blocked:
            self.findings.add(Finding("block", "no_rows"))

    def _sheet(self, grid: Grid) -> None:
        """Reads one sheet to its end. Examples handed out and findings handed back are no reports."""
        ours = ("form_sheet_example", "marked_sheet")
        example = grid.sheet in {say(key, language) for key in ours for language in LANGUAGES}
        first = list(islice(grid.rows, LOOKED_AT))
        self.top = self.top or next(filter(None, map(_told, first)), "")
        heading = None if example else self.headers.find(first, grid.sheet)
        if heading is None:
            rest = sum(1 for _ in grid.rows)
            if (first or rest) and not example:
                self.unread.append(grid.sheet)
            return
        for problem in heading.problems:
            self.findings.add(problem)
        for count, kind in ((grid.hidden_rows, "hidden_rows"), (grid.hidden_columns, "hidden_columns")):
            if count:
                self.findings.add(Finding("warn", kind, grid.sheet, values=values_of({"count": count})))
        self.headings[grid.sheet] = heading
        below = chain([row for row in first if row[0] > heading.row], grid.rows)
        sheet = SheetRows(self.headers, heading, grid, self.findings, self.store)
        self.notes.append(sheet.read(below))

    def _say_what_was_left_out(self) -> None:
        for sheet in self.source.hidden:
            self.findings.add(Finding("warn", "sheet_hidden", sheet))
        if not self.headings:
            wanted = "、".join(column.header_zh for column in self.form.columns if column.required)
            wanted_en = ", ".join(column.header_en for column in self.form.columns if column.required)
            said = values_of({"headers": wanted, "headers_en": wanted_en, "rows": LOOKED_AT})
            self.findings.add(Finding("block", "header_missing", found=self.top, values=said))
            return
        notes = {say("form_sheet_notes", language) for language in LANGUAGES}
        for sheet in self.unread:
            if sheet not in notes:
                self.findings.add(Finding("warn", "sheet_unread", sheet))

    def checked(self, path: Path) -> Checked:
        findings = self.findings.all()
        read, explained = sum(one.rows_read for one in self.notes), sum(one.rows_explained for one in self.notes)
        data = read - explained
        accepted = 0 if self.findings.blocked else data
        note = Reading(self.source.kind, self.source.encoding, self.source.delimiter, tuple(self.notes),
                       self.source.hidden, tuple(self.unread), read, accepted, data - accepted, explained)  # fmt: skip
        return Checked(self.form.name, path.name, self.sha256, self.frame.drop(columns="confirmed"), findings, note)


def _told(row: Row) -> str:
    """What a row says, short: shown where no header is found, so that a wrong encoding or script is seen as such."""
    return " | ".join(one.strip() for one in row[1] if isinstance(one, str) and one.strip())[:SHOWN]
