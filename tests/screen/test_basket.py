"""The basket on the screen: what is put in is there, in its order, with the reader's words."""

import pytest
from streamlit.testing.v1 import AppTest

import run
from scicity import basket, releases
from scicity.basket import Item
from scicity.filters import Filters

NAME = "abcDEF123_-x"


def opened(**link):
    """The basket's page; the app has run before, as it has in a server."""
    app = AppTest.from_file(str(run.ROOT / "app.py"), default_timeout=60)
    app.run()
    app.switch_page("pages/briefing/basket.py")
    for key, value in {"basket": NAME, **link}.items():
        app.query_params[key] = value
    return app.run()


def html(app):
    return " ".join(str(block.proto.body) for block in app.get("html"))


@pytest.fixture
def two(own_home):
    """A basket with a figure of the current release and a table of an earlier one."""
    early, now = releases.released()[0].id, releases.current()
    basket.change(NAME, lambda one: one.added(Item("contribution", Filters(release=now, month="2020-08"))))
    earlier = Item("monthly_scale", Filters(release=early, month="2020-06"), kind="table", comment="请核对")
    basket.change(NAME, lambda one: one.added(earlier))
    return early, now


def test_an_empty_basket_says_how_to_begin(own_home):
    app = opened()
    assert not app.exception
    assert "简报篮还是空的" in html(app)


def test_things_stand_in_their_order_with_period_and_release(two):
    told = html(opened())
    assert told.index("1. 各产业拉动") < told.index("2. 主导产业当月规模与同比")
    assert "2020年1—8月" in told
    assert f"来自较早的版本{two[0]}" in told


def test_an_item_moves_up_and_words_are_kept(two):
    app = opened()
    next(one for one in app.button if one.label == "下移" and not one.disabled).click().run()
    assert [one.figure for one in basket.opened(NAME).items] == ["monthly_scale", "contribution"]
    app.text_input[0].input("八月规模").run()
    assert basket.opened(NAME).items[0].caption == "八月规模"
    assert "1. 八月规模" in html(app)


def test_an_item_of_an_earlier_release_is_renewed_at_a_click(two):
    app = opened()
    next(one for one in app.button if one.label == "换成当前版本").click().run()
    assert {one.filters.release for one in basket.opened(NAME).items} == {two[1]}


def test_an_item_whose_release_is_gone_is_said_so_and_the_rest_goes_out(two):
    gone = Item("share", Filters(release="19990101-01", month="2020-08"))
    basket.change(NAME, lambda one: one.added(gone))
    app = opened()
    assert not app.exception
    assert "版本19990101-01或其中的数据已不存在" in html(app)


def test_a_file_is_offered_with_how_many_numbers_agree(two):
    app = opened()
    next(one for one in app.button if one.label == "生成 PPT").click().run()
    assert not app.exception
    assert "全部一致" in app.success[0].value


def test_a_link_with_a_name_that_is_none_opens_a_basket_of_the_visitors_own(own_home):
    app = opened(basket="../../etc/passwd")
    assert not app.exception
    assert "简报篮还是空的" in html(app)
