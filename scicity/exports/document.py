"""A briefing before it is a file: paragraphs, figures and tables in reading order.

The writers of Word, slides, paper and workbooks take this and nothing else, so that all of them say the same. A run
that prints a number names the figure it prints, and every file can be read back and compared with it.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import pandas as pd

from scicity.exports.about import About
from scicity.exports.columns import TableColumn
from scicity.exports.plots import Plot
from scicity.wording import Language, say

# level1 一、 level2 （一） level3 1. ; lead: the summary in Kai type; note: below the text, in small type;
# placeholder: for a person to fill in; review: a person's own words, carried over and marked to be looked at
Style = Literal["lead", "level1", "level2", "level3", "body", "note", "placeholder", "review"]


@dataclass(frozen=True)
class Run:
    """A stretch of text in one type. figure: the key of the figure it prints, '' for words.

    bold; changed: differs from last month's document, printed highlighted.
    """

    text: str
    figure: str = ""
    bold: bool = False
    changed: bool = False


@dataclass(frozen=True)
class Paragraph:
    """key: the same every month ('overview/level'), by which next month's document finds it again."""

    key: str
    style: Style
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class FigureBlock:
    """A figure: its native plots (none: only the picture), a picture for what cannot be native, and its table twin.

    headline: the finding, one sentence with its number. title: what it shows, without a number of its own; the writer
    numbers it. points: at most three short sentences for a slide. svg: the figure drawn in the layout of the page it
    goes on, b'' where no browser was there. source: one line. link: the address that reopens the view.
    """

    key: str
    title: str
    headline: str
    plots: tuple[Plot, ...]
    about: About
    alt: str
    frame: pd.DataFrame
    columns: tuple[TableColumn, ...]
    points: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    svg: bytes = b""
    png: bytes = b""
    link: str = ""
    comment: str = ""


@dataclass(frozen=True)
class TableBlock:
    """A table: printed as a real table wherever it goes. annex: it stands after the text as 附表."""

    key: str
    title: str
    frame: pd.DataFrame
    columns: tuple[TableColumn, ...]
    about: About
    notes: tuple[str, ...] = ()
    annex: bool = False
    link: str = ""
    comment: str = ""


Block = Paragraph | FigureBlock | TableBlock


@dataclass(frozen=True)
class Masthead:
    """The head of a briefing. What gives authority (name in red, number, signature) is a placeholder for a person."""

    name: str
    issue: str
    office: str
    day: str
    draft: str


@dataclass(frozen=True)
class Document:
    """kind: monthly 月度简报, brief 专报 or basket 简报篮. figures: key -> what the release holds, as printed.

    month: the closing month told, '' for a basket. The text of a run may name a figure or table by its key, as
    {fig:share} or {tab:goals}; `numbered` puts its number there. demo: the keys of demonstration figures, whose
    paragraphs bear a mark.
    """

    kind: Literal["monthly", "brief", "basket"]
    title: str
    masthead: Masthead
    blocks: tuple[Block, ...]
    about: About
    figures: dict[str, str] = field(default_factory=dict)
    link: str = ""
    month: str = ""
    demo: frozenset[str] = frozenset()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


@dataclass(frozen=True)
class ReadBlock:
    """One paragraph of a file read back, in the file's order, with the text as it stands there now.

    key: as it was tagged when written; '' for what a person added. style: of the paragraph, '' where it has none of
    ours. Figures, tables, captions and the head of the document are no blocks.
    """

    key: str
    style: str
    text: str


@dataclass(frozen=True)
class ReadDocument:
    """A Word briefing read back. written: key -> `fingerprint` of each paragraph as it was when the file was made."""

    kind: str
    month: str
    release: str
    language: Language
    blocks: tuple[ReadBlock, ...]
    written: Mapping[str, str]


TOKEN = re.compile(r"\{(fig|tab):([^{}]+)\}")


def labels(document: Document) -> dict[str, str]:
    """Key -> 图1, 表1 or 附表1 of every figure and table, in reading order; captions are numbered by it too."""
    found: dict[str, str] = {}
    counts = {"figure": 0, "table": 0, "annex": 0}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            continue
        kind = "figure" if isinstance(block, FigureBlock) else "annex" if block.annex else "table"
        counts[kind] += 1
        found[block.key] = say(f"briefing_label_{kind}", document.about.language, n=counts[kind])
    return found


def numbered(document: Document) -> Document:
    """The document with {fig:…} and {tab:…} replaced by 图1, 附表1 …; a key that is not there raises KeyError."""
    found = labels(document)

    def resolved(run: Run) -> Run:
        return replace(run, text=TOKEN.sub(lambda token: found[token[2]], run.text))

    blocks = tuple(
        replace(block, runs=tuple(resolved(run) for run in block.runs)) if isinstance(block, Paragraph) else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def fingerprint(text: str) -> str:
    """What tells whether a person has changed a paragraph; blanks at its ends and doubled ones do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def fingerprints(document: Document) -> dict[str, str]:
    """Key -> fingerprint of every paragraph as the writers print it, to be stored in the file."""
    return {block.key: fingerprint(block.text) for block in numbered(document).paragraphs}
