"""接收与发布: who takes the batch in, why its warnings pass, and whether it is published at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import streamlit as st

from scicity import intake
from scicity.intake import Report
from scicity.releases import Manifest
from scicity.screen import steward_desk
from scicity.screen.choices import spoken
from scicity.screen.steward_blocks import panel, plain
from scicity.wording import say

REFUSALS = (ValueError, LookupError, OSError)
AUTHOR = "steward_author"
SINGLE = 12  # warnings with a field of their own; more share one reason


@dataclass(frozen=True)
class Wish:
    """What the steward filled in. visible_from: as typed, '' for at once."""

    author: str
    note: str
    visible_from: str
    final: bool = False
    reasons: dict[str, str] = field(default_factory=dict)


def show(desk: steward_desk.Desk) -> None:
    """The form under a batch that nothing blocks."""
    language = spoken()
    # said before anything is pressed: the preview of such a file is empty, which looks as if it counted
    for text in _superseded(desk.reports):
        st.warning(text)
    with panel("accept", say("steward_accept", language), say("steward_micro", language)):
        with st.form(f"steward_accept_{steward_desk.turn()}", border=False):
            wish = _wish(desk.reports)
            with st.container(horizontal=True):
                both = st.form_submit_button(say("steward_do_both", language), type="primary")
                alone = st.form_submit_button(say("steward_do_accept", language))
        if both or alone:
            _take_in(desk, wish, both)


def show_waiting() -> None:
    """What was accepted and not published yet, and the way to publish it."""
    language, waiting = spoken(), intake.pending()
    if not waiting:
        return
    last = waiting[-1]
    line = say("steward_waiting_line", language, file=last.file, day=last.received_at[:10])
    with panel("waiting", say("steward_waiting", language, n=len(waiting)), line):
        with st.form("steward_publish", border=False):
            author, about = _signature()
            wish = Wish(author, about, _visible_from())
            asked = st.form_submit_button(say("steward_do_publish", language), type="primary")
        if asked and _complete(wish, ()):
            try:
                steward_desk.tell(_published(wish))
            except REFUSALS as why:
                st.error(say("steward_refused", language, why=why))
                return
            st.rerun()


def _wish(reports: Sequence[Report]) -> Wish:
    language = spoken()
    author, about = _signature()
    reasons = _reasons([one for report in reports for one in report.warnings])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        visible_from = _visible_from()
        final = st.checkbox(say("steward_final", language), key=f"steward_final_{steward_desk.turn()}")
    return Wish(author, about, visible_from, final, reasons)


def _signature() -> tuple[str, str]:
    """Name and note. The name is kept for the next batch of this session."""
    language, turn = spoken(), steward_desk.turn()
    left, right = st.columns([1, 2])
    author = left.text_input(say("steward_author", language), st.session_state.get(AUTHOR, ""), max_chars=40,
                             key=f"steward_name_{turn}")  # fmt: skip
    about = right.text_input(say("steward_note", language), key=f"steward_note_{turn}", max_chars=200,
                             placeholder=say("steward_note_hint", language))  # fmt: skip
    return author.strip(), about.strip()


def _visible_from() -> str:
    language = spoken()
    return st.text_input(
        say("steward_visible_from", language), key=f"steward_visible_{steward_desk.turn()}", width=320,
        placeholder=say("steward_visible_hint", language),
    ).strip()  # fmt: skip


def _reasons(warnings: list) -> dict[str, str]:
    """One reason for all warnings, and where they are few a field for each."""
    if not warnings:
        return {}
    language, turn = spoken(), steward_desk.turn()
    reasons = {intake.ANY: st.text_input(say("steward_reason", language, n=len(warnings)), key=f"steward_reason_{turn}",
                                         max_chars=400)}  # fmt: skip
    if 1 < len(warnings) <= SINGLE:
        with st.expander(say("steward_reason_each", language)):
            for one in warnings:
                reasons[one.key] = st.text_input(one.text(language), key=f"steward_reason_{turn}_{one.key}",
                                                 max_chars=400)  # fmt: skip
    return reasons


def _take_in(desk: steward_desk.Desk, wish: Wish, and_publish: bool) -> None:
    """Accepts, and publishes when asked; what has been accepted stays so when publishing fails."""
    language = spoken()
    if not _complete(wish, desk.reports):
        return
    try:
        with st.spinner(say("steward_accepting", language)):
            superseded = _superseded(desk.reports)
            kept = intake.accept(desk.reports, author=wish.author, note=wish.note, reasons=wish.reasons,
                                 final=wish.final)  # fmt: skip
        new = [one for one, is_new in kept if is_new]
        steward_desk.finish()
        if new:
            numbers = "、".join(str(one.number) for one in new)
            rows = sum(one.rows for one in new)
            steward_desk.tell(say("steward_accepted", language, n=len(new), rows=rows, numbers=numbers))
        if len(new) < len(kept):
            steward_desk.tell(say("steward_accepted_before", language, n=len(kept) - len(new)))
        for text in superseded:
            steward_desk.tell(text)
        if and_publish:
            steward_desk.tell(_published(wish))
    except REFUSALS as why:
        st.error(say("steward_refused", language, why=why))
        return
    st.rerun()


def _superseded(reports: Sequence[Report]) -> list[str]:
    """A sentence for each file that was accepted before and whose rows a later submission replaces."""
    again = [one for one in intake.repeats(reports) if one.later]
    return [plain(say("steward_superseded", spoken(), **one.told())) for one in again]


def _complete(wish: Wish, reports: Sequence[Report]) -> bool:
    """Whether everything needed is filled in; says what is not."""
    language = spoken()
    missing = sum(len(intake.held(one, wish.reasons)) for one in reports)
    problems = [
        *([] if wish.author else [say("steward_needs_author", language)]),
        *([say("steward_needs_reason", language, n=missing)] if missing else []),
        *([] if moment(wish.visible_from) is not None else
          [say("steward_visible_wrong", language, value=wish.visible_from)]),
    ]  # fmt: skip
    for text in problems:
        st.error(text)
    st.session_state[AUTHOR] = wish.author
    return not problems


def moment(typed: str) -> str | None:
    """A typed time as ISO with this server's offset; '' for none typed, None for what is no time."""
    if not typed:
        return ""
    try:
        return datetime.fromisoformat(typed.replace("/", "-")).astimezone().isoformat(timespec="minutes")
    except ValueError:
        return None


def _published(wish: Wish) -> str:
    """Publishes; what is told depends on whether readers see it at once."""
    language = spoken()
    with st.spinner(say("steward_publishing", language)):
        about = intake.publish(wish.note, author=wish.author, visible_from=moment(wish.visible_from) or "")
    return told(about, wish.visible_from)


def told(about: Manifest, visible_from: str) -> str:
    language = spoken()
    state = intake.state(about)
    if state == "waiting":
        return say("steward_published_waits", language, release=about.id)
    if visible_from and state == "embargo":
        return say("steward_published_later", language, release=about.id, time=visible_from)
    counts = {kind: about.changes.get(kind, 0) for kind in ("new", "revised", "withdrawn")}
    return say("steward_published", language, release=about.id, **counts)
