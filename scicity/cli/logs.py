"""Where the log of a verb goes: whole, with its traces, to `faults.log` of the data home; one plain line to stderr.

Nothing is written before there is something to log, and a data home that takes no file stops no verb. The number that
a finding names (`unreadable`) stands in both.
"""

import copy
import logging
import sys
from logging.handlers import RotatingFileHandler

from scicity import places

FILE = "faults.log"
LARGEST = 1_000_000  # bytes; one file before it is kept


class _File(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name is logging's
        """A full or read-only disk: the line on stderr is all there is."""


class _Line(logging.Formatter):
    """The message alone."""

    def format(self, record: logging.LogRecord) -> str:
        bare = copy.copy(record)
        bare.exc_info = bare.exc_text = bare.stack_info = None
        return super().format(bare)


def configure(debug: bool = False) -> None:
    """Sets the handlers of the logger `scicity`, once a process. debug: the traces go to stderr as well."""
    log = logging.getLogger("scicity")
    if log.handlers:
        return
    file = _File(places.home() / FILE, maxBytes=LARGEST, backupCount=1, encoding="utf-8", delay=True)
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    terminal = logging.StreamHandler(sys.stderr)
    terminal.setFormatter(logging.Formatter() if debug else _Line())
    for handler in (file, terminal):
        handler.setLevel(logging.WARNING)
        log.addHandler(handler)
    log.propagate = False  # whatever the root logger has would print the trace
