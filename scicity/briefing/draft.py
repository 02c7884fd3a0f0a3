"""Paragraphs before they are runs: marked sentences under a key that is the same every month."""

from collections.abc import Iterable
from dataclasses import dataclass

from scicity.briefing.marks import bare, demo_keys, runs
from scicity.exports.document import Block, FigureBlock, Paragraph, Run, Style, TableBlock
from scicity.wording import Language, say


@dataclass(frozen=True)
class Draft:
    """One paragraph: marked sentences, each with its full stop. bold: the first sentence stands out.

    before: words in front of it in bold (【摘要】); ahead of the mark of demonstration data nothing else is added.
    """

    key: str
    style: Style
    sentences: tuple[str, ...]
    bold: bool = False
    before: str = ""

    @property
    def text(self) -> str:
        """The sentences without marks."""
        return bare("".join(self.sentences)).strip()

    @property
    def demo(self) -> frozenset[str]:
        return demo_keys("".join(self.sentences))

    def paragraph(self, language: Language) -> Paragraph:
        """The paragraph in runs; with a demonstration figure it ends in （演示）."""
        told = [one for one in self.sentences if one]
        found = [Run(self.before, bold=True)] if self.before else []
        for place, one in enumerate(told):
            last = place == len(told) - 1
            found += runs(one.rstrip() if last else one, bold=self.bold and not place)
        found += [Run(say("briefing_demo_mark", language))] if self.demo else []
        return Paragraph(self.key, self.style, tuple(found))


Part = Draft | FigureBlock | TableBlock


def heading(key: str, level: int, place: int, language: Language, text: str = "") -> Draft:
    """一、总体情况, （一）新一代信息技术; '1. Overview', '(1) Next-generation IT'. text: instead of the key's words."""
    title = text or say(f"briefing_heading_{key}", language)
    numeral = say("briefing_numerals", "zh")[place] if language == "zh" else str(place + 1)
    style: Style = "level1" if level == 1 else "level2"
    return Draft(f"heading/{key}", style, (say(f"briefing_level{level}", language, n=numeral, title=title),))


def assembled(parts: Iterable[Part], language: Language) -> tuple[tuple[Block, ...], dict[str, str], frozenset[str]]:
    """Blocks, the figures their text prints, and which of those are demonstration figures.

    Empty paragraphs are left out. A figure printed in two ways raises ValueError: one cell has one text.
    """
    blocks: list[Block] = []
    figures: dict[str, str] = {}
    demo: set[str] = set()
    for part in parts:
        if not isinstance(part, Draft):
            blocks.append(part)
        elif part.text:
            blocks.append(part.paragraph(language))
            demo |= part.demo
    for run in (run for block in blocks if isinstance(block, Paragraph) for run in block.runs if run.figure):
        if figures.setdefault(run.figure, run.text) != run.text:
            raise ValueError(f"{run.figure} is printed as {figures[run.figure]} and as {run.text}")
    return tuple(blocks), figures, frozenset(demo)
