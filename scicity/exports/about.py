"""What a file says about itself: title, period, scope, source, provenance; and the file's name.

The same lines stand in the comments of a CSV, on the notes sheet of a workbook and inside pictures. A file with a
demonstration value is marked as such whatever its caller says; no argument takes the mark away.
"""

import re
import unicodedata
from dataclasses import dataclass, fields, replace

import pandas as pd

from scicity.wording import Language, say

LONGEST_NAME = 120
# file systems count bytes (255 on most), and a Chinese character takes three of them
LONGEST_NAME_BYTES = 240
UNSAFE = re.compile(r'[<>:"/\\|?*\s]+')
# names Windows keeps for devices, with whatever extension
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)?", re.IGNORECASE)


@dataclass(frozen=True)
class About:
    """One file's own account, in the reader's words; an empty text is left out of the file.

    period: as labelled, e.g. 2020年1—8月. filters: what else the reader chose. as_of: the day the data were fixed.
    release: the release's id. provenance: 'official', 'press' or 'demo'. link: the address that reopens the view.
    """

    title: str
    unit: str
    period: str
    scope: str
    filters: str
    definition: str
    source: str
    as_of: str
    release: str
    provenance: str
    language: Language = "zh"
    link: str = ""

    @property
    def is_demo(self) -> bool:
        return self.provenance == "demo"

    def seen_in(self, frame: pd.DataFrame) -> "About":
        """The same account, but 'demo' when any row of `frame` (column provenance, if it has one) is."""
        if "provenance" in frame.columns and (frame["provenance"] == "demo").any():
            return replace(self, provenance="demo")
        return self

    def lines(self) -> list[tuple[str, str]]:
        """Pairs of label and text in reading order, each on one line; empty texts are left out."""
        texts = {field.name: clean(getattr(self, field.name)) for field in fields(self) if field.name != "language"}
        texts["provenance"] = say(f"file_provenance_{self.provenance}", self.language)
        return [(say(f"file_{name}", self.language), text) for name, text in texts.items() if text]


def clean(text: str) -> str:
    """`text` on one line, without control, private and direction-changing characters (XML refuses the first)."""
    return "".join(" " if sign.isspace() else sign for sign in text if sign.isspace() or sign.isprintable()).strip()


def file_name(about: About, extension: str, preset: str | None = None) -> str:
    """E.g. 2020年1—8月_科学城全域_主导产业规模_PPT_演示.png: safe on every system, at most 120 characters.

    extension: without the dot. preset: the layout it was drawn for, if any. Demonstration data always end in _演示;
    where the name is too long, its front is cut, never the mark.
    """
    mark = say("file_demo_suffix", about.language) if about.is_demo else ""
    front = "_".join(filter(None, (_safe(text) for text in (about.period, about.scope, about.title))))
    tail = "".join(f"_{part}" for part in (_safe(preset or "")[:20], mark) if part) + f".{extension}"
    while front and (len(front + tail) > LONGEST_NAME or len((front + tail).encode()) > LONGEST_NAME_BYTES):
        front = front[:-1]
    front = front.rstrip("._- ")
    return (say("file_sheet_data", about.language) + front if RESERVED.fullmatch(front) else front) + tail


def _safe(text: str) -> str:
    # category C holds control, direction and private characters: they hide an extension or break a download
    visible = "".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in text)
    return UNSAFE.sub("-", visible.strip()).strip("-. ")
