"""Where things lie: the project's own files, and the data home that `setup` builds.

The data home is `data/` of the project unless the environment variable SCICITY_HOME names another folder;
tests and second installations use their own.
"""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LIBRARY = PROJECT / "scicity"
FORMS = PROJECT / "data" / "forms"
FORM_DOCS = PROJECT / "docs" / "forms"
PUBLISHED = PROJECT / "data" / "published"
TAXONOMY = PROJECT / "data" / "taxonomy"
CALENDAR = PROJECT / "data" / "calendar"
DEMO = PROJECT / "data" / "demo"
SETTINGS = PROJECT / "data" / "settings.toml"
INDICATORS = PROJECT / "data" / "indicators.toml"
CHAIN = PROJECT / "data" / "chain.toml"
GOALS = PROJECT / "data" / "goals.toml"
QUERIES = PROJECT / "queries"
STATIC = PROJECT / "static"


def home() -> Path:
    """The data home: records, releases and incoming files live below it."""
    return Path(os.environ.get("SCICITY_HOME") or PROJECT / "data")


def records() -> Path:
    """Accepted submissions, one folder each; restricted, never read by a page."""
    return home() / "records"


def releases() -> Path:
    """Immutable releases, one folder each, and the pointer to the current one."""
    return home() / "releases"


def incoming() -> Path:
    """Report files made by the demonstration model, before they are imported."""
    return home() / "incoming"


def baskets() -> Path:
    """What readers collect for a briefing: choices, no numbers."""
    return home() / "baskets"


def templates() -> Path:
    """A unit's own slides and documents (.pptx, .docx), used instead of ours when they are there."""
    return home() / "templates"
