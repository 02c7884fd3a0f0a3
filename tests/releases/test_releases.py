"""Releases: immutable, checked, moved by a pointer."""

import os
import signal
import subprocess
import sys
import time

import duckdb
import pandas as pd
import pytest

from scicity import ingest, records, releases, warehouse

REPORT = """月份,细分领域,企业代码,产值,累计产值,上年同月,上年同期累计,单位
2020年8月,集成电路,R1,10000,80000,9000,72000,万元
2020年8月,集成电路,R2,20000,160000,18000,144000,万元
2020年8月,集成电路,R3,30000,240000,27000,216000,万元
2020年8月,集成电路,R4,40000,320000,36000,288000,万元
"""


def cell(release, classification="leading", item="NIT-IC", span="ytd", month="2020-08"):
    return warehouse.fetch(
        releases.manifest(release).folder, "industry/cell",
        classification=classification, item=item, indicator="output", span=span, month=month,
    ).iloc[0]  # fmt: skip


def import_report(tmp_path, text=REPORT):
    file = tmp_path / "report.csv"
    file.write_text(text, encoding="utf-8")
    checked = ingest.check_file(file, "enterprise_output")
    assert checked.accepted, checked.findings
    return records.accept(checked.rows, file, "enterprise_output", provenance="official", status="preliminary")


def test_setup_builds_four_releases_of_which_the_last_is_current(home):
    shelf = releases.released()
    assert [one.published_on for one in shelf] == ["2020-07-20", "2020-08-20", "2020-09-20", "2020-10-15"]
    assert releases.current() == shelf[-1].id
    assert shelf[0].months == ("2018-02", "2020-06")
    assert shelf[-1].months == ("2018-02", "2020-08")


def test_a_later_release_leaves_every_earlier_one_as_it_was_published(home):
    before, after = (cell(one.id, item="AM-LM", month="2020-07")["value"] for one in releases.released()[-2:])
    assert after > before  # July of lightweight materials was corrected upwards in October
    changes = warehouse.fetch(releases.released()[-1].folder, "industry/changes", kinds=("revised",))
    row = changes[(changes["item"] == "AM-LM") & (changes["period"] == "2020-07") & (changes["span"] == "ytd")].iloc[0]
    assert (row["old_value"], row["new_value"]) == (before, after)


def test_an_unchanged_file_is_shared_with_the_release_before_last_and_never_with_the_one_before(home):
    nodes = [os.stat(one.folder / "published.duckdb").st_ino for one in releases.released()]
    assert nodes == [nodes[0], nodes[1], nodes[0], nodes[1]]
    assert nodes[0] != nodes[1]


def test_services_of_the_newest_month_are_pending_until_they_come(home):
    early, late = releases.released()[-2:]
    assert cell(early.id, item="HS")["status"] == "pending"
    assert cell(early.id, item="ALL")["status"] == "pending"
    assert pd.isna(cell(early.id, item="ALL")["value"])
    assert cell(late.id, item="ALL")["value"] > 1800


def test_the_first_real_import_replaces_the_demo_values_of_its_month(own_home, tmp_path):
    import_report(tmp_path)
    about = releases.publish("first real month", published_on="2020-11-20")
    august, july = cell(about.id), cell(about.id, month="2020-07")
    assert august["value"] == 80.0  # (80,000 + 160,000 + 240,000 + 320,000) of 10 thousand yuan
    assert august["provenance"] == "official"
    assert july["provenance"] == "demo"
    # the real report brought one sub-field only: what others have not reported is pending, not zero
    assert cell(about.id, item="GH")["status"] == "pending"


def test_two_releases_of_one_day_get_two_numbers_and_rolling_back_moves_the_pointer(own_home):
    first = releases.publish("again", published_on="2020-10-15")
    assert first.id == "20201015-02"
    releases.roll_back("20200820-01")
    assert releases.current() == "20200820-01"
    assert {one.id for one in releases.released()} >= {"20201015-01", first.id}


def test_a_damaged_release_is_refused_by_its_checksum(own_home):
    target = releases.manifest("20200820-01").folder / "industry.duckdb"
    damaged = bytearray(target.read_bytes())
    damaged[5000] ^= 1
    target.write_bytes(damaged)
    with pytest.raises(ValueError, match="industry.duckdb of release 20200820-01 is damaged"):
        releases.roll_back("20200820-01")
    assert releases.current() == "20201015-01"


def test_the_same_submissions_give_the_same_cells(own_home):
    again = releases.publish("rebuilt", published_on="2020-12-01")
    frames = []
    for release in ("20201015-01", again.id):
        with duckdb.connect() as connection:
            connection.execute(f"attach '{releases.manifest(release).folder / 'industry.duckdb'}' as r (read_only)")
            frames.append(connection.execute("select * from r.cells").df())
    pd.testing.assert_frame_equal(*frames)


def test_nothing_of_a_single_enterprise_is_in_a_release(home):
    last = [one for one in records.submissions() if one.form == "enterprise_output"][-1]
    codes = set(pd.read_parquet(last.folder / records.ROWS)["enterprise_code"])
    folder = releases.manifest(releases.current()).folder
    content = b"".join(path.read_bytes() for path in folder.iterdir())
    assert codes
    assert not [code for code in codes if code.encode() in content]


@pytest.mark.slow
def test_a_process_killed_while_publishing_leaves_the_old_release_whole(own_home):
    command = [sys.executable, "-m", "scicity", "publish", "--note", "killed"]
    seen = set()
    for hundredths in range(20, 200, 15):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(hundredths / 100)
            process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        current = releases.manifest(releases.current())
        seen.add(current.id)
        assert releases.roll_back(current.id) == current  # its checksums hold
        assert all(one.folder.joinpath("industry.duckdb").exists() for one in releases.released())
    releases.publish("whole again", published_on="2020-12-31")
    assert releases.current() == "20201231-01"
