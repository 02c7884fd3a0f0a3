"""Findings: what is wrong with a file, where, what stood there, what was expected, and what to do.

A finding holds a kind and its values; the words stand in `wording/words/ingest.toml` under `find_<kind>` (what was
expected) and `find_<kind>_advice`. 'block' stops the whole file, 'warn' is shown and lets it pass.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from scicity.wording import Language, say

Severity = Literal["block", "warn"]
LONGEST = 80  # characters of a cell shown in a finding
MOST = 200  # findings of one kind and column kept; the rest are counted


@dataclass(frozen=True)
class Finding:
    """One finding. Empty sheet, row 0 or empty column mean that it is about the whole file, sheet or row.

    row and position (of the column) count from 1, as the file is seen in a spreadsheet; column is the header as
    printed there; found is what stood in the cell, shortened and with control characters made visible.
    """

    severity: Severity
    kind: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    position: int = 0
    found: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The same for the same finding in the same file however often it is checked: a reason is kept under it.

        What stood in the cell, and what it was compared with, are part of it: a reason given for one value does not
        excuse another.
        """
        said = (text for pair in self.values for text in pair)
        told = "\x1f".join((self.severity, self.kind, self.sheet, f"{self.row}:{self.position}", self.found, *said))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def as_dict(self, language: Language = "zh") -> dict[str, Any]:
        """The finding for programs: plain values, the words in one language; letter is the column's, '' for none."""
        return {
            "key": self.key,
            "severity": self.severity,
            "kind": self.kind,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "letter": letter(self.position),
            "found": self.found,
            "expected": self.expected(language),
            "advice": self.advice(language),
            "text": self.text(language),
        }

    def expected(self, language: Language = "zh") -> str:
        """What should have stood there."""
        return say(f"find_{self.kind}", language, **dict(self.values))

    def advice(self, language: Language = "zh") -> str:
        """The next move of whoever sent the file."""
        return say(f"find_{self.kind}_advice", language, **dict(self.values))

    def place(self, language: Language = "zh") -> str:
        """Sheet, row and column in words; '' for a finding about the whole file."""
        parts = []
        if self.sheet:
            parts.append(say("ingest_place_sheet", language, sheet=self.sheet))
        if self.row:
            parts.append(say("ingest_place_row", language, row=self.row))
        if self.column:
            parts.append(say("ingest_place_column", language, column=self.column, letter=letter(self.position)))
        return say("ingest_place_join", language).join(parts)

    def text(self, language: Language = "zh") -> str:
        """The whole finding as one paragraph."""
        place = self.place(language)
        head = say("ingest_head", language, place=place) if place else ""
        return f"{head}{self.remark(language)}"

    def remark(self, language: Language = "zh") -> str:
        """The finding without its place, for whoever looks at the cell itself."""
        found = say("ingest_found", language, found=self.found) if self.found else ""
        return f"{found}{self.expected(language)}{say('ingest_stop', language)}{self.advice(language)}"


class Refused(Exception):  # noqa: N818 - a refusal is an ordinary outcome here, not a fault
    """A cell, sheet or file that must not be read on; becomes a finding of severity 'block'.

    row: where the reader itself knows it (1-based); 0 leaves it to whoever reads the rows.
    """

    def __init__(self, kind: str, found: object = "", row: int = 0, **values: object) -> None:
        super().__init__(kind)
        self.kind, self.row = kind, row
        self.found = shown(found)
        self.values = tuple((key, shown(value)) for key, value in values.items())


class Findings:
    """Collects findings; of the same kind in the same column only the first 200, the rest as a count."""

    def __init__(self) -> None:
        self._kept: list[Finding] = []
        self._count: Counter[tuple[str, str, str, str]] = Counter()
        self.blocked = False

    def add(self, finding: Finding) -> None:
        place = (finding.severity, finding.kind, finding.sheet, finding.column)
        self._count[place] += 1
        self.blocked = self.blocked or finding.severity == "block"
        if self._count[place] <= MOST:
            self._kept.append(finding)

    def all(self) -> tuple[Finding, ...]:
        """Everything found, by sheet and row, those about the whole file first."""
        more = [
            Finding(severity, "more", sheet, column=column, values=(("count", str(count - MOST)),))  # type: ignore[arg-type]
            for (severity, _, sheet, column), count in self._count.items()
            if count > MOST
        ]
        return (*sorted(self._kept, key=lambda one: (one.sheet, one.row, one.position)), *more)


def refusal(error: Refused, **place: object) -> Finding:
    """The refusal as a finding at `place` (sheet, row, column, position)."""
    known = {"row": error.row} if error.row else {}
    return Finding("block", error.kind, found=error.found, values=error.values, **{**place, **known})  # type: ignore[arg-type]


def shown(value: object, most: int = LONGEST) -> str:
    """`value` for a message: shortened to `most` characters, control characters and the like as escapes."""
    text = f"{value:.15g}" if isinstance(value, float) else str(value)
    cut = text if len(text) <= most else text[: most - 1] + "\N{HORIZONTAL ELLIPSIS}"
    return "".join(one if unicodedata.category(one)[0] != "C" else one.encode("unicode_escape").decode() for one in cut)


def letter(position: int) -> str:
    """The spreadsheet letter of a column counted from 1; '' for 0."""
    text = ""
    while position > 0:
        position, rest = divmod(position - 1, 26)
        text = chr(65 + rest) + text
    return text


def values_of(values: Mapping[str, object], most: int = LONGEST) -> tuple[tuple[str, str], ...]:
    """Values for a finding's words, each as it may be shown, shortened to `most` characters."""
    return tuple((key, shown(value, most)) for key, value in values.items())
