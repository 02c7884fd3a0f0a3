"""The shell's verbs: what they print, what they refuse, how they exit."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest

from scicity import published

REPORT = "月份,细分领域,企业代码,产值,单位\n2020年9月,集成电路,R1,10000,万元\n"


def scicity(*words, home):
    environment = os.environ | {"SCICITY_HOME": str(home), "PYTHONUTF8": "1", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-m", "scicity", *map(str, words)], env=environment, capture_output=True, text=True,
        encoding="utf-8",
    )  # fmt: skip


def test_setup_again_builds_nothing_anew(own_home):
    ended = scicity("setup", home=own_home)
    assert ended.returncode == 0
    assert "4 in all" in ended.stdout


def test_reconcile_names_how_many_published_figures_it_recomputed_and_agrees(home):
    ended = scicity("reconcile", home=home)
    assert ended.returncode == 0, ended.stdout
    implied = len(published.reconciliation())
    assert f"{implied} published figures recomputed from the records, 0 differ." in ended.stdout


def test_reconcile_fails_on_a_difference(own_home, tmp_path):
    # a real report of August replaces the demonstration month: its sum is not what was published
    report = tmp_path / "august.csv"
    report.write_text(
        "月份,细分领域,企业代码,高技术制造业,产值,累计产值,单位\n2020年8月,集成电路,R1,是,10000,90000,万元\n"
        "2020年8月,集成电路,R2,是,10000,90000,万元\n2020年8月,集成电路,R3,是,10000,90000,万元\n",
        encoding="utf-8",
    )
    assert scicity("import", report, "--publish", home=own_home).returncode == 0
    ended = scicity("reconcile", "--json", home=own_home)
    assert ended.returncode == 1
    wrong = {row["figure_id"] for row in json.loads(ended.stdout) if not row["agrees"]}
    assert "hightech_mfg_output_ytd_2020_08" in wrong


def test_a_file_with_a_finding_is_refused_whole_and_nothing_changes(own_home, tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(REPORT, encoding="utf-8")
    bad.write_text(REPORT.replace("集成电路", "集成电录"), encoding="utf-8")
    before = scicity("releases", "--json", home=own_home).stdout
    kept = sorted(path.name for path in (own_home / "records").iterdir())
    ended = scicity("import", good, bad, "--publish", home=own_home)
    assert ended.returncode == 1
    assert "集成电路" in ended.stdout  # the nearest name is offered
    assert "Nothing was imported" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
    assert scicity("releases", "--json", home=own_home).stdout == before
    assert sorted(path.name for path in (own_home / "records").iterdir()) == kept


def test_a_warning_needs_a_reason_which_is_kept(own_home, tmp_path):
    report = tmp_path / "breaks.csv"
    report.write_text(
        "月份,细分领域,企业代码,产值,累计产值,单位\n2020年8月,集成电路,R1,100,800,万元\n"
        "2020年9月,集成电路,R1,100,950,万元\n",  # 800 + 100 is not 950
        encoding="utf-8",
    )
    ended = scicity("import", report, home=own_home)
    assert ended.returncode == 1
    assert "1 warnings need a reason" in ended.stderr
    found = json.loads(scicity("check", report, "--json", home=own_home).stdout)
    key = next(one["key"] for one in found["findings"] if one["kind"] == "ytd_breaks")
    ended = scicity("import", report, "--reason", f"{key}=补报", "--author", "张三", "--json", home=own_home)
    assert ended.returncode == 0, ended.stderr
    number = json.loads(ended.stdout)["submissions"][0]["number"]
    kept = json.loads((own_home / "records" / f"{number:06d}" / "findings.json").read_text(encoding="utf-8"))
    assert kept["reasons"][key] == "补报"


def test_check_hands_the_workbook_back_with_its_findings_marked(home, tmp_path):
    report, marked = tmp_path / "bad.csv", tmp_path / "marked.xlsx"
    report.write_text(REPORT.replace("集成电路", "集成电录"), encoding="utf-8")
    ended = scicity("check", report, "--marked", marked, home=home)
    assert (ended.returncode, "enterprise_output" in ended.stdout) == (1, True)
    assert marked.read_bytes()[:2] == b"PK"


def test_importing_the_same_file_twice_says_so(own_home, tmp_path):
    report = tmp_path / "report.csv"
    report.write_text(REPORT, encoding="utf-8")
    first = json.loads(scicity("import", report, "--json", home=own_home).stdout)
    again = scicity("import", report, home=own_home)
    assert [one["new"] for one in first["submissions"]] == [True]
    assert "accepted before; nothing changed" in again.stdout


def test_a_file_sent_again_after_its_correction_names_what_counts_in_its_place(own_home, tmp_path):
    report, correction = tmp_path / "report.csv", tmp_path / "correction.csv"
    report.write_text(REPORT, encoding="utf-8")
    correction.write_text(REPORT.replace("10000", "12000"), encoding="utf-8")
    first, second = (
        json.loads(scicity("import", one, "--reason", "更正", "--json", home=own_home).stdout)["submissions"][0][
            "number"
        ]
        for one in (report, correction)
    )
    again = scicity("import", report, "--reason", "更正", home=own_home)
    assert again.returncode == 0, again.stderr
    assert f"Submission {first}: report.csv, 1 rows (accepted before; nothing changed)" in again.stdout
    assert f"1 of its rows are replaced by the later submission {second} (correction.csv)" in again.stdout
    assert f"withdraw {second}" in again.stdout
    assert scicity("withdraw", second, "--reason", "误报", home=own_home).returncode == 0
    assert "replaced by" not in scicity("import", report, "--reason", "更正", home=own_home).stdout


def test_a_query_answers_as_csv_with_the_header_of_its_contract(home):
    ended = scicity(
        "query", "industry/series", "classification=high_tech", "items=ALL", "span=ytd", "from_month=2020-08",
        "to_month=2020-08", "--format", "csv", home=home,
    )  # fmt: skip
    row = next(csv.DictReader(io.StringIO(ended.stdout)))
    assert ended.returncode == 0
    assert round(float(row["value_100m_yuan"]), 1) == 1422.8


def test_as_of_answers_from_the_earlier_release(home):
    cell = ("classification=leading", "item=HS", "indicator=output", "span=month", "month=2020-08")
    words = ("query", "industry/cell", *cell)
    now, then = (json.loads(scicity(*words, *more, "--format", "json", home=home).stdout)[0]
                 for more in ((), ("--as-of", "20200920-01")))  # fmt: skip
    assert then["status"] == "pending"
    assert then["value"] is None
    assert now["value"] > 17


@pytest.mark.parametrize(
    ("words", "said", "status"),
    [
        (("query", "industry/cell", "month=2020-08"), "takes classification", 1),
        (("query", "nothing/here"), "There is no query", 1),
        (("query", "industry/periods", "--as-of", "19990101-01"), "There is no release '19990101-01'", 1),
        (("rollback", "../../etc"), "There is no release", 1),
        (("chart", "monthly_scale", "month=2020-01", "--out", "x.csv"), "month=2020-01 is not to be had", 1),
        (("chart", "pie", "--out", "x.csv"), "There is no figure 'pie'", 1),
        (("query", "industry/periods", "wrong"), "not of the form key=value", 2),
        (("nonsense",), "No such command", 2),
    ],
)
def test_refusals_say_what_was_expected_and_exit_1_and_wrong_usage_2(home, words, said, status):
    ended = scicity(*words, home=home)
    assert ended.returncode == status
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_chart_becomes_a_table_file_with_the_demo_mark_first(home, tmp_path):
    out = tmp_path / "contribution.csv"
    ended = scicity("chart", "contribution", "month=2020-08", "--out", out, home=home)
    assert ended.returncode == 0, ended.stderr
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert "演示数据" in lines[0]
    assert any(line.startswith("新一代信息技术,45.8,3.9,2.5") or "新一代信息技术" in line for line in lines)


def test_rollback_moves_the_pointer_and_publish_moves_it_on(own_home):
    assert scicity("rollback", "20200720-01", home=own_home).returncode == 0
    assert (own_home / "releases" / "current").read_text().strip() == "20200720-01"


def test_the_blank_form_can_be_written(home, tmp_path):
    out = tmp_path / "form.xlsx"
    assert scicity("form", "enterprise_output", "--out", out, home=home).returncode == 0
    assert out.read_bytes()[:2] == b"PK"


def test_check_writes_the_rows_as_understood_with_amounts_as_a_person_writes_them(tmp_path):
    report = "月份,细分领域,企业代码,产值,单位\n2020-08,集成电路,007,12345678.91,元\n2020-08,生物治疗,NA,0,亿元\n"
    (tmp_path / "five.csv").write_text(report, encoding="utf-8")
    ended = scicity("check", tmp_path / "five.csv", "--rows", tmp_path / "rows.csv", home=tmp_path)
    assert ended.returncode == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text(encoding="utf-8"))))
    assert [(row["enterprise_code"], row["output_month"]) for row in rows] == [("007", "1234.567891"), ("NA", "0")]
