"""Accepted reports: append-only, whole or absent, the same file once."""

import pandas as pd
import pytest

from scicity import durable, records
from scicity.records import accepting
from tests.records.small_city import arrival


def rows(*outputs):
    return pd.DataFrame(
        {
            "sheet": "", "row": range(2, 2 + len(outputs)), "month": "2020-08", "subfield": "NIT-IC",
            "enterprise_code": [f"E{number}" for number in range(len(outputs))], "enterprise_name": None,
            "group_code": None, "is_high_tech": True, "is_strategic": None, "output_month": outputs,
            "output_ytd": None, "base_month": None, "base_ytd": None,
        }
    )  # fmt: skip


def accept(tmp_path, text, frame):
    file = tmp_path / "report.csv"
    file.write_text(text)
    return records.accept(frame, file, "enterprise_output", provenance="official", status="preliminary")


def test_a_submission_keeps_its_rows_with_row_numbers_and_the_file_itself(tmp_path):
    kept, new = accept(tmp_path, "a", rows(1.5, 2.25))
    stored = pd.read_parquet(kept.folder / records.ROWS)
    assert new
    assert stored["row"].tolist() == [2, 3]
    assert [float(value) for value in stored["output_month"]] == [1.5, 2.25]
    assert (kept.folder / "file.csv").read_text() == "a"


def test_the_same_file_twice_changes_nothing_and_says_so(tmp_path):
    first, _ = accept(tmp_path, "a", rows(1))
    again, new = accept(tmp_path, "a", rows(1))
    assert not new
    assert again == first
    assert len(records.submissions()) == 1


def test_numbers_go_up_and_an_interrupted_acceptance_leaves_no_submission(tmp_path, monkeypatch):
    accept(tmp_path, "a", rows(1))
    writes = accepting._write_rows
    monkeypatch.setattr(accepting, "_write_rows", lambda *_: (_ for _ in ()).throw(OSError(28, "no space left")))
    with pytest.raises(durable.NotWritten, match="The disk is full: nothing was changed"):
        accept(tmp_path, "b", rows(2))
    monkeypatch.setattr(accepting, "_write_rows", writes)
    kept, _ = accept(tmp_path, "b", rows(2))
    assert [one.number for one in records.submissions()] == [1, 2]
    assert kept.number == 2


def test_files_of_one_act_are_all_there_or_none_and_each_has_its_number(tmp_path, monkeypatch):
    accept(tmp_path, "a", rows(1))
    three = [arrival(content, tmp_path) for content in (1, 2, 3)]
    settled = durable.settle
    monkeypatch.setattr(durable, "settle", lambda *_: (_ for _ in ()).throw(OSError(5, "I/O error")))
    with pytest.raises(durable.NotWritten, match="nothing was changed"):
        records.accept_all(three)
    assert [one.number for one in records.submissions()] == [1]
    monkeypatch.setattr(durable, "settle", settled)
    kept = records.accept_all(three, author="Ann", note="three at once")
    assert [(one.number, one.batch, one.note, new) for one, new in kept] == [
        (2, 2, "three at once", True), (3, 2, "three at once", True), (4, 2, "three at once", True)
    ]  # fmt: skip
    assert [one.number for one in records.submissions()] == [1, 2, 3, 4]
    assert accept(tmp_path, "b", rows(9))[0].number == 5


def test_a_file_known_already_or_given_twice_is_kept_once(tmp_path):
    known, _ = records.accept_all([arrival(1, tmp_path)])[0]
    answers = records.accept_all([arrival(1, tmp_path), arrival(2, tmp_path), arrival(2, tmp_path)])
    assert [(one.number, new) for one, new in answers] == [(known.number, False), (2, True), (2, False)]
    assert len(records.submissions()) == 2


def test_warnings_that_were_let_pass_are_kept_with_the_reason(tmp_path):
    warning = {"key": "k1", "sheet": "8月", "row": 3, "text": "cumulative falls"}
    one, _ = records.accept_all([arrival(1, tmp_path, warnings=(warning,), reasons={"k1": "checked by phone"})])[0]
    assert one.warnings == 1
    assert records.findings(one) == ((warning,), {"k1": "checked by phone"})


def test_an_upload_keeps_the_name_its_sender_gave_it(tmp_path):
    one, _ = records.accept_all([arrival(1, tmp_path, name="8月报表.csv")])[0]
    assert one.file == "8月报表.csv"


def test_what_is_tried_out_counts_only_inside_and_leaves_nothing(tmp_path, empty_home):
    records.accept_all([arrival(1, tmp_path)])
    with records.trial([arrival(1, tmp_path), arrival(2, tmp_path)]) as chosen:
        assert [one.number for one in chosen] == [1, 2]  # the first is known already
        assert pd.read_parquet(chosen[1].folder / records.ROWS)["output_month"].tolist() == [2000.0] * 4
    assert [one.number for one in records.submissions()] == [1]
    assert [path.name for path in (empty_home / "records").iterdir()] == ["000001"]


@pytest.mark.parametrize("name", [records.ABOUT, records.ROWS])
def test_a_damaged_submission_is_refused_by_its_name(tmp_path, name):
    one, _ = records.accept_all([arrival(1, tmp_path)])[0]
    damaged = bytearray((one.folder / name).read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (one.folder / name).write_bytes(damaged)
    with pytest.raises(ValueError, match=rf"{name} of submission 0*1\b.* is damaged or missing"):
        records.verify(records.counted())


def test_a_submission_without_its_description_is_refused_and_its_number_is_not_given_again(tmp_path):
    one, _ = records.accept_all([arrival(1, tmp_path)])[0]
    (one.folder / records.ABOUT).unlink()
    with pytest.raises(ValueError, match="submission.json of submission 000001 is damaged or missing"):
        records.accept_all([arrival(2, tmp_path)])
