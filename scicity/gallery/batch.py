"""Many pictures at once: several figures, or one figure for each sub-field in turn, as a bundle with its list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from scicity.charts.look import Look
from scicity.exports.about import file_name
from scicity.exports.bundle import Picture
from scicity.gallery.links import link
from scicity.gallery.saving import contents
from scicity.gallery.shown import Shown, show
from scicity.measures import taxonomy
from scicity.wording import say

# the figures that can be about one sub-field alone
BY_SUBFIELD = ("trend", "growth", "same_month", "chain", "chain_joined", "project_signings")


def follows_subfields(shown: Shown) -> bool:
    """Whether the figure, as it is shown, can be had for each sub-field."""
    return shown.exhibit.name in BY_SUBFIELD and shown.filters.classification == "leading"


def each_subfield(shown: Shown) -> list[Shown]:
    """The same view of each sub-field of the total on show, in the order of the taxonomy; one without rows is left
    out, since there is nothing to draw."""
    filters = shown.filters
    one_by_one = [replace(filters, industries=(), subfields=(code,)) for code in filters.all_subfields]
    every = [show(shown.exhibit.name, one, shown.language) for one in one_by_one]
    return [one for one in every if not one.frame.empty]


def pictures(
    figures: Sequence[Shown], look: Look, titles: Iterable[str] = (), done: Callable[[int], object] = lambda count: None
) -> list[Picture]:
    """A PNG of each figure. titles: their captions, '' for a figure's own; done: told the count after each of them.

    Raises NoPictures where there is no browser.
    """
    made = []
    preset = say(f"layout_file_{look.layout}", look.language)
    for place, (shown, title) in enumerate(zip(figures, [*titles] or [""] * len(figures), strict=True), 1):
        about = replace(shown.about(), title=_title(shown))
        made.append(
            Picture(
                data=contents(shown, "png", look),
                name=file_name(about, "png", preset),
                about=about,
                title=title,
                link=link(shown.exhibit.name, shown.filters, shown.language),
            )
        )
        done(place)
    return made


def _title(shown: Shown) -> str:
    """The figure's title, with the one sub-field it is about: fifteen pictures must not be called the same."""
    chosen = shown.filters.subfields
    if len(chosen) != 1:
        return shown.title()
    name = taxonomy.item(chosen[0]).name(shown.language)
    return say("bundle_subfield", shown.language, title=shown.title(), name=name)
