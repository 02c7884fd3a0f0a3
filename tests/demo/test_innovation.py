"""The demonstration ledgers of incubators and platforms meet the published counts and read like real ones."""

import pytest

from scicity import ingest
from scicity.demo import incubators, platforms

DAYS = ("2020-07-20", "2020-08-20", "2020-09-20", "2020-10-15")


def standing(rows, month, code):
    """The codes that stand at the end of the month."""
    return {
        row[code] for row in rows if row["recognised_on"][:7] <= month and not "" < row["withdrawn_on"][:7] <= month
    }


def test_incubators_meet_14_and_4_at_the_end_of_september_2020():
    rows = incubators.ledger("2020-09")
    held = standing(rows, "2020-09", "incubator_code")
    assert len(held) == 14
    assert sum(row["level"] == "国家级" for row in rows if row["incubator_code"] in held) == 4


def test_platforms_meet_169_at_the_end_of_september_2020_and_most_state_no_level():
    rows = platforms.ledger("2020-09")
    held = standing(rows, "2020-09", "platform_code")
    assert len(held) == 169
    unstated = {row["platform_code"] for row in rows if row["level"] == "未注明"} & held
    assert len(unstated) == 149  # 169 less 2 national, 6 provincial, 12 municipal


def test_each_release_knows_more_than_the_one_before():
    known = [standing(incubators.ledger(month), month, "incubator_code") for month in ("2020-06", "2020-07", "2020-08")]
    assert [len(one) for one in known] == [12, 13, 14]


def test_the_kind_of_an_incubator_is_left_blank_because_nobody_published_it():
    assert all("kind" not in row for row in incubators.ledger("2020-09"))


@pytest.mark.parametrize("ledger", [incubators, platforms])
def test_the_files_are_accepted_as_they_are_and_the_same_every_time(ledger, tmp_path):
    (tmp_path / "again").mkdir()
    for day in DAYS:
        for report, twin in zip(ledger.reports(day, tmp_path), ledger.reports(day, tmp_path / "again"), strict=True):
            assert report.path.read_bytes() == twin.path.read_bytes()
            checked = ingest.check_file(report.path, report.form)
            assert [one.text("en") for one in checked.findings] == []
            assert checked.accepted and len(checked.rows)


def test_a_day_without_a_ledger_gives_no_file(tmp_path):
    assert incubators.reports("2020-01-01", tmp_path) == platforms.reports("2020-01-01", tmp_path) == []


def test_a_correction_of_a_month_reported_before_comes_with_the_last_release(tmp_path):
    files = [report.path.name for report in incubators.reports("2020-10-15", tmp_path)]
    assert files == ["incubators_2020-09.csv", "incubators_2020-08_correction.csv"]
