"""The door: a file with bulletin tables comes in; rows, findings and what was understood of each table go out.

What was detected is told, to be confirmed; what is unclear is asked in a finding that blocks, and answered by the
caller. No exception leaves this room because of a file.
"""

import logging
import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from scicity.ingest import reading
from scicity.ingest.bulletin import sheets, tables, times
from scicity.ingest.bulletin.context import Answers, Context, answered, around
from scicity.ingest.bulletin.facts import Fact, Facts
from scicity.ingest.bulletin.labels import as_printed, printed_name
from scicity.ingest.bulletin.sheets import Sheet
from scicity.ingest.bulletin.tables import Table
from scicity.ingest.bulletin.times import Span
from scicity.ingest.bulletin.words import compact, simplified, unit_of
from scicity.ingest.checking import Checked, Reading
from scicity.ingest.findings import Finding, Findings, Refused, letter, refusal, values_of

FORM = "bulletin"
COLUMNS = ("indicator_zh", "item_zh", "period", "measure", "value", "unit")
TRACE = ("sheet", "row", "position", "column", "status", "qualifier", "printed", "group", "table")
FIRST_ROWS = 3

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Understood:
    """How one table was read, to be shown for confirmation.

    header_rows: first and last; period: as context gives it ('' for none), taken from answer, title, page (first
    titles of the sheet), sheet (its name), file (its name); rows are mixed, items or periods; columns: each column of
    values with its measure; first: the first rows as understood.
    """

    sheet: str
    title: str
    unit_line: str
    header_rows: tuple[int, int]
    scope: str
    period: str
    period_from: str
    rows_are: str
    indicator: str
    columns: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    rows: int
    first: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Bulletin:
    """What a file of bulletin tables turned out to be.

    understood_rows: indicator_zh, item_zh, period (2020, 2020-12, 2020-01/2020-08), measure (value, yoy, mom), value
        (text, digits as printed; '' where the file prints -- or ***), unit; then the place (sheet, row, position and
        column head), status (given, missing, masked), qualifier (exact, about, over …), printed, group, table.
    """

    file: str
    kind: str
    encoding: str
    delimiter: str
    understood_rows: pd.DataFrame
    findings: tuple[Finding, ...]
    tables: tuple[Understood, ...]

    @property
    def accepted(self) -> bool:
        return not any(finding.severity == "block" for finding in self.findings)

    @property
    def rows(self) -> pd.DataFrame:
        """The rows, or none of them while a finding blocks."""
        return self.understood_rows if self.accepted else self.understood_rows.iloc[:0]

    def checked(self) -> Checked:
        """The same as the check of a report gives, for whoever marks findings in the file."""
        how = Reading(self.kind, self.encoding, self.delimiter, rows_read=len(self.understood_rows))
        return Checked(FORM, self.file, "", self.understood_rows, self.findings, how)

    def write(self, path: Path) -> None:
        """Writes the six columns as UTF-8 text."""
        self.rows[list(COLUMNS)].to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


def read_bulletin(path: Path | str, *, period: str = "", unit: str = "", indicator: str = "") -> Bulletin:
    """Reads the bulletin tables of a file. period, unit, indicator answer what the file leaves open.

    A period or unit that can't be one raises ValueError; whatever is wrong with the file is a finding.
    """
    path = Path(path)
    answers = Answers(period, unit_of(compact(unit)), indicator.strip())
    if unit and not answers.unit:
        raise ValueError(f"{unit}: write a unit as tables print it, e.g. 亿元, 万辆, %")
    if period:
        answered(period)
    read = _Read(answers, path.stem)
    try:
        read.run(path)
    except Refused as error:
        read.findings.add(refusal(error))
    except (FileNotFoundError, IsADirectoryError):
        read.findings.add(Finding("block", "no_file", found=path.name))
    except (Exception, RecursionError):
        number = uuid.uuid4().hex[:8]
        log.exception("reading %s failed, number %s", path.name, number)
        read.findings.add(Finding("block", "unreadable", found=path.name, values=values_of({"number": number})))
    return read.bulletin(path)


