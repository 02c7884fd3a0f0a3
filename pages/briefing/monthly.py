"""简报: the month as a text that is checked, as files for people to finish, and last month's document taken over."""

from scicity.screen import briefings

briefings.show()
