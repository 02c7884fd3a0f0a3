"""One browser for the whole process, owned by one thread, so that many visitors can ask for pictures at once.

Kaleido's own shared server gives threads each other's pictures and hangs when its browser is gone. Here every picture
waits for its turn in one event loop; whatever goes wrong with the browser, a new one is opened and the picture is
tried once more. Nothing waits for ever.
"""

import asyncio
import atexit
import contextlib
import os
import signal
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

import kaleido
from kaleido.errors import JavascriptError, KaleidoError

from scicity.exports.browser import NoPictures, required

T = TypeVar("T")
# not the browser's fault: another browser would say the same
FINAL = (NoPictures, KaleidoError, JavascriptError, TypeError)


class Painter:
    """Draws figures with one browser, which is opened at the first picture and replaced when it fails.

    seconds: how long the browser may take for one step before it counts as dead.
    """

    def __init__(self, seconds: float = 30.0) -> None:
        self._seconds = seconds
        self._starting = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turn = asyncio.Lock()
        self._browser: kaleido.Kaleido | None = None

    def paint(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        """The picture of `figure` (a figure as a dict) in options["format"]; other options: width, height, scale.

        Raises NoPictures when no browser can be had or two in a row failed; a figure that cannot be drawn raises
        kaleido's error (or TypeError, when it cannot be written as JSON).
        """
        return asyncio.run_coroutine_threadsafe(self._in_turn(figure, options), self._running()).result()

    @property
    def process(self) -> int | None:
        """The process group of the open browser, if there is one."""
        return self._browser.subprocess.pid if self._browser else None

    def close(self) -> None:
        """End the browser; the next picture opens a new one."""
        if self._loop:
            asyncio.run_coroutine_threadsafe(self._leave(), self._loop).result(self._seconds)

    def _running(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._loop.run_forever, name="painter", daemon=True).start()
            return self._loop

    def _at_exit(self) -> None:
        with contextlib.suppress(Exception):
            self.close()

    async def _in_turn(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        async with self._turn:
            try:
                return await self._once(figure, options)
            except FINAL:
                raise
            except Exception:  # whatever a dead or confused browser raises: a new one gets a try
                await self._drop()
            try:
                return await self._once(figure, options)
            except FINAL:
                raise
            except Exception as failed:
                await self._drop()
                raise NoPictures("file_browser_broken", path=required()) from failed

    async def _once(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        if self._browser is None:
            await self._open()
        assert self._browser is not None
        return await within(self._seconds, self._browser.calc_fig(figure, opts=options))

    async def _open(self) -> None:
        # MathJax would come over the network, and the house is used without one
        self._browser = kaleido.Kaleido(path=str(required()), n=1, timeout=self._seconds, mathjax=False)
        await within(self._seconds, self._browser.open())
        # anew after each opening: exit runs the latest first, and the browser must end before its folder is cleared
        atexit.unregister(self._at_exit)
        atexit.register(self._at_exit)

    async def _leave(self) -> None:
        left, self._browser = self._browser, None
        if left is not None:
            with contextlib.suppress(Exception):
                await within(5, left.close())
            await killed(left)

    async def _drop(self) -> None:
        left, self._browser = self._browser, None
        if left is not None:
            await killed(left)
            with contextlib.suppress(Exception):
                await within(5, left.close())  # its folders and pipes are still there


async def killed(browser: kaleido.Kaleido) -> None:
    """End the browser's processes at once (a hanging one answers no polite request) and see that they are gone."""
    process = getattr(browser, "subprocess", None)
    if process is None:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    for _ in range(100):
        if process.poll() is not None:
            return
        await asyncio.sleep(0.02)


async def within(seconds: float, work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, or TimeoutError after `seconds`.

    asyncio.wait_for would wait until the cancelled work has ended; kaleido's clean-up asks the dead browser again and
    never ends, so the work is left behind instead.
    """
    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        task.add_done_callback(lambda left: left.cancelled() or left.exception())
        task.cancel()
        raise TimeoutError(f"the browser gave no answer within {seconds} s")
    if task.cancelled():  # a browser that ends cancels what waits for it, which must not end the waiting as well
        raise ConnectionError("the browser ended before it answered")
    return task.result()
