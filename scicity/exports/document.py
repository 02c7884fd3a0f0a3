"""A briefing before it is a file: paragraphs, figures and tables in reading order.

The writers of Word, slides, paper and workbooks take this and nothing else, so that all of them say the same. A run
that prints a number names the figure it prints, and every file can be read back and compared with it.
"""

from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from scicity.exports.about import About
from scicity.exports.columns import TableColumn
from scicity.exports.plots import Plot

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
    """kind: monthly 月度简报, brief 专报 or basket 简报篮. figures: key -> what the release holds, as printed."""

    kind: Literal["monthly", "brief", "basket"]
    title: str
    masthead: Masthead
    blocks: tuple[Block, ...]
    about: About
    figures: dict[str, str] = field(default_factory=dict)
    link: str = ""
