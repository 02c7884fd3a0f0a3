"""The words around a figure: finding, sub-line, and the notes on definition, source and what is withheld."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from scicity import periods
from scicity.measures import taxonomy
from scicity.narrative import rows
from scicity.narrative.amounts import listed, name
from scicity.periods import Span
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing, rounded

HALF_A_DIGIT = Decimal("0.05")


@dataclass(frozen=True)
class Told:
    """headline: the finding, one sentence. subline: indicator (unit), scope, period, month or year to date.
    notes: definition; source, as-of and rounding; what is withheld. Lines with nothing to say are left out.
    """

    headline: str
    subline: str
    notes: tuple[str, ...]


def nothing(language: Language) -> Told:
    """What an empty frame tells."""
    return Told(say("tell_nothing", language), "", ())


def under(about: str, when: str, language: Language, *more: str) -> str:
    """A sub-line: what (unit), the scope, when, and more."""
    texts = [about, say("tell_scope_short", language), when, *more]
    return say("tell_clause", language).join(text for text in texts if text)


def window(frame: pd.DataFrame, language: Language) -> str:
    """From the frame's first to its last period with a number: 2019年1—2月至2020年8月."""
    seen = rows.known(frame)["period"] if len(rows.known(frame)) else frame["period"]
    first, last, span = str(seen.min()), str(seen.max()), rows.span_of(frame)
    if first == last:
        return periods.label(last, span, language)
    same_year = periods.year_of(first) == periods.year_of(last)
    # the year is said once, where the language says it: Chinese in front, English at the end
    start = periods.label(first, span, language, with_year=language == "zh" or not same_year)
    end = periods.label(last, span, language, with_year=language == "en" or not same_year)
    return say("tell_from_to", language, start=start, end=end)


def definition(frame: pd.DataFrame, language: Language, *clauses: str) -> str:
    """口径：…, the measures of the items and further clauses (keys of words)."""
    measures = rows.measures_of(frame)
    measure = "both" if len(measures) > 1 else "".join(measures)
    keys = [f"tell_measure_{measure}"] * bool(measure) + [key for key in clauses if key]
    return say("tell_definition", language, text=say("tell_semicolon", language).join(say(k, language) for k in keys))


def merged(frame: pd.DataFrame, key: str = "tell_merged") -> str:
    """The key of the note on 1—2月 where monthly rows hold one, else ''."""
    return key if rows.span_of(frame) == "month" and frame["period"].str.endswith("-02").any() else ""


def source(frame: pd.DataFrame, language: Language, *more: str) -> str:
    """资料来源：…　数据截至…, and further texts; '' parts are left out."""
    origins = [say(f"tell_source_{one}", language) for one in rows.provenances(frame)]
    last = rows.latest(frame)
    texts = [
        say("tell_source", language, text=listed(origins, language)) if origins else "",
        say("tell_data_to", language, period=periods.label(last, "month", language)) if last else "",
        *more,
    ]
    return say("tell_gap", language).join(text for text in texts if text)


def missing(frame: pd.DataFrame, language: Language) -> str:
    """What the last period lacks: 高技术服务2020年8月数据待发布; never why a cell is not disclosed."""
    period = periods.label(str(frame["period"].max()), rows.span_of(frame), language)
    held = rows.classification_of(frame)
    texts = [
        say(f"tell_{status}", language, names=listed(_shortest(codes, held, language), language), period=period)
        for status, codes in rows.withheld(frame).items()
    ]
    return say("tell_semicolon", language).join(texts)


def no_growth(frame: pd.DataFrame, language: Language) -> str:
    """The headline of a figure without any rate: pending where a row of the last period is, else that there is none."""
    last = frame[frame["period"] == frame["period"].max()]
    period = when(str(frame["period"].max()), rows.span_of(frame), language)
    pending = (last["status"] == "pending").any()
    return say("tell_growth_pending" if pending else "tell_growth_none", language, period=period)


def rounding(parts: Iterable[float | None], total: float | Decimal | None) -> bool:
    """Whether the parts as displayed miss the total as displayed, by no more than rounding can.

    False where a number is not there, and where the gap is wider: then some parts are not among those shown.
    """
    shown = [None if is_missing(part) else rounded(float(part)) for part in parts]  # type: ignore[arg-type]
    if total is None or is_missing(total) or not shown or None in shown:
        return False
    gap = abs(sum(part for part in shown if part is not None) - rounded(float(total)))
    return 0 < gap <= HALF_A_DIGIT * (len(shown) + 1)


def rounding_note(needed: bool, language: Language) -> str:
    return say("tell_rounding", language) if needed else ""


def notes(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def when(period: str, span: Span, language: Language) -> str:
    """A period without its year, as a headline says it: 8月, 1—8月; 'Aug', 'Jan–Aug'."""
    return periods.label(period, span, language, with_year=False)


def day(text: str, language: Language) -> str:
    """A calendar day, month or year as a source dates itself ('2020-10-08', '2020-10', '2020'), written for reading."""
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return say("tell_day_year", language, year=year)
    month = {"month": rest[0], "name": periods.ENGLISH[rest[0]]}
    if len(rest) == 1:
        return say("tell_day_month", language, year=year, **month)
    return say("tell_day", language, year=year, day=rest[1], **month)


def _shortest(codes: Sequence[str], held: str, language: Language) -> list[str]:
    # a sub-field whose whole industry is named says nothing new
    return [name(code, held, language) for code in codes if taxonomy.item(code, held).parent not in codes]
