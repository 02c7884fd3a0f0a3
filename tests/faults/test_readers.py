"""Readers while others publish and roll back: every page is of one release, and none fails."""

import threading
import time

import pytest

from scicity import releases, warehouse
from tests.faults.troupe import LONG, cell
from tests.records.small_city import UNIT

READERS, RELEASES = (50, 100) if LONG else (50, 20)


class Visitor(threading.Thread):
    """One reader: page after page, each of the release that was current when the page was opened."""

    def __init__(self):
        super().__init__(daemon=True)
        self.pages, self.wrong, self.seen, self.over = 0, [], set(), threading.Event()

    def run(self):
        while not self.over.wait(0.05):
            try:
                release = releases.manifest(releases.current())
                rows = warehouse.fetch(
                    release.folder, "industry/series", classification="leading", items=("NIT-IC",), span="month",
                    from_month="2020-08", to_month="2020-08",
                )  # fmt: skip
                page = {cell(release), cell(release, "ytd") / 2, round(float(rows["value_100m_yuan"].iloc[0]), 6)}
                if page != {round(UNIT * int(release.note), 6)}:
                    self.wrong.append(f"{release.id}: {page}")
                self.seen.add(release.id)
            except Exception as fault:
                self.wrong.append(repr(fault))
            self.pages += 1


@pytest.mark.slow
def test_50_readers_see_whole_pages_while_releases_are_published_and_rolled_back(small_home, actor):
    visitors = [Visitor() for _ in range(READERS)]
    for visitor in visitors:
        visitor.start()
    said = actor.finish(actor.start(small_home, 10, "accept+publish+publish+rollback", times=RELEASES // 2))
    newest = actor.finish(actor.start(small_home, 900, "accept+publish"))[-1][1]
    until = time.monotonic() + 60
    while time.monotonic() < until and not all(newest in one.seen for one in visitors):
        time.sleep(0.2)
    for visitor in visitors:
        visitor.over.set()
    for visitor in visitors:
        visitor.join()
    assert [words[0] for words in said].count("published") == RELEASES
    assert [text for one in visitors for text in one.wrong] == []
    assert all(newest in one.seen for one in visitors)
    assert len(set.union(*(one.seen for one in visitors))) > RELEASES / 4
