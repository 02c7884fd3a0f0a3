"""What settings may not say: each contradiction is refused with the entry's name and what would be right."""

from collections.abc import Iterator

from scicity import periods
from scicity.demo.settings import Settings
from scicity.measures.taxonomy import OTHER, subfields

SETS = ("both", "high_tech", "strategic", "none")


def refuse_contradictions(settings: Settings) -> None:
    """Raises ValueError listing every contradiction; settings that can be built pass silently."""
    found = [*_about_taxonomy(settings), *_about_growth(settings), *_about_changes(settings), *_about_files(settings)]
    if found:
        raise ValueError("data/demo/industry.toml cannot be built: " + "; ".join(found))


def _about_taxonomy(settings: Settings) -> Iterator[str]:
    told = [subfield.code for subfield in settings.subfields]
    if sorted(told) != sorted([*subfields(), OTHER]):
        yield f"subfields are {told}, expected each sub-field of the taxonomy and {OTHER} once"
    for subfield in settings.subfields:
        for block in subfield.blocks:
            if block.set not in SETS:
                yield f"{subfield.code} has a block of set '{block.set}', expected one of {', '.join(SETS)}"
            # services and the rest of industry hold no high-tech manufacturing by definition of this city
            if block.set in ("both", "high_tech") and subfield.industry in ("HS", OTHER):
                yield f"{subfield.code} has high-tech manufacturers, which belong elsewhere"


def _about_growth(settings: Settings) -> Iterator[str]:
    months = len(periods.between(f"{settings.last_year}-02", settings.last_month))
    for subfield in settings.subfields:
        if len(subfield.growth_2020) != months:
            yield f"{subfield.code} has {len(subfield.growth_2020)} growths of 2020, expected {months}"
        if len(settings.season.get(subfield.industry, ())) != 11:
            yield f"season of {subfield.industry} needs eleven numbers"


def _about_changes(settings: Settings) -> Iterator[str]:
    for subfield in settings.subfields:
        for year in range(settings.first_year + 1, settings.last_year + 1):
            entering = sum(block.firms for block in subfield.blocks if block.first_year == year)
            leaving = sum(block.firms for block in subfield.blocks if block.last_year == year - 1)
            if any(0 < firms < settings.minimum_change for firms in (entering, leaving)):
                yield f"{subfield.code} changes by fewer than {settings.minimum_change} enterprises in {year}"
            if entering and leaving:
                yield f"{subfield.code} has entries and exits in {year}: only one of them may happen in a year"


def _about_files(settings: Settings) -> Iterator[str]:
    used = [habit for series in settings.series for habit in series.habits]
    for name in [*used, *settings.habit_of.values(), settings.revision.habit]:
        if name not in settings.habits:
            yield f"habit '{name}' is not described"
    for member, _ in settings.revision.changes:
        if _set_of(settings, member) != "none":
            yield f"revision of {member} would move a calibrated set: choose an enterprise in none"


def _set_of(settings: Settings, member: str) -> str:
    code, _, position = member.partition("/")
    found = [subfield for subfield in settings.subfields if subfield.code == code]
    sets = [block.set for subfield in found for block in subfield.blocks for _ in range(block.firms)]
    return sets[int(position) - 1] if 0 < int(position) <= len(sets) else "missing"
