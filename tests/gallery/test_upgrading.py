"""The upgrading subject as a release tells it: separate counters with their units."""

import pytest

from scicity import gallery, places, releases
from scicity.contracts import contract
from scicity.filters import Filters
from scicity.warehouse import fetch


@pytest.fixture
def ask(home):
    folder = releases.manifest(releases.current()).folder
    return lambda name, **params: fetch(folder, f"upgrading/{name}", **params)


@pytest.fixture
def filters(home):
    return Filters(release=releases.current(), month="2020-09")


def test_the_counters_meet_the_published_figures_each_in_its_unit(ask):
    rows = ask("counters", month="2020-09").set_index("classification")
    assert rows["ytd_count"].to_dict() == {"retrofit": 52, "recognised": 8, "demonstration": 15, "rd_reserve": 96}
    assert rows["unit"].to_dict() == {"retrofit": "家", "recognised": "个", "demonstration": "家", "rd_reserve": "家"}


def test_as_of_an_earlier_release_the_ledger_had_fewer_entries(home):
    first, *_, last = releases.released()
    covered = [fetch(one.folder, "upgrading/periods")["month"].max() for one in (first, last)]
    assert covered == ["2020-06", "2020-09"]
    # 2 + 1 + 5 + 6 + 7 + 7 by June
    assert fetch(first.folder, "upgrading/counters", month="2020-06")["ytd_count"].iloc[0] == 28


def test_sub_fields_and_sizes_each_add_up_to_their_kind(ask):
    for level in ("subfield", "size"):
        rows = ask("breakdown", level=level, span="ytd", month="2020-09")
        sums = rows.groupby("classification")["entries_count"].sum().to_dict()
        assert sums == {"retrofit": 52, "recognised": 8, "demonstration": 15, "rd_reserve": 96}


@pytest.mark.parametrize("span", ["month", "ytd"])
@pytest.mark.parametrize("name", ["upgrading_months", "upgrading_fields"])
def test_every_figure_can_be_shown_with_its_table_and_its_account(filters, name, span):
    shown = gallery.show(name, Filters(release=filters.release, month="2020-09", span=span))
    frame, columns = shown.table()
    assert all(column.name in frame for column in columns)
    assert shown.about().unit == "家、个"
    assert shown.caption.provenance == "demo"


def test_w20_c1_no_question_divides_one_kind_by_another():
    for path in places.QUERIES.glob("upgrading/*.sql"):
        statement = contract(f"upgrading/{path.stem}").statement.partition("\nselect")[2]
        assert "/" not in statement, path.name
