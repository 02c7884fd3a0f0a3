"""What goes back to whoever sent a report: the workbook marked, the findings as table and JSON, blank forms."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from scicity import ingest
from scicity.intake.reports import Report
from scicity.wording import Language

FINDING_COLUMNS = ("file", "severity", "sheet", "row", "letter", "column", "found", "expected", "advice")
ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def marked(report: Report, language: Language = "zh") -> bytes:
    """The sender's own workbook, offending cells coloured and commented; a new one for text and .xls files."""
    return ingest.marked_workbook(report.path, report.checked, language)


def findings_table(reports: Sequence[Report], language: Language = "zh") -> pd.DataFrame:
    """One row a finding, with its file; row is 0 where the whole file or sheet is meant. severity: block, warn, and
    note for a warning that needs no reason."""
    rows = [
        {
            "file": one.path.name,
            **found.as_dict(language),
            "severity": "note" if found in one.remarks else found.severity,
        }
        for one in reports
        for found in one.checked.findings
    ]
    return pd.DataFrame(rows, columns=[*FINDING_COLUMNS, "key", "kind", "text"])


def findings_csv(reports: Sequence[Report], language: Language = "zh") -> bytes:
    """The findings for a spreadsheet; what could be taken for a formula there is kept as text."""
    table = findings_table(reports, language)[list(FINDING_COLUMNS)].map(_inert)
    return table.to_csv(index=False).encode("utf-8-sig")


def findings_json(reports: Sequence[Report], language: Language = "zh") -> bytes:
    """The findings for programs."""
    listed = [
        {"file": one.path.name, "form": one.form, "accepted": one.checked.accepted, "rows": len(one.checked.rows),
         "findings": [found.as_dict(language) for found in one.checked.findings]}
        for one in reports
    ]  # fmt: skip
    return json.dumps(listed, ensure_ascii=False, indent=1).encode()


def blank(form: str, language: Language = "zh") -> bytes:
    """The blank workbook of a form."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        ingest.blank_form(form, path, language)
        return path.read_bytes()


def _inert(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(ACTIVE) else value


def guide(form: str, language: Language = "zh") -> str:
    """The page that explains a form: its columns, other headers, units, checks and an example, as Markdown."""
    return ingest.form_page(form, language)
