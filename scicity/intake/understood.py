"""What a file was taken for, to be confirmed by eye: encoding, header row, unit, first rows as they would count."""

from collections.abc import Iterator

import pandas as pd

from scicity import ingest
from scicity.ingest.schema import Column
from scicity.intake.names import unit
from scicity.intake.reports import Report
from scicity.measures import taxonomy
from scicity.wording import Language, say, words

FIRST = 8  # rows


def facts(report: Report, language: Language = "zh") -> list[tuple[str, str]]:
    """How the file was read, as pairs of name and value in the reader's words."""
    reading = report.checked.reading
    pairs = [
        ("kind", say(f"steward_kind_{reading.kind}", language) if reading.kind else ""),
        ("encoding", reading.encoding),
        ("delimiter", _delimiter(reading.delimiter, language)),
        *_sheets(report, language),
        ("hidden", "、".join(reading.hidden)),
        ("unread", "、".join(one for one in reading.unread if one != say("form_sheet_notes", "zh"))),
    ]
    return [(say(f"steward_fact_{key}", language), value) for key, value in pairs if value]


def first_rows(report: Report, language: Language = "zh") -> pd.DataFrame:
    """The first rows as understood, headed by the form's own headers, amounts in its stored unit; all as text."""
    form, rows = ingest.load(report.form), report.checked.understood.head(FIRST)
    shown = {}
    for column in form.recorded():
        if column.name in rows and rows[column.name].notna().any():
            heading = column.header(language)
            if column.type == "amount":
                heading = say("steward_heading_unit", language, header=heading, unit=unit(form.stored_unit, language))
            shown[heading] = [_plain(value, column, language) for value in rows[column.name]]
    return pd.DataFrame(shown)


def _sheets(report: Report, language: Language) -> Iterator[tuple[str, str]]:
    single = len(report.checked.reading.sheets) == 1
    for one in report.checked.reading.sheets:
        if one.sheet:
            yield "sheet", one.sheet
        yield "header", str(one.header_row)
        if ingest.load(report.form).has_amounts:
            yield "unit", one.unit or say("steward_fact_by_column", language)
        if not single:
            yield "rows", str(one.rows_read - one.rows_explained)


def _delimiter(character: str, language: Language) -> str:
    names = {",": "comma", "\t": "tab", ";": "semicolon", "|": "pipe", " ": "space"}
    key = f"steward_delimiter_{names.get(character, '')}"
    return words()[key][language] if key in words() else character


def _plain(value: object, column: Column, language: Language) -> str:
    """A value as text: codes by name, no trailing zeros, yes and no in words, '' where there is nothing."""
    if pd.isna(value):
        return ""
    if isinstance(value, bool):
        return say("steward_yes" if value else "steward_no", language)
    text = str(value)
    if column.type == "subfield":
        return (
            taxonomy.item(text).name(language) if ("leading", text) in taxonomy.items() else say("form_other", language)
        )
    if column.type == "choice":
        return next((one.name(language) for one in column.options if one.code == text), text)
    return text.rstrip("0").rstrip(".") if "." in text and text.replace(".", "").lstrip("-").isdigit() else text
