"""An empty data home for each test."""

import pytest


@pytest.fixture(autouse=True)
def empty_home(tmp_path, monkeypatch):
    home = tmp_path / "home"
    monkeypatch.setenv("SCICITY_HOME", str(home))
    return home
