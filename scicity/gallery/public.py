"""The figures of cited numbers: one a series of the core area, and the monthly comparators."""

import pandas as pd

from scicity import periods
from scicity.charts.cited_series import cited_series
from scicity.charts.monthly_comparators import monthly_comparators
from scicity.filters import Filters
from scicity.gallery import plots_public as native
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.narrative import public
from scicity.wording import Language, say

SERIES = ("gdp_growth", "iav_growth", "fai_growth", "retail_growth", "signed_projects", "signed_amount")
COMPARED = ("cq_iav_ytd_yoy", "cn_iav_ytd_yoy")
FIRST, LAST = "2018-02", "2099-12"  # before 2018 the months with a source lie too far apart for a line
CITED: Columns = (
    ("territory_name", "text"), ("period_label", "text"), ("printed_words", "text"), ("quotation", "text"),
    ("publisher", "text"), ("published_on", "text"), ("grade_words", "text"), ("break_words", "text"),
)  # fmt: skip
MONTHLY: Columns = (
    ("territory_name", "text"), ("period_label", "text"), ("value_pct", "rate"), ("publisher", "text"),
    ("published_on", "text"), ("grade_words", "text"), ("note_words", "text"),
)  # fmt: skip


def words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The cited rows with territory, period, figure and grade in words; a year nobody printed says so."""
    ends = zip(frame["period_start"], frame["period_end"], strict=True)
    printed = zip(frame[f"printed_{language}"], frame["status"], strict=True)
    return frame.assign(
        territory_name=[say(f"territory_{code}", language) for code in frame["territory"]],
        period_label=[periods.range_label(start, end, language) for start, end in ends],
        printed_words=[text or say(f"cited_{status}", language) for text, status in printed],
        grade_words=[say(f"published_grade_{grade}", language) if grade else "" for grade in frame["grade"]],
        break_words=frame[f"break_{language}"],
    )


def monthly_words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The comparators' rows with region, period, grade and note in words."""
    spans = zip(frame["month"], frame["span"], strict=True)
    return frame.assign(
        territory_name=[say(f"territory_{series[:2]}", language) for series in frame["series_id"]],
        period_label=[periods.label(month, span, language) for month, span in spans],
        grade_words=[say(f"published_grade_{grade}", language) for grade in frame["grade"]],
        note_words=frame["note_zh"] if language == "zh" else frame["note"],
    )


def about(frame: pd.DataFrame, _: Filters, language: Language) -> dict[str, str]:
    """What a file of cited figures says of itself: their own years, territories, definition and publishers."""
    if frame.empty:
        return {}
    names = dict.fromkeys(say(f"territory_{code}", language) for code in frame["territory"])
    told = public.cited_series(frame, language)
    return {
        "unit": str(frame["unit" if language == "zh" else "unit_en"].iloc[0]),
        "period": public.years(frame, language),
        "scope": say("list_comma", language).join(names),
        "filters": "",
        "definition": " ".join(told.notes),
        "source": public.sources(frame, language),
    }


def monthly_about(frame: pd.DataFrame, _: Filters, language: Language) -> dict[str, str]:
    """The same for the monthly comparators."""
    if frame.empty:
        return {}
    return {
        "unit": "%",
        "period": say("cited_years", language, first=frame["month"].min()[:4], last=frame["month"].max()[:4]),
        "scope": say("comparators_scope", language),
        "filters": "",
        "definition": say("comparators_definition", language),
        "source": public.sources(frame, language),
    }


def _exhibit(series: str) -> Exhibit:
    return Exhibit(
        name=series,
        query="published/cited_series",
        params=lambda _: {"series": series},
        draw=cited_series,
        tell=plain(public.cited_series),
        columns=CITED,
        words=words,
        plots=native.cited_series,
        indicator="public_growth" if series.endswith("growth") else "public_signed",
        about=about,
    )


EXHIBITS: tuple[Exhibit, ...] = (
    *(_exhibit(series) for series in SERIES),
    Exhibit(
        name="monthly_comparators",
        query="published/comparators",
        params=lambda _: {"series": COMPARED, "from_month": FIRST, "to_month": LAST},
        draw=monthly_comparators,
        tell=plain(public.comparators),
        columns=MONTHLY,
        words=monthly_words,
        plots=native.monthly_comparators,
        indicator="public_growth",
        about=monthly_about,
    ),
)
