"""The sentence patterns of a bulletin, filled with clauses that the phrases have made.

Every argument is a text, and '' drops its clause; no pattern adds a cause, a judgement or a forecast. Sentences end
with their full stop. Wording: section 8 of the statistics conventions.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from scicity.narrative.amounts import plain
from scicity.narrative.phrases import direction
from scicity.wording import Language, say
from scicity.wording.numbers import difference_pp, is_missing, rounded

LEAST_GROWTH = Decimal("0.5")  # below it a share of growth says nothing, because what it divides by is nearly zero


def clauses(*texts: str, language: Language = "zh") -> str:
    """The texts in one line, with commas; '' are left out."""
    return say("tell_clause", language).join(text for text in texts if text)


def sentence(*texts: str, language: Language = "zh") -> str:
    """The texts as one sentence with its full stop; '' when there is nothing to say."""
    told = clauses(*texts, language=language)
    return say("tell_sentence", language, text=_opened(told, language)) if told else ""


def level(
    when: str, where: str, what: str, money: str, growth: str = "", moved: str = "", language: Language = "zh"
) -> str:
    """总量: 1—8月，科学城实现主导产业规模1620.2亿元，同比增长1.9%，增速比1—7月加快1.7个百分点。

    Without a level (it is not published) growth stands alone: 1—8月，科学城规上工业总产值同比增长14.8%。
    '' when there is neither.
    """
    texts = {"when": when, "where": where, "what": what, "money": money, "growth": growth}
    if not money:
        return sentence(say("tell_bulletin_rate", language, **texts), moved, language=language) if growth else ""
    return sentence(say("tell_bulletin_level", language, **texts), growth, moved, language=language)


def month(
    when: str, money: str, growth: str = "", moved: str = "", run: str = "", language: Language = "zh", own: str = ""
) -> str:
    """当月: 其中，8月当月238.0亿元，增长13.0%，增速比7月加快2.1个百分点，连续5个月正增长。; '' without either number.

    own: the industry's name where the sentence stands by itself.
    """
    if not money and not growth:
        return ""
    first = say("tell_bulletin_month", language, when=when, money=money, own=own) if money else ""
    alone = "" if money else say("tell_bulletin_month_rate", language, when=when, growth=growth, own=own)
    return sentence(first or alone, growth if money else "", moved, run, language=language)


def share(name: str, whole: str, pct: str, moved: str = "", language: Language = "zh") -> str:
    """结构: 新一代信息技术占主导产业规模的61.7%，比上年同期提高1.5个百分点; '' without the share."""
    if not pct:
        return ""
    return clauses(say("tell_bulletin_share", language, name=name, whole=whole, pct=pct), moved, language=language)


def contribution(name: str, pull: str, share_of_growth: str = "", language: Language = "zh") -> str:
    """贡献: 新一代信息技术拉动主导产业增长2.8个百分点，贡献率为147.4%; share_of_growth: the per cent, '' to drop it."""
    if not pull:
        return ""
    of_growth = share_of_growth and say("tell_bulletin_of_growth", language, pct=share_of_growth)
    return clauses(say("tell_bulletin_pull", language, name=name, pull=pull), of_growth, language=language)


def share_of_growth(pct: float | None, total_growth_pct: float | None, language: Language = "zh") -> str:
    """贡献率 as printed, '' where the total grows or falls by less than 0.5 %: it explodes there."""
    if pct is None or is_missing(pct) or total_growth_pct is None or is_missing(total_growth_pct):
        return ""
    return plain(pct, 1, language) if abs(rounded(total_growth_pct)) >= LEAST_GROWTH else ""


def compared(
    rate: float | None,
    reference: float | None,
    name: str,
    of: Sequence[str],
    of_reference: Sequence[str],
    language: Language = "zh",
) -> str:
    """对比: 快于全市2.3个百分点, 低于全市0.4个百分点, 与全市持平, from two rates as printed.

    of, of_reference: period, span and measure of the two; '' unless they are the same, or when a rate is missing.
    """
    points = difference_pp(rate, reference)
    if points is None or tuple(of) != tuple(of_reference):
        return ""
    key = {1: "tell_bulletin_faster", -1: "tell_bulletin_slower", 0: "tell_bulletin_level_with"}[direction(points) or 0]
    return say(key, language, name=name, pp=plain(abs(points), 1, language))


def placed(position: int | None, among: str, tied: bool = False, language: Language = "zh") -> str:
    """位次: 增速居全市各区县第3位, 并列第3位; only of an official ranking, '' without one."""
    if position is None:
        return ""
    return say("tell_bulletin_tied" if tied else "tell_bulletin_placed", language, among=among, n=position)


def two_years(rate: float | None, year_before: float | None) -> Decimal | None:
    """两年平均增速 in per cent, the geometric mean of two years' growth, one decimal; None when one is missing."""
    if rate is None or year_before is None or is_missing(rate) or is_missing(year_before):
        return None
    both = (1 + Decimal(repr(float(rate))) / 100) * (1 + Decimal(repr(float(year_before))) / 100)
    return ((both.sqrt() - 1) * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def two_year_growth(average: Decimal | None, language: Language = "zh") -> str:
    """两年平均增长8.1%, 两年平均下降0.4%, 两年平均持平; never for shares and contributions."""
    if average is None:
        return ""
    key = {1: "tell_up", -1: "tell_down", 0: "tell_flat"}[direction(average) or 0]
    return say("tell_bulletin_two_years", language, growth=say(key, language, pct=plain(abs(average), 1, language)))


def stock(when: str, what: str, count: str, national: str = "", net: str = "", language: Language = "zh") -> str:
    """存量: 截至8月末，市级以上孵化器和众创空间14个，其中国家级4个；比上年末增加3个。; '' without the count."""
    if not count:
        return ""
    first = say("tell_bulletin_stock", language, when=when, what=what, count=count)
    of_it = national and say("tell_bulletin_national", language, count=national)
    head = clauses(first, of_it, language=language)
    return sentence(say("tell_semicolon", language).join(text for text in (head, net) if text), language=language)


def net_change(points: str, side: int | None, language: Language = "zh") -> str:
    """比上年末增加3个, 减少3个, 与上年末持平; side: 1, -1 or 0, None says nothing."""
    if side is None:
        return ""
    key = {1: "tell_bulletin_more", -1: "tell_bulletin_fewer", 0: "tell_bulletin_as_many"}[side]
    return say(key, language, n=points)


def projects(
    when: str, where: str, count: str, hundred: str = "", ten: str = "", money: str = "", language: Language = "zh"
) -> str:
    """项目: 1—9月，核心区签约项目70个，其中百亿级项目3个、十亿级项目19个；合同额998.4亿元。; '' without the count."""
    if not count:
        return ""
    named = (("tell_bulletin_hundred", hundred), ("tell_bulletin_ten", ten))
    bands = [say(key, language, n=n) for key, n in named if n]
    first = say("tell_bulletin_signed", language, when=when, where=where, count=count)
    of_it = say("tell_bulletin_of_them", language, parts=say("tell_and", language).join(bands)) if bands else ""
    amount = say("tell_bulletin_contract", language, money=money) if money else ""
    head = clauses(first, of_it, language=language)
    return sentence(say("tell_semicolon", language).join(text for text in (head, amount) if text), language=language)


def completed(pct: float | None, month_number: int, language: Language = "zh", printed: str = "") -> str:
    """进度: 完成全年目标的53.7%, 从100%起在年内为提前完成全年目标（104.2%）; in December 完成全年目标的104.2%.

    printed: the per cent as it is to stand there, where it differs from the plain number.
    """
    if pct is None or is_missing(pct):
        return ""
    early = rounded(pct) >= 100 and month_number < 12
    key = "tell_bulletin_done_early" if early else "tell_bulletin_done"
    return say(key, language, pct=printed or plain(pct, 1, language))


def across_break(rate: float | None, broken: bool, official: bool) -> float | None:
    """The rate that may be told of a series: across a break (口径变化) only one that is officially given."""
    return None if broken and not official else rate


def _opened(text: str, language: Language) -> str:
    return text[:1].upper() + text[1:] if language == "en" else text
