"""Where the words of a figure stand in pixels, worked out from its layout, so that overlaps and cuts can be found."""

from dataclasses import dataclass

from scicity.charts.text import width
from scicity.charts.theme import sheet

# as the browser sets Noto Sans SC: a line is 1.45 em high with its ink in the middle, the next one follows after 1.3 em
TALL, INK, LINE = 1.45, 1.1, 1.3
PADDING = 2  # of plotly, around every text


@dataclass(frozen=True)
class Box:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other, slack=1.5):
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack


def boxes(figure, look):
    """A box for every text of the figure but the watermark, measured from the sheet's upper left corner."""
    return [_box(note, figure, look) for note in figure.layout.annotations if note.name != "watermark"]


def sheet_width(figure, look):
    return figure.layout.width or sheet(look).width


def _box(note, figure, look):
    margin = figure.layout.margin
    across = sheet_width(figure, look) - margin.l - margin.r
    down = figure.layout.height - margin.t - margin.b
    x = margin.l + across * _part(note.xref or "x", note.x, figure) + (note.xshift or 0)
    y = margin.t + down * (1 - _part(note.yref or "y", note.y, figure)) - (note.yshift or 0)
    lines = note.text.count("<br>") + 1
    wide = width(note.text, note.font.size)
    high = note.font.size * (LINE * (lines - 1) + TALL) + 2 * PADDING
    if note.textangle == -90:
        wide, high = high, wide
    left = x - wide * {"left": 0, "center": 0.5, "right": 1}[note.xanchor]
    top = y - high * {"top": 0, "middle": 0.5, "bottom": 1}[note.yanchor]
    bare = note.font.size * (TALL - INK) / 2 + PADDING
    return Box(note.text, left, top + bare, left + wide, top + high - bare)


def _part(reference, value, figure):
    """A place on an axis or on the paper as a part of the plotting area."""
    if reference == "paper":
        return value
    axis = figure.layout[f"{reference[0]}axis{reference[1:]}"]
    low, high = axis.range
    start, stop = axis.domain or (0, 1)
    return start + (stop - start) * (value - low) / (high - low)


def collisions(found):
    return [(one.text, other.text) for at, one in enumerate(found) for other in found[at + 1 :] if one.meets(other)]


def cut(found, width_of_sheet, height):
    """Texts that run over the sheet's edge by more than two pixels."""
    return [
        box.text
        for box in found
        if box.left < -2 or box.right > width_of_sheet + 2 or box.top < -2 or box.bottom > height + 2
    ]
