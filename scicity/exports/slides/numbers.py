"""What a presentation holds, read back from its bytes: its charts, the workbooks behind them, and its tables.

A chart is known by its shape's name, which a person sees in the selection pane.
"""

import io
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx import Presentation
from python_calamine import CalamineWorkbook

from scicity.exports import printed
from scicity.exports.document import Document, FigureBlock, Paragraph
from scicity.exports.printed import Form, Printed, Rows, Series

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TEXTS = ("lead", "placeholder")


def compared(document: Document, data: bytes) -> tuple[int, tuple[str, ...]]:
    """How many numbers of the slides were compared with the document, and a sentence for each that differs."""
    kept = tuple(one for one in document.blocks if not isinstance(one, Paragraph) or one.style in TEXTS)
    ours = replace(document, blocks=kept)
    wanted, found = printed.expected(ours, forms), numbers(data)
    # a long table ends on its last slide, which says how much is left out
    shown = {key: rows[: len(found.tables.get(key, ())) or None] for key, rows in wanted.tables.items()}
    return printed.compared(ours, replace(wanted, tables=shown), found)


def forms(block: FigureBlock) -> tuple[Form, ...]:
    """How a figure stands on slides."""
    return ("chart",) if block.plots else ("table",) if len(block.frame) else ()


def numbers(data: bytes) -> Printed:
    """Charts and tables by the key of their figure, and the figures printed in texts, slide after slide."""
    charts: dict[str, tuple[tuple[Series, ...], ...]] = {}
    tables: dict[str, Rows] = {}
    texts: list[tuple[str, str]] = []
    for slide in Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            kind, _, key = shape.name.partition("#")
            if shape.has_chart:
                charts[key] = (*charts.get(key, ()), _series(shape.chart))
            elif shape.has_table:
                lines = tuple(tuple(cell.text for cell in row.cells) for row in shape.table.rows)
                tables[key] = (*tables[key], *lines[1:]) if key in tables else lines
            elif kind == "text":
                texts += _runs(shape)
    return Printed(tuple(texts), tables, charts)


def _runs(shape: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Figure and text of every run that prints one; the figure's key is the name of the run's bookmark."""
    runs = [run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
    return [(str(run._r.get_or_add_rPr().get("bmk")), run.text) for run in runs if run._r.get_or_add_rPr().get("bmk")]


def _series(chart: Any) -> tuple[Series, ...]:  # noqa: ANN401
    """The drawn series; one that the workbook behind the chart tells otherwise has no values that could be believed."""
    root = etree.fromstring(chart.part.blob)
    # charts of two axes stand one after the other; the series' own numbers say their order
    drawn = sorted(root.iter(f"{C}ser"), key=lambda series: int(series.find(f"{C}idx").get("val")))
    first = 2 if root.find(f".//{C}multiLvlStrRef") is not None else 1  # months and years have a column each
    behind = _behind(chart.part.chart_workbook.xlsx_part.blob, len(drawn), first)
    pairs = zip(map(_one, drawn), behind, strict=True)
    return tuple(one if one == other else (one[0], ()) for one, other in pairs)


def _behind(book: bytes, count: int, first: int) -> tuple[Series, ...]:
    cells = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    # a series without a number to its end has no cells there
    rows = [[*row, *[""] * (count + first - len(row))] for row in cells]
    places = range(first, count + first)
    return tuple((str(rows[0][place]), tuple(_number(row[place]) for row in rows[1:])) for place in places)


def _number(cell: object) -> float | None:
    return float(cell) if isinstance(cell, float | int) else None


def _one(series: Any) -> Series:  # noqa: ANN401
    values = series.find(f"{C}val/{C}numRef/{C}numCache")
    count = int(values.find(f"{C}ptCount").get("val"))
    points = {int(point.get("idx")): float(point.find(f"{C}v").text) for point in values.iter(f"{C}pt")}
    return "".join(series.find(f"{C}tx").itertext(f"{C}v")), tuple(points.get(at) for at in range(count))
