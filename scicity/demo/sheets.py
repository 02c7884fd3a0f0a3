"""One report file on disk: the same form, laid out after one office's habit.

Months are written as that office writes them, 1—2月 always as such; amounts in its own unit, without rounding.
"""

import csv
import io
import tomllib
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

import xlsxwriter

from scicity import periods, places
from scicity.demo.reports import Report
from scicity.demo.settings import Habit, Settings
from scicity.measures.taxonomy import OTHER, item

FORM = "enterprise_output"
AMOUNTS = ("output_month", "output_ytd", "base_month", "base_ytd")
# decimals left of a hundredth of 万元 (100 yuan) in each unit
DECIMALS = {"万元": 2, "千元": 1}
# A workbook carries its making time; a fixed one keeps the files equal.
MADE = datetime(2020, 10, 15)

Cell = str | int | float


@cache
def form_headers() -> dict[str, str]:
    """The Chinese header of each column of the form, in its order."""
    form = tomllib.loads((places.FORMS / f"{FORM}.toml").read_text(encoding="utf-8"))
    return {column["name"]: column["header_zh"] for column in form["columns"]}


def write_sheet(settings: Settings, habit: Habit, path: Path, title: str, reports: Sequence[Report]) -> Path:
    """Writes the reports to `path` plus the habit's ending and returns that path; an existing file is replaced."""
    rows = [*_opening(settings, habit, title), _headers(settings, habit)]
    rows += [_row(settings, habit, report) for report in reports]
    target = path.with_name(f"{path.name}.{habit.kind}")
    write = _write_csv if habit.kind == "csv" else _write_xlsx
    write(target, rows, habit, settings.words["sheet"])
    return target


def _opening(settings: Settings, habit: Habit, title: str) -> list[list[Cell]]:
    lines: list[list[Cell]] = [[title]] if habit.title else []
    lines += [[]] if habit.gap else []
    if habit.unit == "line":
        lines.append([settings.words["unit_line"].format(unit=habit.unit_name)])
    return lines


def _headers(settings: Settings, habit: Habit) -> list[Cell]:
    told = form_headers() | dict(habit.headers or {})
    headers: list[Cell] = []
    for name, header in told.items():
        if name == "unit" and habit.unit != "column":
            continue
        marked = name in AMOUNTS and habit.unit == "header"
        headers.append(settings.words["unit_header"].format(header=header, unit=habit.unit_name) if marked else header)
    return headers


def _row(settings: Settings, habit: Habit, report: Report) -> list[Cell]:
    one = report.enterprise
    flag = {True: settings.words["yes"], False: settings.words["no"]}
    row: list[Cell] = [_month(habit, report.month), _field(settings, habit, one.subfield), one.code, one.name]
    row += [one.group_code, flag[one.is_high_tech], flag[one.is_strategic]]
    row += [_amount(habit, getattr(report, name)) for name in AMOUNTS]
    return [*row, habit.unit_name] if habit.unit == "column" else row


def _month(habit: Habit, month: str) -> str:
    # '2020-02' in a report would read as February alone, which the form refuses
    spoken = habit.month == "zh" or periods.number_of(month) == 2
    return periods.label(month) if spoken else month


def _field(settings: Settings, habit: Habit, subfield: str) -> str:
    if habit.fields == "code":
        return subfield
    return settings.words["other"] if subfield == OTHER else item(subfield).name_zh


def _amount(habit: Habit, hundredths: int) -> Cell:
    places_left = DECIMALS[habit.unit_name]
    if habit.kind == "xlsx":
        return hundredths / 10**places_left
    whole, rest = divmod(hundredths, 10**places_left)
    return f"{whole}.{rest:0{places_left}d}"


def _write_csv(path: Path, rows: list[list[Cell]], habit: Habit, _sheet: str) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(habit.encoding))


def _write_xlsx(path: Path, rows: list[list[Cell]], habit: Habit, sheet: str) -> None:
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        book.set_properties({"created": MADE})
        page = book.add_worksheet(sheet)
        number = book.add_format({"num_format": "0." + "0" * DECIMALS[habit.unit_name]})
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(at, column, cell)
                else:
                    page.write_number(at, column, cell, number)
        page.set_column(0, len(rows[-1]) - 1, 16)
