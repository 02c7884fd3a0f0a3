"""Native charts of the industry subject."""

from scicity import periods
from scicity.exports.plots import Plot, PlotSeries
from scicity.gallery.cells import CONTEXT, INK, PALE, Cells, Record, fill_of, grouped, known, shades
from scicity.gallery.plot_shapes import Bar, Move, Plots, bars, bars_of, drawn, over_time, waterfall
from scicity.measures import taxonomy

TOTALS = (taxonomy.TOTAL, taxonomy.INDUSTRIAL_TOTAL)
VALUE, GROWTH = "value_100m_yuan", "yoy_pct"


def monthly_scale(cells: Cells) -> Plots:
    """Scale stacked by industry over the total's growth; with a second axis both in one chart.

    1—2月 of a monthly series is drawn at its monthly average and named so: a native column cannot be two months wide.
    """
    groups = grouped(cells.records, "item")
    total = next((rows for item, rows in groups.items() if item in TOTALS), [])
    parts = {item: rows for item, rows in groups.items() if item not in TOTALS}
    months = sorted({str(record["period"]) for record in cells.records})
    if not months:
        return ()
    series = [_stacked(cells, rows, months) for rows in parts.values()]
    series += [_rest(cells, total, series, months)] if total and series else []
    series = list(known(series or [_stacked(cells, total, months)]))
    span = str(cells.records[0]["span"])
    names = tuple(_column_name(cells, month, span) for month in months)
    scale = Plot(cells.title(VALUE), names, tuple(series), (cells.unit(VALUE), ""), "stacked")
    line = _growth_line(cells, total, months)
    if not cells.second_axis or line is None:
        ends = tuple(cells.on_axis(month, "ytd" if span == "ytd" else "month") for month in months)
        below = Plot(cells.title(GROWTH), ends, (line,), (cells.unit(GROWTH), "")) if line else None
        return drawn(scale, below)
    beside = PlotSeries(line.name, line.values, line.colour, "line", "second")
    units = (cells.unit(VALUE), cells.unit(GROWTH))
    return drawn(
        Plot(cells.say("plot_both", one=scale.name, other=line.name), names, (*series, beside), units, "stacked")
    )


def _stacked(cells: Cells, rows: list[Record], months: list[str]) -> PlotSeries:
    at = {str(row["period"]): _per_month(cells.value(row, VALUE), row, cells.decimals(VALUE)) for row in rows}
    item = str(rows[0]["item"])
    values = tuple(at.get(month) for month in months)
    return PlotSeries(str(rows[0]["item_name"]), values, fill_of(item), decimals=cells.decimals(VALUE))


def _per_month(value: float | None, row: Record, decimals: int) -> float | None:
    months = periods.months_in(str(row["period"]), "month") if row["span"] == "month" else 1
    return None if value is None else round(value / months + 1e-9, decimals)


def _rest(cells: Cells, total: list[Record], parts: list[PlotSeries], months: list[str]) -> PlotSeries:
    """What is missing up to the total where a part is not told; None elsewhere."""
    whole = _stacked(cells, total, months)
    rest = tuple(
        round(value - sum(one for one in told if one is not None), whole.decimals)
        if value is not None and None in told
        else None
        for value, told in zip(whole.values, zip(*(one.values for one in parts), strict=True), strict=True)
    )
    return PlotSeries(cells.say("chart_undisclosed_part"), rest, PALE, decimals=whole.decimals, hatched=True)


def _column_name(cells: Cells, month: str, span: str) -> str:
    name = cells.on_axis(month, "ytd" if span == "ytd" else "month")
    twice = span == "month" and periods.months_in(month, "month") > 1
    return f"{name}\n{cells.say('plot_average')}" if twice else name


def _growth_line(cells: Cells, total: list[Record], months: list[str]) -> PlotSeries | None:
    at = {str(row["period"]): cells.value(row, GROWTH) for row in total}
    if not any(value is not None for value in at.values()):
        return None
    return PlotSeries(cells.title(GROWTH), tuple(at.get(month) for month in months), INK, "line", labels=True)


def contribution(cells: Cells) -> Plots:
    """Contributions as a waterfall, largest first, ending at the total's growth."""
    column = "contribution_pp"
    records = cells.records
    parts = [record for record in records if record["item"] not in TOTALS]
    parts.sort(key=lambda record: -(cells.value(record, column) or 0.0))
    total = [record for record in records if record["item"] in TOTALS]
    moves = [Move(str(one["item_name"]), cells.value(one, column), fill_of(str(one["item"]))) for one in parts]
    moves += [Move(str(one["item_name"]), cells.value(one, column), INK, whole=True) for one in total]
    if not moves:
        return ()
    return drawn(waterfall(cells, column, moves, "plot_drags"))


