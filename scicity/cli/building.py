"""Verbs that build what the rest works on: setup, form."""

from pathlib import Path
from typing import Annotated

import typer

from scicity import demo, ingest, places, records, releases
from scicity.cli import app
from scicity.cli.printing import step, tell

FINAL_BEFORE = "2020"  # the years of the demonstration model that are finally verified

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


@app.command()
def setup() -> None:
    """Builds everything from data/: published figures, demonstration reports, a history of releases."""
    done = {(one.published_on, one.note) for one in (*releases.pruned(), *releases.on_shelf())}
    step("writing the demonstration reports")
    for planned in demo.write_reports(places.incoming()):
        if (planned.published_on, planned.note) in done:
            continue
        for report in planned.reports:
            _accept_demo(report)
        about = releases.publish(planned.note, author="setup", published_on=planned.published_on)
        step(f"published {about.id}")
    tell(f"Current release: {releases.current()} ({len(releases.released())} in all), in {places.releases()}")


def _accept_demo(report: demo.PlannedReport) -> None:
    step(f"importing {report.path.name}")
    checked = ingest.check_file(report.path, report.form)
    if not checked.accepted:
        raise ValueError(f"{report.path.name}: {'; '.join(one.text('en') for one in checked.findings[:3])}")
    final = "month" in checked.rows and checked.rows["month"].max() < FINAL_BEFORE
    status = "final" if final else "preliminary"
    records.accept(checked.rows, report.path, report.form, provenance="demo", status=status, author="setup")


@app.command()
def form(
    name: Annotated[str, typer.Argument(help="Name of the form.")],
    out: Annotated[Path | None, typer.Option("--out", help="Where to write the blank workbook.")] = None,
    doc: Annotated[bool, typer.Option("--doc", help="Write the form's documentation to docs/forms/.")] = False,
) -> None:
    """Writes the blank report form, or its documentation."""
    if not (out or doc):
        raise typer.BadParameter("say where to write the blank workbook: --out FILE.xlsx", param_hint="--out")
    if out:
        ingest.blank_form(name, out)
        tell(f"Wrote {out}")
    for page in ingest.write_pages(name) if doc else ():
        tell(f"Wrote {page.relative_to(places.PROJECT)}")
