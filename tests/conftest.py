"""Shared by all tests: a data home of their own, and the rule that in CI a skipped test is a failure."""

import os
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
