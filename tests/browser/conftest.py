"""A real server and a real Chromium for every test of this folder, and what a visit to a page notices.

`visit` opens a page: `seen = visit("/industry/output", width=390, scheme="dark")`. `seen.page` is Playwright's page;
`seen.settled(charts=2)` waits until the page has been drawn, `seen.after(act)` acts and waits until it has been drawn
again. What the browser complained about and whom it asked is in `seen.console`, `seen.faults` and `seen.hosts`.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

import run

HERE = Path(__file__).parent
PATIENCE = 30_000  # milliseconds for a page, on a machine that has other work too
START = 90  # seconds for the server, caches warmed

# Streamlit tells on its root element whether a script runs and whether the connection stands
DRAWN = """charts => {
    const app = document.querySelector('[data-testid=stApp]');
    return app !== null
        && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid=stSkeleton]') === null
        && document.querySelectorAll('.js-plotly-plot .main-svg').length >= charts;
}"""
# set before acting: a plain wait afterwards would pass before the rerun has begun
WATCH = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    window.rerun = {begun: false, done: false};
    new MutationObserver(changes => {
        const idle = app.dataset.testScriptState === 'notRunning';
        // a quick run may begin and end between two looks; what the state was is told with each change
        const ran = changes.some(one => one.oldValue !== 'notRunning');
        if (!idle || ran) window.rerun.begun = true;
        if (idle && window.rerun.begun) window.rerun.done = true;
    }).observe(app, {attributeFilter: ['data-test-script-state'], attributeOldValue: true});
}"""


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Visit:
    """One opened page and what was noticed meanwhile.

    console: errors and warnings of the console. faults: uncaught exceptions of the page's scripts. hosts: every host
    that was asked for anything, without the port.
    """

    page: Page
    console: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def settled(self, charts: int = 0) -> Page:
        """The page once its script has ended and `charts` figures are drawn (each has three drawings)."""
        self.page.wait_for_function(DRAWN, arg=3 * charts, timeout=PATIENCE)
        return self.page

    def after(self, act: Callable[[Page], object], charts: int = 0) -> Page:
        """The page once it has been drawn again after `act`, which has to make Streamlit run its script."""
        self.page.evaluate(WATCH)
        act(self.page)
        self.page.wait_for_function("window.rerun.done", timeout=PATIENCE)
        return self.settled(charts)

    def listen(self) -> None:
        self.page.on("console", lambda message: self._heard(message))  # a bound method would be written to
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("websocket", lambda socket: self._asked(socket.url))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.console.append(f"{message.type}: {message.text}")

    def _asked(self, url: str) -> None:
        host = urlsplit(url).hostname  # data: and blob: have none
        if host:
            self.hosts.add(host)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
            return answer.status == 200
    except (URLError, OSError):
        return False


@contextmanager
def serving(home: Path, log: Path) -> Iterator[str]:
    """The dashboard over the data of `home`, on a port of its own; yields its address."""
    port = _free_port()
    served, deadline = f"http://127.0.0.1:{port}", time.monotonic() + START
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "scicity", "serve", "--port", str(port)],
            cwd=run.ROOT,
            env=os.environ | {"SCICITY_HOME": str(home), "PYTHONUTF8": "1"},
            stdout=said,
            stderr=said,
        )
        try:
            while not _answers(served):
                ended = process.poll() is not None
                assert not ended, f"the server ended: {log.read_text(encoding='utf-8')}"
                assert time.monotonic() < deadline, f"no answer in {START} s: {log.read_text(encoding='utf-8')}"
                time.sleep(0.1)
            yield served
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="session")
def server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the shared server said."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="session")
def address(built_home: Path, server_log: Path) -> Iterator[str]:
    """Where the dashboard is served over the built data, for all tests of a run."""
    with serving(built_home, server_log) as served:
        yield served


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """An installed browser of the Chrome family. Where there is none the tests are skipped, which fails them in CI."""
    installed = run.find_browser(os.environ)
    if installed is None:
        pytest.skip("no Chrome, Edge or Chromium: set BROWSER_PATH or install one")
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(installed), args=["--no-sandbox"] if as_root else [])
        yield browser
        browser.close()


@pytest.fixture
def visit(address: str, chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """visit(path, width=, height=, scheme='light'|'dark', locale=, scale=): a fresh visitor, as `Visit`."""
    contexts = []

    def opened(
        path: str = "/",
        width: int = 1440,
        height: int = 900,
        scheme: str = "light",
        locale: str = "zh-CN",
        scale: float = 1,
    ) -> Visit:
        context = chromium.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
            color_scheme=scheme,
            locale=locale,
        )
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.listen()
        seen.page.goto(path)
        return seen

    yield opened
    for context in contexts:
        context.close()
