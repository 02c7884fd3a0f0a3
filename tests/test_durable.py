"""Files that are whole or absent."""

import os

import pytest

from scicity import durable


def test_a_folder_that_is_not_settled_leaves_nothing_behind(tmp_path):
    with durable.staged(tmp_path) as staging:
        (staging / "half").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_a_place_can_be_taken_once(tmp_path):
    with durable.staged(tmp_path) as first, durable.staged(tmp_path) as second:
        (first / "rows").write_text("first")
        (second / "rows").write_text("second")
        assert durable.settle(first, tmp_path / "000001")
        assert not durable.settle(second, tmp_path / "000001")
    assert (tmp_path / "000001" / "rows").read_text() == "first"


def test_replacing_a_pointer_keeps_one_whole_text(tmp_path):
    durable.replace_text(tmp_path / "current", "a\n")
    durable.replace_text(tmp_path / "current", "b\n")
    assert (tmp_path / "current").read_text() == "b\n"
    assert [path.name for path in tmp_path.iterdir()] == ["current"]


def test_a_failure_while_building_is_passed_on_and_cleaned_up(tmp_path):
    with pytest.raises(RuntimeError, match="disk"), durable.staged(tmp_path):
        raise RuntimeError("disk")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_builder_left_is_swept_after_a_day_and_not_before(tmp_path):
    old, young = tmp_path / f"{durable.STAGING}old", tmp_path / f"{durable.STAGING}young"
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (0, 0))
    with durable.staged(tmp_path):
        assert not old.exists()
        assert young.exists()
