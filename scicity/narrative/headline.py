"""The headline of the first page: the month, the year to date, what is pending, and the line below.

8月主导产业规模同比增长13.0%，累计增速加快至1.9%. Where an industry of the newest month is pending, the sentence speaks
of the latest month that is complete, and a note says what is pending.
"""

from datetime import date

import pandas as pd

from scicity import periods
from scicity.narrative import rows, told
from scicity.narrative.amounts import money, plain, subject
from scicity.narrative.phrases import TIMES_FROM, change, direction, earlier_label, growth, moved
from scicity.narrative.rows import GROWTH, VALUE
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import difference_pp, rounded

BEFORE = "previous_yoy_pct"


def home(month: pd.DataFrame, ytd: pd.DataFrame, released_on: date | None = None, language: Language = "zh") -> Told:
    """The page's headline, sub-line (scope, data to, released on, status) and notes on what is pending.

    month, ytd: rows of `industry/snapshot` of the one and the other span, of the newest period and, one frame below
    the other, of the period before it, which is told where the newest is not complete.
    """
    both = [frame for frame in (month, ytd) if len(frame)]
    if not both:
        return told.nothing(language)
    total = rows.total_of(both[0])
    period = max(rows.latest(frame[frame["item"] == total]) for frame in both)
    newest = max(str(frame["period"].max()) for frame in both)
    lacking = told.missing(both[0], language)
    if not period:
        below = _below(both, total, newest, released_on, language)
        return Told(_nothing_known(both[0], total, language), below, told.notes(lacking))
    of_month, of_ytd = rows.at(month, total, period), rows.at(ytd, total, period)
    late = say("tell_complete_to", language, period=periods.label(period, "month", language)) if period < newest else ""
    return Told(
        _sentence(of_month, of_ytd, total, period, language),
        _below(both, total, period, released_on, language),
        told.notes(say("tell_semicolon", language).join(text for text in (lacking, late) if text)),
    )


def year_to_date(rate: float | None, before: float | None, period: str, language: Language = "zh") -> str:
    """The second half: 累计增速加快至1.9%, 累计降幅收窄至6.7%, 累计由增转降，下降0.6%, 累计同比持平; '' when missing.

    rate, before: growth of the year to date now and one period earlier, per cent. Rates printed in 倍 are not
    compared.
    """
    points = difference_pp(rate, before)
    now, past = direction(rate), direction(before)
    if rate is None or now is None:
        return ""
    if points is None or not now or not past or max(rounded(rate), rounded(before or 0)) >= TIMES_FROM:
        return say("tell_ytd_plain", language, growth=growth(rate, language, lead=not now))
    if now != past:
        key = "tell_ytd_turned_up" if now > 0 else "tell_ytd_turned_down"
        return say(key, language, growth=growth(rate, language, lead=False))
    side = "growth" if now > 0 else "fall"
    key = f"tell_ytd_{side}_" + {1: "higher", -1: "lower", 0: "same"}[direction(points) or 0]
    label = earlier_label(period, "ytd", language)
    return say(key, language, pct=plain(abs(rounded(rate)), language=language), label=label)


def _sentence(month: pd.Series, ytd: pd.Series, total: str, period: str, language: Language) -> str:
    what = subject(total, language=language)
    month_rate, rate, before = rows.cell(month, GROWTH), rows.cell(ytd, GROWTH), rows.cell(ytd, BEFORE)
    label = told.when(period, "month", language)
    if month_rate is None and rate is not None:
        label = told.when(period, "ytd", language)
        first = say("tell_rate", language, period=label, subject=what, growth=moved(rate, language))
        second = change(rate, before, earlier_label(period, "ytd", language), language)
    elif month_rate is not None:
        first = say("tell_rate", language, period=label, subject=what, growth=moved(month_rate, language))
        # 1—2月 is the month and the year to date at once
        second = "" if periods.number_of(period) == 2 else year_to_date(rate, before, period, language)
    else:
        value = rows.cell(month, VALUE)
        if value is None:
            value, label = rows.cell(ytd, VALUE), told.when(period, "ytd", language)
        return say("tell_level", language, period=label, subject=what, money=money(value, language))
    return say("tell_headline", language, first=first, second=second) if second else first


def _nothing_known(frame: pd.DataFrame, total: str, language: Language) -> str:
    label = told.when(str(frame["period"].max()), rows.span_of(frame), language)
    key = f"tell_level_{rows.status_of(frame, total)}"
    return say(key, language, period=label, subject=subject(total, language=language))


def _below(both: list[pd.DataFrame], total: str, period: str, released_on: date | None, language: Language) -> str:
    last = max(rows.latest(frame) for frame in both)
    statuses = [rows.at(frame, total, period).get("status") for frame in both]
    status = next((str(one) for one in statuses if one in ("preliminary", "revised", "final")), "")
    texts = [
        say("tell_scope", language),
        say("tell_data_to", language, period=periods.label(last, "month", language)) if last else "",
        say("tell_released_on", language, day=told.day(released_on.isoformat(), language)) if released_on else "",
        say(f"tell_status_{status}", language) if status else "",
    ]
    return say("tell_gap", language).join(text for text in texts if text)
