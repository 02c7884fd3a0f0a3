"""What a file of a document prints, and how that differs from what the document says it must print.

Every run with a figure, every cell of a table, every point of a chart; words are left to people.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal, NamedTuple

from scicity.exports import a4
from scicity.exports.document import Document, FigureBlock, Paragraph, TableBlock, numbered
from scicity.wording import Language, say

# a series' name and its values, None where there is none
Series = tuple[str, tuple[float | None, ...]]
Rows = tuple[tuple[str, ...], ...]
Form = Literal["chart", "table"]
NUMBER = re.compile(r"[+−-]?[\d,]+(\.\d+)?")
NOTHING = ""


class Pair(NamedTuple):
    """A place in the document, what the file has there and what it must have. counts: it is a number, not a word."""

    place: str
    found: str
    wanted: str
    counts: bool


@dataclass(frozen=True)
class Printed:
    """figures: key and text of each printed figure, in order. tables: key -> rows of text, the head first.

    charts: key -> the series of each chart of the figure.
    """

    figures: tuple[tuple[str, str], ...] = ()
    tables: dict[str, Rows] = field(default_factory=dict)
    charts: dict[str, tuple[tuple[Series, ...], ...]] = field(default_factory=dict)


def expected(document: Document, forms: Callable[[FigureBlock], tuple[Form, ...]]) -> Printed:
    """What a file must print; `forms` says how a figure stands in it: as chart, as table, as both or as a picture."""
    figures = [
        (run.figure, run.text)
        for paragraph in numbered(document).paragraphs
        for run in paragraph.runs
        if run.figure
    ]  # fmt: skip
    blocks = [block for block in a4.in_order(document) if not isinstance(block, Paragraph)]
    tables = {block.key: rows(block) for block in blocks if isinstance(block, TableBlock) or "table" in forms(block)}
    charts = {
        block.key: tuple(tuple((one.name, one.values) for one in plot.series) for plot in block.plots)
        for block in blocks
        if isinstance(block, FigureBlock) and "chart" in forms(block)
    }
    return Printed(tuple(figures), tables, charts)


def rows(block: FigureBlock | TableBlock) -> Rows:
    grid = a4.grid(block)
    return (grid.headings, *grid.rows)


def compared(document: Document, wanted: Printed, found: Printed) -> tuple[int, tuple[str, ...]]:
    """How many numbers were compared, and a sentence for each place where the file differs from what it must print.

    The text of a figure is held against the release as well (`Document.figures`), so that a text that misquotes it
    differs although the file prints it faithfully.
    """
    pairs = [*_figures(document, wanted, found), *_tables(wanted, found), *_charts(wanted, found)]
    differing = [pair for pair in pairs if pair.found != pair.wanted]
    return sum(pair.counts for pair in pairs), tuple(_sentence(pair, document.about.language) for pair in differing)


def _sentence(pair: Pair, language: Language) -> str:
    return say("paper_differs", language, place=pair.place, found=pair.found or "--", wanted=pair.wanted or "--")


def _figures(document: Document, wanted: Printed, found: Printed) -> Iterator[Pair]:
    for want, has in zip_longest(wanted.figures, found.figures, fillvalue=(NOTHING, NOTHING)):
        key = want[0] or has[0]
        text = has[1] if has[0] == want[0] else NOTHING
        yield Pair(key, text, document.figures.get(want[0], want[1]), counts=True)


def _tables(wanted: Printed, found: Printed) -> Iterator[Pair]:
    for key, lines in wanted.tables.items():
        for at, (want, has) in enumerate(zip_longest(lines, found.tables.get(key, ()), fillvalue=())):
            yield from _places(f"{key} {at}", has, want, head=at == 0)


def _charts(wanted: Printed, found: Printed) -> Iterator[Pair]:
    for key, charts in wanted.charts.items():
        for at, (want, has) in enumerate(zip_longest(charts, found.charts.get(key, ()), fillvalue=())):
            for series, drawn in zip_longest(want, has, fillvalue=(NOTHING, ())):
                place = f"{key} {at + 1} {series[0] or drawn[0]}"
                yield from _places(place, _values(drawn[1]), _values(series[1]), head=False)


def _values(values: Iterable[float | None]) -> tuple[str, ...]:
    return tuple(NOTHING if value is None else repr(float(value)) for value in values)


def _places(place: str, found: Iterable[str], wanted: Iterable[str], head: bool) -> Iterator[Pair]:
    for at, (has, want) in enumerate(zip_longest(found, wanted, fillvalue=NOTHING)):
        yield Pair(f"{place}/{at + 1}", has, want, not head and NUMBER.fullmatch(want) is not None)
