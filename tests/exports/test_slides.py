"""Slides: charts and tables that can be edited, one message a slide, and on each what it is and whether it is real."""

import io
import zipfile
from dataclasses import replace

import pandas as pd
import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Inches

from scicity.exports import slides
from scicity.exports.slides.stage import opened
from tests.exports.sample_blocks import PLOT, document, figure


def read(data: bytes):
    return list(Presentation(io.BytesIO(data)).slides)


def texts(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_a_figure_is_one_slide_whose_title_is_its_conclusion():
    (slide,) = read(slides.figure_slide(figure()))
    assert slide.shapes.title.text_frame.text == "甲规模1422.3亿元，增长13.0%"
    (chart,) = [shape for shape in slide.shapes if shape.has_chart]
    assert chart.chart.part.chart_workbook.xlsx_part.blob[:2] == b"PK"  # 编辑数据 opens a workbook
    assert chart._element.xpath(".//p:cNvPr")[0].get("descr") == "柱线图：甲规模1422.3亿元"


def test_a_slide_says_source_as_of_release_and_its_number_and_its_notes_say_the_definition():
    (slide,) = read(slides.figure_slide(figure()))
    for text in ("来源：园区统计报表", "数据截至：2020-09-18", "发布版本：2020-08-r1"):
        assert text in texts(slide)
    assert 'type="slidenum"' in slide._element.xml
    notes = slide.notes_slide.notes_text_frame.text
    assert "口径：规模以上工业企业总产值" in notes
    assert "2020-08-r1" in notes


def test_the_code_of_a_slide_leads_to_its_view():
    (slide,) = read(slides.figure_slide(figure()))
    links = [shape.click_action.hyperlink.address for shape in slide.shapes if shape.shape_type == 13]
    assert links == ["http://localhost:8501/output?asof=2020-08-r1&month=2020-08"]


@pytest.mark.parametrize(("provenance", "marked"), [("demo", True), ("official", False), ("press", False)])
def test_every_slide_bears_the_mark_of_demonstration_data_and_no_other_does(provenance, marked):
    found = read(slides.deck(document(provenance)))
    assert len(found) == 5  # cover, summary, figure, matters for attention, table
    assert [("演示数据，非真实统计" in texts(slide)) for slide in found] == [marked] * 5


def test_slides_come_in_the_order_of_a_meeting():
    titles = [slide.shapes.title.text_frame.text for slide in read(slides.deck(document()))]
    assert titles == ["1—8月运行情况", "总体情况", "甲规模1422.3亿元，增长13.0%", "五、需要关注的问题", "主要指标"]


def test_a_table_is_a_table_with_the_marks_of_the_page():
    *_, slide = read(slides.deck(document()))
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["项目", "规模（亿元）", "同比（%）"],
        ["甲", "1422.3", "13.0"],
        ["乙", "3.3", "−6.7"],
        ["丙", "--", "--"],
    ]


def rows_a_slide(count: int) -> list[int]:
    many = pd.DataFrame({"item": [f"第{n}行" for n in range(count)], "value_100m_yuan": 1.0, "yoy_pct": 2.0})
    made = read(slides.figure_slide(replace(figure(plots=()), frame=many)))
    return [len(shape.table.rows) - 1 for slide in made for shape in slide.shapes if shape.has_table]


def test_a_table_of_fifteen_or_sixteen_rows_is_one_slide_in_type_of_12_points_or_more():
    assert (rows_a_slide(15), rows_a_slide(16)) == ([15], [16])
    many = pd.DataFrame({"item": [f"第{n}行" for n in range(16)], "value_100m_yuan": 1.0, "yoy_pct": 2.0})
    (slide,) = read(slides.figure_slide(replace(figure(plots=()), frame=many)))
    (frame,) = [shape for shape in slide.shapes if shape.has_table]
    sizes = {run.font.size.pt for row in frame.table.rows for cell in row.cells for run in runs(cell)}
    assert min(sizes) >= 12
    # 0.62 in of footer below
    assert frame.top + sum(row.height for row in frame.table.rows) <= Inches(7.5 - 0.62)


def runs(cell) -> list:
    return [run for paragraph in cell.text_frame.paragraphs for run in paragraph.runs]


def test_a_table_that_goes_on_fills_its_slides_evenly():
    assert rows_a_slide(34) == [17, 17]


def test_a_long_table_goes_on_and_says_what_it_leaves_out():
    many = pd.DataFrame({"item": [f"第{n}行" for n in range(90)], "value_100m_yuan": 1.0, "yoy_pct": 2.0})
    pages = read(slides.figure_slide(replace(figure(plots=()), frame=many)))
    assert [slide.shapes.title.text_frame.text for slide in pages] == ["规模与同比", *["规模与同比（续表）"] * 3]
    rows = [len(shape.table.rows) - 1 for slide in pages for shape in slide.shapes if shape.has_table]
    assert rows == [18] * 4  # 5.4 in hold the head and 18 rows of 0.28
    assert "其余18行见同名工作簿" in texts(pages[-1])


