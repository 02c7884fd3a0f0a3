"""Disclosure control: aggregates with their concentration go in, cells anybody may read come out.

Promised: no shown cell, and no sum or difference of shown cells within the classifications' sums, tells a single
contributor's figure to an outsider or to another contributor. An item is shown in all periods of a release or in
none. Nothing about single contributors (number, largest values) goes out. The settings are secret to readers.
"""

from scicity.disclosure.audit import Leak, audit
from scicity.disclosure.cells import protected, suppressed_items
from scicity.disclosure.rule import Settings, settings

__all__ = ["Leak", "Settings", "audit", "protected", "settings", "suppressed_items"]
