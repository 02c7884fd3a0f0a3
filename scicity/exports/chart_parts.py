"""Parts of a native chart that are the same for every form: axes, fills, lettering, and the room each of them needs.

Sizes are points; places are shares of the chart's frame, as the format wants them.
"""

from dataclasses import dataclass
from math import ceil
from xml.sax.saxutils import escape

from scicity.charts.look import Look
from scicity.charts.text import width
from scicity.charts.theme import palette
from scicity.exports.about import clean
from scicity.exports.chart_data import has_second_axis, tiers
from scicity.exports.plots import Plot, PlotSeries

TYPEFACE = "Microsoft YaHei"
# width and height in inches, and the size of labels, of each layout a native chart is made for
SIZES = {"ppt": (12.33, 4.6, 12.0), "a4": (6.14, 3.6, 8.5), "a4_half": (3.07, 2.4, 7.5)}
WIDE_ENOUGH = 5 * 72  # points; in a narrower frame bars have their names and need no legend


@dataclass(frozen=True)
class Room:
    """What one chart has to itself. label: size of text in points, names: of names along the category axis.

    layout: the place of the plot, as XML. every: how many categories apart names are printed. turned: names stand on
    end. legend: whether there is one.
    """

    label: float
    names: float
    layout: str
    every: int
    turned: bool
    legend: bool


def room(plot: Plot, look: Look, size: tuple[float, float] | None) -> Room:
    """The room of a chart in a frame of `size` (inches): names are measured, the plot gets the rest."""
    wide, high, label = SIZES.get(look.layout, SIZES["ppt"])
    wide, high = (inches * 72 for inches in size or (wide, high))
    label = _size(plot, label, wide, high)
    left = _names(plot, label, wide) if is_flat(plot) else label * 4.6
    right = label * (4.6 if has_second_axis(plot) else 1.2) + (label * 2.5 if is_flat(plot) else 0)
    top = label * (2.9 if plot.name else 1.2)
    names, every, turned, below = _under(plot, label, wide - left - right)
    legend = has_legend(plot) and (wide > WIDE_ENOUGH or not is_flat(plot))
    bottom = label * (0.9 + legend * (0.5 + 1.5 * _legend_lines(plot, label, wide))) + (
        label * 1.35 * (not labelled(plot)) if is_flat(plot) else below
    )
    x, y = left / wide, top / high
    return Room(
        label, names, _inner(x, y, 1 - x - right / wide, max(0.2, 1 - y - bottom / high)), every, turned, legend
    )


def _under(plot: Plot, label: float, space: float) -> tuple[float, int, bool, float]:
    """Names along the axis: their size, every how many, whether on end, and the height they take."""
    if is_flat(plot):
        return label, 1, False, 0.0
    each = space / len(plot.categories)
    tiered = tiers(plot)
    names = [month for _, month in tiered] or plot.categories
    parts = [part for name in names for part in name.split("\n")]
    lines = max(name.count("\n") + 1 for name in names)
    years = label * 1.6 if tiered else 0.0
    fitting = each * 0.8 / max(width(part, 1) for part in parts)
    if fitting >= label * 0.72:
        size = min(label, fitting)
        return size, 1, False, lines * size * 1.35 + years
    # too many to stand side by side: on end, and as many as have room
    size = label * 0.85
    every = max(1, ceil(size * 1.3 * lines / each))
    return size, every, True, max(width(part, size) for part in parts) * 1.1 + years


def is_flat(plot: Plot) -> bool:
    """Whether the plot lies on its side: names on the left, values to the right."""
    return plot.series[0].form == "bar"


def labelled(plot: Plot) -> bool:
    """Whether every number of the first axis stands beside its mark, so that a scale would say it twice."""
    first = [one for one in plot.shown if one.axis == "first"]
    return bool(first) and all(one.labels for one in first) and first[0].form != "line"


def _size(plot: Plot, label: float, wide: float, high: float) -> float:
    """Labels in a small frame are smaller, and rows of bars no higher than the frame has room for."""
    size = min(label, max(label * 0.8, wide / 45))
    return max(6.5, min(size, (high - 4 * size) / (1.35 * len(plot.categories)))) if is_flat(plot) else size


def has_legend(plot: Plot) -> bool:
    """Whether there is more than one series to tell apart that its place does not name already."""
    names = {one.name for one in plot.shown}
    return len(plot.shown) > 1 and not names <= set(plot.categories)


def _legend_lines(plot: Plot, label: float, wide: float) -> int:
    """How many lines the names of the series take, each with its key."""
    # a key takes more of a narrow frame, whose legend is cut into lines earlier than one that has room
    key, share = (3.0, 0.85) if wide > WIDE_ENOUGH else (4.5, 0.8)
    return ceil(sum(width(one.name, label) + key * label for one in plot.shown) / (wide * share))


def _names(plot: Plot, label: float, wide: float) -> float:
    return min(0.42 * wide, max(width(name, label) for name in plot.categories) + 1.6 * label)


def _inner(x: float, y: float, w: float, h: float) -> str:
    places = "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in (("x", x), ("y", y), ("w", w), ("h", h)))
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )


_END = '<a:endParaRPr lang="zh-CN"/>'


def lettering(size: float, colour: str = "", bold: bool = False) -> str:
    """Text properties of labels, with the East Asian typeface named beside the Latin one."""
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_run(size, colour, bold, 'defRPr')}</a:pPr>{_END}</a:p></c:txPr>"
    )


