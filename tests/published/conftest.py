"""Shared by the tests of published figures: the figures themselves, and folders with a fault in one cell."""

import csv
import shutil
from pathlib import Path

import pandas as pd
import pytest

from scicity import places, published


@pytest.fixture(scope="session")
def figures() -> pd.DataFrame:
    """All cited figures, by figure_id."""
    return published.figures().set_index("figure_id", drop=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of data/published/ that a test may spoil."""
    return Path(shutil.copytree(places.PUBLISHED, tmp_path / "published"))


@pytest.fixture
def spoil(folder: Path):
    """Writes `text` into one cell of a copied file; rows are counted with the header as row 1. Gives the folder."""

    def spoiled(file: str, row: int, column: str, text: str) -> Path:
        with (folder / file).open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
        rows[row - 2][column] = text
        with (folder / file).open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        return folder

    return spoiled
