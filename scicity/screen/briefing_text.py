"""A briefing as the page shows it: the paragraphs of the file, with what is still a person's to do standing out.

Nothing can be edited here. Numbers of the release are underlined, placeholders are boxed, changes are highlighted; a
figure stands as its caption and finding, since the file holds it as a native chart.
"""

from html import escape

from scicity.exports import a4
from scicity.exports.document import Document, FigureBlock, Paragraph, Run, TableBlock, labels, numbered
from scicity.gallery import links
from scicity.screen import blocks, tables
from scicity.wording import say

HEADINGS = {"level1": "h2", "level2": "h3", "level3": "h4"}


def paper_html(document: Document) -> str:
    """The whole document in reading order, every text escaped."""
    plain, names = numbered(document), labels(document)
    parts = [_masthead(document)]
    for block in a4.in_order(plain):
        if isinstance(block, Paragraph):
            parts.append(paragraph_html(block))
        elif isinstance(block, FigureBlock):
            parts.append(_figure(block, names[block.key], document))
        else:
            parts.append(_table(block, names[block.key], document))
    return f"<article class='kxc kxc-paper'>{''.join(parts)}</article>"


def paragraph_html(paragraph: Paragraph) -> str:
    tag = HEADINGS.get(paragraph.style, "p")
    return f"<{tag} class='{paragraph.style}'>{''.join(map(_run, paragraph.runs))}</{tag}>"


def _run(run: Run) -> str:
    text = escape(run.text)
    for tag, wanted in (("u", bool(run.figure)), ("b", run.bold), ("mark", run.changed)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return text


def _masthead(document: Document) -> str:
    head = a4.head(document.masthead, document.about.language)
    box = say("file_demo_notice", document.about.language)
    demo = f"<div class='demo'>{escape(box)}</div>" if a4.is_demo(document.about, document.blocks) else ""
    return (
        f"<header><div class='draft'>{escape(head['draft'])}</div>{demo}<div class='name'>{escape(head['name'])}</div>"
        f"<div class='issue'>{escape(head['issue'])}</div><div class='line'><span>{escape(head['office'])}</span>"
        f"<span>{escape(head['day'])}</span></div></header><h1>{escape(document.title)}</h1>"
    )


def _figure(block: FigureBlock, label: str, document: Document) -> str:
    language = document.about.language
    # the page's own address may differ from the one printed in files
    here = "./" + escape(block.link.removeprefix(links.address()), quote=True)
    return (
        f"<figure><div>{escape(block.headline)} {blocks.chip(block.about.provenance, language)}</div>"
        f"<figcaption>{escape(a4.caption(label, block.title, block.about))} "
        f"<a href='{here}'>{escape(say('issue_open_figure', language))}</a></figcaption></figure>"
    )


def _table(block: TableBlock, label: str, document: Document) -> str:
    language = document.about.language
    caption = a4.caption(label, block.title, block.about)
    body = tables.table_html(block.frame, block.columns, language, caption)
    return f"<div class='caption'>{escape(caption)}</div>{body}{blocks.notes_html(block.notes)}"
