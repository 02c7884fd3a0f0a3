"""Rolling last month's document forward: numbers renewed and marked, what people wrote kept for review."""

import pytest

from scicity import briefing, releases
from scicity.briefing.rolling import changed
from scicity.exports.document import Paragraph, ReadBlock, ReadDocument, Run, fingerprints, numbered


@pytest.fixture(scope="module")
def months(built_home):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCICITY_HOME", str(built_home))
        yield [briefing.monthly(releases.current(), month) for month in ("2020-07", "2020-08")]


def as_read(document, edit=None, add=(), drop=()):
    """The document as it is read back: edit key → text, add (after key, text), drop keys."""
    blocks = []
    for block in numbered(document).paragraphs:
        if block.key not in drop:
            blocks.append(ReadBlock(block.key, block.style, (edit or {}).get(block.key, block.text)))
        blocks += [ReadBlock("", "", text) for key, text in add if key == block.key]
    about = document.about
    return ReadDocument("monthly", document.month, about.release, "zh", tuple(blocks), fingerprints(document))


def block(document, key):
    return next(one for one in document.paragraphs if one.key == key)


def told(paragraph):
    return "".join(f"[{run.text}]" if run.changed else run.text for run in paragraph.runs)


def test_words_of_direction_and_numbers_are_highlighted_whole():
    new = Paragraph(
        "k", "body", (Run("1—8月增长"), Run("1.9", "a"), Run("%，增速比1—7月加快"), Run("1.7", "b"), Run("个百分点"))
    )
    before = "1—7月增长0.2%，增速比1—6月回落1.0个百分点"
    assert told(changed(new, before)) == "1—[8]月增长[1.9]%，增速比1—[7]月[加快][1.7]个百分点"


def test_a_figure_keeps_its_key_and_its_number_in_one_run():
    new = Paragraph("k", "body", (Run("规模"), Run("1620.2", "a"), Run("亿元")))
    after = changed(new, "规模1392.1亿元")
    assert [(run.text, run.figure, run.changed) for run in after.runs] == [
        ("规模", "", False), ("1620.2", "a", True), ("亿元", "", False),
    ]  # fmt: skip


def test_words_that_fell_out_mark_what_follows_them():
    after = changed(Paragraph("k", "body", (Run("增长1.9%。"),)), "增长1.9%，连续3个月正增长。")
    assert told(after) == "增长1.9%[。]"


def test_nothing_is_marked_where_nothing_changed():
    after = changed(Paragraph("k", "body", (Run("增长"), Run("1.9", "a"))), "增长1.9")
    assert [run.changed for run in after.runs] == [False, False]


def test_untouched_paragraphs_are_renewed_with_every_changed_number_marked(months):
    july, august = months
    rolled = briefing.rolled(as_read(july), august)
    assert [one.text for one in rolled.paragraphs] == [one.text for one in numbered(august).paragraphs]
    level = told(block(rolled, "overview/level"))
    assert level.startswith("1—[8]月，科学城实现主导产业规模[1877.6]亿元，同比增长[2.3]%")
    assert rolled.figures == august.figures
    assert not any(one.style == "review" for one in rolled.paragraphs)


def test_what_a_person_added_stays_in_its_place_and_is_to_be_reviewed(months):
    july, august = months
    words = "集成电路增长主要受新产线投产带动。"
    rolled = briefing.rolled(as_read(july, add=[("industry/NIT", words)]), august)
    keys = [one.key for one in rolled.paragraphs]
    kept = rolled.paragraphs[keys.index("industry/NIT") + 1]
    assert kept.style == "review" and kept.text == f"（上期人工撰写）{words}"


def test_an_edited_paragraph_comes_new_and_as_the_person_left_it(months):
    july, august = months
    mine = "1—7月，科学城主导产业平稳运行。"
    rolled = briefing.rolled(as_read(july, edit={"overview/level": mine}), august)
    keys = [one.key for one in rolled.paragraphs]
    at = keys.index("overview/level")
    assert rolled.paragraphs[at].text == block(numbered(august), "overview/level").text
    assert rolled.paragraphs[at + 1].text == f"（上期人工修改稿）{mine}"


def test_a_filled_placeholder_is_a_placeholder_again_with_last_months_words_below(months):
    july, august = months
    rolled = briefing.rolled(as_read(july, edit={"issues/text": "一是先进制造仍在下降。"}), august)
    assert block(rolled, "issues/text").style == "placeholder"
    assert [one.text for one in rolled.paragraphs if one.style == "review"] == [
        "（上期人工修改稿）一是先进制造仍在下降。"
    ]


def test_rolled_twice_a_persons_words_bear_one_mark(months):
    july, august = months
    once = briefing.rolled(as_read(july, add=[("industry/NIT", "手写。")]), august)
    read = as_read(once)
    again = briefing.rolled(ReadDocument(read.kind, read.month, read.release, "zh", read.blocks, {
        key: mark for key, mark in read.written.items() if not key.startswith("review")
    }), august)  # fmt: skip
    assert [one.text for one in again.paragraphs if one.style == "review"] == ["（上期人工撰写）手写。"]


def test_a_review_nobody_touched_or_removed_is_still_there_next_month(months):
    july, august = months
    once = briefing.rolled(as_read(july, add=[("industry/NIT", "手写。")]), august)
    again = briefing.rolled(as_read(once), august)
    assert [one.text for one in again.paragraphs if one.style == "review"] == ["（上期人工撰写）手写。"]


def test_a_paragraph_that_was_removed_comes_back_as_new(months):
    july, august = months
    rolled = briefing.rolled(as_read(july, drop={"upgrading"}), august)
    assert all(run.changed for run in block(rolled, "upgrading").runs)


def test_a_document_of_another_kind_is_refused(months):
    july, august = months
    read = as_read(july)
    other = ReadDocument("brief", read.month, read.release, "zh", read.blocks, read.written)
    with pytest.raises(ValueError, match="of the kind 'brief', the one asked for of 'monthly'"):
        briefing.rolled(other, august)


def test_a_rolled_document_passes_the_linter(months):
    july, august = months
    rolled = briefing.rolled(as_read(july, add=[("industry/NIT", "手写的一句话。")]), august)
    assert briefing.lint(rolled) == ()
