"""Publishing: reasons of changes, a second person, an hour, a trial, what is kept."""

from datetime import datetime, timedelta

import duckdb
import pytest

from scicity import audit, records, releases, warehouse
from tests.records.small_city import arrival

FIRST = "20200901-01"


def accept(tmp_path, content, **about):
    return records.accept_all([arrival(content, tmp_path, **about)], author="Ann", note=f"report {content}")[0][0]


def cell(folder, month="2020-08"):
    rows = warehouse.fetch(
        folder, "industry/cell", classification="leading", item="NIT-IC", indicator="output", span="month", month=month
    )
    return rows["value"].iloc[0] if len(rows) else None


def changed(folder):
    with duckdb.connect() as connection:
        connection.execute(f"attach '{folder / 'changes.duckdb'}' as changes (read_only)")
        return connection.execute(
            "select kind, old_value, new_value, reason, submissions from changes.cells "
            "where item = 'NIT-IC' and indicator = 'output' and span = 'month' order by period_end"
        ).fetchall()


def soon(seconds):
    return (datetime.now() + timedelta(seconds=seconds)).isoformat()


def test_a_changed_cell_bears_its_reason_the_note_of_the_submission_that_changed_it(small_home, tmp_path):
    accept(tmp_path, 3)
    accept(tmp_path, 5, month="2020-09")
    about = releases.publish("second", published_on="2020-10-01")
    # 4 enterprises of 1,000, then 3,000, of 10 thousand yuan in August; 4 of 5,000 in September
    assert changed(about.folder) == [("revised", 0.4, 1.2, "report 3", "2"), ("new", None, 2.0, "report 5", "3")]


def test_the_reason_of_a_withdrawal_stands_beside_the_cell_that_falls_back(small_home, tmp_path):
    accept(tmp_path, 3)
    releases.publish("second", published_on="2020-10-01")
    records.withdraw(2, "sent by mistake")
    about = releases.publish("third", published_on="2020-10-02")
    assert changed(about.folder) == [("revised", 1.2, 0.4, "sent by mistake", "2")]
    assert cell(releases.manifest("20201001-01").folder) == 1.2  # as it was published


def test_reasons_given_at_publishing_stand_above_the_notes(small_home, tmp_path):
    accept(tmp_path, 3)
    about = releases.publish("second", published_on="2020-10-01", reasons={2: "late report of the office"})
    assert [row[3] for row in changed(about.folder)] == ["late report of the office"]


def test_a_release_with_an_hour_is_seen_from_that_hour_on(small_home, tmp_path):
    accept(tmp_path, 3)
    about = releases.publish("second", published_on="2020-10-01", visible_from=soon(3600))
    assert releases.current() == FIRST
    assert [one.id for one in releases.released()] == [FIRST]
    assert releases.waits(about)
    with pytest.raises(ValueError, match="waits for its hour"):
        releases.roll_back(about.id)
    pointer = small_home / "releases" / "current"
    pointer.write_text(pointer.read_text().replace(about.visible_from, "2020-10-01T09:00:00+08:00"))
    assert releases.current() == about.id  # its hour has come: nobody did anything


def test_a_release_of_the_next_second_becomes_current_by_itself(small_home, tmp_path):
    accept(tmp_path, 3)
    about = releases.publish("second", published_on="2020-10-01", visible_from=soon(1.2))
    while releases.waits(about):
        assert datetime.now() - timedelta(seconds=30) < datetime.fromisoformat(about.visible_from).replace(tzinfo=None)
    assert releases.current() == about.id
    assert [one.id for one in releases.released()] == [FIRST, about.id]


def test_a_later_release_is_not_seen_before_the_hour_of_one_that_waits(small_home, tmp_path):
    accept(tmp_path, 3)
    early = releases.publish("second", published_on="2020-10-01", visible_from=soon(3600))
    accept(tmp_path, 5)
    late = releases.publish("third", published_on="2020-10-01")
    assert late.visible_from == early.visible_from  # it holds the same figures, so it waits as long
    assert releases.current() == FIRST


def test_where_the_settings_ask_for_it_a_release_waits_for_a_second_person(small_home, tmp_path, settings):
    settings("[publishing]\nsecond_person = true\n")
    accept(tmp_path, 3)
    with pytest.raises(ValueError, match="Say who publishes"):
        releases.publish("second")
    about = releases.publish("second", author="Ann", published_on="2020-10-01")
    assert (releases.current(), [one.id for one in releases.released()]) == (FIRST, [FIRST])
    for name, said in ((" ann ", "somebody else"), ("", "Say who signs")):
        with pytest.raises(ValueError, match=said):
            releases.sign_off(about.id, name)
    releases.sign_off(about.id, "Bo")
    assert releases.current() == about.id
    assert releases.signed_by(about.id) == "Bo"
    with pytest.raises(ValueError, match="does not wait"):
        releases.sign_off(about.id, "Chen")
    assert [one.act for one in audit.entries()][-2:] == ["publish", "sign_off"]


