"""Candidates for published figures: every quantity of a text with its clause, period, territory and meaning."""

import re
from dataclasses import dataclass
from datetime import date

from scicity.ingest.news import amounts, matching, naming, scopes, times, wording
from scicity.ingest.news.amounts import Quantity
from scicity.ingest.news.naming import Clause
from scicity.ingest.news.times import Period
from scicity.ingest.news.wording import ASIDE, BREAK, SENTENCE, TITLE, around, blanked, inside, spans

GOES_ON = re.compile(r"^[\s”]*(?:其中|分|从|同期|此外|另外|同时|与此同时|增速|占(?!地))")
TARGET = re.compile(r"力争|目标|预计|将(?:达|超|突破|建|实现)|达产后")
STANDING = re.compile(r"截至|目前|累计|建成|拥有|现有|已有|末|在库|聚集|上线")

SIDE_BY_SIDE = re.compile("、|以及")
CLASSED = re.compile(r"的?(?:签约|重大|工业|招商)*(?:项目|企业)")
EACH = re.compile(r"(?:个|家)[^总合共计，、]*(?:项目|企业)(?:投资额?|产值|营收|营业收入)$")


@dataclass(frozen=True)
class Candidate:
    """A figure that a text prints, as read; a person confirms it before it is anything.

    indicator: as worded in the clause; subject: what the sentence spoke of before, where the clause leans on it; code:
    the known indicator that is meant; figure_id: the cited figure with this value that is on file already. value and
    upper: plain numerals as printed, upper only in a range, a fall negative. qualifier: exact, over, about, at_least,
    under or range; bound: the words that say so. kind: see `naming.kind`. period: 'YYYY', 'YYYY-MM' or two with a
    slash, '' where the text does not settle it; period_words as printed; carried: period or territory come from the
    sentence before. period_kind: one of the kinds of published figures, '' where open. quotation: the clause, start
    and end: the figure's words in the text. Whatever the text does not say is ''.
    """

    indicator: str
    subject: str
    code: str
    figure_id: str
    domain: str
    indicator_en: str
    value: str
    upper: str
    unit: str
    qualifier: str
    bound: str
    kind: str
    period: str
    period_words: str
    period_kind: str
    scope: str
    carried: bool
    classification: str
    quotation: str
    start: int
    end: int

    @property
    def name(self) -> str:
        """Subject and indicator in one."""
        return f"{self.subject}{self.indicator}"


@dataclass(frozen=True)
class _Text:
    """The pasted text, its plain form, and the plain form without periods and asides, all of one length."""

    pasted: str
    plain: str
    bare: str
    when: list[Period]
    found: list[Quantity]


@dataclass(frozen=True)
class _Sentence:
    """Where a sentence lies, what it inherits from the one before, and what it says itself."""

    start: int
    end: int
    period: Period | None
    scope: str
    goes_on: bool


def candidates(text: str, today: date | None = None) -> list[Candidate]:
    """Every figure the text prints, in its order; none for a text without any.

    today: the day the text was published; it settles 今年 and months without a year, which otherwise stay ''.
    """
    plain = wording.plain(text)
    titles = spans(TITLE, plain)
    when = [one for one in times.periods(plain, today) if not inside(one.start, one.end, titles)]
    closed = [(one.start, one.end) for one in when]
    found = _apart(plain, amounts.quantities(plain, closed))
    bare = blanked(plain, [*spans(ASIDE, plain), *titles, *closed])
    return _read(_Text(text, plain, bare, when, found))


def _apart(plain: str, found: list[Quantity]) -> list[Quantity]:
    """Without the numbers that belong to the name of another figure.

    四大主导产业规模超5000亿元 and 10亿元以上项目27个: the second is the figure. 17个项目投资额超过50亿元: the first is.
    """
    kept: list[Quantity] = []
    for one in found:
        if kept and _one_clause(plain, kept[-1], one):
            between = plain[kept[-1].end : one.start]
            if _in_the_name(plain, kept[-1], between):
                kept.pop()
            elif one.qualifier != "exact" and EACH.search(plain[kept[-1].end - 1 : one.start]):
                continue
        kept.append(one)
    return kept


def _one_clause(plain: str, one: Quantity, other: Quantity) -> bool:
    between = plain[one.end : other.start]
    return not (BREAK.search(between) or SIDE_BY_SIDE.search(between))


def _in_the_name(plain: str, one: Quantity, between: str) -> bool:
    great = plain[one.start : one.end].endswith("大")
    return great or (one.qualifier == "at_least" and bool(CLASSED.match(between)))


