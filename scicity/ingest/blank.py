"""The blank workbook of a form, to hand out: header, unit line, drop-downs, notes, and an example that is not read.

Columns of months and codes are text, so that a spreadsheet neither makes dates of months nor rounds codes. What a
choice may be is listed on the sheet of notes.
"""

from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from scicity.ingest import days, forms
from scicity.ingest.schema import QUANTITIES, Column, Form
from scicity.measures import taxonomy
from scicity.wording import Language, say

ROWS = 5000  # with drop-downs and formats
PAPER, DUTY = "#F2F2F2", "#FFF2CC"
FORMATS = {"amount": "0.0000", "number": "General", "count": "0", "date": "yyyy-mm-dd"}  # all others are text
LONGEST_LIST = 255  # characters of a drop-down that is written out


def blank_form(form: str | Form, path: Path | str, language: Language = "zh") -> None:
    """Writes the blank form as .xlsx. An unknown form raises ValueError. What it writes, `check_file` reads."""
    form = forms.given(form)
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        _table(book, form, say("form_sheet_report", language), language)
        example = _table(book, form, say("form_sheet_example", language), language)
        for position, column in enumerate(form.columns):
            _example(example, _header_row(form) + 1, position, column)
        _notes(book, form, language)


def _example(page: Any, row: int, position: int, column: Column) -> None:  # noqa: ANN401 - xlsxwriter has no types
    if column.type in QUANTITIES and column.example:
        page.write_number(row, position, float(column.example))
    elif column.type == "date" and (day := days.day(column.example, future=True)):
        page.write_datetime(row, position, date.fromisoformat(day))
    else:
        page.write_string(row, position, column.example)


def _header_row(form: Form) -> int:
    """Row of the header, counted from 0: the title stands above, and the unit line where there are amounts."""
    return 2 if form.has_amounts else 1


def _table(book: Any, form: Form, sheet: str, language: Language) -> Any:  # noqa: ANN401
    page = book.add_worksheet(sheet)
    page.write_string(0, 0, form.title(language), book.add_format({"bold": True, "font_size": 14}))
    if form.has_amounts:
        page.write_string(1, 0, say("form_unit_line", language, unit=form.stored_unit))
    top = _header_row(form)
    for position, column in enumerate(form.columns):
        frame = {"bold": True, "border": 1, "text_wrap": True, "bg_color": DUTY if column.required else PAPER}
        page.write_string(top, position, _heading(column, language), book.add_format(frame))
        style = book.add_format({"num_format": FORMATS.get(column.type, "@")})
        page.set_column(position, position, 18, style)
        page.data_validation(top + 1, position, top + ROWS, position, _validation(form, column, language))
    page.freeze_panes(top + 1, 0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    return page


def _heading(column: Column, language: Language) -> str:
    """The header, in Chinese with the unit of a count or number; in English the form's header says it itself."""
    header = column.header(language)
    if not column.unit or column.unit in header:
        return header
    return say("form_heading_unit", language, header=header, unit=column.unit)


def _validation(form: Form, column: Column, language: Language) -> dict[str, Any]:
    """A drop-down where the values are few; in every case the note beside the cell."""
    choices = {
        "subfield": [name for name, _ in _subfields(language)],
        "flag": [say("form_yes", language), say("form_no", language)],
        "unit": list(form.units),
        "choice": [option.name(language) for option in column.options],
    }.get(column.type, [])
    source: list[str] | str = choices
    # a list is separated by commas; one that is long or has commas in it is taken from the notes
    if len(",".join(choices)) > LONGEST_LIST or any("," in one for one in choices):
        source = _listed(form, column, language) if column.type in ("choice", "subfield") else ""
    rule: dict[str, Any] = {"validate": "list", "source": source} if source else {"validate": "any"}
    note = column.note(language)
    return {**rule, "input_title": column.header(language)[:32], "input_message": note[:255]} if note else rule


def _subfields(language: Language) -> list[tuple[str, str]]:
    """Name and code of every sub-field, and of what belongs to none."""
    named = [(taxonomy.item(one).name(language), one) for one in taxonomy.subfields()]
    return [*named, (say("form_other", language), taxonomy.OTHER)]


def _listed(form: Form, column: Column, language: Language) -> str:
    """The cells of the sheet of notes that list what a choice may be."""
    rows = [row for row, line in enumerate(_lines(form, language), start=1) if line[3] == column.name]
    return f"='{say('form_sheet_notes', language)}'!$B${rows[0]}:$B${rows[-1]}"


def _lines(form: Form, language: Language) -> list[tuple[str, str, str, str]]:
    """The sheet of notes: about what, the note, a code; and, unwritten, the choice whose option the line lists."""
    duty, free = say("form_duty", language), say("form_free", language)
    lines = [
        (column.header(language), f"{duty if column.required else free} {column.note(language)}".strip(), "", "")
        for column in form.columns
    ]
    keys = ("form_note_units", "form_note_missing") if form.has_amounts else ("form_note_missing",)
    lines += [("", say(key, language, units="、".join(form.units)), "", "") for key in keys]
    lines += [
        (say("form_choices", language, header=column.header(language)), name, code, column.name)
        for column in form.of_type("subfield")
        for name, code in _subfields(language)
    ]
    return lines + [
        (say("form_choices", language, header=column.header(language)), option.name(language), option.code, column.name)
        for column in form.of_type("choice")
        for option in column.options
    ]


def _notes(book: Any, form: Form, language: Language) -> None:  # noqa: ANN401
    page = book.add_worksheet(say("form_sheet_notes", language))
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 90, book.add_format({"text_wrap": True}))
    for row, line in enumerate(_lines(form, language)):
        for position, text in enumerate(line[:3]):
            page.write_string(row, position, text)
