"""Paragraphs of a briefing in Word: each in a content control, each printed figure in a bookmark."""

from dataclasses import replace

from scicity.exports.document import Paragraph, Run
from scicity.exports.word.pen import Pen
from scicity.exports.word.styles import BLANK, STYLES
from scicity.exports.word.xml import Element, bookmarked, control, element, paragraph, run
from scicity.wording import say

LONGEST_TAG = 64  # characters, or Word calls the file broken


def write(pen: Pen, block: Paragraph) -> None:
    """One paragraph at the end of the text. A key longer than Word's tags raises ValueError."""
    if len(block.key) > LONGEST_TAG:
        raise ValueError(f"The paragraph '{block.key}' has a key of more than {LONGEST_TAG} characters: shorten it")
    blank = block.style == "placeholder"
    # a heading's Chinese type is heavy of itself, its Latin one is not
    heavy = pen.language != "zh" and block.style in ("level1", "level2")
    runs = [replace(one, bold=one.bold or heavy) for one in block.runs]
    written = paragraph(pen.styles[STYLES[block.style]], *(piece for one in runs for piece in _run(pen, one, blank)))
    if block.style == "review":
        written[0].addnext(run(say("paper_review", pen.language), element("w:highlight", {"w:val": "yellow"})))
    pen.put(control(block.key, pen.number(), written, blank))


def _run(pen: Pen, one: Run, blank: bool) -> list[Element]:
    traits = [element("w:b")] if one.bold else []
    traits += [element("w:color", {"w:val": BLANK})] if blank else []
    traits += [element("w:highlight", {"w:val": "yellow"})] if one.changed else []
    if not one.figure:
        return [run(one.text, *traits)]
    number = pen.number()
    name = f"figure_{number}"
    pen.bookmarks[name] = one.figure
    return bookmarked(name, number, run(one.text, *traits))
