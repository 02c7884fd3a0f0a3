"""The workbook behind a native chart: the plotted numbers, already rounded and suppressed, and nothing else."""

import io
from datetime import datetime

import xlsxwriter

from scicity.exports.about import clean
from scicity.exports.plots import Plot, PlotSeries

SHEET = "Sheet1"
# the same chart gives the same bytes
CREATED = datetime(2020, 1, 1)
QUIET = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(plot: Plot) -> bytes:
    """One sheet: categories in column A, a series in each further column, named in row 1. Missing cells are empty."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, QUIET) as book:
        book.set_properties({"created": CREATED, "title": clean(plot.name)})
        page = book.add_worksheet(SHEET)
        text = book.add_format({"quote_prefix": True})
        for row, name in enumerate(plot.categories, 1):
            page.write_string(row, 0, lined(name), text)
        for place, one in enumerate(plot.series, 1):
            page.write_string(0, place, clean(one.name), text)
            style = book.add_format({"num_format": number_format(one)})
            for row, value in enumerate(one.values, 1):
                if value is not None:
                    page.write_number(row, place, value, style)
        page.set_column(0, len(plot.series), 14)
    return out.getvalue()


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
