"""run.py: what it chooses, when it installs, what it says instead of a traceback."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import run

PYTHON = sys.executable


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PYTHON, str(run.ROOT / "run.py"), *arguments],
        cwd=Path(PYTHON).anchor,  # from another folder, as anybody may
        env=os.environ | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def lock(tmp_path):
    """A lock file that brings in another; neither needs anything from the network."""
    (tmp_path / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    dev = tmp_path / "requirements-dev.txt"
    dev.write_text("-r requirements.txt\n", encoding="utf-8")
    return dev


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


# -- choosing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "verb", "passed_on"),
    [
        ([], "run", []),
        (["--port", "9000"], "run", ["--port", "9000"]),
        (["run", "--port", "9000"], "run", ["--port", "9000"]),
        (["test", "-k", "check"], "test", ["-k", "check"]),
        (["check"], "check", []),
    ],
)
def test_the_first_word_is_the_verb_and_the_rest_is_passed_on(arguments, verb, passed_on):
    assert run.chosen(arguments) == (verb, passed_on)


def test_an_unknown_word_is_refused_in_one_sentence():
    ended = started("serve")
    assert ended.returncode == 2
    assert ended.stderr == "run.py knows run, setup, test, check, not 'serve': see python run.py --help\n"


def test_help_tells_the_four_verbs():
    ended = started("--help")
    assert ended.returncode == 0
    assert [verb in ended.stdout for verb in run.LOCKS] == [True] * 4


def test_an_old_python_is_refused_in_one_sentence_and_nothing_is_done():
    script = "import run, sys; sys.exit(run.main(['setup'], version=(3, 9, 2)))"
    ended = subprocess.run([PYTHON, "-c", script], cwd=run.ROOT, capture_output=True, text=True, encoding="utf-8")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith("This needs Python 3.11 or newer and was started with 3.9.2.")
    assert len(ended.stderr.splitlines()) == 1


def test_the_oldest_python_that_will_do_is_the_one_the_project_names():
    named = re.search(r'requires-python = ">=(\d+)\.(\d+)"', (run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    oldest = tuple(map(int, named.groups()))
    assert run.old_python(oldest) is None
    assert run.old_python((oldest[0], oldest[1] - 1, 9)) is not None


def test_an_old_python_can_at_least_read_the_file():
    # annotations are not evaluated, so the sentence reaches whoever has 3.8
    import ast

    ast.parse((run.ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_environment_is_found_on_each_system(tmp_path):
    assert run.venv_python(tmp_path, "posix") == tmp_path / "bin" / "python"
    assert run.venv_python(tmp_path, "nt") == tmp_path / "Scripts" / "python.exe"


def test_check_runs_five_checks_and_leaves_out_the_slow_tests():
    commands = run.checks("python", ["-x"])
    assert list(commands) == ["format", "lint", "types", "queries", "tests"]
    assert commands["tests"][-3:] == ["-m", "not browser and not picture and not slow", "-x"]


def test_every_verb_has_its_lock_file():
    assert {verb: lock.name for verb, lock in run.LOCKS.items()} == {
        "run": "requirements.txt",
        "setup": "requirements.txt",
        "test": "requirements-dev.txt",
        "check": "requirements-dev.txt",
    }


# -- packages -------------------------------------------------------------------------------------------------------


def test_uv_is_tried_before_pip_where_it_is_there(tmp_path, lock):
    both = run.installers(tmp_path / "python", lock, "/opt/uv")
    assert [command[0] for command in both] == ["/opt/uv", str(tmp_path / "python")]
    assert [command[-2:] for command in both] == [["-r", str(lock)]] * 2
    assert len(run.installers(tmp_path / "python", lock, None)) == 1


def test_a_change_of_a_lock_file_or_of_one_it_brings_in_is_noticed(lock):
    before = run.fingerprint(lock)
    assert run.fingerprint(lock) == before
    (lock.parent / "requirements.txt").write_text("# something\n", encoding="utf-8")
    assert run.fingerprint(lock) != before


@pytest.mark.slow
def test_installing_for_the_tests_makes_an_environment_once_and_serves_running_too(tmp_path, lock, capfd):
    venv = tmp_path / "with space" / ".venv"
    run.install(lock, venv)
    assert run.is_installed(lock, venv)
    assert run.is_installed(lock.parent / "requirements.txt", venv)
    assert subprocess.run([run.venv_python(venv), "-c", "import pip"]).returncode == 0
    capfd.readouterr()

    run.install(lock, venv)
    assert capfd.readouterr().out == ""  # nothing to do, nothing said

    lock.write_text(lock.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert not run.is_installed(lock, venv)
    run.install(lock, venv)
    assert "Installing requirements-dev.txt" in capfd.readouterr().out


@pytest.mark.slow
def test_an_environment_whose_making_was_interrupted_is_made_anew(tmp_path, lock):
    venv = tmp_path / ".venv"
    executable(run.venv_python(venv))  # a python that is none
    run.install(lock, venv)
    assert subprocess.run([run.venv_python(venv), "-c", "import pip"]).returncode == 0


@pytest.mark.slow
def test_packages_that_cannot_be_had_are_told_and_not_taken_for_installed(tmp_path, lock):
    lock.write_text("no-such-package @ file:///nowhere/at-all.whl\n", encoding="utf-8")
    with pytest.raises(run.Refusal, match="requirements-dev.txt could not be installed"):
        run.install(lock, tmp_path / ".venv")
    assert not run.is_installed(lock, tmp_path / ".venv")


def pins(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("==", 1) for line in lines if line and not line.startswith(("#", "-r ")))


def test_the_lock_files_are_exact_and_name_no_host():
    for lock in set(run.LOCKS.values()):
        lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        wrong = [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9][^ @/]*( ; [a-z_]+ [=!]= '\w+')?", line)]
        assert [line for line in wrong if line != "-r requirements.txt"] == []


def test_the_lock_files_hold_everything_that_comes_along():
    """Each package's own list of needs, as installed here, is in the lock at the version that is installed."""
    script = """
import importlib.metadata as m, json, sys
from packaging.requirements import Requirement
names = json.load(sys.stdin)
needs = {}
for name in names:
    try:
        found = m.distribution(name)
    except m.PackageNotFoundError:
        continue
    wanted = [Requirement(text) for text in found.requires or []]
    here = [r.name for r in wanted if r.marker is None or r.marker.evaluate({"extra": ""})]
    needs[name] = [found.version, here]
print(json.dumps(needs))
"""
    both = pins(run.RUNNING) | pins(run.TESTING)
    asked = subprocess.run([PYTHON, "-c", script], input=json.dumps(list(both)), capture_output=True, text=True)
    needs = json.loads(asked.stdout)
    assert len(needs) > 60
    known = {name.lower().replace("_", "-") for name in both}
    missing = {need for _, wanted in needs.values() for need in wanted if need.lower().replace("_", "-") not in known}
    assert missing == set()
    assert {name: version for name, (version, _) in needs.items() if both[name].split(" ")[0] != version} == {}


