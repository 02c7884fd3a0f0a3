"""Where the table begins in a sheet, which column is which, and in what unit the amounts stand.

Titles and unit lines may stand above the header. Headers are matched exactly, after full width, white space and
case are set aside; nothing is guessed. A unit may stand in a unit line, in a header, in a column of its own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from scicity.ingest.cells import Cell, Row
from scicity.ingest.findings import Finding, Refused, values_of
from scicity.ingest.schema import Column, Form, collapsed

FEWEST = 2  # headers of the form that make a row the header
LOOKED_AT = 60  # rows
DUTY = re.compile(r"[(\[【〔](?:必填|选填|可填|可选|required|optional)项?[)\]】〕]$")
# no figures and no names: nothing is lost by leaving them
QUIET = frozenset(
    {"序号", "行号", "编号", "no", "no.", "备注", "说明", "附注", "联系人", "联系电话", "电话"}
    | {"填表人", "填报人", "审核人", "填报日期", "报送日期"}
)
WITH_UNIT = r"(.+?)[(\[【〔/,:_-]?(?:计量)?(?:单位:?)?({})[)\]】〕]?"
BRACKETED = re.compile(r"(.+?)[(\[【〔](.+)[)\]】〕]")
UNIT_WORDS = ("单位:", "unit:")
SEPARATORS = re.compile(r"[、,;/()\[\]【】]+")
TITLE_UNIT = re.compile(r"[(\[【〔]((?:人民币)?[百千万亿]*元)[)\]】〕]")  # 产值表（亿元）


@dataclass(frozen=True)
class Placed:
    """A column of the form where the sheet has it: position from 1, header as printed, the header's unit or ''."""

    column: Column
    position: int
    header: str
    unit: str = ""


@dataclass(frozen=True)
class Heading:
    """What the header row (and the lines above) say. width: cells up to the last header; unit: of the unit line."""

    row: int
    width: int
    placed: Mapping[str, Placed]
    unread: tuple[Placed, ...]
    unit: str
    problems: tuple[Finding, ...]

    @property
    def clear(self) -> bool:
        """Whether it is clear in what unit the amounts stand; if not, no row can be read."""
        return not any(one.severity == "block" and one.kind.startswith("unit") for one in self.problems)

    def unit_of(self, name: str) -> str:
        """The unit that the header of an amount, or else the unit line, gives; '' when neither does."""
        return self.placed[name].unit or self.unit


