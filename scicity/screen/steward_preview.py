"""影响预览: what readers would see after publishing, before anything is accepted."""

from html import escape

import pandas as pd
import streamlit as st

from scicity.exports.columns import Kind
from scicity.intake import Preview, Step
from scicity.screen import steward_desk
from scicity.screen.choices import spoken
from scicity.screen.downloads import MIMES
from scicity.screen.steward_blocks import current_day, note, panel, show_rows
from scicity.wording import Language, say

SHOWN_AT_ONCE = 100
KINDS = ("new", "revised", "withdrawn")
REFUSALS = (ValueError, LookupError, OSError)  # texts written for whoever meets them


def show(desk: steward_desk.Desk) -> None:
    language, day = spoken(), current_day()
    line = say("steward_preview_line", language, day=day) if day else say("steward_preview_first", language)
    with panel("preview", say("steward_preview", language), line):
        try:
            looked = steward_desk.looked_ahead(desk)
        except REFUSALS as why:
            st.warning(say("steward_preview_failed", language, why=why))
            return
        if looked.steps:
            st.html(f"<div class='kxc kxc-steps-grid'>{''.join(map(_step, looked.steps))}</div>")
        note(_counted(looked, language))
        if len(looked.cells):
            _cells(looked, language)


def _counted(looked: Preview, language: Language) -> str:
    if looked.cells.empty:
        return say("steward_preview_none", language) if current_day() else say("steward_preview_first", language)
    counts = {kind: int((looked.cells["kind"] == kind).sum()) for kind in KINDS}
    return say("steward_preview_counts", language, n=len(looked.cells), **counts)


def _step(step: Step) -> str:
    """One card: the value now and the value after, each with its change."""
    language = spoken()
    sides = (("before", step.before, step.change_before), ("after", step.after, step.change_after))
    inner = "".join(
        f"<div><dt>{escape(say(f'steward_{side}', language))}</dt><dd>{escape(value)}</dd>"
        f"<small>{escape(change)}</small></div>"
        for side, value, change in sides
    )
    return f"<section class='kxc-step'><header>{escape(step.label)}</header><dl>{inner}</dl></section>"


def _cells(looked: Preview, language: Language) -> None:
    shown = _worded(looked.cells.head(SHOWN_AT_ONCE), language)
    kinds: dict[str, Kind] = {"old": "fine", "new": "fine", "difference": "change"}
    show_rows(shown, "cell", say("steward_cells", language), kinds)
    if len(looked.cells) > len(shown):
        note(say("steward_cells_cut", language, shown=len(shown), n=len(looked.cells)))
    name = say("steward_cells_csv", language)
    data = _worded(looked.cells, language).rename(columns=lambda one: say(f"column_cell_{one}", language))
    with st.container(horizontal=True, key="downloads_steward_cells"):
        st.download_button(name, data.to_csv(index=False).encode("utf-8-sig"), "changes.csv", MIMES["csv"],
                           key=f"steward_cells_{steward_desk.turn()}", on_click="ignore", type="tertiary")  # fmt: skip


def _worded(cells: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The changed cells as a reader sees them, in the order of the table."""
    return pd.DataFrame(
        {
            "period_name": cells["period_name"],
            "subject_name": cells["subject_name"],
            "item_name": cells["item_name"],
            "indicator_name": cells["indicator_name"],
            "old": cells["old_value"],
            "new": cells["new_value"],
            "difference": cells["difference"],
            "unit": cells["unit"],
            "kind": [say(f"steward_kind_{one}", language) for one in cells["kind"]],
        }
    )
