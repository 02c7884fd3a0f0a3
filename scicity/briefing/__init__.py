"""A month of a release as a document: what the office writes every month, before it is a file.

The text is made by rules from named figures, is checked by the linter before anybody exports it, and next month takes
over what people have written by hand.
"""

from scicity.briefing.documents import brief, monthly

__all__ = ["brief", "monthly"]
