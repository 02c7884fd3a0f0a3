"""The demonstration's files, written once for all tests of this room."""

from collections import defaultdict
from pathlib import Path

import pytest

from scicity.demo import PlannedRelease, write_reports
from tests.demo import demo_rows


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> list[PlannedRelease]:
    return write_reports(tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="session")
def contents(plan) -> dict[Path, list[dict]]:
    """The rows of every monthly report."""
    return {file: demo_rows.read(file) for release in plan for file in demo_rows.of_industry(release)}


@pytest.fixture(scope="session")
def correction(contents) -> list[dict]:
    (rows,) = (rows for file, rows in contents.items() if file.name.startswith("correction"))
    return rows


@pytest.fixture(scope="session")
def reports(contents) -> dict[str, list[dict]]:
    """The first reports of every month, industry and services together, before the correction."""
    by_month = defaultdict(list)
    for file, rows in contents.items():
        for row in rows:
            if not file.name.startswith("correction"):
                by_month[row["month"]].append(row)
    return dict(by_month)
