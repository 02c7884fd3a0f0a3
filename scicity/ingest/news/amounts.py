"""Quantities in a text: number, unit and the words that bound or blur it (超20亿元, 2.4万余条, 上千万元, 25～30%).

A number without a unit is none of them: 世界500强, 5G, a year or an ordinal is a name. 百亿级 and 10亿元以上项目 are
classes of what is counted, told by `classes`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from scicity.ingest.news import numerals
from scicity.ingest.news.wording import FORMULA, TITLE, blanked, inside, names, spans

MONEY = "美元|欧元|港元|日元|人民币|元"
SIZES = (
    "平方公里|平方千米|平方米|立方米|公里|千米|公顷|亩|吋|英寸|纳米|微米|万吨级|吨|千瓦时|兆瓦|千瓦|标箱|米(?!兰|粮)"
)
COUNTS = (
    "个百分点|个工作日|个点位|人次|户次|家次|个(?!月|多月|半月|季度|年|星期|小时|百分|工作|性|人|体|别|方面|阶段|层面|维度|环节|抓手|特[点征])|家|项|所|件|名|人(?!均|工|才|口|民|员|力)"
    "|户(?!均|籍|外)|条|支|只|座|栋|幢|台|辆|套|部(?!门|分|级|委|省|署)|块|处(?!理|于|在|置)|宗|位(?!居|列|于|置|次)|种|款|张"
    "|片(?!区)|对|颗|枚|艘|架|场|次|班|列|篇|株|间|倍|%|成(?=[，。、；,;]|以上|左右|$)"
)
UNIT = f"(?:{COUNTS}|{SIZES}|{MONEY})"
BEFORE = {
    "over": "超过|突破|超|逾|多于|高于|大于",
    "about": "接近|大约|将近|(?<![临附最靠])近|(?<![签节预合条契公特制])约",
    "at_least": "不少于|不低于|至少|(?<![线以网网市路历海陆])上(?=[十百千万亿])",
    "under": "不足|不到|低于|少于|不超过|不高于|至多|最多",
}
AFTER = {"at_least": "及?以上", "about": "左右|上下", "under": "及?以下|以内|之内"}
NUMERAL = r"(?:\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+|\d+)(?:\.\d+)?"
CHINESE = f"[{numerals.CHARACTERS}]+"
# in front of a numeral: what makes it an ordinal, a rank, a unit of another quantity or part of a name
NAMELIKE = r"(?<![\dA-Za-z.第每首前数几])(?<!每一)"
_BOUND = "|".join(f"(?P<before_{name}>{words})" for name, words in BEFORE.items())
_AFTER = "|".join(f"(?P<after_{name}>{words})" for name, words in AFTER.items())
QUANTITY = re.compile(
    rf"(?:(?:{_BOUND})(?:了|到|过|至)?)?\s?{NAMELIKE}(?P<sign>(?<![\d%月年])[-−])?"
    rf"(?:(?P<numeral>{NUMERAL})(?P<tens>[百千](?=[余多]?[万亿]))?|(?P<percent>百分之)?(?P<chinese>{CHINESE}|(?=[万亿])))"
    rf"(?:(?P<mark>%?(?:[万亿]?(?:{MONEY}))?)\s?(?P<range>[-—～至到])\s?(?P<upper>{NUMERAL}))?"
    rf"\s?(?P<more>[余多几])?(?P<scale>万亿|[万亿])?(?P<more_after>[余多])?\s?(?P<unit>{UNIT})?(?:{_AFTER})?"
)
GREAT = re.compile(
    rf"{NAMELIKE}(?P<numeral>\d+|[二两三四五六七八九十]{{1,3}})大(?=[\u4e00-\u9fff]{{2}})"
    r"(?!学|厦|道|会|小|约|量|多|概|型|规模|力|幅|事|利|寒|暑|院)"
)
ONLY = re.compile(r"唯一(?:一[个家项所])?的?(?=[“「『])")
ARTICLES = {"一", ""}  # 一个, 一批: an article, not a count
CLASS_MARK = re.compile(r"级")
VALUED = re.compile(r"投资|金额|产值|收入|资金|规模|贷款|授信|融资|利润|税收|余额|总额|[贷存]款|合同")


@dataclass(frozen=True)
class Quantity:
    """start, end: the words of the figure, bound included. value, upper: plain numerals; upper is '' without a range.

    qualifier: exact, over, about, at_least, under or range; words: what says so, '' when exact.
    """

    start: int
    end: int
    value: str
    upper: str
    unit: str
    qualifier: str
    words: str


def quantities(text: str, closed: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities of a plain text in its order, none of them touching a span of `closed` (its periods).

    Titles and formulas hold none; a quoted name holds one only where it begins with it (“十大科技研发创新中心”).
    """
    closed = closed + spans(TITLE, text) + spans(FORMULA, text)
    named = names(text)
    found = [one for match in QUANTITY.finditer(blanked(text, closed)) if (one := _quantity(match, text))]
    found = [one for one in found if not inside(one.start, one.end, named)]
    counted = [_great(match) for match in GREAT.finditer(text) if _standing(match, named)]
    only = [Quantity(*match.span(), "1", "", "个", "exact", "") for match in ONLY.finditer(text)]
    everything = found + [one for one in counted + only if one and not inside(one.start, one.end, closed)]
    return sorted(everything, key=lambda one: one.start)


