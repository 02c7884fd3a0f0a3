"""The audit log: every act a line, each bound to the line before it."""

import pytest

from scicity import audit, durable


@pytest.fixture(autouse=True)
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path))
    return tmp_path / "audit.log"


def test_an_act_is_a_line_with_who_when_and_what(log):
    audit.record("import", who="Ann", files=["a.xlsx"], note="八月")
    audit.record("publish", who="Bo", release="20200920-01")
    first, second = audit.entries()
    assert (first.number, first.who, first.act, first.facts) == (
        1, "Ann", "import", {"files": ["a.xlsx"], "note": "八月"}
    )  # fmt: skip
    assert second.facts == {"release": "20200920-01"}
    assert first.at.endswith("+00:00") and second.at >= first.at
    assert audit.verify() == audit.Verdict(2, (), ())


def test_an_act_that_fails_has_a_line_that_says_so():
    with pytest.raises(RuntimeError), audit.recorded("publish", who="Ann", release="20200920-01"):
        raise RuntimeError
    assert [(one.act, one.facts["release"]) for one in audit.entries()] == [
        ("publish", "20200920-01"), ("undone", "20200920-01")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("spoil", "broken"),
    [
        (lambda lines: [lines[0], lines[1].replace(b"Bo", b"Al"), lines[2]], (3,)),
        (lambda lines: [lines[0], lines[2]], (2,)),
        (lambda lines: [lines[0], lines[0], lines[1], lines[2]], (2,)),
        (lambda lines: [lines[1], lines[0], lines[2]], (1, 2, 3)),
        (lambda lines: lines[1:], (1,)),
    ],
    ids=["changed", "removed", "put in", "swapped", "beginning cut off"],
)
def test_a_line_changed_removed_or_put_in_is_found(log, spoil, broken):
    for who in ("Ann", "Bo", "Chen"):
        audit.record("import", who=who)
    log.write_bytes(b"\n".join(spoil(log.read_bytes().splitlines())) + b"\n")
    assert audit.verify().broken == broken
    assert not audit.verify().whole


def test_a_last_line_torn_by_a_crash_is_told_and_the_log_goes_on(log):
    audit.record("import", who="Ann")
    log.write_bytes(log.read_bytes() + b'{"at": "2020-09-20T0')
    assert audit.verify() == audit.Verdict(2, (), (2,))
    audit.record("publish", who="Bo")
    assert [one.act for one in audit.entries()] == ["import", "publish"]
    assert audit.verify() == audit.Verdict(3, (), (2,))


def test_a_line_the_disk_refuses_leaves_the_log_as_it_was(log, monkeypatch):
    audit.record("import", who="Ann")
    before = log.read_bytes()
    written = audit.os.write
    monkeypatch.setattr(audit.os, "write", lambda handle, data: written(handle, data[:10]))
    with pytest.raises(durable.NotWritten, match="The disk is full"):
        audit.record("publish", who="Bo")
    assert log.read_bytes() == before


def test_a_line_longer_than_what_is_read_of_the_end_keeps_the_chain(log, monkeypatch):
    monkeypatch.setattr(audit, "LONGEST", 50)
    audit.record("import", files=["x" * 500])
    audit.record("import", files=["y" * 500])
    audit.record("import", who="Bo")
    assert audit.verify() == audit.Verdict(3, (), ())


def test_no_log_yet_is_whole():
    assert audit.verify() == audit.Verdict(0, (), ())
