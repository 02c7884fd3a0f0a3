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
def project(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "PROJECT", tmp_path)
    return tmp_path


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path))
    return tmp_path


def test_what_is_right_needs_no_advice_and_what_is_wrong_has_some():
    assert len(findings()) == len(findings("en")) == 6
    assert all(one.ok == (one.advice == "") for one in findings())


def test_the_python_that_runs_is_named(monkeypatch):
    assert check("doctor_python").ok
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))
    assert not check("doctor_python").ok
    assert check("doctor_python").found.startswith(f"{sys.version_info[0]}.{sys.version_info[1]}")


def test_packages_are_compared_with_their_pins(project):
    (project / "requirements.txt").write_text(
        f"# pinned\npandas=={version('pandas')}\nstreamlit[pdf]==0.1  # old\nnosuch==1.0\nwinonly==1 ; x == 'y'\n"
    )
    found = check("doctor_packages")
    # of the three that every system needs, one is right
    assert found.found == "1/3 个与 requirements.txt 一致"
    assert "pandas" not in found.advice and "nosuch 应为 1.0，现为 --" in found.advice
    assert f"streamlit 应为 0.1，现为 {version('streamlit')}" in found.advice


def test_a_project_without_pins_is_reported(project):
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


def test_disk_space_is_looked_at_even_before_the_data_home_exists(home, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(home / "not" / "yet"))
    assert check("doctor_disk").ok
    monkeypatch.setattr(doctor, "LEAST_SPACE_GB", 1e9)
    assert "SCICITY_HOME" in check("doctor_disk").advice


def test_before_the_first_release_setup_is_advised(home):
    assert check("doctor_release").advice == "还没有数据：运行 python run.py setup"


def test_the_current_release_is_named_and_a_broken_one_reported(home):
    folder = home / "releases" / "2020-08-r1"
    folder.mkdir(parents=True)
    (home / "releases" / "current").write_text("2020-08-r1\n")
    assert "rollback" in check("doctor_release").advice
    (folder / "manifest.json").write_text("{half")
    assert not check("doctor_release").ok
    (folder / "manifest.json").write_text("{}")
    assert check("doctor_release") == doctor.Check("当前发布版本", True, "2020-08-r1", "")
