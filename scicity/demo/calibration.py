"""Makes the city meet the published figures, to the last hundredth of a 万元, or says which one it misses."""

from collections.abc import Callable

from scicity import periods
from scicity.demo.enterprises import Enterprise, founded
from scicity.demo.model import City, Paths, Sizes, grown
from scicity.demo.settings import Block, Settings, Target

HUNDREDTHS = 100 * 10_000  # of a 万元, in one 亿元
# Scaling blocks and setting growth disturb each other a little; each round leaves a fraction of the difference.
ROUNDS = 12
CALIBRATED = ("high_tech", "strategic")
MEMBERS: dict[str, Callable[[Enterprise], bool]] = {
    "high_tech": lambda one: one.is_high_tech,
    "strategic": lambda one: one.is_strategic,
    "above_scale": lambda one: one.is_industrial,
}


def built(settings: Settings) -> City:
    """The calibrated city. Raises ValueError naming the fact when a target cannot be met."""
    enterprises = founded(settings)
    wanted = _wanted(settings)
    starts = dict(wanted)
    for _ in range(ROUNDS):
        actual = _block_sizes(settings, enterprises, grown(settings, enterprises, starts))
        starts = {block: starts[block] * wanted[block] / actual[block] for block in starts}
    paths = grown(settings, enterprises, starts)
    rounded = {
        code: {month: round(value * HUNDREDTHS) for month, value in path.items()} for code, path in paths.items()
    }
    city = City(settings, enterprises, rounded)
    for name in CALIBRATED:
        _settle(city, settings.target(name))
    for target in settings.targets:
        _refuse_if_missed(city, target)
    return city


def reached(city: City, target: Target) -> int:
    """What the city has for a target: hundredths of 万元 to date, or the number of reporting enterprises."""
    inside = [one for one in city.reporting(target.month) if MEMBERS[target.set](one)]
    if target.measure == "enterprises":
        return len(inside)
    return sum(city.to_date(one, target.month) for one in inside)


def _wanted(settings: Settings) -> Sizes:
    """The size of each block; those in exactly one calibrated set are scaled so that both sets meet their figures."""
    blocks = {(sub.code, n): block for sub in settings.subfields for n, block in enumerate(sub.blocks)}
    both = _total(blocks, "both")
    scale = {name: (settings.target(name).value - both) / _total(blocks, name) for name in CALIBRATED}
    return {key: block.size * scale.get(block.set, 1.0) for key, block in blocks.items()}


def _total(blocks: dict[tuple[str, int], Block], set_name: str) -> float:
    total = 0.0
    for block in blocks.values():
        total += block.size if block.set == set_name else 0.0
    return total


def _block_sizes(settings: Settings, enterprises: list[Enterprise], paths: Paths) -> Sizes:
    sizes: Sizes = {}
    for one in enterprises:
        year = min(one.last_year, settings.last_year)
        for month in periods.between(f"{year}-02", periods.written(year, periods.number_of(settings.last_month))):
            sizes[one.block] = sizes.get(one.block, 0.0) + paths[one.code][month]
    return sizes


def _settle(city: City, target: Target) -> None:
    """Puts what rounding left over on the largest enterprise that is in this set and not in the other."""
    missing = round(target.value * HUNDREDTHS) - reached(city, target)
    if abs(missing) > 100:
        raise ValueError(f"'{target.fact}' is missed by {missing / 100} 万元 before settling, expected below 1")
    alone = [
        one for one in city.reporting(target.month) if MEMBERS[target.set](one) and one.is_high_tech != one.is_strategic
    ]
    largest = max(alone, key=lambda one: (city.value(one, target.month), one.code))
    city.amounts[largest.code][target.month] += missing


def _refuse_if_missed(city: City, target: Target) -> None:
    found = reached(city, target)
    expected = round(target.value * (HUNDREDTHS if target.measure == "output" else 1))
    if not (found > expected if target.relation == "over" else found == expected):
        raise ValueError(f"'{target.fact}': {target.relation} {expected} expected, the model gives {found}")
