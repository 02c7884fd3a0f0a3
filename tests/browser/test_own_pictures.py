"""Pictures where the server has no browser: the reader's own draws the same layout."""

import io

import pytest
from PIL import Image

from tests.browser.conftest import Visit, serving


@pytest.fixture
def page(built_home, chromium, tmp_path, monkeypatch):
    """The page 产业产值 of a server that finds no browser, as a visitor sees it."""
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    with serving(built_home, tmp_path / "log.txt") as served:
        context = chromium.new_context(base_url=served, viewport={"width": 1440, "height": 900}, locale="zh-CN")
        seen = Visit(context.new_page())
        seen.listen()
        seen.page.goto("/targets")
        seen.settled(1)
        seen.after(lambda opened: opened.locator(".st-key-files_target_progress button").click())
        yield seen.page
        context.close()
        assert not seen.faults
        assert seen.hosts <= {"127.0.0.1"}


def drawn(page, kind):
    """What the reader's browser saves."""
    with page.expect_download() as saved:
        page.locator(f".st-key-own_target_progress_{kind} button").click()
    return saved.value


def test_png_and_svg_come_in_the_layout_with_their_name_and_mark(page):
    picture = drawn(page, "png")
    assert picture.suggested_filename.endswith("_PPT_演示.png")
    assert Image.open(io.BytesIO(picture.path().read_bytes())).size == (2560, 1440)
    text = drawn(page, "svg").path().read_text(encoding="utf-8")
    assert "目标" in text
    assert "演示数据" in text
