"""All named figures, subject by subject."""

from scicity.gallery import finance, industry, innovation, public
from scicity.gallery.recipe import Exhibit

EXHIBITS: dict[str, Exhibit] = {
    one.name: one
    for one in (
        *industry.EXHIBITS,
        *finance.EXHIBITS,
        *public.EXHIBITS,
        *innovation.EXHIBITS,
    )
}
