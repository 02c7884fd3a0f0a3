"""Every way out of the house is walked: no demonstration number leaves without its mark, no real one has it."""

import io
import json
import zipfile
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
from PIL import Image
from pptx import Presentation

from scicity import gallery, releases
from scicity.charts.look import Look
from scicity.exports.about import file_name
from scicity.filters import Filters
from scicity.gallery.saving import KINDS, SCALES, contents
from scicity.gallery.shown import Shown
from tests.exports.conftest import browser  # noqa: F401  (a fixture)

MARK, NOTICE = "演示数据", "演示数据，非真实统计"
# one of each form: columns and line, waterfall, bars, lines, stock, network of its own, table of text
SAMPLE = ("monthly_scale", "contribution", "ranking", "growth", "incubator_stock", "project_share", "finance_days")


@pytest.fixture
def release(home):
    return releases.current()


def shown(name: str, release: str, provenance: str) -> Shown:
    """The figure as the demonstration has it, or the same figure as if every row were a report of the zone's."""
    told = gallery.show(name, Filters(release, "2020-08"))
    if provenance == "demo":
        return told
    caption = replace(told.caption, provenance=provenance, notes=(), subline="")
    return replace(told, frame=told.frame.assign(provenance=provenance), caption=caption)


def words(kind: str, data: bytes) -> str:
    """Everything a reader or a program finds in the file."""
    if kind == "png":
        return json.dumps(dict(Image.open(io.BytesIO(data)).text), ensure_ascii=False)
    if kind == "parquet":
        metadata = pq.read_schema(io.BytesIO(data)).metadata
        return " ".join(text.decode() for text in metadata.values())
    if kind == "pptx":
        return " ".join(
            shape.text_frame.text
            for slide in Presentation(io.BytesIO(data)).slides
            for shape in slide.shapes
            if shape.has_text_frame
        )
    if kind == "xlsx":
        parts = zipfile.ZipFile(io.BytesIO(data))
        return " ".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    return data.decode("utf-8-sig", errors="ignore")


WITHOUT_PDF = [kind for kind in KINDS if kind != "pdf"]  # its text is packed; the writer's own tests read it


@pytest.mark.parametrize("name", SAMPLE)
@pytest.mark.parametrize("kind", [kind for kind in WITHOUT_PDF if kind not in ("png", "svg")])
def test_a_file_of_demonstration_data_is_marked_and_one_of_reports_is_not(release, name, kind):
    look = Look(layout="ppt")
    demo, real = (contents(shown(name, release, one), kind, look) for one in ("demo", "official"))
    assert MARK in words(kind, demo)
    assert MARK not in words(kind, real)


@pytest.mark.parametrize("layout", SCALES)
def test_a_picture_is_marked_in_every_layout(release, layout, browser):  # noqa: F811
    look = Look(layout=layout)
    picture = contents(shown("share", release, "demo"), "png", look)
    drawn = contents(shown("share", release, "demo"), "svg", look).decode()
    assert NOTICE in words("png", picture)
    assert MARK in drawn[drawn.index("</metadata>") :]  # in what is drawn, not only in what is told
    assert MARK not in words("png", contents(shown("share", release, "official"), "png", look))


def test_the_mark_is_on_every_slide_and_every_sheet(release):
    look = Look(layout="ppt")
    slides = Presentation(io.BytesIO(contents(shown("honours", release, "demo"), "pptx", look))).slides
    told = gallery.show("honours", Filters(release, "2020-08")).caption.provenance
    assert told == "press"  # public reports: no slide may call them demonstration
    assert not any(
        NOTICE in shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )
    book = zipfile.ZipFile(io.BytesIO(contents(shown("contribution", release, "demo"), "xlsx", look)))
    sheets = [book.read(name).decode() for name in sorted(book.namelist()) if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 3  # data, chart, notes
    assert all('<tabColor rgb="FF8A5E00"/>' in sheet for sheet in sheets)
    assert all(NOTICE in sheet[sheet.index("<headerFooter") :] for sheet in sheets)


def test_names_of_files_end_in_the_mark(release):
    about = shown("share", release, "demo").about()
    assert [file_name(about, kind).endswith(f"_演示.{kind}") for kind in KINDS] == [True] * len(KINDS)
