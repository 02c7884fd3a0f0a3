"""The command line. Exit 0 done, 1 refused with a reason, 2 wrong usage; no traceback reaches a user.

Each verb prints for people, or JSON with --json; progress only on a terminal.
"""

import os
import sys

import typer

from scicity.cli.printing import complain

app = typer.Typer(
    name="scicity",
    help="Statistics dashboard of the Western (Chongqing) Science City.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

# refusals whose text is written for the reader; anything else is a fault of ours
REFUSALS = (ValueError, LookupError, OSError)


def main() -> None:
    """Runs one verb. SCICITY_DEBUG=1 shows the traceback of a refusal or a fault; else it is in the log."""
    from scicity.cli import (  # noqa: F401  # each but logs adds its verbs to `app`
        asking,
        briefing,
        building,
        importing,
        keeping,
        logs,
        news,
        serving,
    )

    debug = bool(os.environ.get("SCICITY_DEBUG"))
    logs.configure(debug)
    try:
        app()
    except Exception as fault:
        if debug:
            raise
        complain(_told(fault))
        sys.exit(1)


def _told(fault: Exception) -> str:
    if not isinstance(fault, REFUSALS):
        return f"A fault of ours ({type(fault).__name__}). Run again with SCICITY_DEBUG=1 and send what it prints."
    return str(fault.args[0]) if isinstance(fault, KeyError) and fault.args else str(fault)
