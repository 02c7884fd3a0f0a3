"""Releases as stewards handle them: publish, sign off, go back, and what has been published so far."""

from dataclasses import dataclass
from typing import Literal

from scicity import records, releases
from scicity.records import Submission
from scicity.releases import Manifest

State = Literal["current", "earlier", "waiting", "embargo", "damaged", "pruned"]


@dataclass(frozen=True)
class Entry:
    """One release there is or was, and how it stands: see `state`."""

    about: Manifest
    state: State


def publish(note: str, *, author: str, visible_from: str = "") -> Manifest:
    """A release of everything accepted, see `releases.publish`."""
    return releases.publish(note, author=author, visible_from=visible_from)


def roll_back(release: str, by: str) -> Manifest:
    """Makes an earlier release the current one; recorded under the name."""
    return releases.roll_back(release, author=by)


def sign_off(release: str, by: str) -> Manifest:
    """The second person's consent, see `releases.sign_off`."""
    return releases.sign_off(release, by=by)


def pending() -> list[Submission]:
    """What was accepted and is in no release yet, oldest first."""
    published = {number for one in releases.on_shelf() for number in one.submissions}
    return [one for one in records.counted() if one.number not in published]


def state(about: Manifest) -> State:
    """Whether readers see the release, or why they do not: it is damaged, lacks its second person or its hour."""
    if about.id == releases.current():
        return "current"
    if releases.damage(about):
        return "damaged"
    if about.second_person and not releases.signed_by(about.id):
        return "waiting"
    return "embargo" if releases.waits(about) else "earlier"


def history() -> list[Entry]:
    """All releases, newest first; those removed to make room are listed last."""
    shelf = [Entry(one, state(one)) for one in reversed(releases.on_shelf())]
    return shelf + [Entry(one, "pruned") for one in reversed(releases.pruned())]