# -- what pip cannot bring ------------------------------------------------------------------------------------------


def test_a_browser_is_found_on_the_path(tmp_path):
    there = executable(tmp_path / "chromium")
    assert run.find_browser({"PATH": str(tmp_path)}, "linux") == there


def test_browser_path_comes_before_the_path_unless_it_leads_nowhere(tmp_path):
    on_path, named = executable(tmp_path / "chromium"), executable(tmp_path / "mine" / "browser")
    assert run.find_browser({"PATH": str(tmp_path), "BROWSER_PATH": str(named)}, "linux") == named
    assert run.find_browser({"PATH": str(tmp_path), "BROWSER_PATH": str(tmp_path / "gone")}, "linux") == on_path


def test_a_browser_is_found_where_macos_and_windows_keep_it(tmp_path):
    mac = executable(tmp_path / "Applications" / "Microsoft Edge.app" / "Contents" / "MacOS" / "Microsoft Edge")
    assert run.find_browser({"PATH": "", "HOME": str(tmp_path)}, "darwin") == mac
    windows = executable(tmp_path / "Google" / "Chrome" / "Application" / "chrome.exe")
    assert run.find_browser({"PATH": "", "PROGRAMFILES": str(tmp_path)}, "win32") == windows


def test_no_browser_is_none(tmp_path):
    assert run.find_browser({"PATH": str(tmp_path)}, "linux") is None


