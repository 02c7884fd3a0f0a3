"""影响预览: what readers would see after publishing, before anything is accepted."""

from html import escape

import pandas as pd
import streamlit as st

from scicity import intake
from scicity.intake import Preview, Step
from scicity.screen import steward_desk
from scicity.screen.choices import spoken
from scicity.screen.downloads import MIMES
from scicity.screen.steward_blocks import current_day, note, panel
from scicity.wording import Language, say
from scicity.wording.numbers import number, signed

SHOWN_AT_ONCE = 100
KINDS = ("new", "revised", "withdrawn")
COLUMNS = ("kind", "period_name", "subject_name", "item_name", "indicator_name", "old", "new", "difference", "unit")
NUMBERS = ("old", "new", "difference")
SHORT = ("kind", "period_name", "subject_name")
FINE = ("亿元", "%")  # units whose values have decimals
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
    """The first changes as a table, all of them as a file."""
    shown = looked.cells.head(SHOWN_AT_ONCE)
    heads = "".join(f"<th scope='col' class='{'num' if name in NUMBERS else 'text'}'>"
                    f"{escape(say(f'column_cell_{name}', language))}</th>" for name in COLUMNS)  # fmt: skip
    rows = "".join(f"<tr>{_row(row, language)}</tr>" for row in shown.to_dict("records"))
    caption = escape(say("steward_cells", language), quote=True)
    st.html(
        f"<div class='kxc'><div class='kxc-scroll' tabindex='0' role='region' aria-label='{caption}'><table>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></div>"
    )
    if len(looked.cells) > len(shown):
        note(say("steward_cells_cut", language, shown=len(shown), n=len(looked.cells)))
    with st.container(horizontal=True, key="downloads_steward_cells"):
        st.download_button(
            say("steward_cells_csv", language), _csv(looked.cells, language), "changes.csv", MIMES["csv"],
            key=f"steward_cells_{steward_desk.turn()}", on_click="ignore", type="tertiary", icon=":material/download:",
        )  # fmt: skip


def _row(row: dict, language: Language) -> str:
    """Amounts to two decimals, counts whole; a value that is or will not be there is '--'."""
    decimals = 2 if row["unit"] in FINE else 0
    texts = {
        **row,
        "kind": say(f"steward_kind_{row['kind']}", language),
        "old": number(row["old_value"], decimals, language),
        "new": number(row["new_value"], decimals, language),
        "difference": signed(row["difference"], decimals, language),
        "unit": intake.unit(row["unit"], language),
    }
    classes = {name: "num" if name in NUMBERS else "text short" if name in SHORT else "text" for name in COLUMNS}
    return "".join(f"<td class='{classes[name]}'>{escape(str(texts[name]))}</td>" for name in COLUMNS)


def _csv(cells: pd.DataFrame, language: Language) -> bytes:
    """All changes with their values in full."""
    table = cells.rename(columns={"old_value": "old", "new_value": "new"})[list(COLUMNS)]
    table = table.assign(kind=[say(f"steward_kind_{one}", language) for one in table["kind"]])
    return table.rename(columns=lambda one: say(f"column_cell_{one}", language)).to_csv(index=False).encode("utf-8-sig")
