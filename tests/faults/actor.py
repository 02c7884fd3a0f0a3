"""A process that imports, publishes and rolls back until it is stopped or killed, and says what it was told is done.

It loads the product once and then forks one process a run, so that a run starts at once. Commands come on standard
input: `run <home> <first> <acts> <times> <limit>`; what is done comes on standard output, one line each, written only
after the product's function has returned: `<pid> accepted 12`, `<pid> published 20200920-03`, and at the end `over`.
"""

import os
import resource
import sys
from pathlib import Path

from scicity import durable, records, releases
from tests.records.small_city import arrival

DAY = "2020-09-20"


def act(name: str, content: int, inbox: Path) -> str:
    """One act; what it is answered. The note of a submission is its content, so that a reader knows what to expect."""
    if name == "accept":
        kept = records.accept_all([arrival(content, inbox)], author=str(os.getpid()), note=str(content))
        return "accepted " + " ".join(str(one.number) for one, _ in kept)
    if name == "batch":
        # both bear the content of the second: a release with the first alone would be found out
        both = [arrival(content * 10_000 + place, inbox) for place in (1, 2)]
        kept = records.accept_all(both, author=str(os.getpid()), note=str(content * 10_000 + 2))
        return "accepted " + " ".join(str(one.number) for one, _ in kept)
    if name == "publish":
        return f"published {releases.publish(str(content), author=str(os.getpid()), published_on=DAY).id}"
    earlier = [one.id for one in releases.released()][-2:]
    return f"rolled {releases.roll_back(earlier[0]).id}"


def run(home: str, first: int, acts: list[str], times: int, limit: int) -> None:
    """The acts in turn, again and again with the next content. limit: bytes no file may exceed, 0 for no limit."""
    os.environ["SCICITY_HOME"] = home
    inbox = Path(home) / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    for content in range(first, first + times):
        for name in acts:
            if limit:  # what arrives is there already
                _ = [arrival(one, inbox) for one in (content, content * 10_000 + 1, content * 10_000 + 2)]
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            try:
                tell(act(name, content, inbox))
            except durable.NotWritten as refused:
                tell(f"refused {refused}")
            except durable.Busy as refused:
                tell(f"busy {refused}")
    tell("over")


def tell(text: str) -> None:
    """One write of a short line into a pipe is whole, whoever else writes into it."""
    os.write(1, f"{os.getpid()} {text}\n".encode())


def main() -> None:
    for line in sys.stdin:
        home, first, acts, times, limit = line.split()[1:]
        child = os.fork()
        if not child:
            status = 1
            try:
                run(home, int(first), acts.split("+"), int(times), int(limit))
                status = 0
            except BaseException as fault:  # noqa: BLE001  # the test reads what went wrong
                tell(f"fault {type(fault).__name__}: {fault}")
            finally:
                os._exit(status)
        tell(f"started {child}")
        while True:  # whoever has ended is let go
            try:
                if os.waitpid(-1, os.WNOHANG) == (0, 0):
                    break
            except ChildProcessError:
                break


if __name__ == "__main__":
    main()
