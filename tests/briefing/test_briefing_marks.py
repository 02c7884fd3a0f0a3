"""Marks: numbers in a text that know their figure, through any pattern the text is filled into."""

import pytest

from scicity.briefing.marks import bare, cite, demo_keys, marked, runs
from scicity.exports.document import Run
from scicity.wording import say


def test_the_number_is_marked_and_not_the_months_before_it():
    text = cite("增速比1—7月加快7.0个百分点", "k", "7.0", demo=False)
    assert runs(text) == (Run("增速比1—7月加快"), Run("7.0", "k"), Run("个百分点"))
    assert runs(cite("连续5个月正增长", "k", "5", demo=False))[1] == Run("5", "k")


def test_marks_live_through_patterns_and_can_be_taken_off():
    clause = cite("增长1.9%", "k", "1.9", demo=True)
    filled = say("tell_sentence", text=clause)
    assert bare(filled) == "增长1.9%。"
    assert demo_keys(filled) == {"k"}
    assert runs(filled, bold=True) == (Run("增长", bold=True), Run("1.9", "k", bold=True), Run("%。", bold=True))


def test_a_number_that_is_not_printed_is_a_fault_of_the_words():
    with pytest.raises(ValueError, match="does not print 2.0 of k"):
        cite("增长1.9%", "k", "2.0", demo=False)
    with pytest.raises(ValueError, match="does not print 1 of k"):
        cite("增长1.9%", "k", "1", demo=False)  # part of a number is no number


def test_nothing_stays_nothing():
    assert cite("", "k", "1.9", demo=False) == marked("k", "", demo=False) == ""
