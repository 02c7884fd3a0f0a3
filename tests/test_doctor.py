"""What the doctor finds on machines that lack something."""

import sys
from importlib.metadata import version

import pytest

from scicity import doctor, places
from scicity.doctor import findings
from scicity.wording import say


def check(key: str, language: str = "zh") -> doctor.Check:
    return {one.name: one for one in findings(language)}[say(key, language)]


@pytest.fixture
def bare_project(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "PROJECT", tmp_path)
    return tmp_path


@pytest.fixture
def empty_home(tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path))
    return tmp_path


def test_what_is_right_needs_no_advice_and_what_is_wrong_has_some():
    assert len(findings()) == len(findings("en")) == 9
    assert all(one.ok == (one.advice == "") for one in findings())


def test_the_python_that_runs_is_named(monkeypatch):
    assert check("doctor_python").ok
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))
    assert not check("doctor_python").ok
    assert check("doctor_python").found.startswith(f"{sys.version_info[0]}.{sys.version_info[1]}")


def test_packages_are_compared_with_their_pins(bare_project):
    (bare_project / "requirements.txt").write_text(
        f"# pinned\npandas=={version('pandas')}\nstreamlit[pdf]==0.1  # old\nnosuch==1.0\nwinonly==1 ; x == 'y'\n"
    )
    found = check("doctor_packages")
    # of the three that every system needs, one is right
    assert found.found == "1/3 个与 requirements.txt 一致"
    assert "pandas" not in found.advice and "nosuch 应为 1.0，现为 --" in found.advice
    assert f"streamlit 应为 0.1，现为 {version('streamlit')}" in found.advice


def test_a_project_without_pins_is_reported(bare_project):
    assert "requirements.txt" in check("doctor_packages").advice


def test_a_missing_browser_comes_with_the_line_that_gets_it(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chrome")
    assert not check("doctor_browser").ok
    assert "/nowhere/chrome" in check("doctor_browser").advice


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux comes without Chinese fonts")
def test_a_missing_font_comes_with_the_line_that_gets_it(monkeypatch, tmp_path):
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    assert check("doctor_font").found == "没有" and check("doctor_font").advice


def test_disk_space_is_looked_at_even_before_the_data_home_exists(empty_home, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(empty_home / "not" / "yet"))
    assert check("doctor_disk").ok
    monkeypatch.setattr(doctor, "LEAST_SPACE_GB", 1e9)
    assert "SCICITY_HOME" in check("doctor_disk").advice


def test_before_the_first_release_setup_is_advised(empty_home):
    assert check("doctor_release").advice == "还没有数据：运行 python run.py setup"


def test_the_current_release_is_named_and_all_is_whole(home):
    assert check("doctor_release") == doctor.Check("当前发布版本", True, "20201015-01", "")
    assert check("doctor_releases").found == "4/4 个完好"
    assert check("doctor_records").ok and check("doctor_audit").ok


def test_what_is_damaged_is_named_with_what_to_do(own_home):
    (own_home / "releases" / "20201015-01" / "industry.duckdb").unlink()
    (own_home / "releases" / "20200820-01" / "manifest.json").write_text("{half")
    (own_home / "records" / "000003" / "rows.parquet").write_bytes(b"x")
    log = own_home / "audit.log"
    log.write_text(log.read_text(encoding="utf-8").replace("setup", "somebody", 1), encoding="utf-8")
    assert check("doctor_release").found == "20201015-01 已损坏（industry.duckdb），现在显示 20200920-01"
    assert "20201015-01/industry.duckdb, 20200820-01/manifest.json" in check("doctor_releases").advice
    assert check("doctor_releases").found == "2/4 个完好"
    assert "rows.parquet of submission 3" in check("doctor_records").advice
    assert "第 2 条" in check("doctor_audit").advice
