"""Sentences on upgrading: each kind with its own unit, nothing added, nothing divided."""

import pandas as pd

from scicity import narrative

NAMES = {"retrofit": "智能化改造", "recognised": "数字化车间和智能工厂认定"}


def counter(kind, ytd, new, indicator="enterprises"):
    return {"classification": kind, "indicator": indicator, "name_zh": NAMES[kind], "name_en": kind.title(),
            "period": "2020-09", "new_count": new, "ytd_count": ytd, "unit": "家", "status": "preliminary",
            "provenance": "demo"}  # fmt: skip


def monthly(kind, count, period="2020-09", span="month", indicator="enterprises", **more):
    return {"classification": kind, "indicator": indicator, "name_zh": NAMES[kind], "name_en": kind.title(),
            "period": period, "span": span, "entries_count": count, "status": "preliminary", "provenance": "demo",
            **more}  # fmt: skip


def test_the_headline_gives_each_kind_its_own_unit():
    rows = pd.DataFrame([counter("retrofit", 52, 8), counter("recognised", 8, 2, "projects")])
    assert narrative.upgrading_headline(rows) == "1—9月智能化改造52家，数字化车间和智能工厂认定8个"
    assert narrative.upgrading_headline(rows, "en") == "In Jan–Sep: firms retrofitted 52, smart workshops 8"


def test_a_card_tells_year_month_and_what_the_press_printed():
    card = narrative.upgrading_card(counter("retrofit", 52, 8), "公开报道：2020年52家（重庆日报）")
    assert (card.label, card.value, card.unit) == ("智能化改造，1—9月", "52", "家")
    assert card.change == "9月新增8家"
    assert card.note == "公开报道：2020年52家（重庆日报）"
    assert card.is_demo


def test_months_tell_the_newest_and_explain_the_merged_observation():
    told = narrative.upgrading_months(pd.DataFrame([monthly("retrofit", 3, "2020-02"), monthly("retrofit", 8)]))
    assert told.headline == "9月智能化改造新增8家"
    assert any("1—2月合并登记" in note for note in told.notes)
    ytd = narrative.upgrading_months(pd.DataFrame([monthly("retrofit", 52, span="ytd")]))
    assert ytd.headline == "1—9月智能化改造累计52家"
    assert not any("1—2月合并登记" in note for note in ytd.notes)


def test_the_sub_field_with_most_entries_is_named_and_ties_are_told_together():
    fields = [("集成电路", 2), ("大数据", 2), ("人工智能", 1)]
    rows = [monthly("retrofit", count, item=name, item_name_zh=name, item_name_en=name) for name, count in fields]
    assert narrative.upgrading_fields(pd.DataFrame(rows)).headline == "智能化改造以集成电路、大数据居多（各2家）"
    assert narrative.upgrading_fields(pd.DataFrame(rows[1:])).headline == "智能化改造以大数据居多（2家）"


def test_no_entries_and_no_ledger_are_said_in_words():
    row = monthly("retrofit", 0, item="NIT-IC", item_name_zh="集成电路", item_name_en="Integrated circuits")
    assert narrative.upgrading_fields(pd.DataFrame([row])).headline == "所选时期没有登记"
    assert narrative.upgrading_headline(pd.DataFrame()) == "企业提升台账尚无记录"
