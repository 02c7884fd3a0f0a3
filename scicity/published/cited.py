"""The figures of the article and the other published figures, each with publisher, grade, quotation and period."""

from pathlib import Path

import pandas as pd

from scicity.published import files, printed, trust

ORIGINS = {"article": "article_facts.csv", "figures": "published_figures.csv"}
KINDS = ("cumulative", "stock", "event", "case", "target", "month", "ytd")
DOMAINS = (
    "industry_output", "projects", "platforms", "incubators", "carriers", "finance", "services", "transformation",
    "macro", "case_credit", "case_graphene", "comparators",
)  # fmt: skip
PERIOD = r"((19|20)\d\d(-(0[1-9]|1[0-2]))?(/(19|20)\d\d(-(0[1-9]|1[0-2]))?)?)?"
INPUT = (
    "figure_id", "domain", "indicator_zh", "indicator_en", "value", "unit", "qualifier", "period", "period_kind",
    "scope", "classification", "quotation", "source", "title", "published_on", "read_at", "note",
)  # fmt: skip
COLUMNS = (
    "figure_id", "origin", "domain", "indicator_zh", "indicator_en", "alias_zh", "value", "unit", "qualifier",
    "period", "period_kind", "period_start", "period_end", "scope", "classification", "quotation", "publisher",
    "title", "published_on", "grade", "link", "read_at", "note", "printed_zh", "printed_en", "note_zh",
)  # fmt: skip


def figures(folder: Path) -> pd.DataFrame:
    """The figures of both files in the order of the files, columns as COLUMNS."""
    found = pd.concat([_figures_of(folder, origin, file) for origin, file in ORIGINS.items()])
    repeated = found[found.duplicated("figure_id")]
    for row, origin, figure in repeated[["origin", "figure_id"]].itertuples():
        what = f"'{figure}' stands in an earlier file; expected once. Remove or rename one."
        raise files.fault(ORIGINS[origin], row, "figure_id", what)
    return _with_aliases(found.reset_index(drop=True), folder)


def units(folder: Path) -> dict[str, printed.Unit]:
    """The known units by name."""
    file = "units.csv"
    rows = files.read(folder, file, ("unit", "kind", "factor", "unit_en"))
    files.refuse_unknown(rows, file, "kind", ("plain", "scaled", "money"), "Choose one of them.")
    files.refuse_no_number(rows, file, "factor")
    found = zip(rows["unit"], rows["kind"], rows["factor"], rows["unit_en"], strict=True)
    return {name: printed.Unit(name, kind, int(factor), english) for name, kind, factor, english in found}


def completed(rows: pd.DataFrame, file: str, folder: Path, origin: str) -> pd.DataFrame:
    """`rows` (columns as INPUT, all text) checked, judged and with their printed forms; columns as COLUMNS."""
    known = units(folder)
    files.refuse_no_number(rows, file, "value")
    files.refuse_unknown(rows, file, "qualifier", printed.QUALIFIERS, "Bounds are never exact; choose one of them.")
    files.refuse_unknown(rows, file, "unit", set(known), "Correct it, or add the unit to units.csv.")
    files.refuse_unknown(rows, file, "period_kind", KINDS, "Choose one of them.")
    files.refuse_unknown(rows, file, "domain", DOMAINS, "Choose one of them.")
    files.refuse_unlike(rows, file, "period", PERIOD, "YYYY, YYYY-MM, or two of them with a slash")
    rows = trust.judged(trust.with_period_gap(rows), file, folder)
    said = _printed(rows, file, known)
    ends = rows["period"].str.partition("/")
    return rows.assign(
        origin=origin,
        alias_zh="",
        value=rows["value"].astype(float),
        period_start=ends[0],
        period_end=ends[2].where(ends[1] == "/", ends[0]),
        printed_zh=[printed.in_chinese(figure) for figure in said],
        printed_en=[printed.in_english(figure) for figure in said],
    )[list(COLUMNS)]


def _figures_of(folder: Path, origin: str, file: str) -> pd.DataFrame:
    rows = files.read(folder, file, INPUT)
    files.refuse_repeated(rows, file, ["figure_id"])
    return completed(rows, file, folder, origin)


def _printed(rows: pd.DataFrame, file: str, known: dict[str, printed.Unit]) -> list[printed.Figure]:
    """The figures for printing. One that is called exact while its quotation bounds it is refused."""
    found = []
    for row, value, unit, qualifier, quotation in rows[["value", "unit", "qualifier", "quotation"]].itertuples():
        figure = printed.Figure(value, known[unit], qualifier, quotation)
        words = printed.said(figure)
        if qualifier == "exact" and words and words.bounded:
            what = f"'exact' found, but the quotation says {words.text}; expected over, at_least or about. Correct it."
            raise files.fault(file, row, "qualifier", what)
        found.append(figure)
    return found


def _with_aliases(found: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Other names of one indicator, so that a search finds it under each."""
    file = "aliases.csv"
    rows = files.read(folder, file, ("figure_id", "alias_zh"))
    files.refuse_repeated(rows, file, ["figure_id"])
    files.refuse_unknown(rows, file, "figure_id", set(found["figure_id"]), "Name a figure of the two files.")
    names = dict(zip(rows["figure_id"], rows["alias_zh"], strict=True))
    return found.assign(alias_zh=[names.get(figure, "") for figure in found["figure_id"]])
