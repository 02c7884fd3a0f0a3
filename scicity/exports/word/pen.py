"""Where the next block of a Word briefing goes, and what the file must remember of it."""

from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from scicity.exports.word.styles import BLANK, RED_NAME
from scicity.exports.word.xml import Element, control, element, paragraph, run
from scicity.wording import Language, say

HIDDEN = "~"  # how the tag of what is no paragraph of the text begins


@dataclass
class Pen:
    """A document being written. styles: name -> id. labels: key of a figure or table -> 图1.

    bookmarks: name -> key of the figure it holds. furniture: captions and the like, which are no text of the briefing.
    """

    made: WordDocument
    language: Language
    styles: dict[str, str]
    labels: dict[str, str]
    count: int = 0
    bookmarks: dict[str, str] = field(default_factory=dict)
    furniture: list[Element] = field(default_factory=list)

    def number(self) -> int:
        self.count += 1
        return self.count

    def put(self, *elements: Element) -> None:
        """Appends to the text, before the properties of its last section."""
        last = self.made.element.body.find(qn("w:sectPr"))
        for one in elements:
            last.addprevious(one)

    def line(self, style: str, text: str, *traits: Element, **settings: object) -> Element:
        """A line that is no paragraph of the text; reading knows it by its fingerprint even without its style."""
        written = paragraph(self.styles[style], run(text, *traits), **settings)
        self.furniture.append(written)
        return written

    def blank(self, key: str, style: str, text: str, filled: bool, *traits: Element, **settings: object) -> Element:
        """A line in a control, replaced by what a person types as long as it is not filled; grey but for the name."""
        grey = () if filled or style == RED_NAME else (element("w:color", {"w:val": BLANK}),)
        written = self.line(style, text, *grey, *traits, **settings)
        return control(f"{HIDDEN}{key}", self.number(), written, not filled)

    def remark(self, written: Element, text: str) -> None:
        """A Word comment on a whole paragraph."""
        around = WordParagraph(written, self.made._body)
        runs = [WordRun(one, around) for one in written.findall(qn("w:r"))]
        author = say("paper_author", self.language)
        made = self.made.add_comment([runs[0], runs[-1]] if len(runs) > 1 else runs[0], text, author, initials="")
        del made._comment_elm.attrib[qn("w:date")]  # the same document gives the same bytes
