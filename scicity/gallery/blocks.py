"""A named figure as a block of a document, as the writers of Office files take it."""

from scicity.exports.document import FigureBlock
from scicity.gallery.links import link
from scicity.gallery.shown import Shown


def figure_block(shown: Shown, second_axis: bool = False, svg: bytes = b"", png: bytes = b"") -> FigureBlock:
    """The figure with its native charts, its table twin, its notes and the address of its view.

    svg, png: the figure drawn, for what has no native form.
    """
    frame, columns = shown.table()
    about = shown.about()
    return FigureBlock(
        key=shown.exhibit.name,
        title=shown.title(),
        headline=shown.caption.headline,
        plots=shown.plots(second_axis),
        about=about,
        alt=shown.alt(),
        frame=frame,
        columns=tuple(columns),
        points=(shown.caption.subline,),
        notes=shown.caption.notes,
        svg=svg,
        png=png,
        link=link(shown.exhibit.name, shown.filters, shown.language),
    )
