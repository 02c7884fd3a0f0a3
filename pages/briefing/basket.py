"""简报篮: figures and tables collected on the pages, put in order, and taken as one file."""

from scicity.screen import basket, collected
from scicity.screen.blocks import show_headline

show_headline(*collected.headline())
collected.show_files(collected.show_items())
basket.remember()
