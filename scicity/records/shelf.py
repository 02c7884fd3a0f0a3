"""The submissions there are: what each says of itself, and which of them count."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scicity import durable, places

ROWS, ABOUT, FINDINGS = "rows.parquet", "submission.json", "findings.json"
LOCK = ".records.lock"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Submission:
    """One accepted file. provenance: official or demo; status: preliminary or final.

    batch: number of the first file accepted in the same act, 0 for a file that came alone. sha256: of the file;
    rows_sha256: of its rows as kept. warnings: how many warnings were let pass, see `findings`. place: where it lies
    while it is tried out.
    """

    number: int
    form: str
    file: str
    sha256: str
    provenance: str
    status: str
    author: str
    note: str
    received_at: str
    rows: int
    months: tuple[str, ...]
    batch: int = 0
    rows_sha256: str = ""
    warnings: int = 0
    place: Path | None = field(default=None, compare=False)

    @property
    def folder(self) -> Path:
        if self.place:
            return self.place
        return folder_of(self.batch) / f"{self.number:06d}" if self.batch else folder_of(self.number)

    def text(self) -> str:
        about = asdict(self)
        del about["place"]
        return durable.sealed(about)


def folder_of(number: int) -> Path:
    return places.records() / f"{number:06d}"


def submissions() -> list[Submission]:
    """All accepted submissions, oldest first, withdrawn ones among them. ValueError names one that is damaged."""
    return [read(folders[number] / ABOUT) for folders in [_folders()] for number in sorted(folders)]


def next_number() -> int:
    return max(_folders(), default=0) + 1


def _folders() -> dict[int, Path]:
    """The folder of each submission by its number; those accepted together lie in the folder of the first."""
    found: dict[int, Path] = {}
    for folder in places.records().glob("[0-9]*"):
        members = [] if (folder / ABOUT).exists() else list(folder.glob("[0-9]*"))
        found |= {int(one.name): one for one in members or [folder]}
    return found


def submission(number: int) -> Submission:
    """The submission of that number; LookupError where there is none."""
    for one in submissions():
        if one.number == number:
            return one
    raise LookupError(f"There is no submission {number}: `submissions` lists them.")


def counted() -> list[Submission]:
    """The submissions a release is made from: all that are not withdrawn, oldest first."""
    gone = {int(path.stem) for path in (places.records() / WITHDRAWN).glob("*.json")}
    return [one for one in submissions() if one.number not in gone]


def findings(one: Submission) -> tuple[tuple[dict[str, Any], ...], dict[str, str]]:
    """The warnings that were let pass when it was accepted, and the reasons given, by the warnings' keys."""
    path = one.folder / FINDINGS
    if not path.exists():
        return (), {}
    about = _unsealed(path)
    return tuple(about["warnings"]), about["reasons"]


def read(path: Path) -> Submission:
    about = _unsealed(path)
    try:
        return Submission(**{**about, "months": tuple(about["months"])})
    except (TypeError, KeyError) as fault:
        raise _damaged(path) from fault


def _unsealed(path: Path) -> dict[str, Any]:
    try:
        return durable.unsealed(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError) as fault:
        raise _damaged(path) from fault


def _damaged(path: Path) -> ValueError:
    return ValueError(
        f"{path.name} of submission {path.parent.name} is damaged or missing, so nothing is built from the records. "
        "Restore the folder from a backup."
    )


def kept_findings(warnings: tuple[dict[str, Any], ...], reasons: dict[str, str]) -> str:
    """The text of findings.json; what JSON cannot hold stands there as text."""
    plain = json.loads(json.dumps({"warnings": list(warnings), "reasons": reasons}, ensure_ascii=False, default=str))
    return durable.sealed(plain)
