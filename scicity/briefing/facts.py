"""What a release holds of one month, for one briefing: frames of named queries, and nothing worked out from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from scicity import contracts, periods, releases
from scicity.filters import Filters
from scicity.gallery import Shown, show
from scicity.measures import taxonomy
from scicity.narrative import rows
from scicity.periods import Span
from scicity.releases import Manifest
from scicity.warehouse import Value, fetch
from scicity.wording import Language


@dataclass(frozen=True)
class Facts:
    """One month of one release. industry_only: the total of the four is not there, so the three industrial ones stand
    for the whole, as everywhere where services are pending."""

    about: Manifest
    month: str
    language: Language
    industry_only: bool

    @property
    def total(self) -> str:
        return self.filters().total

    @property
    def merged(self) -> bool:
        """Whether the month is 1—2月, where the month and the year to date are the same."""
        return periods.number_of(self.month) == 2

    def filters(self, span: Span = "ytd") -> Filters:
        return Filters(release=self.about.id, month=self.month, span=span, industry_only=self.industry_only)

    @cached_property
    def ytd(self) -> pd.DataFrame:
        """Snapshot of the year to date: total, industries and sub-fields."""
        return self._snapshot("ytd")

    @cached_property
    def alone(self) -> pd.DataFrame:
        """Snapshot of the month alone."""
        return self._snapshot("month")

    def history(self, item: str, span: Span) -> pd.DataFrame:
        """The item's periods up to the month, since the first."""
        return self.ask("industry/series", **self.filters(span).series((item,)))

    def ask(self, query: str, **params: Value) -> pd.DataFrame:
        """A named query on the release; no rows where the release has no such subject."""
        if f"{query.partition('/')[0]}.duckdb" not in self.about.files:
            return pd.DataFrame(columns=list(contracts.contract(query).columns))
        return fetch(self.about.folder, query, **params)

    def shown(self, name: str, span: Span = "ytd", **choices: str) -> Shown:
        """A figure of the gallery for this month."""
        return show(name, Filters(**{**vars(self.filters(span)), **choices}), self.language)

    def has(self, subject: str) -> bool:
        return f"{subject}.duckdb" in self.about.files

    def _snapshot(self, span: Span) -> pd.DataFrame:
        filters = self.filters(span)
        # a pending industry is told of too, so all four are asked for whatever the total is
        parts = (*taxonomy.industries(), *taxonomy.subfields())
        return self.ask("industry/snapshot", **filters.snapshot((filters.total, *parts)))


def gathered(release: str, month: str, language: Language = "zh") -> Facts:
    """The facts of one month. An unknown release, or a month not in it, raises LookupError with what there is."""
    about = releases.manifest(release)
    held = fetch(about.folder, "industry/periods")["month"].tolist()
    if month not in held:
        raise LookupError(
            f"Release {release} holds no industry data of '{month}'. Choose a closing month from {held[0]} to "
            f"{held[-1]} (1—2月 is written 'YYYY-02')."
        )
    facts = Facts(about, month, language, industry_only=False)
    whole = rows.at(facts.ytd, taxonomy.TOTAL, month)
    lacking = rows.cell(whole, rows.VALUE) is None and rows.cell(whole, rows.GROWTH) is None
    return Facts(about, month, language, industry_only=True) if lacking else facts


def key(subject: str, row: Mapping[str, object] | pd.Series, column: str) -> str:
    """The name of a figure: industry|leading|ALL|2020-08|ytd|yoy_pct, by the cell's own names."""
    classification = row.get("classification")
    held = str(classification) if classification is not None and classification == classification else "leading"
    return "|".join((subject, held, str(row["item"]), str(row["period"]), str(row["span"]), column))
