"""The A4 page of an official paper as GB/T 9704—2012 measures it: one place for Word and for PDF.

Sizes in millimetres and points. 22 lines of 28 characters fill the type area of 156 by 225 mm.
"""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from scicity.exports.about import About
from scicity.exports.columns import TableColumn, legend, shown, statuses
from scicity.exports.document import Block, Document, FigureBlock, Masthead, TableBlock
from scicity.wording import Language, say

PAPER_MM = (210, 297)
TOP_MM, LEFT_MM, RIGHT_MM, BOTTOM_MM = 37, 28, 26, 35
TYPE_MM = (156, 225)
LINE_PT = 28.95  # 225 mm in 22 lines
TIGHTER_PT = -0.25  # between characters: 28 of 16 pt on 156 mm
BODY_PT, TITLE_PT, TITLE_LINE_PT, NAME_PT = 16.0, 22.0, 35.0, 36.0
SMALL_PT, SMALL_LINE_PT = 12.0, 20.0  # 小四: captions, the notes below the text
TINY_PT, TINY_LINE_PT = 10.5, 15.0  # 五号: tables, sources
TINIEST_PT = 9.0  # 小五: a table that is too wide even on its side
PAGE_NUMBER_PT = 14.0  # 四号
WHOLE_ROWS = 18
FIGURE_MM = (156, 95)
RULES_PT = (1.0, 0.7)  # 0.35 mm first and last, 0.25 mm between
RED = "FF0000"
DEMO_INK, DEMO_GROUND = "8A5E00", "FFF6E0"
MM_A_POINT = 25.4 / 72


@dataclass(frozen=True)
class Grid:
    """A table as text. rows: cells as printed. levels: 'total', 'subfield' or '' of each row. widths_mm: of columns.

    turned: it needs a page on its side. pt: the size of its type.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    levels: tuple[str, ...]
    numeric: tuple[bool, ...]
    widths_mm: tuple[float, ...]
    turned: bool
    pt: float

    @property
    def whole(self) -> bool:
        """Whether it is so short that no page may end inside it."""
        return len(self.rows) <= WHOLE_ROWS


def grid(block: FigureBlock | TableBlock) -> Grid:
    """The block's table laid out for A4. A missing column raises KeyError."""
    frame, columns, language = block.frame, block.columns, block.about.language
    cells = [_cells(frame[column.name], statuses(frame), column, language) for column in columns]
    pairs = list(zip(columns, cells, strict=True))
    rows = tuple(zip(*cells, strict=True)) if cells else ()
    levels = tuple(str(level) for level in frame["level"]) if "level" in frame.columns else ("",) * len(frame)
    # a head of three lines is better than a page on its side
    ems = _fitting(
        [_ems(column.heading, values, 2) for column, values in pairs],
        [_ems(column.heading, values, 3) for column, values in pairs],
    )
    turned = sum(ems) * TINY_PT * MM_A_POINT > TYPE_MM[0]
    room = TYPE_MM[1] if turned else TYPE_MM[0]
    pt = TINY_PT if sum(ems) * TINY_PT * MM_A_POINT <= room else TINIEST_PT
    widths = tuple(round(room * em / sum(ems), 2) for em in ems)
    numeric = tuple(column.is_number for column in columns)
    return Grid(tuple(column.heading for column in columns), rows, levels, numeric, widths, turned, pt)


def _cells(values: object, codes: list[str], column: TableColumn, language: Language) -> list[str]:
    return [shown(value, code, column.kind, language) for value, code in zip(values, codes, strict=True)]  # type: ignore[call-overload]


def _fitting(wide: list[float], narrow: list[float]) -> list[float]:
    return wide if sum(wide) * TINY_PT * MM_A_POINT <= TYPE_MM[0] else narrow


def _ems(heading: str, values: list[str], lines: int) -> float:
    """How wide a column wants to be: its longest value, or its heading on `lines`; text wraps after 16 characters."""
    longest = max((width(value) for value in values), default=0.0)
    return min(max(longest, width(heading) / lines + 0.6, 2.5), 16.0) + 1.2


