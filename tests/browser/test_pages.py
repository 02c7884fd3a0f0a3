"""Every page in a real browser: languages, looks, widths, hosts, links, and what must never appear."""

import re

import pytest

from tests.browser.conftest import Visit

PAGES = {
    "/": 3, "/output": 7, "/targets": 1, "/signing": 9, "/boards": 0, "/incubators": 3, "/platforms": 4, "/chain": 3,
    "/technology": 4, "/upgrading": 2, "/series": 7, "/definitions": 1, "/monthly": 0, "/basket": 0,
}  # fmt: skip
# pages whose figures are cited, not made by the demonstration model
CITED = ("/boards", "/series")
# Latin letters that belong into a Chinese page: names, codes, file kinds
ALLOWED = re.compile(r"5G|IPC|English|CSV|xlsx|csv|png|svg|Excel|GDP|AI|R&D|IBM|PDF|Web|PPT|Word|N\b")
NEVER = (
    "2796.1",
    "113个",
    "8/52",
    "430/2681",
    "177.85",
    "171.66",
    "177.9亿",
    "undefined",
    "NaN",
    "None",
    "Traceback",
    "nan%",
)


@pytest.fixture(scope="session")
def kept(address, chromium):
    """Pages opened once for all tests that only look: kept(path) is the visit."""
    seen = {}

    def at(path):
        if path not in seen:
            context = chromium.new_context(base_url=address, viewport={"width": 1440, "height": 900}, locale="zh-CN")
            seen[path] = Visit(context.new_page())
            seen[path].listen()
            seen[path].page.goto(path)
            seen[path].settled(PAGES[path])
        return seen[path]

    yield at
    for one in seen.values():
        one.page.context.close()


@pytest.fixture(params=PAGES)
def looked(request, kept):
    return kept(request.param)


@pytest.fixture(params=PAGES)
def opened(request, visit):
    def show(**look):
        seen = visit(request.param, **look)
        seen.settled(PAGES[request.param])
        return seen

    return show


def text_of(page):
    """What a reader can read: icons are letters of a font only to the browser, an uploader's own words are covered."""
    unseen = "[data-testid=stIconMaterial], [data-testid=stFileUploaderDropzone] *"
    page.evaluate(f"document.querySelectorAll('{unseen}').forEach(part => part.textContent = '')")
    return page.locator("[data-testid=stApp]").inner_text()


def test_nothing_is_asked_of_another_host_and_nothing_complains(looked):
    seen = looked
    assert seen.hosts == {"127.0.0.1"}
    assert seen.faults == []
    # Streamlit asks for its own health below a page's path first; nothing else may fail
    assert [line for line in seen.console if "404" not in line] == []


def test_a_chinese_page_has_no_english_left_in_it(looked):
    seen = looked
    text = text_of(seen.page)
    for published in seen.page.locator("td.quote, td a, td .kxc-notes").all_inner_texts():
        text = text.replace(published, "")
    left = re.findall(r"[A-Za-z]{2,}", ALLOWED.sub("", text))
    assert left == []
    assert seen.page.evaluate("document.documentElement.lang") == "zh-CN"


def test_an_english_page_says_everything_in_english_but_names(opened):
    seen = opened()
    seen.after(lambda page: page.locator(".st-key-lang").get_by_text("English").click())
    page = seen.page
    assert "lang=en" in page.url
    assert page.evaluate("document.documentElement.lang") == "en"
    # notes of releases and names of publishers are given by people, in Chinese
    selectors = [
        "h1", "h2", ".kxc-card header span", ".kxc-card .change", "[class*=st-key-figure_] .kxc-line", "summary",
        ".kxc-banner", ".kxc-foot", "[class*=st-key-choices] [data-testid=stWidgetLabel]", "thead th",
    ]  # fmt: skip
    for selector in selectors:
        chinese = [text for text in page.locator(selector).all_inner_texts() if re.search(r"[一-鿿]", text)]
        assert chinese == [], selector


def test_no_page_scrolls_sideways(opened):
    page = opened(width=390, height=844).page
    main = page.locator("[data-testid=stMain]")
    for width in (390, 768, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_timeout(400)  # figures follow the window
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert main.evaluate("main => main.scrollWidth") <= main.evaluate("main => main.clientWidth")


def test_the_dark_look_follows_the_readers_system(opened):
    page = opened(scheme="dark").page
    colour = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert sum(int(part) for part in re.findall(r"\d+", colour)[:3]) < 150
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert sum(int(part) for part in re.findall(r"\d+", ink)[:3]) > 600


def test_values_that_must_never_appear_do_not(looked):
    text = text_of(looked.page)
    assert [value for value in NEVER if value in text] == []
    assert not re.search(r"2020年1月(?!—)", text)  # January has no number of its own


def test_demonstration_data_are_marked_on_every_page(looked):
    page = looked.page
    assert "演示数据" in page.locator(".kxc-banner").inner_text()
    for card in page.locator("[class*=st-key-figure_]").all():
        assert card.locator(".kxc-chip").count() >= 1
    if not page.url.split("?")[0].endswith((*CITED, "/definitions", "/basket")):
        assert page.locator("[class*=st-key-figure_] .kxc-chip.demo, .kxc-paper .kxc-chip.demo").count() >= 1


def test_the_page_uses_the_font_it_ships(looked):
    page = looked.page
    assert page.evaluate("document.fonts.check('16px \"Noto Sans SC Variable\"', '产业')")
    assert page.evaluate(
        "[...document.fonts].some(one => one.status === 'loaded' && one.family.includes('Noto Sans SC'))"
    )


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("/?month=2031-12", "2020年8月"),
        ("/?month=2019-01", "2019年1—2月"),
        ("/?month=<script>alert(1)</script>&span=year", "2020年8月"),
        ("/?asof=../../etc/passwd", "2020年8月"),
    ],
)
def test_a_bad_link_gives_the_nearest_view_and_a_notice(visit, link, shown):
    seen = visit(link)
    page = seen.settled(3)
    assert page.locator(".st-key-month input").input_value() == shown
    assert page.locator("[data-testid=stAlert]").count() >= 1
    assert page.locator("[data-testid=stException]").count() == 0
    assert seen.faults == []


def test_no_visit_left_a_traceback_in_the_servers_log(kept, server_log):
    for path in PAGES:
        kept(path)
    assert "Traceback" not in server_log.read_text(encoding="utf-8")
