"""A figure as it was said, with its qualifier: 超20亿元, 500余家, 约500平方米; more than 2 billion yuan.

The words are taken from the quotation where they stand there, in simplified characters; otherwise built by rule.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from scicity.wording import say
from scicity.wording.numbers import MINUS, number

QUALIFIERS = ("exact", "over", "at_least", "about")
SIMPLIFIED = str.maketrans("億萬個項戶畝餘條過約", "亿万个项户亩余条过约")  # the characters of amounts on mirror pages
BEFORE = "超过|超|突破|逾|近|(?<![签簽])约"  # 签约70个 is a signature, not an approximation
NUMERAL = r"(?<![\d.])-?\d[\d,]*(?:\.\d+)?"
ROUND = {"十": 10, "百": 100, "千": 1000}
BILLION, MILLION = Decimal(10**9), Decimal(10**6)


@dataclass(frozen=True)
class Unit:
    """A unit of the figures: money and scaled units are multiplied out in English by `factor`."""

    name: str
    kind: str
    factor: int
    english: str


@dataclass(frozen=True)
class Figure:
    """What was printed: the value as text, so that its decimals are kept."""

    value: str
    unit: Unit
    qualifier: str
    quotation: str


@dataclass(frozen=True)
class Said:
    """The words of the quotation that give the figure, and whether they contain a bound or an approximation."""

    text: str
    bounded: bool


def said(figure: Figure) -> Said | None:
    """The figure's own words in its quotation; None when number and unit do not stand there together."""
    quotation = figure.quotation.translate(SIMPLIFIED)
    scale, noun = re.fullmatch("([万亿]?)(.+)", figure.unit.name).groups()  # type: ignore[union-attr]
    inner = f"[余多]?{scale}[余多]?"
    for found in re.finditer(f"({BEFORE})?({NUMERAL})({inner}){re.escape(noun)}(以上)?", quotation):
        before, numeral, between, after = found.groups()
        if _equal(numeral, figure.value):
            return Said(found[0].replace("-", MINUS), bool(before or after or between != scale))
    rounded = re.search(f"上([十百千]){scale}{re.escape(noun)}", quotation)
    if rounded and ROUND[rounded[1]] == Decimal(figure.value):
        return Said(rounded[0], True)
    return None


def in_chinese(figure: Figure) -> str:
    """E.g. 超20亿元, 2.4万余条, 上千万元, 1422.8亿元; the quotation's own words where it has them."""
    words = said(figure)
    if words and words.bounded == (figure.qualifier != "exact"):
        return words.text
    plain = f"{number(float(figure.value), _decimals(figure))}{figure.unit.name}"
    return say(f"published_form_{figure.qualifier}", "zh", figure=plain)


def in_english(figure: Figure) -> str:
    """E.g. more than 2 billion yuan, 24,000 records, −14.4%; amounts multiplied out, numbers grouped."""
    return say(f"published_form_{figure.qualifier}", "en", figure=_quantity(figure))


def _quantity(figure: Figure) -> str:
    if figure.unit.kind == "plain":
        text = number(float(figure.value), _decimals(figure), "en")
        separated = "" if figure.unit.english in ("", "%") else " "
        return f"{text}{separated}{figure.unit.english}"
    amount = Decimal(figure.value) * figure.unit.factor
    if figure.unit.kind == "money" and abs(amount) >= MILLION:
        divisor, name = (BILLION, "billion") if abs(amount) >= BILLION else (MILLION, "million")
        return f"{_grouped(amount / divisor)} {name} {figure.unit.english}"
    return f"{_grouped(amount)} {figure.unit.english}"


def _grouped(amount: Decimal) -> str:
    text = f"{amount:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)


def _decimals(figure: Figure) -> int:
    """The decimals printed in the quotation (10.40 for 10.4), or those of the value where it is not quoted."""
    quoted = [numeral for numeral in re.findall(NUMERAL, figure.quotation) if _equal(numeral, figure.value)]
    text = figure.value if figure.value in quoted else next(iter(quoted), figure.value)
    return len(text.partition(".")[2])


def _equal(numeral: str, value: str) -> bool:
    return Decimal(numeral.replace(",", "")) == Decimal(value)
