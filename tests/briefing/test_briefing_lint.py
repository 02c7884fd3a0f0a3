"""The linter: each rule on a planted fault and on what it must let pass; generated documents are clean."""

from dataclasses import replace

import pandas as pd
import pytest

from scicity import briefing, releases
from scicity.briefing.lint import RULES, mend
from scicity.exports.about import About
from scicity.exports.document import Document, Masthead, Paragraph, Run
from scicity.warehouse import fetch
from scicity.wording import words

ABOUT = About("t", "亿元", "2020年1—8月", "科学城全域", "", "", "s", "2020-10-15", "r", "official")


def written(text, style="body", language="zh", figures=None, demo=(), runs=None):
    runs = runs or (Run(text),)
    return Document(
        "monthly", "t", Masthead("", "", "", "", ""), (Paragraph("one", style, runs),),
        replace(ABOUT, language=language), figures or {}, month="2020-08", demo=frozenset(demo),
    )  # fmt: skip


def rules(text, **more):
    return [one.rule for one in briefing.lint(written(text, style="note", **more))]


FAULTS = [
    ("range", "fix", "1-8月产值"),
    ("range", "fix", "2018～2019年"),
    ("negative", "block", "产值增长−6.7%"),
    ("negative", "block", "产值负增长6.7%"),
    ("points", "block", "增速比7月加快1.7%"),
    ("points", "block", "占比提高1.5%"),
    ("points", "block", "降幅收窄4.7%"),
    ("per_cent", "warn", "同比增长1.7个百分点"),
    ("times", "block", "产值下降1.5倍"),
    ("times", "block", "利润减少了两倍"),
    ("year", "block", "20年8月产值"),
    ("year", "block", "2020年08月产值"),
    ("decimals", "warn", "产值1877.58亿元"),
    ("decimals", "warn", "产值1877亿元"),
    ("blank", "fix", "产值 增长"),
    ("blank", "fix", "产值增长,降幅收窄"),
    ("judgement", "warn", "增势强劲"),
    ("spelt", "block", "产值nan亿元"),
    ("spelt", "block", "同比增长None"),
    ("spelt", "block", "产值--亿元"),
    ("overlap", "block", "战略性新兴产业与高技术制造业产值合计2796.1亿元"),
]
CLEAN = [
    "1—8月，科学城实现主导产业规模1877.6亿元，同比增长2.3%，增速比1—7月加快1.6个百分点。",
    "先进制造下降6.7%，降幅比1—7月收窄1.6个百分点。",
    "新一代信息技术拉动主导产业增长2.8个百分点；先进制造下拉1.8个百分点。",
    "同比增长1.8倍。",
    "战略性新兴产业产值1373.3亿元，高技术制造业产值1422.8亿元，相互交叉，不可相加。",
    "高技术制造业产值1422.8亿元。四大主导产业合计1877.6亿元，战略性新兴产业另计。",
    "近10年来，2020年8月末，5G应用增长1.5%。",
    "占比升至65.5%，比上年同期提高1.0个百分点。",
    "工业增速回落至1.9%。",
]


@pytest.mark.parametrize(("rule", "action", "text"), FAULTS)
def test_a_planted_fault_is_found_with_its_action(rule, action, text):
    found = briefing.lint(written(text, style="note"))
    assert [(one.rule, one.action, one.where) for one in found] == [(rule, action, "one")]
    assert found[0].quote in text and found[0].text


@pytest.mark.parametrize("text", CLEAN)
def test_what_official_texts_write_passes(text):
    assert rules(text) == []


def test_every_rule_has_its_words_and_a_planted_fault():
    own = {"differs", "unknown", "demo"}  # tried below, with figures
    assert {rule for rule, _, _ in FAULTS} | own == set(RULES)
    assert all(f"briefing_lint_{rule}" in words() for rule in RULES)


def test_a_number_behind_which_no_figure_stands_is_for_a_person_to_check():
    found = briefing.lint(written("1—8月，签约项目70个（见图1），2020年9月15日发布。"))
    assert [(one.rule, one.action, one.quote) for one in found] == [("unknown", "warn", "70")]


def test_a_number_with_its_figure_is_known_and_one_that_was_changed_is_refused():
    known = written("", figures={"k": "70"}, runs=(Run("签约项目"), Run("70", "k"), Run("个。")))
    assert briefing.lint(known) == ()
    wrong = written("", figures={"k": "70"}, runs=(Run("签约项目"), Run("71", "k"), Run("个。")))
    assert [(one.rule, one.action, one.quote) for one in briefing.lint(wrong)] == [("differs", "block", "71")]


def test_a_demonstration_number_without_its_mark_is_refused():
    runs = (Run("签约项目"), Run("70", "k"), Run("个。"))
    assert [one.rule for one in briefing.lint(written("", figures={"k": "70"}, demo=["k"], runs=runs))] == ["demo"]
    marked = written("", figures={"k": "70"}, demo=["k"], runs=(*runs, Run("（演示）")))
    assert briefing.lint(marked) == ()


def test_the_rules_of_chinese_do_not_read_english_but_a_spelt_gap_is_found_there_too():
    assert rules("Growth in 1-8, up 1.5% in 08月", language="en") == []
    assert rules("Output was nan in Aug", language="en") == ["spelt"]


def test_what_can_be_set_right_by_rule_is_set_right_and_figures_are_not_touched():
    assert mend("1-8月 产值,增长") == "1—8月产值，增长"
    mended = briefing.mended(written("", figures={"k": "1-8"}, runs=(Run("1-8月 "), Run("1-8", "k"))))
    assert [run.text for run in mended.blocks[0].runs] == ["1—8月 ", "1-8"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_generated_documents_of_any_month_and_release_are_clean(home, language):
    shelf = releases.released()
    months = fetch(shelf[-1].folder, "industry/periods")["month"].tolist()
    asked = [(about.id, about.months[1]) for about in shelf]
    asked += [(shelf[-1].id, month) for month in (months[0], "2019-12", "2020-02", "2020-03")]
    for release, month in asked:
        for kind in (briefing.monthly, briefing.brief):
            assert briefing.lint(kind(release, month, language)) == (), (release, month, kind.__name__)


def test_a_pandas_gap_never_reaches_a_text(home):
    document = briefing.monthly(releases.current(), "2018-02")
    table = next(block for block in document.blocks if getattr(block, "key", "") == "subfields")
    assert table.frame["ytd_value"].isna().any()  # there is something missing to be told of
    assert pd.isna(table.frame["ytd_value"]).sum() == (table.frame["status"] == "suppressed").sum()
    assert not any("nan" in block.text for block in document.paragraphs)
