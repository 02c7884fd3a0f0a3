"""What stands around a plot: mark, words, chip, watermark; and what holds for every figure function."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from scicity.charts.anatomy import alt, on_page, whole
from scicity.charts.look import Caption, Look
from scicity.charts.text import width, wrapped
from scicity.charts.theme import sheet
from tests.charts.frames import (
    CHINESE,
    FIGURES,
    IN_FILES,
    LAYOUTS,
    ON_PAGE,
    bars,
    caption,
    drawn,
    notes,
    series,
    snapshot,
    strings,
)

NEEDED = {
    "monthly_scale": ("value_100m_yuan", "yoy_pct"),
    "contribution": ("contribution_pp", "increment_100m_yuan", "yoy_pct", "growth_share_pct"),
    "share": ("share_pct", "share_last_year_pct"),
    "small_multiples": ("yoy_pct",),
    "ranking": ("yoy_pct",),
    "trend": ("value_100m_yuan",),
    "growth": ("yoy_pct",),
    "same_month": ("value_100m_yuan",),
    "classes": ("classification", "value_100m_yuan"),
}


def _finished(name, look, provenance="official", frame_of="official"):
    draw, frame = FIGURES[name]
    finish = on_page if look.on_page else whole
    return finish(draw(frame.assign(provenance=frame_of), look), caption(look.language, provenance), look)


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt", "wall"])
@pytest.mark.parametrize("provenance", ["official", "press", "demo"])
@pytest.mark.parametrize("name", FIGURES)
def test_a_demo_frame_carries_its_marks_whatever_the_caption_says(name, provenance, layout):
    figure = _finished(name, Look(layout=layout), provenance, frame_of="demo")
    assert notes(figure, "watermark") == ["演示数据"]
    # on a page the chip is the page's
    assert notes(figure, "chip") == ([] if layout in ON_PAGE else ["演示数据 · 非真实统计"])
    assert figure.layout.meta["provenance"] == "demo"


def test_one_demo_row_marks_the_whole_figure():
    draw, frame = FIGURES["monthly_scale"]
    mixed = frame.assign(provenance=["demo"] + ["official"] * (len(frame) - 1))
    assert notes(on_page(draw(mixed, Look()), caption(), Look()), "watermark")


@pytest.mark.parametrize("layout", ["screen", "ppt"])
def test_a_demo_caption_marks_an_official_frame_too(layout):
    assert notes(_finished("trend", Look(layout=layout), "demo"), "watermark") == ["演示数据"]


@pytest.mark.parametrize("layout", ["screen", "ppt"])
@pytest.mark.parametrize(("provenance", "chip"), [("official", []), ("press", ["公开报道"])])
def test_press_and_official_figures_have_no_watermark(provenance, chip, layout):
    figure = _finished("trend", Look(layout=layout), provenance, frame_of=provenance)
    assert notes(figure, "watermark") == []
    assert notes(figure, "chip") == (chip if layout == "ppt" else [])
    assert "演示" not in " ".join(strings(figure))


@pytest.mark.parametrize("layout", ON_PAGE)
def test_a_file_is_not_made_from_a_layout_of_a_page(layout):
    look = Look(layout=layout)
    with pytest.raises(ValueError, match=f"'{layout}' is for a page"):
        whole(drawn("trend", look), caption(), look)


def test_the_body_of_a_slide_leaves_headline_and_house_mark_to_the_slide_but_keeps_its_chip():
    figure = _finished("trend", Look(layout="ppt_body"), "press", frame_of="press")
    assert [shape for shape in figure.layout.shapes if shape.name == "house mark"] == []
    words = "".join(notes(figure)).replace("<br>", "")
    assert (caption().headline in words, caption().subline in words) == (False, True)
    assert notes(figure, "chip") == ["公开报道"]


@pytest.mark.parametrize("layout", [layout for layout in IN_FILES if layout != "ppt_body"])
def test_a_files_figure_has_house_mark_headline_subline_and_notes(layout):
    figure = _finished("share", Look(layout=layout))
    (mark,) = [shape for shape in figure.layout.shapes if shape.name == "house mark"]
    assert (mark.x1 - mark.x0, mark.y0 - mark.y1) == (44, 7)
    words = "".join(notes(figure)).replace("<br>", "")
    told = caption()
    for text in (told.headline, told.subline, *told.notes):
        assert text in words


def test_over_a_caption_the_picture_has_no_headline_but_its_subline_its_notes_and_its_mark():
    look, told = Look(layout="a4"), caption(provenance="demo")
    with_one, without = (whole(drawn("share", look), told, look, headline) for headline in (True, False))
    words = "".join(notes(without)).replace("<br>", "")
    assert told.headline not in words
    assert all(text in words for text in (told.subline, *told.notes))
    assert (notes(without, "watermark"), notes(without, "chip")) == (["演示数据"], ["演示数据 · 非真实统计"])
    assert without.layout.margin.t < with_one.layout.margin.t


def test_a_long_subline_without_headline_ends_before_the_chip():
    look, told = Look(layout="a4"), caption(provenance="demo")
    long = Caption(told.headline, "科学城全域主导产业规模（亿元）" * 5, told.notes, "demo")
    made = whole(drawn("share", look), long, look, headline=False)
    lines = next(text for text in notes(made) if long.subline[:5] in text).split("<br>")
    sizes, chip = sheet(look), width("演示数据 · 非真实统计", sheet(look).small)
    assert max(width(line, sizes.sub) for line in lines) <= sizes.width - 2 * sizes.pad - chip


@pytest.mark.parametrize(("layout", "size"), [("ppt", (1280, 720)), ("wall", (1920, 1080))])
@pytest.mark.parametrize("name", FIGURES)
def test_slides_keep_their_size(name, layout, size):
    figure = _finished(name, Look(layout=layout))
    assert (figure.layout.width, figure.layout.height) == size


@pytest.mark.parametrize("layout", ["screen", "ppt"])
def test_finishing_leaves_the_plain_figure_as_it_was(layout):
    look = Look(layout=layout)
    plain = drawn("monthly_scale", look)
    before = plain.to_json()
    (on_page if look.on_page else whole)(plain, caption(provenance="demo"), look)
    assert plain.to_json() == before


def test_words_of_a_caption_cannot_carry_markup():
    told = Caption('<a href="x">增长</a>3.0%', "<i>规模</i>", ("<b>口径</b>",), "official")
    texts = " ".join(
        note.text for note in whole(drawn("trend", Look(layout="ppt")), told, Look(layout="ppt")).layout.annotations
    )
    assert "&lt;a href" in texts and "&lt;i&gt;" in texts and "&lt;b&gt;口径" in texts
    assert "<a " not in texts and "<i>" not in texts


@pytest.mark.parametrize("name", ["ranking", "trend", "growth"])
def test_an_item_of_a_frame_cannot_carry_markup(name):
    item = '<a href="x">X</a>'
    frame = snapshot({"item": item, "yoy_pct": 1.0, "value_100m_yuan": 2.0})
    figure = FIGURES[name][0](frame, Look())
    assert not any("<a " in text for text in strings(figure))
    assert any('&lt;a href="x"&gt;X' in text for text in strings(figure))


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt"])
@pytest.mark.parametrize("name", FIGURES)
def test_an_empty_frame_gives_a_figure_that_says_so(name, layout):
    draw, frame = FIGURES[name]
    for language, words in (("zh", "所选条件下没有数据"), ("en", "No data for this choice")):
        look = Look(language, layout=layout)
        figure = draw(frame.iloc[:0], look)
        assert words in notes(figure) and len(figure.data) == 0
        (on_page if look.on_page else whole)(figure, caption(language), look)


@pytest.mark.parametrize(("name", "column"), [(name, one) for name, all_ in NEEDED.items() for one in (*all_, "item")])
def test_a_missing_column_is_an_error_that_names_it(name, column):
    draw, frame = FIGURES[name]
    with pytest.raises(KeyError, match=f"has no {column}"):
        draw(frame.drop(columns=column), Look())


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt"])
@pytest.mark.parametrize("name", FIGURES)
def test_drawing_leaves_the_frame_as_it_was(name, layout):
    draw, frame = FIGURES[name]
    before = frame.copy(deep=True)
    draw(frame, Look(layout=layout))
    pd.testing.assert_frame_equal(frame, before)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FIGURES)
def test_an_english_figure_holds_no_chinese(name, layout):
    for unit in ("100m_yuan", "10k_yuan"):
        figure = _finished(name, Look("en", layout=layout, unit=unit), frame_of="demo")
        assert [text for text in strings(figure) if CHINESE.search(text)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FIGURES)
def test_no_figure_prints_what_a_machine_calls_missing(name, layout):
    words = " ".join(notes(_finished(name, Look(layout=layout))))
    assert not [word for word in ("nan", "None", "NaT", "+0.0", "−0.0") if word in words]


# 355.8 in 100 million yuan are 3 558 000 in 10 000; 30 more are 300 000
@pytest.mark.parametrize(
    ("name", "kind", "printed"),
    [("monthly_scale", "total", "3,558,000"), ("trend", "end", "四大主导产业 1,820,000"),
     ("classes", "value", "10,300,000"), ("contribution", None, "+300,000")],
)  # fmt: skip
def test_ten_thousand_yuan_have_no_decimals(name, kind, printed):
    found = notes(drawn(name, Look(layout="ppt", unit="10k_yuan")), kind)
    assert printed in found
    assert not [text for text in found if "00." in text and "%" not in text and text != "100.0"]


def test_ten_thousand_yuan_are_named_on_the_axis():
    assert "当月规模，万元" in notes(drawn("monthly_scale", Look(unit="10k_yuan")))
    assert "当月规模，亿元" in notes(drawn("monthly_scale", Look()))


@pytest.mark.parametrize("name", FIGURES)
def test_a_description_has_at_most_120_signs_and_keeps_the_finding(name):
    long = Caption("规模增长3.0%。", "很长的说明，" * 40, (), "demo")
    text = alt(long, name)
    assert len(text) == 120 and text.endswith("…")
    assert text.startswith("演示数据，") and "规模增长3.0%。很长" in text
    assert len(alt(caption("en"), name, "en")) <= 120 and not CHINESE.search(alt(caption("en"), name, "en"))


# 8 em of 10 px each hold eight Chinese signs; "1422.8亿元" is a number with its unit
def test_a_line_never_breaks_inside_a_number():
    lines = wrapped("高技术制造业产值1422.8亿元下降6.7%", 80, 10)
    assert len(lines) > 1 and any("1422.8亿元" in line for line in lines) and any("6.7%" in line for line in lines)


def test_a_series_with_a_hole_of_status_only_is_still_a_figure():
    frame = series(("ALL", "2020-08", "pending"), ("NIT", "2020-08", "pending"))
    figure = FIGURES["monthly_scale"][0](frame, Look())
    assert bars(figure)[0].y == (None,) and notes(figure, "slot") == ["待<br>发<br>布"]


@pytest.mark.parametrize("name", FIGURES)
def test_plotly_finds_nothing_wrong_in_words_it_was_not_asked_to_check(name):
    figure = _finished(name, Look(layout="ppt"))
    checked = go.Figure(figure.to_dict())  # raises ValueError for a key or a value it does not know
    assert len(checked.layout.annotations) == len(figure.layout.annotations)
    spoilt = figure.to_dict()
    spoilt["layout"]["annotations"][0]["xanchor"] = "nowhere"
    with pytest.raises(ValueError, match="nowhere"):
        go.Figure(spoilt)
