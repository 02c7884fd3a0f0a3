"""A briefing clerk's way: collect on the pages, put in order, take as files, and every number stays the same."""

import csv
import io
import json
import re
import zipfile
from urllib.parse import urlsplit

import docx
import openpyxl
import pptx
import pytest
from PIL import Image

from scicity import briefing, releases
from scicity.exports import word

ITEM = "[class*=st-key-panel_item_]"


def put(seen, figure, kind="figure", charts=0):
    """Puts a figure or its table into the basket of the visit."""
    seen.after(lambda page: page.locator(f".st-key-basket_{kind}_{figure} button").click(), charts)


def go(seen, page_name, charts=0):
    """By the navigation, so that it stays one visit."""
    name = re.compile(f"^{page_name}")
    seen.after(lambda page: page.locator("[data-testid=stSidebarNavLink]", has_text=name).click(), charts)


def taken(seen, key, kind):
    """The bytes and the name of a file that is made first and then offered."""
    seen.after(lambda page: page.locator(f".st-key-make_{key}_{kind} button").click())
    with seen.page.expect_download() as waiting:
        seen.page.locator(f".st-key-take_{key} button").click()
    return waiting.value.path().read_bytes(), waiting.value.suggested_filename


def titles(page):
    return page.locator(f"{ITEM} h2").all_inner_texts()


@pytest.fixture(scope="module")
def collected(address, chromium):
    """One visit that has collected six figures and two tables on four pages; its context keeps the cookie."""
    from tests.browser.conftest import Visit

    context = chromium.new_context(base_url=address, viewport={"width": 1440, "height": 900}, locale="zh-CN")
    seen = Visit(context.new_page())
    seen.listen()
    seen.page.goto("/")
    seen.settled(3)
    for figure, kind in (("monthly_scale", "figure"), ("contribution", "figure"), ("contribution", "table")):
        put(seen, figure, kind, 3)
    go(seen, "产业产值", 7)
    for figure in ("share", "ranking"):
        put(seen, figure, charts=7)
    go(seen, "孵化载体", 3)
    put(seen, "incubator_stock", charts=3)
    go(seen, "目标进度", 1)
    for kind in ("figure", "table"):
        put(seen, "target_progress", kind, 1)
    go(seen, "简报篮")
    yield seen
    context.close()


def test_what_was_collected_stands_in_order_counts_in_the_navigation_and_survives_a_reload(collected):
    page = collected.page
    assert len(titles(page)) == 8
    assert page.locator("[data-testid=stSidebarNavLink]", has_text="简报篮（8）").count() == 1
    first, second = titles(page)[:2]
    collected.after(lambda page: page.locator(f"{ITEM} [class*=st-key-down_] button").first.click())
    assert [one[3:] for one in titles(page)[:2]] == [second[3:], first[3:]]
    other = page.context.new_page()  # another window of the same browser
    other.goto("/basket")
    other.wait_for_selector(ITEM)
    other.wait_for_function(f"document.querySelectorAll('{ITEM}').length === 8")
    assert [one.inner_text() for one in other.locator(f"{ITEM} h2").all()] == titles(page)
    other.close()


def test_a_caption_and_a_comment_go_into_every_file_and_every_file_agrees(collected, visit):
    page = collected.page
    for name, text in (("caption", "我的标题"), ("comment", "请领导重点关注")):
        collected.after(
            lambda page, name=name, text=text: (
                page.locator(f"{ITEM} [class*=st-key-{name}_] input").first.fill(text),
                page.keyboard.press("Enter"),
            )
        )
    assert "我的标题" in titles(page)[0]
    home = visit("/").settled(3).locator(".st-key-figure_monthly_scale .js-plotly-plot")
    notes = home.evaluate("plot => plot.layout.annotations.map(one => one.text).join(' ')")
    on_page = {float(found) for found in re.findall(r"(?:技术|服务|制造|健康)(?:</b>)? (\d+\.\d)", notes)}
    assert len(on_page) == 4  # the four industries of the month
    files = {}
    for kind in ("pptx", "docx", "xlsx", "pdf"):
        files[kind], name = taken(collected, "basket", kind)
        assert name.endswith(f"_演示.{kind}")
        assert re.search(r"已核对\d+个数字", page.locator("[data-testid=stAlert]").first.inner_text())
    slides = pptx.Presentation(io.BytesIO(files["pptx"])).slides
    charts = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    drawn = {value for chart in charts for plot in chart.plots for series in plot.series for value in series.values}
    text = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert len(charts) >= 6
    assert on_page <= {round(value, 1) for value in drawn if value is not None}
    assert "演示" in text
    body = docx.Document(io.BytesIO(files["docx"]))
    written = "\n".join(one.text for one in body.element.body.iter() if one.tag.endswith("}t") and one.text)
    assert "我的标题" in written and "请领导重点关注" in written and "演示" in written
    assert len(openpyxl.load_workbook(io.BytesIO(files["xlsx"])).sheetnames) >= 8
    assert files["pdf"].startswith(b"%PDF")
    with zipfile.ZipFile(io.BytesIO(taken(collected, "basket", "zip")[0])) as archive:
        assert [one["title"] for one in json.loads(archive.read("manifest.json"))].count("我的标题") == 1
        assert len(archive.namelist()) == 8  # six figures and two lists


