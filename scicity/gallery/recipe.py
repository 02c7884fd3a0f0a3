"""What a named figure is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from scicity.charts.look import Look
from scicity.exports.columns import Kind
from scicity.filters import Filters
from scicity.narrative import Told
from scicity.warehouse import Value
from scicity.wording import Language

# amount_change: a signed amount, which becomes a count in the small unit as amounts do
Columns = tuple[tuple[str, Kind | Literal["amount_change"]], ...]


@dataclass(frozen=True)
class Exhibit:
    """One figure's recipe. words adds the columns a table prints in words; indicator names the measure it is about.

    about: what its files say of themselves otherwise than a figure of the reports does (fields of `exports.About`, such
    as period, scope, source, definition).
    """

    name: str
    query: str
    params: Callable[[Filters], Mapping[str, Value]]
    draw: Callable[[pd.DataFrame, Look], go.Figure]
    tell: Callable[[pd.DataFrame, Filters, Language], Told]
    columns: Columns
    words: Callable[[pd.DataFrame, Language], pd.DataFrame]
    indicator: str
    about: Callable[[pd.DataFrame, Filters, Language], Mapping[str, str]] = lambda frame, filters, language: {}


def plain(told: Callable[[pd.DataFrame, Language], Told]) -> Callable[[pd.DataFrame, Filters, Language], Told]:
    """A caption that needs nothing but its frame."""
    return lambda frame, _, language: told(frame, language)
