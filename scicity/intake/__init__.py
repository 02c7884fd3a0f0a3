"""One door for reports, for the shell and for the page: check, look ahead, accept, publish, look back.

A report is compared with what was accepted before; whatever blocks it keeps the whole batch out, a warning needs a
reason, and the reason is kept with the submission. Nothing is kept here: files and rows go to the records or nowhere.
"""

from scicity.intake.accepting import ANY, Held, accept, held
from scicity.intake.bulletins import COLUMNS, Bulletin, bulletin, bulletin_csv, bulletins
from scicity.intake.coverage import coverage, ledgers, missing, monthly_forms
from scicity.intake.excerpts import candidates, keep, kept, kept_csv
from scicity.intake.handing_out import blank, findings_csv, findings_json, findings_table, guide, marked
from scicity.intake.names import unit
from scicity.intake.preview import Preview, Step, preview
from scicity.intake.publishing import Entry, history, pending, publish, roll_back, sign_off, state
from scicity.intake.repeats import Repeat, repeats
from scicity.intake.reports import Report, checked, title, titles
from scicity.intake.understood import facts, first_rows

__all__ = [
    "ANY",
    "COLUMNS",
    "Bulletin",
    "Entry",
    "Held",
    "Preview",
    "Repeat",
    "Report",
    "Step",
    "accept",
    "blank",
    "bulletin",
    "bulletin_csv",
    "bulletins",
    "candidates",
    "checked",
    "coverage",
    "facts",
    "findings_csv",
    "findings_json",
    "findings_table",
    "first_rows",
    "guide",
    "held",
    "history",
    "keep",
    "kept",
    "kept_csv",
    "ledgers",
    "marked",
    "missing",
    "monthly_forms",
    "pending",
    "preview",
    "publish",
    "repeats",
    "roll_back",
    "sign_off",
    "state",
    "title",
    "titles",
    "unit",
]
