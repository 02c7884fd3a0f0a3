"""The enterprises of the demonstration city: anonymous, each with its place, flags, years and luck.

Only sums, products and quotients of binary fractions are used here and in `model`: they are the same on every machine,
while exp, log and powers of the C library may differ in the last digit.
"""

from dataclasses import dataclass
from random import Random

from scicity import periods
from scicity.demo.settings import Block, Settings, Subfield
from scicity.measures.taxonomy import OTHER, item


@dataclass(frozen=True)
class Enterprise:
    """One reporting enterprise. `block` is (sub-field, number of the block), `share` its part of the block (sums to 1).

    It reports from `first_year` to `last_year`, and has values from the year before `first_year` (the comparable base).
    `luck` holds, for each observation since then, the factor by which it strays from its sub-field.
    """

    code: str
    name: str
    member: str
    subfield: str
    block: tuple[str, int]
    group_code: str
    is_high_tech: bool
    is_strategic: bool
    first_year: int
    last_year: int
    share: float
    luck: dict[str, float]

    @property
    def is_industrial(self) -> bool:
        return not self.subfield.startswith("HS")

    def reports(self, month: str) -> bool:
        return self.first_year <= periods.year_of(month) <= self.last_year


def founded(settings: Settings) -> list[Enterprise]:
    """All enterprises, in the order of the settings; codes count through from DEMO000001."""
    groups = {member: group.code for group in settings.groups for member in group.members}
    found: list[Enterprise] = []
    for subfield in settings.subfields:
        position = 0
        for number, block in enumerate(subfield.blocks):
            shares = _shares(settings, subfield, number)
            for share in shares:
                position += 1
                found.append(
                    _enterprise(settings, (subfield, block, number), (len(found) + 1, position), share, groups)
                )
    return found


def _enterprise(
    settings: Settings,
    place: tuple[Subfield, Block, int],
    numbers: tuple[int, int],
    share: float,
    groups: dict[str, str],
) -> Enterprise:
    (subfield, block, block_number), (number, position) = place, numbers
    member = f"{subfield.code}/{position}"
    field = settings.words["other"] if subfield.code == OTHER else item(subfield.code).name_zh
    first_year = max(block.first_year, settings.first_year)
    return Enterprise(
        code=f"DEMO{number:06d}",
        name=settings.words["enterprise"].format(number=number, field=field),
        member=member,
        subfield=subfield.code,
        block=(subfield.code, block_number),
        group_code=groups.get(member, ""),
        is_high_tech=block.set in ("both", "high_tech"),
        is_strategic=block.set in ("both", "strategic"),
        first_year=first_year,
        last_year=block.last_year,
        share=share,
        luck=_luck(settings, member, first_year - 1),
    )


def _shares(settings: Settings, subfield: Subfield, number: int) -> list[float]:
    block = subfield.blocks[number]
    dice = Random(f"{settings.seed}/{subfield.code}/{number}")
    # newcomers come from just below the threshold, so they are alike in size
    newcomers = block.first_year > settings.first_year
    weights = [
        (1.0 if newcomers else 1 / (rank + settings.flatten)) * (1 + stray(dice, 0.1))
        for rank in range(1, block.firms + 1)
    ]
    # added one by one: newer Pythons' sum() of floats rounds otherwise
    total = 0.0
    for weight in weights:
        total += weight
    return [weight / total for weight in weights]


def _luck(settings: Settings, member: str, first_year: int) -> dict[str, float]:
    dice = Random(f"{settings.seed}/{member}")
    luck: dict[str, float] = {}
    for year in range(first_year, settings.last_year + 1):
        of_year = 1 + stray(dice, settings.year_luck)
        for month in periods.between(f"{year}-02", f"{year}-12"):
            luck[month] = of_year * (1 + stray(dice, settings.month_luck))
    return luck


def stray(dice: Random, width: float) -> float:
    """A number between -width and +width, most often near zero (the sum of two throws)."""
    return width * (dice.random() + dice.random() - 1)
