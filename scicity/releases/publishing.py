"""Publishes, signs off, rolls back, tries out and prunes. Whoever changes the shelf holds its lock.

A release becomes visible in one instant: the pointer announces it, then its finished folder is renamed to its place.
Killed before that instant nothing was published, after it everything.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from scicity import audit, durable, places, records
from scicity.releases import changes, pointer, settings, store
from scicity.releases.build import CHANGES, INDUSTRY, Order, build, quoted
from scicity.releases.pointer import Pointer, Waiting
from scicity.releases.store import Manifest

LOCK = ".releases.lock"


def publish(note: str, *, author: str = "", published_on: str = "", reasons: Mapping[int, str] | None = None,
            visible_from: str = "") -> Manifest:  # fmt: skip
    """Builds, checks and publishes a release of everything accepted; the old one stays whole until it is visible.

    published_on: ISO date readers see, by default the day it becomes visible. reasons: why a submission changes
    figures, by its number, where its own note is not meant. visible_from: ISO time before which nobody sees it (local
    time where it names no zone); never before a release that waits already. Where the settings ask for a second
    person, it waits for `sign_off`, and the author must be named. ValueError when nothing has been accepted, a
    submission is damaged or disclosure control refuses; durable.NotWritten, durable.Busy.
    """
    with durable.or_nothing(), durable.locked(places.home() / LOCK):
        shown = pointer.standing().release
        previous = store.manifest(shown) if shown else None
        order = _order(note, previous, reasons or {}, records.counted())
        about = _draft(order, author, published_on, visible_from)
        with durable.staged(places.releases()) as staging:
            about = _described(replace(about, files=build(order, staging)), staging)
            (staging / store.MANIFEST).write_text(about.text(), encoding="utf-8")
            facts = {"release": about.id, "note": note, "submissions": len(about.submissions),
                     "visible_from": about.visible_from,
                     "manifest_sha256": durable.sha256(staging / store.MANIFEST)}  # fmt: skip
            with audit.recorded("publish", who=author, **facts):
                _announce(about, shown)
                if not durable.settle(staging, about.folder):
                    raise durable.Busy(f"Release {about.id} was published by somebody else meanwhile: publish again.")
        _fold(about.id)
        _prune()
    return about


def sign_off(release: str, by: str) -> Manifest:
    """The second person's word: the release becomes visible at its hour. ValueError where `by` may not give it."""
    with durable.or_nothing(), durable.locked(places.home() / LOCK):
        about = store.manifest(release)
        if not by.strip():
            raise ValueError("Say who signs the release off.")
        if not about.second_person or store.signed_by(release):
            raise ValueError(f"Release {release} does not wait for a second person.")
        if by.strip().casefold() == about.author.strip().casefold():
            raise ValueError(f"Release {release} is by {about.author}: somebody else must sign it off.")
        if release not in [one.release for one in pointer.read().waiting]:
            raise ValueError(f"A later release has taken the place of {release}: sign that one off.")
        with audit.recorded("sign_off", who=by.strip(), release=release):
            (places.releases() / store.SIGNATURES).mkdir(exist_ok=True)
            signed = f"{by.strip()}\n{datetime.now(UTC).isoformat(timespec='seconds')}\n"
            durable.replace_text(places.releases() / store.SIGNATURES / release, signed)
        _fold()
    return about


def roll_back(release: str, *, author: str = "") -> Manifest:
    """Makes an older (or newer) release the current one. Its files are checked first: a damaged one is refused.

    Releases that wait go on waiting. LookupError for an unknown one, ValueError for a damaged or a waiting one.
    """
    with durable.or_nothing(), durable.locked(places.home() / LOCK):
        wanted = store.manifest(release)
        if store.waits(wanted):
            raise ValueError(f"Release {release} waits for its hour or a second person: it cannot be shown yet.")
        before = pointer.standing().release
        with audit.recorded("rollback", who=author, release=release, instead_of=before):
            pointer.write(Pointer(release, tuple(one for one in _waiting() if not one.is_due)))
    return wanted


@contextmanager
def preview(arrivals: Sequence[records.Arrival]) -> Iterator[Path]:
    """The folder of a trial release, as if these files were accepted and published; removed afterwards.

    `warehouse.fetch(folder, …)` answers from it; `warehouse.forget(folder)` before the end lets go of it. Nothing is
    accepted or published, and the folder holds protected cells only. Raises what `publish` raises.
    """
    shown = pointer.standing().release
    previous = store.manifest(shown) if shown else None
    with durable.staged(places.releases()) as staging:
        with durable.or_nothing(), records.trial(arrivals) as chosen:
            build(_order("", previous, {}, chosen), staging)
        yield staging


def _order(note: str, previous: Manifest | None, reasons: Mapping[int, str],
           chosen: Sequence[records.Submission]) -> Order:  # fmt: skip
    """ValueError where there is nothing to build from, or a submission has vanished instead of being withdrawn."""
    if not chosen:
        raise ValueError("No report has been accepted yet: import one before publishing.")
    before = previous.submissions if previous else ()
    vanished = set(before) - {one.number for one in records.submissions()}
    if vanished:
        raise ValueError(
            f"Submission {min(vanished)} is in release {previous.id if previous else ''} and no longer in the records: "
            "restore its folder from a backup. To take figures out, withdraw their submission."
        )
    return Order(chosen, previous, changes.causes(chosen, before, reasons), note)


