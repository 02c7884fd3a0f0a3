"""A data home of four enterprises and one release, built once: it is copied for each test that asks for it."""

import shutil

import pytest

from scicity import records, releases
from tests.records.small_city import arrival


@pytest.fixture(scope="session")
def built_small_home(tmp_path_factory):
    home = tmp_path_factory.mktemp("small") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCICITY_HOME", str(home))
        inbox = tmp_path_factory.mktemp("inbox")
        records.accept_all([arrival(1, inbox)], author="Ann", note="first report")
        releases.publish("first", author="Ann", published_on="2020-09-01")
    return home


@pytest.fixture
def small_home(built_small_home, tmp_path, monkeypatch):
    home = tmp_path / "home"
    shutil.copytree(built_small_home, home)
    monkeypatch.setenv("SCICITY_HOME", str(home))
    return home


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """Settings of this installation with other sections [publishing] and [retention]."""
    from scicity import places

    def write(text: str) -> None:
        kept = places.PROJECT.joinpath("data", "settings.toml").read_text(encoding="utf-8").split("[publishing]")[0]
        (tmp_path / "settings.toml").write_text(kept + text, encoding="utf-8")
        monkeypatch.setattr(places, "SETTINGS", tmp_path / "settings.toml")

    return write
