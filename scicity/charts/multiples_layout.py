"""Where each small panel stands: rows by industry, headings, what is left of a row."""

from dataclasses import dataclass

from scicity.charts.look import Look
from scicity.charts.rows import Row
from scicity.measures import taxonomy

WIDE, NARROW = 4, 2  # panels a row
HEADING = 0.36  # of a row: an industry's name over its block, where there is no room beside it
# how a panel's height is divided: words on top, the plot, air (and, in the last row, months) below
PLOT = (0.14, 0.72)


@dataclass(frozen=True)
class Panel:
    """One sub-field: its rows by period and its place, columns from the left, rows from the top (in row heights)."""

    code: str
    rows: dict[str, Row]
    column: int
    top: float
    last_in_column: bool = False


@dataclass(frozen=True)
class Sheetful:
    """All panels, the headings (industry, its top, rows it spans), and how many row heights they need."""

    panels: list[Panel]
    headings: list[tuple[str, float, int]]
    rows: float


def arranged(series: dict[str, dict[str, Row]], look: Look) -> Sheetful:
    """Panels into rows: an industry a row where there is width, else blocks of two with the industry's name above."""
    panels: list[Panel] = []
    headings: list[tuple[str, float, int]] = []
    top = 0.0
    across = NARROW if look.compact else WIDE
    for industry in taxonomy.industries():
        codes = [code for code in taxonomy.subfields(industry) if code in series]
        if not codes:
            continue
        down = -(-len(codes) // across)
        headings.append((industry, top, down))
        top += HEADING if look.compact else 0
        panels += [Panel(code, series[code], at % across, top + at // across) for at, code in enumerate(codes)]
        top += down
    return Sheetful(with_last(panels), headings, top)


def with_last(panels: list[Panel]) -> list[Panel]:
    """Marks the lowest panel of each column: months are printed under it."""
    lowest = {panel.column: panel.top for panel in panels}
    return [
        Panel(one.code, one.rows, one.column, one.top, last_in_column=lowest[one.column] == one.top) for one in panels
    ]


def plot_of(look: Look) -> tuple[float, float]:
    """The part of a panel's height its plot has: English names take two lines above it where panels are narrow."""
    return PLOT if look.language == "zh" or look.compact else (PLOT[0], PLOT[1] - 0.08)
