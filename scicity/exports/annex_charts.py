"""Native charts on a sheet, bound to cells beside them: who changes a cell sees the chart follow."""

from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_rowcol_to_cell

from scicity.exports.annex_sheet import BOLD, RIGHT, Sheet
from scicity.exports.document import FigureBlock
from scicity.exports.office_charts import alone
from scicity.exports.plots import Form, Plot, PlotSeries
from scicity.wording import say

FIRST_COLUMN = 0
SIZE = {"width": 720, "height": 320}
ROWS_A_CHART = 18
SUBTYPES = {"stacked": "stacked", "percent": "percent_stacked", "clustered": ""}
LETTERS = {"name": "Microsoft YaHei", "size": 9}
GRID = {"visible": True, "line": {"color": "#E3E8EF", "width": 0.75}}


def write_charts(sheet: Sheet, block: FigureBlock) -> None:
    """Each plot on a printed page of its own: its chart, and below it the numbers it is bound to."""
    breaks = []
    for number, plot in enumerate(block.plots, 1):
        breaks.append(sheet.row)
        top = sheet.row
        sheet.row += ROWS_A_CHART
        sheet.line(plot.name or say("paper_chart_data", sheet.about.language, n=number), BOLD)
        head = sheet.row
        _write_numbers(sheet, plot, head)
        chart = _chart(sheet, plot, head)
        chart.set_size(SIZE)
        sheet.page.insert_chart(
            xl_rowcol_to_cell(top, FIRST_COLUMN), chart, {"description": block.alt, "object_position": 2}
        )
    sheet.page.set_h_pagebreaks(breaks)


def _write_numbers(sheet: Sheet, plot: Plot, head: int) -> None:
    """Categories down, series across; what is not there is an empty cell."""
    for at, category in enumerate(plot.categories, 1):
        sheet.page.write_string(head + at, FIRST_COLUMN, category.replace("\n", ""), sheet.style(quote_prefix=True))
    for place, series in enumerate(plot.series, FIRST_COLUMN + 1):
        sheet.page.write_string(head, place, series.name, sheet.style(BOLD | RIGHT, quote_prefix=True))
        style = sheet.style(RIGHT, num_format=_digits(series))
        for at, value in enumerate(series.values, 1):
            if value is not None:
                sheet.page.write_number(head + at, place, value, style)
    sheet.row = head + len(plot.categories) + 1


def _digits(series: PlotSeries) -> str:
    return "#,##0" + ("." + "0" * series.decimals if series.decimals else "")


def _chart(sheet: Sheet, plot: Plot, head: int) -> Chart:
    """One chart object; series of the second axis are laid over it as a chart of their own form."""
    first = _of_axis(sheet, plot, head, "first")
    second = _of_axis(sheet, plot, head, "second")
    chart = first or second
    assert chart is not None
    if first is not None and second is not None:
        second.set_y2_axis(_axis(plot.units[1], grid=False))
        first.combine(second)
    flat = plot.series[0].form == "bar"
    names, values = (chart.set_y_axis, chart.set_x_axis) if flat else (chart.set_x_axis, chart.set_y_axis)
    chart.set_title({"none": True})
    names({"num_font": LETTERS, "reverse": flat, "label_position": "low", "line": {"color": "#7A8796"}})
    # with the first name on top, Excel would put the scale there too
    values(_axis(plot.units[0], grid=True) | ({"label_position": "high"} if flat else {}) | _hundred(plot))
    hidden = [at for at, series in enumerate(plot.series) if series.hidden]
    several = len(plot.shown) > 1
    chart.set_legend({"position": "bottom", "font": LETTERS, "delete_series": hidden} if several else {"none": True})
    chart.show_blanks_as("gap")
    chart.set_chartarea({"border": {"none": True}})
    return chart


def _hundred(plot: Plot) -> dict[str, Any]:
    return {"num_format": "0%", "name": ""} if plot.stack == "percent" else {}


def _axis(unit: str, grid: bool) -> dict[str, Any]:
    return {
        "name": unit, "name_font": {**LETTERS, "bold": False}, "num_font": LETTERS, "line": {"none": True},
        "major_gridlines": GRID if grid else {"visible": False}, "num_format": "General",
    }  # fmt: skip


def _of_axis(sheet: Sheet, plot: Plot, head: int, axis: str) -> Chart | None:
    places = [(place, one) for place, one in enumerate(plot.series, FIRST_COLUMN + 1) if one.axis == axis]
    if not places:
        return None
    form: Form = places[0][1].form
    subtype = SUBTYPES[plot.stack] if form != "line" and axis == "first" else ""
    chart = sheet.book.add_chart({"type": form, **({"subtype": subtype} if subtype else {})})
    last, name = head + len(plot.categories), sheet.page.get_name()
    for place, series in places:
        chart.add_series(
            {
                "name": [name, head, place],
                "categories": [name, head + 1, FIRST_COLUMN, last, FIRST_COLUMN],
                "values": [name, head + 1, place, last, place],
                **({"y2_axis": True} if axis == "second" else {}),
                **_look(series, overlaid=bool(subtype) or alone(plot)),
            }
        )
    return chart


def _look(series: PlotSeries, overlaid: bool) -> dict[str, Any]:
    labels = {"value": True, "num_format": _digits(series), "font": LETTERS}
    shown = {"data_labels": labels} if series.labels and not series.hidden else {}
    if series.form == "line":
        marker = {"type": "circle", "size": 5, "fill": {"color": series.colour}, "border": {"color": series.colour}}
        return {"line": {"color": series.colour, "width": 2}, "marker": marker, **shown}
    overlap = {"overlap": 100} if overlaid else {}
    if series.hidden:
        return {"fill": {"none": True}, "border": {"none": True}, "gap": 50, **overlap}
    if series.hatched:
        pattern = {"pattern": "wide_upward_diagonal", "fg_color": series.colour, "bg_color": "#FFFFFF"}
        return {"pattern": pattern, "border": {"color": series.colour}, "gap": 50, **overlap, **shown}
    return {
        "fill": {"color": series.colour},
        "border": {"color": "#FFFFFF", "width": 0.5},
        "gap": 50,
        **overlap,
        **shown,
    }
