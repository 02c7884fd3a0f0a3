"""The sum of funds on the page: off, then a warning, and only then a number with its bound."""

from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st

    from scicity import releases
    from scicity.filters import Filters
    from scicity.screen import choices, finance

    filters = Filters(release=releases.current(), month="2020-09", span="month")
    st.session_state[choices.CHOSEN], st.session_state[choices.SPOKEN] = filters, "zh"
    finance.show_fund_sum(filters)


def seen(app):
    return " ".join(str(one.proto) for one in app.get("html"))


def test_w01_c2_the_sum_is_off_by_default_and_asks_before_it_is_shown(home):
    app = AppTest.from_function(page, default_timeout=30).run()
    assert not app.toggle[0].value
    assert "320" not in seen(app) and not app.checkbox
    app.toggle[0].set_value(True).run()
    assert "重复计算" in seen(app) and "320" not in seen(app)
    app.checkbox[0].set_value(True).run()
    assert "超320亿元" in seen(app)
