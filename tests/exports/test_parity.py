"""Every file is read back and compared; a writer that gets one number wrong does not get its file out."""

import io
import json
import re
import zipfile
from datetime import datetime

import openpyxl
import pytest

from scicity.exports import parity, slides, tidy
from scicity.exports.tables import csv_bytes, xlsx_bytes
from tests.exports.sample_blocks import figure

FIGURE = {"data": [], "layout": {"meta": {"provenance": "official"}}}
# 2 amounts and 2 rates that are told; in the workbook and on the slide the four points of the chart as well
NUMBERS = {"csv": 4, "parquet": 4, "json": 4, "html": 4, "xlsx": 8, "pptx": 4}


def written(kind: str) -> bytes:
    block = figure()
    given = (block.frame, block.about, block.columns)
    return {
        "csv": lambda: csv_bytes(*given),
        "parquet": lambda: tidy.parquet_bytes(*given),
        "json": lambda: tidy.json_bytes(FIGURE, *given),
        "html": lambda: tidy.html_bytes("<div></div>", *given),
        "xlsx": lambda: xlsx_bytes(*given, created=datetime(2020, 9, 18), drawn=block),
        "pptx": lambda: slides.figure_slide(block),
    }[kind]()


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_file_that_says_what_its_data_say_is_counted(kind):
    assert parity.checked(kind, written(kind), figure()) == parity.Parity(NUMBERS[kind], ())


def in_zip(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The package with `old` replaced in the parts whose name matches."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            content = before.read(part)
            after.writestr(part, content.replace(old, new) if re.search(name, part) else content)
    return out.getvalue()


def one_cell_wrong(kind: str) -> bytes:
    """What a faulty writer would have made: 3.3 became 3.4."""
    data = written(kind)
    if kind == "parquet":
        block = figure()
        return tidy.parquet_bytes(block.frame.replace(3.25, 3.35), block.about, block.columns)
    if kind == "xlsx":
        return in_zip(data, r"sheet1\.xml", b"<v>3.3</v>", b"<v>3.4</v>")
    if kind == "pptx":
        return in_zip(data, r"charts/chart", b"<c:v>3.3</c:v>", b"<c:v>3.4</c:v>")
    return data.replace(b"3.3", b"3.4")


@pytest.mark.parametrize("kind", NUMBERS)
def test_one_wrong_cell_is_found(kind):
    assert len(parity.checked(kind, one_cell_wrong(kind), figure()).differences) == 1


def test_a_workbook_behind_a_chart_that_differs_from_the_chart_is_found():
    data = written("pptx")
    name = next(part for part in zipfile.ZipFile(io.BytesIO(data)).namelist() if part.endswith(".xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(zipfile.ZipFile(io.BytesIO(data)).read(name)))
    book.worksheets[0]["B3"] = 3.4
    out = io.BytesIO()
    book.save(out)
    changed = in_zip(data, re.escape(name), zipfile.ZipFile(io.BytesIO(data)).read(name), out.getvalue())
    assert len(parity.checked("pptx", changed, figure()).differences) == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx", "html", "json", "parquet"])
def test_a_row_too_few_is_found(kind):
    block = figure()
    fewer = figure()
    fewer = fewer.__class__(**{**fewer.__dict__, "frame": block.frame.iloc[:1], "plots": ()})
    given = (fewer.frame, fewer.about, fewer.columns)
    short = {
        "csv": lambda: csv_bytes(*given),
        "parquet": lambda: tidy.parquet_bytes(*given),
        "json": lambda: tidy.json_bytes(FIGURE, *given),
        "html": lambda: tidy.html_bytes("", *given),
        "xlsx": lambda: xlsx_bytes(*given, created=datetime(2020, 9, 18)),
    }[kind]()
    assert parity.checked(kind, short, block).differences != ()


def test_a_withheld_number_that_gets_into_a_file_is_found():
    data = json.loads(written("json"))
    data["layout"]["meta"]["table"]["rows"][2][1] = 99.0
    assert len(parity.checked("json", json.dumps(data).encode(), figure()).differences) == 1


def test_the_refusal_says_where():
    found = parity.checked("csv", one_cell_wrong("csv"), figure())
    assert "第2行“规模（亿元）”" in parity.Differs(found).sentence("zh")
    assert "1 places" in parity.Differs(found).sentence("en")
