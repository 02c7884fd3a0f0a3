"""The projects subject as a release tells it: the C-checks of W17, W18 and W19 on the demonstration's last release."""

import re
from pathlib import Path

import pytest

from scicity import gallery, places, releases
from scicity.contracts import contract
from scicity.filters import Filters
from scicity.warehouse import fetch
from scicity.wording import words

NAMES = ("project_signings", "project_tiers", "project_published_tiers", "project_fields", "project_investors",
         "project_origins", "project_cohorts", "project_funds", "project_share")  # fmt: skip


@pytest.fixture
def ask(home):
    folder = releases.manifest(releases.current()).folder
    return lambda name, **params: fetch(folder, f"projects/{name}", **params)


@pytest.fixture
def filters(home):
    return Filters(release=releases.current(), month="2020-09", scope="ZGY")


@pytest.mark.parametrize("scope", ["ZGY", "KXC"])
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_can_be_shown_with_its_table_and_its_account(filters, name, scope):
    shown = gallery.show(name, Filters(release=filters.release, month="2020-09", scope=scope), "zh")
    frame, columns = shown.table()
    assert all(column.name in frame for column in columns)
    expected = "科学城核心区" if name == "project_published_tiers" or scope == "ZGY" else "科学城全域"
    assert shown.about().scope == expected
    assert shown.caption.provenance == ("press" if name == "project_published_tiers" else "demo")


def test_w17_c2_the_amount_is_called_agreed_and_never_in_place(ask):
    (row,) = ask("event", scope="KXC", event="2020线上智博会").to_dict("records")
    assert (row["projects_count"], row["contract_100m_yuan"], row["fortune500_count"]) == (43, 1012.4, 6)
    assert "不是到位额" in words()["projects_expo_line"]["zh"]


def test_w17_c3_six_fortune_500_investors_are_named(ask):
    names = ask("named", list="fortune500")["name_zh"]
    assert len(names) == 6
    assert {"中国平安", "小米", "IBM"} < set(names)
    assert len(ask("named", list="expo")) == 3


def test_w18_c1_the_published_tiers_come_to_seventy_and_the_rest_is_derived(ask):
    rows = ask("published_tiers").set_index("item")
    assert rows["projects_count"].to_dict() == {"GE100": 3, "GE10": 19, "REST": 48}
    assert rows["new_count"].to_dict() == {"GE100": 1, "GE10": 4, "REST": 6}  # 11 = 70 - 59
    assert rows["status"].to_dict() == {"GE100": "press", "GE10": "press", "REST": "derived"}


def test_w18_c2_the_published_share_is_a_bound(ask):
    rows = ask("sci_tech", scope="ZGY", month="2020-09")
    assert rows.loc[rows["origin"] == "press", "qualifier"].tolist() == ["over", "over"]
    assert rows.loc[rows["origin"] == "ledger", "share_pct"].iloc[0] > 80


def test_a_published_share_of_the_core_area_is_not_shown_for_the_whole_science_city_or_before_its_month(ask):
    assert set(ask("sci_tech", scope="KXC", month="2020-09")["origin"]) == {"ledger"}
    assert set(ask("sci_tech", scope="ZGY", month="2020-07")["origin"]) == {"ledger"}


def test_w18_c3_forty_three_and_seventy_are_never_added():
    files = [
        *Path(places.PROJECT / "scicity").rglob("*project*"),
        *Path(places.PROJECT / "pages/projects").rglob("*.py"),
    ]
    texts = [path.read_text(encoding="utf-8") for path in files if path.is_file() and path.suffix != ".pyc"]
    assert texts
    assert not any(re.search(r"\b113\b", text) for text in texts)
    # every question about the ledgers names the scope it asks for, or the classification that holds it
    for path in (places.QUERIES / "projects").glob("*.sql"):
        asked = contract(f"projects/{path.stem}")
        if "projects.cells" in asked.statement and path.stem != "periods":
            assert {"scope", "classification"} & set(asked.params), path.stem


def test_w18_c4_the_increment_of_september_is_of_one_scope(ask):
    series = {"items": ("ALL",), "span": "ytd", "from_month": "2020-08", "to_month": "2020-09"}
    months = {"items": ("ALL",), "span": "month", "from_month": "2020-09", "to_month": "2020-09"}
    for scope in ("ZGY", "KXC"):
        before, now = ask("series", scope=scope, **series)["projects_count"]
        assert now - before == ask("series", scope=scope, **months)["projects_count"].iloc[0]
        assert set(ask("series", scope=scope, **series)["scope"]) == {scope}


def test_the_same_months_a_year_before_stand_beside_the_year(ask):
    only = {"items": ("ALL",), "span": "ytd", "from_month": "2020-09", "to_month": "2020-09"}
    (row,) = ask("series", scope="ZGY", **only).to_dict("records")
    assert (row["projects_count"], row["earlier_count"]) == (70, 40)  # 5+4+5+4+6+5+6+5 = 40


def test_parts_of_a_kind_come_to_the_whole(ask):
    for kind in ("tier", "investor", "origin"):
        rows = ask("parts", scope="ZGY", kind=kind, span="ytd", month="2020-09")
        assert rows["projects_count"].sum() == 70
    fields = ask("parts", scope="ZGY", kind="field", span="ytd", month="2020-09")
    assert fields.loc[fields["level"] != "subfield", "projects_count"].sum() == 70


def test_the_cascade_shows_the_sub_fields_of_the_chosen_industries(filters):
    chosen = Filters(release=filters.release, month="2020-09", scope="ZGY", industries=("NIT",))
    shown = gallery.show("project_fields", chosen, "zh")
    assert set(shown.frame["item"]) == {"NIT-IC", "NIT-AI", "NIT-BD", "NIT-5G"}


def test_w19_c1_ten_places_and_sixty_five_and_a_project_in_both_would_be_told(ask):
    ten, many = ask("named", list="big10"), ask("named", list="proj65")
    assert (len(ten), len(many)) == (10, 65)
    assert (ten["name_zh"] == "").all()
    assert (many["name_zh"] != "").sum() == 3
    assert set(many.loc[many["name_zh"] != "", "lists_count"]) == {1}  # each stands in one list only


def test_w19_c3_carriers_are_in_no_list_of_projects(ask):
    carriers = set(ask("named", list="carriers")["name_zh"])
    assert len(carriers) == 3
    assert not carriers & {*ask("named", list="proj65")["name_zh"], *ask("named", list="big10")["name_zh"]}


def test_no_project_and_no_investor_is_in_the_release(home):
    content = (releases.manifest(releases.current()).folder / "projects.duckdb").read_bytes()
    assert "演示项目".encode() not in content
    assert b"DEMO-T" not in content
