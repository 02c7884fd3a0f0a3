"""All named figures, subject by subject."""

from scicity.gallery import industry
from scicity.gallery.recipe import Exhibit

EXHIBITS: dict[str, Exhibit] = {one.name: one for one in (*industry.EXHIBITS,)}
