"""The upgrading page in words: bounds as printed, ten places, milestones with evidence, and what nobody published."""

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from scicity.screen import programmes


def page():
    import streamlit as st

    from scicity import releases
    from scicity.filters import Filters
    from scicity.screen import choices, programmes, upgrading
    from scicity.screen.blocks import show_cards

    filters = Filters(release=releases.current(), month="2020-09")
    st.session_state[choices.CHOSEN], st.session_state[choices.SPOKEN] = filters, "zh"
    show_cards(upgrading.cards(filters))
    upgrading.show_sizes()
    upgrading.show_units_changed()
    upgrading.show_unpublished()
    programmes.show_services()
    programmes.show_property_platform()
    programmes.show_ten()
    programmes.show_pilots()
    programmes.show_transformation()


@pytest.fixture
def seen(home):
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    return [one.proto.body for one in app.get("html")]


def holding(seen, text):
    return next(one for one in seen if text in one)


def plain(html):
    return re.sub(r"<[^>]+>", " ", html)


def test_w06_c1_the_cards_read_the_bounds_as_printed(seen):
    values = re.findall(r"<div class='value'>(.*?)</div>", holding(seen, "500余家"))
    assert values == ["500余家", "2.4万余条"]


def test_w06_c2_records_an_enterprise_are_folded_away_and_told_as_bounds(seen):
    assert programmes.records_an_enterprise(500, 2.4) == 48  # 24,000 over 500
    folded = holding(seen, "约48条/家")
    assert re.search(r"<details><summary>.*?</summary>.*约48条/家（两端均为下限）.*</details>", folded)
    assert "推算" in folded
    assert [one for one in seen if "48" in plain(one)] == [folded]


def test_w06_c3_there_is_no_ranking_of_staff(seen):
    assert "本页不设人员活跃度排名" in holding(seen, "人员活跃度")


def test_w07_c1_the_property_platform_is_under_construction_without_a_zero(seen):
    block = plain(holding(seen, "建设中</div>"))
    assert "尚未发布授权、转让许可、质押融资数据" in block
    assert not re.search(r"\d", block)


def test_w07_c2_applications_and_grants_stand_apart(seen):
    assert "申请与授权分别列示" in holding(seen, "建设中</div>")


def test_w08_c1_there_are_exactly_ten_tiles_and_unnamed_ones_say_so(seen):
    tiles = re.findall(r"<div class='kxc-tile[^>]*><b>(\d+)</b><span>(.*?)</span>", holding(seen, "kxc-tile "))
    assert tiles == [(str(n), "待命名") for n in range(1, 11)]


def test_w08_c2_only_platforms_in_operation_count_as_done(seen):
    assert programmes.completed(pd.Series(["operating", "building", ""])) == 1
    assert programmes.completed(pd.Series(["building", ""])) == 0
    assert programmes.completed(pd.Series(["", ""])) is None
    assert "完成数：--" in holding(seen, "kxc-tile ")  # no stage is published


def test_w09_c1_the_two_rights_are_told_apart(seen):
    items = re.findall(r"<li>([^<]*)</li>", holding(seen, "kxc-pilot'"))
    assert "赋予所有权的成果：暂无发布数据" in items
    assert "赋予长期使用权的成果：暂无发布数据" in items


def test_w09_c2_a_milestone_without_evidence_is_grey(seen):
    steps = re.findall(r"<li( class='open')?><b>(.*?)</b><span>(.*?)</span>", holding(seen, "kxc-steps"))
    assert len(steps) == 8
    assert all(("暂无公开依据" in said) == bool(grey) for grey, _, said in steps)
    assert [name for grey, name, _ in steps if not grey] == ["试点推进", "获批 2020年"]


def test_w20_c1_the_page_has_no_rate_between_kinds_and_no_funnel(seen):
    # 8/52, 15/52, 52/96, 8/96 as per cent
    text = plain(" ".join(seen))
    assert not [rate for rate in ("15.4%", "28.8%", "54.2%", "8.3%", "8/52") if rate in text]


def test_each_counter_shows_what_the_press_printed_beside_it(seen):
    notes = re.findall(r"<div class='note'>(.*?)</div>", holding(seen, "建立研发准备金，1—9月"))
    assert [re.search(r"2020年(\d+.)", note)[1] for note in notes] == ["52家", "8个", "15家", "96家"]


def test_w20_c2_c3_before_and_after_and_exits_have_no_data_yet(seen):
    block = holding(seen, "改造前后对比")
    assert "需同一批企业改造前后两期数据" in block
    assert "改造后退出的企业：暂无发布数据" in block


def test_w21_c1_coverage_without_a_denominator_is_a_dash(seen):
    assert "研发准备金覆盖率：--（缺分母：应建企业数）" in holding(seen, "覆盖率")


def test_w25_c1_the_claim_stands_as_text_with_owner_date_and_scope(seen):
    assert "“全市唯一”：重庆日报，2020年（原页未印日期）；范围：重庆市" in holding(seen, "全市唯一")


def test_w25_c2_the_share_of_services_needs_both_revenues(seen):
    assert "制造企业服务收入占比：--（需服务收入与全部收入两项数据）" in holding(seen, "服务收入占比")


def test_w26_c1_transformation_shows_no_published_data_and_no_zero(seen):
    block = plain(holding(seen, "转型升级"))
    assert "暂无发布数据" in block
    assert not re.search(r"\d", block)


def test_contradiction_16_stands_beside_the_three_printed_counts(seen):
    block = holding(seen, "口径变化") + holding(seen, "核心区")
    assert all(count in plain(block) for count in ("52家", "66个", "35个"))
    assert "智能化改造2020年按企业计（52家），2021年起按项目计（66个、35个），单位不同" in block
