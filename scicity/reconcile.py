"""Recomputes every published figure that the records imply, and compares it with what was printed."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from scicity import published
from scicity.measures import taxonomy
from scicity.warehouse import fetch
from scicity.wording.numbers import rounded


@dataclass(frozen=True)
class Reconciled:
    """One published figure beside what the release gives. comparison: equal (to the printed decimals), over, or
    at_least."""

    figure_id: str
    printed: str
    published: float
    comparison: str
    decimals: int
    recomputed: float | None

    @property
    def agrees(self) -> bool:
        if self.recomputed is None:
            return False
        if self.comparison in ("over", "at_least"):
            return self.recomputed > self.published or (
                self.comparison == "at_least" and self.recomputed == self.published
            )
        return rounded(self.recomputed, self.decimals) == rounded(self.published, self.decimals)


def reconcile(release: Path) -> list[Reconciled]:
    """Every row of data/published/reconciliation.csv, recomputed from the release in that folder."""
    figures = published.figures().set_index("figure_id")
    found = []
    for row in published.reconciliation().to_dict("records"):
        figure = figures.loc[row["figure_id"]]
        found.append(
            Reconciled(
                figure_id=row["figure_id"],
                printed=str(figure["printed_zh"]),
                published=float(figure["value"]),
                comparison=row["comparison"],
                decimals=int(row["decimals"]),
                recomputed=_recomputed(release, row),
            )
        )
    return found


def _recomputed(release: Path, row: dict[str, str]) -> float | None:
    if row["kind"] == "items":
        return float(len(taxonomy.industries() if row["item"] == "industry" else taxonomy.subfields()))
    cell = fetch(
        release,
        f"{row['subject']}/cell",
        classification=row["classification"],
        item=row["item"],
        indicator=row["indicator"],
        span=row["span"],
        month=row["period_end"],
    )
    return None if cell.empty or pd.isna(cell["value"].iloc[0]) else float(cell["value"].iloc[0])
