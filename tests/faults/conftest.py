"""Actors for the tests of faults, and a small home with one release."""

import shutil

import pytest

pytest.importorskip("resource", reason="killing at any instant and limits of the system are tried on Unix")

from tests.faults.troupe import Actor  # noqa: E402


@pytest.fixture(scope="session")
def actor(project):
    actor = Actor.begin(project)
    yield actor
    actor.end()


@pytest.fixture(scope="session")
def smallest_home(tmp_path_factory, actor):
    home = tmp_path_factory.mktemp("smallest") / "home"
    actor.finish(actor.start(home, 1, "accept+publish", times=2))
    return home


@pytest.fixture
def small_home(tmp_path, monkeypatch, smallest_home):
    """A data home of four enterprises and two releases: enough to import, publish and roll back in."""
    home = tmp_path / "home"
    shutil.copytree(smallest_home, home)
    monkeypatch.setenv("SCICITY_HOME", str(home))
    return home
