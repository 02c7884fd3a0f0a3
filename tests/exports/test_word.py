"""A briefing as a Word file: its parts, its marks, its charts. How it is set on pages: test_word_pages."""

import re
from dataclasses import replace
from io import BytesIO

import docx
import openpyxl
import pytest
from docx.enum.style import WD_STYLE_TYPE

from scicity.exports import word
from scicity.exports.document import Masthead, Run
from scicity.exports.word.styles import TYPES
from scicity.wording import say
from tests.exports.opened import W, body, found, lines, packed, parts, words
from tests.exports.sample_document import LINK, account, document, figure, industries, plots, table, without_plots
from tests.exports.sample_document import body as paragraph

OFFICIAL, DEMO = word.docx_bytes(document()), word.docx_bytes(document("demo"))
NOTICE = say("paper_demo_box")
# the schema's order, as far as we write it
PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "widowControl", "pBdr", "shd", "tabs", "autoSpaceDE", "autoSpaceDN", "spacing",
    "ind", "jc", "outlineLvl", "rPr", "sectPr",
)  # fmt: skip
RUN = ("rStyle", "rFonts", "b", "i", "color", "spacing", "kern", "sz", "szCs", "highlight", "lang")


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Name of the style and text of every paragraph outside tables."""
    names = {style.style_id: style.name for style in docx.Document(BytesIO(data)).styles}
    told = found(data, "/w:document/w:body/w:p")
    styles = [one.find(f"{W}pPr/{W}pStyle") for one in told]
    return [
        (names[style.get(f"{W}val")], words(one)) for one, style in zip(told, styles, strict=True) if style is not None
    ]


def in_style(data: bytes, name: str) -> list[str]:
    return [text for style, text in paragraphs(data) if style == name]


# -- the page -------------------------------------------------------------------------------------------------------


def test_the_page_is_a4_with_the_margins_of_the_standard():
    size, margins = found(OFFICIAL, "/w:document/w:body/w:sectPr/w:pgSz")[0], found(OFFICIAL, "//w:sectPr/w:pgMar")[-1]
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    # 37, 26, 35 and 28 mm; a millimetre has 56.7 twips
    assert [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == [
        "2098",
        "1474",
        "1984",
        "1587",
    ]


def test_no_grid_is_set_because_programs_read_it_differently():
    assert found(OFFICIAL, "//w:docGrid") == []


def test_a_wide_table_lies_on_its_side_with_its_head_at_the_binding():
    turned = found(OFFICIAL, "//w:sectPr[w:pgSz[@w:orient='landscape']]")
    assert len(turned) == 1
    margins = turned[0].find(f"{W}pgMar")
    # the upright page's left margin (28 mm) is on top
    assert [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == [
        "1587",
        "2098",
        "1474",
        "1984",
    ]


def test_every_style_of_ours_names_a_chinese_and_a_latin_type_and_no_theme():
    for style in found(OFFICIAL, "//w:style[w:qFormat][w:rPr/w:rFonts]", "word/styles.xml"):
        fonts = style.find(f"{W}rPr/{W}rFonts")
        if style.find(f"{W}name").get(f"{W}val") in TYPES:
            assert {fonts.get(f"{W}ascii"), fonts.get(f"{W}hAnsi")} == {"Times New Roman"}
            assert fonts.get(f"{W}eastAsia")
            assert [name for name in fonts.attrib if "Theme" in name] == []


def test_body_headings_and_title_have_the_types_and_sizes_of_the_standard():
    styles = docx.Document(BytesIO(OFFICIAL)).styles
    seen = {
        name: (styles[name].element.rPr.rFonts.get(f"{W}eastAsia"), styles[name].font.size.pt)
        for name in ("Title", "Heading 1", "Heading 2", "简报正文", "Caption")
    }
    assert seen == {
        "Title": ("方正小标宋简体", 22), "Heading 1": ("黑体", 16), "Heading 2": ("楷体_GB2312", 16),
        "简报正文": ("仿宋_GB2312", 16), "Caption": ("黑体", 12),
    }  # fmt: skip


def test_types_are_named_with_a_stand_in_and_none_is_embedded():
    assert [name for name in parts(OFFICIAL) if name.startswith("word/fonts/")] == []
    table = {
        font.get(f"{W}name"): font.find(f"{W}altName") for font in found(OFFICIAL, "//w:font", "word/fontTable.xml")
    }
    assert table["仿宋_GB2312"].get(f"{W}val") == "仿宋"


def test_elements_stand_in_the_order_of_the_schema():
    for part in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
        for tag, order in (("pPr", PARAGRAPH), ("rPr", RUN)):
            for traits in body(DEMO, part).iter(f"{W}{tag}"):
                names = [child.tag.removeprefix(W) for child in traits]
                if set(names) <= set(order):  # what python-docx brought along is its own
                    assert names == sorted(names, key=order.index)


def test_the_same_document_gives_the_same_bytes():
    assert word.docx_bytes(document("demo")) == DEMO


# -- head and imprint -----------------------------------------------------------------------------------------------


def test_what_gives_authority_is_a_blank_for_a_person():
    blanks = [words(one) for one in found(OFFICIAL, "//w:sdt[w:sdtPr/w:showingPlcHdr]")]
    assert say("paper_blank_name") in blanks
    assert say("paper_blank_issue") in blanks
    assert say("paper_blank_secrecy") in blanks
    assert any("签发" in line and "〔" in line for line in lines(OFFICIAL))
    assert [line[0] for line in lines(OFFICIAL) if line.endswith("〔由主办单位填写〕")] == ["\u3000"] * 3


@pytest.mark.parametrize("provenance", ["official", "demo"])
def test_a_basket_has_its_title_day_and_release_and_no_head_or_imprint_to_be_signed(provenance):
    made = document(provenance, kind="basket", masthead=Masthead("", "", "", "2020年9月20日", ""))
    made = replace(made, blocks=tuple(one for one in made.blocks if not hasattr(one, "runs")))
    data = word.docx_bytes(made)
    demo = [NOTICE] if provenance == "demo" else []
    assert lines(data)[: len(demo) + 2] == [*demo, made.title, "2020年9月20日　发布版本：20201015-01"]
    assert found(data, "//w:sdt") == []
    assert not [line for line in lines(data) if "〔" in line or "报：" in line or "签发" in line or "印发" in line]
    assert lines(data)[-1].endswith(LINK)


def test_a_given_head_is_printed_red_and_as_given():
    head = Masthead("科学城简报", "第9期（总第30期）", "综合处编", "2020年9月20日", "征求意见稿")
    data = word.docx_bytes(document(masthead=head))
    assert in_style(data, "简报报头") == ["科学城简报"]
    assert "〔征求意见稿〕" in lines(data)
    assert any("综合处编" in line and "2020年9月20日" in line for line in lines(data))
    colour = docx.Document(BytesIO(data)).styles["简报报头"].font.color.rgb
    assert str(colour) == "FF0000"


def test_a_draft_says_so():
    assert lines(OFFICIAL)[0] == "〔初稿〕"


def test_page_numbers_stand_outside_right_on_odd_and_left_on_even_pages():
    assert found(OFFICIAL, "//w:evenAndOddHeaders", "word/settings.xml")
    sides = {
        words(footer).replace(" ", ""): (
            footer.find(f".//{W}jc").get(f"{W}val"),
            dict(footer.find(f".//{W}ind").attrib),
        )
        for footer in (body(OFFICIAL, f"word/footer{number}.xml") for number in (1, 2))
    }
    assert list(sides) == ["——"]
    told = {body(OFFICIAL, f"word/footer{number}.xml").find(f".//{W}jc").get(f"{W}val") for number in (1, 2)}
    assert told == {"right", "left"}


# -- text -----------------------------------------------------------------------------------------------------------


def test_every_paragraph_of_the_text_is_in_a_control_with_its_key():
    tags = [tag.get(f"{W}val") for tag in found(OFFICIAL, "//w:sdtPr/w:tag")]
    assert [tag for tag in tags if not tag.startswith("~")] == [one.key for one in document().paragraphs]


def test_figures_and_tables_are_numbered_and_named_in_the_text():
    text = "\n".join(lines(OFFICIAL))
    assert "（见图1）" in text
    assert "，见附表1。" in text
    assert "{" not in text


def test_what_has_changed_and_what_is_to_be_reviewed_is_highlighted():
    marked = [words(one) for one in found(OFFICIAL, "//w:r[w:rPr/w:highlight[@w:val='yellow']]")]
    assert marked == ["，增长4.7%", "【待复核】"]
    assert "待复核" in words(body(OFFICIAL, "word/comments.xml"))


def test_a_document_without_changes_has_no_comment():
    plain = word.docx_bytes(document(blocks=(paragraph("a", "一。"),)))
    assert "word/comments.xml" not in parts(plain)


def test_a_key_longer_than_words_tags_is_refused():
    with pytest.raises(ValueError, match="more than 64 characters"):
        word.docx_bytes(document(blocks=(paragraph("x" * 65, "一。"),)))


def test_signs_that_xml_refuses_are_left_out():
    data = word.docx_bytes(document(blocks=(paragraph("a", Run("甲\x00\x0b乙\u202e丙")),)))
    assert "甲乙丙" in lines(data)


# -- figures and tables ---------------------------------------------------------------------------------------------


def test_a_figure_is_a_chart_whose_workbook_holds_the_plotted_numbers():
    held = parts(OFFICIAL)
    books = [name for name in held if name.startswith("word/embeddings/")]
    assert len(books) == 2
    sheets = [openpyxl.load_workbook(BytesIO(held[name])).active for name in books]
    columns = {
        cells[0].value: tuple(cell.value for cell in cells[1:])
        for sheet in sheets
        for cells in sheet.iter_cols(min_col=2)
    }
    wanted = {series.name: series.values for plot in plots() for series in plot.series}
    assert columns == wanted


def test_a_figure_is_as_wide_as_the_text_and_at_most_95_millimetres_high():
    sizes = [(int(one.get("cx")), int(one.get("cy"))) for one in found(OFFICIAL, "//wp:inline/wp:extent")]
    charts, (picture, code) = sizes[:2], sizes[2:]
    assert {wide for wide, _ in (*charts, picture)} == {156 * 36_000}
    assert sum(high for _, high in charts) <= 95 * 36_000
    assert picture[1] <= 95 * 36_000
    assert code == (24 * 36_000, 24 * 36_000)


def test_more_than_two_charts_stand_two_a_row_on_one_page():
    for count, rows, high_mm in ((3, 2, 47.5), (4, 2, 47.5), (10, 5, 38.0)):
        drawn = replace(figure(), plots=tuple(replace(plots()[0], name=f"第{n}") for n in range(count)))
        data = word.docx_bytes(document(blocks=(drawn,), link="", figures={}))
        standing = found(data, "//w:p[.//wp:inline]")
        assert [len(one.findall(f"{W}r")) for one in standing] == [2] * (count // 2) + [1] * (count % 2)
        assert len(standing) == rows
        sizes = {(int(one.get("cx")), int(one.get("cy"))) for one in found(data, "//wp:inline/wp:extent")}
        assert sizes == {(78 * 36_000, round(high_mm * 36_000))}
        assert word.compared(document(blocks=(drawn,), figures={}), data)[1] == ()
        assert found(data, "//wp:docPr")[1].get("descr") == f"第1　{drawn.alt}"


def test_every_drawing_has_its_alternative_text():
    told = [one.get("descr") for one in found(OFFICIAL, "//wp:docPr")]
    assert told[:3] == [figure().alt] * 3
    assert LINK in told[3]
    assert len(told) == 4


def test_a_figure_has_its_caption_with_unit_and_its_source_below():
    told = paragraphs(OFFICIAL)
    at = next(place for place, (_, text) in enumerate(told) if text.startswith("图1"))
    assert told[at] == ("Caption", "图1\u30002020年1—8月主导产业月度规模与同比（单位：亿元、%）")
    assert told[at - 1][0] == "简报图"
    assert told[at + 1] == ("简报资料来源", "注：1—2月按两月合计，图中为月均数。")
    assert told[at + 2] == ("简报资料来源", "资料来源：园区统计报表；数据截至2020-10-15；版本20201015-01。")


def test_a_figure_that_cannot_be_drawn_is_printed_as_its_table():
    data = word.docx_bytes(without_plots(document()))
    assert [name for name in parts(data) if "charts" in name or name.endswith("image2.png")] == []
    assert len(found(data, "//w:tbl")) == 4


def test_an_annexed_table_has_three_rules_its_head_on_every_page_and_its_unit_above():
    made = found(OFFICIAL, "//w:tbl")[0]
    sides = {one.tag.removeprefix(W): one.get(f"{W}val") for one in made.find(f"{W}tblPr/{W}tblBorders")}
    assert sides == {
        "top": "single",
        "left": "nil",
        "bottom": "single",
        "right": "nil",
        "insideH": "nil",
        "insideV": "nil",
    }
    rows = made.findall(f"{W}tr")
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert [words(cell) for cell in rows[1].iter(f"{W}tc")] == ["四大主导产业", "1620.3", "1.9", "+1.9"]
    assert [words(cell) for cell in rows[3].iter(f"{W}tc")] == ["\u3000集成电路", "--", "--", "--"]
    assert in_style(OFFICIAL, "简报单位") == ["单位：亿元、%"] * 2
    assert in_style(OFFICIAL, "Caption")[2:] == ["附表1\u3000主导产业规模及增速", "附表2\u3000主导产业各月规模"]


def test_a_cell_that_looks_like_a_formula_is_text():
    frame = industries().assign(item_name=["=1+1", "+1", "@a", "-1", "甲"])
    data = word.docx_bytes(document(blocks=(table(frame=frame),)))
    assert [words(row.find(f"{W}tc")) for row in found(data, "//w:tr")][1] == "=1+1"
    assert found(data, "//w:instrText | //w:fldSimple") == []


# -- marks ----------------------------------------------------------------------------------------------------------


def test_a_demonstration_is_marked_on_the_first_page_and_at_each_figure_and_table():
    assert lines(DEMO)[1] == NOTICE
    captions = in_style(DEMO, "Caption")
    assert len(captions) == 4
    assert all("（演示）" in caption for caption in captions)


def test_one_demonstration_row_is_enough_whatever_the_document_says():
    one = industries()
    one.loc[4, "provenance"] = "demo"
    blocks = (figure(frame=one), table())
    data = word.docx_bytes(document(blocks=blocks))
    assert NOTICE in lines(data)
    assert [caption.count("（演示）") for caption in in_style(data, "Caption")] == [1, 0]


def test_official_data_bear_no_mark():
    assert "演示" not in "".join(lines(OFFICIAL))


def test_the_file_says_what_it_is():
    core = docx.Document(BytesIO(DEMO)).core_properties
    assert (core.title, core.subject, core.keywords) == ("1—8月科学城主导产业运行情况", "2020年1—8月", "科学城全域")
    assert core.comments.startswith(say("file_demo_notice"))
    custom = dict(re.findall(r'name="(\w+)" pid="\d+"><vt:lpwstr>(.*?)<', parts(DEMO)["docProps/custom.xml"].decode()))
    assert {
        "kind": "monthly",
        "month": "2020-08",
        "release": "20201015-01",
        "provenance": "demo",
    }.items() <= custom.items()


def test_an_english_briefing_is_english():
    head = document(about=account(language="en", provenance="demo"))
    english = replace(head, blocks=(figure(about=account(language="en", provenance="demo"), title="Output by month"),))
    text = lines(word.docx_bytes(english))
    assert any(line.startswith("Figure 1  Output by month (demonstration)") for line in text)
    assert say("paper_demo_box", "en") in text


# -- a unit's own template ------------------------------------------------------------------------------------------


def template() -> bytes:
    made = docx.Document()
    made.add_paragraph("示例文字")
    style = made.styles.add_style("简报正文", WD_STYLE_TYPE.PARAGRAPH)
    style.font.name = "Arial"
    made.sections[0].header.paragraphs[0].text = "某某单位"
    made.sections[0].left_margin = docx.shared.Mm(30)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_template_lends_its_styles_margins_and_header_and_not_its_text():
    data = word.docx_bytes(document(), template())
    made = docx.Document(BytesIO(data))
    assert made.styles["简报正文"].font.name == "Arial"
    assert made.sections[-1].left_margin.mm == pytest.approx(30, abs=0.1)
    assert made.sections[0].header.paragraphs[0].text == "某某单位"
    assert "示例文字" not in lines(data)
    assert "简报摘要" in [style.name for style in made.styles]
    assert word.read(data).written == word.read(OFFICIAL).written


def test_last_months_briefing_as_template_leaves_nothing_of_last_month():
    september = document(month="2020-09", blocks=(paragraph("only", "一段。"),))
    data = word.docx_bytes(september, OFFICIAL)
    read = word.read(data)
    assert (read.month, list(read.written)) == ("2020-09", ["only"])
    names = re.findall(r' name="(\w+)"', parts(data)["docProps/custom.xml"].decode())
    assert len({name.lower() for name in names}) == len(names)
    assert [block.text for block in read.blocks] == ["一段。"]
    assert [name for name in parts(data) if re.search("chart|comment|embed", name)] == []


@pytest.mark.parametrize("broken", [b"", b"no zip at all", OFFICIAL[:5000]])
def test_a_template_that_cannot_be_read_is_named(broken):
    with pytest.raises(ValueError, match="template is no Word document"):
        word.docx_bytes(document(), broken)


# -- its numbers ----------------------------------------------------------------------------------------------------


def test_every_number_is_found_again():
    # 5 figures in the text; 5 rows of 3 numbers less 3 suppressed; 5 rows of 12 less 12; charts of 7 months: 7 + 6 + 7
    assert word.compared(document(), OFFICIAL) == (5 + 12 + 48 + 20, ())


@pytest.mark.parametrize(
    ("part", "before", "after", "place"),
    [
        ("word/document.xml", ">1620.3亿元<", ">1620.4亿元<", "industry|leading|ALL|2020-08|ytd|value"),
        ("word/document.xml", ">398.2<", ">389.2<", "leading 4/2"),
        ("word/charts/chart", "<c:v>131.5</c:v>", "<c:v>313.5</c:v>", "monthly_scale 1 新一代信息技术/3"),
    ],
)
def test_one_changed_digit_is_found(part, before, after, place):
    held = parts(OFFICIAL)
    name = next(name for name in held if name.startswith(part) and before.encode() in held[name])
    held[name] = held[name].replace(before.encode(), after.encode(), 1)
    count, differences = word.compared(document(), packed(held))
    assert count == 85
    assert [text.split("：")[0] for text in differences] == [place]


def test_a_text_that_misquotes_the_release_differs_though_it_is_printed_faithfully():
    made = document(figures={**document().figures, "nit": "999.5亿元"})
    assert word.compared(made, word.docx_bytes(made))[1] == ("nit：文件中为999.4亿元，应为999.5亿元",)


def test_the_numbers_of_an_english_file_are_found_again_too():
    english = account(language="en")
    made = document(about=english, blocks=(table(about=english, title="Leading industries"),))
    assert word.compared(made, word.docx_bytes(made)) == (12, ())
