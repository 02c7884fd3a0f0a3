"""`python -m scicity VERB`: the same doors as the pages, for a shell."""

from scicity.cli import main

main()
