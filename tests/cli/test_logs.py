"""A fault behind a finding: a line and its number on the terminal, the trace in the log of the data home."""

import os
import re
import subprocess
import sys

import pytest

REPORT = "月份,细分领域,企业代码,产值,单位\n2020年9月,集成电路,R1,10000,万元\n"
# the verb as the shell runs it, with a fault of ours put into a check
FAULTY = (
    "import sys; from scicity.ingest import comparing; from scicity.cli import main\n"
    "comparing.compared = lambda *_: 1 / 0\n"
    "sys.argv[0] = 'scicity'; main()"
)


def check(folder, home, **environment):
    report = folder / "a.csv"
    report.write_text(REPORT, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", FAULTY, "check", str(report), "--form", "enterprise_output"], capture_output=True,
        text=True, encoding="utf-8",
        env=os.environ | {"SCICITY_HOME": str(home), "PYTHONUTF8": "1", "COLUMNS": "300"} | environment,
    )  # fmt: skip


def test_a_trace_stands_in_the_log_under_the_number_that_the_finding_gives(tmp_path):
    ended = check(tmp_path, tmp_path)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stdout + ended.stderr
    number = re.search(r"checking a\.csv failed, number (\w{8})", ended.stderr)[1]
    log = (tmp_path / "faults.log").read_text(encoding="utf-8")
    assert number in log and "ZeroDivisionError" in log and "Traceback" in log
    assert number in re.sub(r"\W", "", ended.stdout)  # a table may break its cells


def test_a_trace_is_shown_on_the_terminal_when_asked_for(tmp_path):
    assert "ZeroDivisionError" in check(tmp_path, tmp_path, SCICITY_DEBUG="1").stderr


@pytest.mark.parametrize("home", ["a.csv/home", "none/there"])
def test_a_data_home_that_takes_no_log_stops_nothing_and_shows_no_trace(tmp_path, home):
    ended = check(tmp_path, tmp_path / home)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stdout + ended.stderr
    assert "unreadable" in ended.stdout or "can't be read" in ended.stdout
