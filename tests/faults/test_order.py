"""What is acknowledged is on the disk: bytes are forced, then renamed, then the folder is forced, in this order."""

import os
from pathlib import Path

import pytest

from scicity import records, releases
from tests.records.small_city import arrival


@pytest.fixture
def calls(monkeypatch):
    """What was asked of the system: ('fsync', path), ('rename', from, to, files that moved with it)."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("open files can be named on Linux only")
    made, fsync, rename, replace = [], os.fsync, os.rename, os.replace

    def fsynced(handle):
        fsync(handle)
        made.append(("fsync", Path(os.readlink(f"/proc/self/fd/{handle}"))))

    def moved(move):
        def wrapper(source, target):
            source, target = Path(source), Path(target)
            made.append(("rename", source, target, [source, *source.rglob("*")] if source.is_dir() else [source]))
            move(source, target)

        return wrapper

    monkeypatch.setattr(os, "fsync", fsynced)
    monkeypatch.setattr(os, "rename", moved(rename))
    monkeypatch.setattr(os, "replace", moved(replace))
    return made


def renames_out_of_order(calls):
    """Renames whose bytes were not forced before, or whose folder was not forced after."""
    found = []
    for place, (kind, *about) in enumerate(calls):
        if kind == "rename":
            source, target, moved = about
            before = {call[1] for call in calls[:place] if call[0] == "fsync"}
            after = {call[1] for call in calls[place:] if call[0] == "fsync"}
            if not set(moved) <= before or target.parent not in after:
                found.append((source, target))
    return found


def test_accepted_means_on_the_disk(small_home, tmp_path, calls):
    records.accept_all([arrival(3, tmp_path), arrival(4, tmp_path)])
    assert [call[2].name for call in calls if call[0] == "rename"] == ["000003"]
    assert renames_out_of_order(calls) == []
    # the line of the audit log is there before the act
    kinds = [call[:2] if call[0] == "fsync" else ("rename",) for call in calls]
    assert kinds.index(("fsync", small_home / "audit.log")) < kinds.index(("rename",))


def test_published_means_on_the_disk_and_the_announcement_comes_first(small_home, tmp_path, calls):
    records.accept_all([arrival(3, tmp_path)])
    calls.clear()
    about = releases.publish("x", published_on="2020-10-01")
    renamed = [call[2].name for call in calls if call[0] == "rename"]
    assert renamed == ["current", about.id, "current"]
    assert renames_out_of_order(calls) == []


def test_rolled_back_means_on_the_disk(small_home, calls):
    releases.roll_back(releases.released()[0].id)
    assert [call[2].name for call in calls if call[0] == "rename"] == ["current"]
    assert renames_out_of_order(calls) == []
