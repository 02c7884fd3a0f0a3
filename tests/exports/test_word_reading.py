"""A Word briefing read back after people and programs had it: nothing of theirs is lost, nothing breaks."""

import random
import re
from io import BytesIO

import docx
import pytest

from scicity.exports import word
from scicity.exports.document import ReadBlock, fingerprint, fingerprints
from tests.exports.opened import changed, packed, parts, without_controls
from tests.exports.sample_document import account, body, document

WRITTEN = word.docx_bytes(document("demo"))
KEYS = [one.key for one in document().paragraphs]
OVERVIEW = "1—8月，科学城主导产业实现规模1620.3亿元，同比增长1.9%，增速比1—7月加快1.7个百分点（见图1）。"


def keyed(data: bytes) -> dict[str, str]:
    return {block.key: block.text for block in word.read(data).blocks}


def typed(text: str) -> str:
    """A paragraph as a person types it, without a style of ours."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def after(key: str, inserted: str):
    """Puts XML behind the paragraph that holds the control of that key."""
    return lambda xml: re.sub(rf'(w:val="{key}".*?</w:p>)', lambda found: found[1] + inserted, xml, count=1, flags=re.S)


# -- as it was written ----------------------------------------------------------------------------------------------


def test_an_untouched_file_gives_every_paragraph_with_its_key_style_and_text():
    blocks = word.read(WRITTEN).blocks
    assert [block.key for block in blocks] == KEYS
    assert blocks[2] == ReadBlock("overview/level", "body", OVERVIEW)
    assert [block.style for block in blocks] == [one.style for one in document().paragraphs]


def test_head_captions_tables_sources_and_imprint_are_no_paragraphs():
    text = "\n".join(block.text for block in word.read(WRITTEN).blocks)
    for furniture in ("演示数据说明", "初稿", "图1\u3000", "资料来源", "单位：", "印发", "四大主导产业", "扫描"):
        assert furniture not in text


def test_it_tells_what_it_was_made_from():
    read = word.read(WRITTEN)
    assert (read.kind, read.month, read.release, read.language) == ("monthly", "2020-08", "20201015-01", "zh")
    assert read.written == fingerprints(document("demo"))
    assert all(read.written[block.key] == fingerprint(block.text) for block in read.blocks)


def test_the_file_remembers_no_text_that_was_deleted():
    held = parts(WRITTEN)
    told = b"".join(content for name, content in held.items() if name.startswith(("customXml", "docProps")))
    assert "用工问题".encode() not in told
    assert b"1620.3" not in told


def test_an_english_file_is_read_in_english():
    assert word.read(word.docx_bytes(document(about=account(language="en")))).language == "en"


# -- as people leave it ---------------------------------------------------------------------------------------------


def test_an_edited_paragraph_keeps_its_key():
    data = changed(WRITTEN, lambda xml: xml.replace("增速比1—7月加快1.7个百分点", "比1—7月快得多"))
    read = word.read(data)
    block = next(block for block in read.blocks if block.key == "overview/level")
    assert "快得多" in block.text
    assert read.written["overview/level"] != fingerprint(block.text)


def test_a_paragraph_written_by_hand_has_no_key_and_its_place():
    read = word.read(changed(WRITTEN, after("industries/NIT/text", typed("企业反映订单充足。"))))
    at = next(place for place, block in enumerate(read.blocks) if block.text == "企业反映订单充足。")
    assert read.blocks[at] == ReadBlock("", "", "企业反映订单充足。")
    assert read.blocks[at - 1].key == "industries/NIT/text"


def test_a_control_split_over_two_paragraphs_gives_its_key_to_the_first():
    split = (
        '<w:sdt><w:sdtPr><w:tag w:val="overview/level"/></w:sdtPr><w:sdtContent>'
        f"{typed('上半句。')}{typed('下半句。')}</w:sdtContent></w:sdt>"
    )
    blocks = word.read(word_with(split)).blocks
    assert [(block.key, block.text) for block in blocks] == [("overview/level", "上半句。"), ("", "下半句。")]


def test_what_is_deleted_with_changes_tracked_is_gone_and_what_is_inserted_counts():
    tracked = (
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>1.9%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2.0%</w:t></w:r></w:ins></w:p>"
    )
    assert [block.text for block in word.read(word_with(tracked)).blocks] == ["增长2.0%"]


def test_a_filled_placeholder_is_read_as_text():
    data = changed(WRITTEN, lambda xml: xml.replace("（由人工撰写）", "用工偏紧。").replace("<w:showingPlcHdr/>", ""))
    block = next(block for block in word.read(data).blocks if block.key == "problems/blank")
    assert (block.style, block.text) == ("body", "用工偏紧。")


def test_our_mark_of_review_is_not_part_of_a_persons_words():
    assert keyed(WRITTEN)["problems/kept"] == "上月提出的用工问题仍未解决。"


def test_a_text_copied_twice_has_its_key_once():
    again = typed(OVERVIEW)
    read = word.read(changed(WRITTEN, after("overview/level", again)))
    assert [block.key for block in read.blocks if block.text == OVERVIEW] == ["overview/level", ""]


def word_with(inside: str) -> bytes:
    """The file with nothing but this in its text."""
    return changed(
        WRITTEN,
        lambda xml: re.sub(r"(<w:body>).*(<w:sectPr.*?</w:sectPr></w:body>)", rf"\1{inside}\2", xml, flags=re.S),
    )


# -- as programs leave it -------------------------------------------------------------------------------------------


def test_lost_controls_are_made_up_for_by_the_fingerprints():
    assert keyed(changed(WRITTEN, without_controls)) == keyed(WRITTEN)


def test_an_edited_paragraph_without_control_is_known_by_standing_alone_between_two_others():
    data = changed(WRITTEN, lambda xml: without_controls(xml).replace("增速比1—7月加快1.7个百分点", "比1—7月快得多"))
    assert "快得多" in keyed(data)["overview/level"]


def test_where_it_does_not_stand_alone_it_is_taken_for_a_persons():
    def change(xml: str) -> str:
        bare = without_controls(xml).replace("增速比1—7月加快1.7个百分点", "比1—7月快得多")
        return bare.replace("（见图1）。</w:t></w:r></w:p>", "（见图1）。</w:t></w:r></w:p>" + typed("另加一段。"))

    read = word.read(changed(WRITTEN, change))
    assert "overview/level" not in [block.key for block in read.blocks]
    assert [block.key for block in read.blocks if "快得多" in block.text or "另加" in block.text] == ["", ""]


def test_captions_are_known_without_their_styles():
    bare = changed(WRITTEN, lambda xml: re.sub(r"<w:pStyle [^>]*/>", "", without_controls(xml)))
    assert [block.text for block in word.read(bare).blocks] == [block.text for block in word.read(WRITTEN).blocks]


def test_lost_memory_leaves_the_controls_and_the_properties():
    kept = {name: content for name, content in parts(WRITTEN).items() if not name.startswith("customXml/")}
    read = word.read(packed(kept))
    assert [block.key for block in read.blocks] == KEYS
    assert (read.month, read.release, read.written) == ("2020-08", "20201015-01", {})


def test_a_file_of_another_origin_gives_its_paragraphs_without_keys():
    made, out = docx.Document(), BytesIO()
    made.add_heading("标题", 1)
    made.add_paragraph("正文。")
    made.save(out)
    read = word.read(out.getvalue())
    assert [(block.key, block.style, block.text) for block in read.blocks] == [
        ("", "level1", "标题"),
        ("", "", "正文。"),
    ]
    assert (read.kind, read.month, read.release) == ("", "", "")


# -- broken files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "不是 .docx"),
        (b"\xd0\xcf\x11\xe0 an old .doc", "不是 .docx"),
        (WRITTEN[:3000], "不是 .docx"),
        (packed({"word/document.xml": b"<w:document"}), "不是 .docx"),
        (packed({"word/document.xml": b"<a/>"}), "没有正文"),
        (packed({"xl/workbook.xml": b"<a/>"}), "没有正文"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(data, why):
    with pytest.raises(ValueError, match=r"无法读取这个Word文件.*请提供由本系统导出的") as refused:
        word.read(data)
    assert why in str(refused.value)


def test_a_file_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr("scicity.exports.word.package.MOST_BYTES", 1000)
    with pytest.raises(ValueError, match="解开后过大"):
        word.read(WRITTEN)


def test_no_broken_byte_gives_anything_but_a_reading_or_a_refusal():
    chance, refusals = random.Random(9704), set()
    for _ in range(60):
        data = bytearray(WRITTEN)
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            word.read(bytes(data))
        except ValueError as refused:
            refusals.add(str(refused)[:13])
    assert refusals == {"无法读取这个Word文件："}


def test_nothing_outside_the_file_is_fetched():
    outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    held = parts(word.docx_bytes(document(blocks=(body("a", "甲"),))))
    xml = held["word/document.xml"].replace(b"?>", b"?>" + outside, 1).replace("甲".encode(), b"&b;")
    assert [block.text for block in word.read(packed({**held, "word/document.xml": xml})).blocks] == []
