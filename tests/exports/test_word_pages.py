"""How a Word briefing comes out on paper: set by LibreOffice, measured in millimetres. All in one conversion."""

import re
from itertools import pairwise

import pytest

from scicity.exports import word
from scicity.wording import say
from tests.exports.opened import office, set_lines
from tests.exports.sample_document import body, document, table

pytestmark = pytest.mark.slow

LINE_MM = 225 / 22
RUNNING = "西部科学城主导产业发展情况良好各项指标稳步提升"  # no sign that could hang over or be squeezed
FULL = (document(blocks=tuple(body(f"text/{at}", RUNNING * 11) for at in range(6))), "full.docx")
LONG = (document("demo", blocks=(body("a", "正文。"), table(rows=12, provenance="demo", annex=False))), "long.docx")
SAMPLE = (document("demo"), "sample.docx")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Lines of each page of the three documents."""
    folder = tmp_path_factory.mktemp("pages")
    made = office(folder, {name: word.docx_bytes(one) for one, name in (FULL, LONG, SAMPLE)})
    return {name.removesuffix(".docx"): set_lines(pdf, folder) for name, pdf in made.items()}


def number(text: str) -> bool:
    return re.fullmatch(r"—\d+—", text.replace(" ", "")) is not None


def test_a_full_page_has_22_lines_of_28_characters(pages):
    inner = [line for line in pages["full"][1] if not number(line[0])]
    assert len(inner) == 22
    # full lines only: the last line of a paragraph is short, its first has an indent of two
    assert {len(text) for text, left, *_ in inner if left < 29 and len(text) > 25} == {28}


def test_the_lines_fill_the_type_area_from_margin_to_margin(pages):
    inner = [line for line in pages["full"][1] if not number(line[0])]
    full = [line for line in inner if len(line[0]) == 28]
    assert min(left for _, left, *_ in full) == pytest.approx(28, abs=1)
    assert max(right for _, _, _, right, _ in full) == pytest.approx(210 - 26, abs=1)
    tops = [top for _, _, top, *_ in inner]
    assert [later - earlier for earlier, later in pairwise(tops)] == pytest.approx([LINE_MM] * 21, abs=0.15)
    # 22 lines from 37 mm to 262 mm: the last begins one line above the lower margin
    assert tops[0] == pytest.approx(37 + (LINE_MM - 16 * 25.4 / 72) / 2, abs=2.5)
    assert tops[-1] + LINE_MM < 297 - 35 + 4


def test_the_first_line_is_indented_by_two_characters(pages):
    first = min(left for text, left, *_ in pages["full"][1] if left > 33 and len(text) > 20)
    assert first == pytest.approx(28 + 2 * 16 * 25.4 / 72, abs=1)


def test_page_numbers_stand_7_mm_below_the_text_and_one_character_from_the_outer_edge(pages):
    one, two = (next(line for line in page if number(line[0])) for page in pages["full"][:2])
    assert one[0].replace(" ", "") == "—1—"
    assert (one[2] + one[4]) / 2 == pytest.approx(297 - 35 + 7, abs=1.5)
    assert one[3] == pytest.approx(210 - 26 - 14 * 25.4 / 72, abs=1)
    assert two[1] == pytest.approx(28 + 14 * 25.4 / 72, abs=1)


def test_the_notice_of_demonstration_stands_at_the_top_of_the_first_page(pages):
    texts = [text for text, *_ in pages["sample"][0]]
    assert any(text.startswith(say("paper_demo_box")[:20]) for text in texts[:3])


def test_a_table_over_several_pages_repeats_its_head(pages):
    with_rows = [page for page in pages["long"] if any("先进制造" in text for text, *_ in page)]
    assert len(with_rows) > 1
    assert all(any("同比%" in text for text, *_ in page) for page in with_rows)


def test_a_caption_stands_on_the_page_of_its_figure_and_nothing_runs_off_the_page(pages):
    for page in pages["sample"]:
        for text, left, _, right, bottom in page:
            assert left >= 27, text
            assert right <= 297 - 36, text  # the page on its side is 297 mm wide
            assert bottom <= 297 - 20, text


def test_libreoffice_gives_back_every_paragraph_with_its_key(tmp_path):
    saved = office(tmp_path, {SAMPLE[1]: word.docx_bytes(SAMPLE[0])}, "docx:MS Word 2007 XML")[SAMPLE[1]]
    before, after = word.read(word.docx_bytes(SAMPLE[0])), word.read(saved)
    assert [(block.key, block.text) for block in after.blocks] == [(block.key, block.text) for block in before.blocks]
    assert (after.month, after.release, after.written) == (before.month, before.release, before.written)