def test_the_address_in_a_file_opens_the_same_view_for_somebody_else(collected, visit):
    data, _ = taken(collected, "basket", "pptx")
    slides = pptx.Presentation(io.BytesIO(data)).slides
    links = {one.target_ref for slide in slides for one in slide.part.rels.values() if one.is_external}
    shown = next(link for link in links if "span=month" in link)
    assert "asof=" in shown
    parts = urlsplit(shown)
    seen = visit(f"{parts.path}?{parts.query}")
    page = seen.settled(3)
    assert page.get_by_role("dialog").count() == 0
    assert "8月规模271.9亿元" in page.locator(".st-key-figure_monthly_scale").inner_text()
    assert page.locator("[data-testid=stSidebarNavLink]", has_text="简报篮").inner_text() == "简报篮"


def test_every_sub_field_comes_as_one_zip_with_its_list(visit):
    seen = visit("/output")
    page = seen.settled(7)
    page.locator(".st-key-files_same_month button").first.click()
    page.locator(".st-key-batch_same_month button").click()
    page.locator(".st-key-take_batch_same_month button").wait_for(timeout=60_000)
    with page.expect_download() as waiting:
        page.locator(".st-key-take_batch_same_month button").click()
    assert waiting.value.suggested_filename.endswith("_演示.zip")
    with zipfile.ZipFile(waiting.value.path()) as archive:
        listed = json.loads(archive.read("manifest.json"))
        assert len(listed) == 15 and len(archive.namelist()) == 17
        assert {one["provenance"] for one in listed} == {"demo"} and all("演示" in one["file"] for one in listed)
        assert Image.open(io.BytesIO(archive.read(listed[0]["file"]))).size == (2560, 1440)
        rows = list(csv.reader(io.StringIO(archive.read("manifest.csv").decode("utf-8-sig"))))
    assert len(rows) == 17 and rows[0] == ["# 演示数据，非真实统计"]


def test_last_months_document_is_rolled_forward_on_the_page(visit, home, tmp_path):
    july = briefing.monthly(releases.current(), "2020-07")
    path = tmp_path / "july.docx"
    path.write_bytes(briefing.made(july, "docx").data)
    edited = docx.Document(str(path))
    edited.add_paragraph("受检修影响，部分企业减产。")
    edited.save(str(path))
    seen = visit("/monthly")
    page = seen.settled()
    page.locator("[data-testid=stFileUploader] input").set_input_files(str(path))
    page.locator(".st-key-panel_issue_changes").wait_for(timeout=30_000)
    page.locator(".kxc-paper mark").nth(20).wait_for()
    assert "受检修影响" in page.locator(".st-key-panel_issue_changes").inner_text()
    data, name = taken(seen, "issue", "docx")
    assert name == "2020年1—8月科学城主导产业运行情况_演示.docx"
    read = word.read(data)
    assert read.month == "2020-08"
    assert any("受检修影响" in one.text for one in read.blocks)
    assert "1877.6" in next(one.text for one in read.blocks if one.key == "overview/level")


def test_a_file_that_is_no_briefing_is_refused_with_a_sentence(visit, tmp_path):
    path = tmp_path / "july.docx"
    path.write_bytes(b"no document at all")
    page = visit("/monthly").settled()
    page.locator("[data-testid=stFileUploader] input").set_input_files(str(path))
    page.locator("[data-testid=stAlert]").wait_for(timeout=30_000)
    assert "docx" in page.locator("[data-testid=stAlert]").inner_text()
    assert page.locator("[data-testid=stException]").count() == 0


@pytest.mark.parametrize(("path", "charts"), [("/", 3), ("/monthly", 0)])
def test_a_printed_page_is_a4_landscape_with_its_mark_and_without_the_navigation(visit, path, charts):
    page = visit(path).settled(charts)
    assert page.locator(".st-key-print button").inner_text() == "打印本页"
    sizes = set(re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", page.pdf(prefer_css_page_size=True)))
    assert sizes == {(b"841", b"594")}
    page.emulate_media(media="print")
    assert not page.locator("[data-testid=stSidebar]").is_visible()
    assert page.locator(".kxc-banner").is_visible()
    for figure in page.locator(".js-plotly-plot").all():
        card = figure.locator("xpath=ancestor::div[contains(@class, 'st-key-figure_')]")
        assert figure.bounding_box()["width"] <= card.bounding_box()["width"]
