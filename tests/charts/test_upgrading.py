"""Panels of counts: one a kind, own scale, zeros told, 1—2月 two months wide."""

import pandas as pd
import pytest

from scicity.charts.anatomy import on_page, whole
from scicity.charts.look import Caption, Look
from scicity.charts.theme import palette
from scicity.charts.upgrading import upgrading_fields, upgrading_months

CAPTION = Caption("标题", "副题", (), "demo")
KINDS = {"retrofit": ("智能化改造", "enterprises"), "recognised": ("数字化车间和智能工厂认定", "projects")}


def counts(kind, values, periods=("2020-02", "2020-03"), span="month"):
    name, indicator = KINDS[kind]
    return [{"classification": kind, "indicator": indicator, "name_zh": name, "name_en": kind, "period": period,
             "span": span, "entries_count": value, "status": "preliminary", "provenance": "demo"}
            for period, value in zip(periods, values, strict=True)]  # fmt: skip


def fields(kind, values):
    named = (("NIT-IC", "集成电路"), ("AM-ROB", "智能机器人"), ("OTH", "其他"))
    rows = counts(kind, values, periods=["2020-09"] * 3)
    return [{**row, "item": item, "item_name_zh": name, "item_name_en": item, "parent": ""}
            for row, (item, name) in zip(rows, named, strict=True)]  # fmt: skip


def said(figure):
    return [note.text for note in figure.layout.annotations]


def test_each_kind_is_a_panel_with_its_own_unit_and_its_own_scale():
    figure = on_page(upgrading_months(pd.DataFrame(counts("retrofit", (3, 8)) + counts("recognised", (0, 1))), Look()),
                     CAPTION, Look())  # fmt: skip
    assert len(figure.data) == 2
    text = " ".join(said(figure))
    assert "智能化改造（家）" in text and "数字化车间和智能工厂认定（个）" in text
    assert figure.layout.yaxis.range[1] > figure.layout.yaxis2.range[1]


def test_january_and_february_are_two_months_wide_at_their_average_and_labelled_with_their_sum():
    figure = on_page(upgrading_months(pd.DataFrame(counts("retrofit", (3, 8))), Look()), CAPTION, Look())
    assert list(figure.data[0].y) == [1.5, 8]  # 3 in two months
    assert figure.data[0].width[0] == pytest.approx(figure.data[0].width[1] + 1)
    assert "3" in said(figure)


def test_a_year_to_date_is_one_column_at_its_full_height():
    figure = upgrading_months(pd.DataFrame(counts("retrofit", (3, 11), span="ytd")), Look())
    assert list(figure.data[0].y) == [3, 11]


def test_a_sub_field_without_entries_stays_and_tells_its_zero():
    figure = on_page(upgrading_fields(pd.DataFrame(fields("retrofit", (2, 0, 1))), Look()), CAPTION, Look())
    assert list(figure.data[0].x) == [2, 0, 1]
    assert "0" in said(figure)


def test_colour_is_the_industry_and_grey_is_all_else():
    figure = upgrading_fields(pd.DataFrame(fields("retrofit", (2, 1, 1))), Look())
    hues = palette("light").hues
    assert list(figure.data[0].marker.color) == [hues["NIT"].fill, hues["AM"].fill, hues["OTH"].fill]


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt", "a4", "wechat"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_layout_keeps_panels_on_the_sheet_and_the_demonstration_mark(layout, mode):
    look = Look(layout=layout, mode=mode)
    for draw, rows in ((upgrading_months, counts), (upgrading_fields, fields)):
        values = (1, 2) if rows is counts else (1, 2, 3)
        figure = draw(pd.DataFrame([*rows("retrofit", values), *rows("recognised", values)]), look)
        done = on_page(figure, CAPTION, look) if look.on_page else whole(figure, CAPTION, look)
        assert any(note.name == "watermark" for note in done.layout.annotations)
        assert all(0 <= end <= 1 for axis in (done.layout.yaxis, done.layout.yaxis2) for end in axis.domain)


def test_no_ledger_says_so_and_a_missing_column_is_named():
    empty = pd.DataFrame(counts("retrofit", (1, 2))).iloc[:0]
    assert "所选条件下没有数据" in said(on_page(upgrading_months(empty, Look()), CAPTION, Look()))
    with pytest.raises(KeyError, match="entries_count"):
        upgrading_months(empty.drop(columns="entries_count"), Look())
    with pytest.raises(KeyError, match="item"):
        upgrading_fields(empty, Look())
