"""Native charts of projects, innovation, finance, upgrading and targets."""

from collections.abc import Callable, Iterable

from scicity.charts import counted
from scicity.exports.plots import Plot, PlotSeries
from scicity.gallery.cells import CONTEXT, INK, LOOK, PALE, Cells, Record, fill_of, group_of, grouped, known, shades
from scicity.gallery.plot_shapes import (
    Bar,
    Move,
    Plots,
    bars,
    bars_of,
    drawn,
    over_time,
    side_by_side,
    waterfall,
)

SEGMENTS = ("national_count", "other_count", "unstated_count")
STAGES = ("registered_pct", "started_pct", "in_production_pct")


def project_signings(cells: Cells) -> Plots:
    """How many above, for how much below: two measures, two charts."""
    return drawn(*(over_time(cells, column, "column") for column in ("projects_count", "contract_100m_yuan")))


def project_parts(cells: Cells) -> Plots:
    colour: Callable[[Record], str] = lambda record: counted.part_hue(record["item"], LOOK).fill  # noqa: E731
    return drawn(bars_of(cells, "projects_count", "part_name", colour))


def project_cohorts(cells: Cells) -> Plots:
    """A group of bars a year of signing, one bar a stage."""
    return drawn(side_by_side(cells, STAGES, "cohort_name", shades(len(STAGES)), "column"))


def project_funds(cells: Cells) -> Plots:
    """What was agreed and what has arrived; the rate in a chart of its own."""
    amounts = side_by_side(cells, ("contract_100m_yuan", "funds_100m_yuan"), "cohort_name", (INK, PALE))
    return drawn(amounts, bars_of(cells, "in_place_pct", "cohort_name"))


def stock(cells: Cells) -> Plots:
    """Columns of a stock, its national part at the foot; what is not told apart is hatched. Events have no column."""
    records = [one for one in cells.records if one["span"] == "point"]
    colours = (INK, shades(4)[3], PALE)
    series = (
        PlotSeries(
            cells.title(column),
            tuple(cells.value(one, column) for one in records),
            colour,
            decimals=0,
            labels=True,
            hatched=column == "unstated_count",
        )
        for column, colour in zip(SEGMENTS, colours, strict=True)
    )
    title, unit = cells.title("total_count"), cells.unit("total_count")
    # on two lines, so that they need not stand on end
    names = tuple(str(one["month_end"]).replace("年", "年\n", 1) for one in records)
    return drawn(Plot(title, names, _there(series), (unit, ""), "stacked"))


def _there(series: Iterable[PlotSeries]) -> tuple[PlotSeries, ...]:
    """Without the segments that are nothing at every point."""
    return tuple(one for one in series if any(one.values))


def change(cells: Cells) -> Plots:
    """From an opening stock to a closing one."""
    ends = ("opening", "closing")
    moves = [
        Move(
            str(one["step_name"]),
            _signed(cells.value(one, "value_count"), one["step"]),
            INK if one["step"] in ends else PALE,
            one["step"] in ends,
        )
        for one in cells.records
    ]
    return drawn(waterfall(cells, "value_count", moves, "plot_removed")) if moves else ()


def _signed(value: float | None, step: str) -> float | None:
    return -value if value and step == "removed" else value


def parts(cells: Cells) -> Plots:
    """One chart a division of the stock: they are wholes of their own and never added."""
    pale = shades(2)[1]
    found = []
    for name, rows in grouped(cells.records, "group_name").items():
        own = [
            Bar(str(one["part_name"]), cells.value(one, "value_count"), pale, "", one["item"] == "unstated")
            for one in rows
        ]
        found.append(bars(str(name), cells.unit("value_count"), 0, own))
    return drawn(*found)


def upgrading_months(cells: Cells) -> Plots:
    """A chart a kind, because kinds are never compared."""
    return drawn(*(_kind(cells, rows) for rows in grouped(cells.records, "kind_name").values()))


def _kind(cells: Cells, rows: list[Record]) -> Plot | None:
    plot = over_time(cells, "entries_count", "column", rows)
    if plot is None:
        return None
    return Plot(str(rows[0]["kind_name"]), plot.categories, plot.series, (str(rows[0]["unit_name"]), ""))


def upgrading_fields(cells: Cells) -> Plots:
    """A chart a kind, a row a sub-field, in its industry's colour."""
    found = []
    for name, rows in grouped(cells.records, "kind_name").items():
        own = [_entry(cells, one) for one in rows]
        found.append(bars(str(name), str(rows[0]["unit_name"]), 0, own))
    return drawn(*found)


def _entry(cells: Cells, one: Record) -> Bar:
    item = str(one["item"])
    value = cells.value(one, "entries_count")
    return Bar(str(one["item_name"]), value, fill_of(item), group_of(item, cells.language) or str(one["item_name"]))


def target_progress(cells: Cells) -> Plots:
    """Progress of each level target beside time-proportional progress; a growth target has no progress to draw."""
    records = [one for one in cells.records if one["kind"] == "level"]
    series = (
        PlotSeries(
            cells.title(column),
            tuple(cells.value({**one, "status": ""}, column) for one in records),
            colour,
            "bar",
            labels=True,
        )
        for column, colour in (("progress_pct", INK), ("time_pct", CONTEXT))
    )
    return drawn(Plot("", tuple(str(one["goal_name"]) for one in records), known(series), ("%", "")))


def finance_matches(cells: Cells) -> Plots:
    """What was matched in each month: requests above, amount below."""
    return drawn(*(over_time(cells, column, "column") for column in ("new_count", "new_100m_yuan")))


def finance_funds(cells: Cells) -> Plots:
    if cells.frame.empty:
        return ()
    columns = ("planned_100m_yuan", "paid_in_100m_yuan", "invested_100m_yuan")
    return drawn(side_by_side(cells, columns, "fund_name", (INK, PALE, CONTEXT)))


def finance_days(cells: Cells) -> Plots:
    """How many loans took how many working days; days without a loan are empty places."""
    days = {int(one["loan_days"]): cells.value(one, "loans") for one in cells.records if cells.value(one, "loan_days")}
    if not days:
        return ()
    places = range(min(days), max(days) + 1)
    series = PlotSeries(cells.title("loans"), tuple(days.get(day) for day in places), INK, decimals=0, labels=True)
    title = cells.say("plot_by_days", name=cells.title("loans"))
    return drawn(Plot(title, tuple(str(day) for day in places), (series,), (cells.unit("loans"), "")))


def finance_fields(cells: Cells) -> Plots:
    return drawn(bars_of(cells, "days_median", "item_name", lambda record: fill_of(str(record["item"]))))
