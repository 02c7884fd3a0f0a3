"""Shared by all tests: a data home of their own, and the rule that in CI a skipped test is a failure."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

HOME = pytest.StashKey[tempfile.TemporaryDirectory]()


def pytest_configure(config: pytest.Config) -> None:
    """No test reads or writes the data of whoever runs it: SCICITY_HOME is an empty folder for each run."""
    config.stash[HOME] = tempfile.TemporaryDirectory(prefix="scicity-tests-", ignore_cleanup_errors=True)
    os.environ["SCICITY_HOME"] = config.stash[HOME].name


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[HOME].cleanup()


def _skipped_in_ci(config: pytest.Config) -> list[str]:
    """Which tests were skipped and why, in CI; elsewhere nothing, because a laptop may lack a browser."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") != "true" or reporter is None:  # a worker of a parallel run has no reporter
        return []
    reports = reporter.stats.get("skipped", [])
    return [f"{report.nodeid}: {report.longrepr[2]}" for report in reports if isinstance(report.longrepr, tuple)]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if exitstatus == pytest.ExitCode.OK and _skipped_in_ci(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = _skipped_in_ci(terminalreporter.config)
    if skipped:
        terminalreporter.section("skipped in CI, which counts as failed")
        for line in skipped:
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def built_home(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data home as `setup` builds it; shared by all tests of a run, so nobody may write to it."""
    home = tmp_path_factory.mktemp("home")
    ended = subprocess.run(
        [sys.executable, "-m", "scicity", "setup"],
        cwd=project,
        env=os.environ | {"SCICITY_HOME": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    return home


@pytest.fixture
def home(built_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The built data home for a test that only reads."""
    monkeypatch.setenv("SCICITY_HOME", str(built_home))
    return built_home


@pytest.fixture
def own_home(built_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the built data home for a test that imports, publishes or breaks something."""
    copy = tmp_path / "own_home"
    shutil.copytree(built_home, copy)
    monkeypatch.setenv("SCICITY_HOME", str(copy))
    return copy
