"""检查结果: which files pass, every finding with its place, and the files that go back to the sender."""

from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from scicity import intake
from scicity.intake import Report
from scicity.screen.choices import spoken
from scicity.screen.downloads import MIMES
from scicity.screen.steward_blocks import note, panel, show_rows
from scicity.screen.steward_desk import Desk, turn
from scicity.wording import say

SHOWN_AT_ONCE = 200
SHOWS = ("all", "block", "warn")
COLUMNS = ("severity", "file", "sheet", "row", "column", "found", "expected", "advice")


def show(desk: Desk) -> None:
    language = spoken()
    blocks = sum(len(one.blocks) for one in desk.reports)
    warnings = sum(len(one.warnings) for one in desk.reports)
    notes = sum(len(one.remarks) for one in desk.reports)
    counted = say("steward_results_line", language, blocks=blocks, warnings=warnings, notes=notes)
    line = counted if blocks or warnings or notes else say("steward_results_none", language)
    with panel("results", say("steward_results", language), line):
        show_rows(_files(desk.reports), "steward", say("steward_results", language),
                  {"read": "count", "accepted": "count", "blocks": "count", "warnings": "count"})  # fmt: skip
        if blocks or warnings or notes:
            _findings(desk.reports, both=bool(blocks and warnings))
            _downloads(desk.reports)


def _files(reports: Sequence[Report]) -> pd.DataFrame:
    language = spoken()
    return pd.DataFrame(
        {
            "file": one.path.name,
            "form": say("steward_form_how", language, form=intake.title(one.form, language), how=_how(one)),
            "state": say(f"steward_file_{_state(one)}", language),
            "read": one.checked.reading.rows_read - one.checked.reading.rows_explained,
            "accepted": len(one.checked.rows),
            "blocks": len(one.blocks),
            "warnings": len(one.warnings),
        }
        for one in reports
    )


def _state(report: Report) -> str:
    return "blocked" if report.blocks else "warned" if report.warnings else "clean"


def _how(report: Report) -> str:
    """Whether the file told its form, somebody chose it, or nobody knows."""
    key = "told" if report.told else "given" if st.session_state.get(f"steward_form_{turn()}") else "assumed"
    return say(f"steward_{key}", spoken())


def _findings(reports: Sequence[Report], both: bool) -> None:
    language = spoken()
    found = intake.findings_table(reports, language)
    if both:
        wanted = st.segmented_control(
            say("severity_shown", language), SHOWS, default="all", required=True, key=f"steward_severity_{turn()}",
            format_func=lambda code: say(f"severity_shown_{code}", language), label_visibility="collapsed",
        )  # fmt: skip
        found = found if wanted == "all" else found[found["severity"] == wanted]
    shown = found.head(SHOWN_AT_ONCE)
    shown = shown.assign(
        severity=[say(f"steward_severity_{one}", language) for one in shown["severity"]],
        row=[str(one or "") for one in shown["row"]],
        column=[say("steward_column", language, column=name, letter=letter) if letter else name
                for name, letter in zip(shown["column"], shown["letter"], strict=True)],
    )  # fmt: skip
    names = [name for name in COLUMNS if name != "file" or len(reports) > 1]
    show_rows(shown[names], "steward", say("steward_findings", language))
    if len(found) > len(shown):
        note(say("steward_findings_cut", language, shown=len(shown), n=len(found)))


def _downloads(reports: Sequence[Report]) -> None:
    """The marked workbook of each file that has findings, and all findings as one table."""
    language = spoken()
    with st.container(horizontal=True, key="downloads_steward_findings"):
        for number, one in enumerate(reports):
            if one.checked.findings:
                label = say("steward_marked", language, file=one.path.name)
                _offer(label, partial(intake.marked, one, language), f"{one.path.stem}_marked.xlsx",
                       MIMES["xlsx"], f"marked_{number}")  # fmt: skip
        _offer(say("steward_findings_csv", language), partial(intake.findings_csv, reports, language), "findings.csv",
               MIMES["csv"], "csv")  # fmt: skip
        _offer(say("steward_findings_json", language), partial(intake.findings_json, reports, language),
               "findings.json", "application/json", "json")  # fmt: skip


def _offer(label: str, made: Callable[[], bytes], name: str, mime: str, key: str) -> None:
    """A file made at the click."""
    st.download_button(
        label,
        made,
        name,
        mime,
        key=f"steward_{key}_{turn()}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
