"""What a reader has collected in a basket, as a document: figures and tables in the reader's order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scicity import releases
from scicity.basket import Item
from scicity.briefing.exhibits import picture
from scicity.exports.about import About
from scicity.exports.document import Block, Document, FigureBlock, Masthead, TableBlock
from scicity.filters import Filters
from scicity.gallery import Shown, show
from scicity.gallery.blocks import figure_block
from scicity.narrative import told
from scicity.wording import Language, say


@dataclass(frozen=True)
class Found:
    """One thing of the basket. shown: None where its release or its figure is not there any more.

    is_current: whether it speaks of the release that readers see now.
    """

    item: Item
    shown: Shown | None
    is_current: bool

    @property
    def title(self) -> str:
        return self.item.caption or (self.shown.title() if self.shown else self.item.figure)


def found(items: Iterable[Item], language: Language = "zh") -> list[Found]:
    """Each item with what the release holds for it, in the same order."""
    current = releases.current()
    return [Found(one, _shown(one, language), one.filters.release == current) for one in items]


def renewed(item: Item) -> Item:
    """The same view on the current release."""
    return replace(item, filters=replace(item.filters, release=releases.current()))


def collected(items: Iterable[Item], language: Language = "zh", drawn: bool = False, link: str = "") -> Document:
    """The document of a basket: kind 'basket'; what is not there any more is left out.

    drawn: with the SVG of each figure, which needs the server's browser. ValueError when nothing is left.
    """
    kept = [(one, one.shown) for one in found(items, language) if one.shown is not None]
    if not kept:
        raise ValueError(say("basket_nothing", language))
    blocks: list[Block] = []
    for place, (one, shown) in enumerate(kept, 1):
        key = f"item{place}/{one.item.figure}"
        blocks.append(_figure(key, one, shown, drawn) if one.item.kind == "figure" else _table(key, one, shown))
    about = _about([shown for _, shown in kept], language)
    return Document("basket", about.title, _masthead(about, language), tuple(blocks), about, link=link)


def _shown(item: Item, language: Language) -> Shown | None:
    try:
        shown = show(item.figure, item.filters, language)
    except LookupError:
        return None
    return None if shown.frame.empty else shown


def _figure(key: str, one: Found, shown: Shown, drawn: bool) -> FigureBlock:
    block = figure_block(shown, svg=picture(shown) if drawn else b"")
    title = one.item.caption or _dated(shown)
    # the figure's unit is that of its axes: a figure of growth alone has no 亿元
    units = dict.fromkeys(unit for plot in block.plots for unit in plot.units if unit)
    about = replace(block.about, unit=say("list_comma", shown.language).join(units)) if units else block.about
    return replace(block, key=key, title=title, about=about, comment=one.item.comment)


def _table(key: str, one: Found, shown: Shown) -> TableBlock:
    block = figure_block(shown)
    title = one.item.caption or _dated(shown)
    about = replace(block.about, unit="")  # each column's heading has its own
    return TableBlock(key, title, block.frame, block.columns, about, block.notes[:1], False, block.link,
                      one.item.comment)  # fmt: skip


def _dated(shown: Shown) -> str:
    return say("briefing_figure", shown.language, period=shown.about().period, title=shown.title())


def _about(all_shown: Sequence[Shown], language: Language) -> About:
    """The whole's account: the weakest provenance, the latest day, and every period, scope and release in it."""
    accounts = [shown.about() for shown in all_shown]
    comma = say("list_comma", language)
    weakest = next((one for one in ("demo", "press") if one in {about.provenance for about in accounts}), "official")

    def every(name: str) -> str:
        return comma.join(dict.fromkeys(text for about in accounts if (text := getattr(about, name))))

    return About(
        title=say("basket_title", language), unit="", period=every("period"), scope=every("scope"), filters="",
        definition="", source=every("source"), as_of=max(about.as_of for about in accounts), release=every("release"),
        provenance=weakest, language=language,
    )  # fmt: skip


def _masthead(about: About, language: Language) -> Masthead:
    texts = {one: say(f"briefing_masthead_{one}", language) for one in ("issue", "office", "draft")}
    return Masthead(name=say("basket_masthead", language), day=told.day(about.as_of, language), **texts)


def all_subfields(filters: Filters, subfields: Sequence[str]) -> list[Filters]:
    """The same view for each sub-field in turn."""
    return [replace(filters, industries=(), subfields=(code,)) for code in subfields]
