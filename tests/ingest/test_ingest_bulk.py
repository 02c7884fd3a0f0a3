"""Plain rows are read many at once; the same comes out as if each were read alone."""

import random
from decimal import Decimal

import pytest

from scicity.ingest import bulk, check_file
from tests.ingest.report_files import FORM, text, workbook

HEADER = ["月份", "细分领域", "企业代码", "企业名称", "高技术制造业", "产值", "累计产值", "上年同月", "备注列", "单位"]
AMOUNTS = [
    "1,234.5",
    "0",
    "0.0001",
    "12345678901.5",
    "--",
    "",
    "1234.50000",
    " 7 ",
    "７",
    "1.23456",
    "0.01",
    "12345678.91",
    "1.2345678",
    "约5",
    "-3",
    "999999",
]
SPOILT = [
    (0, ["2020年1—2月", "2020-08-01", "８月", "2020年1月", "", "月份"]),
    (1, ["大数据", "NIT-IC", "集成电露", "其他", "合计"]),
    (2, ["", "NA", "'0012", "0 1", "合计", "注：", "1" * 1200]),
    (3, ["", "合计", "甲\u202e", "注：甲", "#REF!", "甲" * 1100]),
    (4, ["", "否", "①", "--", "true"]),
    (5, AMOUNTS),
    (6, AMOUNTS),
    (7, AMOUNTS),
    (8, ["", "说明", "长" * 1001]),
    (9, ["", "元", "亿元", "千元", "万美元"]),
]


def plain(number):
    return [
        "2020年8月",
        "集成电路",
        f"A{number:05}",
        f"企业{number}",
        "是",
        f"{number}.5",
        f"{number + 1:,}.5",
        "",
        "",
        "万元",
    ]


def spoilt(seed):
    """Nine hundred rows of which every tenth has a cell out of the way; totals, notes and headers among them."""
    chance = random.Random(seed)
    rows = [plain(1000 + number) for number in range(900)]
    for row in chance.sample(rows[200:], 70):
        position, cells = chance.choice(SPOILT)
        row[position] = chance.choice(cells)
    rows.insert(700, HEADER)
    rows.insert(500, ["小计", "", "", "", "", "1", "", "", "", "万元"])
    rows.insert(150, [""] * len(HEADER))
    rows.insert(300, ["注：以下为补报", *[""] * 9])
    return [HEADER, *rows]


def outcome(path):
    result = check_file(path, FORM)
    return result.findings, result.reading, result.understood.astype(object).where(lambda one: one.notna(), None)


def alike(path, monkeypatch):
    many = outcome(path)
    with monkeypatch.context() as patch:
        patch.setattr(bulk, "FEWEST", 10**9)
        single = outcome(path)
    assert many[:2] == single[:2]
    assert many[2].equals(single[2])
    return many


@pytest.mark.parametrize("seed", range(6))
def test_rows_read_many_at_once_are_those_read_one_by_one(tmp_path, monkeypatch, seed):
    findings, reading, _ = alike(text(tmp_path / "a.csv", spoilt(seed)), monkeypatch)
    assert findings and reading.rows_read > 880


@pytest.mark.parametrize("unit", ["元", "亿元", "千元"])
def test_units_are_converted_many_at_once_as_one_by_one(tmp_path, monkeypatch, unit):
    rows = [[*plain(number)[:-1], unit] for number in range(1, 400)]
    _, _, frame = alike(text(tmp_path / "a.csv", [HEADER, *rows]), monkeypatch)
    assert len(frame) == 399


def test_numbers_of_a_workbook_are_read_many_at_once_as_one_by_one(tmp_path, monkeypatch):
    chance = random.Random(1)
    numbers = [0.1 + 0.2, 1234.5, 7, 1e-5, 1e12, 123456789.1234, 1 / 3, True, None, "5", 0.0]
    rows = [plain(number) for number in range(1, 300)]
    for row in rows:
        row[5], row[6], row[7] = chance.choice(numbers), float(10**7), chance.randrange(100, 10_000) / 100
    alike(workbook(tmp_path / "a.xlsx", [HEADER, *rows]), monkeypatch)


def test_totals_count_rows_read_many_at_once(tmp_path):
    rows = [plain(number) for number in range(1, 1001)]
    # 1.5 + 2.5 + … + 1000.5 = 500 500 + 500
    total = ["合计", "", "", "", "", "501000", "", "", "", "万元"]
    result = check_file(text(tmp_path / "a.csv", [HEADER, *rows, total]), FORM)
    assert (result.accepted, result.reading.rows_explained) == (True, 1)
    assert sum(result.rows["output_month"]) == Decimal(501000)


def test_a_row_that_cannot_be_read_does_not_take_those_before_it_along(tmp_path):
    path = text(tmp_path / "a.csv", [HEADER, *(plain(number) for number in range(1, 200))])
    path.write_bytes(path.read_bytes() + b'"open')
    result = check_file(path, FORM)
    assert len(result.understood) == 199 and not result.accepted
