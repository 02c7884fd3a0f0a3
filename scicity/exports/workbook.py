"""A table as an Excel workbook: a sheet of numbers that can be computed with, and a sheet that says what they are."""

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scicity.exports.about import About
from scicity.exports.annex_charts import write_charts
from scicity.exports.annex_sheet import Sheet
from scicity.exports.columns import DECIMALS, EXCEL_FORMATS, TableColumn, legend, mark, published, statuses, words
from scicity.exports.document import FigureBlock
from scicity.exports.office_properties import named
from scicity.wording import say

DEMO_COLOUR = "#8A5E00"
FONT = {"font_name": "Microsoft YaHei", "font_size": 10.5}
QUIET = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
NARROWEST, WIDEST = 10, 44


def xlsx_bytes(
    frame: pd.DataFrame,
    about: About,
    columns: Sequence[TableColumn],
    created: datetime,
    drawn: FigureBlock | None = None,
) -> bytes:
    """The table as a workbook: sheet 数据 (title, unit, headings, rows) and sheet 说明.

    drawn: the figure, whose native charts get a sheet 图 with the cells they are bound to.

    frame, missing values and demo marks as in `csv_bytes`. Numbers are stored rounded half up to their published
    decimals, so a sum in Excel is the sum of what is seen and no further digit leaves the house. Rows of level
    'total' are bold, of level 'subfield' indented. `created` makes the same data give the same bytes.
    """
    account = about.seen_in(frame)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **QUIET}) as book:
        book.set_properties({**_described(account), "comments": "\n".join(_told(account)), "created": created})
        for name, text in named(account):
            book.set_custom_property(name, text[:255], "text")
        _write_data(_Sheet.opened(book, "file_sheet_data", account), frame, columns)
        if drawn is not None and drawn.plots:
            name = say("file_sheet_chart", account.language)
            _write_charts(Sheet.opened(book, name, account, account.is_demo), drawn)
        _write_notes(_Sheet.opened(book, "file_sheet_notes", account), legend(frame, columns, about.language))
    return out.getvalue()


@dataclass
class _Sheet:
    """A sheet being written: where the next row goes, and the formats of the book (one for each set of traits)."""

    book: xlsxwriter.Workbook
    page: Worksheet
    about: About
    formats: dict[str, Format]
    row: int = 0

    @classmethod
    def opened(cls, book: xlsxwriter.Workbook, name: str, about: About) -> "_Sheet":
        sheet = cls(book, book.add_worksheet(say(name, about.language)), about, {})
        sheet.page.hide_gridlines(2)
        if about.is_demo:
            sheet.page.set_tab_color(DEMO_COLOUR)
            sheet.line(say("file_demo_notice", about.language), bold=True, font_color=DEMO_COLOUR)
            sheet.page.set_footer(f"&C{say('file_demo_notice', about.language)}")
        return sheet

    def line(self, text: str, **traits: object) -> None:
        """One line of text in the first column, running over the next ones."""
        self.page.write_string(self.row, 0, text, self.style(**traits))
        self.row += 1

    def style(self, **traits: object) -> Format:
        key = repr(sorted(traits.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({**FONT, **traits})
        return self.formats[key]


def _write_charts(sheet: Sheet, drawn: FigureBlock) -> None:
    write_charts(sheet, drawn)
    sheet.page.set_h_pagebreaks([])  # a figure of its own has no need of a page a chart
    sheet.page.set_column(0, 0, 18)
    sheet.page.set_column(1, max(len(plot.series) for plot in drawn.plots), 16)
    sheet.printed()


def _described(about: About) -> dict[str, str]:
    return {"title": about.title, "subject": about.period, "keywords": f"{about.scope} {about.release}"}


def _told(about: About) -> list[str]:
    return [say("file_line", about.language, label=label, text=text) for label, text in about.lines()]


def _write_data(sheet: _Sheet, frame: pd.DataFrame, columns: Sequence[TableColumn]) -> None:
    about = sheet.about
    sheet.line(about.title, bold=True, font_size=14)
    unit = say("file_line", about.language, label=say("file_unit", about.language), text=about.unit)
    sheet.line("  ".join(text for text in (about.period, about.scope, unit) if text))
    for place, column in enumerate(columns):
        align = "right" if column.is_number else "left"
        heading = sheet.style(bold=True, align=align, top=2, bottom=1, text_wrap=True, quote_prefix=True)
        sheet.page.write_string(sheet.row, place, column.heading, heading)
    sheet.row += 1
    first = sheet.row
    sheet.page.freeze_panes(first, 1)
    sheet.page.repeat_rows(first - 1)
    sheet.page.set_landscape()
    sheet.page.set_paper(9)  # A4
    sheet.page.fit_to_pages(1, 0)
    levels = list(frame["level"]) if "level" in frame.columns else [""] * len(frame)
    for place, column in enumerate(columns):
        _write_column(sheet, place, column, frame, levels)


def _write_column(sheet: _Sheet, place: int, column: TableColumn, frame: pd.DataFrame, levels: list[str]) -> None:
    width = _width(column.heading)
    last = len(frame) - 1
    for at, (value, status) in enumerate(zip(frame[column.name], statuses(frame), strict=True)):
        traits: dict[str, object] = {"bold": levels[at] == "total", "bottom": 2 * (at == last)}
        instead = mark(value, status, column.kind, sheet.about.language)
        if column.kind in DECIMALS and instead is None:
            style = sheet.style(num_format=EXCEL_FORMATS[column.kind], align="right", **traits)
            sheet.page.write_number(sheet.row + at, place, float(published(value, column.kind)), style)
            continue
        text = words(value, column.kind, sheet.about.language) if instead is None else instead
        if column.is_number:
            traits["align"] = "right"
        elif place == 0 and levels[at] == "subfield":
            traits["indent"] = 2
        elif place:
            traits["indent"] = 1  # text behind a number keeps its distance
        # quote_prefix: still text after someone has edited the cell
        sheet.page.write_string(sheet.row + at, place, text, sheet.style(quote_prefix=True, **traits))
        width = max(width, _width(text))
    sheet.page.set_column(place, place, min(max(width, NARROWEST), WIDEST))


def _write_notes(sheet: _Sheet, marks: Sequence[str]) -> None:
    lines = sheet.about.lines()
    lines += [(say("file_legend", sheet.about.language), text) for text in marks]
    for label, text in lines:
        sheet.page.write_string(sheet.row, 0, label, sheet.style(bold=True, valign="top"))
        sheet.page.write_string(sheet.row, 1, text, sheet.style(text_wrap=True, valign="top", quote_prefix=True))
        sheet.row += 1
    sheet.page.set_column(0, 0, 14)
    sheet.page.set_column(1, 1, 90)
    sheet.page.set_landscape()
    sheet.page.set_paper(9)  # A4
    sheet.page.fit_to_pages(1, 0)


def _width(text: str) -> int:
    """Columns the text takes on a screen; a Chinese character takes two."""
    return 2 + sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
