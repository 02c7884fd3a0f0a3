"""Which known indicator a wording means, and whether the figure is on file already.

Alike is measured by shared pairs of characters; below the bars nothing is said rather than something doubtful.
"""

import re
from dataclasses import dataclass
from functools import cache

from scicity import measures, published

ENOUGH = 0.6  # of a name alone
SAME = 0.5  # of a name where value and unit agree as well
IDLE = re.compile(r"[（(][^）)]*[）)]|[“”、，·：\s]|企业(?=产值)|规模以上|的|其中")
GROWING = re.compile(r"(?:名义|同比|比上年)*(?:增长|增速|增幅|下降)(?:达|高达)?$")
LONG = {"规上": "规模以上", "GDP": "地区生产总值", "户数": "数", "家数": "数", "战新": "战略性新兴"}


@dataclass(frozen=True)
class Printed:
    """What is looked for: the name in the text's words, and what else the text says of the figure."""

    name: str
    kind: str
    value: str
    unit: str
    period: str
    scope: str


@dataclass(frozen=True)
class Known:
    """code: of an indicator of measures; figure_id: the cited figure with this value; domain, name_en: of the cited
    figures of that name. '' where none is alike."""

    code: str = ""
    figure_id: str = ""
    domain: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class _Figure:
    figure_id: str
    domain: str
    name: str
    name_en: str
    value: float
    unit: str
    period: str
    scope: str


def known(printed: Printed) -> Known:
    """The indicator and the cited figure that a worded name means. A growth means the indicator that grows."""
    grown = printed.kind == "growth"
    name = GROWING.sub("", printed.name) if grown else printed.name
    of = [one for one in measures.indicators().values() if one.unit == printed.unit or grown]
    code = _best(name, [(one.name_zh, one.code) for one in of], ENOUGH)
    cited = f"{name} 同比" if grown else name
    alike_ = [one for one in _figures() if one.unit == printed.unit]
    figure_id = _best(cited, [(one.name, one.figure_id) for one in alike_ if _agrees(one, printed)], SAME)
    like = figure_id or _best(cited, [(one.name, one.figure_id) for one in alike_], ENOUGH, only=False)
    figure = next((one for one in alike_ if one.figure_id == like), None)
    return Known(code, figure_id, figure.domain, figure.name_en) if figure else Known(code)


def _agrees(figure: _Figure, printed: Printed) -> bool:
    """Same value, and neither another period nor another territory where both say one."""
    ends = figure.period.split("/")[-1], printed.period.split("/")[-1]
    other_period = all(ends) and ends[0] != ends[1]
    apart = printed.scope and not (printed.scope in figure.scope or figure.scope in printed.scope)
    return figure.value == float(printed.value) and not other_period and not apart


def _best(name: str, named: list[tuple[str, str]], bar: float, only: bool = True) -> str:
    """The key whose name is most alike and reaches the bar; '' when none does, or when it is not the `only` one."""
    rated = sorted(((alike(name, one), key) for one, key in named), reverse=True)
    if not rated or rated[0][0] < bar or (only and len(rated) > 1 and rated[0][0] == rated[1][0]):
        return ""
    return rated[0][1]


def alike(one: str, other: str) -> float:
    """Dice's measure over pairs of neighbouring characters, 0 to 1."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


@cache
def _pairs(name: str) -> frozenset[str]:
    for short, long in LONG.items():
        name = name.replace(short, long)
    name = IDLE.sub("", name).removesuffix("数")
    return frozenset(name[place : place + 2] for place in range(len(name) - 1))


@cache
def _figures() -> tuple[_Figure, ...]:
    rows = published.figures()
    rows = rows[rows["origin"].isin(["article", "figures"])]
    columns = ["figure_id", "domain", "indicator_zh", "indicator_en", "value", "unit", "period", "scope"]
    return tuple(_Figure(*row) for row in rows[columns].itertuples(index=False))