def share(cells: Cells) -> Plots:
    """The mix a year before and now, two bars of 100 per cent; a share not told is hatched."""
    parts = [record for record in cells.records if record["item"] not in TOTALS]
    if not parts:
        return ()
    month, span = str(parts[0]["period"]), "ytd" if parts[0]["span"] == "ytd" else "month"
    names = tuple(periods.label(one, span, cells.language) for one in (periods.year_before(month), month))  # type: ignore[arg-type]
    both = ("share_last_year_pct", "share_pct")
    series = [
        PlotSeries(str(one["item_name"]), tuple(cells.value(one, column) for column in both),
                   fill_of(str(one["item"])), "bar", labels=True)
        for one in parts
    ]  # fmt: skip
    told = [[one.values[at] for one in series] for at in (0, 1)]
    rest = tuple(round(100 - sum(v for v in row if v is not None), 1) if None in row else None for row in told)
    if all(row == [None] * len(row) for row in told):
        return ()
    hatched = PlotSeries(cells.say("chart_undisclosed_part"), rest, PALE, "bar", hatched=True)
    return drawn(Plot(cells.title("share_pct"), names, known([*series, hatched]), ("%", ""), "percent"))


def small_multiples(cells: Cells) -> Plots:
    """One chart an industry, its sub-fields as lines in its shades."""
    groups: dict[str, list[Record]] = {}
    for record in cells.records:
        groups.setdefault(taxonomy.industry_of(str(record["item"])), []).append(record)
    return drawn(*(_of_industry(cells, code, rows) for code, rows in groups.items()))


def _of_industry(cells: Cells, code: str, rows: list[Record]) -> Plot | None:
    plot = over_time(cells, GROWTH, "line", rows)
    if plot is None:
        return None
    series = tuple(
        PlotSeries(one.name, one.values, colour, "line")
        for one, colour in zip(plot.series, shades(len(plot.series), fill_of(code)), strict=True)
    )
    name = taxonomy.item(code).name(cells.language)
    if len(series) == 1:  # without a legend the title names the line
        name = cells.say("file_line", label=name, text=rows[0]["item_name"])
    return Plot(name, plot.categories, series, plot.units)


def ranking(cells: Cells) -> Plots:
    """Growth rates in order, coloured by industry; what is not told stands at the end without a bar."""
    order = {str(record["item"]): at for at, record in enumerate(cells.records)}
    rows = sorted(
        cells.records,
        key=lambda one: (cells.value(one, GROWTH) is None, -(cells.value(one, GROWTH) or 0.0), order[str(one["item"])]),
    )
    found = [
        Bar(str(one["item_name"]), cells.value(one, GROWTH), fill_of(str(one["item"])), str(one["parent_name"]))
        for one in rows
    ]
    return drawn(bars(cells.title(GROWTH), cells.unit(GROWTH), 1, found)) if found else ()


def trend(cells: Cells) -> Plots:
    return drawn(over_time(cells, VALUE, "line"))


def growth(cells: Cells) -> Plots:
    return drawn(over_time(cells, GROWTH, "line"))


def same_month(cells: Cells) -> Plots:
    """The same months of several years: one line a year, this one in the item's colour."""
    years = grouped([{**one, "year": periods.year_of(str(one["period"]))} for one in cells.records], "year")
    if not years:
        return ()
    record, months = cells.records[0], sorted({str(one["period"])[5:] for one in cells.records})
    names = tuple(periods.label(f"2020-{month}", record["span"], cells.language, with_year=False) for month in months)
    colours = [*[CONTEXT] * max(0, len(years) - 2), *[PALE] * (len(years) > 1), fill_of(str(record["item"]))]
    series = []
    for (year, rows), colour in zip(years.items(), colours, strict=True):
        at = {str(row["period"])[5:]: cells.value(row, VALUE) for row in rows}
        values = tuple(at.get(month) for month in months)
        series.append(PlotSeries(str(year), values, colour, "line", decimals=cells.decimals(VALUE)))
    return drawn(Plot(cells.title(VALUE), names, known(series), (cells.unit(VALUE), "")))


def classes(cells: Cells) -> Plots:
    """Overlapping classifications beside each other, never stacked: their levels and their growth."""
    name = "classification_name"
    return drawn(bars_of(cells, VALUE, name), bars_of(cells, GROWTH, name))
