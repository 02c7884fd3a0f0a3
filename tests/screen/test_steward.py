"""Data management as stewards see it, and what a running page does when a release comes or goes."""

from streamlit.testing.v1 import AppTest

import run
from scicity import releases


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
