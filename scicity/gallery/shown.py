"""One figure with one reader's choices: frame, caption, account, table; drawn for whatever look is asked."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go

from scicity import measures, periods, releases
from scicity.charts.anatomy import alt, finish, whole
from scicity.charts.look import Caption, Look
from scicity.exports.about import About
from scicity.exports.columns import Kind, TableColumn
from scicity.exports.plots import Plot
from scicity.filters import Filters
from scicity.gallery.cells import Cells
from scicity.gallery.exhibits import EXHIBITS
from scicity.gallery.links import link
from scicity.gallery.recipe import Exhibit
from scicity.measures import Indicator, taxonomy
from scicity.warehouse import fetch
from scicity.wording import Language, say

YUAN = "_100m_yuan"  # how the columns end that hold 亿元
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
        # just drawn and nobody else's, so it need not be copied
        return finish(self.exhibit.draw(self.frame, look), self.caption, look)

    def whole(self, look: Look, headline: bool = True) -> go.Figure:
        """headline: False for a document, whose caption below the picture says what it shows."""
        return whole(self.exhibit.draw(self.frame, look), self.caption, look, headline)

    def alt(self) -> str:
        return alt(self.caption, self.exhibit.name, self.language)

    def title(self) -> str:
        return say(f"exhibit_{self.exhibit.name}", self.language)

    def about(self) -> About:
        about = releases.manifest(self.filters.release)
        return About(
            **{**self._measured(), **self.exhibit.about(self.frame, self.filters, self.language)},
            title=self.title(),
            as_of=about.published_on,
            release=about.id,
            provenance=self.caption.provenance,
            language=self.language,
            link=link(self.exhibit.name, self.filters, self.language),
        ).seen_in(self.frame)

    def table(self) -> tuple[pd.DataFrame, list[TableColumn]]:
        """The figure's numbers as a table in the reader's unit and words, and its columns."""
        frame = self.exhibit.words(self.frame, self.language)
        small = self.filters.unit == "10k_yuan"
        if small:
            frame = frame.assign(**{name: frame[name] * TEN_THOUSANDS for name in frame if name.endswith(YUAN)})
        unit = say(f"unit_{self.filters.unit}", self.language)
        return frame, [
            TableColumn(name, say(f"column_{name}", self.language, unit=unit), _kind(kind, small))
            for name, kind in self.exhibit.columns
        ]

    def plots(self, second_axis: bool = False) -> tuple[Plot, ...]:
        """The figure as native charts; second_axis: growth in the same chart as scale, where it has both."""
        frame, columns = self.table()
        return self.exhibit.plots(Cells(frame, tuple(columns), self.language, second_axis))

    def _measured(self) -> dict[str, str]:
        """What a figure says of itself by its choices and its indicator; a recipe may say otherwise."""
        language, indicator = self.language, measures.indicators()[self.exhibit.indicator]
        return {
            "unit": say(f"unit_{self.filters.unit}", language),
            "period": periods.label(self.filters.month, self.filters.span, language),
            "scope": say("scope_KXC", language),
            "filters": self._filters_text(),
            "definition": indicator.text("definition", language),
            "source": self._source(indicator),
        }

    def _source(self, indicator: Indicator) -> str:
        """A cited figure's sources differ row by row and stand in its table."""
        keys = {"demo": "source_demo", "press": "chip_press"}
        key = keys.get(self.caption.provenance)
        return say(key, self.language) if key else indicator.text("source", self.language)

    def _filters_text(self) -> str:
        if not self.exhibit.query.startswith("industry/"):
            return ""
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
    frame = exhibit.completed(fetch(folder, exhibit.query, **exhibit.params(filters)), filters)
    told = exhibit.tell(frame, filters, language)
    subline = _in_unit(told.subline, filters, language)
    caption = Caption(told.headline, subline, told.notes, _provenance(frame))
    return Shown(exhibit, filters, language, frame, caption)


def _provenance(frame: pd.DataFrame) -> str:
    """The weakest of the rows': a figure with one demonstration value is a demonstration."""
    found = set(frame["provenance"].dropna())
    return next((one for one in ("demo", "press") if one in found), "official")


def _in_unit(subline: str, filters: Filters, language: Language) -> str:
    """Sub-lines are told in 亿元; a figure drawn in 万元 must say so."""
    return subline.replace(say("caption_unit_100m_yuan", language), say(f"caption_unit_{filters.unit}", language))


def _kind(kind: str, small_unit: bool) -> Kind:
    """万元 are printed without decimals, 亿元 with one, or with the two that were published."""
    if kind in ("amount", "fine", "amount_change"):
        return "count" if small_unit else ("change" if kind == "amount_change" else kind)  # type: ignore[return-value]
    return kind  # type: ignore[return-value]
