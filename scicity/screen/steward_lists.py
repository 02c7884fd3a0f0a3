"""报送情况, 空白报表, 操作记录: who reported, what to hand out, who did what."""

from datetime import datetime
from functools import partial

import pandas as pd
import streamlit as st

from scicity import audit, intake, periods
from scicity.exports.columns import TableColumn
from scicity.screen import tables
from scicity.screen.choices import pick_one, spoken
from scicity.screen.downloads import MIMES
from scicity.screen.steward_blocks import note, panel, show_rows
from scicity.wording import say

MONTHS = 13  # a year, and the same month of the year before
LINES = 100


def show_coverage() -> None:
    """Expected and reported by month and form, the names of the missing, and the ledgers that have no months."""
    language = spoken()
    found = {form: frame for form in intake.monthly_forms() if len(frame := intake.coverage(form))}
    with panel("coverage", say("steward_coverage", language), say("steward_coverage_line", language, n=MONTHS)):
        if not found:
            note(say("steward_coverage_none", language))
        else:
            _coverage(found)
    if found:
        _missing(found)
    ledgers = intake.ledgers()
    if len(ledgers):
        with panel("ledgers", say("steward_ledgers", language), say("steward_ledgers_line", language)):
            rows = ledgers.assign(
                form=[intake.title(one, language) for one in ledgers["form"]],
                provenance=[say(f"steward_from_{one}", language) for one in ledgers["provenance"]],
            )
            show_rows(rows, "ledger", say("steward_ledgers", language), {"files": "count", "rows": "count"})


def _coverage(found: dict[str, pd.DataFrame]) -> None:
    """One row a month, one column a form."""
    language = spoken()
    months = sorted({month for frame in found.values() for month in frame["month"]}, reverse=True)[:MONTHS]
    cells = {form: {row.month: _cell(row) for row in frame.itertuples()} for form, frame in found.items()}
    rows = pd.DataFrame({form: [told.get(month, "") for month in months] for form, told in cells.items()})
    rows.insert(0, "month", [periods.label(month, "month", language) for month in months])
    columns = [TableColumn("month", say("steward_coverage_month", language), "text")]
    columns += [TableColumn(form, intake.title(form, language), "text") for form in found]
    tables.show_table(rows, columns, language, say("steward_coverage", language))
    if any((frame["provenance"] == "demo").any() for frame in found.values()):
        note(say("steward_coverage_demo", language))


def _cell(row) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    language = spoken()
    if not row.expected:  # nobody reported the month before: there is nothing to be missing
        return say("steward_coverage_first", language, n=row.added) + (" *" if row.provenance == "demo" else "")
    text = say("steward_coverage_cell", language, reported=row.reported, expected=row.expected)
    text = say("steward_coverage_added", language, text=text, n=row.added) if row.added else text
    return f"{text} *" if row.provenance == "demo" else text


def _missing(found: dict[str, pd.DataFrame]) -> None:
    language = spoken()
    with panel("missing", say("steward_missing", language)):
        with st.container(horizontal=True):
            form = pick_one("form", list(found), next(iter(found)), say("steward_form", language),
                            lambda one: intake.title(one, language))  # fmt: skip
            months = found[form]["month"].tolist()
            month = pick_one("missing", months, months[0], say("steward_coverage_month", language),
                             lambda one: periods.label(one, "month", language))  # fmt: skip
        row = found[form].set_index("month").loc[month]
        values = {"form": intake.title(form, language), "period": periods.label(month, "month", language)}
        if not row["missing"]:
            note(say("steward_missing_all", language, **values))
            return
        counts = {name: row[name] for name in ("expected", "reported", "missing")}
        note(say("steward_missing_line", language, **values, **counts))
        names = intake.missing(form, month)
        names.columns = [say(f"steward_missing_{one}", language) for one in names]
        columns = [TableColumn(one, one, "text") for one in names]
        tables.show_table(names, columns, language, say("steward_missing", language))
        st.download_button(say("steward_missing_csv", language), names.to_csv(index=False).encode("utf-8-sig"),
                           f"missing_{form}_{month}.csv", MIMES["csv"], on_click="ignore", type="tertiary",
                           icon=":material/download:")  # fmt: skip


def show_forms() -> None:
    """The blank workbook of every form, and the guide to the one chosen."""
    language = spoken()
    with panel("forms", say("steward_blank_forms", language), say("steward_blank_forms_line", language)):
        for form, title in intake.titles(language).items():
            with st.container(horizontal=True, vertical_alignment="center", key=f"steward_form_{form}"):
                st.html(f"<div class='kxc kxc-form'>{title}</div>", width="stretch")
                st.download_button(
                    say("steward_blank_download", language), partial(intake.blank, form, language),
                    f"{title}.xlsx", MIMES["xlsx"], key=f"blank_{form}", on_click="ignore",
                )  # fmt: skip
    with panel("guide", say("steward_guide", language), say("steward_guide_line", language)):
        titles = intake.titles(language)
        form = pick_one("form", list(titles), next(iter(titles)), say("steward_form", language), titles.__getitem__)
        # the panel is its title already, and whoever fills the form in need not know how its page was made
        _, _, body = intake.guide(form, language).split("\n\n", 2)
        st.markdown(body.replace("\n## ", "\n#### ").replace("\n### ", "\n##### "))


def show_log() -> None:
    """The last acts, and whether the log is whole."""
    language, entries, verdict = spoken(), audit.entries(), audit.verify()
    with panel("log", say("steward_log", language), say("steward_log_line", language, n=LINES)):
        if not entries:
            note(say("steward_log_none", language))
            return
        if verdict.whole:
            note(say("steward_log_whole", language, n=verdict.lines))
        else:
            st.error(say("steward_log_broken", language, lines="、".join(map(str, verdict.broken))))
        rows = pd.DataFrame(
            {"at": _local(one.at), "who": one.who, "act": say(f"steward_act_{one.act}", language),
             "facts": _told(one.facts)}
            for one in reversed(entries[-LINES:])
        )  # fmt: skip
        show_rows(rows, "log", say("steward_log", language))


def _local(at: str) -> str:
    """The time as the clock on this server's wall has it."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _told(facts: dict) -> str:
    """What an act was about, without checksums: names, numbers, notes."""
    files = [f"{one.get('submission', '')} {one.get('file', '')}".strip() for one in facts.get("files", ())]
    wanted = ("release", "before", "submission", "file", "form", "reason", "note", "undone", "wanted", "shown")
    return "，".join([*files, *(str(facts[key]) for key in wanted if facts.get(key))])