def _run(size: float, colour: str, bold: bool, tag: str) -> str:
    ink = (colour or palette("light").ink2)[1:]
    lang = ' lang="zh-CN"' if tag == "rPr" else ""
    return (
        f'<a:{tag}{lang} sz="{round(size * 100)}" b="{int(bold)}"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
        f'<a:latin typeface="{TYPEFACE}"/><a:ea typeface="{TYPEFACE}"/></a:{tag}>'
    )


def text_box(text: str, size: float, bold: bool = False, body: str = "<a:bodyPr/>") -> str:
    """Rich text of a title."""
    run = _run(size, palette("light").ink, bold, "rPr")
    default = _run(size, palette("light").ink, bold, "defRPr")
    return (
        f"<c:tx><c:rich>{body}<a:lstStyle/><a:p><a:pPr>{default}</a:pPr><a:r>{run}<a:t>{escape(text)}</a:t></a:r></a:p>"
        "</c:rich></c:tx>"
    )


def title(plot: Plot, space: Room) -> str:
    """The chart's own title at its upper left; it says the unit where no scale does."""
    name = clean(plot.name)
    if not name:
        return ""
    if labelled(plot) and plot.units[0]:
        name = f"{name} ({plot.units[0]})" if name.isascii() else f"{name}（{plot.units[0]}）"
    place = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.004"/><c:y val="0.004"/>'
        "</c:manualLayout></c:layout>"
    )
    return f'<c:title>{text_box(name, space.label * 1.1, bold=True)}{place}<c:overlay val="0"/></c:title>'


def fill(one: PlotSeries, hatched: bool = False, parted: bool = False) -> str:
    """The inside and the edge of an area; a hidden one has neither. parted: it stands upon another one."""
    if one.hidden:
        return "<a:noFill/><a:ln><a:noFill/></a:ln>"
    solid = f'<a:solidFill><a:srgbClr val="{one.colour[1:]}"/></a:solidFill>'
    if one.hatched or hatched:
        clear = '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
        pattern = f'<a:fgClr><a:srgbClr val="{one.colour[1:]}"/></a:fgClr>{clear}'
        return f'<a:pattFill prst="wdUpDiag">{pattern}</a:pattFill><a:ln w="9525">{solid}</a:ln>'
    if not parted:
        return f"{solid}<a:ln><a:noFill/></a:ln>"
    # neighbours are parted by a white line: in grey print their colours look alike
    return f'{solid}<a:ln w="9525"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln>'


def axes(plot: Plot, space: Room) -> str:
    """Category and value axis, and the second pair where a series is read on it."""
    flat = is_flat(plot)
    first = _category(1, 2, "l" if flat else "b", flat, space, bool(tiers(plot))) + _value(plot, "first", flat, space)
    return first + (_value(plot, "second", flat, space) + _hidden_category() if has_second_axis(plot) else "")


def _category(own: int, other: int, place: str, flat: bool, space: Room, tiered: bool = False) -> str:
    colours = palette("light")
    # the first row of a table stands on top; Office counts upwards
    order = "maxMin" if flat else "minMax"
    skip = f'<c:tickLblSkip val="{space.every}"/><c:tickMarkSkip val="{space.every}"/>'
    turn = f'<a:bodyPr rot="{-5400000 if space.turned else 0}" vert="horz"/>'
    level = lettering(space.names).replace("<a:bodyPr/>", turn)
    return (
        f'<c:catAx><c:axId val="{own}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>{_line(colours.zero, 12700)}</c:spPr>{level}'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="{int(not tiered)}"/></c:catAx>'
    )


def _hidden_category() -> str:
    """A second value axis needs a category axis to cross; it is not drawn."""
    return (
        '<c:catAx><c:axId val="3"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/>'
        '<c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="4"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value(plot: Plot, axis: str, flat: bool, space: Room) -> str:
    second = axis == "second"
    own, other, unit = (4, 3, plot.units[1]) if second else (2, 1, plot.units[0])
    colours = palette("light")
    bare = not second and labelled(plot)
    grid = (
        "" if second or bare else f"<c:majorGridlines><c:spPr>{_line(colours.grid, 9525)}</c:spPr></c:majorGridlines>"
    )
    percent = not second and plot.stack == "percent" and plot.series[0].form != "line"
    digits = "0%" if percent else "General"
    place = "r" if second else ("b" if flat else "l")
    # a second axis stands on the right; on its side the scale stays below although names run downwards
    crosses = "max" if second or flat else "autoZero"
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="{int(bare)}"/><c:axPos val="{place}"/>{grid}{"" if bare else _unit(unit, flat, space)}'
        f'<c:numFmt formatCode="{digits}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{lettering(space.label)}'
        f'<c:crossAx val="{other}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/></c:valAx>'
    )


def _unit(unit: str, flat: bool, space: Room) -> str:
    if not unit:
        return ""
    turned = not flat and width(unit, 1) > 2.5
    body = f'<a:bodyPr rot="{-5400000 if turned else 0}" vert="horz"/>'
    return f'<c:title>{text_box(unit, space.label, body=body)}<c:overlay val="0"/></c:title>'


def _line(colour: str, weight: int) -> str:
    return f'<a:ln w="{weight}"><a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill></a:ln>'
