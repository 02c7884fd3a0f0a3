"""The demonstration ledgers of upgrading and targets: published counts, anonymity, what reaches the office when."""

from collections import Counter

import pytest

from scicity import ingest, published
from scicity.demo import targets, upgrading

DAYS = ("2020-07-20", "2020-08-20", "2020-09-20", "2020-10-15")
FACTS = {
    "retrofit": "smart_retrofit_enterprises_2020",
    "recognised": "digital_workshops_smart_factories_2020",
    "demonstration": "demo_list_enterprises_2020",
    "rd_reserve": "rd_reserve_enterprises_2020",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledgers")
    return {day: upgrading.reports(day, folder) + targets.reports(day, folder) for day in DAYS}


@pytest.fixture(scope="module")
def rows(files):
    """The ledger's rows as ingest understands them, release by release."""
    found = {}
    for day, reports in files.items():
        (path,) = (one.path for one in reports if one.form == "upgrading_list")
        checked = ingest.check_file(path, "upgrading_list")
        assert checked.accepted, checked.findings[:3]
        found[day] = checked.rows
    return found


@pytest.mark.parametrize(("kind", "fact"), FACTS.items())
def test_the_ledger_meets_the_published_count_of_2020_to_the_last_entry(rows, kind, fact):
    figures = published.figures().set_index("figure_id")
    found = {code for frame in rows.values() for code, one, day in
             zip(frame["code"], frame["kind"], frame["happened_on"], strict=True)
             if one == kind and "2020-01-01" <= day <= "2020-09-30"}  # fmt: skip
    assert len(found) == figures.loc[fact, "value"]  # 52 enterprises, 8 projects, 15 and 96 enterprises


def test_only_recognitions_count_projects(rows):
    pairs = {pair for frame in rows.values() for pair in zip(frame["kind"], frame["subject_kind"], strict=True)}
    assert {kind for kind, subject in pairs if subject == "project"} == {"recognised"}


def test_each_release_brings_the_entries_of_its_months_and_one_of_them_restated(rows):
    assert [max(frame["happened_on"])[:7] for frame in rows.values()] == ["2020-06", "2020-07", "2020-08", "2020-09"]
    codes = Counter(code for frame in rows.values() for code in frame["code"])
    assert [code for code, times in codes.items() if times > 1] == ["DEMO-ZN-2020-010"]


def test_nobody_in_the_ledger_is_real(rows):
    assert all(name.startswith("演示") for frame in rows.values() for name in frame["name"])


def test_the_same_settings_give_the_same_files(files, tmp_path):
    for day, reports in files.items():
        again = upgrading.reports(day, tmp_path) + targets.reports(day, tmp_path)
        assert [one.path.read_bytes() for one in again] == [one.path.read_bytes() for one in reports]


def test_the_targets_come_once_and_one_is_changed_later(files):
    paths = [one.path for reports in files.values() for one in reports if one.form == "annual_targets"]
    checked = [ingest.check_file(path, "annual_targets") for path in paths]
    assert all(one.accepted for one in checked)
    assert [len(one.rows) for one in checked] == [5, 1]
    assert checked[1].rows["revised"].tolist() == [True]
