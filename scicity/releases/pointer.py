"""Which release readers see. A page asks at every run: one small read and a few looks at files, never a lock.

The pointer file names the current release. Below it may stand releases that wait, one a line: for their folder to
appear (publishing announces a release before it moves the folder to its place, so that this move is the instant of
publication), for their hour, for a second person. The last one that waits no more is the one readers see.
"""

import logging
import re
from contextlib import suppress
from dataclasses import dataclass

from scicity import audit, durable, places
from scicity.releases import store

POINTER, NOBODY, AT_ONCE, UNSIGNED = "current", "-", "now", "unsigned"
ID = re.compile(r"\d{8}-\d{2,}")

log = logging.getLogger("scicity")
_told: set[tuple[str, ...]] = set()


@dataclass(frozen=True)
class Waiting:
    """A release that is not yet the current one. visible_from: ISO time, '' for at once."""

    release: str
    visible_from: str = ""
    unsigned: bool = False

    @property
    def is_there(self) -> bool:
        return (places.releases() / self.release / store.MANIFEST).exists()

    @property
    def is_due(self) -> bool:
        signed = not self.unsigned or bool(store.signed_by(self.release))
        return self.is_there and signed and store.is_past(self.visible_from)

    def line(self) -> str:
        return " ".join([self.release, self.visible_from or AT_ONCE, *([UNSIGNED] if self.unsigned else [])])


@dataclass(frozen=True)
class Pointer:
    """What the pointer file says: the release last made current ('' before the first), and those that wait."""

    release: str
    waiting: tuple[Waiting, ...] = ()

    @property
    def shown(self) -> str:
        """The release readers are to see now."""
        return next((one.release for one in reversed(self.waiting) if one.is_due), self.release)

    def text(self) -> str:
        return "\n".join([self.release or NOBODY, *(one.line() for one in self.waiting)]) + "\n"


@dataclass(frozen=True)
class Standing:
    """The release readers see, and what is wrong if it is not the one they should.

    release: '' where there is none. notice_kind: '' all is well; 'damaged': the current release is damaged, an earlier
    one is shown; 'pointer': the pointer cannot be read, the last whole release is shown; 'none': there are releases and
    none of them is whole. wanted: the release that should be shown ('' if unknown). damaged: its damaged files.
    """

    release: str
    notice_kind: str = ""
    wanted: str = ""
    damaged: tuple[str, ...] = ()


def current() -> str:
    """The id of the release readers see, '' before the first. Where it is damaged, the last whole one: `standing`."""
    return standing().release


def standing() -> Standing:
    """What readers see and whether it is what they should see. It never raises for something damaged."""
    try:
        wanted = read().shown
    except ValueError:
        return _fallback("pointer", "", (POINTER,))
    if not wanted:
        return Standing("") if not _shelf_is_used() else _fallback("pointer", "", (POINTER,))
    about = store.readable(places.releases() / wanted / store.MANIFEST)
    wrong = store.damage(about) if about else (store.MANIFEST,)
    return _fallback("damaged", wanted, wrong) if wrong else Standing(wanted, wanted=wanted)


def read() -> Pointer:
    """The pointer; one that names nothing where there is no file. ValueError where its text is damaged."""
    try:
        lines = (places.releases() / POINTER).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return Pointer("")
    except OSError as fault:
        raise ValueError("The pointer to the current release cannot be read.") from fault
    named = lines[0].strip()
    if named != NOBODY and not ID.fullmatch(named):
        raise ValueError("The pointer to the current release is damaged.")
    return Pointer("" if named == NOBODY else named, tuple(_waiting(line) for line in lines[1:] if line.strip()))


def write(pointer: Pointer) -> None:
    durable.replace_text(places.releases() / POINTER, pointer.text())


def _waiting(line: str) -> Waiting:
    release, moment, *rest = [*line.split(), "", ""]
    if not ID.fullmatch(release) or rest[0] not in ("", UNSIGNED):
        raise ValueError("The pointer to the current release is damaged.")
    if moment != AT_ONCE:
        store.is_past(moment or "no time")  # ValueError where it is no time
    return Waiting(release, "" if moment == AT_ONCE else moment, rest[0] == UNSIGNED)


def _shelf_is_used() -> bool:
    """Whether releases were published: then a pointer that names nothing has been lost."""
    return any(not store.waits(one) for one in store.on_shelf())


def _fallback(kind: str, wanted: str, wrong: tuple[str, ...]) -> Standing:
    """The last whole release before the wanted one; a later one only where there is no earlier."""
    whole = [one.id for one in store.released()]
    earlier = [one for one in whole if not wanted or store.order(one) < store.order(wanted)]
    found = Standing((earlier or whole or [""])[-1], kind if whole else "none", wanted, wrong)
    _tell(found)
    return found


def _tell(found: Standing) -> None:
    """Into the log and the audit log, once in the life of a process."""
    key = (str(places.releases()), found.release, found.wanted, *found.damaged)
    if key in _told:
        return
    _told.add(key)
    log.error("%s of release %s damaged: showing %s", ", ".join(found.damaged), found.wanted or "?", found.release)
    with suppress(OSError):  # a reader may have no right to write
        audit.record("fallback", wanted=found.wanted, shown=found.release, damaged=list(found.damaged))