def _standing(match: re.Match[str], named: list[tuple[int, int]]) -> bool:
    """Whether N大 stands in running text or at the head of a quoted name."""
    return all(match.start() == start + 1 for start, end in named if start <= match.start() < end)


def _great(match: re.Match[str]) -> Quantity | None:
    value = match["numeral"] if match["numeral"].isdigit() else numerals.number(match["numeral"])
    return Quantity(*match.span(), str(value), "", "个", "exact", "") if value else None


def _quantity(match: re.Match[str], text: str) -> Quantity | None:
    if CLASS_MARK.match(text, match.end()):
        return None
    value, unit = _value(match), _unit(match, text)
    if value is None or not unit:
        return None
    qualifier, words = _qualifier(match)
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    upper = (match["upper"] or "").replace(",", "")
    if match["unit"] == "成":
        value = f"{Decimal(value) * 10:f}"
    return Quantity(start, match.end(), value, upper, unit, "range" if upper else qualifier, words)


def _value(match: re.Match[str]) -> str | None:
    """The numeral as printed, without grouping; a Chinese one as digits."""
    sign = "-" if match["sign"] else ""
    if match["numeral"]:
        numeral = re.sub("[,\u2009\u202f\u00a0]", "", match["numeral"])
        return sign + (str(Decimal(numeral) * numerals.TENS[match["tens"]]) if match["tens"] else numeral)
    written = match["chinese"]
    bounded = any(match[f"before_{name}"] for name in BEFORE) or match["more"] or match["more_after"]
    if written in ARTICLES or (len(written) == 1 and written in "百千零〇"):
        # 百家 and 万人 stand for many, 上百家 and 近万人 for a number
        value = numerals.TENS.get(written, 1 if written == "" and match["scale"] else None) if bounded else None
    else:
        value = numerals.number(written)
    return None if value is None else str(value)


def _unit(match: re.Match[str], text: str) -> str:
    scale, unit = match["scale"] or "", match["unit"] or ""
    if match["percent"]:
        return "%"
    if unit == "成":
        return "%" if match["chinese"] else ""
    if match["upper"] and match["mark"] and not unit:
        return match["mark"]
    if not unit and scale and VALUED.search(text, max(0, match.start() - 8), match.start()):
        return f"{scale}元"
    return f"{scale}{unit}" if unit else ""


def _qualifier(match: re.Match[str]) -> tuple[str, str]:
    """What bounds or blurs the number, and the words that do."""
    for place, names_ in (("before", BEFORE), ("after", AFTER)):
        for name in names_:
            if match[f"{place}_{name}"]:
                return name, match[f"{place}_{name}"]
    more = match["more"] or match["more_after"]
    return ("over", more) if more else ("exact", "")
