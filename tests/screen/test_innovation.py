"""What the pages on incubators and platforms say: places without a name, values nobody published, doubtful numbers."""

import re

import pytest
from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st

    from scicity import releases
    from scicity.filters import Filters
    from scicity.screen import choices, innovation
    from scicity.screen.blocks import show_cards

    filters = Filters(release=releases.current(), month="2020-09")
    st.session_state[choices.CHOSEN], st.session_state[choices.SPOKEN] = filters, "zh"
    show_cards(innovation.incubator_cards(filters))
    show_cards(innovation.platform_cards(filters))
    innovation.show_doubt()
    innovation.show_centres()
    innovation.show_facilities()
    innovation.show_alliance()
    innovation.show_rings()


@pytest.fixture
def seen(home):
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    return [one.proto.body for one in app.get("html")]


def holding(seen, text):
    return next(one for one in seen if text in one)


def cards(seen):
    """The cards by label: (value with its unit, chip)."""
    found = {}
    for block in seen:
        for card in re.findall(r"<section class='kxc-card'>.*?</section>", block):
            label, mark = re.findall(r"<span[^>]*>(.*?)</span>", card)[:2]
            value = re.sub(r"<[^>]+>", "", re.search(r"<div class='value'>(.*?)</div>", card)[1])
            found[label.partition("，")[0]] = (value, mark)
    return found


def test_w10_published_counts_and_what_follows_from_them_are_told_apart_by_their_marks(seen):
    told = cards(seen)
    assert told["市级以上孵化器和众创空间数"] == ("14个", "公开报道")
    assert told["国家级占比"] == ("28.6%", "推算")
    assert told["其他市级"] == ("10个", "推算")


def test_w12_c1_the_stock_of_key_laboratories_shows_as_not_reported(seen):
    assert cards(seen)["国家重点实验室存量"] == ("缺报", "缺报")
    assert cards(seen)["新增国家重点实验室"] == ("1个", "公开报道")


def test_the_contradictions_about_169_stand_beside_it(seen):
    said = holding(seen, "关于169这个数")
    assert "287" in said and "创新平台" in said and "研发平台" in said


def test_w13_c1_exactly_ten_tiles_of_which_seven_have_no_name_yet(seen):
    tiles = re.findall(r"<div class='kxc-tile.*?</div>", holding(seen, "kxc-tiles"))
    assert len(tiles) == 10
    assert sum("待命名" in tile for tile in tiles) == 7
    assert [("集成电路" in tile) for tile in tiles[:3]] == [True] * 3


def test_w13_c2_a_centre_without_a_dated_milestone_has_no_date_and_no_bar(seen):
    assert holding(seen, "kxc-tiles").count("无日期") == 3
    assert "%" not in holding(seen, "kxc-tiles")


def test_w14_c1_before_its_opening_a_facility_is_not_in_use(seen):
    assert "未投用" in holding(seen, "超瞬态物质科学实验装置，推进落地")


def test_w15_c1_fourteen_rows_of_what_nobody_reported_are_grey(seen):
    table = holding(seen, "kxc-missing")
    assert table.count("待补") == 14
    assert table.count("缺报") == 14 * 3


def test_w15_c3_there_is_no_ranking(seen):
    assert "不排名" in holding(seen, "固定14行")


def test_w15_c2_the_rings_are_words_with_a_source(seen):
    said = holding(seen, "环重庆师范大学创新生态圈")
    assert "重庆日报" in said and "环重庆大学创新生态圈" in said
