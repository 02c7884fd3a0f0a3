"""Killed at any instant of import, publication and rollback: what was told as done is there, nothing is half there."""

import random
import shutil
import threading
import time

import pytest

from scicity import releases
from tests.faults.troupe import LONG, Actor, cell, expected, halves, lost

KILLS, HOMES = (200, 8) if LONG else (40, 2)
ACTS = "accept+publish+batch+publish+rollback"


class Reader(threading.Thread):
    """A reader in a living process who opens page after page while others are killed."""

    def __init__(self):
        super().__init__(daemon=True)
        self.pages, self.wrong, self.over = 0, [], threading.Event()

    def run(self):
        while not self.over.wait(0.01):
            try:
                release = releases.manifest(releases.current())
                page = (cell(release), cell(release, "ytd") / 2)
                if page != (expected(release),) * 2:
                    self.wrong.append(f"{release.id}: {page}")
            except Exception as fault:
                self.wrong.append(repr(fault))
            self.pages += 1


@pytest.mark.slow
def test_kills_at_any_instant_lose_nothing_that_was_acknowledged_and_leave_nothing_half(
    tmp_path, monkeypatch, smallest_home, actor, project
):
    chance = random.Random(20200831)
    second, acknowledged, pages = Actor.begin(project), 0, 0
    for number in range(HOMES):
        home = tmp_path / f"home{number}"
        monkeypatch.setenv("SCICITY_HOME", str(home))
        shutil.copytree(smallest_home, home)
        started = time.monotonic()
        said = actor.finish(actor.start(home, 3, ACTS))
        length = time.monotonic() - started
        reader = Reader()
        reader.start()
        for kill in range(KILLS // HOMES // 2):
            # two at once: each is killed somewhere in its acts
            runs = [(one, one.start(home, 10 + 2 * kill + place, ACTS))
                    for place, one in enumerate((actor, second))]  # fmt: skip
            for one, run in runs:
                time.sleep(chance.random() * length * 0.7)
                said += one.kill(run)
            assert [words for words in said if words[0] == "fault"] == []
            assert lost(said) == []
            assert halves(home) == []
        reader.over.set()
        reader.join()
        assert reader.wrong == []
        pages, acknowledged = pages + reader.pages, acknowledged + len(said)
        assert actor.finish(actor.start(home, 1000, "accept+publish"))[-1][0] == "published"
        assert cell(releases.manifest(releases.current())) == expected(releases.manifest(releases.current())) == 400.0
    second.end()
    assert pages > KILLS and acknowledged > KILLS / 4
