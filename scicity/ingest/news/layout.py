"""Candidates in the columns of data/published/article_facts.csv, for a person to complete."""

from scicity.ingest.news.candidates import Candidate

COLUMNS = (
    "figure_id", "domain", "indicator_zh", "indicator_en", "value", "unit", "qualifier", "period", "period_kind",
    "scope", "classification", "quotation", "source", "title", "published_on", "read_at", "note",
)  # fmt: skip


def as_rows(found: list[Candidate], source: str = "", published_on: str = "") -> list[dict[str, str]]:
    """One row a candidate, keys as COLUMNS, all text; what the text does not say is ''.

    source and published_on are the same for the whole text. A range has its upper end in the note, for one value has
    one place.
    """
    return [_row(one, source, published_on) for one in found]


def _row(one: Candidate, source: str, published_on: str) -> dict[str, str]:
    notes = [f"range up to {one.upper}"] if one.upper else []
    notes += ["period or territory from the sentence before"] if one.carried else []
    said = {
        "figure_id": one.figure_id, "domain": one.domain, "indicator_zh": one.name, "indicator_en": one.indicator_en,
        "value": one.value, "unit": one.unit, "qualifier": one.qualifier, "period": one.period,
        "period_kind": one.period_kind, "scope": one.scope, "classification": one.classification,
        "quotation": one.quotation, "source": source, "published_on": published_on, "note": "; ".join(notes),
    }  # fmt: skip
    return {column: said.get(column, "") for column in COLUMNS}
