"""The places of 1+1+N hold what the office assigned, and nothing else."""

import pytest

from scicity.measures import components


def test_w01_c1_an_empty_mapping_gives_three_neutral_places():
    places = components.slots()
    assert [place.sign for place in places] == ["1", "1", "N"]
    assert [place.names() for place in places] == [(), (), ()]


def test_what_the_office_assigns_is_shown_in_both_languages(tmp_path):
    path = tmp_path / "finance.toml"
    path.write_text('[slots]\nmany = [{ name_zh = "甲", name_en = "A" }, { name_zh = "乙", name_en = "B" }]\n', "utf-8")
    assert components.slots(path)[2].names("en") == ("A", "B")
    assert components.slots(path)[0].assigned == ()


def test_a_place_that_is_none_is_refused(tmp_path):
    path = tmp_path / "finance.toml"
    path.write_text("[slots]\nthird = []\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no place 'third'"):
        components.slots(path)
