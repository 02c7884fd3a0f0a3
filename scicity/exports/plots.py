"""A chart as Office programs know it: categories, series, and whether they are columns, bars or lines.

The one description from which a native chart is written into slides, documents and workbooks. Values are those a
reader may see, rounded half up to their published decimals; what is not there is None and drawn as a gap, never 0.
"""

from dataclasses import dataclass
from typing import Literal

Form = Literal["column", "bar", "line", "area"]
Stack = Literal["clustered", "stacked", "percent"]
Axis = Literal["first", "second"]


@dataclass(frozen=True)
class PlotSeries:
    """One series: a value (or None) for each category of its plot.

    colour: hex with '#'. axis: which value axis it is read on. labels: whether its values are printed beside it.
    hidden: drawn without colour, the invisible foot of a floating bar; its values are no figures and are not printed.
    hatched: for what cannot be told apart (unknown kind, demonstration).
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    form: Form = "column"
    axis: Axis = "first"
    decimals: int = 1
    labels: bool = False
    hidden: bool = False
    hatched: bool = False


@dataclass(frozen=True)
class Plot:
    """One chart object. units: of the first and the second value axis ('' where there is none).

    All series of one axis have the same form. stack: how columns or bars of the first axis stand together.
    """

    name: str
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    units: tuple[str, str] = ("", "")
    stack: Stack = "clustered"

    @property
    def shown(self) -> tuple[PlotSeries, ...]:
        """The series that are figures."""
        return tuple(one for one in self.series if not one.hidden)
