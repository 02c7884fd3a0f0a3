"""Native charts of cited figures: columns, because a line would join territories and years that nobody joined."""

import re

from scicity import periods
from scicity.charts.cited_series import colour
from scicity.exports.plots import Plot, PlotSeries
from scicity.gallery.cells import INK, LOOK, PALE, Cells, Record, grouped, known
from scicity.gallery.plot_shapes import Plots, drawn
from scicity.wording.numbers import is_missing, rounded

# the order of a year's figures: the parts of it before the whole
SPANS = ("ytd", "half", "month", "year")


def cited_series(cells: Cells) -> Plots:
    """One column a printed figure, territories apart; one printed as 'over' or 'about' says so under its period."""
    records = [one for one in cells.records if one["period_start"]]
    if not records:
        return ()
    ends = sorted({_place(one) for one in records})
    names = {_place(one): str(one["period_label"]) for one in records}
    marked = {_place(one): one for one in records if one["qualifier"] not in ("", "exact")}
    decimals = max((_decimals(one) for one in records), default=0)
    series = [
        PlotSeries(
            str(rows[0]["territory_name"]),
            tuple(_at(rows, place, decimals) for place in ends),
            colour(str(territory), LOOK),
            decimals=decimals,
            labels=True,
            hatched=str(territory) == "KXC",
        )
        for territory, rows in grouped(records, "territory").items()
    ]
    categories = tuple(_named(names[place], marked.get(place)) for place in ends)
    unit = str(records[0]["unit" if cells.language == "zh" else "unit_en"])
    title = str(records[0]["indicator_zh" if cells.language == "zh" else "indicator_en"])
    return drawn(Plot(title, categories, known(series), (unit, "")))


def monthly_comparators(cells: Cells) -> Plots:
    """Growth of the region and the country month by month; months nobody printed are gaps."""
    if cells.frame.empty:
        return ()
    printed = sorted(str(one["month"]) for one in cells.records)
    months = periods.between(printed[0], printed[-1])
    names = tuple(cells.on_axis(month, "ytd") for month in months)
    series = []
    for at, rows in enumerate(grouped(cells.records, "series_id").values()):
        values = {str(one["month"]): cells.value(one, "value_pct") for one in rows}
        colours = (PALE, INK)
        series.append(
            PlotSeries(
                str(rows[0]["territory_name"]), tuple(values.get(month) for month in months), colours[at % 2], "line"
            )
        )
    return drawn(Plot(cells.title("value_pct"), names, known(series), (cells.unit("value_pct"), "")))


def _place(record: Record) -> tuple[str, int, str]:
    end = str(record["period_end"])
    span = str(record["span"])
    whole = end if len(end) > 4 else f"{end}-12"
    return (whole, SPANS.index(span) if span in SPANS else len(SPANS), str(record["period_start"]))


def _at(rows: list[Record], place: tuple[str, int, str], decimals: int) -> float | None:
    found = next((one for one in rows if _place(one) == place), None)
    return None if found is None or is_missing(found["value"]) else float(rounded(found["value"], decimals))


def _decimals(record: Record) -> int:
    printed = re.search(r"\d\.(\d+)", str(record["printed_zh"]))
    return len(printed[1]) if printed else 0


def _named(name: str, marked: Record | None) -> str:
    return name if marked is None else f"{name}\n{marked['printed_words']}"
