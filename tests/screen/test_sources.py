"""What stands beside cited figures on the page, and the choices of the innovation chain."""

import pytest
from streamlit.testing.v1 import AppTest


def catalogue():
    import streamlit as st

    from scicity import releases
    from scicity.filters import Filters
    from scicity.screen import catalog, choices, sources

    st.session_state[choices.CHOSEN] = Filters(release=releases.current(), month="2020-08")
    st.session_state[choices.SPOKEN] = "zh"
    st.session_state.update(address_wanted={"q": "创新平台"}, address_notices=[], address_shown={})
    catalog.show_figures()
    sources.show_claims()
    sources.show_contradictions()


def profile():
    import streamlit as st

    from scicity import releases
    from scicity.filters import Filters
    from scicity.screen import chain, choices

    st.session_state[choices.CHOSEN] = Filters(release=releases.current(), month="2020-08")
    st.session_state[choices.SPOKEN] = "zh"
    st.session_state.setdefault("address_wanted", {"lag": st.session_state.get("asked", "0")})
    st.session_state.update(address_notices=[], address_shown={})
    filters = chain.choose()
    st.text(f"{filters.subfields[0]} {filters.lag_months} {len(st.session_state['address_notices'])}")
    chain.show_institute()


def seen(app):
    return " ".join(one.proto.body for one in app.get("html"))


@pytest.fixture
def page(home):
    return AppTest.from_function(catalogue, default_timeout=60).run()


def test_r8_the_alias_finds_the_one_indicator_and_its_contradiction_stands_under_it(page):
    text = seen(page)
    assert "市级以上研发平台" in text
    assert "市级以上创新平台数" in text  # the other name, in the same row
    assert "矛盾：科学城169个，而仅沙坪坝区2020年末就有287个" in text
    assert "一致：同一报道把169个既称创新平台又称研发平台" in text


def test_r12_claims_stand_as_text_with_their_scope_and_no_place_in_an_order(page):
    text = seen(page)
    assert all(words in text for words in ("西南首只", "全市率先", "全市唯一", "西南地区"))
    assert "本系统不据此排名" in text
    assert not page.get("plotly_chart")


def test_all_matters_are_listed_with_how_they_are_read(page):
    text = seen(page)
    assert "数据之间的一致、矛盾与断点（24条）" in text
    assert "未收录" in text
    assert "2796.1" not in text


@pytest.mark.parametrize(("asked", "lag", "notices"), [("12", 12, 0), ("99", 36, 1), ("-5", 0, 1), ("soon", 0, 1)])
def test_the_lag_of_a_link_is_kept_within_0_to_36_months(home, asked, lag, notices):
    app = AppTest.from_function(profile, default_timeout=60)
    app.session_state["asked"] = asked
    app.run()
    assert app.slider[0].value == lag
    assert app.text[0].value == f"NIT-IC {lag} {notices}"


def test_w16_the_profile_keeps_every_bound_and_opens_its_formulas(home):
    text = seen(AppTest.from_function(profile, default_timeout=60).run())
    for printed in ("超过4000平方米", "60多家", "30余项", "31项", "24项", "10多个", "约500平方米", "4个", "2个"):
        assert printed in text
    assert "发明专利24项÷累计申请专利31项×100＝77.4%（推算）" in text
    assert "自有4个＋共建2个＝6个（推算）" in text
    assert "不计入科学城合计" in text
