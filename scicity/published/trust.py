"""Who printed a figure, how far it may be trusted, and where a reader can look it up.

Grades: official (read on the publisher's own official site), press (press, or a reprint of an official text),
unverified (never shown as a fact). A link is given only to the publisher's own domain; a mirror is named, not linked.
"""

from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd

from scicity.published import files

GRADES = ("official", "press", "unverified")
PUBLISHERS = "publishers.csv"
NOTES = "notes.csv"
UNDATED = "date of publication not printed"
NO_PERIOD = "period not stated"


def publishers(folder: Path) -> pd.DataFrame:
    """Publisher, grade and own domain by the source as it is printed (or the series)."""
    rows = files.read(folder, PUBLISHERS, ("source", "publisher", "grade", "own_domain", "note"))
    files.refuse_repeated(rows, PUBLISHERS, ["source"])
    files.refuse_unknown(rows, PUBLISHERS, "grade", GRADES, "Choose one of them.")
    files.refuse_unlike(rows, PUBLISHERS, "publisher", ".+", "the publisher's name")
    return rows.set_index("source")


def judged(rows: pd.DataFrame, file: str, folder: Path) -> pd.DataFrame:
    """`rows` (source, read_at, published_on, note) with publisher, grade, link and note_zh.

    A missing date of publication is stated in the note.
    """
    known = publishers(folder)
    files.refuse_unknown(rows, file, "source", set(known.index), f"Add the source to {PUBLISHERS}.")
    files.refuse_unlike(
        rows, file, "published_on", f"({files.DATE})?", "a date as YYYY-MM-DD, YYYY-MM, YYYY or nothing"
    )
    own = known.reindex(rows["source"])
    link = [_link(address, domain) for address, domain in zip(rows["read_at"], own["own_domain"], strict=True)]
    doubtful = rows["note"].str.startswith("UNVERIFIED").to_numpy()
    note = _with_gap(rows["note"], rows["published_on"] == "", UNDATED)
    judged = rows.assign(
        publisher=own["publisher"].to_numpy(),
        grade=own["grade"].where(~doubtful, "unverified").to_numpy(),
        link=link,
        note=note,
    )
    _refuse_unlinked(judged, file)
    return judged.assign(note_zh=_in_chinese(note, file, folder))


def with_period_gap(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` whose note states it where the period is not known."""
    return rows.assign(note=_with_gap(rows["note"], rows["period"] == "", NO_PERIOD))


def _link(address: str, domain: str) -> str:
    host = urlsplit(address).hostname or ""
    return address if domain and (host == domain or host.endswith(f".{domain}")) else ""


def _with_gap(notes: pd.Series, missing: pd.Series, gap: str) -> pd.Series:
    return notes.where(~missing, [f"{note}; {gap}" if note else gap for note in notes])


def _refuse_unlinked(rows: pd.DataFrame, file: str) -> None:
    wrong = rows.index[(rows["grade"] == "official") & (rows["link"] == "")]
    if len(wrong):
        row = int(wrong[0])
        what = f"'{rows.at[row, 'read_at']}' is not on the publisher's own domain; expected it for an official figure. "
        raise files.fault(file, row, "read_at", f"{what}Correct the address, or grade the source press.")


def _in_chinese(notes: pd.Series, file: str, folder: Path) -> list[str]:
    """The notes in Chinese, part by part; a part without Latin letters stands for itself."""
    known = files.read(folder, NOTES, ("note", "note_zh"))
    files.refuse_repeated(known, NOTES, ["note"])
    chinese = dict(zip(known["note"], known["note_zh"], strict=True))
    return ["；".join(_part(part, chinese, file, row) for part in note.split("; ")) for row, note in notes.items()]


def _part(part: str, chinese: dict[str, str], file: str, row: object) -> str:
    if part in chinese:
        return chinese[part]
    if any(letter.isascii() and letter.isalpha() for letter in part):
        what = f"'{part}' has no Chinese wording; expected one in {NOTES}. Add a row there."
        raise files.fault(file, int(str(row)), "note", what)
    return part
