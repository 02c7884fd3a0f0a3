"""Who did what, when: one line an act in `audit.log` of the data home, only ever added to.

A line is written and forced to the disk before its act takes place; an act that then fails gets a second line,
`undone`. Each line holds the hash of the line before it, so that a line changed, removed or put in later is found by
`verify`. Whoever may write the file may also cut off its end: copies elsewhere guard against that. Nothing of a single
enterprise is written here: acts, names of people and files, numbers of submissions and releases, checksums.
"""

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scicity import durable, places

LOG, LOCK = "audit.log", ".audit.lock"
START = "0" * 64  # stands for the line before the first
LONGEST = 1 << 16  # bytes of a usual line, or more
KNOWN = ("at", "who", "act", "before")


@dataclass(frozen=True)
class Entry:
    """One act. at: ISO time in UTC; facts: what it was about, as short texts, numbers and lists."""

    number: int
    at: str
    who: str
    act: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """lines: how many there are. broken: numbers of the lines that do not follow the line before them. torn: numbers
    of the lines cut short by a crash, which is no tampering: the line after one still bears its hash."""

    lines: int
    broken: tuple[int, ...]
    torn: tuple[int, ...]

    @property
    def whole(self) -> bool:
        return not self.broken


def record(act: str, *, who: str = "", **facts: Any) -> None:  # noqa: ANN401  # anything JSON can hold
    """Adds a line and waits until it is on the disk. NotWritten when the disk refuses; then nothing was added."""
    with durable.or_nothing(), durable.locked(places.home() / LOCK):
        last, size, ends = _tail(path())
        entry = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "who": who, "act": act, **facts}
        line = json.dumps({**entry, "before": last}, ensure_ascii=False, default=str)
        _append(path(), ("" if ends else "\n") + line + "\n", size)


@contextmanager
def recorded(act: str, *, who: str = "", **facts: Any) -> Iterator[None]:  # noqa: ANN401
    """Records the act before what is done inside; where that fails, `undone` beside it."""
    record(act, who=who, **facts)
    try:
        yield
    except BaseException as fault:
        with suppress(OSError):  # the disk may be what failed
            record("undone", who=who, undone=act, why=type(fault).__name__, **facts)
        raise


def entries() -> list[Entry]:
    """Every act that can be read, oldest first; torn lines are left out."""
    found = []
    for number, line in enumerate(_lines(path()), start=1):
        about = _read(line)
        if about:
            facts = {key: value for key, value in about.items() if key not in KNOWN}
            found.append(Entry(number, about["at"], about["who"], about["act"], facts))
    return found


def verify() -> Verdict:
    """Whether each line follows the line before it. No log yet is a whole log of no lines."""
    lines, expected = _lines(path()), START
    broken, torn = [], []
    for number, line in enumerate(lines, start=1):
        about = _read(line)
        if about is None:
            torn.append(number)
        elif about["before"] != expected:
            broken.append(number)
        expected = hashlib.sha256(line).hexdigest()
    return Verdict(len(lines), tuple(broken), tuple(torn))


def path() -> Path:
    return places.home() / LOG


def _lines(log: Path) -> list[bytes]:
    return [line for line in log.read_bytes().split(b"\n") if line] if log.exists() else []


def _read(line: bytes) -> dict[str, Any] | None:
    """The line as it was written, None where it is not a whole one."""
    try:
        about = json.loads(line.decode())
    except ValueError:
        return None
    return about if isinstance(about, dict) and set(KNOWN) <= set(about) else None


def _tail(log: Path) -> tuple[str, int, bool]:
    """Hash of the last line, size of the log, and whether its last line was ended."""
    if not log.exists() or not log.stat().st_size:
        return START, 0, True
    with log.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        end, part = b"", LONGEST
        while b"\n" not in end.rstrip(b"\n") and len(end) < size:
            file.seek(max(0, size - part))
            end, part = file.read(), 2 * part
    return hashlib.sha256(end.rstrip(b"\n").split(b"\n")[-1]).hexdigest(), size, end.endswith(b"\n")


def _append(log: Path, text: str, size: int) -> None:
    """All of the text at the end, or none of it."""
    data = text.encode()
    handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        if os.write(handle, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise
    finally:
        os.close(handle)
    if not size:
        durable.force(log.parent)
