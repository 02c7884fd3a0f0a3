"""Reports on their way in: which form each follows, and what the check found against everything accepted before."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from scicity import ingest, records
from scicity.ingest import Finding
from scicity.wording import Language

# warnings that say how a file was read and cast no doubt on a number in it
REMARKS = ("flag_missing", "ending", "total_rounded")
USUAL = "enterprise_output"  # what a file is checked against when its headers tell nothing


@dataclass(frozen=True)
class Report:
    """A file and what it turned out to be. told: its own headers say which form it follows; else it was given one."""

    path: Path
    checked: ingest.Checked
    told: bool

    @property
    def form(self) -> str:
        return self.checked.form

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """What keeps the whole file out."""
        return tuple(one for one in self.checked.findings if one.severity == "block")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What holds the file up until somebody gives a reason."""
        return tuple(one for one in self.checked.findings if one.severity == "warn" and one.kind not in REMARKS)

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """What is told and kept, and needs no reason."""
        return tuple(one for one in self.checked.findings if one.severity == "warn" and one.kind in REMARKS)


def checked(files: Iterable[Path], form: str = "") -> list[Report]:
    """Each file checked against its form and against the official rows accepted before; nothing is changed.

    form: for all of them; '' lets each file's headers tell. An unknown form raises ValueError, everything else is a
    finding.
    """
    known: dict[str, ingest.Known] = {}
    found = []
    for path in files:
        detected = ingest.detect(path)
        name = form or detected or USUAL
        if name not in known:
            known[name] = ingest.known_from(official(name), name)
        found.append(Report(path, ingest.check_file(path, name, known[name]), name == detected))
    return found


def official(form: str) -> pd.DataFrame:
    """The latest official version of every row of that form. Demonstration rows are no history of a real report."""
    ingest.load(form)
    rows = records.latest(form)
    return rows[rows["provenance"] != "demo"].reset_index(drop=True) if len(rows) else rows


def title(form: str, language: Language = "zh") -> str:
    """The form's title as printed on its blank workbook."""
    return ingest.load(form).title(language)


def titles(language: Language = "zh") -> dict[str, str]:
    """The title of every form by its name."""
    return {name: title(name, language) for name in ingest.names()}
