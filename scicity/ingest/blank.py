"""The blank workbook of a form, to hand out: header, unit line, drop-downs, notes, and an example that is not read.

Columns of months and codes are text, so that a spreadsheet neither makes dates of months nor rounds codes.
"""

from pathlib import Path
from typing import Any

import xlsxwriter

from scicity.ingest import forms
from scicity.ingest.forms import Column, Form
from scicity.measures import taxonomy
from scicity.wording import Language, say

ROWS = 5000  # with drop-downs and formats
HEADER = 2  # row of the header, counted from 0: title and unit line stand above
PAPER, DUTY = "#F2F2F2", "#FFF2CC"


def blank_form(form_name: str, path: Path | str, language: Language = "zh") -> None:
    """Writes the blank form as .xlsx. An unknown form raises ValueError. What it writes, `check_file` reads."""
    form = forms.load(form_name)
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        _table(book, form, say("form_sheet_report", language), language)
        example = _table(book, form, say("form_sheet_example", language), language)
        for position, column in enumerate(form.columns):
            if column.type == "amount" and column.example:
                example.write_number(HEADER + 1, position, float(column.example))
            else:
                example.write_string(HEADER + 1, position, column.example)
        _notes(book, form, language)


def _table(book: Any, form: Form, sheet: str, language: Language) -> Any:  # noqa: ANN401 - xlsxwriter has no types
    page = book.add_worksheet(sheet)
    page.write_string(0, 0, form.title(language), book.add_format({"bold": True, "font_size": 14}))
    page.write_string(1, 0, say("form_unit_line", language, unit=form.stored_unit))
    for position, column in enumerate(form.columns):
        frame = {"bold": True, "border": 1, "text_wrap": True, "bg_color": DUTY if column.required else PAPER}
        page.write_string(HEADER, position, column.header(language), book.add_format(frame))
        page.set_column(position, position, 18, book.add_format({"num_format": _format(column)}))
        page.data_validation(HEADER + 1, position, HEADER + ROWS, position, _validation(form, column, language))
    page.freeze_panes(HEADER + 1, 0)
    return page


def _format(column: Column) -> str:
    return "0.0000" if column.type == "amount" else "@"


def _validation(form: Form, column: Column, language: Language) -> dict[str, Any]:
    """A drop-down where the values are few; in every case the note beside the cell."""
    choices = {
        "subfield": [*(taxonomy.item(one).name(language) for one in taxonomy.subfields()), say("form_other", language)],
        "flag": [say("form_yes", language), say("form_no", language)],
        "unit": list(form.units),
    }.get(column.type)
    # a drop-down written out holds 255 characters; longer ones (English names) stay free text with the note
    fits = bool(choices) and len(",".join(choices or ())) <= 255
    rule: dict[str, Any] = {"validate": "list", "source": choices} if fits else {"validate": "any"}
    title = column.header(language)
    return (
        {**rule, "input_title": title[:32], "input_message": column.note(language)[:255]}
        if column.note(language)
        else rule
    )


def _notes(book: Any, form: Form, language: Language) -> None:  # noqa: ANN401
    page = book.add_worksheet(say("form_sheet_notes", language))
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 90, book.add_format({"text_wrap": True}))
    duty, free = say("form_duty", language), say("form_free", language)
    lines = [(column.header(language), f"{duty if column.required else free} {column.note(language)}".strip())
             for column in form.columns]  # fmt: skip
    lines += [("", say(key, language, units="、".join(form.units))) for key in ("form_note_units", "form_note_missing")]
    for row, (head, text) in enumerate(lines):
        page.write_string(row, 0, head)
        page.write_string(row, 1, text)
