"""Reports on their way in: checked, looked ahead, accepted, published; who reported and what went back."""

import csv
import io
import json
import re

import openpyxl
import pytest

from scicity import audit, intake, records, releases
from scicity.intake.names import worded
from scicity.warehouse import fetch

ALLOWED = {"Science city · Signing event · 2020线上智博会"}  # an event bears its name
HEAD = "月份,细分领域,企业代码,企业名称,高技术制造业,战略性新兴产业,产值,累计产值,单位\n"
SEPTEMBER = HEAD + "".join(
    f"2020年9月,集成电路,R{number},企业{number},是,否,{output},{8 * output + output},万元\n"
    for number, output in ((1, 150000), (2, 120000), (3, 110000))
)


@pytest.fixture
def report(tmp_path):
    """report(text, name=) is the path of a file with that text."""

    def written(text, name="september.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def empty_home(tmp_path, monkeypatch):
    home = tmp_path / "empty"
    monkeypatch.setenv("SCICITY_HOME", str(home))
    return home


def columns(*names):
    return HEAD.replace("高技术制造业,战略性新兴产业,", "") + "".join(names)


# -- checking -------------------------------------------------------------------------------------------------------


def test_a_files_headers_tell_its_form(home, report):
    assert [(one.form, one.told) for one in intake.checked([report(SEPTEMBER)])] == [("enterprise_output", True)]


def test_a_file_that_tells_nothing_is_checked_against_the_usual_form_and_blocked(home, report):
    found = intake.checked([report("a,b\n1,2\n")])[0]
    assert (found.form, found.told) == ("enterprise_output", False)
    assert [one.kind for one in found.blocks] == ["header_missing"]


def test_demonstration_rows_are_no_history_of_a_real_report(home, report):
    assert intake.checked([report(SEPTEMBER)])[0].warnings == ()


def test_a_real_report_is_the_history_of_the_next(own_home, report):
    intake.accept(intake.checked([report(SEPTEMBER)]), author="甲")
    october = SEPTEMBER.replace("2020年9月", "2020年10月").replace(",150000,1350000,", ",150000000,151350000,")
    found = intake.checked([report(october, "october.csv")])[0]
    assert "R1" in " ".join(one.text() for one in found.blocks) or found.blocks  # 15亿 against 15万: units mixed up
    assert not found.checked.accepted


def test_a_missing_flag_column_is_told_and_needs_no_reason(home, report):
    text = columns("2020年9月,集成电路,R1,企业1,10000,90000,万元\n")
    found = intake.checked([report(text)])[0]
    assert [one.kind for one in found.remarks] == ["flag_missing", "flag_missing"]
    assert intake.held(found, {}) == ()


# -- accepting ------------------------------------------------------------------------------------------------------


def october_falls(report):
    """A report whose year to date breaks with the month before: a warning."""
    text = HEAD + "".join(
        f"2020年{month}月,集成电路,R{number},企业{number},是,否,{output},{ytd},万元\n"
        for month, output, ytd in ((8, 100, 800), (9, 100, 950))
        for number in (1, 2, 3)
    )
    return intake.checked([report(text, "breaks.csv")])[0]


def test_a_warning_holds_a_file_up_until_each_has_a_reason(own_home, report):
    found = october_falls(report)
    assert [one.kind for one in found.warnings] == ["ytd_breaks"] * 3  # 800 + 100 is not 950
    first, second, third = (one.key for one in found.warnings)
    assert len(intake.held(found, {first: "已核实", second: " "})) == 2
    with pytest.raises(intake.Held, match=f"2 warnings need a reason.*{third}"):
        intake.accept([found], author="甲", reasons={first: "已核实"})
    assert [one for one in records.submissions() if one.provenance == "official"] == []
    last = audit.entries()[-1]
    assert (last.act, last.who, last.facts["unanswered"]) == ("refuse", "甲", 2)


def test_reasons_are_kept_with_the_submission(own_home, report):
    found = october_falls(report)
    key = found.warnings[0].key
    ((kept, new),) = intake.accept([found], author="甲", note="九月", reasons={intake.ANY: "企业补报", key: "已核实"})
    warnings, reasons = records.findings(kept)
    assert (new, kept.author, kept.note, len(warnings)) == (True, "甲", "九月", 3)
    assert sorted(reasons.values()) == ["企业补报", "企业补报", "已核实"]
    assert reasons[key] == "已核实"


def test_one_blocked_file_keeps_the_whole_batch_out(own_home, report):
    batch = intake.checked([report(SEPTEMBER), report(SEPTEMBER.replace("集成电路", "集成电录"), "bad.csv")])
    with pytest.raises(intake.Held, match="bad.csv: 3 findings block it"):
        intake.accept(batch, author="甲")
    assert [one for one in records.submissions() if one.provenance == "official"] == []


def test_the_same_file_twice_counts_once(own_home, report):
    path = report(SEPTEMBER)
    intake.accept(intake.checked([path]), author="甲")
    assert [new for _, new in intake.accept(intake.checked([path]), author="甲")] == [False]


# -- looking ahead and publishing -----------------------------------------------------------------------------------


def test_a_preview_tells_every_cell_and_changes_nothing(own_home, report):
    before = (records.submissions(), releases.current())
    looked = intake.preview(intake.checked([report(SEPTEMBER)]))
    cells = looked.cells.set_index(["item_name", "indicator_name", "period_name"])
    row = cells.loc[("主导产业·集成电路", "产值（营业收入）", "2020年9月")]
    assert (row["new_value"], row["unit"], row["kind"]) == (38.0, "亿元", "new")  # 15 + 12 + 11亿元
    assert row[["old_value", "difference"]].isna().all()
    assert "新一代信息技术，9月" in [step.label for step in looked.steps]
    assert (records.submissions(), releases.current()) == before
    assert not list((own_home / "releases").glob(".building-*"))


def test_a_preview_is_what_publishing_then_does(own_home, report):
    batch = intake.checked([report(SEPTEMBER)])
    looked = intake.preview(batch)
    intake.accept(batch, author="甲")
    assert [one.file for one in intake.pending()] == ["september.csv"]
    about = intake.publish("九月", author="甲")
    assert sum(about.changes.values()) == len(looked.cells)
    assert intake.pending() == []
    assert [(one.about.id, one.state) for one in intake.history()][:2] == [
        (about.id, "current"),
        ("20201015-01", "earlier"),
    ]


def test_a_preview_before_the_first_release_has_nothing_to_compare_with(empty_home, report):
    assert intake.preview(intake.checked([report(SEPTEMBER)])).cells.empty


def test_every_kind_of_cell_has_words_in_both_languages(home):
    folder = releases.manifest("20201015-01").folder
    families = fetch(folder, "intake/units").drop(columns="unit").assign(period="2020-08")
    for language, own in (("zh", r"[A-Za-z]{2,}|/"), ("en", r"[\u4e00-\u9fff]|/|_|\b(?!RMB)[A-Z]{3,}")):
        told = worded(families, folder, language)
        units = {intake.unit(one, language) for one in told["unit"]}
        names = {*told["subject_name"], *told["item_name"], *told["indicator_name"], *units}
        assert {name for name in names if re.search(own, name)} - ALLOWED == set()


# -- who reported ---------------------------------------------------------------------------------------------------


def test_coverage_expects_whoever_reported_the_month_before(empty_home, report):
    october = SEPTEMBER.replace("2020年9月", "2020年10月").replace("R3", "R4").replace("企业3", "企业4")
    intake.accept(intake.checked([report(SEPTEMBER)]), author="甲")
    intake.accept(intake.checked([report(october, "october.csv")]), author="甲", reasons={intake.ANY: "R3停产"})
    newest, first = intake.coverage("enterprise_output").to_dict("records")
    assert newest | {"month": "2020-10", "expected": 3, "reported": 2, "added": 1, "missing": 1, "files": 1} == newest
    assert first | {"month": "2020-09", "expected": 0, "added": 3, "provenance": "official"} == first
    assert intake.missing("enterprise_output", "2020-10").to_dict("records") == [{"code": "R3", "name": "企业3"}]


def test_a_real_month_puts_the_demonstration_rows_of_that_month_aside(own_home, report):
    august = SEPTEMBER.replace("2020年9月", "2020年8月")
    intake.accept(intake.checked([report(august)]), author="甲")
    newest = intake.coverage("enterprise_output").iloc[0]
    assert (newest["month"], newest["added"], newest["provenance"]) == ("2020-08", 3, "official")


# -- handing out ----------------------------------------------------------------------------------------------------


def test_findings_go_back_as_table_as_json_and_on_the_senders_own_sheet(home, report):
    batch = intake.checked([report(SEPTEMBER.replace("150000,", "=1+1,"))])
    row = next(csv.DictReader(io.StringIO(intake.findings_csv(batch).decode("utf-8-sig"))))
    assert (row["severity"], row["row"], row["column"]) == ("block", "2", "产值")
    assert not row["found"].startswith("=")  # never a formula again
    told = json.loads(intake.findings_json(batch, "en"))[0]
    assert (told["accepted"], told["findings"][0]["letter"]) == (False, "G")
    book = openpyxl.load_workbook(io.BytesIO(intake.marked(batch[0])))
    assert any(cell.comment for sheet in book for line in sheet.iter_rows() for cell in line)


def test_what_was_understood_is_shown_in_the_forms_own_words(home, report):
    found = intake.checked([report(SEPTEMBER)])[0]
    assert dict(intake.facts(found)) == {
        "文件类型": "文本表格", "编码": "utf-8", "分隔符": "逗号", "表头所在行": "1", "计量单位": "见各列",
    }  # fmt: skip
    first = intake.first_rows(found).iloc[0]
    assert (first["细分领域"], first["高技术制造业"], first["产值（万元）"]) == ("集成电路", "是", "150000")


def test_a_blank_form_is_told_by_its_headers_and_lacks_only_rows(home, tmp_path):
    path = tmp_path / "blank.xlsx"
    path.write_bytes(intake.blank("enterprise_output"))
    found = intake.checked([path])[0]
    assert (found.told, [one.kind for one in found.blocks]) == (True, ["no_rows"])


# -- bulletins and texts --------------------------------------------------------------------------------------------


def test_a_bulletin_table_is_no_report(home, report):
    table = report("2020年1—8月主要指标\n指标,绝对额（亿元）,同比±%\n规模以上工业总产值,2397.3,1.2\n", "公报.csv")
    assert intake.bulletins([table, report(SEPTEMBER)]) == [table]
    read = intake.bulletin(table)
    first = next(csv.DictReader(io.StringIO(intake.bulletin_csv(read).decode("utf-8-sig"))))
    assert (first["period"], first["value"], first["unit"]) == ("2020-01/2020-08", "2397.3", "亿元")


def test_confirmed_figures_are_kept_once_and_never_published(empty_home):
    rows = intake.candidates("9月15日，科学城签约项目70个，总投资1300亿元。", "重庆日报", "2020-09-15")
    assert {(row["value"], row["unit"]) for row in rows} >= {("70", "个"), ("1300", "亿元")}
    assert (intake.keep(rows, "张三"), intake.keep(rows, "李四")) == (len(rows), 0)
    assert [row["source"] for row in intake.kept()] == ["重庆日报"] * len(rows)
    assert intake.kept_csv().decode("utf-8-sig").startswith("figure_id,domain,indicator_zh")
    assert releases.current() == ""
