"""The demonstration ledgers of signed projects: calibrated, anonymous, the same again, growing by each release."""

from collections import Counter
from random import Random

import pytest

from scicity.demo import projects, signing

DAYS = ("2020-06-30", "2020-07-31", "2020-08-31", "2020-09-30")
CORE, WHOLE = "核心区", "科学城全域"


def chosen(scope, year="", last="2020-09", event=False):
    rows = [row for row in projects.ledger(DAYS[-1]) if row["scope"] == scope]
    rows = [row for row in rows if year <= row["signed_on"] and row["signed_on"][:7] <= last]
    return [row for row in rows if row["event"]] if event else rows


def amounts(rows):
    return [round(float(row["contract_amount"]) * 100) for row in rows]


def tiers(rows):
    found = Counter("100" if one >= 100_00 else "10" if one >= 10_00 else "rest" for one in amounts(rows))
    return found["100"], found["10"], found["rest"]


def test_the_core_area_comes_to_the_published_counts_and_amount():
    to_august = chosen(CORE, "2020", "2020-08")
    assert len(to_august) == 59
    assert sum(amounts(to_august)) == 735_60  # 735.6亿元 in hundredths
    assert tiers(to_august) == (2, 15, 42)  # 59 - 2 - 15
    assert tiers(chosen(CORE, "2020")) == (3, 19, 48)  # 70 - 3 - 19


def test_september_alone_brings_eleven_one_and_four():
    september = chosen(CORE, "2020-09")
    assert len(september) == 11
    assert tiers(september) == (1, 4, 6)


@pytest.mark.parametrize("last", ["2020-08", "2020-09"])
def test_more_than_four_of_five_core_projects_are_sci_tech(last):
    rows = chosen(CORE, "2020", last)
    assert sum(row["is_sci_tech"] == "是" for row in rows) / len(rows) > 0.8


def test_the_expo_comes_to_its_published_figures_in_the_ledger_of_the_whole_science_city():
    expo = chosen(WHOLE, event=True)
    assert len(expo) == 43
    assert sum(amounts(expo)) == 1012_40
    assert len({row["investor_code"] for row in expo if row["is_fortune500"] == "是"}) == 6
    assert chosen(CORE, event=True) == []


def test_every_core_project_stands_in_the_other_ledger_too_under_a_code_of_its_own():
    def told(rows):
        return Counter((row["project_name"], row["signed_on"], row["contract_amount"]) for row in rows)

    assert told(chosen(CORE)) - told(chosen(WHOLE)) == Counter()
    codes = [row["project_code"] for row in projects.ledger(DAYS[-1])]
    assert len(codes) == len(set(codes))


def test_names_are_anonymous():
    assert all(row["project_name"].startswith("演示项目") for row in projects.ledger(DAYS[-1]))


def test_stages_follow_each_other_and_funds_never_exceed_the_contract():
    for row in projects.ledger(DAYS[-1]):
        days = [row["signed_on"], *(row[stage] for stage in signing.fields() if row[stage])]
        assert days == sorted(days)
        assert float(row["funds_in_place"]) <= float(row["contract_amount"])


def test_some_projects_have_no_date_of_any_stage():
    rows = chosen(CORE, "2018", "2018-12")
    without = sum(not any(row[stage] for stage in signing.fields()) for row in rows)
    assert 0 < without < len(rows)


def test_a_ledger_knows_nothing_of_the_days_after_it():
    for day in DAYS:
        for row in projects.ledger(day):
            assert all(row[stage] <= day for stage in ("signed_on", *signing.fields()))


def test_each_release_gets_what_is_new_and_what_moved_and_only_that(plan):
    known: dict[str, dict] = {}
    for release, day in zip(plan, DAYS, strict=True):
        (report,) = (one for one in release.reports if one.form == projects.FORM)
        assert report.path.name == f"projects_{day[:7]}.csv"
        fresh = {row["project_code"]: row for row in projects.ledger(day) if known.get(row["project_code"]) != row}
        lines = report.path.read_text(encoding="utf-8-sig").splitlines()[1:]
        assert sorted(line.split(",")[0] for line in lines) == sorted(fresh)
        known |= fresh
    assert set(known) == {row["project_code"] for row in projects.ledger(DAYS[-1])}


def test_the_same_settings_give_the_same_file(tmp_path):
    files = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        projects.ledger.cache_clear()
        signing.signed.cache_clear()
        (report,) = projects.reports("2020-10-15", tmp_path / name)
        files.append(report.path.read_bytes())
    assert files[0] == files[1]


def test_a_day_that_is_no_release_has_no_file(tmp_path):
    assert projects.reports("2020-10-01", tmp_path) == []


def test_amounts_add_up_to_the_sum_and_stay_in_their_tier():
    parts = signing.split(Random("a seed"), (1, 2, 3), 200_00)
    assert sum(parts) == 200_00
    assert [one >= 100_00 for one in parts] == [True, False, False, False, False, False]
    assert all(10_00 <= one < 100_00 for one in parts[1:3])
    assert all(one < 10_00 for one in parts[3:])


def test_a_sum_no_tiers_can_reach_is_refused():
    with pytest.raises(ValueError, match="can't be split"):
        signing.split(Random("a seed"), (0, 0, 2), 100_00)  # two projects below 10亿元 never come to 100亿元


def test_a_missed_figure_is_refused():
    fact = {"fact": "some_figure", "what": "projects", "value": 2, "to": "2020-09"}
    with pytest.raises(ValueError, match="'some_figure': 2 expected, the ledger gives 0"):
        projects._meet(fact, [])
