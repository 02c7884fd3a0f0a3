"""Data management as stewards see it, and what a running page does when a release comes or goes."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

import run
from scicity import intake, releases
from scicity.screen import steward_access


def opened(page="", **link):
    app = AppTest.from_file(str(run.ROOT / "app.py"), default_timeout=60)
    if page:
        app.run()
        app.switch_page(page)
    for key, value in link.items():
        app.query_params[key] = value
    return app.run()


def html(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


# -- a page and its release -----------------------------------------------------------------------------------------


def test_a_reader_of_the_current_release_moves_on_with_it(own_home):
    app = opened()
    assert app.selectbox(key="asof").value == "20201015-01"
    releases.roll_back("20200920-01")
    app.run()
    assert not app.exception
    assert app.selectbox(key="asof").value == "20200920-01"
    releases.roll_back("20201015-01")
    app.run()
    assert app.selectbox(key="asof").value == "20201015-01"


def test_a_reader_who_chose_a_release_stays_with_it(own_home):
    for app in (opened(asof="20200820-01"), opened().selectbox(key="asof").set_value("20200820-01").run()):
        for now in ("20200820-01", "20201015-01"):
            releases.roll_back(now)
            app.run()
            assert not app.exception
            assert app.selectbox(key="asof").value == "20200820-01"


def test_a_link_that_names_the_current_release_stays_with_it(own_home):
    app = opened(asof="20201015-01")
    releases.roll_back("20200920-01")
    app.run()
    assert app.selectbox(key="asof").value == "20201015-01"


# -- who may manage data --------------------------------------------------------------------------------------------

PAGE = "pages/data/reports.py"


@pytest.fixture
def steward(monkeypatch):
    """Whoever asks may manage data; these visits have no address of their own."""
    monkeypatch.setenv("SCICITY_STEWARD", "on")


def test_the_page_stands_before_the_first_release(steward, tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path))
    for area in ("import", "releases", "coverage", "forms", "news", "log"):
        app = opened(PAGE, desk=area)
        assert not app.exception, area
        assert not app.error, area


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("area", ["import", "releases", "coverage", "forms", "news", "log"])
def test_every_area_shows_no_fault(steward, home, area, language):
    app = opened(PAGE, desk=area, lang=language)
    assert not app.exception
    assert not app.error


def test_whoever_may_not_manage_data_finds_no_such_page(home, monkeypatch):
    monkeypatch.setenv("SCICITY_STEWARD", "off")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        opened(PAGE)


def test_a_pasted_paragraph_gives_candidates_that_are_kept_when_ticked(steward, own_home):
    app = opened(PAGE, desk="news")
    app.text_area[0].set_value("1—8月，科学城高技术制造业企业57家，产值达1422.8亿元。")
    app.button[0].click().run()
    assert not app.exception
    ticks = {box.label: box for box in app.checkbox}
    (output,) = [label for label in ticks if "1422" in label.split("“")[0]]
    ticks[output].check()
    app.text_input[-1].set_value("张三")
    app.button[-1].click().run()
    assert not app.exception
    assert [(row["value"], row["unit"]) for row in intake.kept()] == [("1422.8", "亿元")]
    assert releases.current() == "20201015-01"  # nothing of it is published


def test_a_file_sent_again_after_its_correction_is_said_to_change_nothing(steward, own_home, tmp_path):
    report = "月份,细分领域,企业代码,产值,单位\n2020年9月,集成电路,R1,{},万元\n"
    for name, output in (("first.csv", 10000), ("second.csv", 12000)):
        (tmp_path / name).write_text(report.format(output), encoding="utf-8")
        intake.accept(intake.checked([tmp_path / name]), author="张三", reasons={intake.ANY: "更正"})
    app = opened(PAGE, desk="import")
    app.file_uploader[0].upload("first.csv", report.format(10000).encode(), "text/csv").run()
    assert not app.exception
    (told,) = [one.value.replace("\\", "") for one in app.warning if "withdraw" in one.value]
    assert "first.csv 以前已接收" in told
    assert "其中 1 行已由后来的编号" in told
    assert "second.csv" in told


@pytest.mark.parametrize(
    ("said", "address", "headers", "is_open"),
    [
        ("on", "0.0.0.0", {"Host": "data.example.cn"}, True),
        ("off", "127.0.0.1", {"Host": "localhost:8501"}, False),
        ("local", "127.0.0.1", {"Host": "localhost:8501"}, True),
        ("local", "127.0.0.1", {"Host": "127.0.0.1:8501"}, True),
        ("local", "::1", {"Host": "[::1]:8501"}, True),
        ("local", "0.0.0.0", {"Host": "localhost:8501"}, False),
        ("local", "", {"Host": "localhost:8501"}, False),  # no address is every address
        ("local", "192.168.1.5", {"Host": "localhost:8501"}, False),
        ("local", "127.0.0.1", {"Host": "data.example.cn"}, False),  # a name that was made to point here
        ("local", "127.0.0.1", {"Host": "localhost", "X-Forwarded-For": "10.1.1.1"}, False),  # a proxy on this machine
        ("yes", "127.0.0.1", {"Host": "localhost:8501"}, False),
    ],
)
def test_local_means_this_machine_and_nobody_through_it(monkeypatch, said, address, headers, is_open):
    monkeypatch.setenv("SCICITY_STEWARD", said)
    asked = SimpleNamespace(headers=headers, ip_address=None)
    monkeypatch.setattr(steward_access, "st", SimpleNamespace(context=asked, get_option=lambda _: address))
    assert steward_access.is_open() is is_open


def test_a_visitor_from_elsewhere_is_not_local_whatever_the_headers_say(monkeypatch):
    monkeypatch.setenv("SCICITY_STEWARD", "local")
    asked = SimpleNamespace(headers={"Host": "localhost"}, ip_address="10.0.0.7")
    monkeypatch.setattr(steward_access, "st", SimpleNamespace(context=asked, get_option=lambda _: "127.0.0.1"))
    assert not steward_access.is_open()


def test_without_a_word_of_the_environment_the_settings_decide(monkeypatch):
    monkeypatch.delenv("SCICITY_STEWARD", raising=False)
    assert steward_access.wanted() == "local"


# -- damage ---------------------------------------------------------------------------------------------------------


def test_a_reader_is_told_that_a_damaged_release_is_not_the_one_on_show(own_home):
    with (own_home / "releases" / "20201015-01" / "industry.duckdb").open("r+b") as file:
        file.seek(5000)
        byte = file.read(1)
        file.seek(5000)
        file.write(bytes([byte[0] ^ 1]))
    app = opened()
    assert not app.exception
    assert "20201015-01" in app.warning[0].value
    assert "2020-09-20" in app.warning[0].value
    assert app.selectbox(key="asof").value == "20200920-01"
