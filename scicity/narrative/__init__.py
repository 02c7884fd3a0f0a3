"""Cells become sentences, in Chinese and in English, by rules alone.

No causes, no words of judgement, no forecasts; a missing input drops its clause. Every rate is rounded half up to one
decimal first, then compared and worded, so that a reader can redo each sum from the printed numbers.

Here stand the captions of the figures, each by its figure's name, the first page's headline, the cards and the
sentences on changes; the phrases they are made of stand in `phrases` and `groups`.
"""

from scicity.narrative.cards import Card, level_card, published_card, share_card, stock_card
from scicity.narrative.changes import since_last
from scicity.narrative.comparisons import classes, contribution, ranking, share
from scicity.narrative.figures import growth, monthly_scale, same_month, small_multiples, trend
from scicity.narrative.groups import by_growth
from scicity.narrative.headline import home
from scicity.narrative.targets import growth_gap, pace, progress, progress_line, state_words
from scicity.narrative.told import Told
from scicity.narrative.upgrading import upgrading_card, upgrading_fields, upgrading_headline, upgrading_months

__all__ = [
    "Card",
    "Told",
    "by_growth",
    "classes",
    "contribution",
    "growth",
    "growth_gap",
    "home",
    "level_card",
    "monthly_scale",
    "pace",
    "progress",
    "progress_line",
    "published_card",
    "ranking",
    "same_month",
    "share",
    "share_card",
    "since_last",
    "small_multiples",
    "state_words",
    "stock_card",
    "upgrading_card",
    "upgrading_fields",
    "upgrading_headline",
    "upgrading_months",
    "trend",
]
