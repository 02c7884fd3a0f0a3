"""The few shapes most native charts have: series over time, bars of rows, parts of wholes, steps from zero."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from scicity import periods
from scicity.exports.plots import Form, Plot, PlotSeries
from scicity.gallery.cells import INK, Cells, Record, fill_of, group_of, grouped, known, shades
from scicity.measures import taxonomy

Plots = tuple[Plot, ...]
FEW = 13  # columns or points up to which each can carry its number


def drawn(*plots: Plot | None) -> Plots:
    """The plots that hold any number."""
    return tuple(plot for plot in plots if plot is not None and plot.categories and known(plot.shown))


def over_time(cells: Cells, column: str, form: Form, rows: Sequence[Record] | None = None) -> Plot | None:
    """One series an item over the periods of the table; a period an item has no value for is a gap."""
    records = cells.records if rows is None else list(rows)
    if not records:
        return None
    ends = sorted(str(record["period"]) for record in records)
    # months nobody reports are gaps too, not left out
    months = periods.between(ends[0], ends[-1])
    span: periods.Span = "ytd" if records[0].get("span") == "ytd" else "month"
    groups = grouped(records, "item") if "item" in records[0] else {taxonomy.TOTAL: records}
    single = len(groups) == 1 and len(months) <= FEW
    series = []
    for item, own in groups.items():
        at = {str(record["period"]): cells.value(record, column) for record in own}
        name = str(own[0].get("item_name", own[0].get("part_name", cells.title(column))))
        series.append(
            PlotSeries(
                name if len(groups) > 1 else cells.title(column),
                tuple(at.get(month) for month in months),
                fill_of(str(item), str(own[0].get("classification", "leading"))),
                form,
                decimals=cells.decimals(column),
                labels=single,
            )
        )
    units = (cells.unit(column), "")
    return Plot(
        cells.title(column), tuple(cells.on_axis(month, span) for month in months), _apart(known(series)), units
    )


def _apart(series: tuple[PlotSeries, ...]) -> tuple[PlotSeries, ...]:
    """Series of one colour in shades of it."""
    seen: dict[str, int] = {}
    found = []
    for one in series:
        step = seen[one.colour] = seen.get(one.colour, -1) + 1
        found.append(replace(one, colour=shades(step + 1, one.colour)[step]))
    return tuple(found)


@dataclass(frozen=True)
class Bar:
    """One row of a bar chart. group: what its colour means, which the legend names; '' where colour means nothing."""

    name: str
    value: float | None
    colour: str = INK
    group: str = ""
    hatched: bool = False


def bars(title: str, unit: str, decimals: int, rows: Sequence[Bar], form: Form = "bar") -> Plot:
    """Rows from top to bottom, one series a colour; a row without a number says so beside its name."""
    names = tuple(row.name if row.value is not None else f"{row.name} --" for row in rows)
    order = [fill_of(code) for code in taxonomy.industries()]
    found = dict.fromkeys((row.group or title, row.colour, row.hatched) for row in rows)
    groups = sorted(found, key=lambda one: order.index(one[1]) if one[1] in order else len(order))
    series = (
        PlotSeries(
            group,
            tuple(row.value if (row.group or title, row.colour, row.hatched) == key else None for row in rows),
            key[1],
            form,
            decimals=decimals,
            labels=True,
            hatched=key[2],
        )
        for key in groups
        for group in (key[0],)
    )
    return Plot(title, names, known(series), (unit, ""))


def bars_of(cells: Cells, column: str, name: str, colour: Callable[[Record], str] | None = None) -> Plot | None:
    """A bar a row of the table, in its order; a colour of items means their industry, which the legend names."""
    rows = [
        Bar(
            str(record[name]),
            cells.value(record, column),
            colour(record) if colour else INK,
            (group_of(str(record["item"]), cells.language) or str(record[name])) if colour else "",
        )
        for record in cells.records
    ]
    return bars(cells.title(column), cells.unit(column), cells.decimals(column), rows) if rows else None


def side_by_side(cells: Cells, columns: Sequence[str], name: str, colours: Sequence[str], form: Form = "bar") -> Plot:
    """A group of bars a row: one series a column of the table."""
    records = cells.records
    series = (
        PlotSeries(
            cells.title(column),
            tuple(cells.value(record, column) for record in records),
            colour,
            form,
            decimals=cells.decimals(column),
            labels=True,
        )
        for column, colour in zip(columns, colours, strict=True)
    )
    unit = cells.unit(columns[0])
    return Plot("", tuple(str(record[name]) for record in records), known(series), (unit, ""))


@dataclass(frozen=True)
class Move:
    """A step of a waterfall: up or down from where the last one ended, or (whole) a level from zero."""

    name: str
    value: float | None
    colour: str = INK
    whole: bool = False
    hatched: bool = False


def waterfall(cells: Cells, column: str, moves: Sequence[Move], falls: str) -> Plot:
    """Bars that float on an invisible foot; a fall is named by the word `falls`, hatched, and printed by its size.

    Where a bar would cross zero no foot can carry it: then all stand on zero with their signs.
    """
    title, unit, decimals = cells.title(column), cells.unit(column), cells.decimals(column)
    reached, spans = 0.0, []
    for move in moves:
        start = 0.0 if move.whole else reached
        end = start + (move.value or 0.0)
        spans.append((min(start, end), max(start, end)))
        reached = round(end, decimals)
    if any(low < 0 for low, _ in spans):
        return bars(title, unit, decimals, [Bar(one.name, one.value, one.colour, one.name) for one in moves])
    names = tuple(cells.say(falls, name=one.name) if (one.value or 0.0) < 0 else _told(one) for one in moves)
    feet = tuple(round(low, decimals) for low, _ in spans)
    foot = PlotSeries(cells.say("plot_foot"), feet, "#FFFFFF", "bar", decimals=decimals, hidden=True)
    series = [
        PlotSeries(
            name,
            tuple(abs(one.value) if at == place and one.value is not None else None for place in range(len(moves))),
            one.colour,
            "bar",
            decimals=decimals,
            labels=True,
            hatched=one.hatched or (one.value or 0.0) < 0,
        )
        for at, (name, one) in enumerate(zip(names, moves, strict=True))
    ]
    return Plot(title, names, (foot, *known(series)), (unit, ""), "stacked")


def _told(move: Move) -> str:
    return move.name if move.value is not None else f"{move.name} --"