def _read(text: _Text) -> list[Candidate]:
    read: list[Candidate] = []
    sentence, subject = _Sentence(0, 0, None, "", False), ""
    for place, one in enumerate(text.found):
        start, end = around(SENTENCE, text.plain, one.start, one.end)
        if (start, end) != (sentence.start, sentence.end):
            sentence = _next_sentence(text, sentence, start, end)
            subject = subject if sentence.goes_on else ""
        clause = _clause(text, place)
        name = naming.indicator(clause, one.unit)
        leans = naming.leans(name, clause, one.unit)
        near = not place or sentence.goes_on or _next_to(text, text.found[place - 1], one)
        subject = (subject if near else "") if leans else naming.noun(name)
        read.append(_candidate(text, one, clause, sentence, name, subject if leans else ""))
    return read


def _next_to(text: _Text, one: Quantity, other: Quantity) -> bool:
    """Whether the second figure stands in the clause of the first or in the one after it."""
    return len(BREAK.findall(text.bare, one.end, other.start)) <= 1


def _next_sentence(text: _Text, before: _Sentence, start: int, end: int) -> _Sentence:
    """The new sentence; one that goes on (其中 …, 分产业看 …) keeps the period and territory of the one before."""
    goes_on = before.end and start - before.end <= 1 and GOES_ON.match(text.plain[start:end])
    if not goes_on or text.plain[before.end : start] in "\n\r":
        return _Sentence(start, end, None, "", False)
    own = [one for one in text.when if before.start <= one.start < before.end and not one.base]
    scope = scopes.scope(text.bare, before.start, before.end)
    # after a sentence that goes on with a period of its own (其中，8月 …) it is open which of the two is meant
    period = before.period if not own else None if before.goes_on else own[-1]
    return _Sentence(start, end, period, scope or before.scope, True)


def _clause(text: _Text, place: int) -> Clause:
    """The words of the clause up to the neighbouring figures."""
    one = text.found[place]
    first, last = around(BREAK, text.bare, one.start, one.end)
    before = [other.end for other in text.found[:place] if other.end > first]
    after = [other.start for other in text.found[place + 1 :] if other.start < last]
    words = text.bare[max([first, *before]) : one.start], text.bare[one.end : min([last, *after])]
    return Clause(*words, bool(before), bool(after))


def _candidate(
    text: _Text, one: Quantity, clause: Clause, sentence: _Sentence, name: str, subject: str
) -> Candidate:  # fmt: skip
    first, last = around(BREAK, text.bare, one.start, one.end)
    kind = naming.kind(clause, one)
    value = f"-{one.value}" if naming.falls(clause, kind) else one.value
    period = _period(text, one, last, sentence)
    scope = scopes.scope(text.bare, sentence.start, one.start) or sentence.scope
    stated = period.period if period else ""
    known = matching.known(matching.Printed(f"{subject}{name}", kind, value, one.unit, stated, scope))
    return Candidate(
        indicator=name,
        subject=subject,
        code=known.code,
        figure_id=known.figure_id,
        domain=known.domain,
        indicator_en=known.name_en,
        value=value,
        upper=one.upper,
        unit=one.unit,
        qualifier=one.qualifier,
        bound=one.words,
        kind=kind,
        period=stated,
        period_words=text.pasted[period.start : period.end] if period else "",
        period_kind=_period_kind(text.plain[first:last], period, kind),
        scope=scope,
        carried=_carried(text, one, sentence, period),
        classification=naming.classification(clause),
        quotation=text.pasted[first:last].strip(),
        start=one.start,
        end=one.end,
    )


def _carried(text: _Text, one: Quantity, sentence: _Sentence, period: Period | None) -> bool:
    own_scope = scopes.scope(text.bare, sentence.start, one.start)
    return bool(period and period.start < sentence.start) or bool(sentence.scope and not own_scope)


def _period(text: _Text, one: Quantity, last: int, sentence: _Sentence) -> Period | None:
    """The last period before the figure in its sentence, else one behind it in its clause, else the carried one."""
    own = [period for period in text.when if sentence.start <= period.start < sentence.end and not period.base]
    before = [period for period in own if period.start < one.start]
    after = [period for period in own if one.end <= period.start < last]
    return before[-1] if before else after[0] if after else sentence.period


def _period_kind(clause: str, period: Period | None, kind: str) -> str:
    if TARGET.search(clause) or (period and period.ahead):
        return "target"
    if (period and (period.form == "point" or period.until)) or (not period and STANDING.search(clause)):
        # 目前新增 is a flow of which the beginning is not said
        return "" if kind == "added" else "stock"
    if not period or not period.period:
        return ""
    return {"month": "month", "day": "event"}.get(period.form, "cumulative")
