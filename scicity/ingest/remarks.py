"""Rows of words that are no report: notes that say what they are, and remarks that only their shape tells.

A remark carries no figure and no name, so nothing is lost by leaving it; it is said all the same.
"""

import re

from scicity.ingest import readers
from scicity.ingest.cells import Cell
from scicity.ingest.findings import Refused
from scicity.ingest.schema import Column, collapsed

NOTE = re.compile(
    r"(注|说明|备注|附注|附|数据来源|资料来源|来源|填表|填报|制表|打印|导出|报送|审核|复核|单位负责人|统计负责人|报出日期|联系|计量单位|单位)"
    r"[人日期时间单位电话]{0,4}[:\d一二三].*"
    r"|[-—–―*(]*(以下空白|以下无正文|此表到此为止|续表\d*|end)[-—–―*)]*"
    r"|第\d+页[,/]?(共\d+页)?",
    re.DOTALL,
)
LABELLED = re.compile(r"[\u4e00-\u9fff]{1,8}:.{0,40}")  # 局长：甲
FIGURES = re.compile(r"[\d\s.,/年月日季度:+-]+|(?:19|20)\d\d.*")
HAN = re.compile(r"[\u4e00-\u9fff]")
APART = re.compile(r"[,;|，；、\s]+")
LEAST = 2  # characters


def is_note(cell: Cell) -> bool:
    """Whether a cell says of itself that it is a note: 注：…, 填表人：…, 第1页."""
    return isinstance(cell, str) and bool(NOTE.fullmatch(collapsed(cell)))


def is_remark(shown: list[Cell], column: Column | None) -> bool:
    """Whether the filled cells of a row are words with no figure beside them. column: that of the first, if read."""
    texts = [collapsed(cell) if isinstance(cell, str) else "" for cell in shown]
    if any(len(one) < LEAST or not HAN.search(one) or FIGURES.fullmatch(one) for one in texts):
        return False
    if any(map(_holds_figures, shown)):
        return False
    if len(texts) > 1:
        return all(map(LABELLED.fullmatch, texts))
    if column is None or column.type == "code":  # no code is written in Chinese
        return True
    return column.type in ("month", "subfield") and not _readable(column, shown[0])


def _holds_figures(cell: Cell) -> bool:
    """Whether a cell may be a whole row cut by another separator."""
    parts = APART.split(str(cell).strip())
    return len(parts) > LEAST and any(part[0].isdigit() and FIGURES.fullmatch(part) for part in parts if part)


def _readable(column: Column, cell: Cell) -> bool:
    try:
        return readers.read(column, cell) is not None
    except Refused as error:
        return error.kind not in ("month", "subfield")  # January alone is a month, if not one to be read
