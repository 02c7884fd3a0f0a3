"""What a briefing says of the leading industries: the whole, its structure, and each industry by itself."""

import pandas as pd

from scicity import periods
from scicity.briefing.draft import Draft
from scicity.briefing.facts import Facts, key
from scicity.briefing.marks import cite
from scicity.briefing.spoken import PULL, SHARE, Spoken, spoken
from scicity.measures import taxonomy
from scicity.narrative import amounts, bulletin, phrases, rows, told
from scicity.narrative.groups import Pace, growth_clauses, paces
from scicity.narrative.rows import GROWTH
from scicity.wording import say


def whole(facts: Facts) -> tuple[str, ...]:
    """总量 and 当月: two sentences on the total; of 1—2月 only the first, the month is the year to date there."""
    item = spoken(facts, facts.total)
    if item is None:
        return ()
    where = say("briefing_city", facts.language)
    return _level(item, where, amounts.subject(facts.total, language=facts.language)), month_alone(facts, facts.total)


def month_alone(facts: Facts, code: str) -> str:
    """其中，8月当月238.0亿元，增长13.0%，增速比7月加快2.1个百分点，连续5个月正增长。"""
    item = None if facts.merged else spoken(facts, code, "month")
    if item is None:
        return ""
    more = item.run() if code == facts.total else ""
    record = item.record() if code == facts.total else ""
    after = bulletin.clauses(more, record, language=facts.language)
    return bulletin.month(item.when(), item.money(), item.growth(lead=False), item.change(), after, facts.language)


def growth(facts: Facts) -> str:
    """1—8月，科学城主导产业规模同比增长2.3%。 for the summary; the level where there is no growth."""
    item = spoken(facts, facts.total)
    rate = "" if item is None else item.growth()
    if item is None or not (rate or item.money()):
        return ""
    what, where = amounts.subject(facts.total, language=facts.language), say("briefing_city", facts.language)
    if not rate:
        return bulletin.level(item.when(), where, what, item.money(), language=facts.language)
    texts = {"when": item.when(), "where": where, "what": what, "growth": rate}
    return bulletin.sentence(say("briefing_summary_growth", facts.language, **texts), language=facts.language)


def largest_pull(facts: Facts) -> str:
    """新一代信息技术拉动主导产业增长2.8个百分点。, or the largest drag where the whole falls or nothing pulls."""
    chosen = _sides(facts)[:1]
    return bulletin.sentence(*[_pull(facts, one, alone=True) for one in chosen], language=facts.language)


def by_industry(facts: Facts) -> str:
    """分产业看，新一代信息技术增长3.9%，…，先进制造下降4.6%。"""
    return _group(facts, rows.of_level(facts.ytd, "industry"), "briefing_by_industry")


def structure(facts: Facts) -> str:
    """新一代信息技术占主导产业规模的61.7%，比上年同期提高1.5个百分点: the largest part."""
    item = spoken(facts, _largest(facts))
    return "" if item is None else bulletin.sentence(_share(facts, item, item.named()), language=facts.language)


def weights(facts: Facts) -> tuple[str, ...]:
    """`structure` and `pulls` as a text has them: one sentence where the largest part also pulls most."""
    share, pull = structure(facts), pulls(facts)
    largest, strongest = _largest(facts), _sides(facts)[:1]
    if not share or not pull or strongest[0].codes != (largest,):
        return share, pull
    name = taxonomy.item(largest).name(facts.language)
    stop = say("tell_sentence", facts.language, text="")
    return (bulletin.clauses(share.removesuffix(stop), pull.removeprefix(name).lstrip(), language=facts.language),)


def pulls(facts: Facts) -> str:
    """新一代信息技术拉动主导产业增长2.8个百分点，贡献率为147.4%；先进制造下拉1.8个百分点: the largest of each side."""
    texts = [_pull(facts, pace, first=not place) for place, pace in enumerate(_sides(facts))]
    return bulletin.sentence(say("tell_semicolon", facts.language).join(texts), language=facts.language)


def industry(facts: Facts, code: str) -> Draft:
    """One industry: level and growth, the month, its sub-fields, its share and pull; pending in words."""
    item = spoken(facts, code)
    if item is None or (item.value(rows.VALUE) is None and item.value(GROWTH) is None):
        return Draft(f"industry/{code}", "body", _withheld(facts, code))
    measure = say(f"briefing_measure_{taxonomy.item(code).measure}", facts.language)
    fields = facts.ytd[facts.ytd["parent"] == code]
    texts = (
        _level(item, item.named(inside=True), measure),
        month_alone(facts, code),
        _group(facts, fields, "briefing_by_field"),
        _weight(facts, item),
    )
    return Draft(f"industry/{code}", "body", texts)


