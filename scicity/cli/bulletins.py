"""The bulletin branch of `check`: its tables are read into rows; what was understood is shown for confirmation."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from scicity import ingest
from scicity.cli.printing import dump, show, tell
from scicity.ingest.bulletin import FORM, Bulletin, Understood, is_bulletin, read_bulletin

Period = Annotated[str, typer.Option("--period", help="Bulletin tables: their period, as 2020 or 2020-01/2020-08.")]
Unit = Annotated[str, typer.Option("--unit", help="Bulletin tables: the unit of their amounts, as 亿元.")]
Indicator = Annotated[str, typer.Option("--indicator", help="Bulletin tables: their indicator.")]


def takes(file: Path, form: str, answers: tuple[str, str, str]) -> bool:
    """Whether the file is to be read as a bulletin: asked for, an answer to its questions given, or told by itself."""
    return form == FORM or (not form and file.is_file() and (any(answers) or is_bulletin(file)))


def check(file: Path, answers: tuple[str, str, str], rows: Path | None, marked: Path | None, as_json: bool) -> None:
    """Reads the file, prints what was understood and found, writes the rows. Exit code 1 while a finding blocks."""
    period, unit, indicator = answers
    try:
        read = read_bulletin(file, period=period, unit=unit, indicator=indicator)
    except ValueError as error:  # an answer that is none
        raise typer.BadParameter(str(error)) from error
    _print_json(read) if as_json else _print(read)
    if rows and read.accepted:
        read.write(rows)
    if marked and file.is_file():
        marked.write_bytes(ingest.marked_workbook(file, read.checked(), "zh"))
    if not read.accepted:
        raise typer.Exit(1)


def _print_json(read: Bulletin) -> None:
    dump({"file": read.file, "form": FORM, "accepted": read.accepted, "rows": len(read.rows), "encoding": read.encoding,
          "delimiter": read.delimiter, "understood": [asdict(table) for table in read.tables],
          "findings": [one.as_dict("en") for one in read.findings]})  # fmt: skip


def _print(read: Bulletin) -> None:
    for number, table in enumerate(read.tables, start=1):
        tell(f"Table {number}: {_told(table)}")
        show(["indicator", "item", "period", "measure", "value", "unit"], table.first)
    if read.findings:
        show(
            ["severity", "sheet", "row", "column", "finding"],
            [(one.severity, one.sheet, one.row, one.column, one.text("en")) for one in read.findings],
        )
    how = ", ".join(filter(None, (read.kind, read.encoding, f"delimiter {read.delimiter!r}" if read.delimiter else "")))
    tell(f"{read.file} ({FORM}; {how}): {len(read.rows)} rows {'accepted' if read.accepted else 'refused'}")


def _told(table: Understood) -> str:
    """What was understood of a table, in one line."""
    first, last = table.header_rows
    parts = [
        f"sheet '{table.sheet}'" if table.sheet else "",
        f"title '{table.title}'" if table.title else "no title",
        f"unit line '{table.unit_line}'" if table.unit_line else "no unit line",
        f"header in row {first}" if first == last else f"header in rows {first} to {last}",
        f"period {table.period}, from {table.period_from}" if table.period else "periods in the table",
        f"rows are {table.rows_are}",
        f"{table.rows} rows",
    ]
    return "; ".join(filter(None, parts))
