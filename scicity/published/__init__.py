"""Cited public figures: what was printed about the science city and its neighbours, by whom, and how far to trust it.

A figure keeps its qualifier (超, 余, 约 …) and its quotation; a bound is never shown as an exact number. Input files
stand in data/published/, each with a .toml that says where it comes from. Nothing here is computed from records.
"""

import hashlib
from pathlib import Path

import duckdb
import pandas as pd

from scicity import places, wording
from scicity.published import banded, cited, claimed, disputed, elsewhere, implied, series
from scicity.published import named as naming

ROOM = Path(__file__).parent


def figures(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """Every cited figure: those of the article, the other published ones, and the comparators of nation and regions.

    One row a figure, columns as `cited.COLUMNS`. period_start and period_end are 'YYYY-MM', 'YYYY', or '' when not
    stated; published_on and link are '' where unknown or not the publisher's own. A faulty input file raises
    ValueError naming file, row and column.
    """
    return pd.concat([cited.figures(folder), elsewhere.figures(folder)], ignore_index=True)


def comparators(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """Growth of the nation, the municipality and provinces, in per cent on the year before, as published.

    One row a series, region and month ('YYYY-MM' by closing month; 1—2月 is '-02'), columns as `elsewhere.COLUMNS`.
    """
    return elsewhere.comparators(folder)


def reconciliation(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """Which published figures the enterprise records imply, and how the two are to be compared.

    Columns figure_id, kind (cell|items), classification, item, indicator, span, period_end, comparison (equal|over),
    decimals (to which both are rounded first). See reconciliation.toml for what the columns mean.
    """
    return implied.reconciliation(folder, cited.figures(folder))


def cited_series(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """Cited figures of one indicator as series, with breaks between territories and the years nobody printed.

    One row a series and period, columns as `series.COLUMNS`; see there for spans, statuses and what is refused.
    """
    return series.cited_series(folder, cited.figures(folder))


def claims(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """Claims of rank as text: what, of what, among what, by whom, when. Columns as `claimed.COLUMNS`."""
    return claimed.claims(folder, cited.figures(folder))


def contradictions(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """Where sources agree, contradict each other or break: one row a matter and figure concerned."""
    return disputed.contradictions(folder, figures(folder)["figure_id"])


def named(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """What print names without a number, list by list, places without a name included. Columns as `naming.COLUMNS`."""
    return naming.named(folder, cited.figures(folder))


def bands(folder: Path = places.PUBLISHED) -> pd.DataFrame:
    """Published counts of projects by amount, nested or exclusive. Columns as `banded.COLUMNS`."""
    return banded.bands(folder, cited.figures(folder))


def write(path: Path, folder: Path = places.PUBLISHED) -> None:
    """Writes the room's tables, each by its function's name, to a new DuckDB file; else FileExistsError."""
    if path.exists():
        raise FileExistsError(f"{path.name} exists: a file of figures is written once; choose a new name.")
    tables = {
        one.__name__: one(folder) for one in (figures, comparators, cited_series, claims, contradictions, named, bands)
    }
    quoted = str(path).replace("'", "''")
    with duckdb.connect() as connection:
        # the older format, so that the previous DuckDB stays a way back
        connection.execute(f"attach '{quoted}' as written (storage_version 'v1.5.0')")
        for name, rows in tables.items():
            connection.register("rows", rows)
            connection.execute(f"create table written.{name} as select * from rows")
        connection.execute("detach written")


def fingerprint(folder: Path = places.PUBLISHED) -> str:
    """sha256 over everything the written file depends on: the input files, this room's code and its words."""
    inputs = [*sorted(folder.glob("*.csv")), *sorted(ROOM.glob("*.py")), wording.WORDS / "published.toml"]
    digest = hashlib.sha256()
    for path in inputs:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
