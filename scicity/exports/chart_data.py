"""The workbook behind a native chart: the plotted numbers, already rounded and suppressed, and nothing else."""

import io
import re
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scicity.exports.about import clean
from scicity.exports.plots import Plot, PlotSeries

SHEET = "Sheet1"
ONE_YEAR = 12
# a category as `Cells.on_axis` writes it: 2019年⏎1—2月⏎月均, Jan–Feb⏎2019⏎a month
MONTH = re.compile(
    r"(?P<zh_year>\d{4}年)\n(?P<zh>[\d—]+)月(?P<zh_more>\n.+)?|(?P<en>[A-Z][^\n\d]+)\n(?P<en_year>\d{4})(?P<en_more>\n.+)?"
)
# the same chart gives the same bytes
CREATED = datetime(2020, 1, 1)
QUIET = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(plot: Plot) -> bytes:
    """One sheet: categories in column A, a series in each further column, named in row 1. Missing cells are empty.

    Months of several years have the year in A, the month in B and, behind the series, both in one cell again.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, QUIET) as book:
        book.set_properties({"created": CREATED, "title": clean(plot.name)})
        page = book.add_worksheet(SHEET)
        text = book.add_format({"quote_prefix": True})
        _write_names(plot, page, text)
        for place, one in enumerate(plot.series, first_column(plot)):
            page.write_string(0, place, clean(one.name), text)
            style = book.add_format({"num_format": number_format(one)})
            for row, value in enumerate(one.values, 1):
                if value is not None:
                    page.write_number(row, place, value, style)
        page.set_column(0, len(plot.series) + 1, 14)
    return out.getvalue()


def _write_names(plot: Plot, page: Worksheet, text: Format) -> None:
    tiered = tiers(plot)
    for row, name in enumerate(plot.categories, 1):
        if not tiered:
            page.write_string(row, 0, lined(name), text)
            continue
        year, month = tiered[row - 1]
        for place, cell in ((0, year), (1, month), (2 + len(plot.series), lined(name).replace("\n", ""))):
            if cell:
                page.write_string(row, place, cell, text)


def tiers(plot: Plot) -> tuple[tuple[str, str], ...]:
    """Year and month of each category where more than a year of them stand along the axis; () for all others.

    The year is named at its first month only, as Office wants what spans several names.
    """
    found = [MONTH.fullmatch(lined(name)) for name in plot.categories]
    if len(found) <= ONE_YEAR or plot.series[0].form == "bar":
        return ()
    pairs = [
        (one["zh_year"] or one["en_year"], (one["zh"] or one["en"]) + (one["zh_more"] or one["en_more"] or ""))
        for one in found
        if one is not None
    ]
    if len(pairs) < len(found):
        return ()
    before = [""] + [year for year, _ in pairs]
    return tuple((year if year != last else "", month) for (year, month), last in zip(pairs, before, strict=False))


def first_column(plot: Plot) -> int:
    """The place of the first series' column; names of two tiers take two columns."""
    return 2 if tiers(plot) else 1


def number_format(one: PlotSeries) -> str:
    """Excel's format of the series' published decimals: 0, 0.0, 0.00."""
    return "0." + "0" * one.decimals if one.decimals else "0"


def column_name(place: int) -> str:
    """A for 0, B for 1 … AA for 26."""
    name = ""
    while place >= 0:
        name, place = chr(65 + place % 26) + name, place // 26 - 1
    return name


def lined(name: str) -> str:
    """A category's name, clean, with the line break a caller put between year and months."""
    return "\n".join(clean(part) for part in name.split("\n"))


def has_second_axis(plot: Plot) -> bool:
    return any(one.axis == "second" for one in plot.series)
