"""Takes a submission out of later releases by a mark beside it; the submission itself stays."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from scicity import audit, durable, places
from scicity.records import shelf


@dataclass(frozen=True)
class Withdrawal:
    """That a submission does not count in later releases: who said so, when (ISO, UTC) and why."""

    number: int
    reason: str
    author: str
    at: str


def withdraw(number: int, reason: str, author: str = "") -> Withdrawal:
    """Marks the submission as withdrawn; the releases made with it stay as they were published.

    LookupError for an unknown number, ValueError without a reason or for one that is withdrawn already. To undo it,
    import the file again: it becomes a new submission.
    """
    if not reason.strip():
        raise ValueError("Say why the submission is withdrawn: the reason is kept with it.")
    with durable.or_nothing(), durable.locked(places.home() / shelf.LOCK):
        one = shelf.submission(number)
        for earlier in withdrawals():
            if earlier.number == number:
                raise ValueError(f"Submission {number} was withdrawn at {earlier.at}: {earlier.reason}")
        mark = Withdrawal(number, reason.strip(), author, datetime.now(UTC).isoformat(timespec="seconds"))
        folder = places.records() / shelf.WITHDRAWN
        folder.mkdir(exist_ok=True)
        with audit.recorded("withdraw", who=author, submission=number, file=one.file, reason=mark.reason):
            text = json.dumps(asdict(mark), ensure_ascii=False, indent=1)
            durable.replace_text(folder / f"{number:06d}.json", text)
    return mark


def withdrawals() -> list[Withdrawal]:
    """All marks, by number. The file's name says which submission is meant, so a damaged mark still counts."""
    return [_read(int(path.stem), path.read_text(encoding="utf-8", errors="replace")) for path in _marks()]


def _marks() -> list:
    return sorted((places.records() / shelf.WITHDRAWN).glob("[0-9]*.json"))


def _read(number: int, text: str) -> Withdrawal:
    try:
        return Withdrawal(**json.loads(text))
    except (ValueError, TypeError):
        return Withdrawal(number, "", "", "")
