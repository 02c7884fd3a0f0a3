"""The files of a briefing and the verb `briefing`: what is written is read back, what must not leave is refused."""

import copy
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from typer.testing import CliRunner

from scicity import briefing, releases
from scicity.cli import app
from scicity.exports import word
from scicity.exports.document import Paragraph as Written
from scicity.exports.document import Run


@pytest.fixture
def document(home):
    return briefing.monthly(releases.current(), "2020-08")


def ran(*words):
    from scicity.cli import briefing as verb  # noqa: F401  # adds the verb to `app`

    return CliRunner().invoke(app, ["briefing", *words])


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_file_is_read_back_and_its_numbers_counted(document, ending):
    made = briefing.made(document, ending)
    assert made.numbers > len(document.figures) and made.complaints == ()


def test_a_text_the_linter_blocks_does_not_leave_the_house(document):
    wrong = replace(document, blocks=(*document.blocks, Written("bad", "note", (Run("产值负增长6.7%"),))))
    with pytest.raises(briefing.Refused, match="1 complaints stop the export. bad: “负增长6”"):
        briefing.made(wrong, "docx")


def test_a_number_that_is_not_the_releases_does_not_leave_the_house(document):
    key = "industry|leading|ALL|2020-08|ytd|value_100m_yuan"
    with pytest.raises(briefing.Refused, match="与数据不一致"):
        briefing.made(replace(document, figures=document.figures | {key: "1877.7"}), "docx")


def test_another_ending_is_refused_with_what_there_is(document):
    with pytest.raises(ValueError, match="'.odt' is no file a briefing can be. Choose from docx, pptx, pdf, xlsx."):
        briefing.made(document, "odt")


def test_the_verb_writes_a_word_file_and_rolls_last_months_forward(home, tmp_path):
    july, august = tmp_path / "july.docx", tmp_path / "august.docx"
    assert ran("--period", "2020-07", "--out", str(july)).exit_code == 0
    result = ran("--period", "2020-08", "--from", str(july), "--out", str(august))
    assert result.exit_code == 0 and "numbers read back and compared with the release, all agree" in result.output
    read = word.read(august.read_bytes())
    assert (read.kind, read.month) == ("monthly", "2020-08")
    level = next(one.text for one in read.blocks if one.key == "overview/level")
    assert level.startswith("1—8月，科学城实现主导产业规模1877.6亿元，同比增长2.3%")


def test_what_people_wrote_in_word_is_there_next_month(home, tmp_path):
    july, august = tmp_path / "july.docx", tmp_path / "august.docx"
    july.write_bytes(briefing.made(briefing.monthly(releases.current(), "2020-07"), "docx").data)
    opened = docx.Document(july)
    blank = next(one for one in opened.element.body.iter(qn("w:t")) if "请填写：需要关注的问题" in (one.text or ""))
    blank.text = "一是先进制造仍在下降。"
    inside = next(one for one in opened.element.body.iter(qn("w:t")) if one.text == "（四）高技术服务")
    # a block of its own, in front of the heading's content control
    block = next(one for one in inside.iterancestors() if one.getparent() is opened.element.body)
    block.addprevious(copy.deepcopy(opened.add_paragraph("先进制造一句人工说明。")._p))
    opened.save(july)
    assert ran("--period", "2020-08", "--from", str(july), "--out", str(august)).exit_code == 0
    texts = [one.text for one in word.read(august.read_bytes()).blocks]
    kept = next(at for at, text in enumerate(texts) if "先进制造一句人工说明。" in text)
    heading = next(at for at, text in enumerate(texts) if text.startswith("（四）高技术服务"))
    assert kept < heading and texts[kept].startswith("（上期人工")
    assert any(text.endswith("一是先进制造仍在下降。") for text in texts)
    assert any("〔请填写：需要关注的问题" in text for text in texts)


def test_the_verb_writes_the_short_text(home, tmp_path):
    out = tmp_path / "express.txt"
    assert ran("--period", "2020-08", "--kind", "express", "--out", str(out)).exit_code == 0
    assert "1877.6亿元" in out.read_text(encoding="utf-8")


def test_a_month_that_is_not_there_is_a_refusal_without_a_file(home, tmp_path):
    out = tmp_path / "none.docx"
    result = ran("--period", "2021-03", "--out", str(out))
    assert isinstance(result.exception, LookupError) and not out.exists()
