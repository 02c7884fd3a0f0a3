"""`check` on bulletin tables: told by themselves or asked for, their questions answered by options."""

import json

from tests.cli.test_cli import scicity
from tests.ingest.bulletin.tables import FILES

ASKS = "指标,绝对额,同比（%）\n地区生产总值,487.45,6.8\n"


def test_a_bulletin_is_told_by_itself_and_its_rows_are_written(tmp_path):
    ended = scicity("check", FILES / "05_cq_products_2017.xlsx", "--rows", tmp_path / "rows.csv", home=tmp_path)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (tmp_path / "rows.csv").read_bytes() == (FILES / "expected" / "05_cq_products_2017.csv").read_bytes()
    assert "title '2017年全市规模以上工业主要产品产量'; no unit line; header in rows 2 to 3" in ended.stdout


def test_what_is_open_is_asked_and_answered_by_options(tmp_path):
    (tmp_path / "a.csv").write_text(ASKS, encoding="utf-8")
    asked = scicity("check", tmp_path / "a.csv", "--json", "--rows", tmp_path / "rows.csv", home=tmp_path)
    assert asked.returncode == 1
    # the period of both columns, and the unit only once the period is known
    assert [(one["kind"], one["letter"]) for one in json.loads(asked.stdout)["findings"]] == [
        ("bulletin_period_missing", "B"),
        ("bulletin_period_missing", "C"),
    ]
    assert not (tmp_path / "rows.csv").exists()
    answers = ("--period", "2020", "--unit", "亿元", "--rows", tmp_path / "rows.csv")
    assert scicity("check", tmp_path / "a.csv", *answers, home=tmp_path).returncode == 0
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8").splitlines() == [
        "indicator_zh,item_zh,period,measure,value,unit",
        "地区生产总值,,2020,value,487.45,亿元",
        "地区生产总值,,2020,yoy,6.8,%",
    ]


def test_an_answer_that_is_none_is_wrong_usage(tmp_path):
    ended = scicity("check", FILES / "05_cq_products_2017.xlsx", "--period", "去年", home=tmp_path)
    assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)


def test_a_bulletin_comes_back_marked(tmp_path):
    (tmp_path / "a.csv").write_text(ASKS, encoding="utf-8")
    scicity("check", tmp_path / "a.csv", "--form", "bulletin", "--marked", tmp_path / "m.xlsx", home=tmp_path)
    import openpyxl

    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert [cell.comment is not None for cell in book.worksheets[1][2]] == [False, True, True]
