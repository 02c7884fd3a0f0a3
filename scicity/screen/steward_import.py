"""导入报表: upload, findings, preview, accept and publish, one below the other as far as the batch has come."""

import streamlit as st

from scicity import intake
from scicity.screen import (
    steward_accept,
    steward_bulletins,
    steward_desk,
    steward_findings,
    steward_preview,
    steward_understood,
)
from scicity.screen.choices import spoken
from scicity.screen.steward_blocks import panel
from scicity.wording import say

AUTO = ""


def show() -> None:
    for text in steward_desk.told():
        st.success(text)
    desk = _upload()
    if desk is None:
        steward_accept.show_waiting()
        return
    steward_bulletins.show(desk)
    if not desk.reports:
        return
    steward_findings.show(desk)
    steward_understood.show(desk)
    if any(report.blocks for report in desk.reports):
        return
    steward_preview.show(desk)
    steward_accept.show(desk)


def _upload() -> steward_desk.Desk | None:
    language, turn = spoken(), steward_desk.turn()
    limit = st.get_option("server.maxUploadSize")
    with panel("upload", say("steward_upload", language), say("steward_upload_line", language, limit=limit)):
        files = st.file_uploader(
            say("steward_upload_label", language), accept_multiple_files=True, key=f"steward_files_{turn}",
            label_visibility="collapsed",
        )  # fmt: skip
        form = AUTO
        if files:
            titles = intake.titles(language)
            form = st.selectbox(
                say("steward_form", language), [AUTO, *titles], key=f"steward_form_{turn}",
                format_func=lambda name: titles.get(name) or say("steward_form_auto", language),
            )  # fmt: skip
    return steward_desk.laid(files, form)
