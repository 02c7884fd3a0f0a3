"""What the system made of each file: shown so that somebody can confirm it before it counts."""

from scicity import intake
from scicity.exports.columns import TableColumn
from scicity.screen import tables
from scicity.screen.choices import spoken
from scicity.screen.steward_blocks import facts, note, panel
from scicity.screen.steward_desk import Desk
from scicity.wording import say


def show(desk: Desk) -> None:
    language = spoken()
    for number, one in enumerate(desk.reports):
        if not one.checked.reading.kind:  # nothing could be read, and the findings say why
            continue
        with panel(f"understood_{number}", say("steward_understood", language, file=one.path.name)):
            facts(intake.facts(one, language))
            rows = intake.first_rows(one, language)
            if rows.empty:
                note(say("steward_no_rows", language))
                continue
            columns = [TableColumn(name, name, "text") for name in rows]
            tables.show_table(rows, columns, language, say("steward_first_rows", language, n=len(rows)))
            note(say("steward_first_rows", language, n=len(rows)))
