"""The shell's verbs about what is kept."""

import json

from tests.cli.test_cli import REPORT, scicity


def test_withdrawing_and_publishing_again_takes_figures_out_and_the_log_tells_it(own_home, tmp_path):
    report = tmp_path / "september.csv"
    report.write_text(REPORT, encoding="utf-8")
    number = json.loads(scicity("import", report, "--publish", "--json", home=own_home).stdout)["submissions"][0][
        "number"
    ]
    assert scicity("withdraw", number, "--reason", "wrong month", "--by", "Ann", home=own_home).returncode == 0
    listed = json.loads(scicity("submissions", "--json", home=own_home).stdout)
    assert [one["number"] for one in listed if one["withdrawn"]] == [number]
    assert scicity("publish", home=own_home).returncode == 0
    assert scicity("rollback", "20200720-01", "--by", "Bo", home=own_home).returncode == 0
    told = json.loads(scicity("audit", "--json", "--last", "5", home=own_home).stdout)
    assert told["whole"]
    assert [(one["act"], one["who"]) for one in told["entries"]][-3:] == [
        ("withdraw", "Ann"), ("publish", ""), ("rollback", "Bo")
    ]  # fmt: skip
    states = {one["id"]: one["state"] for one in json.loads(scicity("releases", "--json", home=own_home).stdout)}
    assert states["20200720-01"] == "current"


def test_an_audit_log_that_was_changed_fails_and_says_where(own_home):
    log = own_home / "audit.log"
    log.write_text(log.read_text(encoding="utf-8").replace("setup", "nobody", 1), encoding="utf-8")
    ended = scicity("audit", home=own_home)
    assert ended.returncode == 1
    assert "before line 2 something was changed" in ended.stdout


def test_a_damaged_release_is_marked_and_readers_get_the_one_before(own_home):
    (own_home / "releases" / "20201015-01" / "industry.duckdb").unlink()
    ended = scicity("releases", home=own_home)
    assert "damaged: industry.duckdb" in ended.stdout
    assert "Not what should be shown: 20201015-01 is damaged" in ended.stderr
    answered = scicity("query", "industry/periods", "--format", "csv", home=own_home)
    assert answered.returncode == 0


def test_a_difference_with_a_threshold_lists_fewer_cells_as_json(home):
    every, large = (json.loads(scicity("diff", "20200920-01", "20201015-01", *more, "--json", home=home).stdout)
                    for more in ((), ("--threshold", "5%")))  # fmt: skip
    revised = [row for row in every if row["kind"] == "revised"]
    kept = [row for row in large if row["kind"] == "revised"]
    moved = [row for row in revised if 100 * abs(row["new_value"] - row["old_value"]) > 5 * abs(row["old_value"])]
    assert kept == moved and len(kept) < len(revised)
    assert scicity("diff", "20200920-01", "20201015-01", "--threshold", "much", home=home).returncode == 2