def width(text: str) -> float:
    """The width of a text in full characters; a Latin letter or a digit takes half."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.55 for sign in text)


def caption(label: str, title: str, about: About) -> str:
    """The line above a table or below a figure, without the unit; demonstration data say so in it."""
    mark = say("paper_demo_mark", about.language) if about.is_demo else ""
    return say("paper_caption", about.language, label=label, title=title) + mark


def with_unit(text: str, about: About) -> str:
    """A figure's caption with its unit behind it."""
    return text + say("paper_caption_unit", about.language, unit=about.unit) if about.unit else text


def source(about: About) -> str:
    """Where the numbers come from and of which release, in one line; what is unknown is left out."""
    language = about.language
    parts = [("paper_source", about.source), ("paper_as_of", about.as_of), ("paper_release", about.release)]
    told = [say(key, language, text=text) for key, text in parts if text]
    return say("paper_between", language).join(told) + (say("paper_stop", language) if told else "")


def notes(block: FigureBlock | TableBlock, marks: bool = True) -> tuple[str, ...]:
    """The notes below a figure or table; with `marks`, what its signs mean stands behind them."""
    signs = legend(block.frame, block.columns, block.about.language) if marks else []
    said = _without_source(block.notes, block.about.language)
    found = (*said, *(sign for sign in signs if sign not in said))
    key = "paper_note" if len(found) == 1 else "paper_note_n"
    return tuple(say(key, block.about.language, n=n, text=text) for n, text in enumerate(found, 1))


def _without_source(told: tuple[str, ...], language: Language) -> list[str]:
    """The notes without what the source line below them says: a figure that stands alone names its source itself."""
    said = tuple(say(key, language, text="").strip() for key in ("paper_source", "paper_as_of"))
    wide = "\N{IDEOGRAPHIC SPACE}"
    kept = (wide.join(part for part in note.split(wide) if not part.strip().startswith(said)) for note in told)
    return [note for note in kept if note.strip()]


def is_demo(about: About, blocks: tuple[object, ...]) -> bool:
    """Whether anything in the document is a demonstration, whatever the document says of itself."""
    inside = (block for block in blocks if isinstance(block, FigureBlock | TableBlock))
    return about.is_demo or any(block.about.seen_in(block.frame).is_demo for block in inside)


def in_order(document: Document) -> list[Block]:
    """The blocks as they are printed: annexed tables after all others."""
    last = [isinstance(block, TableBlock) and block.annex for block in document.blocks]
    return [
        block
        for wanted in (False, True)
        for block, annexed in zip(document.blocks, last, strict=True)
        if annexed == wanted
    ]


def fixed_on(about: About) -> datetime:
    """The day the data were fixed, so that the same data give the same file; today where the account names none."""
    try:
        return datetime.fromisoformat(about.as_of).replace(tzinfo=UTC)
    except ValueError:
        return datetime.now(UTC).replace(microsecond=0)


def head(masthead: Masthead, language: Language) -> dict[str, str]:
    """The head's lines; what is empty is a placeholder for a person, never an authority of our own making."""
    names = ("name", "issue", "office", "day", "draft")
    return {name: getattr(masthead, name) or say(f"paper_blank_{name}", language) for name in names}


def collected_on(document: Document) -> str:
    """Day and release in one line, under the title of a basket, which has no head of an office's paper."""
    about = document.about
    label = say("file_release", about.language)
    release = say("file_line", about.language, label=label, text=about.release) if about.release else ""
    return say("slide_between", about.language).join(one for one in (document.masthead.day, release) if one)


def name_pt(name: str) -> float:
    """The size of the red name: as large as one line of the type area holds, at most 36 pt."""
    return min(NAME_PT, TYPE_MM[0] / MM_A_POINT // max(width(name), 1))


def balanced(title: str) -> tuple[str, ...]:
    """A title on one line, or on two of about the same length, the upper one the longer; no number is cut."""
    if width(title) * TITLE_PT * MM_A_POINT <= TYPE_MM[0]:
        return (title,)
    places = [at for at in range(1, len(title)) if _may_part(title[at - 1], title[at])]
    if not places:
        return (title,)
    cut = min(places, key=lambda at: (abs(width(title[:at]) - width(title) / 2 - 1), -at))
    return title[:cut].rstrip(), title[cut:].lstrip()


def _may_part(before: str, after: str) -> bool:
    if before.isascii() and after.isascii():
        return before == " "
    return not (before.isdigit() and after in "年月日%") and after not in "，、；：。）》”—" and before not in "（《“—"
