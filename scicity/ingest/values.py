"""From a cell to a value: text, codes, flags, sub-fields, units and amounts. What is not clear is refused.

Missing is told apart from zero: '--', '—', '…', 暂无 and a blank are missing, 0 is 0. Digits may be full width,
grouped by thousands, with a typographic minus. Nothing is rounded and nothing is guessed.
"""

import difflib
import re
import unicodedata
from datetime import date
from decimal import Context, Decimal
from functools import cache, lru_cache

from scicity.ingest.cells import ERROR_TEXTS, Broken, Cell, Merged, is_blank
from scicity.ingest.findings import Refused
from scicity.ingest.headers import unit_named
from scicity.ingest.schema import Form, collapsed
from scicity.measures import taxonomy

LONGEST = 1000
# several dashes or points in a row are one sign drawn long
MISSING = re.compile(r"(?:[-—–―─−]+|…+|\.{2,}|/|暂无|暂无数据|无数据|未报|未公布)")
NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,12})?")
DIGITS_LOST = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
AS_TEXT = re.compile(r'="([^"]*)"')  # how a spreadsheet is made to keep a code as text in a CSV file
EXACT_DIGITS = 15  # of a number in a spreadsheet
STEP = Decimal("0.000001")
TOO_LARGE = Decimal(10) ** 14  # DECIMAL(20, 6)
ONE = Decimal(1)
CONTEXT = Context(prec=60)
# not NFKC, which would make 12 with footnote ² into 122
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
YES = frozenset({"是", "1", "y", "yes", "true", "√", "✓", "✔"})
NO = frozenset({"否", "0", "n", "no", "false", "×", "✗"})
OTHER = ("其他", "其它", "其他规上工业", "其他规模以上工业", "other", taxonomy.OTHER)
NOT_A_CHARACTER = "\ufffd"


def plain(cell: Cell) -> Cell:
    """The cell, unless it has no value that can be trusted: an error, a formula never calculated, a merged amount."""
    if isinstance(cell, Broken):
        raise Refused(cell.reason, found=cell.text)
    if isinstance(cell, Merged):
        raise Refused("merged", found=cell.value if cell.value is not None else "")
    if isinstance(cell, str) and len(cell) > LONGEST:
        raise Refused("too_long", found=cell, most=LONGEST, length=len(cell))
    return cell


def shown_by(cell: Cell) -> Cell:
    """The cell, or what the merged cell over it shows: a month or sub-field merged downwards holds for each row."""
    return plain(cell.value if isinstance(cell, Merged) else cell)


def half_width(raw: str) -> str:
    """Full-width digits, letters and signs made half width, without spaces at the ends."""
    return raw.translate(FULL_WIDTH).strip()


def word(cell: Cell) -> str | None:
    """What a cell says, as short text: half width, a number by its digits, a date as YYYY-MM-DD; None when missing."""
    cell = shown_by(cell)
    if is_blank(cell):
        return None
    number = isinstance(cell, float | int) and not isinstance(cell, bool)
    said = f"{cell:.{EXACT_DIGITS}g}" if number else half_width(str(cell))
    if said.upper() in ERROR_TEXTS:
        raise Refused("error_cell", found=said)
    return None if MISSING.fullmatch(said) else said


def text(cell: Cell) -> str | None:
    """Text as it stands, without spaces at its ends; None for a blank. Control and broken characters are refused."""
    cell = plain(cell)
    if is_blank(cell):
        return None
    if isinstance(cell, str):
        return _clean(cell)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _whole(cell)
    raise Refused("text", found=cell)


@lru_cache(maxsize=65536)
def _clean(raw: str) -> str:
    trimmed = raw.strip(" \u3000\xa0")
    if trimmed.upper() in ERROR_TEXTS:
        raise Refused("error_cell", found=raw)
    if not trimmed.isprintable() or NOT_A_CHARACTER in trimmed:
        for character in trimmed:
            if _unfit(character):
                raise Refused("control", found=raw, code=f"U+{ord(character):04X}")
    return trimmed


def _unfit(character: str) -> bool:
    code = ord(character)
    unassigned = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return unicodedata.category(character) in ("Cc", "Cs") or character == NOT_A_CHARACTER or unassigned


def code(cell: Cell) -> str | None:
    """A code as text, half width; None for a blank or a sign of missing. NA and null are codes like any other.

    A number of more than 15 digits has lost some; a code with invisible characters or spaces in it looks like
    another one: both are refused.
    """
    cell = plain(cell)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _whole(cell)
    raw = text(cell)
    return _code(raw) if raw is not None else None


