"""Last month's document, as people left it, becomes this month's: numbers renewed, hands kept.

Generated paragraphs carry keys that are the same every month. What a person added has none, and what a person changed
no longer has the fingerprint it was written with; both are kept in their place and marked for review.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from scicity.exports.document import Block, Document, Paragraph, ReadBlock, ReadDocument, Run, fingerprint, numbered
from scicity.wording import Language, say

REVIEW = "review"
# a word of direction is one word: 加快 does not become 回落 by two half changes; a number changes as a whole
WORDS = re.compile(
    r"[−+-]?\d[\d,]*(?:\.\d+)?|[A-Za-z]+|由负转正|由增转降|由降转平|由平转增|由增转平|由平转降|扭亏为盈|由盈转亏|"
    r"加快|回落|回升|收窄|扩大|提高|下降|增长|持平|拉动|下拉|超序时进度|低于|高于|增速|降幅|.",
    re.DOTALL,
)


def rolled(previous: ReadDocument, document: Document) -> Document:
    """`document` with its changes on `previous` marked, and the paragraphs people wrote there kept for review.

    A generated paragraph a person had edited comes twice: the new text, and the person's below it. What a person wrote
    into a placeholder is kept below the placeholder. Another kind or language raises ValueError.
    """
    _same_kind(previous, document)
    new = numbered(document)
    kept, before = _kept(previous, new), {one.key: one.text for one in previous.blocks if one.key}
    blocks: list[Block] = list(_reviews(kept.pop("", []), new.about.language))
    for block in new.blocks:
        blocks.append(_changed(block, before.get(block.key)) if isinstance(block, Paragraph) else block)
        blocks += _reviews(kept.pop(block.key, []), new.about.language)
    return replace(new, blocks=tuple(_numbered_reviews(blocks)))


def changed(paragraph: Paragraph, before: str) -> Paragraph:
    """The paragraph with every word highlighted that differs from `before`; where words fell out, the next one is."""
    now = WORDS.findall(paragraph.text)
    flags = _flags(WORDS.findall(before), now)
    runs: list[Run] = []
    at = 0  # the word the next sign belongs to
    left = len(now[0]) if now else 0
    for run in paragraph.runs:
        text = run.text
        while text:
            piece, text = text[:left], text[left:]
            runs.append(replace(run, text=piece, changed=flags[at]))
            left -= len(piece)
            if not left and at + 1 < len(now):
                at, left = at + 1, len(now[at + 1])
    return replace(paragraph, runs=tuple(_joined(runs)))


def _flags(before: list[str], now: list[str]) -> list[bool]:
    flags = [False] * len(now)
    for kind, _, _, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind == "delete" and now:
            flags[min(start, len(now) - 1)] = True
        elif kind != "equal":
            flags[start:end] = [True] * (end - start)
    return flags


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Neighbours of one kind as one run; the number of a figure is never split."""
    waiting: Run | None = None
    for run in runs:
        if waiting and replace(waiting, text="") == replace(run, text=""):
            waiting = replace(waiting, text=waiting.text + run.text)
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting


def _changed(block: Paragraph, before: str | None) -> Paragraph:
    if block.style in ("placeholder", "level1", "level2"):
        return block
    return changed(block, "" if before is None else before)


def _kept(previous: ReadDocument, new: Document) -> dict[str, list[ReadBlock]]:
    """What people wrote, by the key of the paragraph of this month it follows; '' is the document's beginning."""
    held = {block.key for block in new.blocks}
    kept: dict[str, list[ReadBlock]] = {}
    anchor = ""
    for one in previous.blocks:
        ours = one.key and not one.key.startswith(REVIEW)
        anchor = one.key if ours and one.key in held else anchor
        untouched = ours and fingerprint(one.text) == previous.written.get(one.key)
        if one.text.strip() and not untouched:
            kept.setdefault(anchor, []).append(one)
    return kept


def _reviews(found: list[ReadBlock], language: Language) -> list[Paragraph]:
    return [_review(one, language) for one in found]


def _review(one: ReadBlock, language: Language) -> Paragraph:
    """A person's words as they stand, after a word on where they come from; last month's marks are taken off first."""
    text = one.text.strip()
    for mark in ("briefing_review_mark", "briefing_review_edited", "briefing_review_written"):
        text = text.removeprefix(say(mark, language)).strip()
    ours = one.key and not one.key.startswith(REVIEW)
    origin = say("briefing_review_edited" if ours else "briefing_review_written", language)
    return Paragraph(f"{REVIEW}/{one.key if ours else ''}", "review", (Run(origin, bold=True), Run(text)))


def _numbered_reviews(blocks: list[Block]) -> Iterator[Block]:
    """Each review under a key of its own."""
    for place, block in enumerate(blocks):
        ours = isinstance(block, Paragraph) and block.key.startswith(f"{REVIEW}/")
        yield replace(block, key=f"{block.key}#{place}") if ours else block


def _same_kind(previous: ReadDocument, document: Document) -> None:
    pairs = ((previous.kind, document.kind), (previous.language, document.about.language))
    for was, now in pairs:
        if was and was != now:
            raise ValueError(
                f"The document given is of the kind '{was}', the one asked for of '{now}'. Ask for the same kind and "
                "language, or give a document of that kind."
            )
