"""A disk that refuses: the old state stays, and the message says so. The limit of the system on the size of files plays
the full disk: whichever file of an act first grows beyond it cannot be written."""

import pytest

from scicity import audit, records, releases
from tests.faults.troupe import cell, halves

# bytes at which some file of the act no longer fits: audit lines, manifests, rows, then the databases at many lengths
POINTS = [0, 50, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 6000, 8000, 12_000, 16_000,
          *range(20_000, 560_000, 40_000), 800_000, 1_050_000]  # fmt: skip


def state():
    shelf = [one.id for one in releases.on_shelf()]
    return [one.number for one in records.submissions()], shelf, releases.standing()


@pytest.mark.slow
@pytest.mark.parametrize("act", ["batch", "publish", "rollback"])
def test_where_the_disk_refuses_the_old_state_stays_and_the_message_says_so(small_home, actor, act):
    points = POINTS if act == "publish" else [one for one in POINTS if one <= 4000]
    refused = 0
    for number, limit in enumerate(points):
        before = state()
        if act == "publish":  # something new to publish
            actor.finish(actor.start(small_home, 100 + number, "accept"))
            before = state()
        said = actor.finish(actor.start(small_home, 500 + number, act, limit=limit))
        if said[-1][0] == "refused":
            refused += 1
            assert said[-1][1].startswith("The disk is full: nothing was changed."), said
            assert state() == before
        assert halves(small_home) == []
        assert list((small_home / "records").glob(".building-*")) == []
        assert list((small_home / "releases").glob(".*")) == []
    assert refused >= {"batch": 8, "publish": 25, "rollback": 2}[act]
    assert audit.verify().whole
    # with room again everything goes on
    assert actor.finish(actor.start(small_home, 3000, "accept+publish"))[-1][0] == "published"
    assert cell(releases.manifest(releases.current())) == 1200.0
