"""A ledger of projects as a form: every type of column but months, two amounts, and the checks of a ledger."""

from pathlib import Path

from scicity.ingest import Checked, Form, check_file, forms
from tests.ingest.report_files import text, workbook

TOP = """
name = "projects"
subject = "projects"
title_zh = "项目台账"
title_en = "Ledger of projects"
key = ["project_code"]
stored_unit = "亿元"
order = [["signed_on", "started_on", "finished_on"]]
at_most = [["funds_in_place", "contract_amount"]]
part_of = [["invention_patents", "patents"]]

[units]
"万元" = "0.0001"
"亿元" = "1"
"""
COLUMNS = """
[[columns]]
name = "project_code"
header_zh = "项目代码"
header_en = "Project code"
type = "code"
required = true
example = "P-001"

[[columns]]
name = "stage"
header_zh = "阶段"
header_en = "Stage"
type = "choice"
note_zh = "从下拉列表中选择"
example = "已开工"

[[columns.options]]
code = "SIG"
name_zh = "已签约"
name_en = "Signed"
aliases = ["签约"]

[[columns.options]]
code = "CON"
name_zh = "已开工"
name_en = "Under construction"

[[columns]]
name = "signed_on"
header_zh = "签约日期"
header_en = "Signed on"
type = "date"
example = "2020-03-05"

[[columns]]
name = "started_on"
header_zh = "开工日期"
header_en = "Started on"
type = "date"

[[columns]]
name = "finished_on"
header_zh = "计划竣工日期"
header_en = "To be finished on"
type = "date"
future = true

[[columns]]
name = "founded"
header_zh = "成立年份"
header_en = "Founded in"
type = "year"
example = "2016"

[[columns]]
name = "patents"
header_zh = "专利数"
header_en = "Patents"
type = "count"
unit = "件"
example = "12"

[[columns]]
name = "invention_patents"
header_zh = "发明专利数"
header_en = "Invention patents"
type = "count"
unit = "件"

[[columns]]
name = "area"
header_zh = "面积"
header_en = "Area (m²)"
type = "number"
unit = "平方米"
example = "350.5"
"""
AMOUNTS = """
[[columns]]
name = "contract_amount"
header_zh = "合同金额"
header_en = "Contract amount"
type = "amount"
example = "1.5"

[[columns]]
name = "funds_in_place"
header_zh = "到位资金"
header_en = "Funds in place"
type = "amount"
"""
PLAIN_TOP = TOP.split("stored_unit")[0] + 'order = [["signed_on", "started_on"]]\n'


def form(folder: Path, written: str = TOP + COLUMNS + AMOUNTS) -> Form:
    """The ledger's form, written to the folder and read from there."""
    path = folder / "projects.toml"
    path.write_text(written, encoding="utf-8")
    return forms.read(path)


def without_amounts(folder: Path) -> Form:
    """The same ledger with neither amounts nor units."""
    return form(folder, PLAIN_TOP + COLUMNS)


def checked(folder: Path, header: list, *rows: list, book: bool = False, ledger: Form | None = None) -> Checked:
    """The rows in a text table (or a workbook), checked against the ledger; every finding must have its words."""
    table = [header, *rows]
    path = workbook(folder / "a.xlsx", table) if book else text(folder / "a.csv", table)
    result = check_file(path, ledger or form(folder))
    assert all(one.text("zh") and one.text("en") for one in result.findings)
    return result
