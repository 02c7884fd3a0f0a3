"""What the reader chose, as one frozen value that every query and caption is made from."""

from dataclasses import dataclass, replace
from typing import Literal

from scicity import periods
from scicity.measures import taxonomy
from scicity.periods import Span

Unit = Literal["100m_yuan", "10k_yuan"]
Scope = Literal["KXC", "ZGY"]  # the whole science city, its core area; never added
UNITS: tuple[Unit, ...] = ("100m_yuan", "10k_yuan")
SCOPES: tuple[Scope, ...] = ("ZGY", "KXC")
FIRST_MONTH = "2018-02"


@dataclass(frozen=True)
class Filters:
    """The reader's choices. month: the closing month on show. release: the id answered from.

    industries, subfields: empty means all. scope: which ledger, where a subject has two.
    industry_only: three industries measured by output, without services. lag_months: how much later than the other
    columns the last one of the innovation chain is looked at; it moves what is set side by side, never a value.
    """

    release: str
    month: str
    span: Span = "ytd"
    classification: str = "leading"
    industries: tuple[str, ...] = ()
    subfields: tuple[str, ...] = ()
    unit: Unit = "100m_yuan"
    from_month: str = FIRST_MONTH
    industry_only: bool = False
    part: str = ""
    scope: Scope = "KXC"
    lag_months: int = 0

    @property
    def total(self) -> str:
        return taxonomy.INDUSTRIAL_TOTAL if self.industry_only else taxonomy.TOTAL

    @property
    def all_industries(self) -> tuple[str, ...]:
        """The industries that make up the total."""
        parts = taxonomy.industries()
        return tuple(code for code in parts if not self.industry_only or taxonomy.item(code).measure == "output")

    @property
    def all_subfields(self) -> tuple[str, ...]:
        return tuple(code for parent in self.all_industries for code in taxonomy.subfields(parent))

    @property
    def items(self) -> tuple[str, ...]:
        """What is drawn: the chosen sub-fields, else the chosen industries, else the total."""
        if self.classification != "leading":
            return (taxonomy.TOTAL,)
        return self.subfields or self.industries or (self.total,)

    @property
    def ranked(self) -> tuple[str, ...]:
        """What is ranked: the chosen sub-fields, those of the chosen industries, or all."""
        if self.subfields:
            return self.subfields
        wanted = self.industries or self.all_industries
        return tuple(code for parent in wanted for code in taxonomy.subfields(parent))

    def monthly(self) -> "Filters":
        """The same choices month by month, whatever span the page shows."""
        return replace(self, span="month")

    def leading(self) -> "Filters":
        """The same choices on the leading industries, whatever classification the page shows."""
        return replace(self, classification="leading")

    def snapshot(self, items: tuple[str, ...]) -> dict[str, str | tuple[str, ...]]:
        """The parameters of industry/snapshot for these items."""
        return {
            "total": self.total,
            "items": items,
            "span": self.span,
            "month": self.month,
            "previous_month": periods.previous(self.month),
            "year_before": periods.year_before(self.month),
        }

    def series(self, items: tuple[str, ...], from_month: str = "") -> dict[str, str | tuple[str, ...]]:
        """The parameters of industry/series for these items, up to the month on show."""
        return {
            "classification": self.classification,
            "items": items,
            "span": self.span,
            "from_month": from_month or self.from_month,
            "to_month": self.month,
        }

    def side_by_side(self) -> dict[str, str]:
        """The parameters of industry/classes."""
        return {"span": self.span, "month": self.month, "previous_month": periods.previous(self.month)}
