"""Which later submissions stand above an earlier one: whose rows, by the form's key, count in place of its own."""

from collections.abc import Sequence

import duckdb

from scicity.records import shelf
from scicity.records.reading import key_of, verify
from scicity.records.shelf import Submission


def above(one: Submission) -> tuple[list[Submission], int]:
    """The submissions that replace rows of this one, oldest first, and how many of its rows they replace.

    An official submission stands above one of the demonstration model, else the later above the earlier; withdrawn
    ones stand above none. All rows of `one` count again once all of these are withdrawn. ValueError for a damaged file.
    """
    later = [other for other in shelf.counted() if other.form == one.form and _rank(other) > _rank(one)]
    verify([one, *later])
    found = [other for other in later if _shared(one, [other])]
    return found, _shared(one, found)


def _rank(one: Submission) -> tuple[bool, int]:
    return one.provenance == "official", one.number


def _shared(one: Submission, others: Sequence[Submission]) -> int:
    """How many rows of the one have a key that is among those of the others."""
    if not others:
        return 0
    key = ", ".join(key_of(one.form))
    with duckdb.connect() as connection:
        found = connection.execute(
            f"select count(*) from (select {key} from read_parquet($own) intersect "
            f"select {key} from read_parquet($others, union_by_name = true))",
            {"own": str(one.folder / shelf.ROWS), "others": [str(other.folder / shelf.ROWS) for other in others]},
        ).fetchone()
    return int(found[0]) if found else 0
