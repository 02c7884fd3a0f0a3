"""Figures read out of a pasted text: candidates, kept only when a person has confirmed them, one by one.

They lie in `candidates/article_facts.csv` of the data home, in the columns of data/published/article_facts.csv. No
release is made from them: whoever keeps the published figures takes them over by hand.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scicity import audit, durable, places
from scicity.ingest import news

FILE, LOCK = "article_facts.csv", ".candidates.lock"
SAME = ("quotation", "value", "unit", "indicator_zh")


def candidates(text: str, source: str = "", published_on: str = "") -> list[dict[str, str]]:
    """The figures a text prints, in the columns of article_facts.csv; '' for what the text does not say.

    published_on: YYYY-MM-DD, settles 今年 and bare months. ValueError where it is no day.
    """
    found = news.candidates(text, date.fromisoformat(published_on) if published_on else None)
    return news.as_rows(found, source, published_on)


def keep(rows: Sequence[dict[str, str]], by: str) -> int:
    """Adds confirmed candidates to those kept; one that is there already is not added again. How many are new."""
    with durable.or_nothing(), durable.locked(places.home() / LOCK):
        there = kept()
        known = {tuple(row[name] for name in SAME) for row in there}
        new = [row for row in rows if tuple(row[name] for name in SAME) not in known]
        if new:
            path().parent.mkdir(parents=True, exist_ok=True)
            with audit.recorded("candidate", who=by, figures=len(new), file=FILE):
                durable.replace_text(path(), _text([*there, *new]))
    return len(new)


def kept() -> list[dict[str, str]]:
    """All confirmed candidates, in the order in which they were confirmed."""
    if not path().exists():
        return []
    with path().open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kept_csv() -> bytes:
    """The confirmed candidates for a spreadsheet."""
    return _text(kept()).encode("utf-8-sig")


def path() -> Path:
    return places.home() / "candidates" / FILE


def _text(rows: Sequence[dict[str, str]]) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, news.COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()
