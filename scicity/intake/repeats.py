"""Files sent again: bytes accepted before change nothing, also where a later correction counts in their place."""

from collections.abc import Sequence
from dataclasses import dataclass

from scicity import records
from scicity.intake.reports import Report
from scicity.records import Submission


@dataclass(frozen=True)
class Repeat:
    """A file that was accepted before. later: the submissions that replace `rows` of its rows, oldest first;
    withdrawing all of them, and nothing else, brings its rows back."""

    file: str
    before: Submission
    later: tuple[Submission, ...]
    rows: int

    def told(self) -> dict[str, object]:
        """What sentences about it are filled with: file, number, rows, later (numbers), files."""
        numbers = [str(one.number) for one in self.later]
        files = dict.fromkeys(one.file for one in self.later)
        return {"file": self.file, "number": self.before.number, "rows": self.rows, "later": "、".join(numbers),
                "later_en": ", ".join(numbers), "files": "、".join(files), "files_en": ", ".join(files)}  # fmt: skip


def repeats(reports: Sequence[Report]) -> tuple[Repeat, ...]:
    """Those of the reports whose bytes count among the accepted ones already, in their order."""
    known = {(one.sha256, one.form): one for one in records.counted() if one.provenance == "official"}
    found = [(report, known.get((report.checked.sha256, report.form))) for report in reports]
    return tuple(_repeat(one.path.name, before) for one, before in found if before)


def _repeat(file: str, before: Submission) -> Repeat:
    later, rows = records.above(before)
    return Repeat(file, before, tuple(later), rows)
