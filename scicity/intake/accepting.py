"""Reports become submissions: all of a batch or none, with the reasons for what was overridden."""

from collections.abc import Mapping, Sequence

from scicity import audit, durable, records
from scicity.ingest import Finding
from scicity.intake.reports import Report
from scicity.records import Arrival, Submission

ANY = "*"  # the key under which one reason answers every warning
LISTED = 5


class Held(ValueError):
    """A batch that must not be accepted yet; the text says what to do, file by file."""


def held(report: Report, reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """The warnings of a report that nobody has given a reason for yet."""
    if reasons.get(ANY, "").strip():
        return ()
    return tuple(one for one in report.warnings if not reasons.get(one.key, "").strip())


def accept(reports: Sequence[Report], *, author: str, note: str = "", reasons: Mapping[str, str] | None = None,
           final: bool = False) -> list[tuple[Submission, bool]]:  # fmt: skip
    """Keeps the reports as submissions: all of them, or none. Each comes back with whether it is new.

    reasons: by key of the warning, or one under '*' for all; kept with the submission. final: finally verified
    figures. Raises Held while anything blocks or a warning has no reason; the refusal stands in the audit log.
    """
    given = {key: text.strip() for key, text in (reasons or {}).items() if text.strip()}
    obstacles = [line for report in reports for line in _obstacles(report, given)]
    if obstacles:
        for report in reports:
            digest = report.checked.sha256 or (durable.sha256(report.path) if report.path.is_file() else "")
            audit.record("refuse", who=author, sha256=digest, form=report.form, blocks=len(report.blocks),
                         unanswered=len(held(report, given)))  # fmt: skip
        raise Held("\n".join(obstacles))
    return records.accept_all(arrivals(reports, given, final), author=author, note=note)


def arrivals(reports: Sequence[Report], reasons: Mapping[str, str], final: bool = False) -> list[Arrival]:
    """The reports as the records take them in."""
    return [
        Arrival(
            rows=one.checked.rows,
            file=one.path,
            form=one.form,
            provenance="official",
            status="final" if final else "preliminary",
            warnings=tuple(warning.as_dict() for warning in (*one.warnings, *one.remarks)),
            reasons={warning.key: reasons.get(warning.key) or reasons.get(ANY, "") for warning in one.warnings},
        )
        for one in reports
    ]


def _obstacles(report: Report, reasons: Mapping[str, str]) -> list[str]:
    name, lines = report.path.name, []
    if report.blocks:
        lines.append(f"{name}: {len(report.blocks)} findings block it. Correct them and import again.")
    elif waiting := held(report, reasons):
        keys = ", ".join(one.key for one in waiting[:LISTED])
        lines.append(f"{name}: {len(waiting)} warnings need a reason (keys {keys}{', …' * (len(waiting) > LISTED)}). "
                     "Give one for all with --reason TEXT, or one each with --reason KEY=TEXT.")  # fmt: skip
    return lines
