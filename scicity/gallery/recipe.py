"""What a named figure is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.look import Look
from scicity.exports.columns import Kind
from scicity.exports.plots import Plot
from scicity.filters import Filters
from scicity.gallery.cells import Cells
from scicity.narrative import Told
from scicity.warehouse import Value
from scicity.wording import Language

# amount_change: a signed amount, which becomes a count in the small unit as amounts do
Columns = tuple[tuple[str, Kind | Literal["amount_change"]], ...]


@dataclass(frozen=True)
class Exhibit:
    """One figure's recipe. words adds the columns a table prints in words; indicator names the measure it is about.

    plots: the figure as native charts for Office; none where its form is not native.
    ignores: the fields of the filters that change nothing in it (they have defaults).
    about: what its files say of themselves otherwise than a figure of the reports does (fields of `exports.About`, such
    as period, scope, source, definition). completed: the query's rows with what other subjects of the release hold.
    """

    name: str
    query: str
    params: Callable[[Filters], Mapping[str, Value]]
    draw: Callable[[pd.DataFrame, Look], go.Figure]
    tell: Callable[[pd.DataFrame, Filters, Language], Told]
    columns: Columns
    words: Callable[[pd.DataFrame, Language], pd.DataFrame]
    indicator: str
    plots: Callable[[Cells], tuple[Plot, ...]] = lambda cells: ()
    ignores: tuple[str, ...] = ()
    about: Callable[[pd.DataFrame, Filters, Language], Mapping[str, str]] = lambda frame, filters, language: {}
    completed: Callable[[pd.DataFrame, Filters], pd.DataFrame] = lambda frame, filters: frame

    def narrowed(self, filters: Filters) -> Filters:
        """The choices without those that do not change this figure, so that one drawing serves them all."""
        unset = {field.name: field.default for field in fields(Filters) if field.name in self.ignores}
        return replace(filters, **unset)  # type: ignore[arg-type]


def plain(told: Callable[[pd.DataFrame, Language], Told]) -> Callable[[pd.DataFrame, Filters, Language], Told]:
    """A caption that needs nothing but its frame."""
    return lambda frame, _, language: told(frame, language)