def test_a_machine_that_brings_its_own_chinese_font_is_not_asked():
    assert run.has_chinese_font("win32")
    assert run.has_chinese_font("darwin")


def test_what_is_missing_is_told_once_in_a_line_each_and_does_not_stop_the_start(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))  # no browser, no fc-list, no apt-get
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    run.fetch_missing_pieces(tmp_path)
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert "apt-get install chromium" in said[0]
    assert "apt-get install fonts-noto-cjk" in said[1]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="apt is Linux only")
def test_apt_is_asked_for_what_is_missing_only_once(tmp_path, monkeypatch, capsys):
    """An apt-get that fails and writes down what it was asked."""
    asked = tmp_path / "asked"
    apt = executable(tmp_path / "bin" / "apt-get")
    apt.write_text(f'#!{shutil.which("sh")}\necho "$@" >> "{asked}"\nexit 100\n', encoding="utf-8")
    monkeypatch.setenv("PATH", str(apt.parent))
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    run.fetch_missing_pieces(tmp_path)
    first = asked.read_text(encoding="utf-8").splitlines()
    assert [line.split()[3] for line in first] == ["update", "install"]
    assert first[1].split()[-3:] == ["chromium", "fontconfig", "fonts-noto-cjk"]
    run.fetch_missing_pieces(tmp_path)
    assert asked.read_text(encoding="utf-8").splitlines() == first
    assert "apt-get install chromium" in capsys.readouterr().out.splitlines()[-2]


def test_office_programs_are_fetched_for_the_tests_and_for_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert set(run.OFFICE) & set(run.missing_pieces("run")) == set()
    assert set(run.OFFICE) <= set(run.missing_pieces("test"))
    executable(tmp_path / "soffice")
    executable(tmp_path / "pdftotext")
    assert set(run.OFFICE) & set(run.missing_pieces("test")) == set()


# -- doing ----------------------------------------------------------------------------------------------------------


def test_data_is_there_when_a_release_is_current(tmp_path):
    home = {"SCICITY_HOME": str(tmp_path)}
    assert not run.has_data(home)
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "current").write_text("1", encoding="utf-8")
    assert run.has_data(home)


def test_every_check_runs_even_after_one_failed(monkeypatch, capfd):
    bad, good = [PYTHON, "-c", "raise SystemExit(3)"], [PYTHON, "-c", "print('ran')"]
    monkeypatch.setattr(run, "checks", lambda python, passed_on: {"format": bad, "types": good})
    assert run.run_checks(PYTHON, []) == 1
    assert capfd.readouterr().out == "ran\ncheck: format failed\n"


def test_a_command_that_is_not_there_does_not_work():
    assert not run.works(["no-such-command-anywhere"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to hand over")
def test_what_is_started_takes_the_place_of_run_and_gets_its_signals():
    script = f"import run, sys; run.hand_over([{PYTHON!r}, '-c', 'print(1, flush=True); import time; time.sleep(60)'])"
    process = subprocess.Popen([PYTHON, "-c", script], cwd=run.ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    assert process.stdout.readline() == b"1\n"
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == -signal.SIGTERM
    process.stdout.close()


def test_ci_runs_the_tests_as_anyone_does():
    script = (run.ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert commands == ['exec python3 "$(dirname "$0")/../run.py" test']


def test_the_whole_suite_runs_on_at_most_four_cores():
    assert run.side_by_side(2) == ["-n", "2", "--dist", "loadfile"]
    assert run.side_by_side(64)[:2] == ["-n", "4"]
    assert run.side_by_side(None)[:2] == ["-n", "1"]
