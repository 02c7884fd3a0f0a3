"""Named figures: a query, a chart, its words and its table, put together once for page, file and shell.

Whatever shows a figure asks here, so that the same choices give the same numbers, sentence and marks everywhere.
"""

from scicity.gallery.exhibits import EXHIBITS
from scicity.gallery.links import link
from scicity.gallery.recipe import Exhibit
from scicity.gallery.saving import REFUSALS, file_look, save
from scicity.gallery.shown import Shown, show

__all__ = ["EXHIBITS", "REFUSALS", "Exhibit", "Shown", "file_look", "link", "save", "show"]
