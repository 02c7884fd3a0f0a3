"""A form is one file of data/forms; a wrong file says which table and key is wrong."""

from decimal import Decimal

import pytest

from scicity import places
from scicity.ingest import check_file, forms
from tests.ingest.ledger import AMOUNTS, COLUMNS, TOP, form

GOOD = (places.FORMS / "enterprise_output.toml").read_text(encoding="utf-8")


def test_the_monthly_report_of_enterprises_is_a_form():
    form = forms.load("enterprise_output")
    assert "enterprise_output" in forms.names()
    assert form.key == ("month", "enterprise_code")
    assert [column.name for column in form.columns if column.required] == [
        "month", "subfield", "enterprise_code", "output_month"]  # fmt: skip
    assert form.units["亿元"] == Decimal(10000)  # 1亿元 is 10 000 万元


def test_an_unknown_form_names_those_there_are():
    with pytest.raises(ValueError, match="no form 'nothing'.*enterprise_output"):
        forms.load("nothing")


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ('type = "month"', 'type = "day"', "columns 'month': key 'type'"),
        ('header_zh = "月份"', "header_zh = 5", "columns 'month': key 'header_zh'"),
        ('stored_unit = "万元"', 'stored_unit = "吨"', "table units: '吨'"),
        ('"亿元" = "10000"', '"亿元" = "many"', "table units"),
        ('kind = "jump"', 'kind = "leap"', "checks 'leap': key 'kind'"),
        ('key = ["month", "enterprise_code"]', 'key = ["month", "firm"]', "key: there is no column 'firm'"),
        ('aliases = ["所属集团代码", "group"]', 'aliases = ["企业代码"]', "columns 'group_code': key 'aliases'"),
        ('example = "2020年8月"', 'exemple = "2020年8月"', "columns 'month'.*no key 'exemple'"),
        ('name = "enterprise_output"', 'name = "other"', "table top: key 'name'"),
        ("[units]", "[units", "cannot be read"),
    ],
)
def test_a_wrong_form_file_names_file_table_and_key(tmp_path, written, instead, message):
    path = tmp_path / "enterprise_output.toml"
    assert written in GOOD
    path.write_text(GOOD.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=f"enterprise_output.toml.*{message}"):
        forms.read(path)


def test_another_form_needs_only_another_file(tmp_path, monkeypatch):
    (tmp_path / "energy.toml").write_text(
        'name = "energy"\nsubject = "industry"\ntitle_zh = "能耗"\ntitle_en = "Energy"\nkey = ["site"]\n'
        'stored_unit = "吨"\n[units]\n"吨" = "1"\n"万吨" = "10000"\n'
        '[[columns]]\nname = "site"\nheader_zh = "站点"\nheader_en = "Site"\ntype = "code"\nrequired = true\n'
        '[[columns]]\nname = "coal"\nheader_zh = "煤"\nheader_en = "Coal"\ntype = "amount"\nrequired = true\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(places, "FORMS", tmp_path)
    forms.load.cache_clear()
    try:
        report = tmp_path / "report.csv"
        report.write_text("站点,煤（万吨）\nA1,1.5\n合计,1.5\n", encoding="utf-8")
        result = check_file(report, "energy")
    finally:
        forms.load.cache_clear()
    assert result.accepted
    assert result.rows["coal"].tolist() == [Decimal("15000.0000")]  # 1.5 × 10 000


LEDGER = TOP + COLUMNS + AMOUNTS


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ('order = [["signed_on"', 'order = [["signed"', "checks 'order': there is no column 'signed'"),
        ('order = [["signed_on"', 'order = [["stage"', "checks 'order': 'stage' must be of type date"),
        ('order = [["signed_on", "started_on", "finished_on"]]', 'order = ["signed_on"]', "key 'order' must be a list"),
        ('order = [["signed_on", "started_on", "finished_on"]]', 'order = [["signed_on"]]', "must name 2 or more"),
        ('part_of = [["invention_patents"', 'part_of = [["area"', "checks 'part_of': both columns must have the same"),
        ('"contract_amount"]]', '"stage"]]', "checks 'at_most': 'stage' must be of type"),
        ('code = "CON"', 'code = "SIG"', "columns 'stage', options 'SIG': 'sig' is empty or means another"),
        ('name_zh = "已开工"', 'name_zh = "签 约"', "options 'CON': '签约'"),
        ('name_zh = "已开工"\n', "", "options 'CON': key 'name_zh'"),
        ('type = "choice"', 'type = "code"', "columns 'stage': key 'options' is for type choice"),
        ('type = "year"', 'type = "choice"', "columns 'founded': key 'options' must list"),
        ('type = "number"\nunit', 'type = "text"\nunit', "columns 'area': key 'unit' is for type count or number"),
        ('type = "year"', 'type = "text"\nfuture = true', "columns 'founded': key 'future' is for type date or year"),
        ("required = true", "required = false", "columns 'project_code': key 'required' must be true"),
        ('stored_unit = "亿元"', "", "table units: '' is stored"),
    ],
)
def test_a_wrong_ledger_names_table_and_key(tmp_path, written, instead, message):
    assert written in LEDGER
    with pytest.raises(ValueError, match=message):
        form(tmp_path, LEDGER.replace(written, instead, 1))


@pytest.mark.parametrize("kind", ["ytd_covers_month", "ytd_continues", "jump"])
def test_checks_through_months_need_a_column_of_months(tmp_path, kind):
    asked = f'[[checks]]\nkind = "{kind}"\ncolumns = ["funds_in_place", "contract_amount"]\nby = "project_code"\n'
    with pytest.raises(ValueError, match=f"checks '{kind}' needs a column of type 'month'"):
        form(tmp_path, LEDGER + asked + 'severity = "warn"\n')


def test_a_jump_is_a_jump_whatever_unit_is_stored(tmp_path):
    path = tmp_path / "enterprise_output.toml"
    in_yi = GOOD.replace('stored_unit = "万元"', 'stored_unit = "亿元"')
    path.write_text(in_yi.split("[units]")[0] + '[units]\n"万元" = "0.0001"\n"亿元" = "1"\n\n[[columns]]'
                    + in_yi.split("[[columns]]", 1)[1], encoding="utf-8")  # fmt: skip
    report = tmp_path / "report.csv"
    report.write_text(
        "月份,细分领域,企业代码,产值（万元）,上年同月（万元）\n2020年8月,集成电路,1,5000,5\n", encoding="utf-8"
    )
    # 5000 万元 is above the 1000 万元 from which a thousandfold counts; in 亿元 it is 0.5
    assert "jump" in [one.kind for one in check_file(report, forms.read(path)).findings]


def test_a_month_that_is_missing_is_said_where_the_key_has_none(tmp_path):
    path = tmp_path / "enterprise_output.toml"
    path.write_text(GOOD.replace('key = ["month", "enterprise_code"]', 'key = ["enterprise_code"]'), encoding="utf-8")
    report = tmp_path / "report.csv"
    report.write_text("细分领域,企业代码,产值（万元）,累计产值（万元）\n集成电路,1,5,6\n", encoding="utf-8")
    found = [one.kind for one in check_file(report, forms.read(path)).findings if one.severity == "block"]
    assert found == ["column_missing"]
