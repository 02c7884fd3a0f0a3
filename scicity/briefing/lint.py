"""The linter: what must not leave the house, what somebody should look at, and what can be set right by rule.

Blocks stop an export, warnings are shown, fixes are made by `mended`. Rules that read Chinese run on Chinese
documents only; the others on both languages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from scicity.briefing.known import unknown_numbers
from scicity.exports.document import Block, Document, FigureBlock, Paragraph, numbered
from scicity.wording import Language, say

Action = Literal["block", "warn", "fix"]

CJK = "\u3400-\u9fff"
RATE = r"\d+(?:\.\d+)?"
# one clause: a change of a rate is not to be read into the next
CLAUSE = "[^，。；、：（）]*?"
MOVED = "加快|回落|回升|提高|下降|收窄|扩大|上升"
HALF_WIDTH = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}

# rule: (action, pattern)
PATTERNS: dict[str, tuple[Action, str]] = {
    "range": ("fix", r"\d+[-~～–]\d+(?=月|年)"),
    "negative": ("block", r"增长[−-]\s*\d|负增长\s*\d"),
    "points": ("block", rf"(?:增速|降幅|占比|比重){CLAUSE}(?:{MOVED}){RATE}%"),
    "per_cent": ("warn", rf"(?<!拉动)同比(?:增长|下降){RATE}个百分点"),
    "times": ("block", rf"(?:下降|减少|降低)了?(?:{RATE}|[一二两三四五六七八九十百]+)倍"),
    "year": ("block", r"(?<!\d)\d\d年(?:\d{1,2}月|(?=全年|上半年|前三季度|年?[底末初]))|(?<!\d)0\d月"),
    "decimals": ("warn", r"(?<![\d.])\d+(?:\.\d{2,})?亿元"),
    "blank": ("fix", rf"(?<=[{CJK}\d%]) +(?=[{CJK}])|(?<=[{CJK}]) +(?=\d)|(?<=[{CJK}])[,;:()](?=[{CJK}\d])"),
    "judgement": ("warn", "强劲|乏力|遥遥领先|亮眼|喜人|惊人|迅猛|高歌猛进|大幅跃升|稳中向好|势头良好|形势严峻"),
}
SPELT = re.compile(r"(?<![A-Za-z])(?:nan|NaN|None|null|inf|NaT)(?![A-Za-z])|--\s*(?:亿元|%|个)")
OVERLAPPING = ("战略性新兴", "高技术制造")
ADDED = re.compile("合计|共计|总计|累计实现|两项共|共实现|加总")
# numbers of notes and headings are definitions and places
TOLD = ("lead", "body", "level3", "review")


@dataclass(frozen=True)
class Complaint:
    """rule: its code. action: block, warn or fix. where: the key of the block. quote: the words complained about.
    text: what is wrong and what to do, in the document's language."""

    rule: str
    action: Action
    where: str
    quote: str
    text: str


def lint(document: Document) -> tuple[Complaint, ...]:
    """Every complaint about the document, in reading order; none means it may leave the house."""
    ready, language = numbered(document), document.about.language
    found: list[Complaint] = []
    for block in ready.blocks:
        for text in _texts(block):
            found += [_complaint(*one, block.key, language) for one in _read(text, language)]
        if isinstance(block, Paragraph):
            found += [_complaint(*one, block.key, language) for one in _compared(block, ready)]
    return tuple(found)


def blocking(complaints: tuple[Complaint, ...]) -> tuple[Complaint, ...]:
    """Those that stop an export."""
    return tuple(one for one in complaints if one.action == "block")


def mended(document: Document) -> Document:
    """The document with every `fix` made in the words of its paragraphs; numbers of figures are never touched."""
    blocks = tuple(_mended(block) if isinstance(block, Paragraph) else block for block in document.blocks)
    return replace(document, blocks=blocks) if document.about.language == "zh" else document


def _mended(paragraph: Paragraph) -> Paragraph:
    runs = tuple(one if one.figure else replace(one, text=mend(one.text)) for one in paragraph.runs)
    return replace(paragraph, runs=runs)


def mend(text: str) -> str:
    """1-8月 → 1—8月, full-width punctuation and no blanks between Chinese characters."""
    text = re.sub(r"(\d+)[-~～–](\d+)(?=月|年)", r"\1—\2", text)
    return re.sub(PATTERNS["blank"][1], lambda found: HALF_WIDTH.get(found[0], ""), text)


def _texts(block: Block) -> tuple[str, ...]:
    """All texts of a block that a reader reads as sentences."""
    if isinstance(block, Paragraph):
        return (block.text,)
    told = (block.headline, *block.points) if isinstance(block, FigureBlock) else ()
    return (block.title, *told, block.comment)


def _read(text: str, language: Language) -> Iterator[tuple[str, Action, str]]:
    """(rule, action, quote) of the words themselves."""
    yield from (("spelt", "block", found[0]) for found in SPELT.finditer(text))
    if language != "zh":
        return
    for rule, (action, pattern) in PATTERNS.items():
        yield from ((rule, action, found[0]) for found in re.finditer(pattern, text))
    for one in re.split("[。！？]", text):
        if all(name in one for name in OVERLAPPING) and ADDED.search(one):
            yield "overlap", "block", one.strip()


def _compared(paragraph: Paragraph, document: Document) -> Iterator[tuple[str, Action, str]]:
    """(rule, action, quote) of a paragraph's numbers against the document's figures, and of its mark."""
    for run in paragraph.runs:
        if run.figure and document.figures.get(run.figure) != run.text:
            yield "differs", "block", run.text
    if paragraph.style in TOLD:
        yield from (("unknown", "warn", number) for number in unknown_numbers(paragraph))
    demo = any(run.figure in document.demo for run in paragraph.runs)
    mark = say("briefing_demo_mark", document.about.language).strip()
    if demo and mark not in paragraph.text:
        yield "demo", "block", paragraph.text[:20]


def _complaint(rule: str, action: Action, quote: str, where: str, language: Language) -> Complaint:
    return Complaint(rule, action, where, quote, say(f"briefing_lint_{rule}", language, quote=quote))


RULES: dict[str, Action] = {
    **{rule: action for rule, (action, _) in PATTERNS.items()},
    "spelt": "block", "overlap": "block", "differs": "block", "unknown": "warn", "demo": "block",
}  # fmt: skip
