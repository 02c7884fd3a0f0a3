"""Accepted reports: append-only, whole or absent, the same file once."""

import pandas as pd
import pytest

from scicity import durable, records
from scicity.records import accepting


@pytest.fixture(autouse=True)
def empty_home(tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path / "home"))


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
    monkeypatch.setattr(accepting, "_write_rows", lambda *_: (_ for _ in ()).throw(OSError(28, "no space left")))
    with pytest.raises(durable.NotWritten, match="The disk is full: nothing was changed"):
        accept(tmp_path, "b", rows(2))
    monkeypatch.undo()
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path / "home"))
    kept, _ = accept(tmp_path, "b", rows(2))
    assert [one.number for one in records.submissions()] == [1, 2]
    assert kept.number == 2
