"""What the shared test set-up promises, tried on small test suites of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scicity import places

SKIPPING = "import pytest\n\ndef test_a(): pytest.skip('no browser here')\n\ndef test_b(): pass\n"


def run_suite(folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(Path(__file__).parent / "conftest.py", folder)
    (folder / "test_small.py").write_text(SKIPPING, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    return subprocess.run(command, cwd=folder, env=os.environ | {"CI": ci}, capture_output=True, text=True)


def test_a_skip_in_ci_fails_the_run_and_says_which_and_why(tmp_path):
    ended = run_suite(tmp_path, ci="true")
    assert ended.returncode == 1
    assert "test_small.py::test_a: Skipped: no browser here" in ended.stdout
    assert "1 passed, 1 skipped" in ended.stdout.splitlines()[-1]  # pytest's own closing line stays the last


def test_a_skip_elsewhere_does_not_fail_the_run(tmp_path):
    assert run_suite(tmp_path, ci="").returncode == 0


def test_tests_have_a_data_home_outside_the_project():
    assert places.home().is_dir()
    assert places.PROJECT not in places.home().parents
