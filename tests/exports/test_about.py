"""What a file says about itself, and its name."""

import pandas as pd
import pytest

from scicity.exports.about import file_name
from tests.exports.conftest import account


def test_a_file_is_named_after_period_scope_title_and_preset(about):
    assert file_name(about, "xlsx") == "2020年1—8月_科学城全域_主导产业规模.xlsx"
    assert file_name(about, "png", "PPT") == "2020年1—8月_科学城全域_主导产业规模_PPT.png"


def test_the_name_of_a_demonstration_file_ends_in_its_mark(demo):
    assert file_name(demo, "png", "PPT") == "2020年1—8月_科学城全域_主导产业规模_PPT_演示.png"
    assert file_name(account(provenance="demo", language="en", title="Output"), "csv").endswith("_Output_DEMO.csv")


def test_one_demo_value_makes_the_whole_file_a_demonstration(about):
    mixed = pd.DataFrame({"provenance": ["official", "demo"]})
    assert about.seen_in(mixed).is_demo
    assert not about.seen_in(mixed.head(1)).is_demo
    assert not about.seen_in(pd.DataFrame({"item": ["NIT"]})).is_demo


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ('产值:同比/环比 "对比"?', "产值-同比-环比-对比"),  # what Windows forbids
        ("../../etc/passwd", "etc-passwd"),  # no way out of the folder
        ("报告\u202egpj.exe", "报告-gpj.exe"),  # a direction mark would hide the real extension
        ("line\r\nbreak\x00", "line-break"),
        ("CON", "数据CON"),  # a device's name on Windows
        ("...", "数据"),
        ("", "数据"),
    ],
)
def test_a_name_holds_nothing_that_a_system_refuses(title, named):
    assert file_name(account(title=title, period="", scope=""), "csv") == f"{named}.csv"


@pytest.mark.parametrize("sign", ["长", "x", "\N{GRINNING FACE}"])
def test_a_long_title_is_cut_but_never_the_mark(sign):
    name = file_name(account(title=sign * 500, provenance="demo"), "png", "PPT")
    assert name.endswith("_PPT_演示.png")
    assert len(name) <= 120 and len(name.encode()) <= 240
    assert name.startswith("2020年1—8月_科学城全域_" + sign)


def test_the_account_lists_what_is_there_in_words(about):
    lines = dict(about.lines())
    assert lines["期别"] == "2020年1—8月"
    assert lines["数据性质"] == "统计报表汇总"
    assert "筛选" not in lines  # nothing was filtered
    assert dict(account(language="en", provenance="demo").lines())["Provenance"].startswith("demonstration data")


def test_a_line_of_the_account_stays_one_line():
    assert dict(account(source="甲\r\n乙\x07丙").lines())["来源"] == "甲  乙丙"
