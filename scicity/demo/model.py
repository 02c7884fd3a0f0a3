"""How the demonstration city grows: what each enterprise makes in each month.

Within a sub-field, the reporting enterprises grow together exactly as the settings say; one enterprise strays by its
luck. Amounts of a finished city are whole hundredths of 万元, so that sums are exact.
"""

from dataclasses import dataclass
from random import Random

from scicity import periods
from scicity.demo.enterprises import Enterprise, stray
from scicity.demo.settings import Settings, Subfield

Amounts = dict[str, dict[str, int]]  # enterprise code -> month -> hundredths of 万元
Paths = dict[str, dict[str, float]]  # enterprise code -> month -> 亿元
Sizes = dict[tuple[str, int], float]  # block -> 亿元


@dataclass(frozen=True)
class City:
    """The enterprises and their amounts, from the year before their first report to the last month they report."""

    settings: Settings
    enterprises: list[Enterprise]
    amounts: Amounts

    def reporting(self, month: str) -> list[Enterprise]:
        """Who reports that month, in the order of their codes."""
        return [one for one in self.enterprises if one.reports(month)]

    def value(self, enterprise: Enterprise, month: str) -> int:
        return self.amounts[enterprise.code][month]

    def to_date(self, enterprise: Enterprise, month: str) -> int:
        """The year's months up to `month`, added."""
        months = periods.between(f"{periods.year_of(month)}-02", month)
        return sum(self.value(enterprise, one) for one in months)


def grown(settings: Settings, enterprises: list[Enterprise], starts: Sizes) -> Paths:
    """Every enterprise's path when its block makes `starts` in an average month of the year before its first report."""
    paths: Paths = {}
    for subfield in settings.subfields:
        own = [one for one in enterprises if one.subfield == subfield.code]
        paths.update(_subfield_paths(settings, subfield, own, starts))
    return paths


def _subfield_paths(settings: Settings, subfield: Subfield, own: list[Enterprise], starts: Sizes) -> Paths:
    season = settings.season[subfield.industry]
    growth = growth_factors(settings, subfield)
    paths: Paths = {one.code: {} for one in own}
    for month in periods.between(f"{settings.first_year - 1}-02", settings.last_month):
        for one in own:
            if periods.year_of(month) == one.first_year - 1:
                start = starts[one.block] * one.share * season[periods.number_of(month) - 2]
                paths[one.code][month] = start * one.luck[month]
        if month in growth:
            reporting = [one for one in own if one.reports(month)]
            _stray_apart(settings, paths, reporting, month)
            _grow_together(paths, reporting, month, growth[month])
    return paths


def _stray_apart(settings: Settings, paths: Paths, reporting: list[Enterprise], month: str) -> None:
    for one in reporting:
        newcomer = settings.first_year < periods.year_of(month) == one.first_year
        factor = one.luck[month] * (settings.entrant_jump if newcomer else 1.0)
        paths[one.code][month] = paths[one.code][periods.year_before(month)] * factor


def _grow_together(paths: Paths, reporting: list[Enterprise], month: str, factor: float) -> None:
    value = base = 0.0
    for one in reporting:
        value += paths[one.code][month]
        base += paths[one.code][periods.year_before(month)]
    for one in reporting:
        paths[one.code][month] *= factor * base / value


def growth_factors(settings: Settings, subfield: Subfield) -> dict[str, float]:
    """The growth factor of every reported month: the first two years with a wobble, the last as it is told."""
    dice = Random(f"{settings.seed}/growth/{subfield.code}")
    factors: dict[str, float] = {}
    for year, told in ((settings.first_year, subfield.growth_2018), (settings.first_year + 1, subfield.growth_2019)):
        for month in periods.between(f"{year}-02", f"{year}-12"):
            factors[month] = 1 + (told + stray(dice, settings.growth_wobble)) / 100
    last = periods.between(f"{settings.last_year}-02", settings.last_month)
    return factors | {month: 1 + told / 100 for month, told in zip(last, subfield.growth_2020, strict=True)}
