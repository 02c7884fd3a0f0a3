"""The phrases of a bulletin: growth, its change, a pull, a share, a run of months.

Each takes numbers and gives words; a missing number gives '', which drops the clause. Rates are in per cent and are
rounded half up to one decimal before anything is compared. Wording: section 7 of the statistics conventions.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from scicity import periods
from scicity.narrative.amounts import money, plain
from scicity.periods import Span
from scicity.wording import Language, say
from scicity.wording.numbers import difference_pp, is_missing, rounded, signed

TIMES_FROM = 100  # from 100.0 % Chinese text counts in 倍; English, tables and charts keep per cent
SHORTEST_RUN = 3
RISES, FALLS, LEVELS = "▲", "▼", "＝"


def direction(rate: float | Decimal | None) -> int | None:
    """1 for growth, -1 for a fall, 0 for what rounds to 0.0; None when missing."""
    if rate is None or is_missing(rate):
        return None
    shown = rounded(float(rate))
    return (shown > 0) - (shown < 0)


def growth(rate_pct: float | None, language: Language = "zh", lead: bool = True) -> str:
    """E.g. 同比增长1.9%, 同比下降6.7%, 同比持平, 增长1.8倍; 'up 1.9% year on year'. lead=False drops 同比."""
    if rate_pct is None or is_missing(rate_pct):
        return ""
    rate = rounded(rate_pct)
    pct = plain(abs(rate), language=language)
    if rate >= TIMES_FROM:
        text = say("tell_times", language, pct=pct, times=_times(rate))
    else:
        text = say({1: "tell_up", -1: "tell_down", 0: "tell_flat"}[direction(rate) or 0], language, pct=pct)
    return say("tell_lead", language, growth=text) if lead else text


def growth_number(rate_pct: float | None, language: Language = "zh") -> str:
    """The number that `growth` prints: '1.9', '6.7' of a fall, in Chinese '1.8' of 倍; '' where it prints none."""
    if not direction(rate_pct) or rate_pct is None:
        return ""
    rate = rounded(rate_pct)
    return _times(rate) if rate >= TIMES_FROM and language == "zh" else plain(abs(rate), language=language)


def moved(rate_pct: float | None, language: Language = "zh") -> str:
    """`growth` as the verb of a sentence: 同比增长1.9%; 'rose 1.9% year on year'."""
    if language == "zh" or rate_pct is None or is_missing(rate_pct):
        return growth(rate_pct, language)
    key = {1: "tell_rose", -1: "tell_fell", 0: "tell_stood"}[direction(rate_pct) or 0]
    return say(key, language, pct=plain(abs(rounded(rate_pct)), language=language))


def change(
    rate: float | None, earlier: float | None, earlier_label: str, language: Language = "zh", word: str = ""
) -> str:
    """How growth moved since the period before, e.g. 增速比1—7月加快1.7个百分点 or 降幅与1—7月持平.

    Points are the difference of the two rates as published. earlier_label names the period before (1—7月, or with a
    preposition of its own, 较上年); '' says 上期. word replaces our word of the movement or turn (回升 for 加快).
    '' when a rate is missing, when both round to nothing, or when either is so large that it is printed in 倍.
    """
    points = difference_pp(rate, earlier)
    if points is None or rate is None or earlier is None:
        return ""
    now, before = rounded(rate), rounded(earlier)
    if now == before == 0 or max(now, before) >= TIMES_FROM:
        return ""
    if direction(now) != direction(before):
        return _turn(now, before, earlier_label, language, word)
    side = "growth" if now > 0 else "fall"
    label = earlier_label or say("tell_before", language)
    if points == 0:
        return say(f"tell_{side}_same", language, label=label)
    word = word or say(f"tell_word_{side}_{'higher' if points > 0 else 'lower'}", language)
    own = label.startswith(say("tell_own_preposition", language))
    than = label if own else say("tell_than", language, label=label)
    return say(f"tell_{side}_moved", language, than=than, word=word, pp=plain(abs(points), language=language))


def was(earlier: float | None, label: str, language: Language = "zh") -> str:
    """The rate of another period in passing: 1—7月为下降0.3%; '−0.3% in Jan–Jul'."""
    short = growth(earlier, language, lead=False)
    return short and say("tell_was", language, label=label, growth=short, signed=signed(earlier, 1, language))


def recovery(rate: float | None, earlier: float | None, one_before: float | None, language: Language = "zh") -> str:
    """The `word` for `change` after a dip: 回升 when growth is up again on a rate that had come down; else ''."""
    up, dip = difference_pp(rate, earlier), difference_pp(earlier, one_before)
    if up is None or dip is None or direction(earlier) != 1:
        return ""
    return say("tell_word_recovered", language) if up > 0 > dip else ""


def earlier_label(period: str, span: Span, language: Language = "zh") -> str:
    """What the change of `period` is compared with: 1—7月; 1—2月 for March; 上年全年 or 上年12月 for 1—2月."""
    if periods.number_of(period) == 2:
        return say(f"tell_last_year_{span}", language, year=periods.year_of(period) - 1)
    return periods.label(periods.previous(period), span, language, with_year=False)


def pull(contribution_pp: float | None, language: Language = "zh", whole: str = "") -> str:
    """拉动增长2.8个百分点 or 下拉1.8个百分点 (with `whole`: 拉动主导产业增长…); '' when missing or rounding to 0.0."""
    side = direction(contribution_pp)
    if contribution_pp is None or not side:
        return ""
    pp = plain(abs(rounded(contribution_pp)), language=language)
    if whole:
        return say("tell_pull_whole_up" if side > 0 else "tell_pull_whole_down", language, whole=whole, pp=pp)
    return say("tell_pull_up" if side > 0 else "tell_pull_down", language, pp=pp)


def share_change(share: float | None, last: float | None, language: Language = "zh") -> str:
    """比上年同期提高1.5个百分点, 下降, or 与上年同期持平, from the two shares as published; '' when one is missing."""
    points = difference_pp(share, last)
    if points is None:
        return ""
    key = {1: "tell_share_higher", -1: "tell_share_lower", 0: "tell_share_same"}[direction(points) or 0]
    return say(key, language, pp=plain(abs(points), language=language))


def streak(rates: Sequence[float | None]) -> int:
    """How many of the latest rates (oldest first) have one sign: 5 after five rises, -3 after three falls, else 0."""
    last = direction(rates[-1]) if len(rates) else None
    if not last:
        return 0
    length = 0
    while length < len(rates) and direction(rates[-1 - length]) == last:
        length += 1
    return last * length


def run(months: Sequence[str], rates: Sequence[float | None], language: Language = "zh") -> str:
    """连续5个月正增长 or 下降, 连续5期 where the run holds a 1—2月; '' below three. A month left out ends the run."""
    first = max(len(months) - 1, 0)
    while first > 0 and months[first - 1] == periods.previous(months[first]):
        first -= 1
    length = streak(rates[first:])
    if abs(length) < SHORTEST_RUN:
        return ""
    merged = any(periods.number_of(month) == 2 for month in months[-abs(length) :])
    key = f"tell_run_{'growth' if length > 0 else 'fall'}_{'periods' if merged else 'months'}"
    return say(key, language, n=abs(length))


def arrow(rate: float | None) -> str:
    """▲, ▼ or ＝ (what rounds to 0.0); '' when missing. Direction has no colour."""
    side = direction(rate)
    return "" if side is None else {1: RISES, -1: FALLS, 0: LEVELS}[side]


def profit(now: float | None, base: float | None, language: Language = "zh") -> str:
    """Profit (100 million yuan) where a rate means nothing, because the base is a loss or zero, or now is a loss.

    扭亏为盈, 由盈转亏, 减亏1.2亿元, 增亏1.2亿元, 亏损额持平; '' where both are gains (use `growth`) or one is missing.
    """
    if now is None or base is None or is_missing(now) or is_missing(base) or (now >= 0 and base > 0):
        return ""
    if now >= 0 or base >= 0:
        return say("tell_into_profit" if now >= 0 else "tell_into_loss", language)
    less = rounded(now) - rounded(base)
    key = {1: "tell_loss_smaller", -1: "tell_loss_larger", 0: "tell_loss_same"}[direction(less) or 0]
    return say(key, language, value=money(abs(float(less)), language))


def _times(rate: Decimal) -> str:
    times = (rate / 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return f"{times:f}".removesuffix(".0")


def _turn(now: Decimal, before: Decimal, label: str, language: Language, word: str) -> str:
    sides = {1: "growth", -1: "fall", 0: "flat"}
    name = f"{sides[direction(before) or 0]}_{sides[direction(now) or 0]}"
    turn = say(f"tell_turn_{name}", language, word=word or say(f"tell_word_{name}", language))
    # a turn through or from zero says it all; the others print the rate they came from
    if "flat" in name or not label:
        return turn
    return say("tell_turned_from", language, turn=turn, was=was(float(before), label, language))
