"""重点项目: the ten big projects, the sixty-five, and the carriers, as print names them."""

from scicity.screen.blocks import show_headline
from scicity.screen.boards import headline, show_carriers, show_sixty_five, show_ten

show_headline(*headline())

show_ten()
show_sixty_five()
show_carriers()
