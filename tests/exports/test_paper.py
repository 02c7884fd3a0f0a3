"""The PDF of a document: the same words and numbers as in Word, on A4, whatever types this machine has."""

import re
import shutil
import subprocess
import time
import zlib
from dataclasses import replace

import pytest
import typst

from scicity.exports import a4, paper, paper_fonts
from scicity.exports.document import FigureBlock, Run
from scicity.exports.paper_svg import as_png
from scicity.exports.paper_text import text
from scicity.wording import say
from tests.exports.opened import set_lines
from tests.exports.sample_document import LINK, SVG, account, body, document, figure, table


def drawn(provenance="official", **changed):
    """The sample with every figure drawn."""
    made = document(provenance, **changed)
    blocks = tuple(replace(one, svg=SVG) if isinstance(one, FigureBlock) else one for one in made.blocks)
    return replace(made, blocks=blocks)


@pytest.fixture(scope="module")
def official():
    return paper.pdf_bytes(drawn())


@pytest.fixture(scope="module")
def demo():
    return paper.pdf_bytes(drawn("demo"))


def pages(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in millimetres."""
    boxes = re.findall(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(wide) / 72 * 25.4, float(high) / 72 * 25.4) for wide, high in boxes]


def streams(pdf: bytes) -> list[bytes]:
    return re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.S)


# -- the page -------------------------------------------------------------------------------------------------------


def test_every_page_is_a4_and_only_a_wide_table_lies_on_its_side(official):
    sizes = {(round(wide), round(high)) for wide, high in pages(official)}
    assert sizes == {(210, 297), (297, 210)}
    assert [round(wide) for wide, _ in pages(official)].count(297) == 1


def test_types_are_subset_and_the_file_is_small(official):
    names = re.findall(rb"/BaseFont/(\S+?)[/\s>]", official)
    assert names
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert len(official) < 600_000


def test_the_words_can_be_searched_in_reading_order(official):
    said, at = text(official), 0
    wanted = [
        "1—8月科学城主导产业运行情况", "一、总体情况", "（见图1）",
        "图1\u30002020年1—8月主导产业月度规模与同比（单位：亿元、%）", "【待复核】上月提出的用工问题仍未解决。",
        "附表1\u3000主导产业规模及增速", "四大主导产业1620.31.9+1.9", "注：“--”表示不予公布",
        "资料来源：园区统计报表；数据截至2020-10-15；版本20201015-01。", LINK, "印发",
    ]  # fmt: skip
    for one in wanted:
        at = said.index(one, at) + len(one)


@pytest.mark.parametrize("provenance", ["official", "demo"])
def test_a_basket_has_its_title_day_and_release_and_no_head_or_imprint_to_be_signed(provenance):
    made = drawn(provenance, kind="basket", masthead=replace(document().masthead, day="2020年9月20日"))
    said = text(paper.pdf_bytes(replace(made, blocks=made.blocks[3:4])))
    assert (
        said.index(made.title) < said.index("2020年9月20日") < said.index("发布版本：20201015-01") < said.index("图1")
    )
    assert said.startswith(say("paper_demo_box")) == (provenance == "demo")
    assert not [sign for sign in ("〔", "签发", "报：", "印发", "初稿") if sign in said]


def test_words_in_a_figure_can_be_searched_too(official):
    assert "新一代信息技术 999.4" in text(official)


def test_a_figure_without_picture_is_printed_as_its_table():
    said = text(paper.pdf_bytes(document(blocks=(figure(),))))
    assert "图1\u30002020年1—8月主导产业月度规模与同比" in said
    assert "四大主导产业1620.31.9+1.9" in said


def test_a_long_table_repeats_its_head_under_a_word_that_it_goes_on():
    long = table(rows=16, annex=False)
    repeated = streams(paper.pdf_bytes(document(blocks=(long,))))
    assert len(pages(paper.pdf_bytes(document(blocks=(long,))))) > 2
    # what is repeated is marked as such and is no part of the text: three pages have it, the first the head itself
    assert sum(b"/Artifact" in zlib.decompressobj().decompress(one) for one in repeated if one[:1] == b"x") >= 3


@pytest.mark.slow
def test_a_reader_of_another_make_finds_the_same_words_and_places(tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed: apt-get install poppler-utils")
    long = table(rows=16, annex=False)
    path = tmp_path / "long.pdf"
    path.write_bytes(paper.pdf_bytes(document(blocks=(long,))))
    asked = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, encoding="utf-8")
    first, *later = [page for page in asked.stdout.split("\f") if "先进制造" in page]
    assert "续表" not in first
    assert len(later) >= 2
    assert all("续表" in page and "同比%" in page for page in later)


@pytest.mark.slow
def test_lines_stand_as_in_word(tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed: apt-get install poppler-utils")
    running = "西部科学城主导产业发展情况良好各项指标稳步提升" * 11
    made = paper.pdf_bytes(document(blocks=tuple(body(f"text/{at}", running) for at in range(6)), link=""))
    inner = [line for line in set_lines(made, tmp_path)[1] if "—" not in line[0]]
    assert len(inner) == 22
    assert {len(text) for text, left, *_ in inner if left < 29 and len(text) > 25} == {28}
    assert min(left for _, left, *_ in inner) == pytest.approx(28, abs=1)
    assert max(right for *_, right, _ in inner) == pytest.approx(184, abs=1)


# -- what goes in is data -------------------------------------------------------------------------------------------


def test_text_is_never_code():
    wild = '#panic("x") *a* _b_ $1$ [c] \\ @d <e> // f `g` = h'
    said = text(paper.pdf_bytes(document(blocks=(body("a", Run(wild)), table(title=wild)))))
    assert said.count(wild) == 2


def test_a_broken_picture_is_refused_in_one_sentence():
    with pytest.raises(ValueError, match="The page could not be set"):
        paper.pdf_bytes(document(blocks=(figure(svg=b"<svg"),)))


def test_a_picture_for_programs_without_vectors_has_300_dots_an_inch():
    png = as_png(SVG, 156)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == pytest.approx(156 / 25.4 * 300, abs=2)


# -- types ----------------------------------------------------------------------------------------------------------


def test_without_a_chinese_type_no_pdf_is_made_and_the_remedy_is_named():
    bare = typst.Fonts(include_system_fonts=False)
    with pytest.raises(paper.NoFonts) as refused:
        paper_fonts.chosen(bare)
    assert "fonts-noto-cjk" in refused.value.sentence("zh")
    assert str(paper_fonts.folder()) in refused.value.sentence("en")


def test_a_type_of_the_standard_is_preferred_and_a_stand_in_is_told():
    chosen = paper_fonts.chosen()
    for role, (standard, others) in paper_fonts.WANTED.items():
        assert chosen[role][0] in (*standard, *others)
        told = any(standard[0] in sentence for sentence in paper.substitutions())
        assert told == (chosen[role][0] not in standard)


# -- marks ----------------------------------------------------------------------------------------------------------


def test_a_demonstration_is_marked_on_the_first_page_at_each_figure_and_in_the_properties(demo):
    said = text(demo)
    assert said.index(say("paper_demo_box")) < 30
    assert said.count("（演示）") == 4
    assert say("file_demo_notice").encode("utf-16-be").hex() in demo.hex() or say("file_demo_notice").encode() in demo


def test_official_data_bear_no_mark(official):
    assert "演示" not in text(official)


def test_a_demonstration_cannot_be_passed_off_as_official():
    made = drawn("demo")
    said = text(paper.pdf_bytes(replace(made, about=account(provenance="official"))))
    assert say("paper_demo_box") in said


# -- one figure -----------------------------------------------------------------------------------------------------


def test_one_figure_has_its_title_its_account_and_its_mark():
    said = text(paper.figure_pdf(SVG, account(provenance="demo"), "主导产业规模", notes=("注：一。",)))
    assert say("paper_demo_box") in said
    assert "主导产业规模（演示）（单位：亿元、%）" in said
    assert "注：一。" in said
    assert "数据截至：2020-10-15" in said
    assert "发布版本：20201015-01" in said


# -- its numbers ----------------------------------------------------------------------------------------------------


def test_every_number_is_found_again(official):
    # 5 figures in the text and the tables' numbers: 12 and 48; the figures are pictures
    assert paper.compared(drawn(), official) == (5 + 12 + 48, ())


def test_one_other_digit_is_found(official):
    made = drawn(figures={**document().figures, "nit": "999.5亿元"})
    differences = paper.compared(made, official)[1]
    assert [one.split("：")[0] for one in differences] == ["industries/NIT/text"]
    other = drawn(blocks=(*drawn().blocks[:-2], table(frame=table().frame.assign(yoy_pct=9.9))))
    assert [one.split("：")[0] for one in paper.compared(other, official)[1]] == [
        f"leading {row}" for row in (1, 2, 4, 5)
    ]


def test_what_is_no_pdf_of_ours_has_no_words():
    assert text(b"") == ""
    assert text(b"%PDF-1.4 nothing here") == ""


def test_the_same_document_gives_the_same_bytes_and_the_second_time_at_once(official):
    started = time.perf_counter()
    assert paper.pdf_bytes(drawn()) == official
    assert time.perf_counter() - started < 2


# -- titles and heads that A4 asks for ------------------------------------------------------------------------------


def test_a_long_title_is_parted_into_two_lines_of_about_the_same_length():
    assert a4.balanced("1—8月科学城主导产业运行情况") == ("1—8月科学城主导产业运行情况",)
    parted = a4.balanced("2020年1—8月西部科学城主导产业和战略性新兴产业运行情况")
    assert "".join(parted) == "2020年1—8月西部科学城主导产业和战略性新兴产业运行情况"
    upper, lower = map(a4.width, parted)
    assert 0 <= upper - lower <= 4


def test_no_number_and_no_bracket_is_parted():
    first, second = a4.balanced("西部（重庆）科学城二〇二〇年工业总产值达到1620.3亿元同比增长1.9%有关情况")
    assert not (first[-1].isascii() and second[0].isascii())
    assert second[0] not in "，、）%"


def test_the_red_name_is_as_large_as_one_line_holds():
    assert a4.name_pt("科学城简报") == 36
    assert a4.name_pt("西部（重庆）科学城经济运行简报") == 29  # 15 characters on 442 pt


def test_no_english_word_is_parted_at_the_end_of_a_line():
    said = (
        "Output of advanced manufacturing came to RMB 35.3 bn, 1.5 percentage points less than in January to July. " * 4
    )
    made = document(about=account(language="en"), blocks=(body("a", said, Run("35.3", "b")),), figures={"b": "35.3"})
    assert paper.compared(made, paper.pdf_bytes(made)) == (1, ())
