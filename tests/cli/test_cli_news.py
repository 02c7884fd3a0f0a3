"""The verb `facts`: a text in, candidates out."""

import csv
import json
import os
import subprocess
import sys

from scicity.ingest.news import COLUMNS

TEXT = "1—9月，科学城核心区共签约70个项目，其中科创项目占比超80%。"


def facts(*words, text=b""):
    environment = os.environ | {"PYTHONUTF8": "1", "COLUMNS": "200"}
    command = [sys.executable, "-m", "scicity", "facts", *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, input=text)


def test_a_piped_text_gives_json_with_value_bound_and_period():
    ended = facts("-", "--json", "--published", "2020-10-15", text=TEXT.encode())
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    assert [(one["value"], one["qualifier"], one["period"]) for one in found] == [
        ("70", "exact", "2020-01/2020-09"),
        ("80", "over", "2020-01/2020-09"),
    ]


def test_a_file_in_the_encoding_of_older_editors_becomes_rows_of_the_file_of_the_article(tmp_path):
    file, out = tmp_path / "news.txt", tmp_path / "out.csv"
    file.write_bytes(TEXT.encode("gb18030"))
    assert facts(file, "--out", out, "--source", "重庆日报").returncode == 0
    with out.open(encoding="utf-8") as written:
        rows = list(csv.DictReader(written))
    assert tuple(rows[0]) == COLUMNS
    assert [row["scope"] for row in rows] == ["科学城核心区", "科学城核心区"]


def test_a_wrong_day_is_wrong_usage_and_a_missing_file_is_refused_in_words(tmp_path):
    assert facts("-", "--published", "15.10.2020").returncode == 2
    ended = facts(tmp_path / "none.txt")
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr
