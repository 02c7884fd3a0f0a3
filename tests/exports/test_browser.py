"""Looking for a browser and a font, on machines that have none."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scicity import places
from scicity.exports import browser as machine
from scicity.exports.browser import NoPictures, cjk_font, found_browser, how_to_get, required
from scicity.exports.tables import csv_bytes

ASK = """
from scicity.exports.pictures import NoPictures, png
import plotly.graph_objects as go
try:
    png(go.Figure())
except NoPictures as missing:
    print(missing.key, missing.sentence("zh"), missing.sentence("en"), sep="\\n")
"""


def asked(**environment: str) -> tuple[list[str], float]:
    """What a fresh process prints when asked for a picture, and how long it took (at most 100 s)."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "PYTHONPATH": str(places.PROJECT), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=True,
    )
    return done.stdout.splitlines(), time.monotonic() - start


def test_without_a_browser_the_reader_is_told_at_once_what_is_missing_and_how_to_get_it():
    (key, zh, en), seconds = asked(BROWSER_PATH="/nowhere/chrome", PATH="")
    assert key == "file_no_browser_at"
    assert "/nowhere/chrome" in zh and "不能生成图片" in zh and "安装：" in zh
    assert "/nowhere/chrome" in en and "no picture can be made" in en
    assert seconds < 30


@pytest.mark.picture
@pytest.mark.skipif(os.name != "posix", reason="the stand-in for a broken browser is a shell script")
def test_a_browser_that_ends_at_once_is_reported_not_waited_for(browser, tmp_path):
    broken = tmp_path / "chrome"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    (key, zh, _), seconds = asked(BROWSER_PATH=str(broken))
    assert key == "file_browser_broken" and str(broken) in zh
    assert seconds < 90


def test_the_browser_that_the_environment_names_is_the_one_used(monkeypatch, tmp_path):
    named = tmp_path / "browser"
    named.write_bytes(b"")
    named.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(named))
    assert found_browser() == named


def test_a_folder_is_no_browser(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path))
    with pytest.raises(NoPictures, match="there is no browser to run"):
        found_browser()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux comes without Chinese fonts")
def test_a_system_without_chinese_fonts_gives_no_pictures(monkeypatch, tmp_path):
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    monkeypatch.setenv("BROWSER_PATH", sys.executable)
    assert not cjk_font()
    with pytest.raises(NoPictures) as refused:
        required()
    assert "没有中文字体" in refused.value.sentence("zh")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux comes without Chinese fonts")
def test_fonts_are_found_by_their_files_where_the_system_has_no_list_of_them(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(machine, "FONT_FOLDERS", (str(tmp_path),))
    assert not cjk_font()
    (tmp_path / "NotoSansCJK-Regular.ttc").write_bytes(b"")
    assert cjk_font()


def test_the_line_that_gets_a_browser_fits_the_system(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert how_to_get().startswith("python -c")  # no package manager at all
    tool = Path(tmp_path) / ("dnf.exe" if os.name == "nt" else "dnf")
    tool.write_bytes(b"")
    tool.chmod(0o755)
    assert shutil.which("dnf") and how_to_get().startswith("sudo dnf install")


def test_tables_need_no_browser(monkeypatch, frame, about, columns):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chrome")
    assert csv_bytes(frame, about, columns).startswith(b"\xef\xbb\xbf")
