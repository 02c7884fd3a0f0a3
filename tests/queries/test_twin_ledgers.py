"""Incubators and platforms are two ledgers of one kind. Their queries are written out twice so that each can be read
and run as it stands; what keeps the two alike is this test."""

import pytest

from scicity import places

NAMES = {"R&D platforms": "incubators", "platforms": "incubators"}


def text(subject, question):
    written = (places.QUERIES / subject / f"{question}.sql").read_text(encoding="utf-8")
    for one, other in NAMES.items():
        written = written.replace(one, other)
    return written


@pytest.mark.parametrize("question", ["stock", "change", "part_names", "cell"])
def test_the_two_ledgers_are_asked_in_the_same_words(question):
    assert text("platforms", question) == text("incubators", question)
