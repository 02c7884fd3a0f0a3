"""What lies on a steward's desk between upload and acceptance: files in a folder of their own, and what they are.

Nothing of it outlives the batch: accepting, clearing or leaving removes the folder and every row.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from scicity import intake
from scicity.intake import Preview, Report
from scicity.screen.choices import spoken
from scicity.wording import Language, say

DESK, ROUND, SAID = "steward_desk", "steward_round", "steward_said"
LONGEST_NAME = 80


@dataclass(frozen=True)
class Desk:
    """folder: where the files lie, removed with the last reference. about: what was uploaded, and the form chosen.
    bulletins: files that are no reports; they can be read and taken away, and nothing else."""

    folder: tempfile.TemporaryDirectory
    about: tuple[str, ...]
    reports: tuple[Report, ...]
    bulletins: tuple[Path, ...]
    previews: dict[Language, Preview] = field(default_factory=dict)


def laid(files: Sequence[UploadedFile], form: str) -> Desk | None:
    """The desk with these files checked; what lay there before is removed. No files clear it."""
    about = (form, *(file.file_id for file in files))
    desk = st.session_state.get(DESK)
    if not files:
        clear()
        return None
    if desk is None or desk.about != about:
        clear()
        with st.spinner(say("steward_checking", spoken(), n=len(files))):
            folder = tempfile.TemporaryDirectory(prefix="scicity-desk-")
            paths = [_lay(Path(folder.name), number, file) for number, file in enumerate(files)]
            bulletins = () if form else tuple(intake.bulletins(paths))
            reports = intake.checked([path for path in paths if path not in bulletins], form)
            st.session_state[DESK] = Desk(folder, about, tuple(reports), bulletins)
    return st.session_state[DESK]


def clear() -> None:
    """Removes the files and everything read from them."""
    desk = st.session_state.pop(DESK, None)
    if desk is not None:
        desk.folder.cleanup()


def finish() -> None:
    """Clears the desk and empties the uploader, which keeps its files as long as it stands under its key."""
    clear()
    st.session_state[ROUND] = turn() + 1


def turn() -> int:
    """How many batches this session has finished; part of the widgets' keys, so that a new batch begins empty."""
    return st.session_state.get(ROUND, 0)


def looked_ahead(desk: Desk) -> Preview:
    """The desk's preview in the reader's language, worked out once."""
    language = spoken()
    if language not in desk.previews:
        with st.spinner(say("steward_previewing", language)):
            desk.previews[language] = intake.preview(desk.reports, language)
    return desk.previews[language]


def tell(text: str) -> None:
    """A result to be shown at the next run, after the page has changed under it."""
    st.session_state.setdefault(SAID, []).append(text)


def told() -> list[str]:
    """The results to show now, once."""
    return st.session_state.pop(SAID, [])


def _lay(folder: Path, number: int, file: UploadedFile) -> Path:
    """Writes the file under its own name, which a browser may send with anything in it, in a folder by itself."""
    name = Path(file.name.replace("\\", "/")).name
    kept = "".join(one for one in name if one.isprintable() and one not in '/:*?"<>|')
    path = folder / str(number) / (kept[-LONGEST_NAME:].lstrip(". ") or "upload")
    path.parent.mkdir()
    path.write_bytes(file.getbuffer())
    return path
