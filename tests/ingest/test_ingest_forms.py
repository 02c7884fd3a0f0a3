"""A form is one file of data/forms; a wrong file says which table and key is wrong."""

from decimal import Decimal

import pytest

from scicity import places
from scicity.ingest import forms

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
        from scicity.ingest import check_file

        report = tmp_path / "report.csv"
        report.write_text("站点,煤（万吨）\nA1,1.5\n合计,1.5\n", encoding="utf-8")
        result = check_file(report, "energy")
    finally:
        forms.load.cache_clear()
    assert result.accepted
    assert result.rows["coal"].tolist() == [Decimal("15000.0000")]  # 1.5 × 10 000
