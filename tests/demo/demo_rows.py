"""Reads the demonstration's files the plain way, so that the tests do not lean on the room that reads reports."""

import csv
import io
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook

from scicity.demo import PlannedRelease

AMOUNTS = {
    "产值": "output_month",
    "产值（营业收入）": "output_month",
    "累计产值": "output_ytd",
    "累计产值（营业收入）": "output_ytd",
    "上年同月": "base_month",
    "上年同期累计": "base_ytd",
}
TEXTS = {
    "月份": "month",
    "细分领域": "subfield",
    "企业代码": "code",
    "企业名称": "name",
    "集团代码": "group",
    "高技术制造业": "high_tech",
    "战略性新兴产业": "strategic",
    "单位": "unit",
}
# one of the unit in hundredths of 10 thousand yuan (100 yuan)
HUNDREDTHS = {"万元": 100, "千元": 10}


def cells(path: Path) -> list[list[object]]:
    """Every cell of the file's only sheet; the text of a CSV."""
    if path.suffix == ".csv":
        text = path.read_bytes()
        encoding = "utf-8-sig" if text.startswith(b"\xef\xbb\xbf") else "gb18030"
        return [list(row) for row in csv.reader(io.StringIO(text.decode(encoding)))]
    (sheet,) = CalamineWorkbook.from_path(str(path)).sheet_names
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def header_at(rows: list[list[object]]) -> int:
    return next(at for at, row in enumerate(rows) if "企业代码" in row)


def read(path: Path) -> list[dict]:
    """The rows of a report: months as 'YYYY-MM', amounts as whole hundredths of 10 thousand yuan."""
    rows = cells(path)
    at = header_at(rows)
    above = {str(cell).removeprefix("单位：") for row in rows[:at] for cell in row if "单位：" in str(cell)}
    return [one(rows[at], row, above) for row in rows[at + 1 :]]


def one(headers: list[object], row: list[object], above: set[str]) -> dict:
    texts = {TEXTS[header]: cell for header, cell in zip(headers, row, strict=True) if header in TEXTS}
    marked = {str(header).partition("（千元")[1] and "千元" for header in headers} - {""}
    (unit,) = above or marked or {texts["unit"]}
    amounts = {
        AMOUNTS[str(header).removesuffix("（千元）")]: hundredths(cell, unit)
        for header, cell in zip(headers, row, strict=True)
        if header not in TEXTS
    }
    return texts | amounts | {"month": month(texts["month"])}


def hundredths(cell: object, unit: str) -> int:
    amount = Decimal(str(cell)) * HUNDREDTHS[unit]
    assert amount == int(amount), f"{cell} {unit} is finer than a hundredth"
    return int(amount)


def month(text: str) -> str:
    if "年" not in text:
        return text
    year, _, rest = text.partition("年")
    return f"{year}-{int(rest.removeprefix('1—').removesuffix('月')):02d}"


def of_industry(release: PlannedRelease) -> list[Path]:
    """The monthly reports of enterprises among a release's files; ledgers have tests of their own."""
    return [report.path for report in release.reports if report.form == "enterprise_output"]
