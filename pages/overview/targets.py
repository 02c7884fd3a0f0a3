"""目标进度: how far each target of the year is, against time and against last year."""

from scicity.screen.blocks import show_headline
from scicity.screen.choices import chosen
from scicity.screen.figures import show_figure
from scicity.screen.targets import headline, show_each

filters = chosen()
show_headline(*headline(filters))

show_figure("target_progress", filters)
show_each(filters)
