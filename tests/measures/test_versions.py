"""Versions of the leading industries and the mapping between two of them."""

import csv

import pytest

from scicity import places
from scicity.measures import taxonomy, versions


def test_four_versions_follow_one_another():
    assert [(one.version, one.from_month) for one in versions.versions()] == [
        ("V0", "2016-10"), ("V1", "2020-05"), ("V2", "2023-04"), ("V3", "2023-06"),
    ]  # fmt: skip


def test_the_version_in_use_counts_what_the_taxonomy_holds():
    used = next(one for one in versions.versions() if one.version == versions.IN_USE)
    assert used.industries_count == len(taxonomy.industries()) == 4
    assert used.subfields_count == len(taxonomy.subfields()) == 15
    assert used.text("industries") == "、".join(taxonomy.item(code).name_zh for code in taxonomy.industries())


def test_every_industry_of_2020_is_mapped_once_and_two_were_renamed():
    mapped = {one.item: one for one in versions.mapping()}
    assert list(mapped) == taxonomy.industries()
    assert {code for code, one in mapped.items() if one.kind == "same"} == {"NIT", "HS"}
    assert mapped["AM"].new_zh == "绿色低碳及智能制造"
    assert mapped["AM"].kind == "widened"
    assert all((one.kind == "same") == (one.old_zh == one.new_zh) for one in mapped.values())


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A copy of the taxonomy folder in which one cell can be spoiled."""

    def spoil(file, row, column, text):
        for path in places.TAXONOMY.glob("*.csv"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
        rows = list(csv.DictReader((tmp_path / file).open(encoding="utf-8", newline="")))
        rows[row][column] = text
        with (tmp_path / file).open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        monkeypatch.setattr(places, "TAXONOMY", tmp_path)

    return spoil


def test_a_version_out_of_order_is_refused(written):
    written("versions.csv", 1, "from_month", "2015-01")
    with pytest.raises(ValueError, match="V1 of versions.csv begins before V0"):
        versions.versions.__wrapped__()


def test_an_unknown_industry_of_the_mapping_is_refused(written):
    written("mapping_v1_v2.csv", 0, "item", "XX")
    with pytest.raises(ValueError, match="'XX, same'"):
        versions.mapping.__wrapped__()
