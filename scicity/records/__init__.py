"""Accepted reports, append-only: what came together is accepted together, whole or not at all.

`records/<number>/` holds rows.parquet (the rows as understood, each with its sheet and row), findings.json (the
warnings let pass and why), submission.json (who, when, which file) and the file itself; files accepted in one act lie
as such folders inside the folder of the first of them. Later submissions make new versions of a row; nothing is ever
overwritten, and what should not count any longer is marked as withdrawn. Restricted: no page reads this room.
"""

from scicity.records.accepting import Arrival, accept, accept_all, trial
from scicity.records.reading import latest, load, verify
from scicity.records.shelf import ABOUT, FINDINGS, ROWS, Submission, counted, findings, submission, submissions
from scicity.records.standing import above
from scicity.records.withdrawing import Withdrawal, withdraw, withdrawals

__all__ = [
    "ABOUT",
    "FINDINGS",
    "ROWS",
    "Arrival",
    "Submission",
    "Withdrawal",
    "above",
    "accept",
    "accept_all",
    "counted",
    "findings",
    "latest",
    "load",
    "submission",
    "submissions",
    "trial",
    "verify",
    "withdraw",
    "withdrawals",
]