class _Read:
    """One file on its way through, sheet by sheet and table by table."""

    def __init__(self, answers: Answers, name: str) -> None:
        self.answers, self.name = answers, name
        self.findings = Findings()
        self.opened = sheets.Sheets("", "", "", (), ())
        self.records: list[tuple[str, ...]] = []
        self.understood: list[Understood] = []
        self.from_name = False

    def run(self, path: Path) -> None:
        facts = reading.facts(path)
        if facts.named_otherwise:
            said = values_of({"kind": facts.kind})
            self.findings.add(Finding("warn", "ending", found=path.suffix or path.name, values=said))
        self.opened = sheets.opened(path, facts.kind)
        for name in self.opened.hidden:
            self.findings.add(Finding("warn", "sheet_hidden", name))
        for sheet in self.opened.sheets:
            self._sheet(sheet)
        if not self.records and not self.findings.blocked:
            self.findings.add(Finding("block", "bulletin_no_table"))
        for finding in _twice(self.records):
            self.findings.add(finding)

    def _sheet(self, sheet: Sheet) -> None:
        found, lost = tables.split(sheet)
        for table in found:
            if not table.body:
                head, row = table.header[0].filled[0].text, table.header[0].row
                self.findings.add(Finding("warn", "bulletin_no_rows", sheet.name, row, found=head))
        found = [table for table in found if table.body]
        for row in sheet.hidden_rows:
            self.findings.add(Finding("warn", "bulletin_hidden_row", sheet.name, row))
        for column in sheet.hidden_columns:
            said = values_of({"letter": letter(column)})
            self.findings.add(Finding("warn", "bulletin_hidden_column", sheet.name, values=said))
        for line in lost:
            self.findings.add(Finding("block", "bulletin_no_header", sheet.name, line.row, found=line.filled[0].text))
        for table in found:
            try:
                context = around(table, found[0], self.name, self.answers)
            except Refused as error:
                self.findings.add(refusal(error, sheet=sheet.name, row=table.header[0].row))
                continue
            self._table(table, context)

    def _table(self, table: Table, context: Context) -> None:
        read = Facts(table, context)
        for finding in read.findings:
            self.findings.add(finding)
        used = context.source == "file" and any(
            not (fact.row.span or fact.column.span) or not (fact.row.span or fact.column.span).year  # type: ignore[union-attr]
            for fact in read.facts
        )
        if used and not self.from_name and context.span:
            self.from_name = True
            self.findings.add(_from_name(table, context.span, self.name))
        number = str(len(self.understood) + 1)
        printed = as_printed(table.body)
        records = [_record(fact, table.sheet, number, printed) for fact in read.facts]
        self.records.extend(records)
        self.understood.append(_understood(read, records))

    def bulletin(self, path: Path) -> Bulletin:
        frame = pd.DataFrame(self.records, columns=[*COLUMNS, *TRACE], dtype="string")
        frame = frame.astype({"row": "int64", "position": "int64", "table": "int64"})
        opened = self.opened
        return Bulletin(path.name, opened.kind, opened.encoding, opened.delimiter, frame, self.findings.all(),
                        tuple(self.understood))  # fmt: skip


def _from_name(table: Table, named: Span, file: str) -> Finding:
    """Says that the period is that of the file's name; where a day stands alone above the table, asks which holds."""
    for spot in (one for line in table.above for one in line.filled):
        if day := times.day_alone(spot.text):
            said = values_of({"choices": f"{named.written()}、{day.written()}"})
            return Finding("block", "bulletin_period_unclear", table.sheet, spot.row, found=spot.text, values=said)
    return Finding("warn", "bulletin_year_from_name", found=file, values=values_of({"period": named.written()}))


def _record(fact: Fact, sheet: str, number: str, printed: Mapping[str, str]) -> tuple[str, ...]:
    meaning, value, row, column = fact.meaning, fact.value, fact.row, fact.column
    spot = row.line.at(column.position)
    indicator, item = (printed_name(one, printed) for one in (meaning.indicator, meaning.item))
    return (indicator, item, meaning.period, meaning.measure, value.value, meaning.unit, sheet,
            str(spot.row), str(column.position), column.head, value.status, value.qualifier, spot.text, row.heading,
            number)  # fmt: skip


def _understood(read: Facts, records: Sequence[tuple[str, ...]]) -> Understood:
    table, context = read.table, read.context
    columns = tuple((one.head, read.meanings.nature(None, one) or "?") for one in read.columns if one.role == "value")
    return Understood(
        sheet=table.sheet,
        title=" ".join(context.titles),
        unit_line=context.unit_line,
        header_rows=(table.header[0].row, table.header[-1].row),
        scope=read.scope,
        period=context.span.written() if context.span else "",
        period_from=context.source,
        rows_are=read.mode,
        indicator=context.indicator,
        columns=columns,
        notes=tuple(spot.text for line in table.notes for spot in line.filled),
        rows=len(records),
        first=tuple(record[: len(COLUMNS)] for record in records[:FIRST_ROWS]),
    )


def _twice(records: Sequence[tuple[str, ...]]) -> Iterator[Finding]:
    """The same indicator, item, period and measure with two values: which one holds is asked."""
    seen: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for record in records:
        seen[*(simplified(part) for part in record[:4]), record[5]].append(record)
    for same in seen.values():
        first = same[0]
        for other in same[1:]:
            if other[4] != first[4]:
                said = values_of({"name": "·".join(filter(None, first[:2])), "row": first[7], "value": first[4] or "--",
                                  "sheet": first[6]})  # fmt: skip
                yield Finding("block", "bulletin_twice", other[6], int(other[7]), other[9], int(other[8]),
                              other[4] or "--", said)  # fmt: skip


__all__ = ["COLUMNS", "Bulletin", "Understood", "read_bulletin"]
