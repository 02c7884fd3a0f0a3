"""The head of a briefing in Word and its imprint: what gives authority is a blank for a person to fill in."""

from scicity.exports import a4
from scicity.exports.document import Document
from scicity.exports.word.pen import Pen
from scicity.exports.word.xml import Element, borders, element, run, twips
from scicity.wording import say


def write_head(pen: Pen, document: Document, demo: bool) -> None:
    """Draft mark, demonstration box, secrecy, red name, issue, office and day over the red line, title."""
    head, given = a4.head(document.masthead, pen.language), document.masthead
    pen.put(pen.line("简报初稿", say("paper_draft", pen.language, text=head["draft"])))
    if demo:
        pen.put(_box(pen))
    pen.put(pen.blank("secrecy", "简报资料来源", say("paper_blank_secrecy", pen.language), False))
    size = round(2 * a4.name_pt(head["name"]))
    pen.put(pen.blank("name", "简报报头", head["name"], bool(given.name), element("w:sz", {"w:val": size})))
    pen.put(pen.blank("issue", "简报报头行", head["issue"], bool(given.issue), jc="center"))
    pen.put(_ruled(pen, head["office"], say("paper_blank_signer", pen.language), head["day"]))
    _write_title(pen, document)


def write_cover(pen: Pen, document: Document, demo: bool) -> None:
    """Over a basket: demonstration box, title, day and release; a collection is no paper that anyone signs."""
    if demo:
        pen.put(_box(pen))
    _write_title(pen, document)
    pen.put(pen.line("简报资料来源", a4.collected_on(document), jc="center"))


def _write_title(pen: Pen, document: Document) -> None:
    title = pen.line("Title", "")
    for place, text in enumerate(a4.balanced(document.title)):
        title.append(run(text))
        if place < len(a4.balanced(document.title)) - 1:
            title.append(element("w:r", None, element("w:br")))
    pen.put(title)
    if any(block.style == "review" or any(one.changed for one in block.runs) for block in document.paragraphs):
        # on the title, because LibreOffice loses a paragraph that is in a control and has a comment
        pen.remark(title, say("paper_review_comment", pen.language))


def _box(pen: Pen) -> Element:
    """The notice no argument takes away, in a box at the top of the first page."""
    written = pen.line("简报演示框", say("paper_demo_box", pen.language), element("w:color", {"w:val": a4.DEMO_INK}))
    side = (1.0, a4.DEMO_INK)
    box = borders("w:pBdr", top=side, left=side, bottom=side, right=side)
    ground = element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": a4.DEMO_GROUND})
    written[0][0].addnext(box)
    box.addnext(ground)
    return written


def _ruled(pen: Pen, office: str, signer: str, day: str) -> Element:
    """Office, signature and day on one line, the red line of the width of the text below it."""
    written = pen.line("简报报头行", office)
    for text in (signer, day):
        written.append(element("w:r", None, element("w:tab")))
        written.append(run(text))
    room = a4.TYPE_MM[0]
    stops = (("center", room / 2), ("right", room))
    tabs = element("w:tabs", None, *(element("w:tab", {"w:val": kind, "w:pos": twips(at)}) for kind, at in stops))
    rule = borders("w:pBdr", bottom=(1.5, a4.RED))
    written[0][0].addnext(rule)
    rule.addnext(tabs)
    return written


def write_imprint(pen: Pen, document: Document) -> None:
    """报, 送, 发, office and day of printing between their rules, kept on one page."""
    head, language = a4.head(document.masthead, pen.language), pen.language
    thick, thin = ((points, "000000") for points in a4.RULES_PT)
    report, send, issue = (say(f"paper_imprint_{name}", language) for name in ("report", "send", "issue"))
    pen.put(pen.line("简报版记", "", keepNext=1))
    pen.put(_imprint(pen, report, "", top=thick), _imprint(pen, send, ""), _imprint(pen, issue, "", bottom=thin))
    pen.put(_imprint(pen, head["office"], say("paper_imprint_day", language, day=head["day"]), bottom=thick))
    pen.put(pen.line("简报版记", say("paper_imprint_copies", language), jc="right"))


def _imprint(pen: Pen, left: str, right: str, **rules: tuple[float, str]) -> Element:
    written = pen.line("简报版记", f"\N{IDEOGRAPHIC SPACE}{left}")
    edge = twips(a4.TYPE_MM[0]) - 280
    traits = [element("w:keepNext"), element("w:keepLines")]
    traits += [borders("w:pBdr", **rules)] if rules else []
    traits += [element("w:tabs", None, element("w:tab", {"w:val": "right", "w:pos": edge}))]
    # one 字 in from each side; the rules stay as wide as the text, so the blank is a tab stop's, not an indent
    for trait in reversed(traits):
        written[0][0].addnext(trait)
    if right:
        written.append(element("w:r", None, element("w:tab")))
        written.append(run(right))
    return written
