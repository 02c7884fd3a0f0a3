"""Figures: pure functions from a tidy frame to a plotly figure, laid out anew for every look.

A figure function draws the plot only. It is finished by `anatomy.whole` (a file) or `anatomy.on_page` (a page): no
third way exists, because these two put the demonstration mark on, which nobody may leave out.
"""

from scicity.charts.classes import classes
from scicity.charts.contribution import contribution
from scicity.charts.growth import growth
from scicity.charts.monthly_scale import monthly_scale
from scicity.charts.ranking import ranking
from scicity.charts.same_month import same_month
from scicity.charts.share import share
from scicity.charts.small_multiples import small_multiples
from scicity.charts.trend import trend

__all__ = [
    "classes",
    "contribution",
    "growth",
    "monthly_scale",
    "ranking",
    "same_month",
    "share",
    "small_multiples",
    "trend",
]