class Headers:
    """The headers of one form, ready for matching."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.names = {collapsed(text): column for column in form.columns for text in column.names()}
        units = {collapsed(unit) for unit in (*form.units, *(column.unit for column in form.columns)) if unit}
        one = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
        # a form without units has headers without units
        self._patterns = [re.compile(WITH_UNIT.format(one)), BRACKETED] if units else []

    def match(self, cell: Cell) -> tuple[Column, str] | None:
        """The column a header names, and the unit it carries ('' for none); None for any other cell."""
        if not isinstance(cell, str) or len(cell) > 100:
            return None
        text = DUTY.sub("", collapsed(cell).rstrip(":"))
        twice = BRACKETED.fullmatch(text)  # 企业代码（统一社会信用代码）, 产值（当月）: two names of one column
        for name in (text, twice[1] if twice and self.names.get(twice[1]) == self.names.get(twice[2]) else ""):
            if name in self.names:
                return self.names[name], ""
        for pattern in self._patterns:
            found = pattern.fullmatch(text)
            column = self.names.get(found[1]) if found else None
            if found and column and (column.type == "amount" or column.unit):
                return column, unit_named(self.form, found[2]) or found[2]
        return None

    def matches(self, row: list[Cell]) -> int:
        """How many columns of the form a row names."""
        return len({found[0].name for found in map(self.match, row) if found})

    def find(self, rows: list[Row], sheet: str) -> Heading | None:
        """The heading of a sheet whose first rows these are; None when no row names two columns of the form."""
        best = max(rows, key=lambda row: self.matches(row[1]), default=(0, []))
        if self.matches(best[1]) < FEWEST:
            return None
        number, cells = best
        placed, unread, problems = self._place(cells, sheet, number)
        try:
            above = [cell for row, cells in rows if row < number for cell in cells]
            unit = line_unit(self.form, [sheet, *above], titles=True) or line_unit(self.form, best[1])
        except Refused as error:
            unit = ""
            problems.append(Finding("block", error.kind, sheet, number, found=error.found, values=error.values))
        width = max((one.position for one in (*placed.values(), *unread)), default=0)
        heading = Heading(number, width, placed, tuple(unread), unit, ())
        problems.extend(self._wrong(heading, sheet))
        return Heading(number, width, placed, tuple(unread), unit, tuple(problems))

    def _place(
        self, cells: list[Cell], sheet: str, number: int
    ) -> tuple[dict[str, Placed], list[Placed], list[Finding]]:
        placed: dict[str, Placed] = {}
        unread: list[Placed] = []
        problems: list[Finding] = []
        for position, cell in enumerate(cells, start=1):
            found = self.match(cell)
            header = cell.strip() if isinstance(cell, str) else ""
            if found is None:
                if header:
                    unread.append(Placed(self.form.columns[0], position, header))
                continue
            column, unit = found
            if column.name in placed:
                first = values_of({"header": placed[column.name].header, "form_header": column.header_zh})
                problems.append(Finding("block", "header_twice", sheet, number, header, position, values=first))
                continue
            placed[column.name] = Placed(column, position, header, unit)
        return placed, unread, problems

    def _wrong(self, heading: Heading, sheet: str) -> Iterable[Finding]:
        """Columns that are missing, and units that are unknown, contradict each other or are given nowhere."""
        for column in self.form.columns:
            if column.name not in heading.placed and (column.required or column.default is not None):
                kind, severity = ("column_missing", "block") if column.required else ("flag_missing", "warn")
                values = values_of({"header": column.header_zh, "header_en": column.header_en})
                yield Finding(severity, kind, sheet, heading.row, values=values)  # type: ignore[arg-type]
        for one in heading.unread:
            if collapsed(one.header) in QUIET:
                continue
            yield Finding("warn", "column_unread", sheet, heading.row, one.header, one.position, found=one.header)
        own_column = bool({column.name for column in self.form.of_type("unit")} & set(heading.placed))
        for placed in heading.placed.values():
            kind = self._unit_problem(placed, heading.unit, own_column)
            if kind:
                units = placed.column.unit or "、".join(self.form.units)
                values = values_of({"units": units, "other": heading.unit})
                yield Finding("block", kind, sheet, heading.row, placed.header, placed.position, placed.unit, values)

    def _unit_problem(self, placed: Placed, line: str, own_column: bool) -> str:
        if placed.column.type != "amount":
            # what is not money is not converted: its header may only say the form's own unit
            return "unit_differs" if placed.unit and placed.unit != collapsed(placed.column.unit) else ""
        if placed.unit and placed.unit not in self.form.units:
            return "unit_unknown"
        if placed.unit and line and placed.unit != line:
            return "units_contradict"
        return "" if placed.unit or line or own_column else "unit_missing"


@lru_cache(maxsize=4096)
def unit_named(form: Form, text: str) -> str:
    """The form's unit that `text` names ('万元', '人民币万元', '单位：万元'); '' for any other text."""
    bare = collapsed(text)
    for word in (*UNIT_WORDS, "计量", "人民币", "单位"):
        bare = bare.replace(word, "")
    bare = bare.strip("()")
    return next((unit for unit in form.units if collapsed(unit) == bare), "")


def line_unit(form: Form, cells: Iterable[Cell], titles: bool = False) -> str:
    """The unit of amounts that a unit line gives, e.g. 单位：亿元、%; '' when there is none.

    Two different ones, or money in a unit the form does not know, are refused: which column has which is not said.
    A form without amounts has no use for it. titles: a unit in brackets counts as well, as titles of tables have it.
    """
    if not form.has_amounts:
        return ""
    found: dict[str, str] = {}
    for cell in cells:
        text = collapsed(cell) if isinstance(cell, str) and len(cell) <= 200 else ""
        parts = re.split("|".join(UNIT_WORDS), text)[1:]
        parts += TITLE_UNIT.findall(text) if titles else []
        for part in parts:
            for token in filter(None, SEPARATORS.split(part)):
                unit = unit_named(form, token)
                if unit or token.endswith("元"):
                    found[unit or token] = str(cell)
    unknown = [unit for unit in found if unit not in form.units]
    if unknown:
        raise Refused("unit_unknown", found=found[unknown[0]], units="、".join(form.units))
    if len(found) > 1:
        raise Refused("units_two", found=" / ".join(found), units="、".join(form.units))
    return next(iter(found), "")
