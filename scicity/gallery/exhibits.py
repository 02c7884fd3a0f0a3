"""All named figures, subject by subject."""

from scicity.gallery import chain, finance, industry, innovation, projects, public, targets, upgrading
from scicity.gallery.recipe import Exhibit

EXHIBITS: dict[str, Exhibit] = {
    one.name: one
    for one in (
        *industry.EXHIBITS,
        *finance.EXHIBITS,
        *public.EXHIBITS,
        *chain.EXHIBITS,
        *upgrading.EXHIBITS,
        *targets.EXHIBITS,
        *innovation.EXHIBITS,
        *projects.EXHIBITS,
    )
}
