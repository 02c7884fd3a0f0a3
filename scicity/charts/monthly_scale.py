"""Scale by industry in stacked columns over a panel of the total's growth."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from scicity.charts import amounts, levels, rates, timeline
from scicity.charts.canvas import (
    Ink,
    Label,
    Margins,
    body_height,
    canvas,
    end_labels,
    head_note,
    height_for,
    label_room,
    lettered,
    put_strip,
    room,
    say_empty,
    strip,
    write,
    zero_line,
)
from scicity.charts.look import Look
from scicity.charts.months import month_axis
from scicity.charts.scale_columns import slots, stacked
from scicity.charts.scale_story import Story, last_place, named_part, told_by
from scicity.charts.scales import axis, round_ticks
from scicity.charts.text import bold, width
from scicity.charts.theme import Hue, hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.wording import say

UPPER = (0.44, 1.0)
LOWER = (0.0, 0.31)


@lettered
def monthly_scale(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Columns stacked by industry, the total's growth on the same period a year before in a panel below.

    frame: rows of `industry/series` of the industries and of one total ('ALL', or 'IND' without services), with item,
        period, span, value_100m_yuan, yoy_pct (per cent), status, provenance. One item alone needs none.
    Returns one bar trace an industry in taxonomy order, then a remainder where a part is not told, slots where the
    total is missing, and the growth line. 1—2月 is two months wide at its monthly average; a year to date is one wide.
    A missing part or rate is a gap, never zero; no rows give a figure that says so. Source: the release's cells.
    """
    story = told_by(frame, look)
    strip_lines = strip(_entries(story), look, sheet(look).width - 2 * sheet(look).pad) if look.narrow else []
    margins = _margins(story, len(strip_lines))
    figure = canvas(frame, look, height_for(look, 470, 430 + 18 * len(strip_lines)), margins)
    if not story.places:
        return say_empty(figure, look)
    put_strip(figure, strip_lines, look, margins.left)
    top = _top(story, body_height(figure) * (UPPER[1] - UPPER[0]))
    stacked(figure, story)
    slots(figure, story, top)
    _axes(figure, story, margins, top)
    _totals(figure, story, margins)
    if not look.narrow:
        pixels = body_height(figure) * (UPPER[1] - UPPER[0])
        away = 8 + _overhang(story, room(look, margins))
        end_labels(figure, _labels(story), "y", (0, top), pixels, away)
    rates.panel(figure, story.places, story.total, look, body_height(figure) * LOWER[1], room(look, margins))
    return figure


def _entries(story: Story) -> list[tuple[str, Hue]]:
    named = [(named_part(story, item), hue(item, story.look)) for item in story.parts]
    return [(f"{bold(words[0])} {words[1]}".strip(), colours) for words, colours in named] if story.places else []


def _labels(story: Story) -> list[Label]:
    last, base, labels = last_place(story), 0.0, []
    if last is None:
        return []
    for item in story.parts:
        level = story.level(item, last) or 0.0
        words = named_part(story, item)
        ink = Ink(sheet(story.look).label, hue(item, story.look).text)
        labels.append(Label(base + level / 2, f"{bold(words[0])} {words[1]}".strip(), ink))
        base += level
    return labels


def _margins(story: Story, strip_lines: int) -> Margins:
    sizes = sheet(story.look)
    peak = max((story.whole(place) or story.known(place) for place in story.places), default=0.0)
    left = width(amounts.tick(float(round(peak)), story.look), sizes.label) + 12
    right = 8.0 if story.look.narrow else label_room([label.text for label in _labels(story)], sizes.label)
    margins = Margins(max(left, 34), right, 12 + sizes.small * (1.6 * strip_lines + 1.6), sizes.label * 3 + 4)
    return replace(margins, right=right + _overhang(story, room(story.look, margins)))


def _overhang(story: Story, space: float) -> float:
    """How far the last column's number reaches out of the axes, towards the industries' names."""
    if not story.places or story.look.narrow:
        return 0.0
    last = story.places[-1]
    row = story.total.get(last.period)
    number = amounts.amount(row.value, story.look) if row else ""
    inside = (timeline.extent(story.places)[1] - last.centre) * timeline.pixels_a_month(story.places, space)
    return max(0.0, width(number, sheet(story.look).label) / 2 - inside)


def _top(story: Story, pixels: float) -> float:
    """The axis end that leaves room over each column: one line, for 1—2月 two, for the word of an empty slot four."""
    line = sheet(story.look).label * 1.4
    ends = []
    for place in story.places:
        lines = 4 if story.whole(place) is None and place.period in story.total else 2 if place.two_months else 1
        ends.append(max(story.whole(place) or 0.0, story.known(place)) / max(1 - line * lines / pixels, 0.2))
    return max(ends) or 1.0


def _totals(figure: go.Figure, story: Story, margins: Margins) -> None:
    """The total over each column where the columns are wide enough, else over a few: first, 1—2月, peak and last."""
    standing = [place for place in story.places if story.whole(place) is not None]
    scale = timeline.pixels_a_month(story.places, room(story.look, margins))
    texts = {place.period: amounts.amount(story.total[place.period].value, story.look) for place in standing}
    size = sheet(story.look).small
    fits = all(width(texts[place.period], size) + 4 <= place.months * scale for place in standing)
    few = not fits or story.look.narrow
    if not levels.two_months_fit(story.look, scale):
        standing = [place for place in standing if not place.two_months]
    for place in _few(story, standing) if few else standing:
        _total(figure, story, place, texts[place.period], last=place is standing[-1])


def _few(story: Story, standing: list[Slot]) -> list[Slot]:
    """First, last, highest (narrow: lowest), and every 1—2月; a label that would touch the last one's is left out."""
    if not standing:
        return []
    pick = min if story.look.narrow else max
    marked = {standing[-1], pick(standing, key=lambda place: story.whole(place) or 0.0)}
    marked |= {place for place in standing if place is story.places[0] or (place.two_months and not story.look.narrow)}
    far = {place for place in marked if standing[-1].centre - place.centre > 2.2}
    return [place for place in standing if place in far or place is standing[-1]]


def _total(figure: go.Figure, story: Story, place: Slot, text: str, last: bool) -> None:
    sizes, colours = sheet(story.look), tokens(story.look)
    top = max(story.whole(place) or 0.0, story.known(place))
    ink = Ink(sizes.label, colours.ink, bold=True) if last else Ink(sizes.small, colours.ink2)
    write(figure, text, ink, x=place.centre, y=top, yshift=2, yanchor="bottom", name="total")
    if place.two_months:
        words = say("chart_two_months", story.look.language)
        lift = 2 + ink.size * 1.35
        write(figure, words, Ink(sizes.small, colours.ink3), x=place.centre, y=top, yshift=lift, yanchor="bottom")


def _axes(figure: go.Figure, story: Story, margins: Margins, top: float) -> None:
    look, left = story.look, margins.left
    marks = [mark for mark in round_ticks(0, top, most=3) if mark < top * 0.97]
    upper = axis(marks, [amounts.tick(mark, look) for mark in marks], look, (0, top))
    figure.update_layout(
        yaxis={**upper, "domain": UPPER},
        yaxis2={"domain": LOWER, "anchor": "x"},
        hoversubplots="axis",
    )
    month_axis(figure, story.places, look, room(look, margins), anchor="y2")
    zero_line(figure, look)
    unit = amounts.unit(look)
    head_note(figure, say(f"chart_axis_scale_{story.span}", look.language, unit=unit), look, left)
    if story.total:
        words = say(f"chart_axis_yoy_{story.span}", look.language)
        head_note(figure, words, look, left, y=LOWER[1])
