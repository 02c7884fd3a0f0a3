"""How a figure is to be drawn: language, light or dark, and the layout it is drawn for."""

from dataclasses import dataclass
from typing import Literal

from scicity.wording import Language

Mode = Literal["light", "dark"]
# half, screen, wide (how much of a page's width) and phone hold only the plot, the page prints title and notes;
# the others are whole figures for files
Layout = Literal["half", "screen", "wide", "phone", "ppt", "ppt_body", "a4", "a4_half", "wechat", "wall"]


@dataclass(frozen=True)
class Look:
    """One figure, many outputs: the same frame is laid out anew for each look, never scaled."""

    language: Language = "zh"
    mode: Mode = "light"
    layout: Layout = "screen"
    unit: Literal["100m_yuan", "10k_yuan"] = "100m_yuan"

    @property
    def narrow(self) -> bool:
        return self.layout in ("phone", "wechat", "a4_half")

    @property
    def compact(self) -> bool:
        """Room for short words only: a narrow layout, or half of a page."""
        return self.narrow or self.layout == "half"

    @property
    def bare(self) -> bool:
        """Without headline: the slide it is put on has it as its title."""
        return self.layout == "ppt_body"

    @property
    def on_page(self) -> bool:
        return self.layout in ("half", "screen", "wide", "phone")


@dataclass(frozen=True)
class Caption:
    """The words around a figure; on a page they are page text, in a file they are drawn into the figure.

    headline: the finding, one sentence with a number. subline: indicator, unit, scope, period.
    notes: up to three footer lines (definition, source, as-of). provenance: 'official', 'press' or 'demo';
    'demo' forces the chip, the watermark and the file suffix.
    """

    headline: str
    subline: str
    notes: tuple[str, ...]
    provenance: str
