"""A steward in a real browser: from the blank form to the release and back."""

import io
import shutil

import openpyxl
import pytest

from scicity import ingest
from tests.browser.conftest import PATIENCE, Visit, serving
from tests.browser.test_journeys import HOME_CHARTS, value_of
from tests.browser.test_pages import ALLOWED, re, text_of

FORM = "规模以上企业产值（营业收入）月报表"


@pytest.fixture(scope="module")
def reports(built_home):
    """The rows of the two reports of August 2020, as somebody would type them into the blank form."""
    incoming = built_home / "incoming"
    found = [
        ingest.check_file(incoming / f"{name}_2020-08.xlsx", "enterprise_output") for name in ("industry", "services")
    ]
    return [row for one in found for row in one.rows.to_dict("records")]


@pytest.fixture
def desk(built_home, chromium, tmp_path):
    """visit(path, …) on a server over a copy of the built home."""
    home = tmp_path / "home"
    shutil.copytree(built_home, home)
    contexts = []
    with serving(home, tmp_path / "log.txt") as served:

        def visit(path="/", width=1440, height=900, scheme="light"):
            context = chromium.new_context(base_url=served, viewport={"width": width, "height": height},
                                           color_scheme=scheme, locale="zh-CN")  # fmt: skip
            contexts.append(context)
            seen = Visit(context.new_page())
            seen.listen()
            seen.page.goto(path)
            seen.settled()
            return seen

        yield visit
        for context in contexts:
            context.close()


def filled(blank: bytes, rows: list[dict], mistake: bool) -> bytes:
    """The blank workbook with these rows; the first enterprise reports 10% more than it did, or a wrong sub-field."""
    book = openpyxl.load_workbook(io.BytesIO(blank))
    sheet = book.worksheets[0]
    headers = [cell.value for cell in sheet[3]]
    columns = [one for one in ingest.load("enterprise_output").recorded()]
    for number, row in enumerate(rows):
        for column in columns:
            value = row[column.name]
            if value is None or value is not value:
                continue
            if column.type == "amount":
                value = float(value)
                if number == 0 and column.name in ("output_month", "output_ytd"):
                    value += 0.1 * float(row["output_month"])
            if column.type == "flag":
                value = "是" if value else "否"
            if mistake and number == 0 and column.name == "subfield":
                value = "集成电录"
            sheet.cell(4 + number, 1 + headers.index(column.header_zh)).value = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


AREAS = {"导入报表": "", "发布历史": "releases", "报送情况": "coverage", "空白报表": "forms", "新闻摘录": "news",
         "操作记录": "log"}  # fmt: skip


def area(seen, name):
    """Goes to that area; the address says when its page has been drawn to the end."""
    seen.page.locator(".st-key-desk").get_by_text(name, exact=True).click()
    wanted = AREAS[name]
    seen.page.wait_for_url(lambda url: f"desk={wanted}" in url if wanted else "desk=" not in url, timeout=PATIENCE)
    seen.settled()


def upload(seen, name, data):
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    seen.after(lambda page: page.locator("input[type=file]").set_input_files(file))


