"""滚动更新 on the page: last month's Word file comes in, what changed and what people wrote is told."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from scicity import periods
from scicity.briefing import rolled
from scicity.exports import word
from scicity.exports.document import Document, Paragraph, ReadDocument
from scicity.screen import briefing_text, uploader
from scicity.screen.choices import spoken
from scicity.wording import say

MOST_MB = 20


@dataclass(frozen=True)
class Rolled:
    """The document with its changes marked and people's words kept; what was read is last month's."""

    document: Document
    previous: ReadDocument

    @property
    def changed(self) -> list[Paragraph]:
        return [one for one in self.document.paragraphs if any(run.changed for run in one.runs)]

    @property
    def reviews(self) -> list[Paragraph]:
        return [one for one in self.document.paragraphs if one.style == "review"]


def taken_over(document: Document) -> Rolled | None:
    """The document over last month's, as soon as that is uploaded; None until then, or when it cannot be used, and then
    the page says why."""
    language = spoken()
    uploader.dress(say("issue_roll_file", language), MOST_MB)
    file = st.file_uploader(
        say("issue_roll_file", language), key="issue_last_month", max_upload_size=MOST_MB, label_visibility="collapsed"
    )
    if file is None:
        return None
    try:
        previous = word.read(file.getvalue())
    except ValueError as refused:
        st.error(str(refused))
        return None
    if said := _unfit(previous, document):
        st.error(said)
        return None
    if not previous.written:
        st.warning(say("issue_roll_foreign", language))
    return Rolled(rolled(previous, document), previous)


def show_changes(found: Rolled) -> None:
    """What changed on last month, paragraph by paragraph, and what a person must look at."""
    language = spoken()
    before = {one.key: one.text for one in found.previous.blocks if one.key}
    rows = "".join(
        f"<dt>{escape(before.get(one.key) or say('issue_roll_new', language))}</dt>"
        f"<dd>{briefing_text.paragraph_html(one)}</dd>"
        for one in found.changed
    )
    kept = "".join(f"<li>{escape(one.text)}</li>" for one in found.reviews)
    title = say("issue_roll_changes", language, month=_name(found.previous.month), n=len(found.changed))
    heads = f"<dt>{escape(say('issue_roll_before', language))}</dt><dd>{escape(say('issue_roll_now', language))}</dd>"
    reviews = f"<h2>{escape(say('issue_roll_reviews', language, n=len(found.reviews)))}</h2><ul>{kept}</ul>"
    with st.container(key="panel_issue_changes"):
        st.html(
            f"<div class='kxc'><h2>{escape(title)}</h2><details><summary>{escape(say('issue_roll_show', language))}"
            f"</summary><dl class='kxc-compared'>{heads}{rows}</dl></details>{reviews if kept else ''}</div>"
        )


def _unfit(previous: ReadDocument, document: Document) -> str:
    """Why last month's file cannot be taken over, '' when it can."""
    language = spoken()
    if previous.kind and previous.kind != document.kind:
        kind = say(f"issue_{previous.kind}", language)
        return say("issue_roll_kind", language, kind=kind, wanted=say(f"issue_{document.kind}", language))
    if previous.written and previous.language != document.about.language:
        return say("issue_roll_language", language)
    if previous.month and previous.month >= document.month:
        return say("issue_roll_later", language, month=_name(previous.month), now=_name(document.month))
    return ""


def _name(month: str) -> str:
    return periods.label(month, "ytd", spoken()) if month else say("issue_roll_last", spoken())
