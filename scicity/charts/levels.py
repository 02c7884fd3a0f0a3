"""Axes and marks of levels from zero: shared by the figures that show amounts over months."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from scicity.charts import amounts, lines
from scicity.charts.canvas import Ink, Margins, body_height, head_note, room, write, zero_line
from scicity.charts.look import Look
from scicity.charts.months import month_axis
from scicity.charts.rows import Row, absent, name
from scicity.charts.scales import axis, round_ticks
from scicity.charts.text import width
from scicity.charts.theme import Hue, sheet, tokens
from scicity.charts.timeline import Slot
from scicity.wording import say


def heights(rows: Mapping[str, Row], places: Sequence[Slot]) -> list[float | None]:
    """A level a place, of 1—2月 the monthly average; None where it is missing."""
    return [place.height(row.value) if (row := rows.get(place.period)) else None for place in places]


def margins(values: Sequence[float | None], look: Look, right: float, lines: int = 0) -> Margins:
    """Room for the axis numbers on the left, the unit (and a legend of `lines`) on top, months below."""
    sizes = sheet(look)
    peak = max((value for value in values if value is not None), default=0.0)
    left = width(amounts.tick(float(round(peak)), look), sizes.label) + 12
    return Margins(max(left, 34), right, 12 + sizes.small * (1.6 * lines + 1.6), sizes.label * 3 + 6)


def axes(
    figure: go.Figure,
    values: Sequence[float | None],
    places: Sequence[Slot],
    look: Look,
    edges: Margins,
    above: float,
    with_year: bool = True,
) -> float:
    """Zero-based axis with `above` pixels over the highest value, months below, the unit on top. Returns its end."""
    peak = max((value for value in values if value is not None), default=0.0)
    top = peak / (1 - above / body_height(figure)) or 1.0
    marks = [mark for mark in round_ticks(0, top, most=3) if mark < top * 0.98]
    figure.update_layout(yaxis=axis(marks, [amounts.tick(mark, look) for mark in marks], look, (0, top)))
    month_axis(figure, places, look, room(look, edges), with_year=with_year)
    zero_line(figure, look)
    head_note(figure, unit_line(places, look), look, edges.left)
    return top


def unit_line(places: Sequence[Slot], look: Look) -> str:
    """What the axis measures, in which unit; where lines carry a 1—2月, that it is a monthly average."""
    span = places[0].span if places else "month"
    words = say(f"chart_axis_scale_{span}", look.language, unit=amounts.unit(look))
    averaged = any(place.two_months for place in places)
    return say("chart_axis_average", look.language, axis=words) if averaged else words


def line(rows: Mapping[str, Row], places: Sequence[Slot], colours: Hue, look: Look, quiet: bool = False) -> lines.Line:
    title = name(next(iter(rows.values())), look)
    texts = tuple(told(rows.get(place.period), look) for place in places)
    return lines.Line(title, colours.fill, colours.text, tuple(heights(rows, places)), texts, quiet=quiet)


def told(row: Row | None, look: Look) -> str:
    """A hover line; a missing value says why."""
    if row is None:
        return absent(row, look)
    if row.value is None:
        return say("chart_hover_absent", look.language, name=name(row, look), why=absent(row, look))
    return amounts.hover(name(row, look), row.value, row.yoy, look)


def two_months_fit(look: Look, pixels_a_month: float) -> bool:
    """Whether a 1—2月 column can carry the words that its number is of two months; without them it carries none."""
    return width(say("chart_two_months", look.language), sheet(look).small) <= 2 * pixels_a_month + 10


def slot_word(figure: go.Figure, word: str, place: Slot, y: float, look: Look) -> None:
    """Why a slot is empty: Chinese stands sign by sign, as on the spine of a book; English is turned."""
    chinese = look.language == "zh" and not word.startswith("-")
    colours = tokens(look)
    text, angle = ("<br>".join(word), 0) if chinese else (word, -90)
    ink = Ink(sheet(look).label, colours.ink2)
    write(figure, text, ink, x=place.centre, y=y, textangle=angle, bgcolor=colours.bg, align="center", name="slot")