def test_a_steward_takes_a_month_from_the_blank_form_to_the_release_and_back(desk, reports):
    reader = desk("/")
    before = value_of(reader.settled(HOME_CHARTS), 0)
    steward = desk("/reports")
    page = steward.page

    area(steward, "空白报表")
    with page.expect_download() as waiting:
        page.locator(".st-key-blank_enterprise_output button").click()
    assert waiting.value.suggested_filename == f"{FORM}.xlsx"
    blank = waiting.value.path().read_bytes()

    area(steward, "导入报表")
    upload(steward, "八月.xlsx", filled(blank, reports, mistake=True))
    found = page.locator(".st-key-panel_steward_results")
    told = found.inner_text()
    assert all(word in told for word in ("八月.xlsx", FORM, "不能接收", "细分领域（B）", "集成电录", "集成电路"))
    assert page.locator(".st-key-panel_steward_accept").count() == 0
    with page.expect_download() as waiting:
        found.get_by_role("button", name="下载标注后的表格").click()
    marked = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    assert "集成电路" in marked["填报"]["B4"].comment.text

    steward.after(lambda page: page.locator("[data-testid=stFileChipDeleteBtn] button").click())
    upload(steward, "八月.xlsx", filled(blank, reports, mistake=False))
    assert "没有发现问题" in found.inner_text()
    preview = page.locator(".st-key-panel_steward_preview")
    assert before in preview.locator("dd").nth(0).inner_text().replace("\n", "")
    after = preview.locator("dd").nth(1).inner_text()
    assert after != before

    accept = page.locator(".st-key-panel_steward_accept")
    steward.after(lambda page: accept.get_by_role("button", name="接收并发布").click())
    assert "请填写经办人姓名" in page.locator("[data-testid=stMain]").inner_text()
    accept.get_by_label("经办人").fill("张三")
    accept.get_by_label("说明").fill("更正2020年8月")
    steward.after(lambda page: accept.get_by_role("button", name="接收并发布").click())
    # leaving the field is a run of its own, so the click's run may be the second
    page.get_by_text("已接收 1 个文件、335 行").wait_for(timeout=PATIENCE)
    said = page.locator("[data-testid=stAlert]").all_inner_texts()
    assert any("已接收 1 个文件、335 行" in text for text in said)
    assert any("已发布版本" in text for text in said)
    assert page.locator("[data-testid=stFileChip]").count() == 0  # no enterprise's rows stay on the page

    # the reader's page moves on without a restart and without an error
    reader.after(lambda page: page.locator(".st-key-span").get_by_text("当月", exact=True).click(), HOME_CHARTS)
    reader.after(lambda page: page.locator(".st-key-span").get_by_text("累计", exact=True).click(), HOME_CHARTS)
    assert value_of(reader.page, 0) == after
    assert reader.page.locator("[data-testid=stAlert]").count() == 0

    area(steward, "发布历史")
    shelf = page.locator(".st-key-panel_steward_shelf tbody tr")
    assert [shelf.nth(0).locator("td").nth(at).inner_text() for at in (0, 7, 8)] == ["当前", "张三", "更正2020年8月"]
    page.locator(".st-key-steward_ask_roll_back button").first.click()
    steward.after(lambda page: page.locator(".st-key-steward_do_roll_back button").click())
    assert "读者现在看到版本 20201015-01" in page.locator("[data-testid=stAlert]").first.inner_text()
    assert value_of(desk("/").settled(HOME_CHARTS), 0) == before
    area(steward, "操作记录")
    assert page.locator(".st-key-panel_steward_log tbody td:nth-child(3)").all_inner_texts()[:3] == [
        "回退",
        "发布",
        "接收",
    ]
    assert steward.faults == reader.faults == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "light"), (390, "dark")])
def test_every_area_can_be_used_at_every_width_and_speaks_chinese(visit, width, scheme):
    seen = visit("/reports", width=width, height=844, scheme=scheme)
    page = seen.settled()
    upload(seen, "bad.csv", "月份,细分领域,企业代码,产值,单位\n2020年9月,集成电录,R1,1,万元\n".encode())
    for name in AREAS:
        area(seen, name)
        assert page.locator("[data-testid=stAlert]").count() == 0, name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        main = page.locator("[data-testid=stMain]")
        assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0, name
        said = re.sub(r"\S+\.(csv|xlsx)|utf-8|JSON|R1|xls|[A-Z]{2}-[A-Z]+|setup|`[^`]*`", "", text_of(page))
        said = said.replace("B", "") if name == "导入报表" else said  # sizes of files
        if name not in ("空白报表",):  # the guide names headers and codes in English too
            assert re.findall(r"[A-Za-z]{2,}", ALLOWED.sub("", said)) == [], name
    if scheme == "dark":
        colour = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
        assert sum(int(part) for part in re.findall(r"\d+", colour)[:3]) < 150
    assert seen.faults == []
    assert seen.hosts == {"127.0.0.1"}


def test_where_data_management_is_off_there_is_no_way_to_it(built_home, chromium, tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_STEWARD", "off")
    with serving(built_home, tmp_path / "log.txt") as served:
        context = chromium.new_context(base_url=served, locale="zh-CN")
        seen = Visit(context.new_page())
        seen.page.goto("/reports?desk=releases")
        page = seen.settled()
        assert "数据管理没有在这里开放" in page.locator("[data-testid=stAlert]").inner_text()
        assert page.get_by_role("link", name="数据管理").count() == 0
        assert page.locator("input[type=file]").count() == 0
        assert page.locator("[role=dialog]").count() == 0
        context.close()