def whole_name(facts: Facts) -> str:
    """What shares and pulls are of: 主导产业 or 三大工业主导产业."""
    return say(f"briefing_whole_{facts.total}", facts.language)


def _level(item: Spoken, where: str, what: str) -> str:
    return bulletin.level(item.when(), where, what, item.money(), item.growth(), item.change(), item.language)


def _group(facts: Facts, frame: pd.DataFrame, pattern: str) -> str:
    def cited(pace: Pace, text: str) -> str:
        row = rows.at(frame, pace.codes[0], facts.month)
        name = key("industry", {**row, "item": "+".join(pace.codes)}, GROWTH)
        printed = phrases.growth_number(float(pace.rate), facts.language)
        return cite(text, name, printed, row["provenance"] == "demo") if printed else text

    clauses = growth_clauses(frame, facts.month, facts.language, cited)
    if not clauses:
        return ""
    joined = bulletin.clauses(*clauses, language=facts.language)
    return say("tell_sentence", facts.language, text=say(pattern, facts.language, clauses=joined))


def _parts(facts: Facts) -> pd.DataFrame:
    """The industries that add up to the total."""
    industries = rows.of_level(facts.ytd, "industry")
    return industries[industries["item"].isin(facts.filters().all_industries)]


def _sides(facts: Facts) -> list[Pace]:
    """The largest pull and the largest drag; of a whole that falls the drag comes first."""
    found = paces(_parts(facts), facts.month, PULL)
    up, down = [one for one in found if one.rate > 0], [one for one in reversed(found) if one.rate < 0]
    falls = (_total_growth(facts) or 0) < 0
    return [*down[:1], *up[:1]] if falls else [*up[:1], *down[:1]]


def _total_growth(facts: Facts) -> float | None:
    return rows.cell(rows.at(facts.ytd, facts.total, facts.month), GROWTH)


def _largest(facts: Facts) -> str:
    """The industry with the largest share; '' where there are no shares."""
    shown = rows.known(_parts(facts), SHARE)
    return "" if shown.empty else str(shown.loc[shown[SHARE].idxmax(), "item"])


def _share(facts: Facts, item: Spoken, name: str) -> str:
    whole = say(f"briefing_share_of_{facts.total}", facts.language)
    return bulletin.share(name, whole, item.share(), item.share_change(), facts.language)


def _pull(facts: Facts, pace: Pace, first: bool = True, alone: bool = False) -> str:
    """first: in its sentence, so it says what is pulled. alone: without its share of growth."""
    whole, inside = (whole_name(facts) if first else ""), not first
    item = spoken(facts, pace.codes[0])
    if item is None:
        return ""
    if len(pace.codes) > 1:
        joined = Spoken(item.row.copy(), item.history, item.total, item.language)
        joined.row["item"] = "+".join(pace.codes)
        names = say("briefing_each", facts.language, names=pace.names(facts.language, inside))
        return bulletin.contribution(names, joined.pull(whole), language=facts.language)
    total = _total_growth(facts)
    # of a fall, the share of what grew is negative and reads like a slip
    of_growth = item.share_of_growth(total) if pace.rate > 0 and (total or 0) > 0 and not alone else ""
    return bulletin.contribution(item.named(inside), item.pull(whole), of_growth, facts.language)


def _weight(facts: Facts, item: Spoken) -> str:
    """占主导产业规模的61.7%，比上年同期提高1.5个百分点，拉动主导产业增长2.8个百分点。"""
    if str(item.row["item"]) not in facts.filters().all_industries:
        return ""
    share = _share(facts, item, say("briefing_it", facts.language))
    up = (item.value(PULL) or 0) > 0
    return bulletin.sentence(share, item.pull(whole_name(facts) if up else ""), language=facts.language)


def _withheld(facts: Facts, code: str) -> tuple[str, ...]:
    """高技术服务2020年1—8月数据待发布。1—7月…: why there is no number, and the last period that has one."""
    now = facts.ytd[facts.ytd["item"] == code]
    reason = told.missing(now, facts.language) if len(now) else say("briefing_no_row", facts.language)
    known = rows.known(facts.history(code, "ytd"))
    texts = [bulletin.sentence(reason, language=facts.language)]
    if len(known) and str(known["period"].iloc[-1])[:4] == facts.month[:4]:
        row = known.iloc[-1]
        last = Spoken(row, known, facts.total, facts.language)
        measure = say(f"briefing_measure_{taxonomy.item(code).measure}", facts.language)
        when = periods.label(str(row["period"]), "ytd", facts.language, with_year=False)
        texts.append(bulletin.level(when, last.named(inside=True), measure, last.money(), last.growth(),
                                    language=facts.language))  # fmt: skip
    return tuple(texts)
