"""Cited figures of one indicator as a series: points in order of time, breaks between territories, gaps where none.

No number is written in the series' own files: a point names a figure, and the figure has value, source and qualifier.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from scicity.published import cited, files

SERIES, POINTS, TERRITORIES = "cited_series.csv", "cited_points.csv", "territories.csv"
FORMS = ("line", "bars")
POINT = ("series_id", "figure_id", "words_from", "period", "said_zh", "said_en", "break_zh", "break_en")
ABOUT = (
    "indicator_zh", "indicator_en", "definition_zh", "definition_en", "unit", "unit_en", "form",
    "comparators",
)  # fmt: skip
FROM_FIGURE = (
    "scope", "period", "period_start", "period_end", "value", "qualifier", "printed_zh", "printed_en", "quotation",
    "publisher", "published_on", "grade", "link",
)  # fmt: skip
COLUMNS = (
    "series_id", "place", *ABOUT, "figure_id", "territory", "span", *FROM_FIGURE, "status", "break_zh", "break_en",
)  # fmt: skip


def cited_series(folder: Path, figures: pd.DataFrame) -> pd.DataFrame:
    """One row a series and period in the order of the file, columns as COLUMNS.

    figures: `cited.figures(folder)`. span: year, half (the first half year) or ytd. status: press; in_words where the
    page gives no number (value missing, printed_* says what it says); not_published for a year between two others that
    nobody printed. break_* says why a point is not comparable with the one before. An unknown or unverified figure,
    another unit than the series', or another territory without a break raises ValueError naming the row.
    """
    about = _series(folder)
    points = _points(folder, about, figures)
    rows = [row for _, group in points.groupby("series_id", sort=False) for row in _with_gaps(group)]
    found = pd.DataFrame(rows).merge(about.reset_index(), on="series_id", how="left", sort=False)
    return found.assign(place=range(len(found)))[list(COLUMNS)]


def _series(folder: Path) -> pd.DataFrame:
    rows = files.read(folder, SERIES, ("series_id", *ABOUT))
    files.refuse_repeated(rows, SERIES, ["series_id"])
    files.refuse_unknown(rows, SERIES, "form", FORMS, "Choose one of them.")
    files.refuse_unknown(rows, SERIES, "unit", set(cited.units(folder)), "Add the unit to units.csv.")
    return rows.set_index("series_id")


def _points(folder: Path, about: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    rows = files.read(folder, POINTS, POINT)
    files.refuse_unknown(rows, POINTS, "series_id", set(about.index), f"Describe the series in {SERIES}.")
    _refuse_faulty_words(rows)
    rows["named"] = rows["figure_id"].where(rows["figure_id"] != "", rows["words_from"])
    facts = figures[figures["grade"] != "unverified"].set_index("figure_id")
    column = "figure_id or words_from"
    files.refuse_unknown(rows.rename(columns={"named": column}), POINTS, column, set(facts.index),
                         "Name a verified figure.")  # fmt: skip
    territories = _territories(folder)
    found = [_point(row, point, facts.loc[point["named"]], territories) for row, point in rows.iterrows()]
    points = pd.DataFrame(found, index=rows.index)
    _refuse_other_units(points, facts, about)
    points["span"] = points["span"].where(points["series_id"].map(about["form"]) == "line", "ytd")
    for _, group in points.groupby(["series_id", "span"], sort=False):
        _refuse_unmarked(group)
    return points


def _territories(folder: Path) -> dict[str, str]:
    rows = files.read(folder, TERRITORIES, ("scope", "territory"))
    files.refuse_repeated(rows, TERRITORIES, ["scope"])
    return dict(zip(rows["scope"], rows["territory"], strict=True))


def _refuse_faulty_words(rows: pd.DataFrame) -> None:
    """A point is a figure, or words of a page with their period; never both, never half of either."""
    for row, point in rows.iterrows():
        words = [point[name] != "" for name in ("words_from", "period", "said_zh", "said_en")]
        if any(words) if point["figure_id"] else not all(words):
            what = "expected a figure_id alone, or words_from, period, said_zh and said_en together. Complete the row."
            raise files.fault(POINTS, int(str(row)), "figure_id", f"'{point['figure_id']}' found; {what}")
        if (point["break_zh"] == "") != (point["break_en"] == ""):
            raise files.fault(POINTS, int(str(row)), "break_en", "expected both languages or none. Write the other.")


def _point(row: object, point: pd.Series, figure: pd.Series, territories: dict[str, str]) -> dict:
    if figure["scope"] not in territories:
        what = f"'{figure['scope']}' of '{point['named']}' is no known territory. Add the scope to {TERRITORIES}."
        raise files.fault(POINTS, int(str(row)), "figure_id", what)
    found = {name: point[name] for name in ("series_id", "figure_id", "break_zh", "break_en")}
    found |= {name: figure[name] for name in FROM_FIGURE} | {"territory": territories[figure["scope"]]}
    if not point["figure_id"]:
        period, said = point["period"], {f"printed_{one}": point[f"said_{one}"] for one in ("zh", "en")}
        found |= said | {"value": None, "period": period, "period_start": period, "period_end": period, "quotation": ""}
    status = "press" if point["figure_id"] else "in_words"
    return found | {"status": status, "span": _span(int(str(row)), found["period"])}


def _span(row: int, period: str) -> str:
    """A series holds years, first half years and other years to date; anything else has no place on its axis."""
    first, _, last = period.partition("/")
    if len(first) == 4 and not last:
        return "year"
    if last and first[:4] == last[:4] and first.endswith("-01"):
        return "half" if last.endswith("-06") else "ytd"
    what = f"its period '{period}' is neither a year nor a year to date. Leave the figure out of the series."
    raise files.fault(POINTS, row, "figure_id", what)


def _refuse_other_units(points: pd.DataFrame, facts: pd.DataFrame, about: pd.DataFrame) -> None:
    for row, point in points[points["figure_id"] != ""].iterrows():
        unit, expected = facts.at[point["figure_id"], "unit"], about.at[point["series_id"], "unit"]
        if unit != expected:
            what = f"'{point['figure_id']}' is in {unit}; expected {expected}, the unit of the series. Name another."
            raise files.fault(POINTS, int(str(row)), "figure_id", what)


def _refuse_unmarked(group: pd.DataFrame) -> None:
    """Points follow in time, and a change of territory needs its break."""
    rows = list(group.iterrows())
    for (_, before), (row, now) in zip(rows, rows[1:], strict=False):
        if now["period_end"] <= before["period_end"]:
            what = f"{now['period']} does not come after {before['period']}. Put the rows in order of time."
            raise files.fault(POINTS, int(str(row)), "figure_id", what)
        if now["territory"] != before["territory"] and not now["break_zh"]:
            what = f"empty, but {before['territory']} becomes {now['territory']}; expected the reason of the break. "
            raise files.fault(POINTS, int(str(row)), "break_zh", f"{what}Write it, or leave the figure out.")


def _with_gaps(points: pd.DataFrame) -> Iterator[dict]:
    """The points, and a row for each year nobody printed between two years of one territory."""
    before: dict = {}
    for point in points.to_dict("records"):
        joined = before and point["span"] == before["span"] == "year" and not point["break_zh"]
        for year in range(int(before["period_end"]) + 1, int(point["period_end"])) if joined else ():
            yield _gap(before, str(year))
        yield point
        before = point


def _gap(before: dict, year: str) -> dict:
    empty = dict.fromkeys((*FROM_FIGURE, "figure_id", "break_zh", "break_en"), "")
    kept = {name: before[name] for name in ("series_id", "territory", "scope", "span")}
    when = dict.fromkeys(("period", "period_start", "period_end"), year)
    return empty | kept | when | {"value": None, "status": "not_published"}
