"""The headline of the first page."""

from datetime import date

import pandas as pd
import pytest

from scicity.narrative.headline import home
from scicity.narrative.headline import year_to_date as second_half
from tests.narrative.narrative_rows import august, row, snapshot, year_to_date


def test_home_tells_the_month_and_the_year_to_date():
    said = home(august(), year_to_date(), date(2020, 9, 20))
    assert said.headline == "8月主导产业规模同比增长13.0%，累计增速加快至1.9%"
    assert said.subline == "西部（重庆）科学城全域　数据截至2020年8月　发布日期2020年9月20日　初步统计数"
    assert said.notes == ()
    english = home(august(), year_to_date(), date(2020, 9, 20), "en")
    assert english.headline == (
        "Leading-industry scale rose 13.0% year on year in Aug; year-to-date growth quickened to 1.9%"
    )
    assert english.subline.endswith("Data to Aug 2020 · Released 20 Sep 2020 · Preliminary")


@pytest.mark.parametrize(
    ("rate", "before", "text"),
    [
        (1.9, 0.2, "累计增速加快至1.9%"),
        (1.9, 2.3, "累计增速回落至1.9%"),
        (1.9, 1.94, "累计增长1.9%，增速与1—7月持平"),
        (-6.7, -8.3, "累计降幅收窄至6.7%"),
        (-6.7, -5.0, "累计降幅扩大至6.7%"),
        (-6.7, -6.7, "累计下降6.7%，降幅与1—7月持平"),
        (0.4, -0.4, "累计增速由负转正，增长0.4%"),
        (-0.6, 2.3, "累计由增转降，下降0.6%"),
        (0.0, 2.3, "累计同比持平"),
        (0.5, 0.0, "累计增长0.5%"),
        (1.9, None, "累计增长1.9%"),
        (178.9, 20.1, "累计增长1.8倍"),
        (None, 1.0, ""),
    ],
)
def test_the_second_half_words_every_change_of_the_year_to_date(rate, before, text):
    assert second_half(rate, before, "2020-08") == text


def test_falls_and_flat_months_have_their_words():
    fell = snapshot(row("ALL", span="month", value=1.0, yoy=-2.4))
    flat = snapshot(row("ALL", span="month", value=1.0, yoy=0.04))
    assert home(fell, year_to_date()).headline.startswith("8月主导产业规模同比下降2.4%，")
    assert home(flat, year_to_date(), None, "en").headline.startswith(
        "Leading-industry scale was unchanged year on year in Aug; "
    )


def test_january_and_february_are_told_once():
    rows = snapshot(row("ALL", period="2020-02", span="month", value=304.1, yoy=-14.3))
    ytd = snapshot(row("ALL", period="2020-02", value=304.1, yoy=-14.3, before=6.2))
    assert home(rows, ytd).headline == "1—2月主导产业规模同比下降14.3%"


def test_a_pending_industry_leaves_the_headline_to_the_latest_complete_month():
    newest = [row("ALL", span="month", status="pending"), row("NIT", span="month", value=150.9, yoy=16.1)]
    newest.append(row("HS", span="month", status="pending"))
    july = row("ALL", period="2020-07", span="month", value=229.0, yoy=10.9)
    ytd = [row("ALL", status="pending"), row("ALL", period="2020-07", value=1382.2, yoy=0.2, before=-1.5)]
    said = home(snapshot(*newest, july), snapshot(*ytd), date(2020, 9, 20))
    assert said.headline == "7月主导产业规模同比增长10.9%，累计增速由负转正，增长0.2%"
    assert said.notes == ("高技术服务2020年8月数据待发布；合计最新为2020年7月",)
    assert "数据截至2020年8月" in said.subline


def test_without_any_complete_period_the_headline_says_pending():
    rows = snapshot(row("ALL", span="month", status="pending"), row("HS", span="month", status="pending"))
    said = home(rows, pd.DataFrame())
    assert said.headline == "8月主导产业规模待发布"
    assert said.notes == ("高技术服务2020年8月数据待发布",)


def test_without_the_month_the_year_to_date_speaks_and_without_growth_the_level():
    unknown = snapshot(row("ALL", span="month", status="not_published"))
    assert home(unknown, year_to_date()).headline == "1—8月主导产业规模同比增长1.9%，增速比1—7月加快1.7个百分点"
    assert home(pd.DataFrame(), snapshot(row("ALL", value=1620.2))).headline == "1—8月主导产业规模1620.2亿元"
    assert home(snapshot(row("ALL", span="month", value=238.0)), pd.DataFrame()).headline == "8月主导产业规模238.0亿元"


def test_the_industrial_total_has_its_own_name():
    rows = snapshot(row("IND", span="month", value=220.5, yoy=13.2))
    assert home(rows, pd.DataFrame()).headline == "8月三大工业主导产业总产值同比增长13.2%"


def test_no_frames_say_that_there_are_no_data():
    assert home(pd.DataFrame(), pd.DataFrame()).headline == "所选条件下没有数据"
