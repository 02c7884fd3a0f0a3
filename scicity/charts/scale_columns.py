"""The columns of monthly scale: industries stacked, what is left of the total, and slots for what is not published."""

from collections.abc import Sequence

import plotly.graph_objects as go

from scicity.charts import levels
from scicity.charts.canvas import filled, hatched
from scicity.charts.rows import absent, name
from scicity.charts.scale_story import Story
from scicity.charts.theme import hue, tokens
from scicity.charts.timeline import GAP
from scicity.measures import taxonomy
from scicity.wording import say


def stacked(figure: go.Figure, story: Story) -> None:
    """One trace an industry in order, and what the total holds beyond them."""
    floor = [0.0] * len(story.places)
    for item in story.parts:
        heights = [story.level(item, place) for place in story.places]
        _bars(figure, story, item, heights, floor)
        floor = [base + (level or 0.0) for base, level in zip(floor, heights, strict=True)]
    _remainder(figure, story, floor)


def _bars(figure: go.Figure, story: Story, item: str, heights: Sequence[float | None], floor: list[float]) -> None:
    rows = [story.parts[item].get(place.period) for place in story.places]
    marker = filled(hue(item, story.look), story.look)
    figure.add_bar(
        name=name(next(row for row in rows if row), story.look) if any(rows) else item,
        x=[place.centre for place in story.places],
        y=heights,
        base=floor,
        width=[place.months - GAP for place in story.places],
        marker={**marker, "line": {"color": tokens(story.look).bg, "width": 1.2}},
        customdata=[levels.told(row, story.look) for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _remainder(figure: go.Figure, story: Story, floor: Sequence[float]) -> None:
    """What the total holds beyond the parts: hatched where a part is not told, grey where parts were not chosen."""
    look, colours = story.look, tokens(story.look)
    chosen = len(story.parts) < story.industries
    rest = []
    for place, known in zip(story.places, floor, strict=True):
        whole = story.whole(place)
        open_ = chosen or any(story.level(item, place) is None for item in story.parts)
        rest.append(whole - known if open_ and whole is not None and whole > known else None)
    if all(value is None for value in rest):
        return
    words = say("chart_other_parts" if chosen else "chart_split_unknown", look.language)
    unknown = {**hatched(look), "line": {"color": colours.axis, "width": 1.5}}
    figure.add_bar(
        name=words,
        x=[place.centre for place in story.places],
        y=rest,
        base=list(floor),
        width=[place.months - GAP for place in story.places],
        marker=filled(colours.hues[taxonomy.OTHER], look) if chosen else unknown,
        hovertemplate=f"{words}<extra></extra>",
    )


def slots(figure: go.Figure, story: Story, top: float) -> None:
    """A hatched slot with its word where the total is missing; it fills the panel, so nobody reads a height off it."""
    empty = [place for place in story.places if place.period in story.total and story.whole(place) is None]
    if not empty:
        return
    floor = [story.known(place) for place in empty]
    figure.add_bar(
        name=absent(story.total[empty[-1].period], story.look),
        x=[place.centre for place in empty],
        y=[top * 0.98 - base for base in floor],
        base=floor,
        width=[place.months - GAP for place in empty],
        marker=hatched(story.look),
        hoverinfo="skip",
    )
    for place, base in zip(empty, floor, strict=True):
        levels.slot_word(figure, absent(story.total[place.period], story.look), place, (base + top) / 2, story.look)
