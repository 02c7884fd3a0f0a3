"""What print names without a number: lists keep their places, names keep their source."""

import csv

import pytest

from scicity import places, published
from scicity.measures import taxonomy


@pytest.fixture(scope="module")
def named():
    return published.named()


def of_list(named, name):
    return named[named["list"] == name]


def test_w13_c1_ten_centres_of_which_the_named_ones_work_in_integrated_circuits(named):
    centres = of_list(named, "centres")
    assert centres["rank"].tolist() == list(range(1, 11))
    assert centres.loc[centres["name_zh"] != "", "name_zh"].tolist() == [
        "联合微电子中心", "北京理工大学重庆微电子中心", "电子科技大学重庆微电子产业技术研究院",
    ]  # fmt: skip
    assert set(centres.loc[centres["name_zh"] != "", "item"]) == {"NIT-IC"}
    assert taxonomy.item("NIT-IC").parent == "NIT"


def test_w13_c2_no_centre_has_a_dated_milestone(named):
    assert set(of_list(named, "centres")["dated"]) == {""}


def test_w15_c1_the_alliance_has_14_places_always(named):
    assert of_list(named, "alliance")["rank"].tolist() == list(range(1, 15))


def test_w14_the_two_facilities_are_named_and_only_dated_steps_are_milestones(named):
    assert of_list(named, "facilities")["name_zh"].tolist() == ["超瞬态物质科学实验装置", "中国自然人群资源库重庆中心"]
    assert all(of_list(named, "milestones")["dated"])


def test_w15_c2_each_ring_is_named_with_its_source(named):
    rings = of_list(named, "rings")
    assert rings["name_zh"].tolist() == ["环重庆大学创新生态圈", "环重庆师范大学创新生态圈"]
    assert all(rings["publisher"]) and all(rings["quotation"])


def test_a_page_of_the_publishers_own_is_linked_and_the_article_is_not(named):
    assert of_list(named, "milestones")["link"].str.startswith("http://gxq.cq.gov.cn/").all()
    assert set(of_list(named, "honours")["link"]) == {""}


@pytest.mark.parametrize(
    ("row", "column", "text", "expected"),
    [
        (2, "quotation", "", "both or neither"),
        (8, "source", "重庆日报", "both or neither"),
        (3, "stage", "begun", "is unknown"),
        (2, "figure_id", "nobody", "Name a cited figure"),
        (2, "source", "某报", "is unknown"),
        (2, "dated", "autumn", "a date"),
    ],
)
def test_a_faulty_row_is_refused_by_name(spoil, row, column, text, expected):
    folder = spoil("named.csv", row, column, text)
    with pytest.raises(ValueError, match=f"named.csv, row {row}, column '{column}': .*{expected}"):
        published.named(folder)


@pytest.mark.parametrize("search", ["创新平台", "研发平台"])
def test_w11_c1_either_name_finds_the_same_169(home, search):
    from scicity import releases, warehouse

    folder = releases.manifest(releases.current()).folder
    found = warehouse.fetch(folder, "published/figures", search=search, domain="", grades=("official", "press"))
    assert found.loc[found["value"] == 169, "figure_id"].tolist() == ["rd_platforms_municipal_plus"]


def test_w08_c1_the_ten_service_platforms_have_ten_places_without_a_name(named):
    platforms = of_list(named, "service_platforms")
    assert platforms["rank"].tolist() == list(range(1, 11))
    assert set(platforms["name_zh"]) == {""}


def test_w08_c3_an_eleventh_service_platform_asks_for_a_new_version(spoil):
    folder = spoil("named.csv", _first_row("carriers"), "list", "service_platforms")
    with pytest.raises(ValueError, match="11 places found; expected 10.*Cite a new version first"):
        published.named(_ranked(folder))


def _first_row(name):
    with (places.PUBLISHED / "named.csv").open(encoding="utf-8", newline="") as opened:
        return next(row for row, one in enumerate(csv.DictReader(opened), 2) if one["list"] == name)


def _ranked(folder):
    """Gives the misplaced row a rank of its own, so that only the count is wrong."""
    file = folder / "named.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("service_platforms,1,国家"))
    lines[at] = lines[at].replace("service_platforms,1,", "service_platforms,11,", 1)
    file.write_text("".join(lines), encoding="utf-8")
    return folder
