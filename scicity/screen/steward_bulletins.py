"""公报表格: what was read of a table of 指标, 绝对额, 同比, to be confirmed and taken away as rows."""

from pathlib import Path

import pandas as pd
import streamlit as st

from scicity import intake
from scicity.exports.columns import TableColumn
from scicity.screen import tables
from scicity.screen.choices import spoken
from scicity.screen.downloads import MIMES
from scicity.screen.steward_blocks import facts, note, panel, show_rows
from scicity.screen.steward_desk import Desk, turn
from scicity.wording import say

SHOWN_AT_ONCE = 100
ANSWERS = ("period", "unit", "indicator")


def show(desk: Desk) -> None:
    for number, path in enumerate(desk.bulletins):
        _bulletin(number, path)


def _bulletin(number: int, path: Path) -> None:
    language = spoken()
    title = say("steward_bulletin", language, file=path.name)
    with panel(f"bulletin_{number}", title, say("steward_bulletin_line", language)):
        try:
            read = intake.bulletin(path, **_answers(number))
        except ValueError as why:
            st.error(say("steward_refused", language, why=why))
            return
        for table in read.tables:
            told = {"sheet": table.sheet, "title": table.title, "unit": table.unit_line, "period": table.period,
                    "header": "—".join(map(str, dict.fromkeys(table.header_rows))), "scope": table.scope,
                    "rows": str(table.rows)}  # fmt: skip
            facts([(say(f"steward_fact_{name}", language), value) for name, value in told.items()])
        if read.findings:
            show_rows(_findings(read), "steward", say("steward_findings", language))
        rows = read.rows[list(intake.COLUMNS)]
        if rows.empty:
            note(say("steward_no_rows", language))
            return
        columns = [TableColumn(name, say(f"column_bulletin_{name}", language), "text") for name in rows]
        first = rows.head(SHOWN_AT_ONCE)
        first = first.assign(measure=[say(f"steward_measure_{one}", language) for one in first["measure"]])
        tables.show_table(first, columns, language, title)
        note(say("steward_first_rows", language, n=min(len(rows), SHOWN_AT_ONCE)))
        st.download_button(say("steward_bulletin_csv", language, n=len(rows)), intake.bulletin_csv(read),
                           f"{path.stem}.csv", MIMES["csv"], key=f"steward_bulletin_{turn()}_{number}",
                           on_click="ignore", type="tertiary", icon=":material/download:")  # fmt: skip


def _answers(number: int) -> dict[str, str]:
    """What the file leaves open can be said here; empty fields leave it to the file."""
    language = spoken()
    with st.expander(say("steward_answers", language)), st.container(horizontal=True):
        return {
            name: st.text_input(say(f"steward_answer_{name}", language), key=f"steward_{name}_{turn()}_{number}",
                                placeholder=say(f"steward_answer_{name}_hint", language)).strip()
            for name in ANSWERS
        }  # fmt: skip


def _findings(read: intake.Bulletin) -> pd.DataFrame:
    language = spoken()
    return pd.DataFrame(
        {
            "severity": say(f"steward_severity_{one.severity}", language),
            "sheet": one.sheet,
            "row": str(one.row or ""),
            "column": one.column,
            "found": one.found,
            "expected": one.expected(language),
            "advice": one.advice(language),
        }
        for one in read.findings
    )
