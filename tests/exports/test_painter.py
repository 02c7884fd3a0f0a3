"""One browser for many threads, which may die at any time."""

import asyncio
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from kaleido.errors import KaleidoError

from scicity.exports.painter import Painter, within
from tests.exports.conftest import titled

pytestmark = [
    pytest.mark.picture,
    pytest.mark.skipif(os.name != "posix", reason="browsers are stopped and killed by signals here"),
]
SVG = {"format": "svg", "width": 400, "height": 300}


@pytest.fixture
def painter(browser):
    one = Painter(seconds=20)
    yield one
    one.close()


def test_twenty_threads_each_get_their_own_picture(painter):
    def own(number: int) -> bool:
        picture = painter.paint(titled(f"第{number:02d}号图").to_dict(), SVG).decode()
        return [other for other in range(20) if f"第{other:02d}号图" in picture] == [number]

    with ThreadPoolExecutor(20) as threads:
        assert list(threads.map(own, range(20))) == [True] * 20


def test_all_pictures_come_from_one_browser_and_one_thread(painter):
    painter.paint(titled("一").to_dict(), SVG)
    first = painter.process
    painter.paint(titled("二").to_dict(), SVG)
    assert painter.process == first
    assert [thread.daemon for thread in threading.enumerate() if thread.name == "painter"].count(True) >= 1


def test_a_killed_browser_is_replaced(painter):
    painter.paint(titled("之前").to_dict(), SVG)
    killed = painter.process
    os.killpg(killed, signal.SIGKILL)
    assert "之后" in painter.paint(titled("之后").to_dict(), SVG).decode()
    assert painter.process != killed


def test_a_browser_killed_while_many_wait_costs_nobody_a_picture(painter):
    painter.paint(titled("之前").to_dict(), SVG)
    with ThreadPoolExecutor(8) as threads:
        waiting = [threads.submit(painter.paint, titled(f"图{number}").to_dict(), SVG) for number in range(8)]
        os.killpg(painter.process, signal.SIGKILL)
        assert all(f"图{number}" in one.result(60).decode() for number, one in enumerate(waiting))


@pytest.mark.slow
def test_a_browser_that_hangs_is_given_up_and_replaced(browser):
    painter = Painter(seconds=8)
    painter.paint(titled("之前").to_dict(), SVG)
    os.killpg(painter.process, signal.SIGSTOP)
    start = time.monotonic()
    assert "之后" in painter.paint(titled("之后").to_dict(), SVG).decode()
    # 8 s until it is given up, some for the new one
    assert time.monotonic() - start < 35
    painter.close()


def test_a_figure_that_cannot_be_drawn_costs_no_browser(painter):
    painter.paint(titled("之前").to_dict(), SVG)
    first = painter.process
    with pytest.raises(KaleidoError):
        painter.paint({"data": 3, "layout": {}}, SVG)
    with pytest.raises(TypeError):
        painter.paint({"data": [object()], "layout": {}}, SVG)
    assert painter.process == first


def test_a_closed_painter_opens_again(painter):
    painter.paint(titled("之前").to_dict(), SVG)
    painter.close()
    assert painter.process is None
    assert "之后" in painter.paint(titled("之后").to_dict(), SVG).decode()


def test_work_cancelled_by_a_browser_that_ends_counts_as_failed_and_not_as_called_off():
    async def ended():
        raise asyncio.CancelledError

    # in a thread of its own: the tests' browser keeps a loop running in this one
    with ThreadPoolExecutor(1) as thread, pytest.raises(ConnectionError):
        thread.submit(lambda: asyncio.run(within(5, ended()))).result()
