"""Rows of the monthly report in the columns of the form, as whole hundredths of 万元."""

from dataclasses import dataclass

from scicity import periods
from scicity.demo.enterprises import Enterprise
from scicity.demo.model import City
from scicity.demo.settings import Revision, Series


@dataclass(frozen=True)
class Report:
    """One enterprise and month. Amounts in hundredths of 万元; the bases are on the comparable scope."""

    month: str
    enterprise: Enterprise
    output_month: int
    output_ytd: int
    base_month: int
    base_ytd: int


def month_reports(city: City, series: Series, month: str) -> list[Report]:
    """The reports of one series' file of one month, in the order of the enterprises' codes."""
    own = [one for one in city.reporting(month) if one.subfield.partition("-")[0] in series.industries]
    return [_report(city, one, month) for one in own]


def corrected(city: City, revision: Revision) -> list[Report]:
    """The restated rows: each corrected enterprise's month, and the later months whose year to date it moves."""
    by_member = {one.member: one for one in city.enterprises}
    return [
        _moved(_report(city, by_member[member], month), round(amount * 100), month == revision.month)
        for month in periods.between(revision.month, revision.last_month)
        for member, amount in revision.changes
    ]


def _report(city: City, one: Enterprise, month: str) -> Report:
    before = periods.year_before(month)
    return Report(
        month, one, city.value(one, month), city.to_date(one, month), city.value(one, before), city.to_date(one, before)
    )


def _moved(report: Report, amount: int, is_the_month: bool) -> Report:
    month_moved = report.output_month + (amount if is_the_month else 0)
    return Report(
        report.month, report.enterprise, month_moved, report.output_ytd + amount, report.base_month, report.base_ytd
    )
