"""Verbs about what is kept: releases, diff, rollback, signoff, submissions, withdraw, audit."""

import re
from typing import Annotated, Any

import typer

from scicity import audit, records, releases
from scicity.cli import app
from scicity.cli.building import AsJson
from scicity.cli.printing import complain, dump, show, tell

By = Annotated[str, typer.Option("--by", help="Who does it; kept in the audit log.")]


@app.command("releases")
def list_releases(as_json: AsJson = False) -> None:
    """Lists the releases: the current one, those that wait or are damaged, those removed by the retention setting."""
    now = releases.standing()
    listed = [{**one.__dict__, "current": one.id == now.release, "state": _state(one, now.release)}
              for one in releases.on_shelf()]  # fmt: skip
    listed = [{**one.__dict__, "current": False, "state": "removed"} for one in releases.pruned()] + listed
    if as_json:
        dump(listed)
        return
    show(
        ["", "release", "published", "author", "to month", "new", "revised", "state", "note"],
        [
            ("→" if one["current"] else "", one["id"], one["published_on"], one["author"], one["months"][1],
             one["changes"].get("new", 0), one["changes"].get("revised", 0), one["state"], one["note"])
            for one in listed
        ],
    )  # fmt: skip
    for release in releases.unreadable():
        tell(f"{release}: its manifest is missing or damaged.")
    if now.notice_kind:
        complain(f"Not what should be shown: {now.wanted or 'the pointer'} is damaged ({', '.join(now.damaged)}).")


def _state(one: releases.Manifest, current: str) -> str:
    wrong = releases.damage(one)
    if wrong:
        return f"damaged: {', '.join(wrong)}"
    if one.id == current:
        return "current"
    if one.second_person and not releases.signed_by(one.id):
        return "waits for a second person"
    return f"waits until {one.visible_from}" if releases.waits(one) else ""


@app.command()
def rollback(release: Annotated[str, typer.Argument(help="The release to show again.")], by: By = "") -> None:
    """Makes an earlier release the current one; nothing is deleted."""
    about = releases.roll_back(release, author=by)
    tell(f"Current release: {about.id} (data to {about.months[1]})")


@app.command()
def signoff(
    release: Annotated[str, typer.Argument(help="The release that waits for a second person.")],
    by: Annotated[str, typer.Option("--by", help="The second person: not the release's author.")],
) -> None:
    """Signs a release off as the second person, so that readers see it."""
    about = releases.sign_off(release, by)
    tell(f"Signed off. Current release: {releases.current()}")
    if releases.waits(about):
        tell(f"{about.id} becomes visible at {about.visible_from}")


@app.command()
def diff(
    earlier: str,
    later: str,
    threshold: Annotated[
        str, typer.Option("--threshold", help="Leave out what moved by no more: 0.5% of the old value, or 0.5.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Lists the cells that differ between two releases."""
    parsed = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", threshold.strip() or "0")
    if not parsed:
        raise typer.BadParameter(f"'{threshold}' is no threshold: write 0.5% or 0.5.")
    least = float(parsed[1])
    least_pct, least = (least, 0.0) if parsed[2] else (0.0, least)
    before, after = releases.manifest(earlier).folder, releases.manifest(later).folder
    frame = releases.difference(before, after, least_pct=least_pct, least=least)
    if as_json:
        dump(frame.astype(object).where(frame.notna(), None).to_dict("records"))
    else:
        show(frame.columns, frame.itertuples(index=False))


@app.command("submissions")
def list_submissions(
    form: Annotated[str, typer.Option("--form", help="Of this report form only.")] = "", as_json: AsJson = False
) -> None:
    """Lists the accepted files, withdrawn ones among them."""
    gone = {one.number: one.reason for one in records.withdrawals()}
    chosen = [one for one in records.submissions() if form in ("", one.form)]
    if as_json:
        dump([_listed(one, gone) for one in chosen])
        return
    show(
        ["number", "received", "form", "file", "rows", "warnings", "status", "author", "note"],
        [
            (one.number, one.received_at[:16], one.form, one.file, one.rows, one.warnings or "",
             f"withdrawn: {gone[one.number]}" if one.number in gone else f"{one.provenance}, {one.status}",
             one.author, one.note)
            for one in chosen
        ],
    )  # fmt: skip


def _listed(one: records.Submission, gone: dict[int, str]) -> dict[str, Any]:
    about = {name: value for name, value in one.__dict__.items() if name != "place"}
    return {**about, "withdrawn": one.number in gone, "withdrawn_because": gone.get(one.number, "")}


@app.command()
def withdraw(
    number: Annotated[int, typer.Argument(help="The submission, see `submissions`.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; kept with it.")],
    by: By = "",
) -> None:
    """Takes a submission out of later releases; nothing is deleted."""
    records.withdraw(number, reason, by)
    tell(f"Submission {number} is withdrawn: it does not count in the next release.")


@app.command("audit")
def audit_(
    last: Annotated[int, typer.Option("--last", min=0, help="How many acts, counted from the newest; 0 for all.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Lists who did what, when, and says whether the log is whole. Exit 1 when a line was changed or removed."""
    verdict = audit.verify()
    chosen = audit.entries()[-last:] if last else audit.entries()
    if as_json:
        dump({**verdict.__dict__, "whole": verdict.whole, "entries": [one.__dict__ for one in chosen]})
    else:
        show(
            ["", "time", "who", "act", "about"], [(one.number, one.at, one.who, one.act, _facts(one)) for one in chosen]
        )
        tell(_told(verdict))
    if not verdict.whole:
        raise typer.Exit(1)


def _facts(one: audit.Entry) -> str:
    files = one.facts.get("files")
    if isinstance(files, list):
        return ", ".join(f"{file['submission']}: {file['file']} ({file['rows']} rows)" for file in files)
    return ", ".join(f"{name} {value}" for name, value in one.facts.items() if value not in ("", [], None))


def _told(verdict: audit.Verdict) -> str:
    torn = f" Cut short by a crash: line {', '.join(map(str, verdict.torn))}." if verdict.torn else ""
    if verdict.whole:
        return f"{verdict.lines} lines, each follows the one before.{torn}"
    broken = ", ".join(map(str, verdict.broken))
    return f"{verdict.lines} lines; before line {broken} something was changed, removed or put in.{torn}"
