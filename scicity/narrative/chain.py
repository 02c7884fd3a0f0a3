"""The innovation chain laid out, and what its figures tell; that it stands side by side is never a cause.

`laid` makes of the cells of one sub-field the rows of the four columns; the captions take its rows, or those of
`chain/joined`, and always carry the note that correlation is not causation.
"""

import pandas as pd

from scicity import periods
from scicity.measures import chain, taxonomy
from scicity.measures.chain import Link
from scicity.narrative import told
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing, number, signed

DECIMALS = {"亿元": 1, "%": 1}
LAID = (
    "column", "link", "name_zh", "name_en", "period_end", "span", "value", "unit_zh", "unit_en", "qualifier", "said_zh",
    "said_en", "whole_zh", "whole_en", "status", "provenance", "coverage_pct", "published", "of",
)  # fmt: skip


def laid(cells: pd.DataFrame) -> pd.DataFrame:
    """One row a measure of the chain in the order of its columns, columns as LAID.

    cells: the rows of `chain/cells` for one sub-field. value is missing where nobody published it; said_* is the value
    as it is printed, or why there is none; whole_* the cited figure of the whole science city. coverage_pct, published
    and of are the column's: published of its measures over all of them.
    """
    rows = [_link(link, cells) for link in chain.links()]
    frame = pd.DataFrame(rows)
    known = frame["value"].notna().groupby(frame["column"])
    frame["published"] = known.transform("sum").astype(int)
    frame["of"] = known.transform("size")
    shares = known.apply(lambda found: chain.coverage_pct(found.tolist()))
    return frame.assign(coverage_pct=frame["column"].map(shares))[list(LAID)]


def columns(cells: pd.DataFrame, subfield: str, month: str, language: Language = "zh") -> Told:
    """集成电路：新科学覆盖率75.0%，新技术…: how much of each column is published for the sub-field."""
    frame = laid(cells).drop_duplicates("column")
    covered = [
        say("chain_covered", language, name=say(f"chain_{row['column']}", language), pct=number(row["coverage_pct"], 1))
        for row in frame.to_dict("records")
    ]
    name = taxonomy.item(subfield).name(language)
    period = periods.label(month, "month", language)
    return Told(
        say("chain_headline", language, name=name, covered=say("tell_clause", language).join(covered)),
        say("chain_subline", language, name=name, period=period),
        (say("chain_not_cause", language), say("chain_coverage_defined", language), say("chain_whole_note", language)),
    )


def joined(frame: pd.DataFrame, subfield: str, lag: int, language: Language = "zh") -> Told:
    """集成电路：研发平台与12个月后的产值同比: what is set beside what, and by how many months it is moved."""
    name = taxonomy.item(subfield).name(language)
    ahead = frame[frame["classification"] != "leading"]
    moved = say("chain_joined_headline" if lag else "chain_joined_same", language, name=name, lag=lag)
    return Told(
        moved if len(ahead) else say("chain_joined_alone", language, name=name),
        say("chain_joined_subline" if lag else "chain_joined_same_subline", language, name=name, lag=lag),
        told.notes(
            say("chain_not_cause", language),
            say("chain_joined_defined", language, lag=lag),
            "" if len(ahead) else say("chain_no_data_ahead", language),
        ),
    )


def _link(link: Link, cells: pd.DataFrame) -> dict[str, object]:
    found = _found(link, cells)
    whole = cells[(cells["classification"] == "whole") & (cells["indicator"] == link.whole)]
    row: dict[str, object] = {
        "column": link.column,
        "link": link.code,
        "name_zh": link.name_zh,
        "name_en": link.name_en,
        "unit_zh": link.unit_zh,
        "unit_en": link.unit_en,
        "period_end": found.get("period_end", ""),
        "span": found.get("span", ""),
        "value": found.get("value"),
        "qualifier": found.get("qualifier", ""),
        "status": found.get("status", "none"),
        "provenance": found.get("provenance", "press"),
    }
    for language in ("zh", "en"):
        row[f"said_{language}"] = _said(row, language)
        row[f"whole_{language}"] = str(whole[f"printed_{language}"].iloc[0]) if len(whole) else ""
    return row


def _found(link: Link, cells: pd.DataFrame) -> dict[str, object]:
    """The newest row of the measure, growth worked out from the comparable base; {} where there is none."""
    if link.source == "none":
        return {}
    if link.source == "named":
        rows = cells[(cells["classification"] == "named") & (cells["indicator"] == link.cell[0])]
    else:
        _, classification, indicator, span = link.cell
        rows = cells[(cells["classification"] == classification) & (cells["indicator"] == indicator)]
        rows = rows[rows["span"] == span]
    if rows.empty:
        return {}
    found = {str(name): value for name, value in rows.iloc[0].items()}
    if link.source == "growth":
        found["value"] = _growth(found)
    if is_missing(found["value"]):
        found["value"] = None
    return found


def _growth(row: dict[str, object]) -> float | None:
    value, base = row["value"], row["comparable_base"]
    if is_missing(value) or is_missing(base) or not base:
        return None
    return 100 * (float(value) / float(base) - 1)  # type: ignore[arg-type]


def _said(row: dict[str, object], language: Language) -> str:
    """The value with its unit; a lower bound keeps its words, a missing value its reason."""
    if is_missing(row["value"]):
        known = row["status"] in ("pending", "suppressed")
        return say(f"chart_{row['status']}", language) if known else say("cited_nothing", language)
    write = signed if row["link"] == "growth" else number
    text = write(float(row["value"]), DECIMALS.get(str(row["unit_zh"]), 0), language)  # type: ignore[arg-type]
    key = "chain_value_at_least" if row["qualifier"] == "at_least" else "chain_value"
    return say(key, language, value=text, unit=row[f"unit_{language}"])


def number_of(row: dict, language: Language) -> str:
    """A row of `chain/joined` as its table prints it: growth in per cent, counts as they are, '--' where missing."""
    if row["classification"] == "leading":
        text = signed(row["yoy_pct"], 1, language)
        return text if is_missing(row["yoy_pct"]) else f"{text}%"
    return number(row["value"], 0, language)
