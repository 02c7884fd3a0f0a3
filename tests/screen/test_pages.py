"""Pages without a browser: over nothing, over a release, from links good and bad."""

import pytest
from streamlit.testing.v1 import AppTest

import run
from scicity.screen.frame import SECTIONS

PAGES = [f"pages/{path}.py" for pages in SECTIONS.values() for path in pages]


def opened(page="", **link):
    """The page as a visitor with that link sees it; the app has run before, as it has in a server."""
    app = AppTest.from_file(str(run.ROOT / "app.py"), default_timeout=60)
    if page:
        app.run()
        app.switch_page(page)
    for key, value in link.items():
        app.query_params[key] = value
    return app.run()


def html(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_over_nothing_says_how_to_get_data(tmp_path, monkeypatch, page):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path))
    app = opened(page)
    assert not app.exception
    assert "python run.py setup" in app.info[0].value


@pytest.mark.parametrize("page", PAGES)
def test_a_page_over_a_release_shows_no_fault_and_marks_demonstration_data(home, page):
    app = opened(page)
    assert not app.exception
    assert "演示数据：" in html(app)


def test_the_home_page_opens_at_the_latest_complete_month(home):
    app = opened(asof="20200920-01")
    assert app.selectbox(key="month").value == "2020-07"  # services of August came in October
    assert "7月主导产业规模" in html(app)


def test_stepping_on_to_an_incomplete_month_shows_what_is_pending(home):
    app = opened(asof="20200920-01", month="2020-08")
    assert not app.exception
    assert "待发布" in html(app)


@pytest.mark.parametrize(
    "link", [{"month": "2031-01"}, {"span": "week"}, {"asof": "nothing"}, {"total": "<b>"}, {"lang": "fr"}]
)
def test_a_bad_value_in_a_link_gives_a_notice_and_no_fault(home, link):
    app = opened(**link)
    assert not app.exception
    assert any(next(iter(link.values())) in notice.value for notice in app.info)


def test_sub_fields_follow_the_chosen_industries(home):
    app = opened("pages/industry/output.py", ind="AM")
    assert app.multiselect(key="sub").options == ["轻量化材料", "增材制造", "智能机器人"]


def test_a_search_finds_the_same_169_under_both_names(home):
    for name in ("创新平台", "研发平台"):
        assert "169个" in html(opened("pages/catalog/definitions.py", q=name))


def test_what_a_reader_types_into_a_link_is_text_and_never_markup(home):
    app = opened("pages/catalog/definitions.py", q="<img src=x onerror=alert(1)>")
    assert not app.exception
    assert "<img" not in html(app)


# what a reader must find, by page: each value is worked out from published figures or stands in them
MUST = {
    "pages/industry/output.py": ["24.96", "1422.8", "1373.3"],  # 1422.8亿元 over 57 enterprises, 1—8月
    "pages/overview/targets.py": ["66.7%"],  # eight of twelve months
    "pages/projects/signing.py": ["70个", "超80%", "43个", "23.54", "1012.4亿元"],  # 1012.4亿元 over 43 projects
    "pages/innovation/incubators.py": ["14个", "4个", "28.6"],  # 4 of 14
    "pages/innovation/platforms.py": ["169个", "缺报", "待命名"],
    "pages/innovation/chain.py": ["77.4%", "60多家", "30余项", "相关不代表因果"],  # 24 of 31
    "pages/finance/technology.py": ["216.7", "2681", "9.32", "超20亿元", "300亿元"],  # 9.32亿元 over 430
    "pages/finance/upgrading.py": ["52", "96", "500余家", "2.4万余条", "暂无发布数据"],
    "pages/catalog/series.py": ["未公布", "重庆市"],
}
NEVER = ("2796.1", "113个", "8/52", "430/2681", "177.85", "171.66")


def everything(app):
    """All texts of a page, those inside its figures too."""
    return html(app) + " ".join(chart.proto.spec for chart in app.get("plotly_chart"))


@pytest.mark.parametrize("page", MUST)
def test_a_page_shows_the_values_it_must_and_none_it_must_not(home, page):
    month = {"month": "2020-08"} if "industry" in page or "targets" in page else {"month": "2020-09"}
    text = everything(opened(page, **month))
    assert [value for value in MUST[page] if value not in text] == []
    assert [value for value in NEVER if value in text] == []


def test_the_basis_is_offered_only_where_it_changes_something_and_waits_elsewhere(home):
    def offered(app):
        return [one.key for one in app.button_group if one.key == "total"]

    app = opened(total="IND")
    assert offered(app) == ["total"]
    app.switch_page("pages/overview/targets.py").run()
    assert offered(app) == []
    assert not app.exception
    app.switch_page("pages/industry/output.py").run()
    assert offered(app) == ["total"]
    assert next(one for one in app.button_group if one.key == "total").value == "IND"
