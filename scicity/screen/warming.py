"""Reads what the first visitor will ask, before the first visitor comes."""

import logging

from scicity import releases
from scicity.warehouse import fetch

log = logging.getLogger("scicity")


def warm() -> None:
    """Opens the current release and answers its cheapest question; without a release there is nothing to warm."""
    current = releases.current()
    if current:
        months = fetch(releases.manifest(current).folder, "industry/periods")
        log.info("release %s is open: %d months", current, len(months))
