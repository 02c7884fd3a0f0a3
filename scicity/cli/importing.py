"""Verbs by which reports come in and releases go out: check, import, publish."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from scicity import intake, releases
from scicity.cli import app, bulletins
from scicity.cli.building import AsJson
from scicity.cli.printing import complain, dump, show, step, tell
from scicity.intake import Report

Form = Annotated[str, typer.Option("--form", help="The report form; without it the file's headers tell.")]
Author = Annotated[str, typer.Option("--author", help="Who answers for it.")]
Reason = Annotated[
    list[str] | None,
    typer.Option("--reason", help="Why the warnings pass: TEXT for all of them, KEY=TEXT for one; may be repeated."),
]


SUPERSEDED = (
    "  It does not count as it stands: {rows} of its rows are replaced by the later submission {later_en} "
    "({files_en}).\n"
    "  To bring it back, withdraw {later_en}: python -m scicity withdraw NUMBER --reason TEXT, then publish."
)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A report file, xlsx, xls or csv.")],
    form: Form = "",
    rows: Annotated[Path | None, typer.Option("--rows", help="Write the rows as understood (csv).")] = None,
    marked: Annotated[
        Path | None, typer.Option("--marked", help="Write the workbook with its findings marked.")
    ] = None,
    as_json: AsJson = False,
    period: bulletins.Period = "",
    unit: bulletins.Unit = "",
    indicator: bulletins.Indicator = "",
) -> None:
    """Reads and validates a report file or a bulletin's tables, prints findings, changes nothing."""
    answers = (period, unit, indicator)
    if bulletins.takes(file, form, answers):
        bulletins.check(file, answers, rows, marked, as_json)
        return
    report = intake.checked([file], form)[0]
    _print_findings(report, as_json)
    if rows and report.checked.accepted:
        _printed(report.checked.rows).to_csv(rows, index=False)
    if marked and file.is_file():
        marked.write_bytes(intake.marked(report, "zh"))
    if not report.checked.accepted:
        raise typer.Exit(1)


def _printed(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with exact amounts as a person writes them: 1234.5, not 1234.500000."""
    exact = [name for name in rows if "decimal" in str(rows[name].dtype)]
    plain = {name: [None if pd.isna(one) else f"{one.normalize():f}" for one in rows[name]] for name in exact}
    return rows.assign(**plain)


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(help="Report files, xlsx, xls or csv.")],
    form: Form = "",
    note: Annotated[str, typer.Option("--note", help="Kept with the submission and the release.")] = "",
    reason: Reason = None,
    author: Author = "",
    final: Annotated[bool, typer.Option("--final", help="The figures are finally verified.")] = False,
    publish: Annotated[bool, typer.Option("--publish", help="Publish a release at once.")] = False,
    as_json: AsJson = False,
) -> None:
    """Checks the files and accepts them as submissions: all of them, or none. A warning needs a reason."""
    step(f"checking {len(files)} files")
    reports = intake.checked(files, form)
    for one in reports:
        if not as_json or not one.checked.accepted:
            _print_findings(one, as_json)
    repeated = {one.before.number: one for one in intake.repeats(reports)}
    try:
        kept = intake.accept(reports, author=author, note=note, reasons=_reasons(reports, reason or []), final=final)
    except intake.Held as why:
        complain(f"Nothing was imported.\n{why}")
        raise typer.Exit(1) from None
    about = None
    if publish:
        step("building the release")
        about = intake.publish(note or "import", author=author)
    if as_json:
        listed = [{"number": one.number, "file": one.file, "rows": one.rows, "new": new,
                   "replaced_by": _replaced_by(repeated.get(one.number))} for one, new in kept]  # fmt: skip
        dump({"submissions": listed, "release": about.id if about else None})
        return
    for submission, new in kept:
        told = "" if new else " (accepted before; nothing changed)"
        tell(f"Submission {submission.number}: {submission.file}, {submission.rows} rows{told}")
        again = None if new else repeated.get(submission.number)
        if again and again.later:
            tell(SUPERSEDED.format(**again.told()))
    if about:
        tell(f"Published {about.id}")


@app.command()
def publish(
    note: Annotated[str, typer.Option("--note", help="What readers are told about the release.")] = "",
    author: Author = "",
    visible_from: Annotated[str, typer.Option("--visible-from", help="Hidden until then: 2020-10-15T09:00.")] = "",
    as_json: AsJson = False,
) -> None:
    """Builds a release from everything accepted and makes it the current one."""
    about = intake.publish(note, author=author, visible_from=visible_from)
    if as_json:
        dump({"release": about.id, "changes": about.changes, "current": releases.current()})
        return
    tell(f"Published {about.id}: {about.changes}")
    if releases.waits(about):
        tell(f"It waits: {'for a second person (signoff)' if about.second_person else 'until ' + about.visible_from}")


def _replaced_by(again: intake.Repeat | None) -> list[int]:
    return [one.number for one in again.later] if again else []


def _reasons(reports: list[Report], given: list[str]) -> dict[str, str]:
    """KEY=TEXT answers the warning of that key; any other text answers all of them."""
    keys = {warning.key for report in reports for warning in report.warnings}
    reasons = {}
    for text in given:
        key, _, reason = text.partition("=")
        reasons[key if key in keys else intake.ANY] = reason if key in keys else text
    return reasons


def _print_findings(report: Report, as_json: bool) -> None:
    checked = report.checked
    if as_json:
        dump({"file": checked.file, "form": report.form, "accepted": checked.accepted, "rows": len(checked.rows),
              "findings": [one.as_dict("en") for one in checked.findings]})  # fmt: skip
        return
    if checked.findings:
        show(
            ["severity", "key", "sheet", "row", "column", "finding"],
            [(one.severity, one.key, one.sheet, one.row, one.column, one.text("en")) for one in checked.findings],
        )
    tell(f"{checked.file} ({report.form}): {len(checked.rows)} rows {'accepted' if checked.accepted else 'refused'}")
