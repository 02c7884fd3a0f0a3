"""Two at once: importers and publishers wait for each other, and nothing of either is lost."""

import pytest

from scicity import audit, durable, records, releases
from tests.faults.troupe import Actor, cell, expected, halves, lost

PAIRS = 10


@pytest.mark.slow
def test_two_who_import_and_publish_at_the_same_time_lose_nothing(small_home, actor, project):
    other, said = Actor.begin(project), []
    runs = [(one, one.start(small_home, first, "batch+publish+accept+publish", times=PAIRS // 2))
            for one, first in ((actor, 100), (other, 200))]  # fmt: skip
    for one, run in runs:
        said += one.finish(run)
    other.end()
    numbers = [number for words in said if words[0] == "accepted" for number in words[1].split()]
    published = [words[1] for words in said if words[0] == "published"]
    assert len(set(numbers)) == len(numbers) == 2 * 5 * 3  # five times three files, by each
    assert len(set(published)) == len(published) == 2 * 5 * 2
    assert lost(said) == halves(small_home) == []
    last = releases.manifest(releases.current())
    assert set(map(int, numbers)) <= set(last.submissions)
    assert cell(last) == expected(last)
    assert audit.verify().whole
    assert len([one for one in audit.entries() if one.act == "publish"]) == len(releases.on_shelf())


def test_the_same_file_from_two_at_the_same_time_is_kept_once(small_home, actor, project):
    other = Actor.begin(project)
    runs = [(one, one.start(small_home, 300, "accept", times=3)) for one in (actor, other)]
    answers = [one.finish(run) for one, run in runs]
    other.end()
    assert answers[0] == answers[1]
    assert len(records.submissions()) == 2 + 3


def test_who_waits_too_long_is_told(small_home):
    held = small_home / ".releases.lock"
    said = pytest.raises(durable.Busy, match="try again later")
    with durable.locked(held), said, durable.locked(held, patience=0.1):
        pass
