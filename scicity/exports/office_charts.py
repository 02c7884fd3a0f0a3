"""A native chart for slides and documents: the chart's XML and the workbook a reader edits it with.

Columns, bars, lines and areas, and columns with lines on a second axis, which the common library cannot write. The
elements stand in the order of the schema, because Office repairs (and so distrusts) a file that has them otherwise.
The workbook holds the plotted numbers and nothing else.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from scicity.charts.look import Look
from scicity.charts.theme import palette
from scicity.exports.about import clean
from scicity.exports.chart_data import SHEET, column_name, first_column, lined, number_format, tiers, workbook
from scicity.exports.chart_parts import Room, axes, fill, lettering, room, title
from scicity.exports.plots import Plot, PlotSeries

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# the relation from the chart to its workbook: the first of the part, in whatever package
WORKBOOK_ID = "rId1"
SMALL_PT = 7  # labels of a chart so small that its lines are thinner
GAP_WIDTH = 50  # per cent of a column, between the categories


def chart_part(plot: Plot, look: Look, size: tuple[float, float] | None = None) -> tuple[bytes, bytes]:
    """The chart's XML and its embedded workbook (xlsx), for slides and documents alike.

    size: width and height in inches of the frame the chart will stand in, by which room is kept for names; without one
    that of the look's layout. The XML names its workbook by the relation `WORKBOOK_ID`. Missing values are gaps; a
    plot without categories or series, or a series of another length than the categories, raises ValueError.
    """
    _checked(plot)
    space = room(plot, look, size)
    body = "".join(_group(plot, axis, space) for axis in ("first", "second"))
    return _whole(plot, body, space).encode(), workbook(plot)


def _checked(plot: Plot) -> None:
    if not plot.categories or not plot.series:
        raise ValueError(f"plot '{plot.name}' has no categories or no series: leave it out instead of drawing it empty")
    for one in plot.series:
        if len(one.values) != len(plot.categories):
            raise ValueError(
                f"series '{one.name}' of plot '{plot.name}' has {len(one.values)} values, expected "
                f"{len(plot.categories)}, one for each category"
            )


def _whole(plot: Plot, body: str, space: Room) -> str:
    named = title(plot, space)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace {SPACES}><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart>{named}<c:autoTitleDeleted val="{int(not named)}"/>'
        f"<c:plotArea>{space.layout}{body}{axes(plot, space)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{_legend(plot, space)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{lettering(space.label)}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _group(plot: Plot, axis: str, space: Room) -> str:
    """The series of one axis, as the chart element of their form."""
    chosen = [(at, one) for at, one in enumerate(plot.series) if one.axis == axis]
    if not chosen:
        return ""
    form = chosen[0][1].form
    stack = plot.stack if axis == "first" else "clustered"
    series = "".join(_series(plot, at, stack, space) for at, _ in chosen)
    ids = "".join(f'<c:axId val="{number}"/>' for number in ((1, 2) if axis == "first" else (3, 4)))
    if form == "line":
        # lines are never stacked here: a stacked line is taken for a plain one
        return (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{ids}'
            "</c:lineChart>"
        )
    if form == "area":
        grouping = {"clustered": "standard", "stacked": "stacked", "percent": "percentStacked"}[stack]
        return f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}{ids}</c:areaChart>'
    grouping = {"clustered": "clustered", "stacked": "stacked", "percent": "percentStacked"}[stack]
    overlap = 100 if stack != "clustered" or alone(plot) else -5
    return (
        f'<c:barChart><c:barDir val="{"bar" if form == "bar" else "col"}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{GAP_WIDTH}"/><c:overlap val="{overlap}"/>{ids}</c:barChart>'
    )


def alone(plot: Plot) -> bool:
    """Whether each category has at most one value on the first axis: then its series stand in one place."""
    columns = zip(*(one.values for one in plot.series if one.axis == "first"), strict=True)
    return all(sum(value is not None for value in values) <= 1 for values in columns)


def _series(plot: Plot, at: int, stack: str, space: Room) -> str:
    one, letter, last = plot.series[at], column_name(at + first_column(plot)), len(plot.categories) + 1
    head = (
        f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(clean(one.name))}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    values = "".join(
        f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>' for n, value in enumerate(one.values) if value is not None
    )
    count = f'<c:ptCount val="{len(plot.categories)}"/>'
    data = (
        f"{_names(plot)}<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
        f"<c:formatCode>{number_format(one)}</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val>"
    )
    labels = _labels(one, stack, space)
    if one.form == "line":
        return f'<c:ser>{head}{_stroke(one, space)}{labels}{data}<c:smooth val="0"/></c:ser>'
    look = f"<c:spPr>{fill(one, parted=stack != 'clustered')}</c:spPr>"
    look += "" if one.form == "area" else '<c:invertIfNegative val="0"/>'
    return f"<c:ser>{head}{look}{_falling(one)}{labels}{data}</c:ser>"


def _names(plot: Plot) -> str:
    """The categories: on one tier, or months over their years."""
    last, count = len(plot.categories) + 1, f'<c:ptCount val="{len(plot.categories)}"/>'
    tiered = tiers(plot)
    if not tiered:
        names = _points(lined(name) for name in plot.categories)
        told = f"<c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache>"
        return f"<c:cat><c:strRef>{told}</c:strRef></c:cat>"
    levels = "".join(f"<c:lvl>{_points(pair[at] for pair in tiered)}</c:lvl>" for at in (1, 0))
    return (
        f"<c:cat><c:multiLvlStrRef><c:f>{SHEET}!$A$2:$B${last}</c:f><c:multiLvlStrCache>{count}{levels}"
        "</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"
    )


def _points(names: Iterable[str]) -> str:
    return "".join(f'<c:pt idx="{n}"><c:v>{escape(name)}</c:v></c:pt>' for n, name in enumerate(names) if name)


def _stroke(one: PlotSeries, space: Room) -> str:
    small = space.label < SMALL_PT
    colour = f'<a:solidFill><a:srgbClr val="{one.colour[1:]}"/></a:solidFill>'
    dash = '<a:prstDash val="sysDash"/>' if one.hatched else ""
    line = f'<c:spPr><a:ln w="{19050 if small else 28575}" cap="rnd">{colour}{dash}<a:round/></a:ln></c:spPr>'
    # a month without neighbours has no line, only its marker
    inside = f"<c:spPr>{colour}<a:ln>{colour}</a:ln></c:spPr>"
    mark = f'<c:marker><c:symbol val="circle"/><c:size val="{4 if small else 6}"/>{inside}</c:marker>'
    return line + mark


def _falling(one: PlotSeries) -> str:
    """Columns below zero are hatched, so that direction does not rest on the side alone."""
    if one.hidden or one.form == "area":
        return ""
    hatched = fill(one, hatched=True)
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{hatched}</c:spPr></c:dPt>"
        for at, value in enumerate(one.values)
        if value is not None and value < 0
    )


def _labels(one: PlotSeries, stack: str, space: Room) -> str:
    if not one.labels or one.hidden:
        return '<c:dLbls><c:delete val="1"/></c:dLbls>'
    inside = stack != "clustered" and one.form != "line"
    place = {"line": "t", "area": ""}.get(one.form, "ctr" if inside else "outEnd")
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    colour = _readable_on(one.colour) if inside and not one.hatched else palette("light").ink
    # a part of nothing would print its 0 upon its neighbour
    printed = f"{number_format(one)};-{number_format(one)};;" if inside else number_format(one)
    return (
        f'<c:dLbls><c:numFmt formatCode="{printed}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
        f"</a:ln></c:spPr>{lettering(space.label, colour)}{position}"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _readable_on(colour: str) -> str:
    """White or ink, whichever is further from `colour`."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return "#FFFFFF" if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 < 0.25 else palette("light").ink


def _legend(plot: Plot, space: Room) -> str:
    """At the bottom, where more than one series is to be told apart; hidden series have no entry."""
    if not space.legend:
        return ""
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        for at, one in enumerate(plot.series)
        if one.hidden
    )
    return f'<c:legend><c:legendPos val="b"/>{hidden}<c:overlay val="0"/>{lettering(space.label)}</c:legend>'
