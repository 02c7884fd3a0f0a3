"""A month of a release as a document: what the office writes every month, before it is a file.

The text is made by rules from named figures, is checked by the linter before anybody exports it, and next month takes
over what people have written by hand.
"""

from scicity.briefing.documents import brief, monthly
from scicity.briefing.express import express
from scicity.briefing.files import ENDINGS, Made, Refused, made
from scicity.briefing.lint import Complaint, blocking, lint, mended
from scicity.briefing.rolling import rolled

__all__ = [
    "ENDINGS", "Complaint", "Made", "Refused", "blocking", "brief", "express", "lint", "made", "mended", "monthly",
    "rolled",
]  # fmt: skip
