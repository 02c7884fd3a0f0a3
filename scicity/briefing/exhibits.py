"""The figures and tables of a briefing, as blocks that every writer can print."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from scicity import periods
from scicity.briefing.facts import Facts
from scicity.charts.look import Look
from scicity.exports import pictures
from scicity.exports.about import About
from scicity.exports.columns import Kind, TableColumn
from scicity.exports.document import FigureBlock, TableBlock
from scicity.gallery import Shown
from scicity.gallery.blocks import figure_block
from scicity.measures import taxonomy
from scicity.narrative import amounts, rows, told
from scicity.periods import Span
from scicity.wording import say
from scicity.wording.numbers import difference_pp

# name of the figure, the span it is shown in; the order is that of the text and of the slides
FIGURES: dict[str, Span] = {
    "monthly_scale": "month", "share": "ytd", "contribution": "ytd", "ranking": "ytd",
    "project_signings": "ytd", "incubator_stock": "ytd", "platform_stock": "ytd", "target_progress": "ytd",
}  # fmt: skip
CORE = "ZGY"  # the ledger of projects that print speaks of
INDUSTRY: tuple[tuple[str, Kind], ...] = (
    ("month_value", "amount"), ("month_yoy_pct", "rate"), ("ytd_value", "amount"), ("ytd_yoy_pct", "rate"),
    ("share_pct", "rate"), ("share_change_pp", "change"), ("contribution_pp", "change"),
)  # fmt: skip
FIELD = INDUSTRY[:4]


def figure(facts: Facts, name: str, points: Sequence[str] = (), drawn: bool = False) -> FigureBlock | None:
    """The gallery's figure as a block; None where it has no rows. points: at most three are kept, for a slide.

    drawn: with its SVG for A4 (needs the browser).
    """
    scope = {"scope": CORE} if name.startswith("project") else {}
    shown = facts.shown(name, FIGURES[name], **scope)
    if shown.frame.empty:
        return None
    block = figure_block(shown, svg=picture(shown) if drawn else b"")
    about = replace(block.about, unit=say(f"briefing_unit_{name}", facts.language))
    return replace(block, title=_title(facts, name, shown), about=about, points=tuple(points)[:3])


def picture(shown: Shown) -> bytes:
    """The figure drawn in its A4 layout, without headline, as its caption stands below; b'' without a browser."""
    look = Look(language=shown.language, layout="a4")
    try:
        return pictures.svg(shown.whole(look, headline=False), about=shown.about())
    except pictures.NoPictures:
        return b""


def industries(facts: Facts) -> TableBlock:
    """The table of the total and its industries: month, year to date, share and pull; without the month for 1—2月."""
    frame = _table(facts, (facts.total, *taxonomy.industries()))
    return _block(facts, "industries", frame, INDUSTRY, annex=False)


def fields(facts: Facts) -> TableBlock:
    """The annex of all sub-fields."""
    return _block(facts, "subfields", _table(facts, tuple(taxonomy.subfields())), FIELD, annex=True)


def goals(facts: Facts) -> TableBlock | None:
    """The annex of the year's targets; None where there are none."""
    if not facts.has("targets"):
        return None
    shown = facts.shown("target_progress")
    if shown.frame.empty:
        return None
    frame, columns = shown.table()
    kept = [one for one in columns if one.name != "original_text" or (frame["original_text"] != "").any()]
    return TableBlock(
        "goals", _dated(facts, say("briefing_table_goals", facts.language)), frame, tuple(kept), shown.about(),
        notes=shown.caption.notes[:1], annex=True,
    )  # fmt: skip


def _table(facts: Facts, items: Sequence[str]) -> pd.DataFrame:
    """One row an item in the order given, month and year to date side by side; what is withheld keeps its status."""
    found = []
    for code in items:
        ytd, alone = rows.at(facts.ytd, code, facts.month), rows.at(facts.alone, code, facts.month)
        if ytd.empty:
            continue
        points = difference_pp(rows.cell(ytd, "share_pct"), rows.cell(ytd, "share_last_year_pct"))
        whole = code in (facts.total, *facts.filters().all_industries)
        found.append({
            "item_name": amounts.name(code, language=facts.language),
            "month_value": rows.cell(alone, rows.VALUE), "month_yoy_pct": rows.cell(alone, rows.GROWTH),
            "ytd_value": rows.cell(ytd, rows.VALUE), "ytd_yoy_pct": rows.cell(ytd, rows.GROWTH),
            # of an industry outside the total a share in it would say nothing
            "share_pct": rows.cell(ytd, "share_pct") if whole else None,
            "share_change_pp": float(points) if whole and points is not None else None,
            "contribution_pp": rows.cell(ytd, "contribution_pp") if whole else None,
            "status": ytd["status"], "provenance": ytd["provenance"],
        })  # fmt: skip
    return pd.DataFrame(found)


def _block(facts: Facts, key: str, frame: pd.DataFrame, columns: Sequence[tuple[str, Kind]], annex: bool) -> TableBlock:
    alone = periods.label(facts.month, "month", facts.language, with_year=False)
    ytd = periods.label(facts.month, "ytd", facts.language, with_year=False)
    kept = [one for one in columns if not (facts.merged and one[0].startswith("month_"))]
    headed = [
        TableColumn(name, say(f"briefing_column_{name}", facts.language, month=alone, ytd=ytd), kind)
        for name, kind in kept
    ]
    first = TableColumn("item_name", say("briefing_column_item", facts.language), "text")
    title = _dated(facts, say(f"briefing_table_{key}", facts.language))
    notes = told.notes(told.missing(facts.ytd, facts.language), say(f"briefing_table_note_{key}", facts.language))
    return TableBlock(key, title, frame, (first, *headed), _about(facts, frame, title), notes, annex)


def _about(facts: Facts, frame: pd.DataFrame, title: str) -> About:
    about = facts.shown("share").about()
    # no page shows this table as it is here
    return replace(about, title=title, unit=say("briefing_unit_table", facts.language), link="").seen_in(frame)


def _title(facts: Facts, name: str, shown: Shown) -> str:
    """What the figure shows, with its time: of columns over months the first year, else its own period."""
    if name == "monthly_scale":
        first = periods.year_of(str(shown.frame["period"].min()))
        return say("briefing_figure_since", facts.language, year=first, title=shown.title())
    if name == "project_signings":
        years = sorted({periods.year_of(one) for one in shown.frame["period"]})
        return say("briefing_figure_years", facts.language, years=_years(years, facts), title=shown.title())
    return say("briefing_figure", facts.language, period=shown.about().period, title=shown.title())


def _years(years: Sequence[int], facts: Facts) -> str:
    return periods.range_label(str(years[0]), str(years[-1]), facts.language)


def _dated(facts: Facts, title: str) -> str:
    when = periods.label(facts.month, "ytd", facts.language)
    return say("briefing_figure", facts.language, period=when, title=title)
