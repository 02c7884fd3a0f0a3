"""The figures of incubators and R&D platforms."""

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd

from scicity import narrative, periods
from scicity.charts.cross_table import cross_table
from scicity.charts.net_change import net_change
from scicity.charts.parts import parts
from scicity.charts.stages import stages
from scicity.charts.stock import stock
from scicity.filters import Filters
from scicity.gallery import plots_subjects as native
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.narrative import innovation
from scicity.warehouse import Value
from scicity.wording import Language, say

STOCKS: Columns = (
    ("month_end", "text"), ("total_count", "count"), ("national_count", "count"), ("other_count", "count"),
    ("unstated_count", "count"), ("national_share_pct", "rate"), ("status", "status"),
)  # fmt: skip
STEPS: Columns = (("step_name", "text"), ("value_count", "count"), ("status", "status"))
PARTS: Columns = (("group_name", "text"), ("part_name", "text"), ("value_count", "count"), ("status", "status"))
MATRIX: Columns = (
    ("part_name", "text"), ("enterprise_count", "count"), ("university_count", "count"), ("institute_count", "count"),
    ("titles_count", "count"), ("total_count", "count"), ("status", "status"),
)  # fmt: skip
HONOURS: Columns = (
    ("event_name", "text"), ("stage_name", "text"), ("dated_name", "text"), ("quotation_text", "text"),
    ("publisher", "text"),
)  # fmt: skip
QUARTERS = (3, 6, 9, 12)


def month_ends(filters: Filters) -> Mapping[str, Value]:
    """The ends of the years before, and of each month of the year on show."""
    year = periods.year_of(filters.month)
    years = [one for one in periods.between(filters.from_month, filters.month) if periods.number_of(one) == 12]
    months = periods.between(periods.written(year, 2), filters.month)
    return {"months": tuple(dict.fromkeys([one for one in years if periods.year_of(one) < year] + months))}


def quarter_ends(filters: Filters) -> Mapping[str, Value]:
    """The ends of the quarters that are over, since the year before: a quarter's stock is that of its end."""
    first = periods.written(periods.year_of(filters.month) - 1, 2)
    return {"months": tuple(one for one in periods.between(first, filters.month) if periods.number_of(one) in QUARTERS)}


def stock_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The points in words; an honour stands in the row of its year."""
    ends = [
        say("innovation_at_end", language, period=periods.range_label(one, one, language)) if span == "point"
        else periods.range_label(one, one, language) or say("stage_undated", language)
        for one, span in zip(frame["period"], frame["span"], strict=True)
    ]  # fmt: skip
    named = {"event_name": frame[f"event_{language}"]} if "event_zh" in frame else {}
    return frame.assign(month_end=ends, **named)


def step_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    return frame.assign(step_name=[say(f"stock_step_{step}", language) for step in frame["step"]])


def part_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    groups = [say(f"part_{one}", language) for one in frame["classification"]]
    return frame.assign(group_name=groups, part_name=frame[f"name_{language}"])


def matrix_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    whole = frame["item"] == "ALL"
    return frame.assign(part_name=frame[f"name_{language}"].mask(whole, say("matrix_all", language)))


def honour_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    dates = [
        periods.range_label(one[:7], one[:7], language) or say("stage_undated", language) for one in frame["dated"]
    ]
    return frame.assign(
        event_name=frame[f"name_{language}"],
        stage_name=[say(f"stage_{one}", language) for one in frame["stage"]],
        dated_name=dates,
        quotation_text=frame["quotation"],
    )


def _about(frame: pd.DataFrame, filters: Filters, language: Language) -> dict[str, str]:
    """Files of a stock say 'end of the month' and count pieces, not money."""
    at_end = say("innovation_at_end", language, period=periods.range_label(filters.month, filters.month, language))
    return {"period": at_end, **_about_change(frame, filters, language)}


def _about_change(frame: pd.DataFrame, filters: Filters, language: Language) -> dict[str, str]:
    part = f"part_{language}"
    shown = str(frame[part].iloc[0]) if part in frame and len(frame) else ""
    return {"unit": say("innovation_unit_count", language), "filters": shown}


def _about_honours(frame: pd.DataFrame, filters: Filters, language: Language) -> dict[str, str]:
    return {"unit": say("innovation_unit_count", language), "period": say("innovation_undated", language)}


def _stock(subject: str, suffix: str, params: Callable[[Filters], Mapping[str, Value]], by: str = "month") -> Exhibit:
    return Exhibit(
        name=f"{subject.removesuffix('s')}_stock{suffix}",
        query=f"{subject}/stock_and_events" if suffix == "_events" else f"{subject}/stock",
        params=params if suffix == "_events" else lambda filters: {**params(filters), "part": filters.part},
        draw=stock,
        tell=plain(partial(_told_stock, subject, by)),
        columns=(STOCKS[0], ("event_name", "text"), *STOCKS[1:]) if suffix == "_events" else STOCKS,
        words=stock_words,
        plots=native.stock,
        indicator=f"{subject}_stock",
        about=_about,
    )


def _told_stock(subject: str, by: str, frame: pd.DataFrame, language: Language) -> narrative.Told:
    return innovation.stock(frame, subject, language, by)


def _told_change(subject: str, frame: pd.DataFrame, language: Language) -> narrative.Told:
    return innovation.change(frame, subject, language)


def _change(subject: str) -> Exhibit:
    return Exhibit(
        name=f"{subject.removesuffix('s')}_change",
        query=f"{subject}/change",
        params=lambda filters: {"month": filters.month, "span": filters.span, "part": filters.part},
        draw=net_change,
        tell=plain(partial(_told_change, subject)),
        columns=STEPS,
        words=step_words,
        plots=native.change,
        indicator=f"{subject}_stock",
        about=_about_change,
    )


EXHIBITS: tuple[Exhibit, ...] = (
    _stock("incubators", "", month_ends),
    _stock("incubators", "_quarter", quarter_ends, "quarter"),
    _change("incubators"),
    Exhibit(
        name="incubator_parts",
        query="incubators/parts",
        params=lambda filters: {"month": filters.month},
        draw=parts,
        tell=plain(innovation.parts),
        columns=PARTS,
        words=part_words,
        plots=native.parts,
        indicator="incubators_stock",
        about=_about,
    ),
    _stock("platforms", "", month_ends),
    _stock("platforms", "_quarter", quarter_ends, "quarter"),
    _stock("platforms", "_events", month_ends),
    _change("platforms"),
    Exhibit(
        name="platform_matrix",
        query="platforms/matrix",
        params=lambda filters: {"month": filters.month},
        draw=cross_table,
        tell=plain(innovation.matrix),
        columns=MATRIX,
        words=matrix_words,
        indicator="platforms_stock",
        about=_about,
    ),
    Exhibit(
        name="honours",
        query="platforms/named",
        params=lambda filters: {"list": "honours"},
        draw=stages,
        tell=plain(innovation.honours),
        columns=HONOURS,
        words=honour_words,
        indicator="platforms_stock",
        about=_about_honours,
    ),
)
