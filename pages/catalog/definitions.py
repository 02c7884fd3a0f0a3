"""数据与口径: what every indicator means, and every public figure with the words it was published in."""

from scicity.screen.blocks import show_headline
from scicity.screen.catalog import show_comparators, show_figures, show_indicators, show_releases
from scicity.screen.choices import spoken
from scicity.screen.sources import show_claims, show_contradictions, show_versions
from scicity.wording import say

language = spoken()
show_headline(say("page_definitions", language), say("definitions_line", language))

show_indicators()
show_figures()
show_contradictions()
show_claims()
show_versions()
show_comparators()
show_releases()
