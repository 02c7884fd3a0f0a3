"""The demonstration's history: which report files reach the office, and the releases made from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scicity import periods
from scicity.demo import finance, incubators, platforms, projects, targets, upgrading
from scicity.demo.calibration import built
from scicity.demo.model import City
from scicity.demo.planned import PlannedReport
from scicity.demo.reading import read_settings
from scicity.demo.reports import corrected, month_reports
from scicity.demo.settings import Series, Stage
from scicity.demo.sheets import write_sheet


@dataclass(frozen=True)
class PlannedRelease:
    """A release to publish: its day ('YYYY-MM-DD'), a note in Chinese, and the reports that are new in it, in order."""

    published_on: str
    note: str
    reports: tuple[PlannedReport, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(report.path for report in self.reports)


# the other subjects: each writes what reaches the office between the release before and the one of that day
LEDGERS: tuple[Callable[[str, Path], list[PlannedReport]], ...] = (
    finance.reports,
    upgrading.reports,
    targets.reports,
    incubators.reports,
    platforms.reports,
    projects.reports,
)


def write_reports(folder: Path) -> list[PlannedRelease]:
    """Writes all report files of the demonstration into `folder` (made if absent) and returns the release plan.

    Each file belongs to exactly one release; files of the same name are replaced. The same settings give the same
    files. Raises ValueError when `data/demo/industry.toml` contradicts itself or misses a published figure.
    """
    folder.mkdir(parents=True, exist_ok=True)
    settings = read_settings()
    city = built(settings)
    nothing: dict[str, str] = {}
    known = [nothing, *(stage.until for stage in settings.releases)]
    return [_planned(city, before, stage, folder) for before, stage in zip(known, settings.releases, strict=False)]


def _planned(city: City, known: Mapping[str, str], stage: Stage, folder: Path) -> PlannedRelease:
    """The release of one stage: each series' files after the month `known` before, then the correction."""
    files = [
        _month_file(city, series, month, folder)
        for series in city.settings.series
        for month in periods.between(city.settings.first_month, stage.until[series.name])
        if month > known.get(series.name, "")
    ]
    files += [_correction(city, folder)] if stage.revision else []
    ledgers = [report for subject in LEDGERS for report in subject(stage.published_on, folder)]
    output = [PlannedReport("enterprise_output", file) for file in files]
    return PlannedRelease(stage.published_on, stage.note, (*output, *ledgers))


def _month_file(city: City, series: Series, month: str, folder: Path) -> Path:
    settings = city.settings
    name = f"{series.name}_{month}"
    turn = len(periods.between(settings.first_month, month)) - 1
    habit = settings.habit_of.get(name) or series.habits[turn % len(series.habits)]
    return write_sheet(
        settings, settings.habits[habit], folder / name, series.title, month_reports(city, series, month)
    )


def _correction(city: City, folder: Path) -> Path:
    revision = city.settings.revision
    habit = city.settings.habits[revision.habit]
    return write_sheet(city.settings, habit, folder / revision.file, revision.title, corrected(city, revision))
