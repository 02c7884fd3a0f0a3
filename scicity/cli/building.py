"""Verbs that take reports in and put releases out: setup, form, check, import, publish."""

from pathlib import Path
from typing import Annotated

import typer

from scicity import demo, ingest, places, records, releases
from scicity.cli import app
from scicity.cli.printing import complain, dump, show, step, tell

FORM = "enterprise_output"
FINAL_BEFORE = "2020"  # the years of the demonstration model that are finally verified

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Form = Annotated[str, typer.Option("--form", help="The report form the file follows.")]


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
    out: Annotated[Path, typer.Option("--out", help="Where to write the blank workbook.")],
) -> None:
    """Writes the blank report form."""
    ingest.blank_form(name, out)
    tell(f"Wrote {out}")


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A report file, xlsx or csv.")],
    form: Form = FORM,
    rows: Annotated[Path | None, typer.Option("--rows", help="Write the rows as understood (csv).")] = None,
    as_json: AsJson = False,
) -> None:
    """Reads and validates a report file, prints findings, changes nothing."""
    checked = ingest.check_file(file, form)
    _print_findings(checked, as_json)
    if rows and checked.accepted:
        checked.rows.to_csv(rows, index=False)
    if not checked.accepted:
        raise typer.Exit(1)


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Report files, xlsx or csv.")],
    form: Form = FORM,
    note: Annotated[str, typer.Option("--note", help="Kept with the submission and the release.")] = "",
    final: Annotated[bool, typer.Option("--final", help="The figures are finally verified.")] = False,
    publish: Annotated[bool, typer.Option("--publish", help="Publish a release at once.")] = False,
    as_json: AsJson = False,
) -> None:
    """Checks the files and accepts them as submissions: all of them, or none."""
    checked = [ingest.check_file(file, form) for file in files]
    for one in checked:
        if not as_json or not one.accepted:
            _print_findings(one, as_json)
    if not all(one.accepted for one in checked):
        complain("Nothing was imported: correct the findings above and import again.")
        raise typer.Exit(1)
    status = "final" if final else "preliminary"
    kept = [records.accept(one.rows, file, form, provenance="official", status=status, note=note)
            for one, file in zip(checked, files, strict=True)]  # fmt: skip
    about = releases.publish(note or "import") if publish else None
    if as_json:
        listed = [{"number": one.number, "file": one.file, "rows": one.rows, "new": new} for one, new in kept]
        dump({"submissions": listed, "release": about.id if about else None})
        return
    for submission, new in kept:
        told = "" if new else " (accepted before; nothing changed)"
        tell(f"Submission {submission.number}: {submission.file}, {submission.rows} rows{told}")
    if about:
        tell(f"Published {about.id}")


@app.command()
def publish(note: Annotated[str, typer.Option("--note")] = "", as_json: AsJson = False) -> None:
    """Builds a release from everything accepted and makes it the current one."""
    about = releases.publish(note)
    dump({"release": about.id, "changes": about.changes}) if as_json else tell(f"Published {about.id}: {about.changes}")


def _print_findings(checked: ingest.Checked, as_json: bool) -> None:
    if as_json:
        dump({"file": checked.file, "accepted": checked.accepted, "rows": len(checked.rows),
              "findings": [one.__dict__ for one in checked.findings]})  # fmt: skip
        return
    show(
        ["severity", "sheet", "row", "column", "finding"],
        [(one.severity, one.sheet, one.row, one.column, one.text("en")) for one in checked.findings],
    )
    tell(f"{checked.file}: {len(checked.rows)} rows {'accepted' if checked.accepted else 'read, refused'}")
