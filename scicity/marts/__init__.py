"""Records become the tables of a release: plain SQL in queries/marts/<subject>/, then disclosure control.

A subject is one entry of SUBJECTS: the forms it reads, and the function that turns their records into the tables of
its file. Releases know nothing else about it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import duckdb
import pandas as pd

from scicity.marts import finance, incubators, industry, platforms, projects, targets, upgrading

Hidden = Collection[tuple[str, str]]


@dataclass(frozen=True)
class Subject:
    """forms: whose records it reads, laid out as tables <form>_submitted. tables: table name -> frame."""

    name: str
    forms: tuple[str, ...]
    tables: Callable[[duckdb.DuckDBPyConnection, Hidden], dict[str, pd.DataFrame]]

    @property
    def file(self) -> str:
        return f"{self.name}.duckdb"


SUBJECTS: tuple[Subject, ...] = (
    Subject("industry", ("enterprise_output",), industry.tables),
    Subject("finance", finance.FORMS, finance.tables),
    Subject("upgrading", (upgrading.FORM,), upgrading.tables),
    Subject("targets", (targets.FORM,), targets.tables),
    Subject("incubators", (incubators.FORM,), incubators.tables),
    Subject("platforms", (platforms.FORM,), platforms.tables),
    Subject("projects", ("project_ledger",), projects.tables),
)
