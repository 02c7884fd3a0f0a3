"""The three kinds of readers, each on a first visit, in a real browser."""

import io
import re

import openpyxl
import pytest
from PIL import Image

from tests.browser.conftest import serving

HOME_CHARTS, OUTPUT_CHARTS = 3, 7


def value_of(page, number):
    return page.locator(".kxc-card .value").nth(number).inner_text().replace("\n", "")


def pick(page, key, option):
    page.locator(f".st-key-{key}").get_by_role("radio", name=option, exact=True).or_(
        page.locator(f".st-key-{key}").get_by_role("button", name=option, exact=True)
    ).first.click()


def test_an_official_on_a_phone_sees_the_month_and_steps_back(visit):
    seen = visit("/", width=390, height=844)
    page = seen.settled(HOME_CHARTS)
    assert re.search(r"8月主导产业规模同比增长\d+\.\d%，累计增速加快至\d+\.\d%", page.locator("h1").first.inner_text())
    assert page.locator(".kxc-card").count() == 4
    assert value_of(page, 1) == "1422.8亿元"
    assert page.locator(".kxc-banner").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    seen.after(lambda page: page.locator(".st-key-month_back").get_by_role("button", name="◀").click(), HOME_CHARTS)
    assert "7月主导产业规模" in page.locator("h1").first.inner_text()
    assert "month=2020-07" in page.url
    assert value_of(page, 1) != "1422.8亿元"
    assert seen.faults == []


def test_an_official_switches_to_the_month_and_every_card_follows(visit):
    seen = visit("/")
    page = seen.settled(HOME_CHARTS)
    before = [value_of(page, number) for number in range(3)]
    seen.after(lambda page: pick(page, "span", "当月"), HOME_CHARTS)
    after = [value_of(page, number) for number in range(3)]
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert "span=month" in page.url


def test_an_analyst_narrows_industries_and_a_copied_link_opens_the_same_view(visit):
    seen = visit("/output?ind=NIT&unit=10k_yuan&month=2020-06")
    page = seen.settled(OUTPUT_CHARTS)
    page.locator(".st-key-sub [data-testid=stMultiSelect] input").click()
    options = page.get_by_role("option").all_inner_texts()
    assert [text for text in options if text != "Select all"][-4:] == ["集成电路", "人工智能", "大数据", "5G应用"]
    seen.after(lambda page: page.get_by_role("option", name="集成电路").click(), OUTPUT_CHARTS)
    assert "sub=NIT-IC" in page.url
    other = visit(page.url.split("/", 3)[-1].join(["/", ""]))
    copied = other.settled(OUTPUT_CHARTS)
    assert copied.locator("h1").first.inner_text() == page.locator("h1").first.inner_text()
    lines = [one.locator(".st-key-figure_trend").inner_text() for one in (page, copied)]
    assert lines[0] == lines[1]
    assert "集成电路" in lines[0]


def test_choices_survive_a_change_of_page(visit):
    seen = visit("/output?ind=GH&month=2020-05&span=month")
    page = seen.settled(OUTPUT_CHARTS)
    seen.after(lambda page: page.locator("[data-testid=stSidebarNavLink]").first.click(), HOME_CHARTS)
    assert "month=2020-05" in page.url
    seen.after(lambda page: page.get_by_role("link", name="产业产值").click(), OUTPUT_CHARTS)
    assert "ind=GH" in page.url
    assert "span=month" in page.url


def test_briefing_staff_take_the_figure_in_four_formats_with_its_mark(visit):
    page = visit("/").settled(HOME_CHARTS)
    files = {}
    page.locator(".st-key-files_contribution button").first.click()
    for kind in ("xlsx", "csv", "png", "svg"):
        with page.expect_download() as waiting:
            page.locator(f".st-key-file_contribution_{kind} button").click()
        files[kind] = waiting.value
    assert all("演示" in file.suggested_filename for file in files.values())
    read = {kind: file.path().read_bytes() for kind, file in files.items()}
    assert read["csv"].decode("utf-8-sig").startswith("# 演示数据")
    sheet = openpyxl.load_workbook(io.BytesIO(read["xlsx"])).worksheets[0]
    words = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert "新一代信息技术" in words
    assert any("演示数据" in word for word in words)
    assert Image.open(io.BytesIO(read["png"])).size == (2560, 1440)
    assert "演示数据" in read["svg"].decode()


def test_the_table_under_a_figure_has_the_numbers_of_the_figure(visit):
    page = visit("/").settled(HOME_CHARTS)
    card = page.locator(".st-key-figure_contribution")
    card.locator("summary").click()
    row = card.locator("tbody tr", has_text="新一代信息技术").inner_text().split("\t")
    drawn = card.locator(".js-plotly-plot").evaluate("plot => plot.layout.annotations.map(one => one.text).join(' ')")
    contribution = next(cell for cell in row if cell.startswith("+") and cell != row[1])
    assert contribution in drawn


@pytest.mark.parametrize("path", ["/output?ind=NIT&month=2020-07", "/definitions?q=平台"])
def test_the_first_visitor_of_a_server_may_come_on_a_deep_link(built_home, chromium, tmp_path, path):
    with serving(built_home, tmp_path / "log.txt") as served:
        context = chromium.new_context(base_url=served, locale="zh-CN")
        page = context.new_page()
        page.goto(path)
        page.wait_for_selector("h1")
        page.wait_for_selector(".kxc-foot")
        assert page.locator("[data-testid=stSidebarNavLink]").count() == 15
        assert page.locator("[role=dialog]").count() == 0
        assert path.split("?")[1].split("=")[0] in page.url
        context.close()
