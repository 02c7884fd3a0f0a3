"""One figure with one reader's choices: frame, caption, account, table; drawn for whatever look is asked."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go

from scicity import measures, periods, releases
from scicity.charts.anatomy import alt, on_page, whole
from scicity.charts.look import Caption, Look
from scicity.exports.about import About
from scicity.exports.columns import Kind, TableColumn
from scicity.filters import Filters
from scicity.gallery.exhibits import EXHIBITS
from scicity.gallery.recipe import Exhibit
from scicity.measures import taxonomy
from scicity.warehouse import fetch
from scicity.wording import Language, say

YUAN = ("value_100m_yuan", "base_100m_yuan", "increment_100m_yuan")
TEN_THOUSANDS = 10_000  # how many 万元 an 亿元 has


@dataclass(frozen=True)
class Shown:
    """What a page or a file needs of one figure. frame: the query's rows, untouched."""

    exhibit: Exhibit
    filters: Filters
    language: Language
    frame: pd.DataFrame
    caption: Caption

    def on_page(self, look: Look) -> go.Figure:
        return on_page(self.exhibit.draw(self.frame, look), self.caption, look)

    def whole(self, look: Look) -> go.Figure:
        return whole(self.exhibit.draw(self.frame, look), self.caption, look)

    def alt(self) -> str:
        return alt(self.caption, self.exhibit.name, self.language)

    def title(self) -> str:
        return say(f"exhibit_{self.exhibit.name}", self.language)

    def about(self) -> About:
        indicator = measures.indicators()[self.exhibit.indicator]
        about = releases.manifest(self.filters.release)
        return About(
            title=self.title(),
            unit=say(f"unit_{self.filters.unit}", self.language),
            period=periods.label(self.filters.month, self.filters.span, self.language),
            scope=say("scope_KXC", self.language),
            filters=self._filters_text(),
            definition=indicator.text("definition", self.language),
            source=say(f"source_{self.caption.provenance}", self.language),
            as_of=about.published_on,
            release=about.id,
            provenance=self.caption.provenance,
            language=self.language,
        ).seen_in(self.frame)

    def table(self) -> tuple[pd.DataFrame, list[TableColumn]]:
        """The figure's numbers as a table in the reader's unit and words, and its columns."""
        frame = self.exhibit.words(self.frame, self.language)
        small = self.filters.unit == "10k_yuan"
        if small:
            frame = frame.assign(**{name: frame[name] * TEN_THOUSANDS for name in YUAN if name in frame})
        unit = say(f"unit_{self.filters.unit}", self.language)
        return frame, [
            TableColumn(name, say(f"column_{name}", self.language, unit=unit), _kind(kind, small))
            for name, kind in self.exhibit.columns
        ]

    def _filters_text(self) -> str:
        chosen = self.filters.subfields or self.filters.industries or (self.filters.total,)
        names = [taxonomy.item(code).name(self.language) for code in chosen]
        return say("list_comma", self.language).join(names)


def show(name: str, filters: Filters, language: Language = "zh") -> Shown:
    """The named figure for these choices. An unknown name raises LookupError listing the names there are.

    Releases never change and choices are frozen values, so an answer is kept.
    """
    if name not in EXHIBITS:
        raise LookupError(f"There is no figure '{name}'. Known: {', '.join(EXHIBITS)}.")
    return _shown(EXHIBITS[name], EXHIBITS[name].narrowed(filters), language)


@lru_cache(maxsize=512)
def _shown(exhibit: Exhibit, filters: Filters, language: Language) -> Shown:
    folder = releases.manifest(filters.release).folder
    frame = fetch(folder, exhibit.query, **exhibit.params(filters))
    told = exhibit.tell(frame, filters, language)
    demo = (frame["provenance"] == "demo").any() if len(frame) else False
    subline = _in_unit(told.subline, filters, language)
    caption = Caption(told.headline, subline, told.notes, "demo" if demo else "official")
    return Shown(exhibit, filters, language, frame, caption)


def _in_unit(subline: str, filters: Filters, language: Language) -> str:
    """Sub-lines are told in 亿元; a figure drawn in 万元 must say so."""
    return subline.replace(say("caption_unit_100m_yuan", language), say(f"caption_unit_{filters.unit}", language))


def _kind(kind: str, small_unit: bool) -> Kind:
    """万元 are printed without decimals, 亿元 with one."""
    if kind in ("amount", "amount_change"):
        return "count" if small_unit else ("amount" if kind == "amount" else "change")
    return kind  # type: ignore[return-value]