def test_a_release_that_a_later_one_replaced_cannot_be_signed_off(small_home, tmp_path, settings):
    settings("[publishing]\nsecond_person = true\n")
    accept(tmp_path, 3)
    early = releases.publish("second", author="Ann", published_on="2020-10-01")
    accept(tmp_path, 5)
    late = releases.publish("third", author="Ann", published_on="2020-10-01")
    with pytest.raises(ValueError, match="A later release has taken the place"):
        releases.sign_off(early.id, "Bo")
    releases.sign_off(late.id, "Bo")
    assert releases.current() == late.id


def test_a_trial_release_shows_what_would_come_and_nothing_of_it_stays(small_home, tmp_path):
    before = sorted(path.relative_to(small_home) for path in small_home.rglob("*"))
    with releases.preview([arrival(3, tmp_path)]) as folder:
        assert cell(folder) == 1.2
        assert [row[:3] for row in changed(folder)] == [("revised", 0.4, 1.2)]
        warehouse.forget(folder)
    assert sorted(path.relative_to(small_home) for path in small_home.rglob("*")) == before
    assert cell(releases.manifest(releases.current()).folder) == 0.4


def test_the_first_trial_needs_no_release(tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path / "new"))
    with releases.preview([arrival(2, tmp_path)]) as folder:
        assert cell(folder) == 0.8


def test_a_damaged_submission_stops_the_release_and_the_old_one_stays(small_home, tmp_path):
    one = accept(tmp_path, 3)
    (one.folder / records.ROWS).write_bytes((one.folder / records.ROWS).read_bytes()[:-1])
    with pytest.raises(ValueError, match="rows.parquet of submission 2 .* is damaged or missing"):
        releases.publish("second")
    assert releases.current() == FIRST


def test_a_submission_that_vanished_stops_the_release(small_home, tmp_path):
    accept(tmp_path, 3)
    (small_home / "records" / "000001").rename(tmp_path / "gone")
    with pytest.raises(ValueError, match=f"Submission 1 is in release {FIRST} and no longer in the records"):
        releases.publish("second")


def test_only_the_releases_of_the_setting_are_kept_and_the_manifests_of_all(small_home, tmp_path, settings):
    settings("[retention]\nreleases_kept = 2\n")
    made = []
    for content in range(2, 7):
        accept(tmp_path, content)
        made.append(releases.publish(str(content), published_on="2020-10-01").id)
    assert [one.id for one in releases.on_shelf()] == made[-3:]  # the current one, and two to roll back to
    assert [one.id for one in releases.pruned()] == [FIRST, *made[:-3]]
    releases.roll_back(made[-3])
    accept(tmp_path, 7)
    assert releases.publish("7", published_on="2020-10-01").id == "20201001-06"  # no id is given twice
    assert made[-3] in [one.id for one in releases.on_shelf()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[publishing]\nsecond_person = 1\n", "second_person must be true or false, not 1"),
        ("[retention]\nreleases_kept = -1\n", "releases_kept must be a whole number, 0 or more, not -1"),
    ],
)
def test_a_wrong_setting_is_named(small_home, settings, text, said):
    settings(text)
    with pytest.raises(ValueError, match=said):
        releases.publish("x", author="Ann")


@pytest.mark.parametrize(
    ("given", "said"),
    [({"published_on": "1 October"}, "is no day"), ({"visible_from": "at nine"}, "is no time")],
)
def test_a_day_or_time_that_is_none_is_refused(small_home, given, said):
    with pytest.raises(ValueError, match=said):
        releases.publish("x", **given)


def test_a_difference_can_leave_out_what_hardly_moved(small_home, tmp_path):
    accept(tmp_path, 2, month="2020-09")
    accept(tmp_path, 3)
    later = releases.publish("second", published_on="2020-10-01").folder
    earlier = releases.manifest(FIRST).folder
    moved = {(row.item, row.period_end) for row in releases.difference(earlier, later).itertuples()}
    # August of 0.4 rose by 0.8, that is 200 %
    assert moved == {(row.item, row.period_end)
                     for row in releases.difference(earlier, later, least_pct=199).itertuples()}  # fmt: skip
    few = releases.difference(earlier, later, least_pct=200)
    assert set(few["kind"]) == {"new"}
    assert set(releases.difference(earlier, later, least=2)["kind"]) == {"new"}


def test_the_same_submissions_in_two_homes_give_the_same_cells(tmp_path, monkeypatch):
    frames = []
    for home in ("one", "two"):
        monkeypatch.setenv("SCICITY_HOME", str(tmp_path / home))
        accept(tmp_path, 3)
        accept(tmp_path, 5, month="2020-09")
        about = releases.publish("same", published_on="2020-10-01")
        with duckdb.connect() as connection:
            for name in about.files:
                connection.execute(f"attach '{about.folder / name}' as {name.split('.')[0]} (read_only)")
            tables = connection.execute(
                "select database_name, table_name from duckdb_tables() where not internal order by all"
            ).fetchall()
            # the day of arrival is not a cell
            frames.append({table: connection.execute(f"select * from {table[0]}.{table[1]}").df().to_csv()
                           for table in tables if table[1] != "sources"})  # fmt: skip
    assert len(frames[0]) > 15
    assert frames[0] == frames[1]