def test_a_baskets_slides_keep_the_readers_order():
    made = document()
    text, first, table = made.blocks[0], made.blocks[1], made.blocks[-1]
    chosen = (text, replace(table, key="b"), replace(first, key="c"), replace(table, key="d", title="又一表"))
    basket = replace(made, kind="basket", blocks=chosen)
    titles = [slide.shapes.title.text_frame.text for slide in read(slides.deck(basket))]
    assert titles[2:] == ["主要指标", "甲规模1422.3亿元，增长13.0%", "又一表"]
    assert slides.compared(basket, slides.deck(basket))[1] == ()


def test_a_short_summary_is_set_large_and_not_under_the_title_with_nothing_below():
    slide = read(slides.deck(document()))[1]
    (told,) = [shape for shape in slide.shapes if shape.name == "text#"]
    assert {run.font.size.pt for run in told.text_frame.paragraphs[0].runs} == {24}
    assert told.top >= Inches(2)


def test_what_the_slides_hold_is_the_document_number_for_number():
    data = slides.deck(document())
    # one in the text, four in the chart, four in the table
    assert slides.compared(document(), data) == (9, ())


def test_a_number_changed_in_the_slides_is_found():
    shown = Presentation(io.BytesIO(slides.deck(document())))
    table = next(shape.table for shape in shown.slides[4].shapes if shape.has_table)
    table.cell(1, 1).text_frame.paragraphs[0].runs[0].text = "1422.4"
    out = io.BytesIO()
    shown.save(out)
    _, differences = slides.compared(document(), out.getvalue())
    assert len(differences) == 1
    assert "1422.4" in differences[0]


def test_the_units_own_template_gives_layout_and_size_but_not_its_slides():
    own = Presentation()
    own.slide_width, own.slide_height = Inches(10), Inches(7.5)
    own.slides.add_slide(own.slide_layouts[5]).shapes.title.text = "模板里的旧标题"
    section = (
        '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:ext uri="{521415D9}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="旧"/>'
        "</p14:sectionLst></p:ext></p:extLst>"
    )
    own.part._element.append(etree.fromstring(section))
    out = io.BytesIO()
    own.save(out)
    made = Presentation(io.BytesIO(slides.figure_slide(figure(), out.getvalue())))
    assert not [one for one in made.part._element.iter() if "sectionLst" in str(one.tag)]
    assert (made.slide_width, len(list(made.slides))) == (Inches(10), 1)
    (slide,) = made.slides
    assert slide.shapes.title.top == own.slide_layouts[5].placeholders[0].top
    assert all(shape.left + shape.width <= Inches(10) for shape in slide.shapes if shape.width)
    assert b"\xe6\xa8\xa1\xe6\x9d\xbf\xe9\x87\x8c" not in b"".join(
        unzipped(slides.figure_slide(figure(), out.getvalue()))
    )


def unzipped(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return [parts.read(name) for name in parts.namelist()]


def test_a_template_that_is_no_presentation_says_what_to_do():
    with pytest.raises(ValueError, match="templates"):
        opened(b"no presentation")


def test_a_presentation_describes_itself_in_its_properties():
    data = slides.figure_slide(figure("demo"))
    core = Presentation(io.BytesIO(data)).core_properties
    assert (core.subject, core.category) == ("2020年1—8月", "demo")
    assert core.comments.startswith("演示数据，非真实统计")
    custom = zipfile.ZipFile(io.BytesIO(data)).read("docProps/custom.xml").decode()
    for text in ('name="Release"', "2020-08-r1", 'name="Provenance"', "2020-09-18"):
        assert text in custom


def test_two_charts_over_time_stand_above_one_another_and_bars_beside_each_other():
    bar = replace(PLOT, series=(replace(PLOT.series[0], form="bar"),))
    column = replace(PLOT, series=PLOT.series[:1])
    for plots, upright in ((column, True), (bar, False)):
        (slide,) = read(slides.figure_slide(figure(plots=(plots, plots))))
        one, other = [shape for shape in slide.shapes if shape.has_chart]
        assert (one.left == other.left, one.top == other.top) == (upright, not upright)
        assert one.left + one.width <= other.left or one.top + one.height <= other.top


def test_text_from_reports_is_text_and_never_a_link():
    odd = replace(figure(plots=()), frame=figure().frame.assign(item=["=1+1", "http://example.org", "丙"]))
    (slide,) = read(slides.figure_slide(odd))
    (table,) = [shape for shape in slide.shapes if shape.has_table]
    assert [table.table.cell(at, 0).text for at in (1, 2)] == ["=1+1", "http://example.org"]
    assert "hlinkClick" not in table._element.xml


def test_the_numbers_behind_months_of_several_years_are_read_back_too():
    months = tuple(f"{year}年\n{month}月" for year in (2019, 2020) for month in range(1, 9))
    line = replace(PLOT.series[0], values=(*map(float, range(15)), None))
    made = replace(document(), blocks=(figure(plots=(replace(PLOT, categories=months, series=(line,)),)),), figures={})
    assert slides.compared(made, slides.deck(made)) == (15, ())
