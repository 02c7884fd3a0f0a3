"""What a value cell says: a number as printed, its qualifier, or that it is missing or masked. Unclear is refused.

A number in a spreadsheet is taken as its format shows it (5.8 for 0.058 shown as 5.8%), a number in text with the
digits printed there. '--' is a row without a value, '***' one that is masked, an empty cell is no row.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from scicity.ingest.bulletin.words import compact, simplified, unit_of, without_footnote
from scicity.ingest.cells import ERROR_TEXTS, Broken, Cell, Merged
from scicity.ingest.findings import Refused
from scicity.ingest.values import EXACT_DIGITS, LONGEST, MISSING

Status = Literal["given", "missing", "masked"]
BARE = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?"
BEFORE = {
    "约": "about", "大约": "about", "近": "under", "不足": "under", "不到": "under", "超": "over", "超过": "over",
    "逾": "over", "突破": "over", ">": "over", "<": "under", "≥": "at_least", "≤": "at_most", "至少": "at_least",
    "不低于": "at_least", "达": "exact", "达到": "exact",
}  # fmt: skip
AFTER = {"余": "over", "多": "over", "以上": "at_least", "左右": "about", "上下": "about", "以下": "at_most"}
ALTERNATIVES = "|".join(sorted(map(re.escape, BEFORE), key=len, reverse=True))
NUMBER = re.compile(
    rf"(?P<before>{ALTERNATIVES})?(?P<number>{BARE})(?P<many>[万亿]?)(?P<middle>余|多)?(?P<unit>[^\d.,+-]{{0,8}}?)"
    rf"(?P<after>余|以上|左右|上下|以下)?"
)
UP, DOWN = "增长|上升|提高|提升|增加|上涨", "负增长|下降|减少|回落|降低|下滑|下跌"
MOVED = re.compile(
    rf"(?:同比|比上年|较上年)?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了)?(?P<number>\d+(?:\.\d+)?)(?P<unit>%|倍|个?百分点)"
)
FLAT = re.compile(r"(?:同比|与上年(?:同期)?|比上年)?(?:基本)?持平")
MASKED = re.compile(r"\*+|[xX×]{2,}|保密|不便公布")
ABSENT = re.compile(r"缺报?|不详|待定|\.\.")


@dataclass(frozen=True)
class Value:
    """value: digits, '' when missing or masked. unit: the cell's own, '' for none.

    whole: a spreadsheet's whole number without a format, of which a printed .0 may be lost; numeric: no text.
    rounded: the cell holds more digits than it shows.
    """

    value: str
    status: Status = "given"
    qualifier: str = "exact"
    unit: str = ""
    numeric: bool = False
    whole: bool = False
    rounded: bool = False


def read(cell: Cell, form: str, growing: bool) -> Value | None:
    """What the cell says; None for an empty one. growing: words of growth (增长1.1倍, 持平) have a meaning there."""
    if cell is None or isinstance(cell, Merged):
        return None
    if isinstance(cell, Broken):
        raise Refused(cell.reason, found=cell.text)
    if isinstance(cell, bool | date):
        raise Refused("bulletin_value", found=cell)
    if isinstance(cell, str):
        return _text(cell, growing)
    return _number(cell, form)


def is_value(cell: Cell) -> bool:
    """Whether the cell looks like a value of a table: a number in any form, or a sign that it is missing."""
    if isinstance(cell, Broken):
        return True
    try:
        return not isinstance(cell, bool | date) and read(cell, "", growing=True) is not None
    except Refused:
        return False


def _text(raw: str, growing: bool) -> Value | None:
    if len(raw) > LONGEST:
        raise Refused("too_long", found=raw, most=LONGEST, length=len(raw))
    text = simplified(compact(raw)).replace("\N{MINUS SIGN}", "-")
    if not text:
        return None
    if text.upper() in ERROR_TEXTS:
        raise Refused("error_cell", found=raw)
    if MASKED.fullmatch(text):
        return Value("", "masked")
    if MISSING.fullmatch(text) or ABSENT.fullmatch(text):
        return Value("", "missing")
    if re.search(r"\d\s+\d", raw.strip()):
        raise Refused("bulletin_value", found=raw)
    if growing and (moved := _moved(text)):
        return moved
    return _printed(without_footnote(text), raw)


def _moved(text: str) -> Value | None:
    """增长1.1倍, 下降3.2%, 提升2.5个百分点, 同比持平. 增长1.1倍 is +110 %, 增长2倍 +200 %."""
    if FLAT.fullmatch(text):
        return Value("0.0")
    match = MOVED.fullmatch(text)
    if match is None:
        return None
    number, unit = Decimal(match["number"]), match["unit"]
    if unit == "倍":
        number, unit = number * 100, "%"
        printed = plain(number, 1)
    else:
        printed = f"{number}"
    sign = "-" if match["down"] and number else ""
    return Value(sign + printed, unit=unit_of(unit))


def _printed(text: str, raw: str) -> Value:
    match = NUMBER.fullmatch(text)
    if match is None:
        raise Refused("bulletin_value", found=raw)
    printed = match["many"] + match["unit"]
    unit = unit_of(printed)
    if printed and not unit:
        raise Refused("bulletin_value", found=raw)
    digits = match["number"].replace(",", "").removeprefix("+")
    if digits.startswith("-") and Decimal(digits) == 0:
        digits = digits[1:]
    after = AFTER.get(match["middle"] or match["after"] or "", "")
    return Value(digits, qualifier=BEFORE.get(match["before"] or "", "") or after or "exact", unit=unit)


def _number(cell: float | int, form: str) -> Value:
    """A spreadsheet's number, as its format shows it."""
    exact = Decimal(f"{cell:.{EXACT_DIGITS}g}")
    decimals, percent = _shown(form, cell)
    if percent:
        exact *= 100
    unit = "%" if percent else ""
    if decimals is None:
        whole = exact == exact.to_integral_value()
        return Value(plain(exact, 0), unit=unit, numeric=True, whole=whole)
    seen = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return Value(plain(seen, min(decimals, 1)), unit=unit, numeric=True, rounded=seen != exact)


def plain(number: Decimal, decimals: int) -> str:
    """The number without zeros at its end, but with at least so many decimals, and no negative zero."""
    text = f"{number.normalize() + 0:f}"
    if decimals and "." not in text:
        text += "." + "0" * decimals
    return text


def _shown(form: str, cell: float | int) -> tuple[int | None, bool]:
    """How many decimals a format shows (None: as many as there are), and whether per cent. Others are refused."""
    section = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.', "", form.split(";")[0])
    digits = re.search(r"[0#?][0#?,]*(?:\.([0#?]*))?", section)
    if not digits:
        return None, "%" in section
    # a comma after the digits divides by a thousand, ! hides a sign: what is shown is another number than what is kept
    if re.search(r"[0#?],+(?![0#?.,])|[/!]", section):
        raise Refused("bulletin_format", found=cell, format=form)
    if "E" in section.upper() and "+" in section:
        return None, False
    return len(digits[1] or ""), "%" in section