@lru_cache(maxsize=65536)
def _code(raw: str) -> str | None:
    half = half_width(raw)
    wrapped = AS_TEXT.fullmatch(half)
    found = wrapped[1].strip() if wrapped else half.removeprefix("'")
    if not found or MISSING.fullmatch(found):
        return None
    if found in ERROR_TEXTS:
        raise Refused("error_cell", found=raw)
    if DIGITS_LOST.fullmatch(found):
        raise Refused("digits_lost", found=raw)
    if any(one.isspace() or unicodedata.category(one) == "Cf" for one in found):
        raise Refused("code", found=raw)
    return found


def _whole(number: float | int) -> str:
    if number != int(number):
        raise Refused("code", found=number)
    if abs(number) >= 10**EXACT_DIGITS:
        raise Refused("digits_lost", found=number)
    return str(int(number))


def flag(cell: Cell) -> bool | None:
    """Yes or no; None for a blank or a sign of missing."""
    cell = shown_by(cell)
    if isinstance(cell, bool) or is_blank(cell):
        return cell if isinstance(cell, bool) else None
    # not by NFKC, which would take footnote ① for 1
    found = half_width(f"{cell:g}" if isinstance(cell, float) else str(cell)).casefold()
    if found in YES or found in NO:
        return found in YES
    if MISSING.fullmatch(found):
        return None
    raise Refused("flag", found=cell)


@cache
def subfield_names() -> dict[str, str]:
    """Every name and code a sub-field may be written by, as compared, with its code."""
    named = {collapsed(name): taxonomy.OTHER for name in OTHER}
    for one in map(taxonomy.item, taxonomy.subfields()):
        named |= {collapsed(name): one.code for name in (one.name_zh, one.name_en, one.code)}
    return named


def subfield(cell: Cell) -> str | None:
    """The code of a sub-field by name or code; None for a blank. An unknown one is refused with the nearest names."""
    cell = shown_by(cell)
    return None if is_blank(cell) else _subfield(str(cell))


@lru_cache(maxsize=4096)
def _subfield(raw: str) -> str:
    found = subfield_names().get(collapsed(raw))
    if found is None:
        names = [taxonomy.item(one).name_zh for one in taxonomy.subfields()]
        near = difflib.get_close_matches(collapsed(raw), names, n=3, cutoff=0.3)
        raise Refused("subfield", found=raw, near="、".join(near or names))
    return found


def unit(cell: Cell, form: Form) -> str:
    """The unit a row names; '' for a blank. One the form does not know is refused."""
    cell = shown_by(cell)
    if is_blank(cell):
        return ""
    named = unit_named(form, str(cell))
    if not named:
        raise Refused("unit_unknown", found=cell, units="、".join(form.units))
    return named


def count(cell: Cell) -> int | None:
    """A whole number of 0 or more; None when missing. A fraction is refused, 3.0 is 3."""
    cell = plain(cell)
    number = number_of(cell)
    if number is None:
        return None
    if abs(number) >= 10**EXACT_DIGITS:
        raise Refused("too_large", found=cell)
    if number < 0 or number != int(number):
        raise Refused("count", found=cell)
    return int(number)


def number(cell: Cell) -> Decimal | None:
    """A number that is no money, exactly; None when missing. More than six decimals are refused."""
    return _stored(plain(cell), ONE, "decimals", "")


def amount(cell: Cell, factor: Decimal, unit: str = "") -> Decimal | None:
    """The amount times `factor`, exactly, in `unit` (for the words); None when missing.

    More than six decimals after that are refused.
    """
    return _stored(plain(cell), factor, "too_precise", unit)


def _stored(cell: Cell, factor: Decimal, refusal: str, unit: str) -> Decimal | None:
    found = number_of(cell)
    if found is None:
        return None
    product = CONTEXT.multiply(found, factor)
    if abs(product) >= TOO_LARGE:
        raise Refused("too_large", found=cell)
    stored = product.quantize(STEP, context=CONTEXT)
    if stored != product:
        raise Refused(refusal, found=cell, unit=unit)
    return stored + 0  # no negative zero


def number_of(cell: Cell) -> Decimal | None:
    """The number in a cell, as it stands; None when missing. A spreadsheet's number counts to its 15 digits."""
    if is_blank(cell):
        return None
    if isinstance(cell, bool | date | Broken | Merged):
        raise Refused("amount", found=cell)
    if isinstance(cell, str):
        return _number(cell)
    return Decimal(f"{cell:.{EXACT_DIGITS}g}")


@lru_cache(maxsize=65536)
def _number(raw: str) -> Decimal | None:
    bare = half_width(raw).removeprefix("'").replace("\N{MINUS SIGN}", "-")
    if MISSING.fullmatch(bare):
        return None
    if bare.upper() in ERROR_TEXTS:
        raise Refused("error_cell", found=raw)
    if not NUMBER.fullmatch(bare) or not bare.isascii():
        raise Refused("amount", found=raw)
    return Decimal(bare.replace(",", ""))
