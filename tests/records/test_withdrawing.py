"""A submission is taken out by a mark; nothing is deleted."""

import pytest

from scicity import audit, records
from tests.records.small_city import arrival


def test_a_withdrawn_submission_stays_and_counts_no_longer(tmp_path):
    records.accept_all([arrival(1, tmp_path)])
    records.accept_all([arrival(2, tmp_path)])
    records.withdraw(2, "wrong month", "Ann")
    assert [one.number for one in records.submissions()] == [1, 2]
    assert [one.number for one in records.counted()] == [1]
    assert [(one.number, one.reason, one.author) for one in records.withdrawals()] == [(2, "wrong month", "Ann")]
    assert records.latest("enterprise_output")["output_month"].tolist() == [1000.0] * 4
    assert [one.act for one in audit.entries()] == ["import", "import", "withdraw"]


def test_the_file_of_a_withdrawn_submission_may_come_again_as_a_new_one(tmp_path):
    records.accept_all([arrival(1, tmp_path)])
    records.withdraw(1, "too early")
    again, new = records.accept_all([arrival(1, tmp_path)])[0]
    assert (again.number, new) == (2, True)


@pytest.mark.parametrize(
    ("number", "reason", "said"),
    [(7, "x", "There is no submission 7"), (1, " ", "Say why"), (2, "x", "was withdrawn at .*: first")],
)
def test_a_withdrawal_that_makes_no_sense_is_refused(tmp_path, number, reason, said):
    records.accept_all([arrival(1, tmp_path), arrival(2, tmp_path)])
    records.withdraw(2, "first")
    with pytest.raises((ValueError, LookupError), match=said):
        records.withdraw(number, reason)


def test_a_damaged_mark_still_takes_its_submission_out(tmp_path, empty_home):
    records.accept_all([arrival(1, tmp_path)])
    records.withdraw(1, "x")
    (empty_home / "records" / "withdrawn" / "000001.json").write_text("{half")
    assert records.counted() == []
    assert [one.number for one in records.withdrawals()] == [1]
