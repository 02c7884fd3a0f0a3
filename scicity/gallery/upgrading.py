"""The figures of enterprise upgrading."""

import pandas as pd

from scicity import narrative, periods
from scicity.charts.upgrading import upgrading_fields, upgrading_months
from scicity.filters import Filters
from scicity.gallery import plots_subjects as native
from scicity.gallery.recipe import Columns, Exhibit, plain
from scicity.wording import Language, say

MONTHS: Columns = (
    ("kind_name", "text"), ("period_label", "text"), ("entries_count", "count"), ("unit_name", "text"),
    ("status", "status"),
)  # fmt: skip
FIELDS: Columns = (
    ("kind_name", "text"), ("item_name", "text"), ("entries_count", "count"), ("unit_name", "text"),
    ("status", "status"),
)  # fmt: skip


def words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The frame with the words a table prints beside the codes."""
    spans = zip(frame["period"], frame["span"], strict=True)
    named = frame.assign(
        kind_name=frame[f"name_{language}"],
        unit_name=[say(f"upgrading_unit_{one}", language) for one in frame["indicator"]],
        period_label=[periods.label(month, span, language) for month, span in spans],
    )
    return named.assign(item_name=named[f"item_name_{language}"]) if f"item_name_{language}" in named else named


def _about(frame: pd.DataFrame, _: Filters, language: Language) -> dict[str, str]:
    """Each kind has its own unit: they are named together, the table says which is whose."""
    units = [say(f"upgrading_unit_{one}", language) for one in dict.fromkeys(frame["indicator"])]
    return {"unit": say("list_comma", language).join(units)}


def breakdown(filters: Filters, level: str) -> dict[str, str]:
    """The parameters of upgrading/breakdown: by subfield or by size."""
    return {"level": level, "span": filters.span, "month": filters.month}


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit(
        name="upgrading_months",
        query="upgrading/months",
        params=lambda filters: {
            "span": filters.span,
            "from_month": periods.written(periods.year_of(filters.month), 2),
            "to_month": filters.month,
        },
        draw=upgrading_months,
        tell=plain(narrative.upgrading_months),
        columns=MONTHS,
        words=words,
        plots=native.upgrading_months,
        indicator="retrofit_enterprises",
        about=_about,
    ),
    Exhibit(
        name="upgrading_fields",
        query="upgrading/breakdown",
        params=lambda filters: breakdown(filters, "subfield"),
        draw=upgrading_fields,
        tell=plain(narrative.upgrading_fields),
        columns=FIELDS,
        words=words,
        plots=native.upgrading_fields,
        indicator="retrofit_enterprises",
        about=_about,
    ),
)
