"""The text of a bulletin or an article comes in; the figures it prints come out, for a person to confirm.

Rules only: the same text gives the same candidates, and every candidate shows the words it was read from. What the
text leaves open stays empty; nothing here enters a release by itself.
"""

from scicity.ingest.news.candidates import Candidate, candidates
from scicity.ingest.news.layout import COLUMNS, as_rows

__all__ = ["COLUMNS", "Candidate", "as_rows", "candidates"]
