"""What the tests of faults share: actors in processes of their own, and what must hold whatever happened to them."""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from scicity import records, releases, warehouse
from tests.records.small_city import UNIT

ACTOR = Path(__file__).with_name("actor.py")
# the long run, before a version is given away; see benchmarks/faults.py
LONG = os.environ.get("SCICITY_FAULTS") == "long"
PATIENCE = 120  # seconds for one act on a machine under load


@dataclass
class Actor:
    """One process that forks a process a run. Lines of what runs say are read as they come."""

    process: subprocess.Popen
    said: queue.Queue = field(default_factory=queue.Queue)

    @classmethod
    def begin(cls, project: Path) -> "Actor":
        environment = os.environ | {"PYTHONPATH": str(project)}
        process = subprocess.Popen(
            [sys.executable, str(ACTOR)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=project,
            env=environment,
        )  # fmt: skip
        actor = cls(process)
        threading.Thread(target=actor._listen, daemon=True).start()
        return actor

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said.put(line.rstrip("\n").split(maxsplit=2))

    def start(self, home: Path, first: int, acts: str, times: int = 1, limit: int = 0) -> int:
        """Starts a run; the id of its process."""
        self.process.stdin.write(f"run {home} {first} {acts} {times} {limit}\n")
        self.process.stdin.flush()
        while True:
            pid, word, *rest = self.said.get(timeout=PATIENCE)
            if word == "started":
                return int(rest[0])

    def heard(self, pid: int, seconds: float = PATIENCE) -> list[str] | None:
        """The next line of that run as [word, rest]; None when nothing came in time."""
        until = time.monotonic() + seconds
        while True:
            try:
                speaker, *words = self.said.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                return None
            if int(speaker) == pid:
                return words

    def finish(self, pid: int) -> list[list[str]]:
        """Everything the run says until it is over."""
        said = []
        while True:
            words = self.heard(pid)
            assert words is not None, f"an actor stayed silent for {PATIENCE} s after {said[-3:]}"
            assert words[0] != "fault", words
            if words[0] == "over":
                return said
            said.append(words)

    def kill(self, pid: int) -> list[list[str]]:
        """Kills the run; what it had said by then."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        said = []
        while words := self.heard(pid, 0.05):
            said.append(words)
        return said

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=PATIENCE)


def cell(release: releases.Manifest, span: str = "month") -> float:
    rows = warehouse.fetch(
        release.folder, "industry/cell", classification="leading", item="NIT-IC", indicator="output", span=span,
        month="2020-08",
    )  # fmt: skip
    return round(float(rows["value"].iloc[0]), 6)


def expected(release: releases.Manifest) -> float:
    """What the release's cell must be: the content of its last submission, which its note tells."""
    return round(UNIT * int(records.submission(release.submissions[-1]).note), 6)


def lost(acknowledged: list[list[str]]) -> list[str]:
    """What somebody was told is done and is not there."""
    numbers, shelf = {one.number for one in records.submissions()}, {one.id for one in releases.on_shelf()}
    submitted = [number for words in acknowledged if words[0] == "accepted" for number in words[1].split()]
    published = [words[1] for words in acknowledged if words[0] == "published"]
    return [one for one in submitted if int(one) not in numbers] + [one for one in published if one not in shelf]


def halves(home: Path) -> list[str]:
    """What is there and is not whole: batches without one of their files, releases without one of theirs."""
    numbers = {one.number for one in records.submissions()}
    batches = {one.batch for one in records.submissions() if one.batch}
    found = [f"batch {one}" for one in batches if one + 1 not in numbers]
    found += [f"release {one.id}" for one in releases.on_shelf() if releases.damage(one)]
    found += [f"folder {name}" for name in releases.unreadable()]
    return found + ([f"pointer {releases.standing()}"] if releases.standing().notice_kind else [])
