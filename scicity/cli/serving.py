"""Verbs about this installation: doctor, serve."""

from typing import Annotated

import typer

from scicity import doctor
from scicity.cli import app
from scicity.cli.building import AsJson
from scicity.cli.printing import dump, show, tell


@app.command("doctor")
def doctor_(as_json: AsJson = False) -> None:
    """What works here, what is missing, how to get it. Exit 1 when something needed is missing."""
    found = doctor.findings()
    if as_json:
        dump([one.__dict__ for one in found])
    else:
        show(
            ["", "check", "found", "advice"],
            [("ok" if one.ok else "--", one.name, one.found, one.advice) for one in found],
        )
    if not all(one.ok for one in found):
        raise typer.Exit(1)


@app.command()
def serve(
    port: Annotated[int, typer.Option("--port", help="Where to listen.")] = 8501,
    address: Annotated[str, typer.Option("--address", help="0.0.0.0 to serve other machines.")] = "127.0.0.1",
) -> None:
    """Serves the dashboard, with caches warmed before the first visitor."""
    # imported here: only this verb needs the web server, and no other verb should wait for it
    from scicity.screen.server import run

    tell(f"http://{address}:{port}")
    run(address, port)
