"""A sheet of the annexed tables being written: its next row, its formats, its demonstration mark, its print set-up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scicity.exports import a4
from scicity.exports.about import About
from scicity.wording import say

FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}
TITLE = {"font_name": "黑体", "font_size": 14, "align": "center"}
BOLD: dict[str, object] = {"bold": True}
RIGHT: dict[str, object] = {"align": "right"}
LATER: dict[str, object] = {"indent": 1}  # text behind a number keeps its distance
THICK: dict[str, object] = {"top": 2}
THIN: dict[str, object] = {"bottom": 1}
NOTE: dict[str, object] = {"font_size": 9, "quote_prefix": True}
DEMO_INK, DEMO_GROUND = f"#{a4.DEMO_INK}", f"#{a4.DEMO_GROUND}"
A4 = 9
NARROWEST, WIDEST = 8, 44


@dataclass
class Sheet:
    """formats: one for each set of traits, shared by the sheet. row: where the next row goes."""

    book: xlsxwriter.Workbook
    page: Worksheet
    about: About
    formats: dict[str, Format] = field(default_factory=dict)
    row: int = 0

    @classmethod
    def opened(cls, book: xlsxwriter.Workbook, name: str, about: About, demo: bool) -> "Sheet":
        """A new sheet; with demonstration data its first row says so, its tab and its footer too."""
        sheet = cls(book, book.add_worksheet(name), about)
        sheet.page.hide_gridlines(2)
        if demo:
            notice = say("file_demo_notice", about.language)
            sheet.page.set_tab_color(DEMO_INK)
            sheet.line(notice, BOLD, font_color=DEMO_INK, bg_color=DEMO_GROUND)
        sheet.page.set_footer(
            "&C"
            + say("paper_sheet_footer", about.language)
            + (f"　{say('file_demo_notice', about.language)}" if demo else "")
        )
        return sheet

    def printed(self) -> None:
        """On A4 lying down, one page wide."""
        self.page.set_landscape()
        self.page.set_paper(A4)
        self.page.fit_to_pages(1, 0)

    def line(self, text: str, traits: Mapping[str, object] | None = None, **more: object) -> None:
        """One line of text in the first column, running over the next ones."""
        self.page.write_string(self.row, 0, text, self.style(traits, **more))
        self.row += 1

    def style(self, traits: Mapping[str, object] | None = None, **more: object) -> Format:
        wanted = {**FONT, **(traits or {}), **more}
        key = repr(sorted(wanted.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(wanted)
        return self.formats[key]


def column_width(texts: Iterable[str]) -> float:
    """As wide as the longest text and two more; a Chinese character takes two."""
    longest = max((2 * a4.width(text) for text in texts), default=0)
    return min(max(longest + 2, NARROWEST), WIDEST)
