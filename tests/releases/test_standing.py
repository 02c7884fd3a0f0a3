"""What readers see when something is damaged: the last whole release, and that it is not the one they should see."""

import shutil

import pytest

from scicity import audit, records, releases
from tests.records.small_city import arrival


@pytest.fixture
def three(small_home, tmp_path):
    """Three releases; the last is current."""
    for content in (2, 3):
        records.accept_all([arrival(content, tmp_path)])
        releases.publish(str(content), published_on="2020-10-01")
    return small_home / "releases"


def flip(path):
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)


def test_all_is_well(three):
    assert releases.standing() == releases.Standing("20201001-02", "", "20201001-02")


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        (lambda folder: flip(folder / "industry.duckdb"), "industry.duckdb"),
        (lambda folder: flip(folder / "published.duckdb"), "published.duckdb"),  # the same in all releases
        (lambda folder: (folder / "changes.duckdb").unlink(), "changes.duckdb"),
        (lambda folder: (folder / "manifest.json").unlink(), "manifest.json"),
        (lambda folder: (folder / "manifest.json").write_text("{half"), "manifest.json"),
        (lambda folder: (folder / "manifest.json").write_text("{}"), "manifest.json"),
        (lambda folder: flip(folder / "manifest.json"), "manifest.json"),
        (shutil.rmtree, "manifest.json"),
    ],
    ids=["byte", "shared byte", "file gone", "no manifest", "torn", "empty", "manifest byte", "folder gone"],
)
def test_where_the_current_release_is_damaged_the_one_before_is_shown_and_said_so(three, harm, name):
    harm(three / "20201001-02")
    assert releases.standing() == releases.Standing("20201001-01", "damaged", "20201001-02", (name,))
    assert releases.current() == "20201001-01"
    assert "20201001-02" not in [one.id for one in releases.released()]
    assert audit.entries()[-1].act == "fallback"
    with pytest.raises((releases.Damaged, LookupError)):
        releases.manifest("20201001-02")


@pytest.mark.parametrize("text", ["", "\n", "rubbish\n", "20201001\n", "20201001-02 now\n", "20201001-02\nx y z\n"])
def test_where_the_pointer_is_damaged_the_last_whole_release_is_shown_and_said_so(three, text):
    (three / "current").write_text(text)
    assert releases.standing() == releases.Standing("20201001-02", "pointer", "", ("current",))


def test_a_pointer_of_garbage_or_none_at_all_is_a_damaged_pointer(three):
    (three / "current").write_bytes(b"\xff\xfe\x00")
    assert releases.standing().notice_kind == "pointer"
    (three / "current").unlink()
    assert releases.standing() == releases.Standing("20201001-02", "pointer", "", ("current",))


def test_after_a_rollback_the_release_rolled_away_from_does_not_come_back(three):
    releases.roll_back("20201001-01")
    flip(three / "20201001-01" / "industry.duckdb")
    assert releases.standing().release == "20200901-01"


def test_where_nothing_is_whole_there_is_no_release_and_it_is_said(three):
    for folder in three.glob("2*"):
        flip(folder / "industry.duckdb")
    assert releases.standing().notice_kind == "none"
    assert releases.current() == ""
    assert releases.released() == []


def test_before_the_first_release_nothing_is_wrong(tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path / "new"))
    assert releases.standing() == releases.Standing("")


def test_publishing_mends_it(three, tmp_path):
    flip(three / "20201001-02" / "published.duckdb")
    (three / "current").write_text("")
    records.accept_all([arrival(9, tmp_path)])
    about = releases.publish("mended", published_on="2020-10-01")
    assert releases.standing() == releases.Standing(about.id, "", about.id)
    assert about.previous == "20201001-01"


def test_the_hundredth_release_of_a_day_comes_after_the_eleventh(three):
    for number in ("11", "100"):
        shutil.copytree(three / "20201001-02", three / f"20201001-{number}")
        text = (three / f"20201001-{number}" / "manifest.json").read_text()
        about = releases.store.durable.unsealed(text) | {"id": f"20201001-{number}"}
        (three / f"20201001-{number}" / "manifest.json").write_text(releases.store.durable.sealed(about))
    assert [one.id for one in releases.on_shelf()][-2:] == ["20201001-11", "20201001-100"]