def _draft(order: Order, author: str, published_on: str, visible_from: str) -> Manifest:
    """The manifest before the files are built: its id is free, its hour not before that of a release that waits."""
    second_person = settings.second_person()
    if second_person and not author.strip():
        raise ValueError("Say who publishes: a second person has to sign this release off.")
    moment = max([_moment(visible_from), *(one.visible_from for one in _waiting())], key=_instant)
    moment = "" if store.is_past(moment) else moment
    day = _day(published_on) if published_on else (moment[:10] or date.today().isoformat())
    return Manifest(
        id=_free_id(day), published_on=day, author=author, note=order.note,
        previous=order.previous.id if order.previous else "", submissions=tuple(one.number for one in order.chosen),
        months=("", ""), files={}, changes={}, made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        visible_from=moment, second_person=second_person,
    )  # fmt: skip


def _described(about: Manifest, staging: Path) -> Manifest:
    """With the months it reaches and how many cells changed."""
    with duckdb.connect() as connection:
        for name in (INDUSTRY, CHANGES):
            connection.execute(f"attach '{quoted(staging / name)}' as {Path(name).stem} (read_only)")
        months = connection.execute("select min(period_end), max(period_end) from industry.cells").fetchone()
        counted = connection.execute("select kind, count(*) from changes.cells group by kind order by kind").fetchall()
    return replace(about, months=months or ("", ""), changes=dict(counted))


def _free_id(day: str) -> str:
    """The first id of the day that no release has or had."""
    stem = day.replace("-", "")
    taken = {path.name.removesuffix(".json") for folder in (places.releases(), places.releases() / store.PRUNED)
             for path in folder.glob(f"{stem}-*")}  # fmt: skip
    number = 1 + max((store.order(name)[1] for name in taken), default=0)
    return f"{stem}-{number:02d}"


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as fault:
        raise ValueError(f"'{text}' is no day: write it as 2020-09-20.") from fault


def _moment(text: str) -> str:
    """The time with its zone, '' for none. ValueError for a text that is no time."""
    try:
        return datetime.fromisoformat(text).astimezone().isoformat(timespec="seconds") if text else ""
    except ValueError as fault:
        raise ValueError(f"'{text}' is no time: write it as 2020-09-20T09:30, or with a zone behind it.") from fault


def _instant(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp() if moment else 0.0


def _waiting() -> tuple[Waiting, ...]:
    """The releases that wait; where the pointer is damaged, what the manifests say of themselves.

    One that was announced and whose publisher was killed before it was there is left out.
    """
    try:
        named = pointer.read().waiting
    except ValueError:
        shelf = store.on_shelf()
        named = tuple(Waiting(one.id, one.visible_from, one.second_person) for one in shelf if store.waits(one))
    return tuple(one for one in named if one.is_there)


def _announce(about: Manifest, shown: str) -> None:
    """Readers look for the new release from now on and find it when its folder is there."""
    ours = Waiting(about.id, about.visible_from, about.second_person)
    places.releases().mkdir(parents=True, exist_ok=True)
    pointer.write(Pointer(shown, (*(one for one in _waiting() if not one.is_due), ours)))


def _fold(newest: str = "") -> None:
    """Tidies the pointer: what is due stands in its first line, what a newer release replaces waits no more.

    Readers see the same before and after, so a disk that refuses leaves it to the next time.
    """
    with suppress(OSError):
        now = pointer.read()
        waiting = [one for one in now.waiting if not one.is_due and newest in ("", one.release)]
        pointer.write(Pointer(now.shown, tuple(waiting)))


def _prune() -> None:
    """Removes the oldest releases beyond the setting; the manifest of a removed one stays listed.

    Never one that waits, the current one or those it was built on, and never one that no other was built on: it alone
    may know what it hid.
    """
    kept = settings.releases_kept()
    shelf = {one.id: one for one in store.on_shelf()} if kept else {}
    lasting = {*list(shelf)[-kept - 1 :], *(set(shelf) - {one.previous for one in shelf.values()})}
    lasting |= {name for name, one in shelf.items() if store.waits(one)}
    followed = pointer.standing().release
    for _ in range(kept + 1):
        lasting.add(followed)
        followed = shelf[followed].previous if followed in shelf else ""
    for name in set(shelf) - lasting:
        with suppress(OSError):  # tried again with the next release
            _remove(shelf[name])


def _remove(about: Manifest) -> None:
    (places.releases() / store.PRUNED).mkdir(exist_ok=True)
    with audit.recorded("prune", release=about.id):
        durable.replace_text(places.releases() / store.PRUNED / f"{about.id}.json", about.text())
        with durable.staged(places.releases()) as bin_:
            about.folder.rename(bin_ / about.id)
            shutil.rmtree(bin_ / about.id)
